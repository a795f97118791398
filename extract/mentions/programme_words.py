"""Vocabulary of scheme names: the nouns they end in, the words that give away other names, and the well-known schemes."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Literal

from extract.lexicons import read_table

Evidence = Literal["certain", "likely", "none"]


@dataclass(frozen=True, slots=True)
class Head:
    """A noun that ends the name of a scheme.

    Args:
        word: as the table writes it, capitalised.
        kind: scheme, fund, loan, law, deal or prize.
        large: how sure a capitalised name that ends in the capitalised noun is.
        small: how sure a capitalised name before the noun in small letters is.
        part: whether the noun in small letters belongs to the name.
    """

    word: str
    kind: str
    large: str
    small: str
    part: bool

    @property
    def noun(self) -> str:
        """The noun that stands for the scheme later ("the fund"), in small letters."""
        return self.word.split()[-1].lower()


@dataclass(frozen=True, slots=True)
class Known:
    """A well-known scheme.

    Args:
        name: its full name.
        alone: names that mean the scheme wherever they stand, the full name among them.
        beside: names that mean it only beside a noun such as fund or loan, or in a text that has one of `alone`.
        kind: scheme, fund, loan, law, deal or prize.
    """

    name: str
    alone: tuple[str, ...]
    beside: tuple[str, ...]
    kind: str


@cache
def heads() -> dict[str, Head]:
    """The nouns that end names of schemes, by their small-letter form."""
    rows = read_table("programme_heads")
    return {row["word"].lower(): Head(row["word"], row["kind"], row["large"], row["small"], row["part"] == "yes") for row in rows}


@cache
def vetoes(kind: str) -> frozenset[str]:
    """Words of one kind that show that a name is no scheme's: `ending`, `owner`, `lead`; or `plural`, part of a name."""
    return frozenset(row["phrase"] for row in read_table("programme_vetoes") if row["kind"] == kind)


def known_of(name: str, alone: str, beside: str, kind: str) -> Known:
    """A scheme of a table's row; other names are parted by `|`."""
    return Known(name, (name, *filter(None, alone.split("|"))), tuple(filter(None, beside.split("|"))), kind)


@cache
def gazetteer(own: tuple[Known, ...] = ()) -> tuple[Known, ...]:
    """The well-known schemes, a user's own first."""
    shipped = (known_of(row["name"], row["alone"], row["beside"], row["kind"]) for row in read_table("programmes"))
    return (*own, *shipped)


def one_of(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest that fits; it branches letter by letter, so that a miss costs a look or two."""
    groups: dict[str, list[str]] = {}
    distinct = sorted(set(words))
    for word in filter(None, distinct):
        groups.setdefault(word[0], []).append(word[1:])
    branches = "|".join(
        re.escape(first) + (re.escape(rests[0]) if len(rests) == 1 else one_of(rests)) for first, rests in groups.items()
    )
    return f"(?:{branches}){'?' if '' in distinct else ''}"
