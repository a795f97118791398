"""Amounts without their unit: a number with its scale, as digits, words or a fraction of a scale word.

A quote that `AMOUNT` matched enters; an `Amount` leaves. Units (currency, percent) stand beside it and are read elsewhere.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from extract.mentions.fractions import FRACTION_OF_UNIT, read_fraction
from extract.mentions.numerals import FRACTION, NUMBER_WORDS, NUMERAL, VULGAR, read_number_words, read_numeral
from extract.mentions.scales import SCALE, SCALE_WORD, read_scale

_AND_FRACTION = rf"[ -]and[ -](?P<{{name}}>{FRACTION_OF_UNIT})"
_DIGITS = rf"(?P<numeral>{NUMERAL})(?P<fraction>{FRACTION}|{_AND_FRACTION.format(name='and_fraction')})?(?P<scale>{SCALE})?"
_OF_SCALE = rf"(?P<part>{FRACTION_OF_UNIT})(?:[ -]of)?(?:[ -]an?)?[ -](?P<whole>{SCALE_WORD})"
_WORDS = rf"(?P<words>{NUMBER_WORDS})(?:{_AND_FRACTION.format(name='word_fraction')})?(?P<word_scale>{SCALE})?"
_A_SCALE = rf"an?[ -](?P<one_scale>{SCALE_WORD}(?:\s{SCALE_WORD})?)(?!-)(?:{_AND_FRACTION.format(name='scale_fraction')})?"

START = r"(?<![^\W_])(?<!\d[.,:/'’])(?<![.,]\d)(?<![A-Za-z]-)(?<![$€£¥₹#±])"
"""Where a number may begin: not within a word, another number or a model name ("COP27", "F-16")."""

_NAMED = re.compile(rf"(?i:{_OF_SCALE})|{_DIGITS}|(?i:{_A_SCALE})|(?i:{_WORDS})")
AMOUNT = "(?:{})".format(re.sub(r"\?P<\w+>", "?:", _NAMED.pattern))
"""The pattern of an amount, to be put into the pattern of a rule."""


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount as it was written.

    Args:
        value: the whole amount, scale included.
        scale: the factor of its scale words; 1 if it has none. A range's first number may share it.
    """

    value: Decimal
    scale: Decimal


@lru_cache(maxsize=4096)
def read_amount(quote: str) -> Amount | None:
    """The amount of a quote, or None where it is none after all.

    >>> [f"{read_amount(quote).value:f}" for quote in ("2-1/2 billion", "half a million", "a million and a half", "1.5bn", "six")]
    ['2500000000', '500000', '1500000', '1500000000', '6']
    """
    match = _NAMED.fullmatch(quote)
    if match is None:
        return None
    if match["whole"]:
        number, scale = read_fraction(match["part"]), read_scale(match["whole"])
    elif match["one_scale"]:
        number, scale = 1 + _fraction(match["scale_fraction"]), read_scale(match["one_scale"])
    elif match["numeral"]:
        digits = read_numeral(match["numeral"])
        if digits is None:
            return None
        number, scale = digits + _fraction(match["fraction"]), read_scale(match["scale"] or "")
    else:
        words = read_number_words(match["words"])
        if words is None:
            return None
        number, scale = words + _fraction(match["word_fraction"]), read_scale(match["word_scale"] or "")
        if scale == 1 and (own := _own_scale(match["words"])) > 1:
            number, scale = number / own, own
    return Amount((number * scale).normalize() + 0, scale)


def _own_scale(words: str) -> Decimal:
    """The factor of the scale word that number words end in, 1 if they end in none."""
    last = re.split(r"[\s-]", words)[-1]
    return read_scale(last) if re.fullmatch(SCALE_WORD, last) else Decimal(1)


def _fraction(quote: str | None) -> Decimal:
    """The value of what follows a whole number: "½", " 1/2", " and a half"; 0 if nothing does."""
    quote = re.sub(r"(?i)^[\s-]*(?:and[ -])?", "", quote or "")
    if not quote:
        return Decimal(0)
    if quote in VULGAR:
        return VULGAR[quote]
    upper, slash, lower = quote.replace("⁄", "/").partition("/")
    if slash:
        return Decimal(int(upper)) / (int(lower) or 1)
    return read_fraction(quote)
