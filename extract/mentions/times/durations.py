"""Lengths of time: `two years`, `five-year`, `the past three months`, `several weeks`, `decades`."""

from decimal import Decimal

from extract.mentions.times.anchors import Context
from extract.mentions.times.grammar import Phrase, TimeRule
from extract.mentions.times.lexer import lexicon
from extract.mentions.times.numerals import read_count, write_count
from extract.mentions.times.reading import COUNT, HEDGE
from extract.mentions.times.timex import Timex
from extract.rules import Example

CODES = {
    "second": "T{}S",
    "minute": "T{}M",
    "hour": "T{}H",
    "day": "{}D",
    "week": "{}W",
    "fortnight": "{}W",
    "weekend": "{}WE",
    "month": "{}M",
    "quarter": "{}Q",
    "year": "{}Y",
    "decade": "{}Y",
    "century": "{}Y",
    "millennium": "{}Y",
}
MULTIPLES = {"fortnight": 2, "decade": 10, "century": 100, "millennium": 1000}
HEDGES = {
    "nearly": "LESS_THAN",
    "almost": "LESS_THAN",
    "under": "LESS_THAN",
    "less": "LESS_THAN",
    "over": "MORE_THAN",
    "more": "MORE_THAN",
    "least": "EQUAL_OR_MORE",
    "to": "EQUAL_OR_LESS",
    "within": "EQUAL_OR_LESS",
}
SPANS = frozenset(
    {
        "for",
        "in",
        "within",
        "over",
        "after",
        "of",
        "last",
        "past",
        "next",
        "every",
        "took",
        "lasted",
        "than",
        "recent",
        "coming",
        "during",
        "through",
        "nearly",
        "almost",
        "least",
        "about",
        "spent",
    }
)


def unit_of(word: str) -> str:
    """The unit that a word names."""
    entry = lexicon().get(word, {})
    return entry.get("UNIT") or entry.get("UNITS") or ""


def write_duration(count: Decimal | None, unit: str) -> str:
    """A duration as TIMEX3 writes it: whole units and halves, `P2Y6M` for two years and a half."""
    if count is None:
        return "P" + CODES[unit].format("X")
    count *= MULTIPLES.get(unit, 1)
    if count == int(count):
        return "P" + CODES[unit].format(write_count(count))
    whole, rest = int(count), count - int(count)
    head = CODES[unit].format(whole) if whole else ""
    if CODES[unit] == "{}Y":
        return f"P{head}{write_count(rest * 12)}M"
    if CODES[unit] == "T{}H":
        return f"P{head or 'T'}{write_count(rest * 60)}M"
    if CODES[unit] == "T{}M":
        return f"P{head or 'T'}{write_count(rest * 60)}S"
    return "P" + CODES[unit].format(write_count(count))


def duration(phrase: Phrase, context: Context) -> Timex | None:
    """A count of units."""
    unit = unit_of(phrase.word("unit"))
    words = phrase.part("count")
    if (
        not unit
        or unit == "half"
        or (unit in ("second", "quarter") and len(words) == 1 and words[0].lower in ("a", "an", "the", "one"))
    ):
        return None
    count = read_count(words)
    if unit == "quarter" and (words[-1].lower == "three" or count is not None and count > 100):
        return None
    if count is not None and count > 100_000:
        return None
    if unit == "weekend":
        return None
    mod = next((HEDGES[token.lower] for token in phrase.part("hedge") if token.lower in HEDGES), None)
    if (
        (mod is None and phrase.before() in ("about", "around", "roughly", "approximately", "some"))
        or any(token.lower == "couple" for token in words)
    ):
        mod = "APPROX"
    if phrase.has("half"):
        count = (count or Decimal(1)) + Decimal("0.5")
    return Timex("DURATION", write_duration(count, unit), mod)


def vague_duration(phrase: Phrase, context: Context) -> Timex | None:
    """Units without a count where the words around say that they are a length: "for years", "the coming weeks"."""
    return Timex("DURATION", write_duration(None, unit_of(phrase.word("unit"))))


UNITS = "(?P<unit>UNITS)"
RULES = (
    TimeRule(
        "time-duration",
        f"(?P<hedge>{HEDGE}) (?:the? (?:first|last|next|past|previous|final|latest|coming|following|another|additional|full|extra|each|these|those)?)? (?P<count>{COUNT}) [-]? (?:more|full|additional|extra|consecutive|straight|trading|business|working|calendar|other|further)? [-]? (?P<unit>UNIT|UNITS) (?P<half>and a half)? (?![-]? olds? )".replace(
            "olds?", "(?:old|olds)"
        ),
        duration,
        (
            Example("The talks took [[two years]] in Rome.", "DURATION P2Y"),
            Example("They signed a [[five-year]] lease in Rome.", "DURATION P5Y"),
            Example("They grew in [[the past three months]] in Rome.", "DURATION P3M"),
            Example("It lasted [[nearly two and a half years]], he said.", "DURATION P2Y6M LESS_THAN"),
        ),
        ("The 12-year-old boy", "He is 45 years old", "A second chance"),
    ),
    TimeRule(
        "time-vague-duration",
        f"(?:(?<=for)|(?<=in)|(?<=over)|(?<=after)|(?<=within)|(?<=took)|(?<=lasted)|(?<=spent)) the? {UNITS} (?! (?:old|earlier|later|ago))",
        vague_duration,
        (Example("They have argued for [[years]] in Rome.", "DURATION PXY"),),
        ("The days of yore",),
    ),
    TimeRule(
        "time-coming-duration",
        f"the? (?P<relation>coming|recent|past|next|following|last) {UNITS}",
        vague_duration,
        (Example("It will close in [[the coming weeks]], he said.", "DURATION PXW"),),
        ("The coming of age",),
    ),
)
