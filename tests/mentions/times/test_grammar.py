"""The machinery below the rules: tokens, patterns over classes, numerals, named days."""

from datetime import date
from decimal import Decimal

import pytest

from extract.mentions.times.grammar import compile_pattern
from extract.mentions.times.holidays import easter, holiday_in, orthodox_easter
from extract.mentions.times.lexer import build_alphabet, read_tokens
from extract.mentions.times.numerals import read_count, read_spoken_year, write_count

ALPHABET = build_alphabet(frozenset({"of", "the", ",", "."}))

TOKENS = [
    ("It's 1990s-style.", ["It", "'s", "1990s", "-", "style", "."]),
    ("5 p.m. on 03/01/2025", ["5", "p.m.", "on", "03/01/2025"]),
    ("$2,000 in 2024", ["$2,000", "in", "2024"]),
    ("St. Patrick's Day, Q3", ["St. Patrick's Day", ",", "Q3"]),
    ("one\ntwo", ["one", "two"]),
    ("one.\ntwo", ["one", ".\n", "two"]),
    ("10:30am", ["10:30", "am"]),
]

PATTERNS = [
    ("MONTH DAYNUM", "on March 3 of", (1, 3)),
    ("the? MONTH [. ,]? YEARNUM", "the March, 2024", (0, 4)),
    ("(?P<a>MONTH) of|(?P<a>WEEKDAY) of", "x Friday of", (1, 3)),
    ("(?<=of) YEARNUM", "2023 of 2024", (2, 3)),
    ("MONTH{2}", "March April", (0, 2)),
]

COUNTS = [
    ("twenty-five", "25"),
    ("two and a half", "2.5"),
    ("a", "1"),
    ("a couple of", "2"),
    ("a dozen", "12"),
    ("three hundred and two", "302"),
    ("2 1/2", "2.5"),
    ("1,500", "1500"),
    ("half an", "0.5"),
]

HOLIDAYS = [
    ("12-25", 2024, "2024-12-25"),
    ("11/4/4", 2024, "2024-11-28"),
    ("11/4/4+1", 2024, "2024-11-29"),
    ("5/-1/1", 2025, "2025-05-26"),
    ("11/1/1+1", 2024, "2024-11-05"),
    ("easter-2", 2025, "2025-04-18"),
    ("orthodox", 2024, "2024-05-05"),
    ("year", 2024, "2024"),
    ("1-20%1", 2025, "2025-01-20"),
]


@pytest.mark.parametrize(("text", "tokens"), TOKENS)
def test_tokens(text: str, tokens: list[str]) -> None:
    assert [token.text for token in read_tokens(text, ALPHABET).items] == tokens


@pytest.mark.parametrize(("pattern", "text", "span"), PATTERNS)
def test_patterns_run_over_classes(pattern: str, text: str, span: tuple[int, int]) -> None:
    match = compile_pattern(pattern, ALPHABET).search(read_tokens(text, ALPHABET).symbols)
    assert match is not None
    assert match.span() == span


@pytest.mark.parametrize("pattern", ["MONTH*", "NO_SUCH_CLASS", "MONTH+"])
def test_unbounded_or_unknown_patterns_are_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match=r"cannot read|no word"):
        compile_pattern(pattern, ALPHABET)


@pytest.mark.parametrize(("text", "count"), COUNTS)
def test_counts(text: str, count: str) -> None:
    assert read_count(read_tokens(text, ALPHABET).items) == Decimal(count)


@pytest.mark.parametrize("text", ["several", "a few", "of the"])
def test_vague_counts(text: str) -> None:
    assert read_count(read_tokens(text, ALPHABET).items) is None


@pytest.mark.parametrize(
    ("count", "written"), [(Decimal("2.50"), "2.5"), (Decimal(10), "10"), (Decimal(1000), "1000"), (None, "X")]
)
def test_counts_are_written_in_plain_digits(count: Decimal | None, written: str) -> None:
    assert write_count(count) == written


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("nineteen ninety-six", 1996),
        ("two thousand and five", 2005),
        ("twenty ten", 2010),
        ("two thousand", 2000),
        ("ten six", None),
    ],
)
def test_years_in_words(text: str, year: int | None) -> None:
    assert read_spoken_year(read_tokens(text, ALPHABET).items) == year


@pytest.mark.parametrize(("rule", "year", "value"), HOLIDAYS)
def test_rules_of_named_days(rule: str, year: int, value: str) -> None:
    period = holiday_in(rule, year)
    assert period is not None
    assert period.value == value


@pytest.mark.parametrize(
    ("year", "western", "eastern"),
    [
        (2000, date(2000, 4, 23), date(2000, 4, 30)),
        (2024, date(2024, 3, 31), date(2024, 5, 5)),
        (2025, date(2025, 4, 20), date(2025, 4, 20)),
    ],
)
def test_easter(year: int, western: date, eastern: date) -> None:
    assert (easter(year), orthodox_easter(year)) == (western, eastern)
