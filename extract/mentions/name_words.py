"""Vocabulary of names: titles, given names, words at the head of an organisation's name, and capitals that name nobody."""

import re
from functools import cache
from typing import Literal, NamedTuple

from extract.lexicons import read_table
from extract.mentions.countries import country_forms

NameKind = Literal["country", "bloc", "organisation", "person", "place", "thing"]
End = Literal["", "legal", "corporate", "numbered", "public"]

ACRONYM = re.compile(r"[A-Z][A-Z&.]{1,6}")
SMALL = frozenset({"of", "the", "for", "and", "&", "on", "in"})  # words that a name holds in lower case


class Title(NamedTuple):
    """A title: whether it is only a form of address, an office, or a title just before a person's name; the office it means."""

    kind: str
    role: str


class HeadWord(NamedTuple):
    """What a word at the head of a name makes it, and what else it tells: see `data/organisation_words.tsv`."""

    kind: NameKind
    end: End


@cache
def titles() -> dict[str, Title]:
    """Titles before a person's name, as written."""
    return {row["title"]: Title(row["kind"], row["role"]) for row in read_table("titles")}


@cache
def head_words() -> dict[str, HeadWord]:
    """Words at the head of the names of organisations, places and things."""
    kinds: dict[str, NameKind] = {"organisation": "organisation", "place": "place", "thing": "thing"}
    ends: dict[str, End] = {"": "", "legal": "legal", "corporate": "corporate", "numbered": "numbered", "public": "public"}
    return {row["word"]: HeadWord(kinds[row["kind"]], ends[row["end"]]) for row in read_table("organisation_words")}


@cache
def not_names() -> frozenset[str]:
    """Capitalised words that name nobody: months, terms, labels of a page."""
    return frozenset(row["word"] for row in read_table("not_names"))


@cache
def calendar_words() -> frozenset[str]:
    """Months, weekdays and feasts."""
    return frozenset(row["word"] for row in read_table("not_names") if row["kind"] == "calendar")


@cache
def role_nouns() -> frozenset[str]:
    """Common nouns that name an organisation or country again: "company", "bank", "country"."""
    return frozenset(row["noun"] for row in read_table("roles"))


@cache
def people_nouns() -> frozenset[str]:
    """Lemmas of common nouns of people, and of bodies of people: "plaintiff", "police"."""
    return frozenset(row["lemma"] for row in read_table("people"))


@cache
def outlets() -> frozenset[str]:
    """News agencies and broadcasters: who tells the news, and is hardly ever meant by "the company"."""
    return frozenset(row["outlet"] for row in read_table("outlets"))


@cache
def given_names() -> dict[str, str]:
    """Given names and the gender of their bearers: `f`, `m` or `fm`."""
    return {row["name"]: row["gender"] for row in read_table("given_names")}


@cache
def surnames_first() -> frozenset[str]:
    """Surnames that stand before the given name: "Chen", "Nguyen"."""
    return frozenset(row["surname"] for row in read_table("surnames_first"))


@cache
def function_words() -> frozenset[str]:
    """Words that are capitalised only because a sentence begins with them, in lower case."""
    return frozenset(row["word"] for row in read_table("function_words"))


def kind_of(words: str) -> NameKind | None:
    """What the words of a name make it: a country, what its head word says; None if they say nothing.

    >>> kind_of("Bank of England"), kind_of("Baltic Sea"), kind_of("Stellar Crest")
    ('organisation', 'place', None)
    """
    form = country_forms().get(words)
    if form is not None:
        return form.country.kind
    parts = words.split()
    before_of = next((i for i, part in enumerate(parts) if part in {"of", "for"} and i), len(parts))
    if len(parts) > 1:
        for word in (parts[-1], parts[before_of - 1], parts[0] if before_of == 1 else ""):
            if word.rstrip(".") in head_words():
                return head_words()[word.rstrip(".")].kind
    return None


def like_person(words: str) -> bool:
    """Whether a name is built as a person's: a given name and one to three words behind it.

    >>> like_person("Maria Lind"), like_person("Lind"), like_person("Maria Lind Foundation")
    (True, False, False)
    """
    parts = words.split()
    return 2 <= len(parts) <= 4 and parts[0] in given_names() and "&" not in parts and "of" not in parts and kind_of(words) is None
