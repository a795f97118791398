"""Amounts without their unit: a number with its scale, as digits, words or a fraction of a scale word.

A quote that `AMOUNT` matched enters; an `Amount` leaves. Units (currency, percent) stand beside it and are read elsewhere.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from extract.mentions.numerals import FRACTION, NUMBER_WORDS, NUMERAL, VULGAR, read_number_words, read_numeral
from extract.mentions.scales import SCALE, SCALE_WORD, read_scale

_AND_PART = r"[ -]and[ -](?:a[ -]|one[ -])?(?P<{name}>half|quarter|third|three[ -]quarters)(?![^\W_])"
_PART = r"(?:(?:an?|one)[ -])?(?P<part>half|quarter|third|(?:three|two|3|2)[ -](?:quarters?|thirds?))"
_DIGITS = rf"(?P<numeral>{NUMERAL})(?P<fraction>{FRACTION}|{_AND_PART.format(name='and_part')})?(?P<scale>{SCALE})?"
_OF_SCALE = rf"{_PART}(?:[ -]of)?(?:[ -]an?)?[ -](?P<whole>{SCALE_WORD})"
_WORDS = rf"(?P<words>{NUMBER_WORDS})(?:{_AND_PART.format(name='word_part')})?(?P<word_scale>{SCALE})?"
_A_SCALE = rf"an?[ -](?P<one_scale>{SCALE_WORD}(?:\s{SCALE_WORD})?)(?:{_AND_PART.format(name='scale_part')})?"

_NAMED = re.compile(rf"(?i:{_OF_SCALE})|{_DIGITS}|(?i:{_A_SCALE})|(?i:{_WORDS})")
AMOUNT = "(?:{})".format(re.sub(r"\?P<\w+>", "?:", _NAMED.pattern))
"""The pattern of an amount, to be put into the pattern of a rule."""

BARE_SCALE = rf"{SCALE_WORD}"
_PART_VALUES = {"half": Decimal("0.5"), "quarter": Decimal("0.25"), "third": Decimal(1) / 3}


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
        bare = read_scale(quote)
        return Amount(bare, bare)
    if match["numeral"]:
        number, scale = read_numeral(match["numeral"]), read_scale(match["scale"] or "")
        if number is not None:
            number += _fraction(match["fraction"] or "")
    elif match["whole"]:
        number, scale = _part(match["part"]), read_scale(match["whole"])
    elif match["one_scale"]:
        scale = read_scale(match["one_scale"])
        number = 1 + _part(match["scale_part"])
    else:
        number, scale = read_number_words(match["words"]), read_scale(match["word_scale"] or "")
        if number is None:
            return None
        number += _part(match["word_part"])
        last = re.split(r"[\s-]", match["words"])[-1].lower()
        if scale == 1 and last not in ("hundred", "") and (own := _own_scale(last)) > 1:
            number, scale = number / own, own
    return None if number is None else Amount((number * scale).normalize() + 0, scale)


def _own_scale(word: str) -> Decimal:
    """The factor of a word that may be a scale word."""
    return read_scale(word) if re.fullmatch(SCALE_WORD, word) else Decimal(1)


def _fraction(quote: str) -> Decimal:
    """The value of what follows a whole number: "½", " 1/2", " and a half"."""
    quote = quote.strip(" \u00a0-")
    if quote in VULGAR:
        return VULGAR[quote]
    upper, slash, lower = re.sub("⁄", "/", quote).partition("/")
    if slash:
        return Decimal(int(upper)) / Decimal(int(lower)) if int(lower) else Decimal(0)
    return _part(re.sub(r"(?i)^and[ -](?:(?:a|one)[ -])?", "", quote)) if quote else Decimal(0)


def _part(quote: str | None) -> Decimal:
    """The value of "half", "quarter", "three quarters", "two-thirds"; 0 if there is none."""
    if not quote:
        return Decimal(0)
    count, _, name = re.sub(r"[ -]", " ", quote.lower()).rpartition(" ")
    return _PART_VALUES[name.removesuffix("s")] * {"": 1, "three": 3, "two": 2, "3": 3, "2": 2}[count]
