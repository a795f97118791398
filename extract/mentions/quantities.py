"""Quantities: a text enters, all its money and percentages leave, each once, in the order of the text."""

import re
from dataclasses import dataclass, replace

from extract.mentions import money, percentages
from extract.mentions.currencies import CAREFUL_NAME, LETTERS, MINOR_NAME, MINOR_SHORT, NAME, SIGN
from extract.mentions.currency_context import is_told, resolve, weigh
from extract.mentions.equivalents import join_equivalents
from extract.mentions.qualifiers import qualifier_of
from extract.mentions.quantity import Money, Percentage
from extract.mentions.ranges import join_ranges
from extract.mentions.reading import Found, Reading
from extract.rules import Rule
from extract.spans import Mention, Span


@dataclass(frozen=True, slots=True)
class Quantities:
    """Money and percentages of a text; each tuple ascends, and no two mentions overlap."""

    money: tuple[Mention[Money], ...]
    percentages: tuple[Mention[Percentage], ...]


_ANCHOR = re.compile(
    rf"(?P<money>{SIGN}|(?<![^\W\d_])(?:{NAME}|{CAREFUL_NAME}|{MINOR_NAME})|(?<=\d){MINOR_SHORT}"
    rf"|(?<![^\W_])(?:{'|'.join(sorted(map(re.escape, LETTERS), key=len, reverse=True))})[ \u00a0]?\d)"
    r"|(?P<percent>[%％٪]|(?i:per\s?-?cent|pct|pc|p\.c\.|pps?|ppts?|basis|bps?|percentage)(?![^\W_]))"
)
_WINDOW = 120


def find_quantities(text: str, *, dollar: str = "USD") -> Quantities:
    """Find every amount of money and every percentage.

    Args:
        dollar: ISO 4217 code of plain "$" and "dollars" where the text does not plainly tell another.

    >>> [str(mention.value) for mention in find_quantities("It gave 20 million euros ($21 million), 5% more.").money]
    ['EUR 20000000 = USD 21000000']
    """
    found = _settle([*_find(text, "money", money.RULES), *_find(text, "percent", percentages.RULES)])
    if not found:
        return Quantities((), ())
    found = join_ranges(text, found)
    evidence = weigh(text, [item.reading.codes[0] for item in found if len(item.reading.codes) == 1 and not item.reading.doubtful])
    found = [item for item in found if not item.reading.doubtful or is_told(item.reading.codes, evidence)]
    codes = {
        item.span.start: resolve(item.reading.codes, item.reading.form, item.span.start, evidence, dollar=dollar)
        for item in found
        if item.reading.unit == "money"
    }
    found = join_equivalents(text, found, codes)
    found = join_ranges(text, found)
    found = [replace(item, qualifier=qualifier_of(text, item.span)) for item in found]
    return Quantities(
        tuple(_money(text, item, codes[item.span.start]) for item in found if item.reading.unit == "money"),
        tuple(_percentage(text, item) for item in found if item.reading.unit != "money"),
    )


def _find(text: str, kind: str, rules: tuple[Rule[Reading], ...]) -> list[Found]:
    """What the rules of a kind find around its anchors."""
    windows: list[tuple[int, int]] = []
    for anchor in _ANCHOR.finditer(text):
        if anchor.lastgroup != kind:
            continue
        start, end = max(0, anchor.start() - _WINDOW), anchor.end() + _WINDOW
        if windows and windows[-1][1] >= start:
            windows[-1] = (windows[-1][0], end)
        else:
            windows.append((start, end))
    found = []
    for start, end in windows:
        for rule in rules:
            for match in rule.pattern.finditer(text, start, end):
                reading = rule.build(match)
                if reading is not None:
                    found.append(Found(Span(*match.span()), reading, rule.name, match.end()))
    return found


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
