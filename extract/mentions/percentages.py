"""Percentages: an amount beside a percent sign or word, percentage points, basis points."""

import re
from collections.abc import Callable
from decimal import Decimal

from extract.mentions.amounts import AMOUNT, START, read_amount
from extract.mentions.anchors import Kind
from extract.mentions.fractions import FRACTION_OF_UNIT, WRITTEN_FRACTION, read_fraction
from extract.mentions.money import MINUS
from extract.mentions.numerals import GAP
from extract.mentions.quantity import Unit
from extract.mentions.reading import Reading
from extract.rules import Example, Rule

_PERCENT = r"(?i:per\s?-?cent|pct|pc|p\.c\.)(?![^\W_])"
_POINT = r"(?i:(?:percentage|percent|per\scent|pct)[\s-]points?|ppts?|pps?|%[\s-]points?)(?![^\W_])"
_BASIS = r"(?i:basis[\s-]points?|bps?)(?![^\W_])"
_HEAD = rf"{START}(?P<minus>{MINUS})?(?P<amount>{AMOUNT})"
_WHOLE = r"(?<![^\W_])(?i:an?)\s(?:(?i:full|whole|single)\s)?"
_PART = rf"(?<![^\W_])(?P<part>{FRACTION_OF_UNIT}|{WRITTEN_FRACTION})(?:[\s-]of)?(?:[\s-](?:an?|one|1))?"
_ONE = Decimal(1)


def _reader(unit: Unit) -> Callable[[re.Match[str]], Reading | None]:
    """A builder of readings in the unit, from the groups `amount` and `minus`."""

    def build(match: re.Match[str]) -> Reading | None:
        amount = read_amount(match["amount"])
        if amount is None:
            return None
        return Reading(-amount.value if match["minus"] else amount.value, amount.scale, unit)

    return build


def _part_of_percent(match: re.Match[str]) -> Reading:
    """A part of one percent."""
    return Reading(read_fraction(match["part"]), _ONE, "percent")


def _one_point(match: re.Match[str]) -> Reading:
    """One percentage point, said without a number."""
    return Reading(_ONE, _ONE, "percentage_point")


def _part_of_point(match: re.Match[str]) -> Reading:
    """A part of one percentage point."""
    return Reading(read_fraction(match["part"]), _ONE, "percentage_point")


GROUPS: tuple[tuple[Kind, tuple[Rule[Reading], ...]], ...] = (
    (
        "percent sign",
        (
            Rule(
                name="percent-sign",
                pattern=re.compile(rf"{_HEAD}[^\S\n]?[%％٪](?![\s-]points?)"),
                build=_reader("percent"),
                yes=(
                    Example("Turnout fell by [[2.5%]] in May.", "2.5 percent"),
                    Example("The yield is [[-0.4%]] now.", "-0.4 percent"),
                ),
                no=("The table shows the % of schools.", "See https://example.org/?q=30%25 for more."),
            ),
        ),
    ),
    (
        "percent word",
        (
            Rule(
                name="percent-word",
                pattern=re.compile(rf"{_HEAD}(?:-|{GAP}){_PERCENT}(?![\s-]points?)"),
                build=_reader("percent"),
                yes=(
                    Example("Rates rose by [[two per cent]] in May.", "2 percent"),
                    Example("Sales are up [[6-1/8 pct]].", "6.125 percent"),
                ),
                no=("He ranks in the 90th percentile.",),
            ),
            Rule(
                name="percent-part",
                pattern=re.compile(rf"{_PART}[\s-](?:{_PERCENT})(?![\s-]points?)"),
                build=_part_of_percent,
                yes=(
                    Example("Prices slipped [[three-tenths of 1 percent]] in June.", "0.3 percent"),
                    Example("Banks collect a fee of [[3/8 pct]] for it.", "0.375 percent"),
                ),
                no=("The third percent sign is wrong.",),
            ),
        ),
    ),
    (
        "points",
        (
            Rule(
                name="percentage-point",
                pattern=re.compile(rf"{_HEAD}(?:-|{GAP}|\sof\s(?:an?|one|1)\s){_POINT}"),
                build=_reader("percentage_point"),
                yes=(
                    Example("Support fell by [[3 percentage points]] to a low.", "3 percentage_point"),
                    Example("It shaved [[0.3 of a percentage point]] off growth.", "0.3 percentage_point"),
                ),
                no=("The team won by 3 points.",),
            ),
            Rule(
                name="basis-point",
                pattern=re.compile(rf"{_HEAD}(?:-|{GAP}){_BASIS}"),
                build=_reader("basis_point"),
                yes=(Example("Traders bet on a [[50bp]] cut.", "50 basis_point"),),
                no=("It is the basis of 50 laws.",),
            ),
            Rule(
                name="percentage-point-one",
                pattern=re.compile(rf"{_WHOLE}{_POINT}"),
                build=_one_point,
                yes=(Example("The bank raised its rate by [[a full percentage point]].", "1 percentage_point"),),
                no=("She has a point there.",),
            ),
            Rule(
                name="percentage-point-part",
                pattern=re.compile(rf"{_PART}[\s-]{_POINT}"),
                build=_part_of_point,
                yes=(
                    Example("Output shrank by [[half a percentage point]].", "0.5 percentage_point"),
                    Example("It pays [[13/16 percentage point]] over the interbank rate.", "0.8125 percentage_point"),
                ),
                no=("She won by half a point.",),
            ),
            Rule(
                name="percentage-point-adjective",
                pattern=re.compile(
                    r"(?<![^\W_])(?<!-)(?P<part>(?i:half|quarter))-point(?=\s(?:\w+\s)?(?:rates?|cuts?|hikes?|rises?|increases?|reductions?|moves?)\b)"
                ),
                build=_part_of_point,
                yes=(Example("The bank chose a [[quarter-point]] cut.", "0.25 percentage_point"),),
                no=("They hold a half-point lead in the league.",),
            ),
        ),
    ),
)
"""The rules, by the kind of anchor around which they are tried."""

RULES = tuple(rule for _, rules in GROUPS for rule in rules)
