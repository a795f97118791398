"""Definition match: whether what money is spent on is what the text says that a scheme does.

"the so-called Danish model, which entails foreign partners purchasing weapons ... directly from Ukrainian manufacturers" and
"20 million euros in purchasing weapons for Kyiv from Ukrainian producers" speak of one thing in other words.
"""

import re
from functools import cache

from extract.lexicons import read_table

WORD = re.compile(r"[A-Za-zÀ-ÿ][\w’'-]{2,}")
ENDING = re.compile(r"(?:ations?|ings?|ions?|ments?|ers?|ors?|ed|es|s|e)$")
PLURAL = re.compile(r"ies$")
PURPOSE_END = re.compile(r",|;| and (?:will|has|have|is|was|would)\b|\b(?:said|says|told)\b")
SHARE = 0.6  # of the purpose's words that the definition must hold
LEAST = 3  # words that both must hold


@cache
def _senses() -> dict[str, str]:
    """Stem → the word that stands for all words of its sense."""
    return {stem(row["word"]): row["sense"] for row in read_table("purpose_words")}


@cache
def stem(word: str) -> str:
    """A word without the endings that change with its use: purchase, purchases, purchasing → purchas."""
    short = PLURAL.sub("y", re.sub(r"['’]s?$", "", word.lower()))
    while len(cut := ENDING.sub("", short)) >= 3 and cut != short:
        short = cut
    return short


@cache
def senses(phrase: str) -> frozenset[str]:
    """The content words of a phrase, each as its sense; words without content have the sense `-` and are left out."""
    found = (_senses().get(stem(word), stem(word)) for word in WORD.findall(phrase))
    return frozenset(sense for sense in found if sense != "-")


@cache
def _actions() -> frozenset[str]:
    return frozenset(row["sense"] for row in read_table("purpose_words") if row["kind"] == "action")


def matches_definition(purpose: str, definition: str) -> bool:
    """Whether a purpose shares its action and most of its content words with a definition.

    Args:
        purpose: what follows the quantity in its sentence; only its first clause counts.
        definition: what the text says of the scheme.
    """
    end = PURPOSE_END.search(purpose)
    spent, does = senses(purpose[: end.start()] if end else purpose), senses(definition)
    shared = spent & does
    return len(shared) >= max(LEAST, SHARE * len(spent)) and bool(shared & _actions())
