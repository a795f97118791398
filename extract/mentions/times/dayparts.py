"""Parts of the day: `Friday morning`, `last night`, `this evening`, `the night of March 3`, `overnight`."""

from extract.mentions.times.anchors import Context
from extract.mentions.times.clock import DATE, PART, day_told, day_value, part_code
from extract.mentions.times.grammar import Phrase, TimeRule
from extract.mentions.times.lexer import meaning
from extract.mentions.times.reading import capital, ends_name
from extract.mentions.times.timex import Timex
from extract.mentions.times.weekdays import SHORT, related_weekday
from extract.rules import Example


def part_of_day(phrase: Phrase, context: Context) -> Timex | None:
    """A morning, afternoon, evening or night of a day that the phrase names."""
    weekday = phrase.token("weekday")
    if weekday and not capital(weekday) and weekday.lower in SHORT:
        return None
    day = day_told(phrase, context)
    if day is None and phrase.has("relation"):
        relation = phrase.word("relation")
        shift = {"last": -1, "previous": -1, "next": 1, "following": 1}.get(relation, 0)
        told = relation in ("that", "next", "following", "previous") or context.narrative
        base = (context.last_day or context.anchor) if told else context.anchor
        day = base.shift(shift) if base else None
    edge = phrase.token("edge")
    return Timex("TIME", f"{day.value if day else 'XXXX-XX-XX'}T{part_code(phrase)}", meaning(edge, "EDGE_ADJ") if edge else None)


def part_of_related_weekday(phrase: Phrase, context: Context) -> Timex | None:
    """A part of a weekday that "last", "next" or "this" stands beside."""
    day = related_weekday(phrase, context)
    return Timex("TIME", f"{day.value}T{part_code(phrase)}") if day else None


def part_alone(phrase: Phrase, context: Context) -> Timex | None:
    """A part of the day that is being told of."""
    part = phrase["part"]
    edge = phrase.token("edge")
    base = context.last_day or context.anchor
    value = base.value if base else "XXXX-XX-XX"
    return Timex("TIME", f"{value}T{meaning(part, 'DAYPART')}", meaning(edge, "EDGE_ADJ") if edge else None)


def middle_of_day(phrase: Phrase, context: Context) -> Timex | None:
    """Noon or midnight, written in two words."""
    return Timex("TIME", f"{day_value(phrase, context)}T{'12:00' if phrase.word('middle') == 'day' else '24:00'}")


def tonight(phrase: Phrase, context: Context) -> Timex | None:
    """The night of the anchor."""
    if ends_name(phrase):
        return None
    known = context.anchor is not None and not context.narrative
    return Timex("TIME", f"{context.anchor.value if context.anchor and known else 'XXXX-XX-XX'}TNI")


RULES = (
    TimeRule(
        "time-part-of-day",
        "(?:(?P<edge>EDGE_ADJ) (?:on|in|[-])?)? (?:(?P<near>yesterday|today|tomorrow)|(?P<weekday>WEEKDAY)|the?"
        " (?P<relation>this|that|last|next|previous|following))"
        f" EDGE_ADJ? (?:in the)? {PART} (?:(?P<week>last|this|next) week)?",
        part_of_day,
        (
            Example("It broke [[Thursday morning]] in Rome.", "TIME 2025-03-13TMO"),
            Example("It broke [[last night]] in Rome.", "TIME 2025-03-13TNI"),
        ),
        ("The good morning show",),
    ),
    TimeRule(
        "time-part-of-related-weekday",
        "the? (?P<relation>last|past|this|next|coming|following|previous|same|that) (?P<weekday>WEEKDAY) ,? (?:in the|[-])?"
        f" {PART}",
        part_of_related_weekday,
        (
            Example("It broke [[last Friday night]] in Rome.", "TIME 2025-03-07TNI"),
            Example("It opens [[next Tuesday, in the morning]], he said.", "TIME 2025-03-18TMO"),
        ),
        ("The last sat evening",),
    ),
    TimeRule(
        "time-part-of-date",
        f"the? (?:(?P<edge>EDGE_ADJ) (?:in|on|[-])?)? the? {PART} hours? (?:of|on)? {DATE}",
        part_of_day,
        (
            Example("It broke on [[the morning of March 3]] in Rome.", "TIME 2025-03-03TMO"),
            Example("It broke at [[mid-afternoon yesterday]] in Rome.", "TIME 2025-03-13TAF MID"),
        ),
        ("The night of the fox",),
    ),
    TimeRule(
        "time-date-and-part",
        f"{DATE} ,? (?:in the|[-])? {PART}",
        part_of_day,
        (Example("It broke on [[March 3 in the morning]] in Rome.", "TIME 2025-03-03TMO"),),
        ("An evening sky",),
    ),
    TimeRule(
        "time-part-alone",
        "(?<=[in by during through since until of throughout]) (?P<timex>the"
        " (?P<edge>EDGE_ADJ)? [-]? (?P<part>DAYPART)|(?P<edge>EDGE_ADJ) [-]? (?P<part>DAYPART))"
        " (?!of|before|after|when|on|that|POSS)",
        part_alone,
        (Example("Shares fell in [[the afternoon]], he said.", "TIME 2025-03-14TAF"),),
        ("The evening gown",),
    ),
    TimeRule(
        "time-part-bare",
        "(?P<edge>mid) [-]? (?P<part>DAYPART)|(?P<part>midmorning|midafternoon)"
        "|(?<=[at by before after until around]) (?P<timex>(?P<part>dawn|dusk|lunchtime))",
        part_alone,
        (
            Example("Shares fell [[mid-morning]], he said.", "TIME 2025-03-14TMO MID"),
            Example("They came at [[dawn]] for him.", "TIME 2025-03-14TMO"),
        ),
        ("A new dawn",),
    ),
    TimeRule(
        "time-mid-day",
        "mid [-]? (?P<middle>day|night)",
        middle_of_day,
        (Example("Shares fell by [[mid-day]], he said.", "TIME 2025-03-14T12:00 ../2025-03-14T12:00"),),
        ("A mid-table side",),
    ),
    TimeRule(
        "time-tonight",
        "EDGE_ADJ? (?:tonight|tonite)",
        tonight,
        (Example("It airs [[tonight]] at home.", "TIME 2025-03-14TNI"),),
        ("Night fell", "He told North West Tonight that it fell"),
        moves="in news",
    ),
    TimeRule(
        "time-overnight",
        "overnight (?!UNIT)",
        tonight,
        (Example("It fell [[overnight]] in Asia.", "TIME 2025-03-14TNI"),),
        ("Over nights",),
        moves="in news",
    ),
)
