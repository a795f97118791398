"""The value of a fact's date: a time expression enters, an ISO 8601 date or interval leaves, and where it lies in time."""

import re
from datetime import date as day

from extract.mentions.times.periods import read_period
from extract.mentions.times.timex import Timex
from extract.spans import Mention

# Upper bounds, in days, of the steps in which a distance in time is told.
STEPS = (("day", 1), ("week", 7), ("month", 40), ("year", 400))

DECADE = re.compile(r"\d{3}")
# "6 p.m.", "by 8:05 a.m. ET", "between 00:45 and 05:00 UTC": an hour of whatever day is spoken of.
CLOCK = re.compile(
    r"(?:\d{1,2}(?:[:.]\d\d)?|[ap]\.?m\.?|[A-Z]{2,4}|noon|midnight|o'clock|local|time"
    r"|by|at|between|from|until|to|and|around|about|[-–,.\s])+"
)


def date_of(mention: Mention[Timex]) -> str | None:
    """The ISO 8601 date that a time expression of the text gives a fact; None also for an hour without its day."""
    if "T" in mention.value.value and CLOCK.fullmatch(mention.quote):
        return None
    return iso_date(mention.value)


def iso_date(timex: Timex) -> str | None:
    """The ISO 8601 value that a time expression gives a fact; None if it is no calendar date or interval."""
    if timex.begin is not None or timex.end is not None:
        bounds = [_calendar(bound) if bound else ".." for bound in (timex.begin, timex.end and _last_year(timex.end))]
        return None if None in bounds else "/".join(bound for bound in bounds if bound)
    return _calendar(timex.value) if timex.type in ("DATE", "TIME") else None


def _last_year(value: str) -> str:
    """The last year of a decade, "by the end of the decade"; any other value as it is."""
    return f"{value}9" if DECADE.fullmatch(value) else value


def _calendar(value: str) -> str | None:
    whole = value.partition("T")[0].removesuffix("-WE")
    return whole if read_period(whole) is not None else None


def grain(date: str) -> str:
    """How precise a fact's date is: the grain of its period, `open` or `interval`."""
    if "/" in date:
        return "open" if ".." in date else "interval"
    period = read_period(date)
    return period.grain if period else "other"


def side(date: str, published: str | None) -> str:
    """Where a date lies from the publication: `past`, `present` (it holds that day), `future` or `unknown`."""
    if published is None:
        return "unknown"
    age = days_off(date, published)
    if age == 0:
        return "future" if date.startswith("../") else "present"
    return "past" if age < 0 else "future"


def distance(date: str, published: str | None) -> str:
    """How far a date lies from the publication, in steps: `-week` ended within seven days, `now` holds it, `+long` is years off."""
    if published is None:
        return "unknown"
    days = days_off(date, published)
    if days == 0:
        return "now"
    step = next((name for name, most in STEPS if abs(days) <= most), "long")
    return f"{'-' if days < 0 else '+'}{step}"


def days_off(date: str, published: str) -> int:
    """Days from the publication to a date: negative since it ended, positive until it begins, 0 if it holds that day."""
    today = day.fromisoformat(published)
    begin, _, end = date.partition("/")
    first, last = read_period(begin), read_period(end or begin)
    if last is not None and last.last < today:
        return (last.last - today).days
    if first is not None and first.first > today:
        return (first.first - today).days
    return 0
