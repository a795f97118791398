"""Scale words and letters: "million", "bn", "lakh crore", and the factor that they stand for."""

import re
from decimal import Decimal
from functools import lru_cache
from types import MappingProxyType

from extract.lexicons import read_table
from extract.rules import alternation

_ROWS = read_table("scales")
FACTORS = MappingProxyType({row["form"]: Decimal(row["value"]) for row in _ROWS})
_WORDS = alternation(row["form"] for row in _ROWS if row["kind"] == "word")
_SHORT = alternation(row["form"] for row in _ROWS if row["kind"] == "short")

# A page that loses its links glues the next word on: "$100 millionpledge"; a "millionaire" and the "millionth" are no amounts.
_GLUED = r"(?<=[mbrMBR]illion)(?=(?!aire|th|s)[a-z]{2})"
SCALE_WORD = rf"(?i:{_WORDS})(?:(?![^\W_])|{_GLUED})"
SCALE = rf"(?:(?:-plus|\+)?(?:[ \u00a0]?-?\s?{SCALE_WORD}){{1,2}}|[ \u00a0-]?(?:{_SHORT})(?![^\W_]))"
"""What may follow a number at once: up to two words, or one letter or abbreviation."""

_PARTS = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=1024)
def read_scale(quote: str) -> Decimal:
    """The factor of a scale, 1 for an empty one.

    >>> str(read_scale(" lakh crore"))
    '1000000000000'
    """
    factor = Decimal(1)
    for part in _PARTS.findall(quote.removeprefix("-plus")):
        factor *= FACTORS.get(part) or FACTORS[part.lower()]
    return factor
