"""Numerals: how news writes a number, in digits with the separators of any country, or in words.

A text enters as a quote that `NUMERAL` or `NUMBER_WORDS` matched; its `Decimal` leaves, or None where it is no number after all.
"""

import re
from decimal import Decimal
from functools import lru_cache
from types import MappingProxyType

from price_parser.parser import parse_number

from extract.lexicons import read_table
from extract.rules import alternation

WORD_VALUES = MappingProxyType({row["word"]: int(row["value"]) for row in read_table("numerals")})
SCALE_WORDS = MappingProxyType({row["form"]: int(row["value"]) for row in read_table("scales") if row["kind"] == "word"})
VULGAR = MappingProxyType(
    {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75"), "⅛": Decimal("0.125"), "⅜": Decimal("0.375")}
    | {"⅝": Decimal("0.625"), "⅞": Decimal("0.875"), "⅕": Decimal("0.2"), "⅖": Decimal("0.4"), "⅗": Decimal("0.6")}
    | {"⅘": Decimal("0.8"), "⅓": Decimal(1) / 3, "⅔": Decimal(2) / 3, "⅙": Decimal(1) / 6, "⅚": Decimal(5) / 6}
)

GAP = r"[^\S\n]{0,3}(?:\n[^\S\n]{0,3})?"
"""What may stand between the parts of an amount: blanks, and one end of line."""

_SPACED = r"\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3}){1,4}(?!\d)(?:[.,]\d{1,2}(?!\d))?"
_PLAIN = r"\d{1,18}(?:[.,'’]\d{1,18}){0,6}"
NUMERAL = rf"(?:{_SPACED}|{_PLAIN}(?:\spoint\s\d{{1,3}})?|\.\d{{1,6}})"

FRACTION = rf"(?:[ \u00a0-]?[{''.join(VULGAR)}]|[ \u00a0-]\d{{1,2}}[/⁄]\d{{1,3}}(?![\d/]))"
"""What may follow a whole number: "2½", "2 1/2", "6-1/8"."""

_UNIT_WORD = (
    rf"(?:{alternation([*WORD_VALUES, 'hundred', 'thousand', 'million', 'billion', 'trillion', 'lakh', 'crore'])})(?![^\W_])"
)
_AND = r"(?:(?<=hundred)|(?<=thousand)|(?<=million)|(?<=billion))[ -]and[ -]"
_FIRST_WORD = rf"(?:{alternation(WORD_VALUES)})(?![^\W_])"
_POINT = rf"[ -]point(?:[ -]{_FIRST_WORD}){{1,6}}"
_HEAD = rf"(?:{_FIRST_WORD}|an?[ -](?:hundred|thousand)(?![^\W_]))"
NUMBER_WORDS = rf"(?:{_HEAD}(?:(?:{_AND}|-?\s){_UNIT_WORD}|-{_UNIT_WORD}){{0,11}}(?:{_POINT})?)"

_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_SIMPLE = re.compile(r"\d*\.?\d+")
_WORD = re.compile(r"[a-z]+")


@lru_cache(maxsize=4096)
def read_numeral(quote: str) -> Decimal | None:
    """The value of a numeral in digits.

    English readings come first: a single point is decimal ("20.500" is 20.5), commas before three digits group thousands.
    Whatever else the separators say is price-parser's to read.

    >>> [str(read_numeral(quote)) for quote in ("1,234.5", "1.234,56", "12,34,567.89", "2,5", "1 234 567", "1,2,3")]
    ['1234.5', '1234.56', '1234567.89', '2.5', '1234567', 'None']
    """
    if _SIMPLE.fullmatch(quote):
        return Decimal(quote)
    if _GROUPED.fullmatch(quote):
        return Decimal(quote.replace(",", ""))
    number: Decimal | None = parse_number(re.sub(r"[\s'’]", "", re.sub(r"\spoint\s", ".", quote)))
    return number


@lru_cache(maxsize=4096)
def read_number_words(quote: str) -> Decimal | None:
    """The value of a number in words.

    >>> [str(read_number_words(quote)) for quote in ("twenty-five thousand", "ninety nine hundred", "one point six nine")]
    ['25000', '9900', '1.69']
    """
    before, point, after = quote.lower().partition("point")
    words = [word for word in _WORD.findall(before) if word not in ("and", "a", "an")]
    total, group, last = 0, 0, 0
    for position, word in enumerate(words):
        if word in WORD_VALUES:
            value = WORD_VALUES[word]
            if position and words[position - 1] in WORD_VALUES and not (20 <= last < 100 and 0 < value < 10):
                return None
            group, last = group + value, value
        elif word == "hundred":
            group = max(group, 1) * 100
        else:
            total, group = total + max(group, 1) * SCALE_WORDS[word], 0
    if not point:
        return Decimal(total + group)
    decimals = "".join(str(WORD_VALUES[word]) for word in _WORD.findall(after))
    return Decimal(f"{total + group}.{decimals}")
