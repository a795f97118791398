"""Rounded shares: a fraction beside the exact figure of the same share ("nearly a third, 31%") is no quantity of its own."""

import re

from extract.mentions import bare_shares, shares
from extract.mentions.reading import Found

_NAMES = frozenset(rule.name for rule in (*shares.RULES, *bare_shares.RULES))
_BESIDE = re.compile(
    r"(?:\sof(?:\s[\w'’-]{1,20}){1,4})?\s?(?:,|\(|[–—-]\s|,?\sor\s)\s?(?:or\s)?"
    r"(?:(?:about|around|nearly|almost|roughly|some|just\s(?:over|under)|over|under|more\sthan|exactly)\s)?"
)


def drop_rounded(text: str, found: list[Found]) -> list[Found]:
    """Leave out each fraction that stands beside the exact figure."""
    kept: list[Found] = []
    for item in found:
        before = kept[-1] if kept else None
        one_is_rounded = before and before.reading.unit == item.reading.unit and (before.rule in _NAMES) != (item.rule in _NAMES)
        if not (before and one_is_rounded and _BESIDE.fullmatch(text, before.span.end, item.span.start)):
            kept.append(item)
        elif before.rule in _NAMES:
            kept[-1] = item
    return kept
