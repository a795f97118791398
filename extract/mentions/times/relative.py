"""Units told by their side of the anchor: `yesterday`, `last week`, `this year`, `the following day`, `the same month`."""

from datetime import date

from extract.mentions.times.anchors import Context
from extract.mentions.times.grammar import Phrase, TimeRule
from extract.mentions.times.lexer import lexicon, meaning
from extract.mentions.times.periods import Grain, Period, period_of
from extract.mentions.times.reading import (
    EDGE,
    GRAINS,
    date_timex,
    edge_of,
    ends_name,
    has_class,
    is_prize,
    is_title,
    open_date,
)
from extract.mentions.times.tense import direction_at
from extract.mentions.times.timex import Timex
from extract.rules import Example

DAYS = {"yesterday": -1, "today": 0, "tomorrow": 1, "tonite": 0, "tmrw": 1}
ENDS: dict[str, Grain] = {"eod": "day", "eow": "week", "eom": "month", "eoy": "year"}
SPANNING = frozenset({"over", "in", "during", "within", "for"})
FROM_TEXT = frozenset(
    {"following", "previous", "preceding", "prior", "same", "that", "subsequent", "ensuing", "succeeding", "intervening"}
)


def is_of_age(phrase: Phrase) -> bool:
    """Whether a word names an age and no day: "today's youth", "in today's digital world", "the leaders of tomorrow"."""
    if phrase.after() == "'s":
        behind = phrase.tokens.items[phrase.end + 1 : phrase.end + 3]
        return any(has_class(token, "AGE_NOUN") for token in behind) and behind[0].text[0].isalpha()
    return phrase.before() == "of" and phrase.start > 1 and has_class(phrase.tokens.items[phrase.start - 2], "AGE_NOUN")


def near_day(phrase: Phrase, context: Context) -> Timex | None:
    """Yesterday, today, tomorrow and the days beside them."""
    if ends_name(phrase) or is_of_age(phrase):
        return None
    shift = DAYS[phrase.word("day")] + (1 if phrase.has("after") else -1 if phrase.has("before") else 0)
    day = context.anchor.shift(shift) if context.anchor and not context.narrative else None  # history quotes the words of then
    return date_timex(day, edge_of(phrase)) or open_date("day")


def sentence_period(context: Context, grain: Grain, shift: int, *, from_text: bool) -> Period | None:
    """The unit `shift` units from the anchor, or from the date told of before."""
    told = (context.last_day if grain == "day" else None) or context.reference
    base = told if from_text else context.anchor
    if base is None:
        return None
    unit = period_of(base.first, grain)
    if grain == "weekend" and unit and shift == 0 and unit.first > base.first:
        return unit
    return unit.shift(shift) if unit else None


def rolling(published: date, grain: Grain) -> tuple[str | None, str | None]:
    """First and last value of a unit up to now: "over the past week" is seven days, "over the past year" told in years."""
    now = period_of(published, "day" if grain == "week" else grain)
    begin = now.shift(-7 if grain == "week" else -1) if now else None
    return (begin.value, now.value) if begin and now else (None, None)


def goes_on(phrase: Phrase) -> bool:
    """Whether "the next day" is the one behind the day told of, and not one that is ahead: "over the next year"."""
    if phrase.words[:2] != ["the", "next"] or phrase.before() in SPANNING:
        return False
    return direction_at(phrase.tokens, phrase.start, phrase.end) != "future"


def related_unit(phrase: Phrase, context: Context) -> Timex | None:
    """A week, month, quarter, half, year, decade or century beside the anchor."""
    relation, unit = phrase.word("relation"), phrase["unit"]
    if meaning(unit, "UNIT") == "fortnight":
        return Timex("DURATION", "P2W")
    grain = GRAINS.get(meaning(unit, "UNIT"))
    if grain is None or (grain in ("decade", "century") and relation in ("last", "past", "next", "coming", "previous")):
        return None
    if (grain == "day" and relation in ("this", "current", "present")) or is_title(phrase, unit):
        return None
    entry = lexicon().get(relation, {})
    shift = int(entry.get("PAST_WORD") or entry.get("NEXT_WORD") or 0)
    told = relation in FROM_TEXT or context.narrative or goes_on(phrase)
    found = sentence_period(context, grain, shift, from_text=told)
    if found and context.published and relation in ("last", "past") and phrase.words[0] == "the" and phrase.before() in SPANNING:
        begin, end = rolling(context.published, grain)
        return Timex("DATE", found.value, None, begin, end)
    return date_timex(found, edge_of(phrase)) or open_date(grain, edge_of(phrase))


def same_unit(phrase: Phrase, context: Context) -> Timex | None:
    """The unit that was just told of: "that year", "the same month"."""
    unit = phrase["unit"]
    grain = GRAINS.get(meaning(unit, "UNIT"))
    if grain is None:
        return None
    base = context.last_day if grain == "day" else context.reference
    if base is None:
        return None
    found = base.within(grain)
    return date_timex(found, edge_of(phrase)) or open_date(grain, edge_of(phrase))


def edged_unit(phrase: Phrase, context: Context) -> Timex | None:
    """The beginning or end of the running unit: "the end of the year", "later in the month"."""
    unit = phrase["unit"]
    grain = GRAINS.get(meaning(unit, "UNIT"))
    if grain is None:
        return None
    found = sentence_period(context, grain, 0, from_text=context.narrative)
    return date_timex(found, edge_of(phrase)) or open_date(grain, edge_of(phrase))


def running_unit(phrase: Phrase, context: Context) -> Timex | None:
    """The running week or month; on Monday, where the text told of a day of last week and does not look ahead, that week."""
    if is_prize(phrase):
        return None
    if (
        phrase.word("unit") == "week"
        and phrase.after() in ("ended", "ending", "to")
        and any(
            has_class(token, "WEEKDAY") or has_class(token, "MONTH")
            for token in phrase.tokens.items[phrase.end + 1 : phrase.end + 3]
        )
    ):
        return Timex("DURATION", "P1W")
    told, now = context.last_day, context.now("week")
    before = now.shift(-1) if now and phrase.word("unit") == "week" and context.published == now.first else None
    if told and before and told.within("week") == before and direction_at(phrase.tokens, phrase.start, phrase.end) != "future":
        return date_timex(before)
    return edged_unit(phrase, context)


def weekend(phrase: Phrase, context: Context) -> Timex | None:
    """The weekend next to the anchor: the last one, unless the week of the anchor already ends or the clause looks ahead."""
    unit = context.now("weekend")
    if unit is None or context.published is None:
        return open_date("weekend")
    ahead = direction_at(phrase.tokens, phrase.start, phrase.end) == "future"
    return date_timex(unit if ahead or context.published >= unit.first else unit.shift(-1), edge_of(phrase))


def after_next(phrase: Phrase, context: Context) -> Timex | None:
    """The unit behind the next one."""
    grain = GRAINS[meaning(phrase["unit"], "UNIT")]
    now = context.now(grain)
    return date_timex(now.shift(2) if now else None) or open_date(grain)


def end_in_short(phrase: Phrase, context: Context) -> Timex | None:
    """The end of the running day, week, month or year, as an abbreviation."""
    grain = ENDS[phrase.word("code")]
    return date_timex(context.now(grain), "END") or open_date(grain, "END")


def to_date(phrase: Phrase, context: Context) -> Timex | None:
    """The running unit up to now."""
    grain = GRAINS[meaning(phrase["unit"], "UNIT")]
    now = context.now(grain)
    return Timex("DATE", now.value, None, now.value) if now else open_date(grain)


def year_end(phrase: Phrase, context: Context) -> Timex | None:
    """The end of the running year."""
    base = context.reference if context.narrative else context.anchor
    return date_timex(period_of(base.first, "year") if base else None, "END") or open_date("year", "END")


def mid_year(phrase: Phrase, context: Context) -> Timex | None:
    """The middle of the running year."""
    return date_timex(context.now("year"), "MID") or open_date("year", "MID")


UNIT = "(?P<unit>UNIT)"
RULES = (
    TimeRule(
        "time-near-day",
        "EDGE_ADJ? (?P<before>the? day before)? (?P<after>the? day after)? (?P<day>yesterday|today|tomorrow|tmrw)",
        near_day,
        (
            Example("The bank said [[yesterday]] it lost money.", "DATE 2025-03-13"),
            Example("The board met [[late yesterday]] in Rome.", "DATE 2025-03-13 END"),
        ),
        ("He came the day after", "USA Today wrote", "This is VOA Today.", "He taught today's youth", "The cities of tomorrow"),
        moves="in news",
    ),
    TimeRule(
        "time-related-unit",
        f"{EDGE} (?:the|its|their|his|her|our)? (?P<relation>PAST_WORD|NEXT_WORD|this|current|present)"
        f" (?:past|coming|calendar|full)? {UNIT}",
        related_unit,
        (
            Example("Sales fell [[last week]] in France.", "DATE 2025-W10"),
            Example("Sales will rise [[next year]] in France.", "DATE 2026"),
            Example("Sales fell [[earlier this month]] in France.", "DATE 2025-03 START"),
            Example("Over [[the past week]], sales fell.", "DATE 2025-W10 2025-03-07/2025-03-14"),
            Example("Over [[the past month]], sales fell.", "DATE 2025-02 2025-02/2025-03"),
            Example("In 2019 they fell; [[the following year]] they rose.", "DATE 2020", also=("2019",)),
            Example("On March 3 they fell. [[The next day]] they rose.", "DATE 2025-03-04", also=("March 3",)),
        ),
        ("This is the last straw", 'He said on "This Week" that it fell'),
    ),
    TimeRule(
        "time-same-unit",
        f"{EDGE} (?:that same|that|the same|the very same) {UNIT}|(?<=on) this (?P<unit>day)",
        same_unit,
        (
            Example("In 2019 it fell, and [[that year]] it closed.", "DATE 2019", also=("2019",)),
            Example("It met on March 3. On [[this day]] it chose Rome.", "DATE 2025-03-03", also=("March 3",)),
        ),
        ("The same man came", "On this day he wept"),
    ),
    TimeRule(
        "time-edge-of-unit",
        f"(?:the? EDGE_NOUN of|EDGE_ADJ in) the? {UNIT}",
        edged_unit,
        (Example("It shuts by [[the end of the year]], he said.", "DATE 2025 END ../2025"),),
        ("The end of the road",),
    ),
    TimeRule(
        "time-running-week",
        "(?<=[for in during of over]) (?P<timex>the (?:full|whole|entire)? (?P<unit>week|month))"
        "(?!UNIT|UNITS|[-]|of|before|after|when|that)",
        running_unit,
        (
            Example("For [[the week]], the index fell.", "DATE 2025-W11"),
            Example("For [[the full week]], the index fell.", "DATE 2025-W11"),
            Example("It fell in [[the week]] ended Wednesday.", "DURATION P1W 2025-03-06/2025-03-12", also=("Wednesday",)),
            Example("It fell in [[the week]] ending 2 March.", "DURATION P1W 2025-02-24/2025-03-02", also=("2 March",)),
        ),
        ("Catch of the day", "The pick of the week"),
    ),
    TimeRule(
        "time-after-next",
        "the (?P<unit>week|month|year|quarter) after the? next",
        after_next,
        (Example("It opens [[the week after next]] in Rome.", "DATE 2025-W13"),),
        ("The week after he left",),
    ),
    TimeRule(
        "time-year-end",
        "(?:[the this]? (?:calendar|fiscal|financial)? year [-]? POSS? [-]? end)",
        year_end,
        (Example("It will be sold by [[year-end]], he said.", "DATE 2025 END ../2025"),),
        ("Years end in tears",),
    ),
    TimeRule(
        "time-mid-year",
        "(?<=[by in at until since before from]) (?P<timex>mid [-]? year|midyear) (?![-])",
        mid_year,
        (Example("It will be sold by [[mid-year]], he said.", "DATE 2025 MID ../2025"),),
        ("A mid-year review",),
    ),
    TimeRule(
        "time-end-in-short",
        "the? (?P<code>eod|eow|eom|eoy)",
        end_in_short,
        (Example("It is due by [[EOM]] there.", "DATE 2025-03 END ../2025-03"),),
        ("The EOS camera",),
    ),
    TimeRule(
        "time-year-to-date",
        "the? (?P<unit>year|quarter|month) (?:[-]? to [-]? date|so far|thus far)",
        to_date,
        (
            Example("Sales [[year-to-date]] were flat.", "DATE 2025 2025/.."),
            Example("Sales are down 8% on [[the year so far]].", "DATE 2025 2025/.."),
        ),
        ("The yearling to dateline", "So far apart"),
    ),
    TimeRule(
        "time-weekend",
        "EDGE_ADJ? the weekend",
        weekend,
        (
            Example("Thousands fled over [[the weekend]] from it.", "DATE 2025-W10-WE"),
            Example("It will rain over [[the weekend]] in Rome.", "DATE 2025-W11-WE"),
        ),
        ("A weekend bag",),
    ),
)
