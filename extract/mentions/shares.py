"""Shares without a percent sign: fractions ("a third of its budget") and counts ("one in five of the cars")."""

import re
from decimal import Decimal

from extract.mentions.fractions import COUNTED_FRACTION, read_fraction
from extract.mentions.numerals import NUMBER_WORDS, read_number_words, read_numeral
from extract.mentions.reading import Reading
from extract.rules import Example, Rule

_WHOLES = frozenset(map(Decimal, (2, 3, 4, 5, 6, 7, 8, 9, 10, 20, 50, 100, 1000)))
_MEASURE = (
    r"(?:hours?|minutes?|seconds?|days?|weeks?|months?|years?|years'|centur\w+|decades?|miles?|mph|kilomet\w+|met[er]{2}s?|inch\w*|feet|"
    r"foot|yards?|pounds?|tons?|tonnes?|cups?|dozen|tea\w*|tbsp|tsp|acres?|pints?|gallons?|marathon|step|time|century|"
    r"games?|matches|starts|innings|attempts|tests|sets|shots|season|stars?|points?|million|billion|trillion|percent\w*|per|day|way)"
)
_NOT_MEASURE = rf"(?!(?:[\s-]of)?[\s-](?:an?\s|the\s|of\s)?{_MEASURE}\b)"
_WHICH_HALF = re.compile(
    r"(?i)\b(?:first|second|latter|other|opposite|bottom|lower|upper|last|opening|this|that|closing|better|past|top|the|in|and\s(?:a|one))[\s-]$"
)
_TIME_BEFORE = re.compile(r"(?i)\b(?:past|last|next|first|previous|latest|these|those|all|consecutive|straight)\s$")
_TIME_IN = re.compile(r"(?i)\b(?:in|for|over|within|after|during)\s$")
_TIME_AFTER = re.compile(r"(?i)\s(?:ahead|in\sa\srow|running|ago|earlier|later|straight)\b")
_CHANCE = re.compile(r"(?i)\b(?:chances?|odds|probabilit\w+|likelihood|shot|risk)\b")
_CENT = Decimal("0.01")


def share(value: Decimal) -> Reading:
    """A part of one as a percentage; two decimals where no decimal ends it.

    >>> str(share(Decimal(1) / 3).amount)
    '33.33'
    """
    amount = value * 100
    rounded = amount.quantize(_CENT)
    return Reading(rounded.normalize() + 0, Decimal(1), "percent")


def _fraction(match: re.Match[str]) -> Reading | None:
    """The share that a counted fraction is; "three quarters" with a blank may also be a stretch of time."""
    text, (start, end) = match.string, match.span()
    if match["part"].endswith(" quarters"):
        bare = not text.startswith(" of ", end)
        before = _TIME_BEFORE.search(text, max(0, start - 30), start)
        if before or _TIME_AFTER.match(text, end) or (bare and _TIME_IN.search(text, max(0, start - 30), start)):
            return None
    return share(read_fraction(match["part"]))


def _half(match: re.Match[str]) -> Reading | None:
    """Half of something; not a certain half ("the second half of the year"), nor "in half"."""
    start = match.start()
    return None if _WHICH_HALF.search(match.string[max(0, start - 20) : start]) else share(Decimal("0.5"))


def _count(match: re.Match[str]) -> Reading | None:
    """The share of a count, unless it is a chance."""
    part, whole = (_number(match[name]) for name in ("part", "whole"))
    if part is None or whole not in _WHOLES or not 0 < part < whole:
        return None
    start, end = match.span()
    around = match.string[max(0, start - 25) : start] + " " + match.string[end : end + 15]
    return None if _CHANCE.search(around) else share(part / whole)


def _number(quote: str) -> Decimal | None:
    """The value of a number in digits or words."""
    return read_numeral(quote) if quote[0].isdigit() else read_number_words(quote)


_NUMBER = rf"\d{{1,3}}(?:,\d{{3}})?(?![\d.,%]\d|%)|(?i:{NUMBER_WORDS})"

RULES: tuple[Rule[Reading], ...] = (
    Rule(
        name="share-fraction",
        pattern=re.compile(
            rf"(?<![^\W_])(?<!-)(?<![Tt]he\s)(?!(?<=and\s)an?\s)(?P<part>{COUNTED_FRACTION})(?:(?<=s)(?![\s-](?:majority|vote|party))|(?=\sof\s)){_NOT_MEASURE}"
            r"(?![\s-](?:as|again|more|times)\b)(?!-\w)"
        ),
        build=_fraction,
        yes=(
            Example("It spent [[a third]] of its budget on roads.", "33.33 percent"),
            Example("[[Two-thirds]] were paid at once.", "66.67 percent"),
        ),
        no=(
            "It rained a quarter of an hour.",
            "In the third quarter of the year sales fell.",
            "A third party came.",
            "Sales fell for three quarters in a row.",
        ),
    ),
    Rule(
        name="share-half",
        pattern=re.compile(
            rf"(?<![^\W_])(?<!-)(?P<part>(?i:half))(?=\s(?:of|the|its|his|her|their|our|my|your|all|that|those|these|this|were|are|was|said|"
            rf"say|have|had|who)\b){_NOT_MEASURE}(?!\s(?:that|as)\s(?:much|many))(?!\sof\s(?:\d|last|this\syear|next|the\s(?:year|season|game|match|month)))"
        ),
        build=_half,
        yes=(Example("Nearly [[half]] of the aid has arrived.", "under 50 percent"),),
        no=("It fell in the second half of the year.", "She waited half an hour.", "It costs half as much."),
    ),
    Rule(
        name="share-count",
        pattern=re.compile(
            rf"(?<![^\W_])(?<![\d.,$€£-])(?P<part>{_NUMBER})\s(?:in|out\sof)\s(?:every\s)?(?P<whole>{_NUMBER})(?![^\W_]){_NOT_MEASURE}(?![-/])"
        ),
        build=_count,
        yes=(Example("[[One in five]] of the cars failed.", "20 percent"),),
        no=("She has a one in 1,000 chance.", "One in 2005 was lost.", "He scored two in 10 minutes.", "The odds are 50-50."),
    ),
)
