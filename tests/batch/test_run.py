"""Runs over many sources with a reader of facts that fails where it is told to."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal

import pytest

from extract.articles.article import Article, Given, Page, Source
from extract.articles.prepare import prepare
from extract.articles.readers.failure import Failure
from extract.batch.batches import ARTICLES, CHARACTERS
from extract.batch.outcome import Done
from extract.batch.run import LONGEST, clean, extract, mentions
from extract.errors import ModelError
from extract.facts.fact import Fact
from extract.spans import Span


class Words:
    """A reader that takes every word `million` for a fact, stumbles over `crash`, ends with `no model` or `no memory`."""

    def __init__(self) -> None:
        self.batches: list[int] = []

    def read_sources(self, articles: Iterable[Source]) -> Iterator[tuple[Article, tuple[Fact, ...]]]:
        articles = list(articles)
        self.batches.append(len(articles))
        for article in articles:
            if "no model" in article.text:
                raise ModelError("no such model")
            if "no memory" in article.text:
                raise MemoryError
            if "crash" in article.text:
                raise IndexError("list index out of range")
            whole = Span(0, len(article.text))
            count = article.text.count("million")
            fact = Fact(article.id, whole, "million", "money", Decimal(1), "body", whole, article.text)
            yield prepare(article), (fact,) * count


def source(id_: str, text: str) -> Source:
    return Source(id_, text, place=f"news.jsonl, line {id_}")


def brief(outcomes: Iterable[Done | Failure]) -> list[tuple[str | None, int | str]]:
    return [(each.id, len(each.rows)) if isinstance(each, Done) else (each.id, each.reason) for each in outcomes]


GERMAN = (
    "Die Regierung hat am Montag beschlossen, den Gemeinden im kommenden Jahr zwanzig Millionen Euro für den Bau von Schulen "
    "zu geben. Der Minister sagte, das Geld werde schon im Januar fließen. Die Opposition nannte den Beschluss verspätet und "
    "forderte eine höhere Summe für die ländlichen Kreise des Landes."
)

PARAGRAPH = "<p>The city paid one million for a bridge.</p>"
PAGE = f"<html><head><title>T</title></head><body><article>{PARAGRAPH * 9}</article></body></html>"
NO_ARTICLE = "no article in the page; look whether it is a list, a film or a page that a script fills"
FAULT = "IndexError: list index out of range; a fault of the program: please report it with the article"
TOLD = Failure("news.jsonl", "line 9", None, "broken JSON")

RUNS = [
    ([], []),
    ([source("1", "One million."), source("2", "None.")], [("1", 1), ("2", 0)]),
    ([source("1", "million million"), TOLD, source("2", "million")], [("1", 2), (None, "broken JSON"), ("2", 1)]),
    (
        [source("1", "million"), source("2", "crash million"), source("3", "million")],
        [("1", 1), ("2", FAULT), ("3", 1)],
    ),
    (
        [Page("1", PAGE.encode()), Page("2", b"<html></html>"), source("3", "million")],
        [("1", 9), ("2", NO_ARTICLE), ("3", 1)],
    ),
    ([source("1", " \n")], [("1", "the text is empty; fetch it again, or take it out")]),
    ([source("1", GERMAN)], [("1", "not English: the text is in 'de'; read it all the same with --any-language")]),
    ([source("1", GERMAN[:120])], [("1", 0)]),
    (
        [source("1", "a " * LONGEST), source("2", "million")],
        [("1", "10,000,000 characters in one article, more than 5,000,000; give its articles one by one"), ("2", 1)],
    ),
]


@pytest.mark.parametrize(("sources", "expected"), RUNS, ids=range(len(RUNS)))
def test_extract(sources: list[Given | Failure], expected: list[tuple[str | None, int | str]]) -> None:
    assert brief(extract(sources, Words())) == expected


def test_a_failure_names_file_and_line() -> None:
    assert list(extract([source("7", "crash")], Words())) == [Failure("news.jsonl", "line 7", "7", FAULT)]


def test_other_languages_are_read_when_asked_for() -> None:
    assert brief(extract([source("1", GERMAN)], Words(), any_language=True)) == [("1", 0)]


class Doubts:
    """A reader with a fact of each confidence from 0.1 to 0.3, and one that was not measured."""

    def read_sources(self, articles: Iterable[Source]) -> Iterator[tuple[Article, tuple[Fact, ...]]]:
        for article in articles:
            whole = Span(0, len(article.text))
            fact = Fact(article.id, whole, article.text, "money", Decimal(1), "body", whole, article.text)
            yield prepare(article), tuple(replace(fact, confidence=confidence) for confidence in (0.1, 0.2, 0.3, None))


@pytest.mark.parametrize(("least", "rows"), [(0.0, 4), (0.2, 2), (0.21, 1), (1.0, 0)])
def test_rows_of_less_confidence_are_left_out(least: float, rows: int) -> None:
    assert brief(extract([source("1", "One million.")], Doubts(), min_confidence=least)) == [("1", rows)]


def test_articles_are_read_in_batches_and_one_by_one_only_where_one_failed() -> None:
    reader = Words()
    texts = ["million"] * (2 * ARTICLES) + ["crash", "million"]
    found = brief(extract([source(str(number), text) for number, text in enumerate(texts)], reader))
    assert [rows for _, rows in found] == [1] * (2 * ARTICLES) + [FAULT, 1]
    assert reader.batches == [ARTICLES, ARTICLES, 2, 1, 1]


def test_batches_are_sized_by_length() -> None:
    reader = Words()
    long = "million " * (CHARACTERS // 8 // 2)
    found = brief(
        extract([source(str(number), long if number < 5 else "million") for number in range(9)], reader, any_language=True)
    )
    assert [number for number, _ in found] == [str(number) for number in range(9)]
    assert reader.batches == [2, 2, 5]


def test_sources_are_taken_as_they_are_needed() -> None:
    taken = []

    def endless() -> Iterator[Source]:
        number = 0
        while True:
            taken.append(number)
            yield source(str(number), "million")
            number += 1

    next(extract(endless(), Words()))
    assert len(taken) == ARTICLES + 1


def test_too_little_memory_ends_the_run_or_the_worker() -> None:
    with pytest.raises(MemoryError):
        list(extract([source("1", "no memory")], Words()))


def test_a_missing_model_ends_the_run() -> None:
    with pytest.raises(ModelError):
        list(extract([source("1", "no model")], Words()))


def test_clean() -> None:
    text = "Fund pays town\n\nThe fund paid 5 million euros to the town on Sunday, its director told reporters there."
    (done,) = clean([Source("a", text, published="2025-03-02", title="Fund pays town")])
    assert isinstance(done, Done)
    (row,) = done.rows
    assert {name: cell for name, cell in row.items() if cell is not None} == {
        "id": "a",
        "body": text.splitlines()[2],
        "title": "Fund pays town",
        "published": "2025-03-02",
        "published_basis": "given",
        "language": "en",
        "text": text,
    }


def test_clean_names_what_is_empty() -> None:
    assert brief(clean([source("1", "")])) == [("1", "the text is empty; fetch it again, or take it out")]


def test_mentions_reads_every_language_and_every_line() -> None:
    (done,) = mentions([Source("a", f"Menu 1%\n{GERMAN}\nSubscribe for $5.")])
    assert isinstance(done, Done)
    found = {(row["kind"], row["text"]) for row in done.rows}
    assert {("percent", "1%"), ("money", "$5")} <= found
