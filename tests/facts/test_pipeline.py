"""The pipeline as a whole: the rows of small articles, models that are missing, batches that mix articles."""

from decimal import Decimal

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from extract.articles.article import Source
from extract.errors import ModelError
from extract.facts.fact import Fact
from extract.facts.parsing.default_model import DEFAULT_MODEL
from extract.facts.pipeline import Pipeline, checked, load_model

LITHUANIA = (
    "Lithuania has paid 20 million euros ($21 million) to Ukrainian makers of drones, the Lithuanian Defense Ministry said on "
    "March 1.\n\nThe Baltic country has pledged to spend 0.25% of its GDP on military aid each year."
)


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline()


def _cells(fact: Fact) -> tuple[str | None, ...]:
    return (
        fact.actor,
        fact.currency,
        f"{fact.amount:f}",
        fact.action,
        fact.status,
        fact.date,
        fact.date_basis,
        fact.source,
        fact.base,
    )


@pytest.mark.model
def test_rows_of_an_article(pipeline: Pipeline) -> None:
    facts = pipeline.read(Source("lt", LITHUANIA, "2025-03-02"))
    assert [_cells(fact) for fact in facts] == [
        ("Lithuania", "EUR", "20000000", "pay", "actual", "2025-03-01", "statement", "Lithuanian Defense Ministry", None),
        ("Lithuania", None, "0.25", "spend", "planned", "2025-03-02", "published", None, "GDP"),
    ]
    assert (facts[0].equivalent_amount, facts[0].equivalent_currency) == (Decimal(21_000_000), "USD")


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "actor", "recipient"),
    [
        ("Vilnius gave 20 million euros to Kyiv, officials said.", ("Lithuania", "LT"), ("Ukraine", "UA")),
        (
            "The Lithuanian Defense Ministry paid Ukraine 20 million euros.",
            ("Lithuanian Defense Ministry", None),
            ("Ukraine", "UA"),
        ),
        ("The European Union paid Jordan Hale 20 million euros.", ("European Union", None), ("Jordan Hale", None)),
    ],
)
def test_countries_have_their_codes(
    pipeline: Pipeline, text: str, actor: tuple[str, str | None], recipient: tuple[str, str | None]
) -> None:
    (fact,) = pipeline.read(text)
    assert (fact.actor, fact.actor_country) == actor
    assert (fact.recipient, fact.recipient_country) == recipient


@pytest.mark.model
def test_every_filled_slot_has_its_evidence(pipeline: Pipeline) -> None:
    slots = ("actor", "action", "status", "recipient", "programme", "source", "base", "per")
    for fact in pipeline.read(Source("lt", LITHUANIA, "2025-03-02")):
        told = {evidence.slot for evidence in fact.evidence}
        assert {slot for slot in slots if getattr(fact, slot) is not None} <= told
        assert all(e.span is None or e.span.of(LITHUANIA) == e.quote for e in fact.evidence)


@pytest.mark.model
def test_articles_read_together_give_what_each_gives_alone(pipeline: Pipeline) -> None:
    sources = [
        Source("lt", LITHUANIA, "2025-03-02"),
        Source("none", "Nothing was paid."),
        Source("us", "Acme earned $5 a share.", "2024-01-05"),
    ]
    assert list(pipeline.read_many(sources)) == [pipeline.read(source) for source in sources]


@pytest.mark.model
@pytest.mark.parametrize(("text", "quantities"), [("", []), ("\n\n", []), ("It was 5%", ["5%"])])
def test_texts_without_whole_sentences_are_read(pipeline: Pipeline, text: str, quantities: list[str]) -> None:
    assert [fact.quantity_text for fact in pipeline.read(Source("x", text))] == quantities


@pytest.fixture(scope="module")
def plain() -> Language:
    return spacy.load(DEFAULT_MODEL, exclude=["senter"])


def _told(doc: Doc) -> list[tuple[object, ...]]:
    return [
        (
            word.text,
            word.norm_,
            word.tag_,
            word.pos_,
            str(word.morph),
            word.lemma_,
            word.dep_,
            word.head.i,
            word.ent_iob,
            word.ent_type_,
        )
        for word in doc
    ]


@pytest.mark.model
def test_what_makes_it_quick_leaves_every_parse_as_spacy_has_it(pipeline: Pipeline, plain: Language) -> None:
    texts = [LITHUANIA, "Zyxwvian quombats (ZQB) can't've paid £3.5bn, y'know: \U0001f600 naïve Ångström's 2nd, e.g. U.S.-led."]
    assert [*map(_told, pipeline.nlp.pipe(texts))] == [*map(_told, plain.pipe(texts))]


@pytest.mark.model
def test_the_strings_of_all_labels_are_known(pipeline: Pipeline, plain: Language) -> None:
    labels = {label for name in plain.pipe_names for label in getattr(plain.get_pipe(name), "labels", ())}
    assert {label for label in labels if label not in pipeline.nlp.vocab.strings} == set()


def test_a_missing_model_is_named_with_the_command_that_installs_it() -> None:
    with pytest.raises(ModelError, match="python -m spacy download en_no_such_model"):
        load_model("en_no_such_model")


def test_a_model_without_parser_is_refused() -> None:
    with pytest.raises(ModelError, match="has no parser, ner, tagger, lemmatizer"):
        checked(spacy.blank("en"))
