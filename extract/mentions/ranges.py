"""Ranges: two amounts that bound one quantity ("$5 million to $10 million", "between 5 and 10 percent", "$5-10 million")."""

import re
from dataclasses import replace

from extract.mentions.amounts import AMOUNT, START, read_amount
from extract.mentions.reading import Found
from extract.spans import Span

_DASH = r"\s?[-–—−‑]\s?"
_LOW = re.compile(rf"{START}(?P<low>{AMOUNT})(?P<link>{_DASH}|\s(?:to|and|or|through)\s)$")
_HIGH = re.compile(rf"(?P<link>{_DASH}|\s(?:to|and|or)\s)(?P<high>{AMOUNT})(?![^\W_]|[.,:/-]\d|-\w|\s?[%$€£])")
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_LINK = re.compile(
    rf"(?P<link>{_DASH}|\s(?:to|and|or)\s)(?:(?:over|more\sthan|about|around|as\s(?:much|high)\sas|up\sto|at\sleast|nearly|almost)\s)?"
)
_BETWEEN = re.compile(r"(?i)\bbetween\s(?:\w+\s){0,3}$")
_FROM = re.compile(r"(?i)\bfrom\s(?:\w+\s){0,2}$")
_CHANGE = re.compile(
    r"(?i)\b(?:r[io]s(?:e|es|ing|en)|rais\w+|rose|up|down|f[ae]ll\w*|increas\w+|gr[eo]w\w*|drop\w*|cut\w*|narrow\w*|widen\w*|jump\w*|"
    r"slump\w*|climb\w*|expand\w*|doubl\w+|tripl\w+|chang\w+|go\w*|went|reduc\w+|lower\w*|plung\w+|declin\w+|slid\w*|improv\w+|"
    r"boost\w*|shr[aiu]nk\w*|eas\w+|slow\w*|swell\w*|balloon\w*|revis\w+|mov\w+|swung|swing|surg\w+|tumbl\w+|hik\w+|soar\w*|limits?)\b[^.\n]{0,80}$"
)
_RANGE_VERB = re.compile(r"(?i)\b(?:rang\w+|var(?:y|ies|ied|ying)|anywhere|priced?|prices|cost\w*|estimat\w+)\b[^.\n]{0,40}$")


def join_ranges(text: str, found: list[Found]) -> list[Found]:
    """Make one of each two amounts that bound a range; give a bare lower end its partner's unit."""
    joined: list[Found] = []
    for item, following in zip(found, [*found[1:], None], strict=False):
        item = _with_bare_high(text, item, following)
        before = joined[-1] if joined else None
        if before and (whole := _joined(text, before, item)):
            joined[-1] = whole
            continue
        floor = before.span.end if before else 0
        joined.extend(_with_bare_low(text, item, floor))
    return joined


def _joined(text: str, low: Found, high: Found) -> Found | None:
    """The range of two amounts with a unit each, or None if they are no range."""
    if low.amount_to is not None or high.amount_to is not None or low.reading.unit != high.reading.unit:
        return None
    link = _LINK.fullmatch(text, low.reach, high.span.start)
    codes = tuple(code for code in low.reading.codes if code in high.reading.codes)
    if link is None or (low.reading.unit == "money" and not codes) or not _bounds(text, low.span.start, link["link"], shared=False):
        return None
    amount, upper = low.reading.amount, high.reading.amount
    if low.reading.scale == 1 < high.reading.scale and abs(amount) < 1000 and abs(amount * high.reading.scale) <= abs(upper):
        amount *= high.reading.scale
    if amount >= upper:
        return None
    reading = replace(low.reading, amount=amount, scale=high.reading.scale, codes=codes)
    return replace(low, reading=reading, span=Span(low.span.start, high.span.end), reach=high.reach, amount_to=upper)


def _with_bare_high(text: str, low: Found, following: Found | None) -> Found:
    """An amount that begins with its sign, with the bare number behind it that bounds a range with it: "$5-10 million"."""
    if low.amount_to is not None or low.reading.unit != "money" or text[low.span.start].isdigit():
        return low
    match = _HIGH.match(text, low.span.end)
    high = read_amount(match["high"]) if match else None
    if match is None or high is None or (following and following.span.start < match.end()):
        return low
    amount = low.reading.amount
    if low.reading.scale == 1 < high.scale and amount < 1000:
        amount *= high.scale
    if not amount < high.value <= 1000 * amount or (high.scale == 1 and "-" not in match["link"] and "–" not in match["link"]):
        return low
    if not _bounds(text, low.span.start, match["link"], shared=True):
        return low
    reading = replace(low.reading, amount=amount, scale=high.scale)
    return replace(low, reading=reading, span=Span(low.span.start, match.end()), reach=match.end(), amount_to=high.value)


def _with_bare_low(text: str, high: Found, floor: int) -> tuple[Found, ...]:
    """An amount with the bare number before it that shares its unit: one range, or two amounts of a change."""
    start = max(floor, high.span.start - 60)
    if high.amount_to is not None or text[high.span.start - 1 : high.span.start] not in (" ", "-", "–", "—", "\n"):
        return (high,)
    match = _LOW.search(text, start, high.span.start)
    low = read_amount(match["low"]) if match else None
    if match is None or low is None or (high.reading.scale > 1 and _YEAR.fullmatch(match["low"])):
        return (high,)
    shares = low.scale == 1 < high.reading.scale and low.value < 1000
    value = low.value * high.reading.scale if shares else low.value
    span = Span(match.start("low"), match.end("low"))
    if not _bounds(text, span.start, match["link"], shared=True):
        if not _FROM.search(text[max(0, span.start - 40) : span.start]):
            return (high,)
        return (replace(high, span=span, reach=span.end, reading=replace(high.reading, amount=value)), high)
    if value >= high.reading.amount:
        return (high,)
    return (
        replace(
            high, span=Span(span.start, high.span.end), reading=replace(high.reading, amount=value), amount_to=high.reading.amount
        ),
    )


def _bounds(text: str, start: int, link: str, *, shared: bool) -> bool:
    """Whether two amounts that a link joins bound a range, by the words before them."""
    head = text[max(0, start - 100) : start]
    link = link.strip()
    if link == "and":
        return bool(_BETWEEN.search(head) or _RANGE_VERB.search(head))
    if link == "or":
        return shared
    if link == "to" and (source := _FROM.search(head)):
        return bool(_RANGE_VERB.search(head) or (shared and not _CHANGE.search(head[: source.start()])))
    return True
