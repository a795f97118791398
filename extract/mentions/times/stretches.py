"""Stretches that count from the anchor or from the ends of a year: `the past three months`, `the first nine months of 2024`.

Their TIMEX3 value is their length; where the anchor or the year is known, begin and end say which stretch it is. Three or six
months at the edge of a year are its quarter or half.
"""

from decimal import Decimal

from extract.mentions.times.anchors import Context
from extract.mentions.times.durations import is_length, unit_of, write_duration
from extract.mentions.times.grammar import Phrase, TimeRule
from extract.mentions.times.numerals import read_count
from extract.mentions.times.periods import Period, month_of, period_of
from extract.mentions.times.reading import COUNT, GRAINS, HEDGE, edge_of, hedge_of
from extract.mentions.times.timex import Timex
from extract.rules import Example

BACK = frozenset({"last", "past", "previous", "preceding", "prior", "recent", "latest"})
SHIFTS = {"last": -1, "previous": -1, "next": 1, "following": 1, "this": 0, "the": 0, "that": 0}


def from_anchor(context: Context, unit: str, count: Decimal | None, *, back: bool) -> tuple[str | None, str | None]:
    """First and last unit of the stretch that lies behind or before the anchor; None twice if it is not known."""
    scale = {"decade": 10, "century": 100, "fortnight": 14, "week": 7}.get(unit, 1)
    grain = GRAINS.get({"decade": "year", "century": "year", "fortnight": "day", "week": "day"}.get(unit, unit))
    now = context.now(grain) if grain else None
    if now is None or count is None or count != int(count) or count * scale > 9999:
        return None, None
    other = now.shift(int(count) * scale * (-1 if back else 1))
    if other is None:
        return None, None
    return (other.value, now.value) if back else (now.value, other.value)


def counted_stretch(phrase: Phrase, context: Context) -> Timex | None:
    """So many units back or on from the anchor."""
    unit, words = unit_of(phrase.word("unit")), phrase.part("count")
    count = read_count(words)
    after_verb = words[0].lower in ("a", "an") and phrase.words[0] == "following"  # "after talks following a two-day trip"
    if after_verb or not is_length(unit, words, count):
        return None
    begin, end = from_anchor(context, unit, count, back=phrase.word("relation") in BACK)
    return Timex("DURATION", write_duration(count, unit), hedge_of(phrase), begin, end)


def vague_stretch(phrase: Phrase, context: Context) -> Timex | None:
    """Units without a count: "the coming weeks", "recent months"; years that are only past are `PAST_REF`."""
    if phrase.word("relation") in ("recent", "past") and phrase.word("unit") == "years" and phrase.before() != "the":
        return Timex("DATE", "PAST_REF")
    return Timex("DURATION", write_duration(None, unit_of(phrase.word("unit"))))


def long_stretch(phrase: Phrase, context: Context) -> Timex | None:
    """The decade or century behind or before the anchor."""
    unit = phrase.word("unit")
    begin, end = from_anchor(context, unit, Decimal(1), back=phrase.word("relation") in BACK)
    return Timex("DURATION", write_duration(Decimal(1), unit), None, begin, end)


def told_year(phrase: Phrase, context: Context) -> Period | None:
    """The year whose months are counted."""
    if phrase.has("year"):
        return month_of(int(phrase["year"].text), 1)
    side = phrase.word("side")
    base = context.reference if side in ("that", "following", "previous") else context.anchor
    return month_of(base.first.year + SHIFTS[side], 1) if base else None


def edge_of_year(phrase: Phrase, context: Context) -> Timex | None:
    """The first or last months, quarters or weeks of a year."""
    unit, words = unit_of(phrase.word("unit")), phrase.part("count")
    count = read_count(words)
    if not is_length(unit, words, count):
        return None
    value = write_duration(count, unit)
    told = (phrase.has("year") or phrase.has("side")) and not phrase.has("fiscal")
    january = told_year(phrase, context) if told else None
    months = int(count or 0) * {"month": 1, "quarter": 3}.get(unit, 0)
    if january is None or not 0 < months <= 12:
        return Timex("DURATION", value, edge_of(phrase))
    first = january if phrase.word("place") == "first" else january.shift(12 - months)
    last = first.shift(months - 1) if first else None
    if first is None or last is None:
        return None
    whole = {3: "quarter", 6: "half"}.get(months)
    period = period_of(first.first, GRAINS[whole]) if whole else None
    if period:
        return Timex("DATE", period.value)
    return Timex("DURATION", value, None, first.value, last.value)


NATURE = "(?:full|consecutive|straight|trading|business|working|calendar|fiscal|or so|odd)?"
OF_YEAR = (
    "(?:,? (?:of|in) (?:(?P<fiscal>(?:fiscal|financial) year?)? (?P<year>YEARNUM)"
    "|(?P<side>this|last|next|that|the|following|previous)"
    " (?:fiscal|financial|calendar)? year)|(?P<side>this|last) year)?"
)
RULES = (
    TimeRule(
        "time-stretch",
        "(?:at least)? (?:the|these|its|their)?"
        f" (?:(?P<relation>last|past|next|previous|latest|coming|following|preceding|prior|upcoming|recent) {HEDGE}"
        f" (?P<count>{COUNT})|(?P<count>INT|CARDINAL) (?P<relation>upcoming|coming|past|previous|following)) [-]?"
        f" {NATURE} (?P<unit>UNIT|UNITS) (?:or so)?",
        counted_stretch,
        (
            Example("They grew in [[the past three months]] in Rome.", "DURATION P3M 2024-12/2025-03"),
            Example("They grew in [[the last two weeks]] in Rome.", "DURATION P2W 2025-02-28/2025-03-14"),
            Example("They will grow over [[the next 11 years]] in Rome.", "DURATION P11Y 2025/2036"),
        ),
        ("The last two of them", "It fell following a two-thirds vote"),
    ),
    TimeRule(
        "time-edge-of-year",
        f"the? (?P<place>first|last|final|opening|closing) (?P<count>{COUNT}) [-]? (?P<unit>UNITS) {OF_YEAR}",
        edge_of_year,
        (
            Example("Profit rose in [[the first three months of 2024]], it said.", "DATE 2024-Q1"),
            Example("Profit rose in [[the first nine months of 2024]], it said.", "DURATION P9M 2024-01/2024-09"),
            Example("Profit rose in [[the first nine months]], it said.", "DURATION P9M"),
            Example("Profit rose in [[the first nine months of fiscal 2024]], it said.", "DURATION P9M"),
        ),
        ("The first nine of them",),
    ),
    TimeRule(
        "time-long-stretch",
        "the (?P<relation>last|past|next|coming|previous) (?P<unit>decade|century)",
        long_stretch,
        (Example("Prices rose over [[the past decade]] in Rome.", "DURATION P10Y 2015/2025"),),
        ("The next decadent",),
    ),
    TimeRule(
        "time-vague-stretch",
        "the? (?P<relation>coming|recent|past|next|following|last|intervening|succeeding|early|final) (?P<unit>UNITS) (?!of)",
        vague_stretch,
        (Example("It will close in [[the coming weeks]], he said.", "DURATION PXW"),),
        ("The coming of age",),
    ),
)
