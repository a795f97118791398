"""Points that can only be percentage points: "leads by three points" in a poll, "raised its rate by a quarter of a point".

Bare points are as often goals, places of an index or reasons. They count where something moves or leads by them, the text around
tells of a poll or a rate, and nothing in it of markets, games or marks.
"""

import re
from collections.abc import Callable
from decimal import Decimal

from extract.mentions.amounts import AMOUNT, START, read_amount
from extract.mentions.fractions import FRACTION_OF_UNIT, read_fraction
from extract.mentions.reading import Reading
from extract.rules import Example, Rule

_HEDGE = (
    r"(?:(?:about|around|nearly|almost|only|just|over|at\sleast|some|another|more\sthan|less\sthan|as\smuch\sas|up\sto|a)\s){0,2}"
)
_BEFORE = re.compile(
    rf"(?i)\b(?:by|up|down|r[io]ses?|f[ae]ll|gained|lost|dropped|climbed|slipped|jumped|ahead|behind|(?:lead|edge|margin|advantage|gap)\sof|minus)"
    rf"\s{_HEDGE}$"
)
_AFTER = re.compile(
    r"(?i)\s(?:lead|edge|advantage|margin|gap|jump|drop|decline|fall|rise|gain|increase|swing|deficit|bounce|bump|ahead|behind|up|down|"
    r"higher|lower|clear|above|below)\b"
)
_SHARES_TOLD = re.compile(r"(?i)\b(?:polls?|polling|polled|pollsters?|surveys?|percentage|voters|(?:share\sof|won)\sthe\svote)\b")
_RATES_TOLD = re.compile(r"(?i)\b(?:rates?|inflation|unemployment|jobless\w*|turnout|approval|support|vote[sd]?|ratings?|party)\b")
_PERCENT_TOLD = re.compile(r"(?i)\d\s?%|\bper\s?cent\b|\bpct\b")
_LENDING = re.compile(
    r"(?i)\b(?:interest|mortgage|lending|borrowing|key|policy|base|benchmark|discount|prime|fed\w*|bank)\b[^.\n]{0,40}\brates?\b|\brates?\b[^.\n]{0,20}\bby\s"
)
_OTHER_POINTS = re.compile(
    r"(?i)\b(?:ind(?:ex|ices|exes)|dow|nasdaq|ftse|s&p|nikkei|dax|cac|hang\sseng|sensex|stocks?|shares|futures|market|composite|average|pmi|"
    r"confidence|sentiment|game|match|season|rebounds?|assists?|scor\w+|goals?|league|standings|team|coach|driver|title|championship|"
    r"penalt\w+|licen[cs]e|loyalty|bonus|credit|exams?|tests?|quiz|contest|round|jury)\b"
)
_LOOK_BACK, _LOOK_ON = 250, 120
"""How many characters around tell what the points are of."""
_MOST = 60
_SENTENCE_END = re.compile(r"[.!?][\"”’)]?\s+(?=[\"“]?[A-Z])|\n")


def _reader(*, parts: bool) -> Callable[[re.Match[str]], Reading | None]:
    """A builder of percentage points, from whole numbers or from parts of a point, which lending rates alone move by."""

    def build(match: re.Match[str]) -> Reading | None:
        text, (start, end) = match.string, match.span()
        back = text[max(0, start - _LOOK_BACK) : start]
        here = _SENTENCE_END.split(back)[-1] + text[start:end] + _SENTENCE_END.split(text[end : end + _LOOK_ON])[0]
        around = back + here
        amount = read_fraction(match["amount"]) if parts else _whole(match["amount"])
        moves = _BEFORE.search(text, max(0, start - 40), start) or _AFTER.match(text, end)
        told = _LENDING.search(here) if parts else _shares(here, around)
        if amount is None or not moves or not told or _OTHER_POINTS.search(around):
            return None
        return Reading(amount, Decimal(1), "percentage_point")

    return build


def _whole(quote: str) -> Decimal | None:
    """The number of points; more than polls move by are other points."""
    amount = read_amount(quote)
    return amount.value if amount and amount.value <= _MOST else None


def _shares(here: str, around: str) -> bool:
    """Whether the sentence tells of a poll, or of a rate with percentages near."""
    return bool(_SHARES_TOLD.search(here) or (_RATES_TOLD.search(here) and _PERCENT_TOLD.search(around)))


RULES: tuple[Rule[Reading], ...] = (
    Rule(
        name="percentage-point-bare",
        pattern=re.compile(rf"{START}(?P<amount>{AMOUNT})[\s-]points?(?![^\W_]|-)"),
        build=_reader(parts=False),
        yes=(
            Example("She leads by [[three points]] in the latest poll.", "3 percentage_point"),
            Example("Support for the party rose to 43 percent, up [[4 points]].", "4 percentage_point", also=("43 percent",)),
            Example("The survey found a [[12-point]] drop in trust.", "12 percentage_point"),
        ),
        no=("The team won by three points.", "Voters got a five-point plan.", "The index fell 40 points in the survey."),
    ),
    Rule(
        name="percentage-point-bare-part",
        pattern=re.compile(rf"(?<![^\W_])(?P<amount>{FRACTION_OF_UNIT})(?:\sof)?\sa\spoint(?![^\W_]|-)"),
        build=_reader(parts=True),
        yes=(
            Example("The bank cut its key rate by [[a quarter of a point]].", "0.25 percentage_point"),
            Example("The Fed lifted its discount rate by [[half a point]] to six pct.", "0.5 percentage_point", also=("six pct",)),
        ),
        no=("She won the vote by half a point in the jury.", "The index fell by half a point."),
    ),
)
