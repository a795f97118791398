"""Quick NER: its entities are those of spaCy's own decoder."""

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span

from extract.facts.parsing.default_model import DEFAULT_MODEL
from extract.facts.parsing.quick_ner import QuickNer, is_usual
from extract.facts.pipeline import load_model

TEXTS = [
    "The European Bank for Reconstruction and Development paid $5 million to Rova Lindt in Oslo on 3 May 2021.",
    "It paid.",
    "",
    " ",
    "Lindt",
    "He met Anna Lindt. The Danish Crown of Oslo gave 5% in May.",  # two sentences: no entity crosses the border
    "In New  York\n\nthe United States of America and Mr Lindt, of Lindt & Sons, said so",  # white space that is a token
    "MINISTER OF FINANCE ROVA LINDT SAYS EUROPEAN UNION TO PAY EUR 20 MILLION",
    "Lindt, Rova, Oslo, Bergen, the World Bank, WHO, UNICEF and the Red Cross paid for Star Wars and for the Olympic Games.",
]


@pytest.fixture(scope="module")
def plain() -> Language:
    with pytest.warns(UserWarning, match="W095"):
        return spacy.load(DEFAULT_MODEL)


def entities(doc: Doc) -> list[tuple[int, int, str]]:
    return [(entity.start, entity.end, entity.label_) for entity in doc.ents]


def test_entities_are_the_same(plain: Language) -> None:
    quick = load_model(DEFAULT_MODEL)
    assert isinstance(quick.get_pipe("ner"), QuickNer)
    assert is_usual(plain.get_pipe("ner"))
    found, expected = list(quick.pipe(TEXTS)), list(plain.pipe(TEXTS))
    assert [entities(doc) for doc in found] == [entities(doc) for doc in expected]
    assert [doc.to_array("ENT_IOB").tolist() for doc in found] == [doc.to_array("ENT_IOB").tolist() for doc in expected]
    assert sum(len(doc.ents) for doc in found) > 20


def test_entities_that_are_there_stay() -> None:
    nlp = load_model(DEFAULT_MODEL)
    doc = nlp("Rova Lindt paid Oslo $5 million.", disable=["ner"])
    doc.set_ents([Span(doc, 1, 2, label="ORG")], default="unmodified")
    assert ("Lindt", "ORG") in [(entity.text, entity.label_) for entity in nlp.get_pipe("ner")(doc).ents]


def test_another_recogniser_is_left_alone() -> None:
    assert not is_usual(QuickNer)
