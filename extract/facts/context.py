"""What a frame tells of itself: features of the quantity and of the words that govern it, shared by all slots."""

from functools import cache

from spacy.tokens import Token

from extract.facts.frame import Frame, is_passive
from extract.lexicons import read_table

NEGATION = frozenset({"not", "n't", "never", "no", "neither", "nor"})
BE = frozenset(f"{mark}{rest}" for mark in "'’" for rest in ("s", "re", "m")) | {"’", "'"}
ABOVE = 2  # predicates above the governing one that still colour it


@cache
def _classes() -> dict[str, tuple[str, ...]]:
    classes: dict[str, tuple[str, ...]] = {}
    for row in read_table("action_classes"):
        classes[row["lemma"]] = (*classes.get(row["lemma"], ()), row["class"])
    return classes


@cache
def speech_verbs() -> frozenset[str]:
    """Lemmas of the verbs whose subject is a source."""
    return frozenset(row["lemma"] for row in read_table("speech_verbs"))


def lemma(token: Token) -> str:
    """Lemma of a token in small letters; a final "e" that the lemmatiser took off a known verb ("fined": "fin") is put back.

    Short forms of "be" are "be" whatever the apostrophe: "That’s 27 cents more".
    """
    word = token.lemma_.lower()
    if token.pos_ in ("AUX", "VERB") and token.dep_ != "aux" and token.lower_ in BE:
        return "be"
    if token.pos_ == "VERB" and word not in _classes() and f"{word}e" in _classes():
        return f"{word}e"
    return word


def classes_of(token: Token) -> tuple[str, ...]:
    """What a verb or event noun does with money; `other` if the vocabulary does not hold it."""
    return _classes().get(lemma(token), ("other",))


def frame_features(frame: Frame) -> tuple[str, ...]:
    """What is known of the quantity whatever slot is asked for."""
    verb = frame.predicates[0]
    kind = "money" if frame.is_money else "percent"
    features = [f"kind={kind}", f"label={frame.label}", f"passive={is_passive(verb)}"]
    features += [f"verb={name}" for name in classes_of(verb)]
    if frame.nouns:
        features += [f"noun={name}" for name in classes_of(frame.nouns[0])]
    else:
        features.append("noun=none")
    return tuple(features)


def crossed(own: tuple[str, ...], context: tuple[str, ...]) -> tuple[str, ...]:
    """Features of a candidate alone and each beside each feature of its frame."""
    return (*own, *(f"{a}&{b}" for a in own for b in context))
