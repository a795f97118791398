"""Kinds of common nouns: a noun enters, what it names leaves: a person, a group, money (`possession`), an act."""

from functools import cache

from spacy.tokens import Token

from extract.lexicons import read_table

UNKNOWN = ("unknown",)


@cache
def noun_kinds() -> dict[str, tuple[str, ...]]:
    """What each common noun of the vocabulary names."""
    return {row["lemma"]: tuple(row["kinds"].split("|")) for row in read_table("noun_kinds")}


def kinds_of(noun: Token) -> tuple[str, ...]:
    """What a common noun names, in the senses that it mostly has; `unknown` if the vocabulary does not hold it."""
    return noun_kinds().get(noun.lemma_.lower(), UNKNOWN)
