"""The component in spaCy pipelines."""

from decimal import Decimal
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin

from extract.errors import ModelError, SourceError
from extract.facts.parsing.default_model import DEFAULT_MODEL
from extract.facts.pipeline import Pipeline
from extract.spacy_component import make_newsfacts
from extract.spans import Span

TEXT = "The fund paid 5 million euros to the town of Aston on Monday. Its director said the work would take a year."


@pytest.fixture(scope="module")
def nlp() -> Language:
    loaded = Pipeline(DEFAULT_MODEL).nlp
    loaded.add_pipe("newsfacts")
    return loaded


def test_a_pipeline_without_parser_or_ner_is_refused() -> None:
    with pytest.raises(ModelError, match=r"has no parser, ner"):
        make_newsfacts(spacy.blank("en"), "newsfacts", [])


@pytest.mark.model
def test_facts_of_a_document(nlp: Language) -> None:
    doc = nlp.make_doc(TEXT)
    doc.user_data["published"] = "2025-03-04"
    (fact,) = nlp(doc)._.facts
    assert (fact.quantity_text, fact.amount, fact.currency, fact.span) == (
        "5 million euros",
        Decimal(5_000_000),
        "EUR",
        Span(14, 29),
    )
    assert fact.date == "2025-03-03"
    assert fact.doc_id == "text"


@pytest.mark.model
def test_facts_are_those_of_the_pipeline(nlp: Language) -> None:
    assert nlp(TEXT)._.facts == Pipeline(nlp).read(TEXT)


@pytest.mark.model
def test_facts_are_read_with_the_users_vocabulary(nlp: Language, tmp_path: Path) -> None:
    own = tmp_path / "own.tsv"
    own.write_text("code\tforms\nPLN\tzorkies\n")
    component = make_newsfacts(nlp, "own", [str(own)])
    doc = component(nlp("The fund paid 5 zorkies to the town of Aston."))
    assert [(fact.quantity_text, fact.currency) for fact in doc._.facts] == [("5 zorkies", "PLN")]


@pytest.mark.model
def test_facts_survive_storing(nlp: Language) -> None:
    doc = nlp(TEXT)
    stored = DocBin(docs=[doc], store_user_data=True).to_bytes()
    (again,) = DocBin(store_user_data=True).from_bytes(stored).get_docs(nlp.vocab)
    assert again._.facts == doc._.facts
    assert len(again._.facts) == 1


@pytest.mark.model
def test_a_date_that_is_none_is_told(nlp: Language) -> None:
    doc = nlp.make_doc(TEXT)
    doc.user_data["published"] = "soon"
    with pytest.raises(SourceError, match="absurd publication date 'soon'"):
        nlp(doc)


@pytest.mark.model
def test_a_document_that_was_not_read_has_no_facts(nlp: Language) -> None:
    assert Doc(nlp.vocab, words=["Five", "euros"])._.facts == ()
