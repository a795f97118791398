"""Times so many units away: `two weeks ago`, `a year earlier`, `three days later`, `in five years`, `the year-earlier quarter`.

"Ago" and "from now" count from the publication, "earlier" and "later" from the date told of before. The grain of the answer is the
unit's, but a year before a quarter is a quarter: figures are compared with the same stretch of the year before.
"""

import re
from dataclasses import replace
from decimal import Decimal

from extract.mentions.times.anchors import Context
from extract.mentions.times.cues import ends_sentence
from extract.mentions.times.durations import unit_of, write_duration
from extract.mentions.times.grammar import Phrase, TimeRule
from extract.mentions.times.lexer import lexicon
from extract.mentions.times.numerals import read_count
from extract.mentions.times.periods import Grain, Period, day_of, period_of, year_of
from extract.mentions.times.reading import COUNT, GRAINS, HEDGE, date_timex, hedge_of, open_date
from extract.mentions.times.timex import Timex
from extract.rules import Example

BACK = frozenset({"ago", "earlier", "before", "prior", "previously", "back"})
FROM_TEXT = frozenset({"earlier", "before", "prior", "later", "after", "afterward", "afterwards", "previously", "thereafter"})
YEARS = {"decade": 10, "century": 100}
FAR = 120  # words behind which news no longer counts from a date
BESIDE = 4  # words between a month and "a year earlier" that is the same month
APPOSED = ([",", "in"], ["(", "in"], ["-", "in"], ["–", "in"], ["—", "in"])
YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
YEARLY = {"month": 12, "quarter": 4, "season": 4, "half": 2, "year": 1}
SCALE = {"fortnight": ("week", 2), "millennium": ("century", 10)}


def unit_grain(word: str) -> tuple[Grain, int] | None:
    """The grain of a unit word and how many of it the unit is; None for units of the clock."""
    entry = lexicon().get(word, {})
    unit = entry.get("UNIT") or entry.get("UNITS") or ""
    if unit in SCALE:
        name, times = SCALE[unit]
        return GRAINS[name], times
    return (GRAINS[unit], 1) if unit in GRAINS else None


def moved(base: Period, grain: Grain, count: int) -> Period | None:
    """The period of a grain `count` units from a base."""
    if grain in YEARS:
        year = period_of(base.first, "year")
        return year.shift(count * YEARS[grain]) if year else None
    unit = period_of(base.first, grain)
    return unit.shift(count) if unit else None


def is_apart(phrase: Phrase, context: Context) -> bool:
    """Whether another sentence has begun since the date named last."""
    return any(ends_sentence(phrase.tokens, place) for place in range(context.place, phrase.start))


def compared(context: Context, years: int, phrase: Phrase, *, ago: bool = False) -> Period | None:
    """The stretch a number of years before or after the one that the figures are of: a quarter where the text tells of one.

    A month just named is compared with its like: "in June from a year earlier". Years "ago" count from now, whatever other year
    the text has just named.
    """
    near = phrase.start - context.place
    if context.last and context.last.grain == "month" and near <= BESIDE and not context.summed:
        return context.last.shift(years * YEARLY["month"])
    if context.last_quarter and not context.narrative and not context.summed:
        return context.last_quarter.shift(4 * years)
    if context.last and context.last.grain in ("month", "half") and not context.summed and not (ago and is_apart(phrase, context)):
        return context.last.shift(years * (12 if context.last.grain == "month" else 2))
    base = context.anchor if ago and not context.narrative else context.reference
    year = period_of(base.first, "year") if base else None
    return year.shift(years) if year else None


def year_behind(phrase: Phrase) -> Period | None:
    """The year that a phrase is told to be: "two years later, in 2005"."""
    place = phrase.end + 2
    if [phrase.after(), phrase.after(2)] not in APPOSED or place >= len(phrase.tokens.items):
        return None
    year = phrase.tokens.items[place].text
    return year_of(int(year)) if YEAR.fullmatch(year) else None


def offset(phrase: Phrase, context: Context) -> Timex | None:
    """A count of units before or after."""
    known = unit_grain(phrase.word("unit"))
    back = phrase.word("side").split()[0] in BACK
    count = read_count(phrase.part("count"))
    if known is None or count is None:
        return vaguely_off(phrase, context, count)
    grain, times = known
    if grain in YEARS and count != int(count):
        grain, times = "year", YEARS[grain]  # "half a century ago"
    steps = int(count * times) * (-1 if back else 1)
    if abs(steps) > 9999:
        return None
    side = phrase.word("side")
    named = year_behind(phrase) if grain == "year" and side in FROM_TEXT else None
    if named:
        return date_timex(named, hedge_of(phrase))
    from_text = side in FROM_TEXT or context.narrative
    if (
        grain == "year"
        and count == Decimal(1)
        and back
        and not hedge_of(phrase)
        and side in ("earlier", "ago", "before", "previously")
    ):
        return date_timex(compared(context, steps, phrase, ago=side == "ago"), hedge_of(phrase)) or open_date(grain)
    if from_text and not context.narrative and phrase.start - context.place > FAR:
        return vaguely_off(phrase, context, count)
    base = (
        (context.last_day if grain == "day" and from_text and context.last_day else context.reference)
        if from_text
        else context.anchor
    )
    if base is None:
        return open_date(grain)
    return date_timex(moved(base, grain, steps), hedge_of(phrase))


def unit_beside(phrase: Phrase, context: Context) -> Timex | None:
    """The unit just before or after the one told of: "the year before"."""
    known = unit_grain(phrase.word("unit"))
    if known is None:
        return None
    steps = -1 if phrase.word("side") in BACK else 1
    if known[0] == "year" and steps < 0:
        return date_timex(compared(context, steps, phrase)) or open_date("year")
    base = context.last_day if known[0] == "day" and context.last_day else context.reference
    return date_timex(moved(base, known[0], steps)) if base else open_date(known[0])


def vaguely_off(phrase: Phrase, context: Context, count: Decimal | None) -> Timex | None:
    """What lies an unknown way off or a part of a day: from a date of news the way itself, from any other past or future."""
    unit, side = unit_of(phrase.word("unit")), phrase.word("side")
    if side in FROM_TEXT and unit and not context.narrative:
        return Timex("DURATION", write_duration(count, unit), hedge_of(phrase))
    return Timex("DATE", "PAST_REF" if side in BACK else "FUTURE_REF")


def vague_offset(phrase: Phrase, context: Context) -> Timex | None:
    """Units without a count before or after."""
    return vaguely_off(phrase, context, None)


def year_before(context: Context, timex: Timex | None) -> Timex | None:
    """What figures of months together are compared with: a year, of which only the same months are meant."""
    if timex is None or context.months is None or context.narrative:
        return timex
    first, last = (month.shift(-12) for month in context.months)
    return replace(timex, begin=first.value, end=last.value) if first and last and first.value[:4] == timex.value else timex


def same_stretch(phrase: Phrase, context: Context) -> Timex | None:
    """The like of the stretch told of in another year: "the same period last year", "the corresponding quarter of 2023"."""
    unit, told = phrase.word("unit"), context.reference
    if unit in ("day", "week"):
        return same_day(phrase, context)
    if unit == "time" and not context.narrative:
        told = context.anchor
    elif unit in ("quarter", "period") and context.last_quarter and not context.summed:
        told = context.last_quarter
    if told is None:
        return open_date("year")
    grain = GRAINS.get(unit, told.grain)
    if grain not in YEARLY or unit == "time" or context.summed:
        grain = "year"
    part = told.within(grain)
    if part is None:
        return None
    years = int(phrase["year"].text) - part.first.year if phrase.has("year") else -1
    found = date_timex(part.shift(years * YEARLY[grain]))
    return year_before(context, found) if unit == "period" else found


def same_day(phrase: Phrase, context: Context) -> Timex | None:
    """The same day or week of another year, of the day told of before."""
    told, unit = context.last_day or context.anchor, phrase.word("unit")
    if told is None:
        return open_date(GRAINS[unit])
    year = int(phrase["year"].text) if phrase.has("year") else told.first.year - 1
    day = day_of(year, told.first.month, told.first.day)
    return date_timex(day.within(GRAINS[unit]) if day else None)


def compared_unit(phrase: Phrase, context: Context) -> Timex | None:
    """The like stretch of the year before: "year-ago", "the year-earlier quarter"."""
    if phrase.has("quarter") and context.published:
        quarter = int(lexicon()[phrase.word("quarter")]["ORDINAL"])
        base = context.last_quarter or context.now("year")
        year = base.first.year - 1 if base else 0
        return Timex("DATE", f"{year:04d}-Q{quarter}") if quarter <= 4 else None
    if phrase.has("count"):
        count = read_count(phrase.part("count"))
        return Timex("DURATION", write_duration(count, "month")) if count else None
    named = phrase.word("unit") == "quarter" or (phrase.word("unit") == "period" and not context.summed)
    if named and context.last_quarter:
        return date_timex(context.last_quarter.shift(-4))
    now = context.now("quarter")
    if phrase.word("unit") == "quarter":
        return date_timex(now.shift(-5) if now else None) or open_date("quarter")
    return year_before(context, date_timex(compared(context, -1, phrase))) or open_date("year")


RULES = (
    TimeRule(
        "time-offset",
        f"{HEDGE} (?P<count>{COUNT}) [-]? more? (?P<unit>UNIT|UNITS) or? so?"
        " (?P<side>ago|earlier|later|hence|afterward|afterwards|previously|back|from now|from today|from then|before (?=[, . ;]))",
        offset,
        (
            Example("It was sold [[two weeks ago]] in Rome.", "DATE 2025-W09"),
            Example("It was sold [[five years ago]] in Rome.", "DATE 2020"),
            Example("Profit fell from last year, a third lower than [[a year ago]].", "DATE 2024", also=("last year",)),
            Example("It was sold [[half a century ago]] in Rome.", "DATE 1975"),
            Example("It rose in 1999. [[Two years later]], in 2001, it fell.", "DATE 2001", also=("1999", "2001")),
            Example("It was sold [[a few years ago]] in Rome.", "DATE PAST_REF"),
            Example("Profit for 2023 fell from [[a year earlier]], it said.", "DATE 2022", also=("2023",)),
            Example(
                "In the fourth quarter it rose, and in January by 3% from [[a year earlier]].",
                "DATE 2024-01",
                also=("the fourth quarter", "January"),
            ),
            Example("It fell in January. Rome is richer than [[a year ago]].", "DATE 2024", also=("January",)),
            Example("It was sold [[a few days later]] in Rome.", "DURATION PXD"),
            Example("It was sold [[an hour later]] in Rome.", "DURATION PT1H"),
        ),
        ("It fell two points earlier",),
        moves="in history",
    ),
    TimeRule(
        "time-unit-beside",
        "the (?P<unit>day|week|month|quarter|year|decade) (?P<side>before|after|earlier) (?=[, . ; )]|GAP)",
        unit_beside,
        (
            Example("Profit for 2023 fell from [[the year before]], it said.", "DATE 2022", also=("2023",)),
            Example("He came on March 3. [[The day before]], it had rained.", "DATE 2025-03-02", also=("March 3",)),
        ),
        ("He came the day before the vote", "The year after he left"),
        moves="in history",
    ),
    TimeRule(
        "time-vague-offset",
        "(?<!VAGUE)(?<!CARDINAL)(?<!INT)(?:many|some)? (?P<unit>UNITS)"
        " (?P<side>ago|earlier|later|afterward|afterwards|previously) (?!this)",
        vague_offset,
        (Example("It was sold [[years ago]] in Rome.", "DATE PAST_REF"),),
        ("The yearling later fell",),
        moves="in history",
    ),
    TimeRule(
        "time-compared-unit",
        "[the a]? (?:comparable|corresponding)? (?:year [-]? (?:ago|earlier)|(?:prior|previous) [-] year)"
        " (?:(?P<count>CARDINAL|INT) months|(?:(?:(?P<quarter>ORDINAL) [-]?)? (?P<unit>quarter|period))?"
        " (?:(?= , (?:the|its) (?P<quarter>ORDINAL) quarter))?)|last year POSS (?P<unit>quarter|period)",
        compared_unit,
        (
            Example("It had sold two homes in [[the year-earlier quarter]], it said.", "DATE 2023-Q4"),
            Example("It had sold two homes in [[the year-earlier nine months]], it said.", "DURATION P9M"),
            Example("It had sold two homes in [[last year's quarter]], it said.", "DATE 2023-Q4"),
            Example("It sold two in [[the year-ago quarter]], the second quarter.", "DATE 2024-Q2", also=("the second quarter",)),
        ),
        ("A year-round fair",),
        moves="in history",
    ),
    TimeRule(
        "time-same-stretch",
        "(?:[the a]? (?:same|corresponding|comparable|equivalent|like)|this (?=time|day))"
        " (?P<unit>period|quarter|month|half|time|day|week) ,?"
        " (?:(?:of|in)? the? (?:last|previous|prior|preceding) year|a year (?:ago|earlier|before|previously)|the? year before"
        "|(?:of|in) (?P<year>YEARNUM))",
        same_stretch,
        (
            Example(
                "In the third quarter it sold two homes, and three in [[the same period last year]].",
                "DATE 2023-Q3",
                also=("the third quarter",),
            ),
            Example("It sold two homes in June, against three in [[the same month of 2022]].", "DATE 2022-06", also=("June",)),
            Example(
                "In the first two months of this year it sold two homes, and three in [[the same period last year]].",
                "DATE 2024 2024-01/2024-02",
                also=("the first two months of this year",),
            ),
            Example("It sold two homes by [[the same time last year]].", "DATE 2024 ../2024"),
            Example("It sold more on Monday than on [[the same day last year]].", "DATE 2024-03-10", also=("Monday",)),
        ),
        ("The same time and place",),
        moves="in history",
    ),
)
