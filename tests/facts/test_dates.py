"""When it happened: the value of a date, where it lies, how times are tied to a quantity, the candidates of a fact's date."""

import pytest
from spacy.language import Language

from extract.articles.article import Source
from extract.articles.prepare import prepare
from extract.facts.clauses import own_tense, tense_of
from extract.facts.dates.candidates import FactDate, date_candidates, nearest_side, period_named
from extract.facts.dates.distant import times_after, times_before
from extract.facts.dates.ties import comparison, ties
from extract.facts.dates.values import date_of, days_off, distance, grain, iso_date, side
from extract.facts.frame import Frame, frame_of
from extract.facts.linking import quantities_of
from extract.facts.reading import Reading, outline, read
from extract.mentions.times.timex import Timex
from extract.spans import Mention, Span

PUBLISHED = "2025-03-05"


def frames(nlp: Language, text: str, *, published: str | None = PUBLISHED) -> tuple[Reading, dict[str, Frame]]:
    """The reading of a text, and the frame of each of its quantities by the quantity's words."""
    (reading,) = read(nlp, [outline(prepare(Source("text", text, published)))])
    found = {mention.quote: frame_of(parsed, mention) for parsed, mention in quantities_of(reading)}
    return reading, {quote: frame for quote, frame in found.items() if frame is not None}


ISO = [
    (Timex("DATE", "2025-03"), "2025-03"),
    (Timex("TIME", "2025-03-01T17:00"), "2025-03-01"),
    (Timex("DATE", "2025-W09-WE"), "2025-W09"),
    (Timex("DATE", "2024", begin="2024", end="2027"), "2024/2027"),
    (Timex("DATE", "2022", begin="2022"), "2022/.."),
    (Timex("DATE", "2030", end="2030"), "../2030"),
    (Timex("DURATION", "P3Y", begin="2025", end="2028"), "2025/2028"),
    (Timex("DURATION", "P3Y"), None),
    (Timex("DATE", "PRESENT_REF"), None),
    (Timex("DATE", "XXXX-03-01"), None),
    (Timex("DATE", "XXXX-03", begin="XXXX-03"), None),
    (Timex("SET", "P1Y"), None),
]


@pytest.mark.parametrize(("timex", "expected"), ISO, ids=[str(timex) for timex, _ in ISO])
def test_iso_date(timex: Timex, expected: str | None) -> None:
    assert iso_date(timex) == expected


HOURS = [
    # the words, their value, the date that they give a fact
    ("6 p.m.", "2025-03-01T18:00", None),
    ("8:05 a.m. ET", "2025-03-01T08:05", None),
    ("between 10:00 and 11:30 GMT", "2025-03-01T10:00", None),
    ("6 p.m. on Saturday", "2025-03-01T18:00", "2025-03-01"),
    ("Saturday evening", "2025-03-01TEV", "2025-03-01"),
    ("March 1", "2025-03-01", "2025-03-01"),
]


@pytest.mark.parametrize(("quote", "value", "expected"), HOURS, ids=[each[0] for each in HOURS])
def test_an_hour_alone_is_no_date(quote: str, value: str, expected: str | None) -> None:
    assert date_of(Mention(Span(0, len(quote)), quote, Timex("TIME", value), "hour")) == expected


PLACES = [
    # date, grain, side, days off, distance
    ("2025-03-05", "day", "present", 0, "now"),
    ("2025-03-04", "day", "past", -1, "-day"),
    ("2025-03-12", "day", "future", 7, "+week"),
    ("2025-W09", "week", "past", -3, "-week"),
    ("2025-02", "month", "past", -5, "-week"),
    ("2025-Q1", "quarter", "present", 0, "now"),
    ("2024", "year", "past", -64, "-year"),
    ("2023", "year", "past", -430, "-long"),
    ("2026", "year", "future", 302, "+year"),
    ("2022/..", "open", "present", 0, "now"),
    ("../2030", "open", "future", 0, "now"),
    ("../2024", "open", "past", -64, "-year"),
    ("2026/2028", "interval", "future", 302, "+year"),
    ("2022/2024", "interval", "past", -64, "-year"),
]


@pytest.mark.parametrize(("date", "whole", "lies", "days", "far"), PLACES, ids=[each[0] for each in PLACES])
def test_place_in_time(date: str, whole: str, lies: str, days: int, far: str) -> None:
    found = (grain(date), side(date, PUBLISHED), days_off(date, PUBLISHED), distance(date, PUBLISHED))
    assert found == (whole, lies, days, far)


def test_without_publication_nothing_is_known_of_the_place() -> None:
    assert (side("2024", None), distance("2024", None)) == ("unknown", "unknown")


@pytest.mark.parametrize(
    "when", [FactDate("2025-03", "event"), FactDate("../2030", "statement"), FactDate("2025-03-05", "published")]
)
def test_fact_date_is_read_back(when: FactDate) -> None:
    assert FactDate.of(str(when)) == when


def test_no_candidate_value_is_no_date() -> None:
    assert FactDate.of(None) == FactDate(None, None)


TENSES = [
    ("Lithuania paid $5 million.", "paid", "past", "past"),
    ("Lithuania pays $5 million.", "pays", "present", "present"),
    ("Lithuania has paid $5 million.", "paid", "perfect", "perfect"),
    ("Lithuania had paid $5 million.", "paid", "pluperfect", "pluperfect"),
    ("Lithuania will pay $5 million.", "pay", "will", "will"),
    ("Lithuania won't pay $5 million.", "pay", "will", "will"),
    ("Lithuania would have paid $5 million.", "paid", "would", "would"),
    ("Lithuania did not pay $5 million.", "pay", "past", "past"),
    ("The sum was paid by Lithuania.", "paid", "past", "past"),
    ("Lithuania agreed to pay $5 million.", "pay", None, "past"),
    ("Lithuania is to pay $5 million.", "pay", "will", "will"),
    ("Lithuania was to pay $5 million.", "pay", "would", "would"),
    ("Lithuania to pay $5 million.", "pay", "will", "will"),
    ("Lithuania will lend the money and pay $5 million.", "pay", "will", "will"),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "word", "own", "inherited"), TENSES, ids=[each[0] for each in TENSES])
def test_tense(nlp: Language, text: str, word: str, own: str | None, inherited: str) -> None:
    verb = next(token for token in nlp(text) if token.text == word)
    assert (own_tense(verb), tense_of(verb)) == (own, inherited)


TIED = [
    # text, quantity, the dates of its sentence from near to far, each with how it hangs together with the quantity
    ("In 2024 Lithuania paid $5 million.", "$5 million", [("2024", "1-verb")]),
    ("Lithuania paid $5 million and Latvia gave $7 million in 2024.", "$5 million", [("2024", "7-conj-rival")]),
    ("Lithuania paid $5 million and Latvia gave $7 million in 2024.", "$7 million", [("2024", "1-verb")]),
    ("Lithuania has paid $5 million since 2022 and has pledged $7 million.", "$7 million", []),
    ("Lithuania sued the firm in 2024 and pledged $7 million.", "$7 million", [("2024", "8-first-of-list")]),
    ("In 2024 Lithuania paid $5 million and pledged $7 million.", "$7 million", [("2024", "4-shared-rival")]),
    ("Lithuania aims to pay $5 million in 2024.", "$5 million", [("2024", "1-verb")]),
    ("Lithuania aims in 2024 to pay $5 million.", "$5 million", [("2024", "3-infinitive")]),
    ("Lithuania, which sued the firm in 2024, paid $5 million.", "$5 million", [("2024", "7-relcl")]),
    ("The ministry said on Monday that it would pay $5 million.", "$5 million", [("2025-03-03", "2-speech")]),
    ("Inflation fell to 3% from 5% in 2023.", "3%", []),
    ("Inflation fell to 3% from 5% in 2023.", "5%", [("2023", "1-verb")]),
    ("Inflation fell from 5% to 3% in 2023.", "3%", [("2023", "1-verb")]),
    ("Profit rose 78% from 2022.", "78%", []),
    (
        "Profit was $5 million from 2022 to 2024.",
        "$5 million",
        [("2022/2024", "1-verb-compared"), ("2022/2024", "1-verb-compared")],
    ),
    ("In 2024 it paid more than $5 million.", "$5 million", [("2024", "1-verb-compared")]),
    ("Hours are 5% above the level of 2023.", "5%", []),
    ("Profit rose 4%, the highest since 2019.", "4%", []),
    ("Profit rose 4%, the highest rise in 2019.", "4%", [("2019", "3-noun-compared")]),
    ("Lithuania paid $5 million.", "$5 million", []),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "quantity", "expected"), TIED, ids=[f"{each[1]} in {each[0]}" for each in TIED])
def test_ties(nlp: Language, text: str, quantity: str, expected: list[tuple[str, str]]) -> None:
    reading, found = frames(nlp, text)
    assert [(tie.date, tie.closeness) for tie in ties(reading, found[quantity])] == expected


COMPARED = [
    ("Inflation fell to 3% from a high in 2023.", "3%", "from"),
    ("Inflation was 3%, compared with 5% in 2023.", "3%", "compared"),
    ("Inflation was 3%, compared with 5% in 2023.", "5%", "none"),
    ("Inflation fell to 3%, its lowest level since 2021.", "3%", "superlative"),
    ("In 2024 more than 3% were poor.", "3%", "than"),
    ("Inflation fell to 3% in 2024.", "3%", "none"),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "quantity", "expected"), COMPARED, ids=[f"{each[1]} in {each[0]}" for each in COMPARED])
def test_comparison(nlp: Language, text: str, quantity: str, expected: str) -> None:
    reading, found = frames(nlp, text)
    assert comparison(found[quantity], reading.outline.times[0].span) == expected


PROPOSED = [
    ("In 2024 Lithuania paid $5 million.", "$5 million", ["event 2024", "statement 2024", "published 2025-03-05"]),
    (
        "The stake has lost $5 million since the firm went public in May 2024.",
        "$5 million",
        ["event 2024-05", "statement 2024-05", "event 2024-05/..", "published 2025-03-05"],
    ),
    (
        "The flood came in 2021. It was the worst ever seen there. Repairs cost $5 million.",
        "$5 million",
        ["event 2021", "statement 2021", "published 2025-03-05"],
    ),
    (
        "Repairs cost $5 million. The flood came in 2021.",
        "$5 million",
        ["event 2021", "statement 2021", "published 2025-03-05"],
    ),
    ("Lithuania paid $5 million.", "$5 million", ["published 2025-03-05"]),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "quantity", "expected"), PROPOSED, ids=[each[0] for each in PROPOSED])
def test_candidates(nlp: Language, text: str, quantity: str, expected: list[str]) -> None:
    reading, found = frames(nlp, text)
    assert [candidate.value for candidate in date_candidates(reading, found[quantity])] == expected


@pytest.mark.model
def test_undated_article_offers_an_empty_date(nlp: Language) -> None:
    reading, found = frames(nlp, "Lithuania paid $5 million.", published=None)
    assert [(c.value, c.rule) for c in date_candidates(reading, found["$5 million"])] == [(None, "undated")]


@pytest.mark.model
def test_times_of_other_sentences_are_told_by_distance(nlp: Language) -> None:
    text = "In 2021 it rained. In 2022 it did not. Repairs cost $5 million. In 2023 it rained again."
    reading, found = frames(nlp, text)
    frame = found["$5 million"]
    assert [(time.date, time.off) for time in times_before(reading, frame)] == [("2022", 1), ("2021", 2)]
    assert [(time.date, time.off) for time in times_after(reading, frame)] == [("2023", 1)]


PERIODS = [
    ("The charge cost it $5 million for the quarter.", "quarter"),
    ("It lost $5 million over the full year.", "year"),
    ("It lost $5 million the year before.", None),
    ("It lost $5 million last quarter.", None),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "expected"), PERIODS, ids=[each[0] for each in PERIODS])
def test_period_named_again(nlp: Language, text: str, expected: str | None) -> None:
    _, found = frames(nlp, text)
    assert period_named(found["$5 million"]) == expected


SIDES = [
    ("Lithuania paid $5 million in 2024.", "past"),
    ("Lithuania will pay $5 million in 2027.", "future"),
    ("Lithuania has paid $5 million this year.", "present"),
    ("Lithuania paid $5 million.", "none"),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "expected"), SIDES, ids=[each[0] for each in SIDES])
def test_nearest_side(nlp: Language, text: str, expected: str) -> None:
    reading, found = frames(nlp, text)
    assert nearest_side(reading, found["$5 million"]) == expected


DUE = [
    # the text, its quantity, whether its only time ends a debt
    ("Rome bought $5 million of bonds due by 2030.", "$5 million", "True"),
    ("Rome owes $5 million, and the debt matures in 2030.", "$5 million", "True"),
    ("Rome will pay $5 million in 2030.", "$5 million", "False"),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "quantity", "expected"), DUE, ids=[each[0] for each in DUE])
def test_time_at_which_a_debt_ends(nlp: Language, text: str, quantity: str, expected: str) -> None:
    reading, found = frames(nlp, text)
    assert [each for tie in ties(reading, found[quantity]) for each in tie.features if each.startswith("due=")] == [
        f"due={expected}"
    ]


SCENES = [
    # the text, whether its time sets the scene for the quantity
    ("In 2023, Rome fell ill. It paid $5 million.", "True"),
    ("In 2023, Rome fell ill.\n\nIt paid $5 million.", "False"),
    ("Rome was ill. In 2023, it fell. It paid $5 million.", "False"),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "expected"), SCENES, ids=[each[0] for each in SCENES])
def test_time_that_opens_the_paragraph_sets_the_scene(nlp: Language, text: str, expected: str) -> None:
    reading, found = frames(nlp, text)
    (time,) = times_before(reading, found["$5 million"])
    assert [each for each in time.features if each.startswith("scene=")] == [f"scene={expected}"]
