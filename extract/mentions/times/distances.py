"""Days told by their distance from a named day: `two weeks before Christmas`, `the day after March 1`, `a week from Friday`."""

from extract.mentions.times.anchors import Context
from extract.mentions.times.clock import DATE, day_told
from extract.mentions.times.grammar import Phrase, TimeRule
from extract.mentions.times.holidays import holiday
from extract.mentions.times.numerals import read_count
from extract.mentions.times.offsets import moved, unit_grain
from extract.mentions.times.periods import Period, read_period
from extract.mentions.times.reading import COUNT, date_timex, hedge_of
from extract.mentions.times.timex import Timex
from extract.rules import Example

HALVES_OF_WEEK = ("week", "weekend")


def named_day(phrase: Phrase, context: Context) -> Period | None:
    """The day from which the distance counts."""
    if phrase.has("name"):
        timex = holiday(phrase, context)
        return read_period(timex.value) if timex else None
    return day_told(phrase, context)


def distance(phrase: Phrase, context: Context) -> Timex | None:
    """A day so many units before or after a named day; weeks keep the weekday, months and years the day."""
    known, day = unit_grain(phrase.word("unit")), named_day(phrase, context)
    count = read_count(phrase.part("count")) if phrase.has("count") else 1
    if known is None or day is None or count is None or day.grain != "day":
        return None
    grain, times = known
    steps = int(count) * times * (-1 if phrase.word("way") == "before" else 1)
    if abs(steps) > 9999:
        return None
    if grain in HALVES_OF_WEEK and phrase.has("count"):
        return date_timex(day.shift(7 * steps), hedge_of(phrase))
    return date_timex(moved(day, grain, steps), hedge_of(phrase))


RULES = (
    TimeRule(
        "time-distance",
        f"(?:(?P<count>{COUNT}) [-]? (?P<unit>UNIT|UNITS) (?P<way>before|after|from|following)|the (?P<unit>UNIT)"
        " (?P<way>before|after))"
        f" (?:{DATE}|(?P<name>HOLIDAY) (?:,? (?P<year>YEARNUM))?) (?!(?:,? YEARNUM)? (?:to|until))",
        distance,
        (
            Example("It opens [[two weeks after Easter]] in Rome.", "DATE 2025-05-04"),
            Example("It opened [[the day before March 3]] in Rome.", "DATE 2025-03-02"),
            Example("It opens [[three days from tomorrow]] in Rome.", "DATE 2025-03-18"),
        ),
        ("The man after her heart",),
    ),
)
