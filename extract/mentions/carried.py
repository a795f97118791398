"""Carried units: amounts that take over the currency, scale or percent of the one before them ("112 mln dlrs against 144 mln")."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from extract.mentions.amounts import START, Amount, read_amount
from extract.mentions.currencies import MINOR_NAMES
from extract.mentions.numerals import NUMBER_WORDS, NUMERAL
from extract.mentions.reading import Found
from extract.mentions.scales import SCALE_WORD
from extract.rules import Example, Rule
from extract.spans import Span

_AGO = (
    r"(?:a|an|one|two|three|four|five|six|ten|\d{1,2})\s(?:years?|months?|quarters?|weeks?|decades?)\s"
    r"(?:ago|earlier|before|previously)"
)
_ENDS = (
    r"(?=[^\S\n]?(?:[.,;:)\n]|$)|[^\S\n](?:in|on|at|for|from|to|by|a\s(?:year|month)|last|the|this|earlier|previously|over|during|and|or|as|"
    rf"year|annual|reported|was|is|were|would|will|had|has|it|he|she|they|{_AGO})\b)"
)
_PLANNED = (
    r"(?=\s(?:planned|budgeted|expected|forecast|estimated|requested|needed|spent|set|pledged|paid|raised|owed|before|ago)"
    r"(?:[^\S\n]?(?:[.,;:)\n]|$)|\s(?:in|for|by|a|the|last|earlier|to|at|on)\b))"
)
_LINK = (
    r"(?:(?:,|\))?\s(?P<against>against|compare[sd]?\s(?:with|to)|versus|vs\.?|(?:up|down)\sfrom)|\s(?P<way>to|from))\s"
    r"(?:(?:about|around|just|only|over|nearly)\s)?"
)
_THEN = (
    r"(?=[^\S\n](?:a\s(?:year|month|quarter)|in\s|last|the\s(?:previous|prior|same|month|year|quarter)|previously|earlier|before|on\s|as\s|"
    rf"{_AGO})|[^\S\n]?[.,;)](?:\s|$)|\n|$)"
)
SCALED = Rule(
    name="carried-currency",
    pattern=re.compile(rf"{START}(?P<amount>(?:{NUMERAL}|(?i:{NUMBER_WORDS}))[\s-]{SCALE_WORD}){_ENDS}"),
    build=lambda match: read_amount(match["amount"]),
    yes=(Example("The bank lost 12 mln dlrs against [[14 mln]] a year ago.", "USD 14000000", also=("12 mln dlrs",)),),
    no=("The town of 2 million grew to 3 million in 1990.",),
)
AGAINST_SCALED = Rule(
    name="carried-against",
    pattern=re.compile(rf"{_LINK}(?P<amount>{NUMERAL}(?:[\s-]{SCALE_WORD}|(?:bn|mn|m|trn|tn|k)(?![^\W_])))(?:{_ENDS}|{_PLANNED})"),
    build=lambda match: read_amount(match["amount"]),
    yes=(
        Example("The fund holds €12bn, up from [[8.8bn]] in 2023.", "EUR 8800000000", also=("€12bn",)),
        Example("Aid rose from 450,000 euros to [[1.2 million]] in May.", "EUR 1200000", also=("450,000 euros",)),
        Example("Sales are seen at €320bn ($356bn), down from [[322.3bn]].", "EUR 322300000000", also=("€320bn",)),
    ),
    no=("The town grew from 450,000 to 1.2 million in May.",),
)
AGAINST_BARE = Rule(
    name="carried-scale",
    pattern=re.compile(rf"{_LINK}(?P<amount>\d{{1,3}}(?:,\d{{3}}){{0,3}}(?:\.\d{{1,3}})?){_THEN}"),
    build=lambda match: read_amount(match["amount"]),
    yes=(
        Example("Profit fell to 5 million euros against [[7]] in 2020.", "EUR 7000000", also=("5 million euros",)),
        Example("Sales were €450,000, against [[380,000]] a year earlier.", "EUR 380000", also=("€450,000",)),
    ),
    no=("They won against 3 in 2020.",),
)
COMPARED = Rule(
    name="carried-percent",
    pattern=re.compile(rf"{_LINK}(?P<amount>\d{{1,3}}(?:\.\d{{1,3}})?){_THEN}"),
    build=lambda match: read_amount(match["amount"]),
    yes=(
        Example("Output fell 6.5%, against [[3.1]] a year earlier.", "3.1 percent", also=("6.5%",)),
        Example("Inflation slowed to 3 percent from [[3.4]] in April.", "3.4 percent", also=("3 percent",)),
    ),
    no=("They won against 3 rivals.",),
)
RULES = (SCALED, AGAINST_SCALED, AGAINST_BARE, COMPARED)
_SENTENCE_END = re.compile(r"[.!?][\"'”’)]?\s+(?=[\"'“‘(]?[A-Z])|\n\s*\n")
_BRACKET = re.compile(r"\s?\((?:(?:about|around|some|nearly|roughly|approximately|or)\s)?")
_REACH = 250
"""How many characters of the sentence behind an amount are read for others that share its unit."""
_WAYS = {way: re.compile(rf"(?i)\b{other}\s(?:\w+\s){{0,2}}$") for way, other in (("to", "from"), ("from", "to"))}
"""What stands before an amount that the other end of a change follows: "from 5% to 4.5", "to 5 million from 7"."""
_MILLION = Decimal(10**6)
_ALIKE = 20
"""How many times an amount without scale or currency may be what it is compared with."""


def carry_units(text: str, found: list[Found]) -> list[Found]:
    """Add the amounts without a unit that can only have the unit of the amount before them."""
    carried: list[Found] = []
    for before, each, following in zip([None, *found], found, [*found[1:], None], strict=False):
        carried.append(each)
        item = _outside_bracket(text, before, each)
        end = min(len(text), item.reach + _REACH, following.span.start if following else len(text))
        if end == item.reach:
            continue
        end = _end_of_sentence(text, item.reach, end)
        if item.reading.unit == "money":
            several = {each.span.start: each for each in (*_scaled(text, item, end), *_bare(text, item, end))}
            carried.extend(several[start] for start in sorted(several))
        elif item.reading.unit == "percent" and item.rule.startswith("percent-"):
            carried.extend(_compared(text, item, COMPARED, end))
    return carried


def _outside_bracket(text: str, before: Found | None, item: Found) -> Found:
    """The amount whose unit goes on: that before a bracket which holds nothing but an item ("5 million francs ($6m)")."""
    if before is None or before.reading.unit != item.reading.unit or text[item.reach : item.reach + 1] != ")":
        return item
    is_bracketed = _BRACKET.fullmatch(text, before.reach, item.span.start) is not None
    return replace(before, reach=item.reach) if is_bracketed else item


def _scaled(text: str, item: Found, end: int) -> Iterator[Found]:
    """Amounts with a scale of their own, which take over the currency."""
    yield from _compared(text, item, AGAINST_SCALED, end)
    if item.reading.scale >= _MILLION:
        yield from _carried(text, item, SCALED, end)


def _bare(text: str, item: Found, end: int) -> Iterator[Found]:
    """Bare numbers behind "against" and its like, which take over currency and scale; nothing of another size."""
    reading = item.reading
    factor = 1 / Decimal(100) if reading.form.lower() in MINOR_NAMES and reading.scale == 1 else reading.scale
    for each in _compared(text, item, AGAINST_BARE, end):
        amount = (each.reading.amount * factor).normalize() + 0
        is_like = abs(reading.amount) <= _ALIKE * amount and amount <= _ALIKE * abs(reading.amount)
        if is_like and (factor != 1 or re.search(r"\.\d\d$|,\d{3}$", each.span.of(text))):
            yield replace(each, reading=replace(each.reading, amount=amount, scale=reading.scale))


def _compared(text: str, item: Found, rule: Rule[Amount], end: int) -> Iterator[Found]:
    """The amounts that the sentence compares an item with, or to or from which it changed."""
    head = text[max(0, item.span.start - 40) : item.span.start]
    yield from _carried(text, item, rule, end, ways=frozenset(way for way, before in _WAYS.items() if before.search(head)))


def _end_of_sentence(text: str, start: int, end: int) -> int:
    """Where the sentence around `start` ends, `end` at the latest."""
    match = _SENTENCE_END.search(text, start, end)
    return match.start() + 1 if match else end


def _carried(text: str, item: Found, rule: Rule[Amount], end: int, *, ways: frozenset[str] = frozenset()) -> Iterator[Found]:
    """The amounts between an item and `end` that the rule finds, with the item's unit; behind "to" or "from" if in `ways`."""
    for match in rule.pattern.finditer(text, item.reach, end):
        amount = rule.build(match)
        way = match.groupdict().get("way")
        if amount is not None and (way is None or way in ways):
            span = Span(*match.span("amount"))
            reading = replace(item.reading, amount=amount.value, scale=amount.scale)
            yield replace(item, span=span, reach=span.end, reading=reading, rule=rule.name, amount_to=None)
