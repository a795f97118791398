"""Phrases that show a page: a text and the kind of phrase enter, the places where such phrases begin leave.

The vocabulary is that of `line_cues.tsv`. Nearly no sentence of an article holds one: what is there is told from
the plain words of the text first.
"""

import re
from functools import cache

from extract.lexicons import read_table
from extract.spans import Span

SIGNS = re.compile(r"\W+")
FIRST = 40  # characters in which a phrase at the beginning of a text ends


def cue_places(text: str, span: Span, *kinds: str) -> list[tuple[int, str]]:
    """Where phrases of some kinds begin within a span, with the kind of each, in order."""
    plain = _plain(span.of(text))
    words = frozenset(plain.split())
    return sorted(
        (match.start(), kind)
        for kind in kinds
        for first in words & _phrases(kind).keys()
        for plainly, phrase in _phrases(kind)[first]
        if plainly in plain
        for match in _written(phrase).finditer(text, *span)
    )


def has_cue(quote: str, *kinds: str) -> bool:
    """Whether a text holds a phrase of some kinds."""
    return bool(cue_places(quote, Span(0, len(quote)), *kinds))


def begins_with_cue(quote: str, kind: str) -> bool:
    """Whether a text begins with a phrase of a kind."""
    begin = len(quote) - len(quote.lstrip())
    places = cue_places(quote, Span(begin, min(begin + FIRST, len(quote))), kind)
    return bool(places) and places[0][0] == begin


@cache
def _phrases(kind: str) -> dict[str, list[tuple[str, str]]]:
    """The phrases of a kind in plain words and as the table has them, by their first word."""
    found: dict[str, list[tuple[str, str]]] = {}
    for row in read_table("line_cues"):
        if row["kind"] == kind:
            plainly = _plain(row["phrase"])
            found.setdefault(plainly.split()[0], []).append((plainly, row["phrase"]))
    return found


def _plain(text: str) -> str:
    """A text in small letters, with a space for the signs between its words."""
    return SIGNS.sub(" ", text.lower())


@cache
def _written(phrase: str) -> re.Pattern[str]:
    """A phrase with any white space and signs between its words."""
    words = r"\W+".join(SIGNS.split(phrase))
    return re.compile(rf"\b{words}\b", re.IGNORECASE)
