"""Lines of a text: where they are, and where one physical line holds foreign words glued to the article.

Some scrapes give a page as a single line: headlines of other stories without a stop between them, then the article, then the
teasers below it. Such a line leaves as several spans.
"""

import re
from typing import NamedTuple

from extract.spans import Span

GIANT = 120  # words from which a line is looked at: below, it is a paragraph
GLUED = ((60, 0.22), (90, 0.1))  # words without a stop, and the share written large, from which they are headlines and no sentence
RUN = 150  # words that such runs have at least: a long sentence of many names is shorter
BETWEEN = 60  # words of sentences that may stand before and between them
STOP = re.compile(r"[.!?][\"'”’)\]]*\s+(?=[\"'“‘(\[]*[A-Z0-9])|(?<=[a-z)])[.!?](?=[\"“]?[A-Z])")
SIGN_OFF = re.compile(
    r"\((?:additional |with )?(?:reporting|writing|editing|compiled|edited|written|produced)\b[^()]{3,400}\)"
    r"|\b(?:this (?:article|story|post) (?:(?:is|was) originally (?:published|posted)|first appeared)|originally appeared)"
    r" (?:at|on|by|in) ?[^.]{2,80}\.",
    re.IGNORECASE,
)


class Piece(NamedTuple):
    """A line or a part of one.

    Args:
        span: where it stands.
        own: whether its form alone tells that it is the article's own (True) or not (False); None for ordinary lines.
        apart: whether a blank line stands above it.
    """

    span: Span
    own: bool | None = None
    apart: bool = False


def find_lines(text: str) -> tuple[Piece, ...]:
    """Lines that are not blank, without their breaks; glued ones in their parts."""
    pieces: list[Piece] = []
    start = 0
    apart = False
    for line in text.split("\n"):
        if line.strip():
            span = Span(start, start + len(line.rstrip("\r")))
            pieces.extend(_parts(text, span, apart=apart) if line.count(" ") >= GIANT else [Piece(span, apart=apart)])
            apart = False
        else:
            apart = True
        start += len(line) + 1
    return tuple(pieces)


def _parts(text: str, span: Span, *, apart: bool) -> list[Piece]:
    """A giant line as headlines, article and teasers; as one piece where it shows no seam."""
    begin = _after_headlines(text, span)
    sign_off = SIGN_OFF.search(text, begin, span.end)
    end = sign_off.end() if sign_off else span.end
    if begin == span.start and end == span.end:
        return [Piece(span, apart=apart)]
    cuts = [(span.start, begin, False), (begin, end, True), (end, span.end, False)]
    return [Piece(part, own, apart) for first, last, own in cuts if (part := _trimmed(text, first, last))]


def _after_headlines(text: str, span: Span) -> int:
    """Where a run of headlines at the beginning of a line ends; its start if there is none."""
    begin = start = span.start
    foreign = between = 0
    for stop in (*(match.end() for match in STOP.finditer(text, span.start, span.end)), span.end):
        words = text[start:stop].split()
        large = sum(word[0].isupper() for word in words)
        if any(len(words) >= least and large >= share * len(words) for least, share in GLUED):
            foreign, between, begin = foreign + between + len(words), 0, stop
        else:
            between += len(words)
            if between > BETWEEN:
                break
        start = stop
    return begin if foreign >= RUN and begin < span.end else span.start


def _trimmed(text: str, start: int, end: int) -> Span | None:
    quote = text[start:end]
    length = len(quote.strip())
    return Span(start + len(quote) - len(quote.lstrip()), start + len(quote) - len(quote.lstrip()) + length) if length else None
