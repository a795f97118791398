"""What an amount is per: the amount in double brackets, its period or unit, the rule that says so."""

import pytest

from extract.facts.rates import rate_of
from extract.spans import Span


def rate(marked: str, *, annual_noun: bool = True) -> tuple[str, str] | None:
    start = marked.index("[[")
    end = marked.index("]]") - 2
    found = rate_of(marked.replace("[[", "").replace("]]", ""), Span(start, end), annual_noun=annual_noun)
    return (found.per, found.rule) if found else None


RATES = [
    ("It pays [[$5 million]] a year.", "P1Y", "rate-article"),
    ("It pays [[$5 million]] (4.6 million euros) a year.", "P1Y", "rate-article"),
    # The place of an amount ends with its equivalent, before the bracket.
    ("It pays [[$5 million (4.6 million euros]]) a year.", "P1Y", "rate-article"),
    ("It pays [[$5 million]] every month.", "P1M", "rate-article"),
    ("It pledged [[0.25%]] of its GDP a year.", "P1Y", "rate-article"),
    ("It loses [[$5 million]] of revenue annually.", "P1Y", "rate-adverb"),
    ("Rooms cost [[90 euros]] a night.", "P1D", "rate-article"),
    ("Films cost [[$9,000]] for a single hour.", "PT1H", "rate-article"),
    ("It asked for [[$900]] for each infected computer.", "computer", "rate-article"),
    ("Oil fell to [[$64]] per barrel.", "barrel", "rate-per"),
    ("Gold costs [[$2,000]] an ounce.", "ounce", "rate-article"),
    ("Income is [[$900]] per capita.", "person", "rate-per"),
    ("It costs [[$0.12]]/kWh.", "kilowatt-hour", "rate-per"),
    ("Offices cost [[70 pounds]] per square foot.", "square foot", "rate-per"),
    ("Gas costs [[$480]] per 1,000 cubic metres.", "1,000 cubic metre", "rate-per"),
    ("Flats cost [[800 pounds]] pcm.", "P1M", "rate-adverb"),
    ("It saves [[3 billion euros]] annually.", "P1Y", "rate-adverb"),
    ("It has a [[$14 million]] annual budget.", "P1Y", "rate-adverb"),
    ("It sold 40 million shares at [[$50]] apiece.", "share", "rate-apiece"),
    ("It sold 90 tickets at [[$50]] a pop.", "ticket", "rate-apiece"),
    ("The annual budget of [[5 million euros]] is spent.", "P1Y", "rate-of-noun"),
    ("The average monthly salary in the city was just over [[900 euros]].", "P1M", "rate-of-pay"),
    ("They paid monthly rent up to [[900 euros]].", "P1M", "rate-of-pay"),
    ("A gallon of petrol sells for an average of [[$4.34]].", "gallon", "rate-sold"),
    ("Prices fell from [[$300]] to $78 per carat.", "carat", "rate-per"),
    ("Petrol costs between [[90 cents]] and 98 cents a litre.", "litre", "rate-article"),
]

PLAIN = [
    "It had [[0.25%]] of its sales a year ago.",
    "It paid [[$5 million]] a week ago.",
    "It gave [[$5 million]] a boost.",
    "It paid [[$5 million]].",
    # A year's result is no rate.
    "It had an annual profit of [[$5 million]].",
    # Nothing is counted.
    "They paid [[$50]] each.",
    "The rate rose from [[3.9 per cent]] to 5.8 per cent.",
    "It paid [[$5 million]] to 300 people per day of work.",
]


@pytest.mark.parametrize(("marked", "per", "rule"), RATES)
def test_rates(marked: str, per: str, rule: str) -> None:
    assert rate(marked) == (per, rule)


@pytest.mark.parametrize("marked", PLAIN)
def test_plain_amounts(marked: str) -> None:
    assert rate(marked) is None


def test_annual_shares() -> None:
    assert rate("It has an annual target of [[5%]].", annual_noun=False) is None


def test_place_of_the_unit() -> None:
    text = "Prices fell from $300 to $78 per carat."
    found = rate_of(text, Span(17, 21))
    assert found is not None
    assert found.span.of(text) == "carat"
