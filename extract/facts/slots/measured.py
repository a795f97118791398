"""Measured things: what a figure is of tells how often it is measured, and so which of several times can be its own.

Share prices move by the day, profits are told by the quarter, prices and jobs by the month, votes are counted once.
"""

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Token

from extract.facts.context import lemma
from extract.facts.frame import Frame, subjects
from extract.lexicons import read_table


@cache
def _kinds() -> dict[str, str]:
    return {row["lemma"]: row["kind"] for row in read_table("measured_things")}


def measured(frame: Frame) -> tuple[str, ...]:
    """The kinds of what the quantity measures (`market`, `accounts`, ...), the nearest first; `other` if its words tell none."""
    found = dict.fromkeys(kind for token in _words(frame) if (kind := _kinds().get(lemma(token))))
    return tuple(found) or ("other",)


def _words(frame: Frame) -> Iterator[Token]:
    """The nouns that the quantity belongs to, those below it, and the subject of its verb, each with what modifies it."""
    for noun in (*frame.nouns[:2], *subjects(frame.predicates[0])):
        yield noun
        for part in noun.children:
            if part.i not in frame.inside:
                yield part
                if part.dep_ == "prep":
                    yield from part.children
    for part in frame.tokens.root.children:
        if part.dep_ == "prep":
            yield from part.children
