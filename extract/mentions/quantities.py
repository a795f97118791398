"""Quantities: a text enters, all its money and percentages leave, each once, in the order of the text."""

import re
import sys
from bisect import bisect
from dataclasses import dataclass, replace

from extract.mentions import bare_points, bare_shares, money, percentages, shares
from extract.mentions.anchors import Kind, stretches
from extract.mentions.carried import carry_units
from extract.mentions.currency_context import is_told, resolve_all, weigh
from extract.mentions.equivalents import join_equivalents
from extract.mentions.own_currencies import Forms, own_rules
from extract.mentions.qualifiers import qualifier_of
from extract.mentions.quantity import Money, Percentage
from extract.mentions.ranges import join_ranges, share_units
from extract.mentions.reading import Found, Reading
from extract.mentions.rounded import drop_rounded
from extract.rules import Rule
from extract.spans import Mention, Span


@dataclass(frozen=True, slots=True)
class Quantities:
    """Money and percentages of a text; each tuple ascends, and no two mentions overlap."""

    money: tuple[Mention[Money], ...]
    percentages: tuple[Mention[Percentage], ...]


_RULES: tuple[tuple[Kind, tuple[Rule[Reading], ...]], ...] = (
    *money.GROUPS,
    *percentages.GROUPS,
    ("points", bare_points.RULES),
    ("share", (*shares.RULES, *bare_shares.RULES)),
)
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>]{1,2000}")


def find_quantities(text: str, *, dollar: str = "USD", own: Forms = ()) -> Quantities:
    """Find every amount of money and every percentage.

    Args:
        dollar: ISO 4217 code of plain "$" and "dollars" where the text does not plainly tell another.
        own: a user's signs and names of currencies, each with its code.

    >>> [str(mention.value) for mention in find_quantities("It gave 20 million euros ($21 million), 5% more.").money]
    ['EUR 20000000 = USD 21000000']
    """
    found = drop_rounded(text, _settle(_find(text, own)))
    if not found:
        return Quantities((), ())
    found = carry_units(text, join_ranges(text, share_units(text, found)))
    evidence = weigh(text, found)
    sure = {item.reading.form for item in found if not item.reading.doubtful}
    found = [
        item for item in found if not item.reading.doubtful or item.reading.form in sure or is_told(item.reading.codes, evidence)
    ]
    codes = resolve_all(text, found, evidence, dollar=dollar)
    found = join_equivalents(text, found, codes)
    found = join_ranges(text, found)
    found = [replace(item, qualifier=qualifier_of(text, item.span)) for item in found]
    return Quantities(
        tuple(_money(text, item, codes[item.span.start]) for item in found if item.reading.unit == "money"),
        tuple(_percentage(text, item) for item in found if item.reading.unit != "money"),
    )


def _find(text: str, own: Forms) -> list[Found]:
    """What the rules find around their anchors; nothing within web addresses."""
    places = stretches(text)
    everywhere = [(own_rules(own), [(0, len(text))])]
    found = [
        Found(Span(*match.span()), reading, rule.name, match.end())
        for rules, stretched in (*everywhere, *((rules, places[kind]) for kind, rules in _RULES))
        for start, end in stretched
        for rule in rules
        for match in rule.pattern.finditer(text, start, end)
        if (reading := rule.build(match)) is not None
    ]
    if found and ("://" in text or "www." in text):
        addresses = [match.span() for match in _ADDRESS.finditer(text)]
        found = [item for item in found if not _is_within(item.span.start, addresses)]
    return found


def _is_within(position: int, stretches: list[tuple[int, int]]) -> bool:
    """Whether a position lies within one of the ascending stretches."""
    before = bisect(stretches, (position, sys.maxsize)) - 1
    return before >= 0 and position < stretches[before][1]


def _settle(found: list[Found]) -> list[Found]:
    """Of overlapping finds the first, and of those that begin together the longest."""
    settled: list[Found] = []
    for item in sorted(found, key=lambda item: (item.span.start, -item.span.end)):
        if not settled or item.span.start >= settled[-1].span.end:
            settled.append(item)
    return settled


def _money(text: str, item: Found, code: str | None) -> Mention[Money]:
    value = Money(item.reading.amount, code, item.amount_to, item.qualifier, item.equivalent)
    return Mention(item.span, item.span.of(text), value, item.rule)


def _percentage(text: str, item: Found) -> Mention[Percentage]:
    assert item.reading.unit != "money"
    value = Percentage(item.reading.amount, item.reading.unit, item.amount_to, item.qualifier)
    return Mention(item.span, item.span.of(text), value, item.rule)
