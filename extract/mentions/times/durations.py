"""Lengths of time: `two years`, `five-year`, `several weeks`, `for decades`, `nearly an hour`."""

from decimal import Decimal

from extract.mentions.times.anchors import Context
from extract.mentions.times.grammar import Phrase, TimeRule
from extract.mentions.times.lexer import Token, lexicon
from extract.mentions.times.numerals import read_count, write_count
from extract.mentions.times.reading import COUNT, LIMIT, NUMBER, capital, has_class, hedge_of, is_title
from extract.mentions.times.timex import Timex
from extract.rules import Example

CODES = {
    "second": "T{}S",
    "minute": "T{}M",
    "hour": "T{}H",
    "day": "{}D",
    "week": "{}W",
    "fortnight": "{}W",
    "month": "{}M",
    "quarter": "{}Q",
    "year": "{}Y",
    "decade": "{}Y",
    "century": "{}Y",
    "millennium": "{}Y",
}
MULTIPLES = {"fortnight": 2, "decade": 10, "century": 100, "millennium": 1000}
PARTS = {"Y": (12, "M"), "H": (60, "M"), "M": (60, "S")}  # what a half of a unit is written in, of months and weeks a decimal
MODALS = frozenset({"will", "would", "can", "could", "may", "might", "shall", "should", "must", "'ll"})  # "will one day be"
LONGEST = 100_000


def unit_of(word: str) -> str:
    """The unit that a word names, in the singular; empty for what has no length."""
    entry = lexicon().get(word, {})
    unit = next((entry[kind] for kind in ("UNIT", "UNITS", "UNIT_LONG", "UNITS_LONG") if kind in entry), "")
    return unit if unit in CODES else ""


def write_duration(count: Decimal | None, unit: str) -> str:
    """A duration as TIMEX3 writes it: `P3Y`, `PT2H`, `PXW` for a vague count, `P2Y6M` for two years and a half."""
    code = CODES[unit]
    if count is None:
        return "P" + code.format("X")
    count *= MULTIPLES.get(unit, 1)
    whole, rest = int(count), count - int(count)
    if rest and code[-1] in PARTS and (code != "{}M"):
        times, part = PARTS[code[-1]]
        clock = "T" if code.startswith("T") else ""
        head = f"{whole}{code[-1]}" if whole else ""
        return f"P{clock}{head}{write_count(rest * times)}{part}"
    return "P" + code.format(write_count(count))


def is_length(unit: str, words: tuple[Token, ...], count: Decimal | None) -> bool:
    """Whether counted units are a length: not "a second", "three-quarters", "the 1988 quarter"."""
    if not unit or (count is not None and count > LONGEST):
        return False
    if unit == "second":
        return words[-1].lower not in ("a", "an", "one")
    if unit == "quarter":
        return words[-1].lower not in ("a", "an", "one") and (count is None or count < 100)
    return True


def is_in_running_text(phrase: Phrase) -> bool:
    """Whether two words without capitals stand before a phrase, as they seldom do in a headline."""
    before = phrase.tokens.items[max(0, phrase.start - 2) : phrase.start]
    return len(before) == 2 and all(token.text.isalpha() and token.text.islower() for token in before)


def duration(phrase: Phrase, context: Context) -> Timex | None:
    """A count of units."""
    unit, words = unit_of(phrase.word("unit")), phrase.part("count")
    count = read_count(words)
    if (
        is_title(phrase, phrase["unit"])
        or not is_length(unit, words, count)
        or (words[-1].lower in ("a", "an") and has_class(phrase["unit"], "UNITS"))
    ):
        return None
    if capital(phrase["unit"]) and words[0].text.isdigit() and is_in_running_text(phrase):
        return None  # "he told 60 Minutes that"
    if words[0].lower == "many" and phrase.before() == "as":
        return None  # "her second medal in as many days"
    if unit == "quarter" and (
        (phrase.after() == "of" and count is not None)
        or words[0].lower == "some"
        or (words[-1].lower == "three" and "-" in phrase.words)
    ):
        return None  # "three quarters of them", "in some quarters", "three-quarters"
    if phrase.words == ["one", "day"] and MODALS & {phrase.before(), phrase.after(2)} and phrase.after() != "after":
        return Timex("DATE", "FUTURE_REF")
    if phrase.has("half"):
        count = (count or Decimal(1)) + Decimal("0.5")
    return Timex("DURATION", write_duration(count, unit), hedge_of(phrase))


def range_of_lengths(phrase: Phrase, context: Context) -> Timex | None:
    """From so many units to so many; its value is the lesser."""
    unit, least, most = unit_of(phrase.word("unit")), read_count(phrase.part("least")), read_count(phrase.part("count"))
    if least is None or most is None or least >= most or not is_length(unit, phrase.part("count"), most):
        return None
    return Timex("DURATION", write_duration(least, unit), "EQUAL_OR_MORE")


def compound_duration(phrase: Phrase, context: Context) -> Timex | None:
    """Units and lesser units together: "two years and six months"."""
    order, written, longer = list(CODES), "P", len(CODES)
    for number in ("", "_a", "_b", "_c"):
        if not phrase.has(f"unit{number}"):
            continue
        unit, count = unit_of(phrase.word(f"unit{number}")), read_count(phrase.part(f"count{number}"))
        if not unit or count is None or order.index(unit) >= longer:
            return None
        longer = order.index(unit)
        added = write_duration(count, unit)
        written += added.removeprefix("PT" if "T" in written else "P")
    return Timex("DURATION", written, hedge_of(phrase))


def whole_unit(phrase: Phrase, context: Context) -> Timex | None:
    """One unit that something lasts from end to end."""
    return Timex("DURATION", write_duration(Decimal(1), unit_of(phrase.word("unit"))))


def vague_duration(phrase: Phrase, context: Context) -> Timex | None:
    """Units without a count where the words around say that they are a length: "for years"."""
    return Timex("DURATION", write_duration(None, unit_of(phrase.word("unit"))))


NATURE = (
    "(?:more|full|additional|extra|consecutive|straight|trading|business|working|calendar|other|further|long|short|whole|solid|successive"
    ")"
)
UNITS = "(?P<unit>UNITS)"
RULES = (
    TimeRule(
        "time-duration",
        f"(?P<hedge>{LIMIT}) (?:the|another|an additional|a further|an extra|each|these|those)?"
        f" (?P<count>{COUNT}) (?:{NATURE} [-]?)? (?P<unit>UNIT|UNITS) (?P<half>and a half)? (?![-]? (?:old|olds)|[-]"
        " (?:round|on|over|to|by|long))",
        duration,
        (
            Example("The talks took [[two years]] in Rome.", "DURATION P2Y"),
            Example("It lasted [[nearly two and a half years]], he said.", "DURATION P2Y6M LESS_THAN"),
            Example("They waited for about [[a year and a half]] in Rome.", "DURATION P1Y6M APPROX"),
            Example("They left within [[two weeks]] of it.", "DURATION P2W EQUAL_OR_LESS"),
            Example("They waited for [[two-and-a-half years]] in Rome.", "DURATION P2Y6M"),
            Example("It ran for [[several weeks]] in Rome.", "DURATION PXW"),
            Example("It may [[one day]] be the largest.", "DATE FUTURE_REF"),
        ),
        (
            "The 12-year-old boy",
            "He is 45 years old",
            "A second chance",
            "They own three-quarters of it",
            "Some quarters doubt it",
            "Her second in as many days",
            'On "60 Minutes" he wept',
            "He was asked on 60 Minutes again",
        ),
    ),
    TimeRule(
        "time-hyphened-duration",
        f"(?P<hedge>{LIMIT}) (?P<count>{NUMBER}|VAGUE|half) [-] {NATURE}? [-]? (?P<unit>UNIT|UNITS) (?:[-] long)?"
        " (?![-]? (?:old|olds)|[-] (?:round|on|over|to|by))",
        duration,
        (
            Example("They signed a [[five-year]] lease in Rome.", "DURATION P5Y"),
            Example("The [[18-month-long]] siege of Rome is over.", "DURATION P18M"),
            Example("After its [[two-and-a-half-year]] term it fell.", "DURATION P2Y6M"),
        ),
        ("A five-year-old boy", "Three-quarters of it"),
    ),
    TimeRule(
        "time-unit-long",
        "(?P<unit>UNIT) [-] long|(?P<unit>UNIT_LONG)",
        whole_unit,
        (
            Example("A [[month-long]] siege of Rome is over.", "DURATION P1M"),
            Example("The [[yearlong]] siege of Rome is over.", "DURATION P1Y"),
        ),
        ("A lifelong friend", "They belong to it"),
    ),
    TimeRule(
        "time-duration-range",
        f"{LIMIT} (?:the|another)? (?:(?:last|past|next|coming|first))?"
        f" (?P<least>{COUNT}) [-]? (?:to|or|[- –]) (?P<count>{COUNT}) [-]? {NATURE}?"
        " (?P<unit>UNIT|UNITS) (?![-]? (?:old|olds)|ago|earlier|later|before|from)",
        range_of_lengths,
        (
            Example("They will close in [[two to three weeks]], he said.", "DURATION P2W EQUAL_OR_MORE"),
            Example("They paid [[12-18 months]] of rent.", "DURATION P12M EQUAL_OR_MORE"),
        ),
        ("Two or three of them", "From 3 to 5-year-old boys"),
    ),
    TimeRule(
        "time-duration-or-two",
        "[a an] (?P<unit>UNIT) or (?:two|so)(?![-]|CARDINAL|ago)",
        whole_unit,
        (Example("They will close in [[a year or two]], he said.", "DURATION P1Y"),),
        ("A man or two",),
    ),
    TimeRule(
        "time-compound-duration",
        f"(?P<hedge>{LIMIT}) (?P<count>{COUNT}) [-]? (?P<unit>UNIT|UNITS)"
        " ,? and? (?P<count_a>INT|SMALL) [-]? (?P<unit_a>UNIT|UNITS)"
        " (?:,? and? (?P<count_b>INT|SMALL) [-]? (?P<unit_b>UNIT|UNITS))?"
        " (?:,? and? (?P<count_c>INT|SMALL) [-]? (?P<unit_c>UNIT|UNITS))?",
        compound_duration,
        (
            Example("It ran for [[3 hours 30 minutes]] in Rome.", "DURATION PT3H30M"),
            Example("He got [[two years and six months]] there.", "DURATION P2Y6M"),
            Example("It ran for [[2 days 1 hour 5 minutes]] in Rome.", "DURATION P2DT1H5M"),
        ),
        ("One man and six horses",),
    ),
    TimeRule(
        "time-whole-unit",
        "(?:all|the (?:whole|entire)|a full) (?P<unit>day|week|month|year) (?:[-]? long)? (?![-]|of|UNIT|UNITS)",
        whole_unit,
        (
            Example("It rained [[all week]] in Rome.", "DURATION P1W"),
            Example("It rained [[all day long]] in Rome.", "DURATION P1D"),
        ),
        ("All years are alike",),
    ),
    TimeRule(
        "time-vague-duration",
        "(?<=[for in over after within take takes took taking last lasts lasted spend spends spent])"
        f" (?:the|many|most)? {UNITS} (?!old|earlier|later|ago|of|before|after|YEARNUM)"
        f"|(?<=[after follow follows followed following despite]) {UNITS} (?=of)|(?<!VAGUE)(?<!CARDINAL)(?<!INT) {UNITS} (?=away)",
        vague_duration,
        (
            Example("They have argued for [[years]] in Rome.", "DURATION PXY"),
            Example("It takes [[months]] to build one.", "DURATION PXM"),
            Example("After [[weeks]] of talks they left.", "DURATION PXW"),
            Example("The vote is still [[weeks]] away in Rome.", "DURATION PXW"),
        ),
        ("The days of yore",),
    ),
    TimeRule(
        "time-long-duration",
        f"{UNITS} [-] (?:long|old)|(?P<unit>UNITS_LONG)",
        vague_duration,
        (
            Example("It ended a [[decades-long]] feud.", "DURATION PXY"),
            Example("It ended a [[yearslong]] feud.", "DURATION PXY"),
        ),
        ("Years long gone",),
    ),
)
