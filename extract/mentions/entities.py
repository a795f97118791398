"""Named entities of spaCy, mended: a parsed sentence enters, the entities that can be names leave.

The tagger's spans are hints. Its borders are moved off articles, possessives, titles and quotes; what no name can be is dropped.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token
from spacy.tokens import Span as DocSpan

from extract.mentions.name_words import NameKind, function_words, not_names, titles

KINDS: dict[str, NameKind] = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "place",
    "NORP": "place",
    "LOC": "place",
    "FAC": "place",
    "PRODUCT": "thing",
    "EVENT": "thing",
    "LAW": "thing",
    "WORK_OF_ART": "thing",
}


CREDITS = frozenset({"Courtesy", "Photo", "Photograph"})  # words of a picture's credit, before whose it is


@dataclass(frozen=True, slots=True)
class Entity:
    """A named entity: its first character in the sentence, its text, spaCy's label, and the kind of name that it means."""

    place: int
    text: str
    label: str
    kind: NameKind


def mended_entities(doc: Doc) -> Iterator[Entity]:
    """The entities of a sentence that can be names, in order, with their borders put right."""
    for entity in doc.ents:
        kind = KINDS.get(entity.label_)
        if kind is None:
            continue
        start, end = entity.start, entity.end
        while start < end and (_outside(doc[start]) or (_is_title(doc[start].text, kind) and end - start > 1)):
            start += 1
        while end - start > 1 and doc[start].text in CREDITS:
            start += 1
        while start < end and _outside(doc[end - 1]):
            end -= 1
        if start < end and _is_name(doc[start:end], kind):
            yield Entity(doc[start].idx, doc[start:end].text, entity.label_, kind)


def _is_title(word: str, kind: NameKind) -> bool:
    """Whether a word before a name is a title; a weak one only before a person: "General" in "General Lind", not in a company."""
    return word in titles() and (kind == "person" or titles()[word].kind != "weak")


def _outside(token: Token) -> bool:
    """Whether a token at the border of an entity is no part of the name."""
    return (
        token.is_punct
        or token.is_space
        or token.tag_ in {"DT", "POS", "PRP$", "``", "''", "HYPH"}
        or token.text in {"'s", "’s", "'", "’"}
        or (token.lower_ in function_words() and token.tag_ not in {"NNP", "NNPS"})
    )


def _is_name(tokens: DocSpan, kind: NameKind) -> bool:
    """Whether an entity can be a name at all."""
    text = tokens.text
    if text in not_names() or text in titles() or not any(character.isupper() for character in text):
        return False
    if kind == "person" and any(character.isdigit() for character in text):
        return False
    if any(token.text in {"|", ":", ";", "•"} or token.is_currency or token.like_url for token in tokens):
        return False
    # A finite verb before the last word makes it a clause of a headline in title case.
    return not any(token.tag_ in {"VBZ", "VBD", "MD"} for token in tokens[:-1])
