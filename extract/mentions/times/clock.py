"""Clock times and parts of the day: `10:30 a.m. EST`, `noon Thursday`, `Friday morning`, `last night`, `this evening`."""

from dataclasses import dataclass

from extract.mentions.times.anchors import Context
from extract.mentions.times.grammar import Phrase, TimeRule
from extract.mentions.times.lexer import Token, lexicon, meaning
from extract.mentions.times.months import day_near
from extract.mentions.times.periods import Period, day_of
from extract.mentions.times.reading import capital, day_number
from extract.mentions.times.relative import DAYS
from extract.mentions.times.tense import direction_at
from extract.mentions.times.timex import Timex
from extract.mentions.times.weekdays import weekday_near
from extract.rules import Example


@dataclass(frozen=True, slots=True)
class Clock:
    """Hour and minutes as the text gives them."""

    hour: int
    rest: str = ""


def read_clock(tokens: tuple[Token, ...], meridiem: str, part: str) -> Clock | None:
    """The clock that digits or words say, moved past noon by `pm` or a later part of the day."""
    text = tokens[0].lower
    if text in lexicon() and "SMALL" in lexicon()[text]:
        text = meaning(tokens[0], "SMALL")
    head, _, rest = text.replace(".", ":").partition(":")
    if not head.isdigit():
        return None
    if not rest and len(head) >= 3:
        head, rest = head[:-2], head[-2:]
    hour = int(head)
    if meridiem and not 0 < hour <= 12:
        return None
    if (meridiem == "pm" or part in ("AF", "EV", "NI")) and hour < 12:
        hour += 12
    elif meridiem == "am" and hour == 12:
        hour = 0
    valid = hour <= 24 and all(piece.isdigit() and int(piece) < 60 for piece in rest.split(":") if piece)
    return Clock(hour, f":{rest}" if rest else ":00") if valid else None


def day_told(phrase: Phrase, context: Context) -> Period | None:
    """The day that the phrase itself names beside the clock; None if it names none."""
    if phrase.has("near"):
        return context.anchor.shift(DAYS[phrase.word("near")]) if context.anchor else None
    month, day = phrase.token("month"), phrase.token("day")
    if month and day:
        number = int(meaning(month, "MONTH"))
        if phrase.has("year"):
            return day_of(int(phrase.part("year")[-1].text), number, day_number(day))
        return day_near(number, day_number(day), context)
    weekday = phrase.token("weekday")
    if weekday:
        return weekday_near(int(meaning(weekday, "WEEKDAY")), context, direction_at(phrase.tokens, phrase.start, phrase.end, weak=False))
    return None


def day_value(phrase: Phrase, context: Context) -> str:
    """The value of the day on which the clock time falls."""
    told = day_told(phrase, context)
    if told:
        return told.value
    if context.narrative and context.last_day:
        return context.last_day.value
    base = context.last_day if phrase.has("that") else context.anchor
    return base.value if base else "XXXX-XX-XX"


def clock_time(phrase: Phrase, context: Context) -> Timex | None:
    """A time on the clock, with the day it falls on."""
    token = phrase.token("noon")
    if token:
        return Timex("TIME", f"{day_value(phrase, context)}T{meaning(token, 'NOON')}")
    meridiem = phrase.token("meridiem")
    part = phrase.token("part")
    clock = read_clock(
        phrase.part("clock"), meaning(meridiem, "MERIDIEM") if meridiem else "", meaning(part, "DAYPART") if part else ""
    )
    if clock is None:
        return None
    zone = phrase.token("zone")
    written = meaning(zone, "ZONE") if zone else ""
    return Timex("TIME", f"{day_value(phrase, context)}T{clock.hour:02d}{clock.rest}{'' if written == 'X' else written}")


def bare_clock(phrase: Phrase, context: Context) -> Timex | None:
    """A time of day in digits without am or pm, where it is no score or ratio."""
    if phrase.before() in ("by", "won", "ratio", "score", "odds", "lost", "beat", "verse") or phrase.after() in (
        "win",
        "victory",
        "lead",
        "loss",
        "draw",
    ):
        return None
    return clock_time(phrase, context)


def part_of_day(phrase: Phrase, context: Context) -> Timex | None:
    """A morning, afternoon, evening or night of a day that the phrase names."""
    part = phrase["part"]
    weekday = phrase.token("weekday")
    if weekday and not capital(weekday):
        return None
    code = meaning(part, "DAYPART")
    day = day_told(phrase, context)
    if day is None:
        base = context.reference if phrase.word("relation") == "that" or context.narrative else context.anchor
        moved = {"last": -1, "previous": -1, "next": 1, "following": 1}.get(phrase.word("relation"), 0)
        if moved and phrase.word("relation") in ("next", "following", "previous"):
            base = context.last_day or base
        day = base.shift(moved) if base and base.grain == "day" else None
    return Timex("TIME", f"{day.value if day else 'XXXX-XX-XX'}T{code}", edge(phrase))


def edge(phrase: Phrase) -> str | None:
    """`START` or `END` where "early" or "late" stands before the part of the day."""
    token = phrase.token("edge")
    return meaning(token, "EDGE_ADJ") if token else None


def tonight(phrase: Phrase, context: Context) -> Timex | None:
    """The night of the anchor."""
    return Timex("TIME", f"{context.anchor.value if context.anchor else 'XXXX-XX-XX'}TNI")


def overnight(phrase: Phrase, context: Context) -> Timex | None:
    """The night before the anchor."""
    night = context.anchor.shift(0) if context.anchor else None
    return Timex("TIME", f"{night.value if night else 'XXXX-XX-XX'}TNI")


DATE = (
    "(?:(?P<near>yesterday|today|tomorrow)|(?P<weekday>WEEKDAY) [.]?"
    "|(?:WEEKDAY [.]? ,?)? (?P<month>MONTH) [.]? (?P<day>DAYNUM|ORDNUM) (?:,? (?P<year>YEARNUM))?)"
)
ZONE = "(?:(?P<zone>ZONE)|local time)?"
CLOCK = "(?:(?P<clock>CLOCK|HOURNUM|SMALL|DECIMAL|FOUR) (?P<meridiem>MERIDIEM)|(?P<noon>NOON))"
RULES = (
    TimeRule(
        "time-clock",
        f"{CLOCK} {ZONE} (?:,? (?:on|in the)? {DATE})?",
        clock_time,
        (
            Example("The plane left at [[10:35 a.m. Thursday]] for Rome.", "TIME 2025-03-13T10:35"),
            Example("It opens at [[9 a.m. EST]] there.", "TIME 2025-03-14T09:00-05:00"),
        ),
        ("I am one of them",),
    ),
    TimeRule(
        "time-clock-behind-date",
        f"{DATE} ,? (?:at|around|about)? {CLOCK} {ZONE}",
        clock_time,
        (Example("The plane left [[Thursday at 10:35 a.m.]] for Rome.", "TIME 2025-03-13T10:35"),),
        ("On Thursday at least",),
    ),
    TimeRule(
        "time-clock-of-part",
        "(?P<clock>CLOCK|HOURNUM|SMALL) (?:o'clock)? (?:in the|at|this|that) (?P<part>morning|afternoon|evening|night)",
        clock_time,
        (Example("They came at [[4 in the morning]] for him.", "TIME 2025-03-14T04:00"),),
        ("He met two in the hall",),
    ),
    TimeRule(
        "time-oclock",
        "(?P<clock>HOURNUM|SMALL) o'clock",
        clock_time,
        (Example("They came at [[four o'clock]] for him.", "TIME 2025-03-14T04:00"),),
        ("Clock radio",),
    ),
    TimeRule(
        "time-bare-clock",
        f"(?P<clock>CLOCK) (?P<zone>ZONE)? (?:,? on? {DATE})?",
        bare_clock,
        (Example("The vote at [[14:30]] was close.", "TIME 2025-03-14T14:30"),),
        ("John 3:16-17 says",),
    ),
    TimeRule(
        "time-part-of-day",
        "(?:(?P<edge>EDGE_ADJ) (?:on|in)?)? (?:(?P<near>yesterday|today|tomorrow)|(?P<weekday>WEEKDAY)|(?P<relation>this|that|last|next|previous|following|the next|the following)) EDGE_ADJ? (?:in the)? (?P<part>DAYPART)",
        part_of_day,
        (
            Example("It broke [[Thursday morning]] in Rome.", "TIME 2025-03-13TMO"),
            Example("It broke [[last night]] in Rome.", "TIME 2025-03-13TNI"),
        ),
        ("The good morning show",),
    ),
    TimeRule(
        "time-tonight",
        "(?:tonight|tonite)",
        tonight,
        (Example("It airs [[tonight]] at home.", "TIME 2025-03-14TNI"),),
        ("Night fell",),
    ),
    TimeRule(
        "time-overnight",
        "overnight",
        overnight,
        (Example("It fell [[overnight]] in Asia.", "TIME 2025-03-14TNI"),),
        ("Over nights",),
    ),
)
