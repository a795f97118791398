"""Percentages: an amount beside a percent sign or word, percentage points, basis points."""

import re
from collections.abc import Callable

from extract.mentions.amounts import AMOUNT, read_amount
from extract.mentions.money import MINUS, START
from extract.mentions.numerals import GAP
from extract.mentions.quantity import Unit
from extract.mentions.reading import Reading
from extract.rules import Example, Rule

_SIGN = r"[%％٪]"
_PERCENT = r"(?i:per\s?-?cent|pct|pc|p\.c\.)(?![^\W_])"
_POINT = r"(?i:(?:percentage|percent|per\scent|pct)[\s-]points?|ppts?|pps?|%[\s-]points?)(?![^\W_])"
_BASIS = r"(?i:basis[\s-]points?|bps?)(?![^\W_])"


def _percent(unit: Unit) -> Callable[[re.Match[str]], Reading | None]:
    def build(match: re.Match[str]) -> Reading | None:
        amount = read_amount(match["amount"])
        if amount is None:
            return None
        value = -amount.value if match["minus"] else amount.value
        return Reading(value, amount.scale, unit)

    return build


_HEAD = rf"{START}(?P<minus>{MINUS})?(?P<amount>{AMOUNT})"

RULES: tuple[Rule[Reading], ...] = (
    Rule(
        name="percent-sign",
        pattern=re.compile(rf"{_HEAD}[^\S\n]?{_SIGN}(?![\s-]points?)"),
        build=_percent("percent"),
        yes=(Example("Turnout fell by [[2.5%]] in May.", "2.5 percent"),),
        no=("The table shows the % of schools.",),
    ),
    Rule(
        name="percent-word",
        pattern=re.compile(rf"{_HEAD}(?:-|{GAP}){_PERCENT}(?![\s-]points?)"),
        build=_percent("percent"),
        yes=(Example("Rates rose by [[two per cent]] in May.", "2 percent"),),
        no=(),
    ),
    Rule(
        name="percentage-point",
        pattern=re.compile(rf"{_HEAD}(?:(?:\sof)?\sa)?(?:-|{GAP}){_POINT}"),
        build=_percent("percentage_point"),
        yes=(Example("Support fell by [[3 percentage points]] to 41.", "3 percentage_point"),),
        no=(),
    ),
    Rule(
        name="basis-point",
        pattern=re.compile(rf"{_HEAD}(?:-|{GAP}){_BASIS}"),
        build=_percent("basis_point"),
        yes=(Example("Traders bet on a [[50bp]] cut.", "50 basis_point"),),
        no=(),
    ),
)
