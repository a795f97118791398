"""Clauses: a word of a sentence enters; the verb that it stands under, and that verb's tense, leave.

The tense of a verb without one of its own (an infinitive, a participle, a member of a list) is that of the clause above it.
"""

from spacy.tokens import Token

from extract.facts.frame import VERBAL

AUXILIARY = frozenset({"aux", "auxpass"})
NOT_FINITE = frozenset({"VB", "VBG", "VBN"})
HOPS = 8  # clauses above one another beyond which a tense says nothing of the lowest
MODALS = {"'d": "would", "'ll": "will", "shall": "will", "ca": "can", "wo": "will"}  # forms to the verb that they stand for


def clause_of(token: Token) -> Token:
    """The verb of the clause that a token stands in, itself if it is one; the root where there is none."""
    while token.pos_ not in VERBAL and token.head != token:
        token = token.head
    return token


def auxiliaries(verb: Token) -> tuple[Token, ...]:
    """The auxiliaries of a verb; a later member of a list of verbs without its own has those of the first."""
    own = tuple(child for child in verb.children if child.dep_ in AUXILIARY)
    if own or verb.dep_ != "conj" or verb.tag_ not in NOT_FINITE or verb.head.pos_ not in VERBAL:
        return own
    return tuple(child for child in verb.head.children if child.dep_ in AUXILIARY)


def own_tense(verb: Token) -> str | None:
    """Tense and aspect of a finite clause: `past`, `present`, `perfect`, `pluperfect` or its modal verb; None without one.

    An infinitive under "be" or alone is what headlines and plans say instead of "will": "is to pay", "Lithuania to pay".
    """
    if _is_infinitive(verb) and (verb.dep_ == "ROOT" or (verb.dep_ == "xcomp" and verb.head.lemma_ == "be")):
        return "would" if verb.dep_ == "xcomp" and own_tense(verb.head) == "past" else "will"
    tense, perfect = None, False
    for each in auxiliaries(verb):
        if each.tag_ == "MD":
            return MODALS.get(each.lower_, each.lower_)
        perfect = perfect or (each.lemma_ in ("have", "'ve") and _inflected(each) is not None)
        tense = tense or _inflected(each)
    tense = tense or _inflected(verb)
    if perfect and verb.tag_ != "VB":  # "has to pay" is no perfect
        return "pluperfect" if tense == "past" else "perfect"
    return tense


def _is_infinitive(verb: Token) -> bool:
    return any(child.dep_ in AUXILIARY and child.tag_ == "TO" for child in verb.children)


def _inflected(verb: Token) -> str | None:
    if verb.tag_ == "VBD":
        return "past"
    return "present" if verb.tag_ in ("VBP", "VBZ") else None


def tense_of(verb: Token) -> str:
    """The tense of a clause, of the one above it where it has none; `none` for a sentence without a finite verb."""
    for _ in range(HOPS):
        if verb.pos_ in VERBAL and (tense := own_tense(verb)) is not None:
            return tense
        if verb.head == verb:
            break
        verb = verb.head
    return "none"
