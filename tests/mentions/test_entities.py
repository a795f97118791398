"""Entities of spaCy, mended: sentences with hand-set tags and entities."""

import pytest
from spacy.lang.en import English
from spacy.tokens import Doc
from spacy.tokens import Span as DocSpan
from spacy.vocab import create_vocab

from extract.mentions.entities import mended_entities

VOCAB = create_vocab("en", English.Defaults)


def mended(words: str, tags: str, start: int, end: int, label: str) -> list[tuple[str, str]]:
    doc = Doc(VOCAB, words=words.split(), tags=tags.split())
    doc.set_ents([DocSpan(doc, start, end, label)])
    return [(entity.text, entity.kind) for entity in mended_entities(doc)]


CASES = [
    ("the Fjord Bank paid", "DT NNP NNP VBD", 0, 3, "ORG", [("Fjord Bank", "organisation")]),
    ("Berg 's plan won", "NNP POS NN VBD", 0, 2, "PERSON", [("Berg", "person")]),
    ("Chancellor Berg left", "NNP NNP VBD", 0, 2, "PERSON", [("Berg", "person")]),
    ("General Fjord Co paid", "NNP NNP NNP VBD", 0, 3, "ORG", [("General Fjord Co", "organisation")]),
    ("Courtesy Fjord Museum", "NNP NNP NNP", 0, 3, "PERSON", [("Fjord Museum", "person")]),
    ("AI costs more", "NNP VBZ RBR", 0, 1, "ORG", []),
    ("Explainer : Why", "NNP : WRB", 0, 1, "PERSON", []),
    ("the bank paid", "DT NN VBD", 0, 2, "ORG", []),
    ("Berg 2024 won", "NNP CD VBD", 0, 2, "PERSON", []),
    ("Fjord Buys Harbour Lines", "NNP VBZ NNP NNPS", 0, 4, "ORG", []),
    ("Fjord | Harbour said", "NNP NFP NNP VBD", 0, 3, "ORG", []),
    ("Monday was dry", "NNP VBD JJ", 0, 1, "ORG", []),
    ("five euros more", "CD NNS JJR", 0, 2, "MONEY", []),
]


@pytest.mark.parametrize(("words", "tags", "start", "end", "label", "found"), CASES)
def test_mended(words: str, tags: str, start: int, end: int, label: str, found: list[tuple[str, str]]) -> None:
    assert mended(words, tags, start, end, label) == found
