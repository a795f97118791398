"""What an amount is per: the amount in double brackets, its period or unit, the rule that says so."""

import pytest

from extract.facts.slots.rates import rate_of
from extract.spans import Span


def rate(marked: str, *, is_money: bool = True) -> tuple[str, str] | None:
    start = marked.index("[[")
    end = marked.index("]]") - 2
    found = rate_of(marked.replace("[[", "").replace("]]", ""), Span(start, end), is_money=is_money)
    return (found.per, found.rule) if found else None


RATES = [
    # Right behind the amount.
    ("It pays [[$5 million]] a year.", "P1Y", "rate-article"),
    ("It pays [[$5 million]] (4.6 million euros) a year.", "P1Y", "rate-article"),
    # The place of an amount ends with its equivalent, before the bracket.
    ("It pays [[$5 million (4.6 million euros]]) a year.", "P1Y", "rate-article"),
    ("It pays [[$5 million]] every month.", "P1M", "rate-article"),
    ("A [[$15]]-an-hour wage is law.", "PT1H", "rate-article"),
    ("Tours cost [[16 cents]]-a-minute.", "PT1M", "rate-article"),
    ("It earned 5 mln dlrs or [[34 cts]] a shr.", "share", "rate-article"),
    ("Rooms cost [[90 euros]] a night.", "P1D", "rate-article"),
    ("Films cost [[$9,000]] for a single hour.", "PT1H", "rate-article"),
    ("It asked for [[$900]] for each infected computer.", "computer", "rate-article"),
    ("It charges [[£2]] for every one megabyte.", "megabyte", "rate-article"),
    ("It will give [[500 euros]] to each household.", "household", "rate-article"),
    ("A tax of [[£11,000]] on every new house is planned.", "house", "rate-article"),
    ("It offered [[$30]] in cash a share.", "share", "rate-article"),
    ("Brent gained 1.7% to [[$93.37]] a barrel after the ministers met.", "barrel", "rate-article"),
    ("It pays [[$5 million]] a year in aid.", "P1Y", "rate-article"),
    ("Gold costs [[$2,000]] an ounce.", "ounce", "rate-article"),
    ("Oil fell to [[$64]] per barrel.", "barrel", "rate-per"),
    ("Crude cost [[15.20 dlrs]]/bbl.", "barrel", "rate-per"),
    ("Income is [[$900]] per capita.", "person", "rate-per"),
    ("It costs [[$0.12]]/kWh.", "kilowatt-hour", "rate-per"),
    ("Offices cost [[70 pounds]] per square foot.", "square foot", "rate-per"),
    ("Gas costs [[$480]] per 1,000 cubic metres.", "1,000 cubic metre", "rate-per"),
    ("They get [[900 euros]] in aid per household.", "household", "rate-per"),
    ("Only [[£100]] of interest (per parent) is free of tax.", "parent", "rate-per"),
    ("It asked for [[$9,000]] per use of the tune.", "use", "rate-per"),
    ("Interest is [[12 pct]] per annum.", "P1Y", "rate-per"),
    ("A [[$20]] congestion charge per vehicle is due.", "vehicle", "rate-per"),
    ("It earned [[$1.25]] on a per-share basis.", "share", "rate-per"),
    # A time further off.
    ("It aims at [[3%]] growth a year.", "P1Y", "rate-time"),
    ("It pledged [[0.25%]] of its GDP a year.", "P1Y", "rate-time"),
    ("They send home [[$3bn]] in remittances every year.", "P1Y", "rate-article"),
    ("It gives [[$5 million]] to schools in Tunis each year.", "P1Y", "rate-time"),
    ("About [[$5 million]] is spent on drugs every month.", "P1M", "rate-time"),
    ("A bridge that carries [[3%]] of its trade across the river each year.", "P1Y", "rate-time"),
    ("It loses [[$5 million]] of revenue annually.", "P1Y", "rate-adverb"),
    ("Flats cost [[800 pounds]] pcm.", "P1M", "rate-adverb"),
    ("It saves [[3 billion euros]] annually.", "P1Y", "rate-adverb"),
    ("It made [[€1 billion]] worth of shoes annually.", "P1Y", "rate-adverb"),
    ("Some [[€3 billion]] of these profits will be sent annually to Kyiv.", "P1Y", "rate-adverb"),
    ("It costs [[$5 million]] on an annual basis.", "P1Y", "rate-adverb"),
    ("Exports must grow by [[10 pct]] yearly.", "P1Y", "rate-adverb"),
    # An adjective between the amount and its noun.
    ("It has a [[$14 million]] annual budget.", "P1Y", "rate-adjective"),
    ("It adopted a [[$32.50]] hourly minimum wage.", "PT1H", "rate-adjective"),
    ("It makes [[$1 billion]] in annual revenue.", "P1Y", "rate-adjective"),
    ("The cut takes [[29 pounds]] off the monthly bill.", "P1M", "rate-adjective"),
    # Counted things, each with its price.
    ("It sold 40 million shares at [[$50]] apiece.", "share", "rate-apiece"),
    ("It sold 90 tickets at [[$50]] a pop.", "ticket", "rate-apiece"),
    ("Some 30 of the aircraft sold at [[$90 million]] each.", "aircraft", "rate-apiece"),
    ("It got 400 pledges of exactly [[$19.08]] each.", "pledge", "rate-apiece"),
    ("Its buns were [[87 cents]] each.", "bun", "rate-apiece"),
    ("It sold 40 delicacies worth [[$9]] each.", "delicacy", "rate-apiece"),
    # Ahead of the amount.
    ("The annual budget of [[5 million euros]] is spent.", "P1Y", "rate-of-noun"),
    ("They paid monthly rent up to [[900 euros]].", "P1M", "rate-of-pay"),
    ("It raised the minimum hourly wage to [[$15]].", "PT1H", "rate-of-pay"),
    ("It reported an annual turnover of Â[[£8 million]].", "P1Y", "rate-of-noun"),
    ("It takes [[60 cents]] in fees for every dollar.", "dollar", "rate-article"),
    ("The annual [[£1,200]] limit was kept.", "P1Y", "rate-of-noun"),
    ("The average monthly salary in the city was just over [[900 euros]].", "P1M", "rate-of-pay"),
    ("The monthly wage in the richest town, Lund, is [[900 euros]].", "P1M", "rate-of-pay"),
    ("The minimum monthly salary, which is currently [[$94]], rises.", "P1M", "rate-of-pay"),
    ("The median weekly rent for a unit has jumped 27.6% in a year, to [[$670]].", "P1W", "rate-of-pay"),
    ("Earnings per share of [[61 cents]] were expected.", "share", "rate-unit-ahead"),
    ("Spending per pupil reached [[5,000 pounds]].", "pupil", "rate-unit-ahead"),
    ("The per-person cost rose to [[$40]].", "person", "rate-unit-ahead"),
    ("A gallon of petrol sells for an average of [[$4.34]].", "gallon", "rate-sold"),
    ("The price of a barrel of crude closed at [[$51]].", "barrel", "rate-sold"),
    ("Each missile costs nearly [[$1 million]].", "missile", "rate-shared"),
    ("Every one of the 300 workers will get [[$500]].", "worker", "rate-shared"),
    ("Every pound spent here saves the health service [[42p]].", "pound", "rate-shared"),
    ("He said: “Every year we invest some [[€80 million]].”", "P1Y", "rate-opening"),
    ("It is a fund that each month gives away [[$5 million]].", "P1M", "rate-opening"),
    ("The fund says it annually spends up to [[$3 billion]].", "P1Y", "rate-opening"),
    # What the second amount is per, the first is too.
    ("Prices fell from [[$300]] to $78 per carat.", "carat", "rate-of-pair"),
    ("Petrol costs between [[90 cents]] and 98 cents a litre.", "litre", "rate-of-pair"),
    ("Petrol rose by [[41 cents]] over the past week to $3.65 a gallon.", "gallon", "rate-of-pair"),
    ("Petrol was at $3.65 a gallon, up from [[$3.20]].", "gallon", "rate-of-pair"),
]

PLAIN = [
    "It had [[0.25%]] of its sales a year ago.",
    "It paid [[$5 million]] a week ago.",
    "It gave [[$5 million]] a boost.",
    "It paid [[$5 million]].",
    # A time in which, not a rate.
    "It will spend [[2%]] of its GDP on roads within a decade.",
    "The tax was cut to [[30%]]\n\nAn annual report came out.",
    "It caused [[$600,000]] of damage to a factory.",
    "It asked for [[$100 million]] of aid at a meeting with donors.",
    "They spend [[30%]] of their monthly salary on rent.",
    "It owns [[5%]] of a house each of them wants.",
    # A year's result is no rate.
    "It had an annual profit of [[$5 million]].",
    "It made [[$5 million]] in yearly profit.",
    "Its annual revenue rose to [[$5 million]].",
    "It had an annual [[$5 million]] loss.",
    # Of two amounts that are no pair only the second is divided.
    "It earned [[5 mln dlrs]] or 34 cts a share.",
    "It paid [[$5 million]] and $30 a share.",
    "It paid [[$500]] and $30 a share.",
    "It raised its bid by [[$5 million]] to $30 a share.",
    "It paid $30 a share, [[$500]] in all.",
    "It earned $3 million a year, up from [[$2 million]].",
    "It signed a [[$5 million]] deal a year ago.",
    "It cost [[$5 million]] a day after the ministers met.",
    "It gave [[$5 million]] to the annual fair.",
    # The source of what is told.
    "It has a [[$5 million]] bonus per reports.",
    "It owes [[$5 million]] per the contract.",
    "It owes [[$5 million]] per Kantar.",
    # Nothing is counted.
    "They paid [[$50]] each.",
    "Three winners met. It paid [[$50]] each.",
    "The index fell by [[20 percent]] each.",
    # One thing sold, not one of many.
    "A house of his was sold for [[$5 million]].",
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
    assert rate("It has an annual target of [[5%]].", is_money=False) is None


def test_place_of_the_unit() -> None:
    text = "Prices fell from $300 to $78 per carat."
    found = rate_of(text, Span(17, 21))
    assert found is not None
    assert found.span.of(text) == "carat"
