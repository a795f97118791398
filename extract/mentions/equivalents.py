"""Equivalents: the same money in another currency beside an amount ("20 million euros ($21 million)")."""

import re
from dataclasses import replace

from extract.mentions.quantity import Equivalent
from extract.mentions.reading import Found

_ABOUT = (
    r"(?:about|around|roughly|approximately|approx\.?|some|nearly|almost|over|more\sthan|just\s(?:over|under)|under|less\sthan|at|~)"
    r"\s?"
)
_EQUAL = r"(?:the\s)?(?:equivalent|equal)(?:\s(?:of|to))?|worth"
_OPEN = re.compile(rf"(?:\s[\w-]{{1,20}}){{0,3}}\s?[(\[](?:(?:{_EQUAL}|or|i\.e\.,?)\s)?(?:{_ABOUT}){{0,2}}Â?")
_APART = re.compile(
    rf",?\s(?:[-–—]\s?)?(?:{_EQUAL}|which\sis)\s(?:{_ABOUT}){{0,2}}|,\s(?:or|about)\s(?:{_ABOUT}){{0,2}}|\sor\s{_ABOUT}|\s?/\s?"
)
_CLOSE = re.compile(r"[^()\[\]\n]{0,80}[)\]]")


def join_equivalents(text: str, found: list[Found], codes: dict[int, str | None]) -> list[Found]:
    """Make one of each amount and what it is in another currency; of several, the first counts."""
    joined: list[Found] = []
    inside = 0
    for item in found:
        if item.span.start < inside and item.reading.unit == "money":
            continue
        before = joined[-1] if joined else None
        if before and before.reading.unit == item.reading.unit == "money" and before.equivalent is None:
            first, second = codes[before.span.start], codes[item.span.start]
            bracket = _OPEN.fullmatch(text, before.reach, item.span.start)
            if first != second and (bracket or _APART.fullmatch(text, before.reach, item.span.start)):
                close = _CLOSE.match(text, item.span.end) if bracket else None
                inside = close.end() if close else item.span.end
                equivalent = Equivalent(item.reading.amount, second, item.span)
                joined[-1] = replace(before, equivalent=equivalent, reach=inside)
                continue
        joined.append(item)
    return joined
