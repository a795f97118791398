"""Fractions in words: "half", "a third", "three-quarters", "seven-tenths"."""

import re
from decimal import Decimal
from functools import lru_cache
from types import MappingProxyType

from extract.lexicons import read_table
from extract.mentions.numerals import WORD_VALUES
from extract.rules import alternation

_ROWS = read_table("fractions")
_PARTS = MappingProxyType({row[column]: int(row["parts"]) for row in _ROWS for column in ("word", "plural")})
_COUNTS = MappingProxyType({word: value for word, value in WORD_VALUES.items() if 0 < value < 20} | {"a": 1, "an": 1})

FRACTION_WORD = rf"(?i:{alternation(_PARTS)})(?![^\W_])"
COUNTED_FRACTION = rf"(?:(?i:{alternation(_COUNTS)})[\s-]{FRACTION_WORD})"
"""A fraction that says how many parts: "a third", "three-quarters"; a bare "third" is an ordinal."""

FRACTION_OF_UNIT = rf"(?:{COUNTED_FRACTION}|(?i:half|quarter))"
"""A fraction before the unit that it is part of: also "half a billion" and "quarter point"."""

WRITTEN_FRACTION = r"(?:(?<![\d/.,-])\d{1,2}/(?:2|4|8|16|32))"
"""A fraction in digits, as lenders write theirs: "3/8 pct"."""


@lru_cache(maxsize=256)
def read_fraction(quote: str) -> Decimal:
    """The value of a fraction in words.

    >>> [str(read_fraction(quote)) for quote in ("half", "three-quarters", "seven tenths", "13/16")]
    ['0.5', '0.75', '0.7', '0.8125']
    """
    if "/" in quote:
        part, whole = quote.split("/")
        return Decimal(part) / Decimal(whole)
    *counts, name = re.split(r"[\s-]", quote.lower())
    return Decimal(_COUNTS[counts[0]] if counts else 1) / _PARTS[name]
