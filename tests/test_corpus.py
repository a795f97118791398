"""The corpus and its lessons agree with themselves: gold with texts, and texts with what they are said not to hold."""

import re
import shutil
from itertools import pairwise
from pathlib import Path

import pytest

from extract.evaluation.annotations import GoldArticle
from extract.evaluation.gold import read_gold
from extract.evaluation.gold_tsv import read_table
from extract.evaluation.placing import place_corpus
from extract.lexicons import read_table as read_lexicon
from extract.spans import Span

CORPUS = Path(__file__).parent.parent / "corpus"
LESSONS = CORPUS / "lessons"
ARTICLES = (*read_gold(CORPUS), *read_gold(LESSONS))
NO_ROW = "# no row: "
LONG = 60  # characters of a line that no two articles share by chance
# Rough on purpose: what a reader's eye catches on. It finds no amount whose currency is carried over from the one before it.
QUANTITY = re.compile(
    r"[$€£]\s?\d[\d.,]*"
    r"|\b(?:Rs|N|K)\s?\d[\d.,]*"
    r"|\d[\d.,]*(?: (?:[mb]ln|million|billion|trillion))? ?"
    r"(?:dollars|euros|pounds|pence|cents|cts|dlrs?|naira|kroner|crowns|EUR|USD)\b"
    r"|\d[\d.,]* ?(?:%|per ?cent|pct|percentage points?|basis points)"
    r"|\b(?:a (?:third|quarter|fifth|tenth)(?!-)|half|two.thirds)\b"
)

by_article = pytest.mark.parametrize("article", ARTICLES, ids=[article.id for article in ARTICLES])


def row_spans(article: GoldArticle) -> list[Span]:
    return sorted(span for row in article.rows for span in (row.span, row.equivalent_span) if span)


def no_row_quotes(article: GoldArticle) -> list[str]:
    top = read_table(Path(article.place)).top
    return [line.removeprefix(NO_ROW).strip() for line in top if line.startswith(NO_ROW)]


@by_article
def test_spans_do_not_overlap(article: GoldArticle) -> None:
    spans = row_spans(article)
    assert [(a, b) for a, b in pairwise(spans) if a.overlaps(b)] == []


@by_article
def test_every_quantity_is_a_row_or_said_to_be_none(article: GoldArticle) -> None:
    places = [article.text.index(quote) for quote in no_row_quotes(article)]
    told = row_spans(article) + [
        Span(place, place + len(quote)) for place, quote in zip(places, no_row_quotes(article), strict=True)
    ]
    found = [Span(*match.span()) for match in QUANTITY.finditer(article.text)]
    assert [span.of(article.text) for span in found if not any(span.overlaps(other) for other in told)] == []


@by_article
def test_no_row_quotes_stand_once_and_beside_the_rows(article: GoldArticle) -> None:
    quotes = no_row_quotes(article)
    places = [Span(article.text.find(quote), article.text.find(quote) + len(quote)) for quote in quotes]
    assert [article.text.count(quote) for quote in quotes] == [1] * len(quotes)
    assert [place for place in places if any(place.overlaps(span) for span in row_spans(article))] == []


@by_article
def test_currencies_are_known(article: GoldArticle) -> None:
    known = {row["code"] for row in read_lexicon("currencies")}
    slots = ("currency", "equivalent_currency")
    codes = {code for row in article.rows for slot in slots for code in row.accepted(slot) if code}
    assert codes - known == set()


@by_article
def test_text_tells_its_date(article: GoldArticle) -> None:
    assert article.published is not None
    assert article.published[:4] in article.text


@pytest.mark.parametrize("folder", [CORPUS, LESSONS], ids=lambda folder: folder.name)
def test_offsets_are_as_placing_leaves_them(folder: Path, tmp_path: Path) -> None:
    shutil.copytree(folder, tmp_path / "corpus")
    assert place_corpus(tmp_path / "corpus") == ()


def test_lessons_are_no_articles_of_the_corpus() -> None:
    """What the weights are learned from must not be what the floors are measured on."""
    unseen, lessons = read_gold(CORPUS), read_gold(LESSONS)
    sentences = [
        {line for article in several for line in article.text.splitlines() if len(line) > LONG} for several in (unseen, lessons)
    ]
    assert {article.id for article in unseen} & {article.id for article in lessons} == set()
    assert sentences[0] & sentences[1] == set()


LITHUANIA = [
    ("20 million euros", "EUR", "20000000", "$21 million", "Lithuania", "Danish model", "2025-03-01", "actual", "Ukraine"),
    ("$1 billion", "USD", "1000000000", "", "Ukraine", "Danish model", "2025", "planned", None),
    ("910 million euros", "EUR", "910000000", "$940 million", "Lithuania", None, "2022/..", "actual", "Ukraine"),
    ("0.25%", None, "0.25", "", "Lithuania", None, "2025-03-02", "planned", "Ukraine"),
]


def test_the_rows_of_the_first_article() -> None:
    (article,) = (article for article in ARTICLES if article.id == "lithuania-danish-model")
    slots = ("currency", "amount"), ("actor", "programme", "date", "status", "recipient")
    rows = [
        (
            row.quote,
            *(row.accepted(slot)[0] for slot in slots[0]),
            row.equivalent_quote,
            *(row.accepted(slot)[0] for slot in slots[1]),
        )
        for row in article.rows
    ]
    assert rows == LITHUANIA
