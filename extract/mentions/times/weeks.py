"""Weeks by a day of theirs, by number or by code: `the week of April 7`, `week 15`, `2025-W15`."""

from extract.mentions.times.anchors import Context
from extract.mentions.times.grammar import Phrase, TimeRule
from extract.mentions.times.lexer import meaning
from extract.mentions.times.nearness import day_near
from extract.mentions.times.periods import day_of, read_period
from extract.mentions.times.reading import date_timex, day_number
from extract.mentions.times.timex import Timex
from extract.rules import Example


def week_of(phrase: Phrase, context: Context) -> Timex | None:
    """The week that holds a day."""
    number = int(meaning(phrase["month"], "MONTH"))
    year = phrase.token("year")
    found = day_of(int(year.text), number, day_number(phrase)) if year else day_near(number, day_number(phrase), context)
    week = found.within("week") if found else None
    return date_timex(week)


def numbered_week(phrase: Phrase, context: Context) -> Timex | None:
    """A week by its number in the calendar."""
    number = int(phrase["number"].text)
    year = f"{context.published.year:04d}" if context.published else "XXXX"
    return Timex("DATE", f"{year}-W{number:02d}") if 1 <= number <= 53 else None


def week_code(phrase: Phrase, context: Context) -> Timex | None:
    """A week of ISO 8601."""
    return date_timex(read_period(f"{phrase['year'].text}-{phrase['code'].text.upper()}"))


RULES = (
    TimeRule(
        "time-week-of",
        "the? week (?:of|beginning|starting) the? (?:WEEKDAY ,?)? (?:(?P<month>MONTH) [.]?"
        " (?P<day>DAYNUM|ORDNUM)|(?P<day>DAYNUM|ORDNUM) of? (?P<month>MONTH)) (?:,? (?P<year>YEARNUM))?",
        week_of,
        (Example("It opens in [[the week of April 7]] in Rome.", "DATE 2025-W15"),),
        ("The week of the fair",),
    ),
    TimeRule(
        "time-numbered-week",
        "week (?P<number>DAYNUM|TWO)(?![- POSS]|UNITS)",
        numbered_week,
        (Example("Shops open in [[week 15]] of it.", "DATE 2025-W15"),),
        ("They were weak 15 to 20",),
    ),
    TimeRule(
        "time-week-code",
        "(?P<year>YEARNUM) [-]? (?P<code>WEEK_CODE)",
        week_code,
        (Example("Shops open in [[2025-W15]] at last.", "DATE 2025-W15"),),
        ("The W15 wine",),
    ),
)
