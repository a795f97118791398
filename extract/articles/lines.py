"""Lines of a text: where they are, and where one physical line holds foreign words glued to the article.

A giant line leaves as several pieces (`giant`).
"""

from typing import NamedTuple

from extract.articles.giant import parts
from extract.spans import Span

GIANT = 120  # words from which a line is looked at: below, it is a paragraph


class Piece(NamedTuple):
    """A line or a part of one.

    Args:
        span: where it stands.
        own: whether its form alone tells that it is the article's own (True) or not (False); None for ordinary lines.
        apart: whether a blank line stands above it.
        advert: whether it is a part whose words offer something or are a notice of the site.
    """

    span: Span
    own: bool | None = None
    apart: bool = False
    advert: bool = False


def find_lines(text: str) -> tuple[Piece, ...]:
    """Lines that are not blank, without their breaks; glued ones in their parts."""
    pieces: list[Piece] = []
    start = 0
    apart = False
    for line in text.split("\n"):
        if line.strip():
            span = Span(start, start + len(line.rstrip("\r")))
            if line.count(" ") >= GIANT:
                pieces.extend(Piece(part.span, part.own, apart, part.advert) for part in parts(text, span))
            else:
                pieces.append(Piece(span, apart=apart))
            apart = False
        else:
            apart = True
        start += len(line) + 1
    return tuple(pieces)
