"""Carried units: amounts that take over the currency of the one before them ("112 mln dlrs against 144 mln")."""

import re
from collections.abc import Iterator
from dataclasses import replace

from extract.mentions.amounts import START, Amount, read_amount
from extract.mentions.numerals import NUMBER_WORDS, NUMERAL
from extract.mentions.reading import Found
from extract.mentions.scales import SCALE_WORD
from extract.rules import Example, Rule
from extract.spans import Span

_ENDS = (
    r"(?=[^\S\n]?(?:[.,;:)\n]|$)|[^\S\n](?:in|on|at|for|from|to|by|a\s(?:year|month)|last|the|this|earlier|previously|over|during|and|or|as|"
    r"year|annual|reported|was|is|were|would|will|had|has|it|he|she|they)\b)"
)
SCALED = Rule(
    name="carried-currency",
    pattern=re.compile(rf"{START}(?P<amount>(?:{NUMERAL}|(?i:{NUMBER_WORDS}))[\s-]{SCALE_WORD}){_ENDS}"),
    build=lambda match: read_amount(match["amount"]),
    yes=(Example("The bank lost 12 mln dlrs against [[14 mln]] a year ago.", "USD 14000000", also=("12 mln dlrs",)),),
    no=("The town of 2 million grew to 3 million in 1990.",),
)
COMPARED = Rule(
    name="carried-percent",
    pattern=re.compile(
        r"(?:,?\s(?:against|compared\s(?:with|to)|versus|vs\.?|(?:up|down)\sfrom)|(?<=%)\sto|(?<=%)\sfrom)\s(?P<amount>\d{1,3}(?:\.\d{1,3})?)"
        r"(?=[^\S\n](?:a\syear|in\s|last|the\s(?:previous|prior|same|month|year)|previously|earlier|on\s|as\s)|[.,;](?:\s|$))"
    ),
    build=lambda match: read_amount(match["amount"]),
    yes=(Example("Output fell 6.5%, against [[3.1]] a year earlier.", "3.1 percent", also=("6.5%",)),),
    no=("They won against 3 rivals.",),
)
RULES = (SCALED, COMPARED)
_SENTENCE_END = re.compile(r"[.!?][\"'”’)]?\s+(?=[\"'“‘(]?[A-Z])|\n\s*\n")
_REACH = 250
"""How many characters of the sentence behind an amount are read for others that share its unit."""


def carry_units(text: str, found: list[Found]) -> list[Found]:
    """Add the amounts without a unit that can only have the unit of the amount before them."""
    carried: list[Found] = []
    for item, following in zip(found, [*found[1:], None], strict=False):
        carried.append(item)
        end = min(len(text), item.reach + _REACH, following.span.start if following else len(text))
        if item.reading.unit == "money" and item.reading.scale >= 1_000_000:
            carried.extend(_carried(text, item, SCALED, _end_of_sentence(text, item.reach, end)))
        elif item.reading.unit == "percent" and text[item.span.end - 1] == "%":
            carried.extend(_carried(text, item, COMPARED, _end_of_sentence(text, item.reach, end)))
    return carried


def _end_of_sentence(text: str, start: int, end: int) -> int:
    """Where the sentence around `start` ends, `end` at the latest."""
    match = _SENTENCE_END.search(text, start, end)
    return match.start() + 1 if match else end


def _carried(text: str, item: Found, rule: Rule[Amount], end: int) -> Iterator[Found]:
    """The amounts between an item and `end` that the rule finds, with the item's unit."""
    for match in rule.pattern.finditer(text, item.reach, end):
        amount = rule.build(match)
        if amount is not None:
            span = Span(*match.span("amount"))
            reading = replace(item.reading, amount=amount.value, scale=amount.scale)
            yield replace(item, span=span, reach=span.end, reading=reading, rule=rule.name, amount_to=None)
