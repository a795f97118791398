"""Ranges: two amounts that bound one quantity ("$5 million to $10 million", "between 5 and 10 percent", "$5-10 million")."""

import re
from dataclasses import replace
from decimal import Decimal

from extract.mentions.amounts import AMOUNT, START, read_amount
from extract.mentions.reading import Found
from extract.rules import Example, Rule
from extract.spans import Span

_DASH = r"\s?[-–—−‑]\s?"
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_HEDGE = r"(?:(?:over|more\sthan|about|around|as\s(?:much|high)\sas|up\sto|at\sleast|nearly|almost)\s)?"


def _link(match: re.Match[str]) -> str:
    """The word or dash that joins the two ends."""
    return match["link"].strip()


TWO_UNITS = Rule(
    name="range-two-units",
    pattern=re.compile(rf"(?P<link>{_DASH}|\s(?:to|and|or)\s){_HEDGE}"),
    build=_link,
    yes=(
        Example("Offers were between [[$5 million and $10 million]].", "USD 5000000..10000000"),
        Example("Tickets cost [[£25-£40]] at the door.", "GBP 25..40"),
        Example("Fees of [[2% to 3%]] are common.", "2..3 percent"),
    ),
    no=("Between 5 and 10 people came.",),
)
LOW_SHARES_UNIT = Rule(
    name="range-low-shares-unit",
    pattern=re.compile(rf"{START}(?P<low>{AMOUNT})(?P<link>{_DASH}|\s(?:to|and|or|through)\s)$"),
    build=_link,
    yes=(
        Example("The plan needs [[2 to 3 billion euros]] a year.", "EUR 2000000000..3000000000"),
        Example("Growth of [[5-7 percent]] is forecast.", "5..7 percent"),
        Example("Prices rose by [[15 to 20 per cent]] in May.", "15..20 percent"),
    ),
    no=("He won by 5 to 7 lengths.",),
)
HIGH_SHARES_SIGN = Rule(
    name="range-high-shares-sign",
    pattern=re.compile(rf"(?P<link>{_DASH}|\s(?:to|and|or)\s)(?P<high>{AMOUNT})(?![^\W_]|[.,:/-]\d|-\w|\s?[%$€£])"),
    build=_link,
    yes=(Example("Repairs would cost [[$25-35 million]] at most.", "up_to USD 25000000..35000000"),),
    no=("It is a 25-35 split.",),
)
RULES = (TWO_UNITS, LOW_SHARES_UNIT, HIGH_SHARES_SIGN)

_BETWEEN = re.compile(r"(?i)\bbetween\s(?:\w+\s){0,3}$")
_FROM = re.compile(r"(?i)\bfrom\s(?:\w+\s){0,2}$")
_CHANGE = re.compile(
    r"(?i)\b(?:r[io]s(?:e|es|ing|en)|rais\w+|rose|up|down|f[ae]ll\w*|increas\w+|gr[eo]w\w*|drop\w*|cut\w*|narrow\w*|widen\w*|jump\w*|"
    r"slump\w*|climb\w*|expand\w*|doubl\w+|tripl\w+|chang\w+|go\w*|went|reduc\w+|lower\w*|plung\w+|declin\w+|slid\w*|improv\w+|"
    r"boost\w*|shr[aiu]nk\w*|eas\w+|slow\w*|swell\w*|balloon\w*|revis\w+|mov\w+|swung|swing|surg\w+|tumbl\w+|hik\w+|soar\w*|limits?)"
    r"\b[^.\n]{0,80}$"
)
_MOVED_BY = re.compile(
    r"(?i)\b(?:by|add(?:s|ed|ing)?|rose|fell|drop(?:s|ped)?|gain(?:s|ed)?|increased|jump(?:s|ed)|climb(?:s|ed)|slid|slipped|declined|lost|grew|surged|"
    r"plunged|tumbled|slumped|advanced|dipped|eased|edged|up|down|soared|shrank|narrowed|widened|rise|fall|falling|rising)"
    r"\s(?:(?:more|less)\sthan\s|about\s|around\s|nearly\s|almost\s|another\s|some\s|a\s){0,2}$"
)
_SPREAD = Decimal(2)
"""How many times its low end a range of percent that something changes by may reach."""
_DAY = re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?\s$")
_RANGE_VERB = re.compile(
    r"(?i)\b(?:rang\w+|var(?:y|ies|ied|ying)|anywhere|priced?|prices|cost\w*|estimat\w+|tickets?|fares?|fees?|fines?|salar\w+|wages|"
    r"rents?|loans|grants|donations|amounts|sums|anything|prizes|rewards|bonuses|awards|bids|offers)\b(?=[^.\n]{0,40}$)"
)


def share_units(text: str, found: list[Found]) -> list[Found]:
    """Give the bare number beside an amount its unit, where the two bound a range or tell a change."""
    shared: list[Found] = []
    for item, following in zip(found, [*found[1:], None], strict=False):
        floor = shared[-1].span.end if shared else 0
        shared.extend(_with_bare_low(text, _with_bare_high(text, item, following), floor))
    return shared


def join_ranges(text: str, found: list[Found]) -> list[Found]:
    """Make one of each two amounts with a unit each that bound a range."""
    joined: list[Found] = []
    for item in found:
        whole = _joined(text, joined[-1], item) if joined else None
        if whole:
            joined[-1] = whole
        else:
            joined.append(item)
    return joined


def _joined(text: str, low: Found, high: Found) -> Found | None:
    """The range of two amounts with a unit each, or None if they are no range."""
    if low.amount_to is not None or high.amount_to is not None or low.reading.unit != high.reading.unit:
        return None
    link = TWO_UNITS.pattern.fullmatch(text, low.reach, high.span.start)
    codes = tuple(code for code in low.reading.codes if code in high.reading.codes)
    if link is None or (low.reading.unit == "money" and not codes) or not _bounds(text, low.span.start, _link(link), shared=False):
        return None
    amount, upper = low.reading.amount, high.reading.amount
    if low.reading.scale == 1 < high.reading.scale and abs(amount) < 1000 and abs(amount * high.reading.scale) <= abs(upper):
        amount *= high.reading.scale
    if amount >= upper:
        return None
    reading = replace(low.reading, amount=amount, scale=high.reading.scale, codes=codes)
    span = Span(low.span.start, high.span.end)
    return replace(low, span=span, reading=reading, rule=TWO_UNITS.name, reach=high.reach, amount_to=upper)


def _with_bare_high(text: str, low: Found, following: Found | None) -> Found:
    """An amount that begins with its sign, with the bare number behind it that bounds a range with it: "$5-10 million"."""
    if low.amount_to is not None or low.reading.unit != "money" or not text.startswith(low.reading.form, low.span.start):
        return low
    match = HIGH_SHARES_SIGN.pattern.match(text, low.span.end)
    high = read_amount(match["high"]) if match else None
    if match is None or high is None or (following and following.span.start < match.end()):
        return low
    amount = low.reading.amount
    if low.reading.scale == 1 < high.scale and amount < 1000:
        amount *= high.scale
    if not amount < high.value <= 1000 * amount or (
        high.scale == 1 and _link(match) in ("to", "and", "or") and "," not in match["high"]
    ):
        return low
    if not _bounds(text, low.span.start, _link(match), shared=True):
        return low
    reading = replace(low.reading, amount=amount, scale=high.scale)
    span = Span(low.span.start, match.end())
    return replace(low, span=span, reading=reading, rule=HIGH_SHARES_SIGN.name, reach=match.end(), amount_to=high.value)


def _with_bare_low(text: str, high: Found, floor: int) -> tuple[Found, ...]:
    """An amount with the bare number before it that shares its unit: one range, or two amounts of a change."""
    start = max(floor, high.span.start - 60)
    if high.amount_to is not None or text[high.span.start - 1 : high.span.start] not in (" ", "-", "–", "—", "\n"):
        return (high,)
    match = LOW_SHARES_UNIT.pattern.search(text, start, high.span.start)
    low = read_amount(match["low"]) if match else None
    if match is None or low is None or (high.reading.scale > 1 and _YEAR.fullmatch(match["low"])):
        return (high,)
    shares = low.scale == 1 < high.reading.scale and low.value < 1000
    value = low.value * high.reading.scale if shares else low.value
    span = Span(match.start("low"), match.end("low"))
    if _DAY.search(text[max(0, span.start - 12) : span.start]):
        return (high,)
    if not _bounds(text, span.start, _link(match), shared=True) and not _is_span_of_change(text, span.start, value, high):
        if not _FROM.search(text[max(0, span.start - 40) : span.start]):
            return (high,)
        return (replace(high, span=span, reach=span.end, reading=replace(high.reading, amount=value)), high)
    if value >= high.reading.amount:
        return (high,)
    whole = Span(span.start, high.span.end)
    reading = replace(high.reading, amount=value)
    return (replace(high, span=whole, reading=reading, rule=LOW_SHARES_UNIT.name, amount_to=high.reading.amount),)


def _is_span_of_change(text: str, start: int, low: Decimal, high: Found) -> bool:
    """Whether something changes by a range of percent: "by 15 to 20 per cent"; "by 0.5 to 5.2" is a change and where it led."""
    near = high.reading.unit == "percent" and low == int(low) and low < high.reading.amount <= _SPREAD * low
    return near and _MOVED_BY.search(text[max(0, start - 100) : start]) is not None


def _bounds(text: str, start: int, link: str, *, shared: bool) -> bool:
    """Whether two amounts that a link joins bound a range, by the words before them."""
    head = text[max(0, start - 100) : start]
    if link == "and":
        return bool(_BETWEEN.search(head) or _RANGE_VERB.search(head))
    if link == "or":
        return shared
    if link == "to" and _MOVED_BY.search(head):
        return False
    if link == "to" and (source := _FROM.search(head)):
        ranging = [match.end() for match in _RANGE_VERB.finditer(head, 0, source.start())]
        return (shared or bool(ranging)) and not _CHANGE.search(head[: source.start()], max(ranging, default=0))
    return True
