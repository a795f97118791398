"""Numbered parts of a longer stretch: `the first Tuesday of November`, `the last week of March`, `the last day of 2015`."""

from datetime import timedelta

from extract.mentions.times.anchors import Context
from extract.mentions.times.grammar import Phrase, TimeRule
from extract.mentions.times.lexer import meaning
from extract.mentions.times.nearness import month_near
from extract.mentions.times.periods import Grain, Period, month_of, period_of, year_of
from extract.mentions.times.reading import GRAINS, date_timex, has_class
from extract.mentions.times.tense import direction_at
from extract.mentions.times.timex import Timex
from extract.rules import Example

SIDES = {"last": -1, "previous": -1, "this": 0, "the": 0, "next": 1, "following": 1}


def whole_of(phrase: Phrase, context: Context) -> Period | None:
    """The month or year of which the phrase names a part."""
    month, year = phrase.token("month"), phrase.token("year")
    if month and year:
        return month_of(int(year.text), int(meaning(month, "MONTH")))
    if month:
        return month_near(int(meaning(month, "MONTH")), context, direction_at(phrase.tokens, phrase.start, phrase.end))
    if year:
        return year_of(int(year.text))
    now = context.now(GRAINS[phrase.word("whole")])
    return now.shift(SIDES[phrase.word("side")]) if now else None


def numbered_part(whole: Period, grain: Grain, number: int) -> Period | None:
    """The part of that number; counted from the end if the number is negative. A week belongs to where its Thursday lies."""
    middle = 3 if grain == "week" else 0
    edge = period_of(whole.first if number > 0 else whole.last, grain)
    if edge is None:
        return None
    inside = whole.holds(edge.first + timedelta(days=middle))
    steps = (number - 1 if inside else number) if number > 0 else (number + 1 if inside else number)
    found = edge.shift(steps)
    return found if found and whole.holds(found.first + timedelta(days=middle)) else None


def numbered_weekday(whole: Period, weekday: int, number: int) -> Period | None:
    """The weekday of that number inside a month or year."""
    if number > 0:
        day = whole.first + timedelta(days=(weekday - whole.first.isoweekday()) % 7 + 7 * (number - 1))
    else:
        day = whole.last - timedelta(days=(whole.last.isoweekday() - weekday) % 7 - 7 * (number + 1))
    return Period(day, "day") if whole.holds(day) else None


def numbered(phrase: Phrase, context: Context) -> Timex | None:
    """A numbered weekday, day, week, weekend or month."""
    ordinal = phrase["ordinal"]
    if has_class(ordinal, "ORDINAL"):
        number = int(meaning(ordinal, "ORDINAL"))
    else:
        number = int(ordinal.text[:-2]) if ordinal.text[0].isdigit() else 1
    if phrase.has("backwards") or ordinal.lower in ("last", "final"):
        number = -number
    whole = whole_of(phrase, context)
    if whole is None:
        return None
    weekday = phrase.token("weekday")
    if weekday:
        return date_timex(numbered_weekday(whole, int(meaning(weekday, "WEEKDAY")), number))
    grain = GRAINS[meaning(phrase["unit"], "UNIT")]
    return date_timex(numbered_part(whole, grain, number)) if grain != whole.grain else None


WHOLE = (
    "(?:(?P<month>MONTH) [.]? (?:,? of?"
    " (?P<year>YEARNUM))?|(?P<year>YEARNUM)|(?P<side>last|previous|this|the|next|following)"
    " (?P<whole>month|year))"
)
RULES = (
    TimeRule(
        "time-numbered-part",
        "the? (?P<ordinal>ORDINAL|ORDNUM|last|final) (?P<backwards>last)?"
        f" (?:(?P<weekday>WEEKDAY)|full? (?P<unit>day|week|weekend|month)) (?:of|in) {WHOLE}",
        numbered,
        (
            Example("They vote on [[the first Tuesday of November]] in Ohio.", "DATE 2024-11-05"),
            Example("It rose in [[the last week of February]] in Ohio.", "DATE 2025-W09"),
            Example("It fell on [[the last day of 2015]] in Ohio.", "DATE 2015-12-31"),
        ),
        ("The first day of the fair",),
    ),
)
