"""Equivalents: the same money in another currency beside an amount ("20 million euros ($21 million)")."""

import re
from dataclasses import replace

from extract.mentions.quantity import Equivalent
from extract.mentions.reading import Found

_HEDGE = r"(?:(?:about|around|roughly|approximately|approx\.?|some|nearly|almost|over|more\sthan|just\sover|just\sunder|under|less\sthan|~)\s?)?"
_OPEN = re.compile(rf"\s?[(\[](?:(?:or|equal\sto|equivalent\sto|the\sequivalent\sof|equivalent|worth|i\.e\.,?)\s)?{_HEDGE}")
_APART = re.compile(
    rf",?\s(?:or|[-–—]\s?(?:or|the\sequivalent\s(?:of|to)|equivalent\sto)|(?:the\s)?equivalent\s(?:of|to)|equal\sto|which\sis)\s{_HEDGE}"
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
