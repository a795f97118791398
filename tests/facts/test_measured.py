"""What a figure measures: markets, accounts of firms, economies, surveys, votes."""

import pytest
from spacy.language import Language

from extract.articles.article import Source
from extract.articles.prepare import prepare
from extract.facts.frame import frame_of
from extract.facts.linking import quantities_of
from extract.facts.reading import outline, read
from extract.facts.slots.measured import measured
from extract.lexicons import read_table


def test_each_noun_measures_one_known_kind() -> None:
    rows = read_table("measured_things")
    assert {row["kind"] for row in rows} == {"market", "accounts", "economy", "survey", "vote"}
    assert len({row["lemma"] for row in rows}) == len(rows)


MEASURED = [
    ("Shares of the bank fell 3%.", ("market",)),
    ("Revenue rose to $5 million.", ("accounts",)),
    ("The firm posted a profit of $5 million.", ("accounts",)),
    ("Inflation slowed to 3%.", ("economy",)),
    ("Fewer than 3% of voters stayed away.", ("vote",)),
    ("The mayor bought a horse for $5,000.", ("other",)),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "expected"), MEASURED, ids=[each[0] for each in MEASURED])
def test_measured(nlp: Language, text: str, expected: tuple[str, ...]) -> None:
    (reading,) = read(nlp, [outline(prepare(Source("text", text, "2025-03-05")))])
    ((parsed, mention),) = quantities_of(reading)
    frame = frame_of(parsed, mention)
    assert frame is not None
    assert measured(frame) == expected
