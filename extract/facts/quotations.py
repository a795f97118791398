"""Quotations: the paragraphs of an article enter; the spans between quotation marks, somebody else's words, leave."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from extract.spans import Span

MARKS = re.compile(r"[“«„”»\"]|``|''")
OPENING, CLOSING = frozenset({"“", "„", "``"}), frozenset({"”", "''"})  # the other marks do both: «so» and »so«
# `"It rains. "It is late. "It costs $5."`: paragraphs of one quotation, run together, open anew and close at its end.
OPENS_ANEW = re.compile(r'(?:(?<=[.!?]\s)|(?<=[.!?]\s\s))"(?=\w)')


def quotations(text: str, paragraphs: Iterable[Span]) -> tuple[Span, ...]:
    """What is quoted, in order, marks included.

    A quotation that its paragraph leaves open ends with it, but for the next one that begins with a mark again: it goes on there.

    >>> quotations('He said: "Yes." She did not.', [Span(0, 28)])
    (Span(start=9, end=15),)
    """
    found: list[Span] = []
    unclosed = False
    for paragraph in paragraphs:
        start: int | None = None
        for mark in MARKS.finditer(text, paragraph.start, paragraph.end):
            sign = mark[0]
            if start is not None and OPENS_ANEW.match(text, mark.start()):
                continue
            if start is None and sign not in CLOSING:
                start = mark.start()
                if unclosed and start == paragraph.start:
                    start = found.pop().start
            elif start is not None and sign not in OPENING:
                found.append(Span(start, mark.end()))
                start = None
        unclosed = start is not None
        if start is not None:
            found.append(Span(start, paragraph.end))
    return tuple(found)


def quotation_at(found: Sequence[Span], offset: int) -> Span | None:
    """The quotation that holds a character; None where the article speaks for itself."""
    index = bisect_right(found, offset, key=lambda span: span.start) - 1
    return found[index] if index >= 0 and offset < found[index].end else None
