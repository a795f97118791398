"""Values of the calendar: written, read back, and moved."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.mentions.times.periods import Grain, period_of, read_period

GRAINS: list[Grain] = ["day", "week", "weekend", "month", "quarter", "season", "half", "year", "decade", "century"]

VALUES = [
    ("day", "2025-03-01"),
    ("week", "2025-W09"),
    ("weekend", "2025-W09-WE"),
    ("month", "2025-03"),
    ("quarter", "2025-Q1"),
    ("season", "2025-SP"),
    ("half", "2025-H1"),
    ("year", "2025"),
    ("decade", "202"),
    ("century", "20"),
]

SHIFTS = [
    ("2024-02-29", 1, "2024-03-01"),
    ("2024-12", 1, "2025-01"),
    ("2025-01", -1, "2024-12"),
    ("2025-Q1", -1, "2024-Q4"),
    ("2024-W52", 1, "2025-W01"),
    ("2024-FA", 1, "2024-WI"),
    ("2024-WI", 1, "2025-SP"),
    ("2025-H1", -1, "2024-H2"),
    ("199", 1, "200"),
    ("19", 1, "20"),
    ("BC0480", 1, "BC0479"),
    ("BC0480-12", 1, "BC0479-01"),
]


@pytest.mark.parametrize(("grain", "value"), VALUES)
def test_value_of_each_grain(grain: Grain, value: str) -> None:
    period = period_of(date(2025, 3, 1), grain)
    assert period is not None
    assert period.value == value


@pytest.mark.parametrize(("value", "count", "moved"), SHIFTS)
def test_periods_move_by_their_grain(value: str, count: int, moved: str) -> None:
    period = read_period(value)
    shifted = period.shift(count) if period else None
    assert shifted is not None
    assert shifted.value == moved


@pytest.mark.parametrize("value", ["XXXX-03-01", "P3Y", "PRESENT_REF", "2025-13", "2025-02-30", "2025-W54", "", "20250"])
def test_what_names_no_period(value: str) -> None:
    assert read_period(value) is None


@pytest.mark.parametrize(("value", "count"), [("9999", 1), ("0001", -1), ("2025", 6000), ("BC0001", 1), ("BC2000", -1)])
def test_calendar_ends(value: str, count: int) -> None:
    period = read_period(value)
    assert period is not None
    assert period.shift(count) is None


@settings(derandomize=True, deadline=None)
@given(st.dates(date(1000, 1, 1), date(2999, 12, 31)), st.sampled_from(GRAINS))
def test_values_are_read_back(day: date, grain: Grain) -> None:
    period = period_of(day, grain)
    assert period is not None
    assert read_period(period.value) == period
