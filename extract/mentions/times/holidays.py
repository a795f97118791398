"""Named days: Christmas, Election Day, Easter, 9/11. The table `holidays.tsv` says how each of them is dated.

The lexer makes one token of a name. Feasts of calendars that are not computed here ("Diwali 2019") get the year alone, which is all
that is sure.
"""

from datetime import date, timedelta

from extract.mentions.times.anchors import Context
from extract.mentions.times.grammar import Phrase, TimeRule
from extract.mentions.times.lexer import holiday_rules
from extract.mentions.times.periods import Period, day_of, read_period, year_of
from extract.mentions.times.reading import date_timex, nearest
from extract.mentions.times.tense import FORWARD, direction_at
from extract.mentions.times.timex import Timex
from extract.rules import Example

CYCLE = 4  # years from one such day to the next where the table says which of them have it
AWAY = 60  # days behind which the tense decides the year


def easter(year: int) -> date:
    """Easter Sunday of the western churches, by the anonymous Gregorian algorithm."""
    cycle, century, rest = year % 19, year // 100, year % 100
    leap, skipped = century // 4, century % 4
    correction = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * cycle + century - leap - correction + 15) % 30
    weekday = (32 + 2 * skipped + 2 * (rest // 4) - epact - rest % 4) % 7
    fix = (cycle + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * fix + 114, 31)
    return date(year, month, day + 1)


def orthodox_easter(year: int) -> date:
    """Easter Sunday of the eastern churches, by Meeus' Julian algorithm, as a day of our calendar."""
    moon = (19 * (year % 19) + 15) % 30
    weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + weekday + 114, 31)
    return date(year, month, day + 1) + timedelta(days=year // 100 - year // 400 - 2)


def weekday_of_month(year: int, month: int, number: int, weekday: int) -> date:
    """The first, second, … such weekday of a month; the last one for `-1`."""
    if number < 0:
        last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
        return last - timedelta(days=(last.isoweekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (number - 1))


def holiday_in(rule: str, year: int) -> Period | None:
    """The day that a rule of the table dates in a year; None outside the years for which it holds."""
    rule, _, rest = rule.partition("%")
    if not 1600 <= year <= 2400 or (rest and year % CYCLE != int(rest)):
        return None
    for name, feast in (("easter", easter), ("orthodox", orthodox_easter)):
        if rule.startswith(name):
            return Period(feast(year) + timedelta(days=int(rule.removeprefix(name) or 0)), "day")
    if rule == "year":
        return year_of(year)
    if "/" in rule:
        place, _, more = rule.partition("+")
        month, number, weekday = (int(part) for part in place.split("/"))
        return Period(weekday_of_month(year, month, number, weekday) + timedelta(days=int(more or 0)), "day")
    month, day = (int(part) for part in rule.split("-"))
    return day_of(year, month, day)


def holiday(phrase: Phrase, context: Context) -> Timex | None:
    """A named day of the year that is told, or the one that is nearest to the anchor on the side that is told."""
    rule = holiday_rules()[phrase["name"].lower]
    if rule.count("-") == 2 and rule[0].isdigit():
        return date_timex(day_of(*(int(part) for part in rule.split("-"))))
    relation = phrase.word("relation")
    if phrase.before() == "&":
        return None  # "Challenger, Gray & Christmas"
    base = context.last.first if context.narrative and context.last else context.published
    if phrase.has("year"):
        return date_timex(holiday_in(rule, int(phrase.part("year")[-1].text)))
    if base is None:
        return Timex("DATE", "XXXX") if rule == "year" else unknown_day(rule)
    if phrase.has("side"):
        return date_timex(holiday_in(rule, base.year + {"last": -1, "this": 0, "next": 1}[phrase.word("side")]))
    span = CYCLE if "%" in rule else 1
    days = [holiday_in(rule, base.year + offset) for offset in range(-span, span + 1)]
    if relation in ("last", "past", "previous"):
        days = [day for day in days if day and day.last < base]
        return date_timex(days[-1]) if days else None
    if relation in ("next", "coming", "upcoming", "following"):
        days = [day for day in days if day and day.first > base]
        return date_timex(days[0]) if days else None
    if rule == "year" or relation == "this":
        return date_timex(days[span])
    return date_timex(day_told(phrase, [day for day in days if day], base))


def day_told(phrase: Phrase, days: list[Period], base: date) -> Period | None:
    """Of the same named day of several years the nearest, or, where that is far off, the nearest on the side of the tense."""
    found = nearest(list(days), base)
    distance = (found.first - base).days if found else 0
    if abs(distance) <= AWAY:
        return found
    direction = None if phrase.before() in FORWARD | {"for"} else direction_at(phrase.tokens, phrase.start, phrase.end)
    sided = [day for day in days if (day.first > base) == (direction == "future")] if direction else []
    return nearest(list(sided), base) or found


def holiday_week(phrase: Phrase, context: Context) -> Timex | None:
    """The week that holds a named day, or the weekend nearest to it."""
    timex = holiday(phrase, context)
    day = read_period(timex.value) if timex else None
    if day is None or day.grain != "day":
        return None
    if phrase.word("unit") == "week":
        return date_timex(day.within("week"))
    near = day.shift(-2) if day.first.isoweekday() <= 2 else day  # Monday's holiday makes the weekend before it long
    return date_timex(near.within("weekend") if near else None)


def unknown_day(rule: str) -> Timex:
    """A named day of an unknown year: its month and day where they are fixed."""
    parts = rule.split("-")
    if len(parts) == 2 and all(part.isdigit() for part in parts):
        return Timex("DATE", f"XXXX-{int(parts[0]):02d}-{int(parts[1]):02d}")
    return Timex("DATE", "XXXX-XX-XX")


RULES = (
    TimeRule(
        "time-holiday",
        "the? (?P<relation>last|past|previous|this|next|coming|upcoming|following)? (?P<name>HOLIDAY)"
        "(?:,? (?:of|in)? (?:(?P<year>YEARNUM)|(?P<side>last|this|next) year))?",
        holiday,
        (
            Example("Shops were shut on [[Christmas Day]] in Rome.", "DATE 2024-12-25"),
            Example("Shops were shut on [[Easter Monday]] in Rome.", "DATE 2025-04-21"),
            Example("Shops were full on [[Thanksgiving 2023]] in Ohio.", "DATE 2023-11-23"),
            Example("The voters went out on [[Election Day]] in Ohio.", "DATE 2024-11-05"),
            Example("He was sworn in on [[Inauguration Day]] in Ohio.", "DATE 2025-01-20"),
            Example("It was released on [[Labor Day]] in Ohio.", "DATE 2024-09-02"),
            Example("It will be released on [[New Year's Day]] in Ohio.", "DATE 2026-01-01"),
        ),
        ("A labor dispute of the day", "Challenger, Gray & Christmas said"),
    ),
    TimeRule(
        "time-holiday-week",
        "the? (?P<relation>last|this|next)? (?P<name>HOLIDAY) POSS? (?P<unit>week|weekend)",
        holiday_week,
        (
            Example("They left for [[the Memorial Day weekend]], he said.", "DATE 2025-W21-WE"),
            Example("They left for [[Easter week]], he said.", "DATE 2025-W16"),
        ),
        ("A weekend for two",),
    ),
)
