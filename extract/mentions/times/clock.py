"""Clock times with their day and zone: `10:30 a.m. EST`, `noon Thursday`, `half past seven`, `9 to 11 a.m.`."""

from dataclasses import dataclass

from extract.mentions.times.absolute import numeric_date
from extract.mentions.times.anchors import Context
from extract.mentions.times.cues import ends_sentence
from extract.mentions.times.grammar import Phrase, TimeRule
from extract.mentions.times.lexer import Token, meaning
from extract.mentions.times.nearness import day_near
from extract.mentions.times.numerals import read_count
from extract.mentions.times.periods import Period, day_of, read_period
from extract.mentions.times.reading import day_number, has_class
from extract.mentions.times.relative import DAYS
from extract.mentions.times.tense import REACH, direction_at
from extract.mentions.times.timex import Timex
from extract.mentions.times.weekdays import weekday_in_week, weekday_near
from extract.rules import Example


@dataclass(frozen=True, slots=True)
class Clock:
    """Hour, minute and, where the text gives them, seconds."""

    hour: int
    minute: int
    second: int | None = None

    @property
    def value(self) -> str:
        """As TIMEX3 writes it."""
        return f"{self.hour:02d}:{self.minute:02d}" + ("" if self.second is None else f":{self.second:02d}")


def read_clock(tokens: tuple[Token, ...], meridiem: str, part: str) -> Clock | None:
    """The clock that digits or words say, moved past noon by `pm` or a later part of the day."""
    words = [token.lower for token in tokens if token.lower not in ("-", "o'clock", "oclock")]
    if not words:
        return None
    if words[0][0].isdigit():
        text = "".join(words).replace(".", ":").replace("h", ":")
        if len(text) in (3, 4) and text.isdigit():
            text = f"{text[:-2]}:{text[-2:]}"
        numbers = [int(number) for number in text.split(":") if number]
    else:
        minutes = read_count([token for token in tokens[1:] if token.lower != "-"])
        numbers = [int(meaning(tokens[0], "SMALL")), *([int(minutes)] if minutes is not None else [])]
    hour, minute, second = (*numbers, 0, 0)[:3]
    if meridiem and not 0 < hour <= 12:
        return None
    if (meridiem == "pm" or (part in ("AF", "EV", "NI") and hour > (4 if part == "NI" else 0))) and hour < 12:
        hour += 12
    elif meridiem == "am" and hour == 12:
        hour = 0
    valid = hour <= 24 and minute < 60 and second < 60
    return Clock(hour, minute, second if len(numbers) > 2 else None) if valid else None


def day_told(phrase: Phrase, context: Context) -> Period | None:
    """The day that the phrase itself names beside the clock; None if it names none."""
    if phrase.has("near"):
        return context.anchor.shift(DAYS[phrase.word("near")]) if context.anchor else None
    if phrase.has("numeric"):
        found = numeric_date(phrase["numeric"], context)
        return read_period(found.value) if found else None
    month, day = phrase.token("month"), phrase.token("day")
    if month and day:
        number = int(meaning(month, "MONTH"))
        if phrase.has("year"):
            return day_of(int(phrase["year"].text), number, day_number(phrase))
        return day_near(number, day_number(phrase), context, direction_at(phrase.tokens, phrase.start, phrase.end, weak=False))
    weekday = phrase.token("weekday")
    if weekday:
        number = int(meaning(weekday, "WEEKDAY"))
        if phrase.has("week"):
            return weekday_in_week(number, phrase.word("week"), context)
        return weekday_near(number, context, direction_at(phrase.tokens, phrase.start, phrase.end, weak=False))
    return None


NEAR_DAYS = frozenset({"yesterday", "tomorrow"})


def names_day(phrase: Phrase) -> bool:
    """Whether the sentence has named its day before the clock time: "on Monday, at around 2 p.m."."""
    for place in range(phrase.start - 1, max(-1, phrase.start - REACH), -1):
        if ends_sentence(phrase.tokens, place):
            return False
        if has_class(phrase.tokens.items[place], "WEEKDAY") or phrase.tokens.lower(place) in NEAR_DAYS:
            return True
    return False


def day_value(phrase: Phrase, context: Context) -> str:
    """The value of the day on which the clock time falls: the one told, that of the sentence or story, or that of publication."""
    told = day_told(phrase, context)
    if told:
        return told.value
    goes_on = context.last_day is not None and (context.narrative or names_day(phrase))
    base = context.last_day if goes_on else context.anchor
    return base.value if base else "XXXX-XX-XX"


def part_code(phrase: Phrase) -> str:
    """The part of the day that the phrase names; empty if it names none."""
    part = phrase.token("part")
    return "NI" if phrase.has("tonight") else meaning(part, "DAYPART") if part else ""


def clock_of(phrase: Phrase, name: str, meridiem: str) -> Clock | None:
    """The clock in a named part of the phrase, with the am or pm of another."""
    token = phrase.token(meridiem)
    return read_clock(phrase.part(name), meaning(token, "MERIDIEM") if token else "", part_code(phrase))


def clock_time(phrase: Phrase, context: Context) -> Timex | None:
    """A time on the clock, with the day it falls on."""
    token = phrase.token("noon")
    if token:
        if phrase.before() == "high":
            return None  # the film
        return Timex("TIME", f"{day_value(phrase, context)}T{meaning(token, 'NOON')}")
    clock = clock_of(phrase, "clock", "meridiem")
    if clock is None:
        return None
    zone = phrase.token("zone")
    written = meaning(zone, "ZONE") if zone else "X"
    return Timex("TIME", f"{day_value(phrase, context)}T{clock.value}", zone=None if written == "X" else written)


def minutes_past(phrase: Phrase, context: Context) -> Timex | None:
    """Minutes past an hour or before it."""
    token = phrase["minutes"]
    count = {"half": 30, "quarter": 15}.get(token.lower) or int(read_count((token,)) or 0)
    noon = phrase.token("noon")
    clock = Clock(12, 0) if noon else clock_of(phrase, "clock", "meridiem")
    if token.lower == "half" and phrase.word("side") not in ("past", "after"):
        return None  # "cut its stake in half to 10%"
    worded = token.lower in ("half", "quarter") or phrase.has("unit")
    if (
        clock is None
        or not 0 < count < 60
        or not (noon or phrase.has("meridiem") or phrase.has("part") or worded or phrase.word("side") == "past")
    ):
        return None
    minutes = clock.hour * 60 + clock.minute + (count if phrase.word("side") in ("past", "after") else -count)
    return Timex("TIME", f"{day_value(phrase, context)}T{minutes // 60 % 24:02d}:{minutes % 60:02d}")


def bare_clock(phrase: Phrase, context: Context) -> Timex | None:
    """A time of day in digits without am or pm, where it is no score or ratio."""
    if not phrase.has("zone") and (phrase.before() in NO_CLOCK_BEFORE or phrase.after() in NO_CLOCK_BEHIND):
        return None
    written = phrase.part("clock")
    if len(written) > 1 and written[1].lower.startswith("h") and written[0].end != written[1].start:
        return None
    return clock_time(phrase, context)


def clock_range(phrase: Phrase, context: Context) -> Timex | None:
    """From one time on the clock to another; the first takes its am or pm from the second."""
    last = clock_of(phrase, "until", "until_meridiem")
    first = clock_of(phrase, "clock", "meridiem" if phrase.has("meridiem") else "until_meridiem")
    joined = phrase.tokens.lower(phrase.place("until")[0] - 1) == "and"
    if joined and "between" not in (phrase.before(), *phrase.words):
        return None  # "at 12:45 and 17:45": two times
    if first is None or last is None or (phrase.before() in NO_CLOCK_BEFORE and not phrase.has("until_meridiem")):
        return None
    if not phrase.has("meridiem") and (first.hour, first.minute) > (last.hour, last.minute):
        first = clock_of(phrase, "clock", "meridiem") or first
    day = day_value(phrase, context)
    return Timex("TIME", f"{day}T{first.value}", None, f"{day}T{first.value}", f"{day}T{last.value}")


NO_CLOCK_BEFORE = frozenset({"by", "won", "ratio", "score", "odds", "lost", "beat", "verse", "chapter", "win", "victory"})
NO_CLOCK_BEHIND = frozenset({"win", "victory", "lead", "loss", "draw", "odds", "split", "ratio"})
DATE = (
    "(?:(?P<near>yesterday|today|tomorrow)"
    "|(?:WEEKDAY [.]? ,?)? (?:(?P<month>MONTH) [.]? (?P<day>DAYNUM|ORDNUM)|(?P<day>DAYNUM|ORDNUM) (?P<month>MONTH))"
    " (?:,? (?P<year>YEARNUM))?|(?P<numeric>NUMDATE)|(?P<weekday>WEEKDAY) [.]?)"
)
ZONE = (
    "(?:(?P<zone>ZONE)|(?:local|eastern|central|mountain|pacific|british|european|greenwich|london|moscow|kyiv|beijing|tokyo)"
    " (?:standard|daylight|summer|mean|european)? time|(?:eastern|pacific) (?=[, . ; )]|GAP))?"
)
BRACKET = "(?:[(] (?:FOUR|CLOCK|HOURNUM) MERIDIEM? ZONE [)])?"
HOUR = "(?:HOURNUM|SMALL)"
CLOCK = (
    "(?:(?P<clock>CLOCK|HOURNUM|SMALL (?:[-]? (?:TENS (?:[-]? SMALL)?|TEEN))?|DECIMAL|FOUR|HUNDREDS)"
    " (?:o'clock|oclock|ish)? (?P<meridiem>MERIDIEM)"
    "|(?P<noon>NOON))"
)
DIGITAL = "(?:CLOCK|HOURNUM (?:MINUTE_CODE|h TWO?))"
BARE = f"(?P<clock>CLOCK|{HOUR} (?:o'clock|oclock)|HOURNUM (?:MINUTE_CODE|h (?:TWO)?)|FOUR (?=ZONE))"
OF_DAY = f"(?:,? (?:on|in the|of)? {DATE})?"
ON_DAY = f"(?:{DATE} ,? (?:from|between)?)?"
TO = "(?:[- – — ~]|to|until|untill|till|and)"
PART = "(?P<part>DAYPART)"
RULES = (
    TimeRule(
        "time-clock",
        f"{CLOCK} {ZONE} {BRACKET} {OF_DAY} {BRACKET}",
        clock_time,
        (
            Example("The plane left at [[10:35 a.m. Thursday]] for Rome.", "TIME 2025-03-13T10:35"),
            Example("It opens at [[9 a.m. EST]] there.", "TIME 2025-03-14T09:00 -05:00"),
            Example("It opened at [[11 a.m. Monday (1500 GMT)]] there.", "TIME 2025-03-10T11:00"),
            Example("It opened at [[noon Eastern Time on Monday]] there.", "TIME 2025-03-10T12:00"),
            Example("It went off at [[noon]] in Rome.", "TIME 2025-03-14T12:00"),
            Example("It went off on Monday, at around [[2 p.m.]] in Rome.", "TIME 2025-03-10T14:00", also=("Monday",)),
        ),
        ("I am one of them", "They pay 5 per man"),
    ),
    TimeRule(
        "time-clock-behind-date",
        f"{DATE} ,? (?:at|around|about|from)? (?:{CLOCK}|{BARE}) {ZONE}",
        clock_time,
        (
            Example("The plane left [[Thursday at 10:35 a.m.]] for Rome.", "TIME 2025-03-13T10:35"),
            Example("The plane left [[Thursday at 14:35]] for Rome.", "TIME 2025-03-13T14:35"),
        ),
        ("At least 3 of them",),
    ),
    TimeRule(
        "time-clock-of-part",
        f"(?P<clock>CLOCK|{HOUR}|FOUR) (?:o'clock|oclock)? (?P<meridiem>MERIDIEM)? ,? (?:(?:in the|at|this|that)"
        f" {PART}|(?P<near>tomorrow|yesterday) {PART}|(?P<tonight>tonight)) {OF_DAY}",
        clock_time,
        (
            Example("They came at [[4 in the morning]] for him.", "TIME 2025-03-14T04:00"),
            Example("They leave tomorrow at [[six in the morning]], he said.", "TIME 2025-03-15T06:00", also=("tomorrow",)),
            Example("It airs at [[8 tonight]] at home.", "TIME 2025-03-14T20:00"),
            Example("It airs at [[8 p.m. tonight]] at home.", "TIME 2025-03-14T20:00"),
            Example("They came at [[4 in the morning on Tuesday]] for him.", "TIME 2025-03-11T04:00"),
        ),
        ("He met two in the hall",),
    ),
    TimeRule(
        "time-part-at-clock",
        f"(?:(?:in the|this|that) {PART}|(?P<near>tomorrow|yesterday) {PART}|(?P<tonight>tonight)) ,?"
        f" (?:at|around|about) (?P<clock>CLOCK|{HOUR}) (?:o'clock|oclock)? MERIDIEM?",
        clock_time,
        (Example("It airs [[tonight at 8]] at home.", "TIME 2025-03-14T20:00"),),
        ("The morning paper",),
    ),
    TimeRule(
        "time-bare-clock",
        f"{BARE} {ZONE} {OF_DAY}",
        bare_clock,
        (
            Example("The vote at [[14:30]] was close.", "TIME 2025-03-14T14:30"),
            Example("They came at [[four o'clock]] for him.", "TIME 2025-03-14T04:00"),
            Example("Oil had fallen by [[1510 GMT]] in Rome.", "TIME 2025-03-14T15:10 Z ../2025-03-14T15:10"),
        ),
        ("They won by 3:16", "The clock radio"),
    ),
    TimeRule(
        "time-clock-range",
        f"{ON_DAY} (?P<clock>CLOCK|{HOUR}) (?P<meridiem>MERIDIEM)? {ZONE} {TO}"
        f" (?P<until>CLOCK|{HOUR}) (?P<until_meridiem>MERIDIEM) ZONE? {OF_DAY}",
        clock_range,
        (Example("Shops open from [[9 to 11 a.m.]] there.", "TIME 2025-03-14T09:00 2025-03-14T09:00/2025-03-14T11:00"),),
        ("From 9 to 11 of them",),
    ),
    TimeRule(
        "time-clock-range-bare",
        f"{ON_DAY} (?P<clock>{DIGITAL}) {ZONE} {TO} (?P<until>{DIGITAL}) ZONE? {OF_DAY}",
        clock_range,
        (Example("Shops open from [[09:30 to 11:15]] there.", "TIME 2025-03-14T09:30 2025-03-14T09:30/2025-03-14T11:15"),),
        ("A ratio of 9 to 11",),
    ),
    TimeRule(
        "time-minutes-past",
        "[a]? (?P<minutes>half|quarter|INT|TENS|TEEN|SMALL) (?P<unit>minutes|minute|mins|min)?"
        f" (?P<side>past|to|after|before|till) (?:(?P<clock>CLOCK|{HOUR}) (?:o'clock|oclock)?"
        f" (?P<meridiem>MERIDIEM)?|(?P<noon>NOON)) (?:in the {PART})?",
        minutes_past,
        (
            Example("They met at [[half past seven]] in Rome.", "TIME 2025-03-14T07:30"),
            Example("They met at [[a quarter to noon]] in Rome.", "TIME 2025-03-14T11:45"),
        ),
        ("From 3 to 5 of them", "They beat Rome two to one"),
    ),
)
