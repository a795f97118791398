"""Named entities of spaCy, mended: a parsed sentence enters, the entities that can be names leave.

The tagger's spans are hints. Its borders are moved off articles, possessives, titles and quotes; what no name can be is dropped.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from extract.mentions.proper_names import NameKind, function_words, kind_of, not_names, titles

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


@dataclass(frozen=True, slots=True)
class Entity:
    """A named entity: its tokens `[start, end)` in the sentence, spaCy's label, and what kind of name that is."""

    start: int
    end: int
    label: str
    kind: NameKind


def _outside(token: Token) -> bool:
    """Whether a token at the border of an entity is no part of the name."""
    return (
        token.is_punct
        or token.is_space
        or token.tag_ in {"DT", "POS", "PRP$", "``", "''", "HYPH"}
        or token.text in {"'s", "’s", "'", "’"}
        or token.lower_ in function_words()
    )


def mended_entities(doc: Doc) -> Iterator[Entity]:
    """The entities of a sentence that can be names, in order, with their borders put right."""
    for entity in doc.ents:
        kind = KINDS.get(entity.label_)
        if kind is None:
            continue
        start, end = entity.start, entity.end
        while start < end and _outside(doc[start]):
            start += 1
        while start < end and _outside(doc[end - 1]) and not (doc[end - 1].text.endswith(".") and len(doc[end - 1]) > 1):
            end -= 1
        while end - start > 1 and doc[start].text in titles():
            start += 1
        if start < end and _is_name(doc[start:end].text, [doc[i] for i in range(start, end)], kind):
            yield Entity(start, end, entity.label_, kind_of(doc[start:end].text) or kind)


def _is_name(text: str, tokens: list[Token], kind: NameKind) -> bool:
    """Whether an entity can be a name at all."""
    if text in not_names() or text in titles() or not any(character.isupper() for character in text):
        return False
    if kind == "person" and any(character.isdigit() for character in text):
        return False
    if any(token.text in "|:;•" or token.is_currency or token.like_url for token in tokens):
        return False
    # A finite verb inside is a clause of a headline in title case.
    return not any(token.tag_ in {"VBZ", "VBD", "MD"} and token.text != tokens[-1].text for token in tokens)
