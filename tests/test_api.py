"""The program from Python."""

from decimal import Decimal

import pandas as pd
import pytest

import extract
from extract.api import Texts
from extract.articles.article import Source
from extract.errors import ModelError, SourceError

TEXT = "The fund paid 5 million euros to the town of Aston on Monday. Its director said the work would take a year."


def test_the_room_of_facts_can_be_called_and_is_still_a_package() -> None:
    from extract.facts.fact import Fact

    assert callable(extract.facts)
    assert vars(extract)["facts"].fact.Fact is Fact


def test_names_that_are_not_there() -> None:
    with pytest.raises(AttributeError, match="module 'extract' has no attribute 'fact'"):
        extract.fact  # noqa: B018


def test_a_missing_model_is_named_with_the_command_that_installs_it() -> None:
    with pytest.raises(ModelError, match="'en_core_web_nowhere' is not installed") as raised:
        extract.Pipeline(model="en_core_web_nowhere")
    assert "python -m spacy download en_core_web_nowhere" in raised.value.mend


def test_an_absurd_date_is_told() -> None:
    with pytest.raises(SourceError, match="absurd publication date 'soon'"):
        extract.facts(TEXT, published="soon")


@pytest.mark.model
def test_facts_of_a_text() -> None:
    frame = extract.facts(TEXT, published="2025-03-04")
    assert frame[["doc_id", "start", "end", "quantity_text", "currency", "date"]].to_dict("records") == [
        {"doc_id": "text", "start": 14, "end": 29, "quantity_text": "5 million euros", "currency": "EUR", "date": "2025-03-03"}
    ]
    assert frame["amount"].tolist() == [Decimal(5_000_000)]


@pytest.mark.model
def test_a_text_without_quantities_has_an_empty_table() -> None:
    frame = extract.facts("The council met on Monday.")
    assert len(frame) == 0
    assert frame.columns[0] == "doc_id"


@pytest.fixture(scope="module")
def pipeline() -> extract.Pipeline:
    return extract.Pipeline()


RECORDS: list[dict[str, object]] = [{"id": "a", "Body": TEXT}, {"id": None, "Body": TEXT, "date": float("nan")}]
TABLES = [
    ([Source("a", TEXT), Source("b", "Nothing to see."), Source("c", TEXT)], ["a", "c"]),
    ([Source("a", TEXT), Source("a", TEXT), Source("a", f"{TEXT} It did.")], ["a", "a~2"]),
    ([TEXT, f"{TEXT} It did."], ["text", "text~2"]),
    (TEXT, ["text"]),
    (RECORDS, ["a", "text#2"]),
    (pd.DataFrame(RECORDS), ["a", "text#2"]),
]


@pytest.mark.model
@pytest.mark.parametrize(("articles", "ids"), TABLES, ids=range(len(TABLES)))
def test_a_table_of_many_articles(pipeline: extract.Pipeline, articles: Texts, ids: list[str]) -> None:
    assert pipeline.table(articles)["doc_id"].tolist() == ids


@pytest.mark.model
def test_copies_share_a_story(pipeline: extract.Pipeline) -> None:
    story = (
        f"{TEXT} The council had asked for twice as much, for the roof of the library leaks and the pool has been closed since May."
    )
    records = [{"id": "a", "text": story}, {"id": "b", "text": f"ASTON (Wire) — {story}"}, {"id": "c", "text": TEXT}]
    table = pipeline.table(records)
    assert list(zip(table["doc_id"], table["story_id"], strict=True)) == [("a", "a"), ("b", "a"), ("c", "c")]


@pytest.mark.model
def test_facts_of_many_articles(pipeline: extract.Pipeline) -> None:
    assert [len(facts) for facts in pipeline.read_many([TEXT, "Nothing to see.", TEXT])] == [1, 0, 1]
    assert len(pipeline.read(TEXT)) == 1


@pytest.mark.model
def test_a_record_without_text_is_told(pipeline: extract.Pipeline) -> None:
    with pytest.raises(SourceError, match="no text"):
        pipeline.table([{"id": "a"}])
