"""Stretches of the calendar and their arithmetic: day, week, month, quarter, half, season, year, decade, century.

A `Period` is a first day and a grain. It writes itself as a TIMEX3 value (`2025-03-01`, `2025-W09`, `2025-W09-WE`, `2025-03`,
`2025-Q1`, `2025-H1`, `2025-SU`, `2025`, `202`, `20`) and moves by whole units of its grain. Years before Christ, `BC0480`, which
the calendar of Python does not have, are kept as years behind all others, 9000 less their number, so that they move like others.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

Grain = Literal["day", "week", "weekend", "month", "quarter", "season", "half", "year", "decade", "century"]

SEASONS = ("WI", "SP", "SU", "FA")  # by the quarter in which most of their days lie, winter being named by the year it begins in
MONTHS_OF: dict[Grain, int] = {"month": 1, "quarter": 3, "season": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
UNKNOWN: dict[Grain, str] = {
    "day": "XXXX-XX-XX",
    "week": "XXXX-WXX",
    "weekend": "XXXX-WXX-WE",
    "month": "XXXX-XX",
    "quarter": "XXXX-QX",
    "season": "XXXX-XX",
    "half": "XXXX-HX",
    "year": "XXXX",
    "decade": "XXX",
    "century": "XX",
}
LAST_BC, FIRST_BC = 9000, 7000
VALUE = re.compile(
    r"(?P<bc>BC)?(?P<year>\d{4})(?:-(?:W(?P<week>\d\d)(?P<weekend>-WE)?|Q(?P<quarter>[1-4])|H(?P<half>[12])|(?P<season>SP|SU|FA|WI)"
    r"|(?P<month>\d\d)(?:-(?P<day>\d\d))?))?"
)
DECADE = re.compile(r"\d{3}")
CENTURY = re.compile(r"\d{2}")


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of the calendar.

    Args:
        first: its first day.
        grain: how long it is.
    """

    first: date
    grain: Grain

    @property
    def value(self) -> str:
        """The TIMEX3 value."""
        month = self.first.month
        year = f"{self.first.year:04d}" if self.first.year < FIRST_BC else f"BC{LAST_BC - self.first.year:04d}"
        match self.grain:
            case "day":
                return f"{year}-{month:02d}-{self.first.day:02d}"
            case "week" | "weekend":
                iso = self.first.isocalendar()
                return f"{iso.year:04d}-W{iso.week:02d}" + ("-WE" if self.grain == "weekend" else "")
            case "month":
                return f"{year}-{month:02d}"
            case "quarter":
                return f"{year}-Q{(month + 2) // 3}"
            case "half":
                return f"{year}-H{1 if month <= 6 else 2}"
            case "season":
                return f"{year}-{SEASONS[month // 3 % 4]}"
            case "year":
                return year
            case "decade":
                return year[:3]
            case "century":
                return year[:2]

    def shift(self, count: int) -> "Period | None":
        """The period `count` units of its grain later; None beyond the years that are written, and across the birth of Christ."""
        try:
            match self.grain:
                case "day":
                    moved = self.first + timedelta(days=count)
                case "week" | "weekend":
                    moved = self.first + timedelta(weeks=count)
                case grain:
                    months = self.first.year * 12 + self.first.month - 1 + count * MONTHS_OF[grain]
                    moved = date(months // 12, months % 12 + 1, 1)
        except (ValueError, OverflowError):
            return None
        known = moved.year < FIRST_BC if self.first.year < FIRST_BC else FIRST_BC <= moved.year < LAST_BC
        return Period(moved, self.grain) if known else None

    def within(self, grain: Grain) -> "Period | None":
        """The period of another grain in which its first day lies."""
        return period_of(self.first, grain)

    @property
    def last(self) -> date:
        """Its last day."""
        if self.grain == "weekend":
            return self.first + timedelta(days=1)
        following = self.shift(1)
        return date.max if following is None else following.first - timedelta(days=1)

    def holds(self, day: date) -> bool:
        """Whether a day lies in it."""
        return self.first <= day <= self.last


def period_of(day: date, grain: Grain) -> Period | None:
    """The period of a grain that holds a day; of weekends, the one that begins in the day's week."""
    try:
        match grain:
            case "day":
                return Period(day, grain)
            case "week":
                return Period(day - timedelta(days=day.weekday()), grain)
            case "weekend":
                return Period(day + timedelta(days=5 - day.weekday()), grain)
            case "month":
                return Period(day.replace(day=1), grain)
            case "quarter":
                return Period(date(day.year, (day.month - 1) // 3 * 3 + 1, 1), grain)
            case "half":
                return Period(date(day.year, 1 if day.month <= 6 else 7, 1), grain)
            case "season":
                year = day.year - 1 if day.month < 3 else day.year
                return Period(date(year, 12 if day.month < 3 else day.month // 3 * 3, 1), grain)
            case "year":
                return Period(date(day.year, 1, 1), grain)
            case "decade":
                return Period(date(day.year // 10 * 10, 1, 1), grain) if day.year < FIRST_BC else None
            case "century":
                return Period(date(day.year // 100 * 100, 1, 1), grain) if day.year < FIRST_BC else None
    except (ValueError, OverflowError):
        return None


def year_of(year: int) -> Period | None:
    """The period of a year number."""
    return Period(date(year, 1, 1), "year") if 1 <= year <= 9999 else None


def month_of(year: int, month: int) -> Period | None:
    """The period of a month."""
    return Period(date(year, month, 1), "month") if 1 <= year <= 9999 and 1 <= month <= 12 else None


def day_of(year: int, month: int, day: int) -> Period | None:
    """The period of a day; None where the calendar has no such day."""
    try:
        return Period(date(year, month, day), "day")
    except ValueError:
        return None


@lru_cache(maxsize=4096)
def read_period(value: str) -> Period | None:
    """The period that a TIMEX3 value names; None for values with unknown parts, clock times, durations and references."""
    try:
        if DECADE.fullmatch(value):
            return Period(date(int(value) * 10, 1, 1), "decade")
        if CENTURY.fullmatch(value):
            return Period(date(int(value) * 100, 1, 1), "century")
        match = VALUE.fullmatch(value)
        if match is None:
            return None
        year = LAST_BC - int(match["year"]) if match["bc"] else int(match["year"])
        if match["week"]:
            monday = date.fromisocalendar(year, int(match["week"]), 1)
            return period_of(monday, "weekend" if match["weekend"] else "week")
        if match["quarter"]:
            return Period(date(year, int(match["quarter"]) * 3 - 2, 1), "quarter")
        if match["half"]:
            return Period(date(year, int(match["half"]) * 6 - 5, 1), "half")
        if match["season"]:
            return Period(date(year, SEASONS.index(match["season"]) * 3 or 12, 1), "season")
        if match["day"]:
            return Period(date(year, int(match["month"]), int(match["day"])), "day")
        if match["month"]:
            return Period(date(year, int(match["month"]), 1), "month")
        return Period(date(year, 1, 1), "year")
    except ValueError:
        return None
