"""What a frame tells of itself: features of the quantity and of the words that govern it, shared by all slots."""

from functools import cache

from spacy.tokens import Token

from extract.facts.reading import OWN_PREDICATES
from extract.lexicons import read_table

NEGATION = frozenset({"not", "n't", "never", "no", "neither", "nor"})
BE = frozenset(f"{mark}{rest}" for mark in "'’" for rest in ("s", "re", "m")) | {"’", "'"}
VERBAL = frozenset({"AUX", "VERB"})
PLURAL_ONLY = frozenset({"damages", "proceeds", "earnings"})  # their singular is another word
LEMMAS = "newsfacts.lemmas"  # where a parse carries the lemmas that have been asked for: the slots ask for the same words again
ABOVE = 2  # predicates above the governing one that still colour it


@cache
def _classes(own: tuple[tuple[str, str], ...]) -> dict[str, tuple[str, ...]]:
    classes: dict[str, tuple[str, ...]] = {}
    for row in read_table("action_classes"):
        classes[row["lemma"]] = (*classes.get(row["lemma"], ()), row["class"])
    return classes | {lemma: (name,) for lemma, name in own}


def _classes_for(token: Token) -> dict[str, tuple[str, ...]]:
    """The classes of predicates that the document of a token is read with."""
    return _classes(token.doc.user_data.get(OWN_PREDICATES, ()))


@cache
def predicates() -> frozenset[str]:
    """Lemmas of the verbs and event nouns of which the vocabulary knows what they do with money."""
    return frozenset(_classes(()))


@cache
def speech_verbs() -> frozenset[str]:
    """Lemmas of the verbs whose subject is a source."""
    return frozenset(row["lemma"] for row in read_table("speech_verbs"))


def lemma(token: Token) -> str:
    """Lemma of a token in small letters; a final "e" that the lemmatiser took off a known verb ("fined": "fin") is put back.

    Short forms of "be" are "be" whatever the apostrophe: "That’s 27 cents more".
    """
    known: dict[int, str] = token.doc.user_data.setdefault(LEMMAS, {})
    found = known.get(token.i)
    if found is None:
        found = known[token.i] = _lemma(token)
    return found


def _lemma(token: Token) -> str:
    word, kind = token.lemma_.lower(), token.pos_
    if is_participle(token):
        return _verb_of(token) or word
    if kind not in VERBAL:
        return token.lower_ if token.lower_ in PLURAL_ONLY else word
    if token.dep_ != "aux" and token.lower_ in BE:
        return "be"
    if kind == "VERB" and word not in (classes := _classes_for(token)) and f"{word}e" in classes:
        return f"{word}e"
    return word


def is_participle(token: Token) -> bool:
    """Whether a predicative is the participle of a known verb that the tagger takes for an adjective: "was advanced to banks"."""
    return token.pos_ == "ADJ" and token.dep_ == "acomp" and token.lower_.endswith("ed") and _verb_of(token) is not None


def _verb_of(participle: Token) -> str | None:
    """The known verb that a participle in -ed belongs to."""
    word, classes = participle.lower_, _classes_for(participle)
    return next((verb for verb in (word[:-1], word[:-2]) if verb in classes), None)


def classes_of(token: Token) -> tuple[str, ...]:
    """What a verb or event noun does with money; `other` if the vocabulary does not hold it."""
    return _classes_for(token).get(lemma(token), ("other",))


def is_known(token: Token) -> bool:
    """Whether the vocabulary knows what a verb or noun does with money."""
    return lemma(token) in _classes_for(token)


def crossed(own: tuple[str, ...], context: tuple[str, ...]) -> tuple[str, ...]:
    """Features of a candidate alone and each beside each feature of its frame."""
    return (*own, *(f"{a}&{b}" for a in own for b in context))
