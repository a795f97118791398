"""Rates: what an amount recurs per or is divided by, from the words right beside it.

The text and the place of an amount enter; an ISO 8601 period (`P1Y`) or a unit noun (`share`) leaves.
"""

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from extract.lexicons import read_table
from extract.spans import Span

WINDOW = 90  # characters on either side that are looked at; a rate stands right beside its amount

# What may stand between an amount and its "per": a bracket that closes, the equivalent in brackets, a word for what it is more of.
BETWEEN = r"[)\]]?(?:\s*\([^()\n]{1,60}\))?(?:\s+(?:more|less|extra))?"
# The same before a time: "0.25% of its GDP a year", "$5 million of aid annually".
BETWEEN_OF = BETWEEN + r"(?:\s+of\s+(?:[\w’'-]+\s+){0,2}?[\w’'-]+)?"
# Up to three words, for the unit can come behind what describes it: "for each infected computer", "a Qualcomm share".
UNIT = r"(?P<unit>[a-z]+(?:-hour)?(?:\s+[a-z]+(?:-hour)?){0,2})\b"
PER = re.compile(rf"{BETWEEN}(?:\s*/\s*|[\s-]+per[\s-]+(?!cent\b))(?P<many>\d[\d,]*\s+)?{UNIT}", re.IGNORECASE)
# "$5 a week ago" tells a time, not a rate.
ARTICLE = re.compile(rf"{BETWEEN_OF}(?:[\s-]an?[\s-]|\s+(?:for\s+)?(?:each|every)\s+|\s+for\s+a\s+single\s+){UNIT}", re.IGNORECASE)
AGO = re.compile(r"\s(?:ago|earlier|later|before|after|prior)\b", re.IGNORECASE)
ADVERB = re.compile(rf"{BETWEEN_OF}(?:\s+on\s+an?|\s+in)?[\s-](?P<unit>[a-z]+ly|annual|round-?trip|pcm|pa|p\.a)\b", re.IGNORECASE)
APIECE = re.compile(rf"{BETWEEN}\s+(?P<unit>apiece|each|a\s+(?:pop|throw|go|piece))\b", re.IGNORECASE)
# "from $300 to $78 per carat": what the second amount is per, the first is too.
PAIR = re.compile(
    r"\s+(?:to|and|or)\s+(?:[A-Z]{0,3}[$€£¥]\s?)?\d[\d.,]*"
    r"(?:\s+(?:cents?|pence|dollars?|euros?|pounds?|yen))?(?=\s+(?:per|an?)\s)"
)
# Between the noun and its amount.
QUALIFIED = (
    r"(?:(?:about|around|nearly|almost|over|roughly|some|approximately|more|less|than|up|to|least|just|under|at|an?|average|of)"
    r"\s+)*$"
)
# "an annual budget of $5 million", "a daily average of 300 euros": the adjective belongs to the noun that the amount measures.
MEASURED = re.compile(
    r"\b(?P<unit>annual|yearly|monthly|weekly|fortnightly|nightly|daily|hourly)\s+(?:[a-z-]+\s+){0,2}?(?P<noun>[a-z-]+)\s+(?:of|at)\s+"
    + QUALIFIED,
    re.IGNORECASE,
)
# "the monthly salary in the city is 300 euros": pay and prices recur, so that a verb may stand between.
PAID = re.compile(
    r"\b(?P<unit>annual|yearly|monthly|weekly|fortnightly|nightly|daily|hourly)\s+(?:[a-z-]+\s+){0,2}?"
    r"(?:salary|salaries|wages?|pay|rents?|fees?|premiums?|pensions?|benefits?|allowances?|stipends?|bills?|payments?|charges?|costs?)\b"
    r"[^.;:()\n]{0,50}?\s(?:is|are|was|were|be|averages?|averaged|reached|reaches|stands?|stood|exceeds?|exceeded|up|rose|fell|starts?)\s+"
    + QUALIFIED,
    re.IGNORECASE,
)
# "a gallon of gas sells for $4".
SOLD = re.compile(
    r"\b(?:an?|one|each|every)\s+(?P<unit>[a-z]+)\s+of\s+[^.;:()\n]{1,40}?\s"
    r"(?:costs?|sells?|selling|sold|fetch(?:es|ed)?|trades?|traded|trading|priced|goes|going)\s+(?:for\s+)?" + QUALIFIED,
    re.IGNORECASE,
)
# A year's result is no rate, though it is annual.
RESULTS = frozenset({"profit", "profits", "loss", "losses", "earnings", "income", "results", "deficit", "surplus"})


@dataclass(frozen=True, slots=True)
class Rate:
    """What an amount is per, the rule that says so, and the words it was read from."""

    per: str
    rule: str
    span: Span


@cache
def _periods() -> dict[str, str]:
    return {row["word"]: row["period"] for row in read_table("periods")}


@cache
def _measures() -> dict[str, str]:
    return {row["word"]: row["unit"] for row in read_table("measures")}


def _unit(words: str) -> str | None:
    """The period or measure that a phrase begins with or, behind what describes it, names; None if it names neither."""
    several = words.lower().split()
    if several[0] in _periods():
        return _periods()[several[0]]
    pairs = [" ".join(pair) for pair in pairwise(several)]
    return next((_measures()[word] for word in (*pairs, *several) if word in _measures()), None)


def rate_of(text: str, amount: Span, *, annual_noun: bool = True) -> Rate | None:
    """What the amount at a place of the text is per; None if it is a plain amount.

    Args:
        text: the article's text.
        amount: the amount's place, with the equivalent that stands beside it.
        annual_noun: whether "an annual budget of" makes a rate; "an annual target of 5%" does not.

    >>> rate_of("It pays $5 million a year.", Span(8, 18)).per
    'P1Y'
    >>> rate_of("Oil fell to $64 per barrel.", Span(12, 15)).per
    'barrel'
    """
    after, before = text[amount.end : amount.end + WINDOW], text[max(0, amount.start - WINDOW) : amount.start]
    behind = _behind(after, before, amount.end)
    if behind is None and (pair := PAIR.match(after)):
        behind = _behind(after[pair.end() :], before, amount.end + pair.end())
    return behind or _ahead(before, amount.start - len(before), annual_noun=annual_noun)


def _behind(after: str, before: str, offset: int) -> Rate | None:
    """The rate that the words right behind an amount tell."""
    if match := PER.match(after):
        words = match["unit"]
        unit = _unit(words) or words.split()[0].lower()
        return Rate(f"{match['many'].strip()} {unit}" if match["many"] else unit, "rate-per", _placed(match, offset))
    # "a" divides before a time or a measure only: "gave $5 million a boost" is no rate.
    if (match := ARTICLE.match(after)) and (per := _unit(match["unit"])) and not AGO.search(match["unit"]):
        return Rate(per, "rate-article", _placed(match, offset))
    if (match := ADVERB.match(after)) and (per := _unit(match["unit"])):
        return Rate(per, "rate-adverb", _placed(match, offset))
    if (match := APIECE.match(after)) and (per := _counted(before)):
        return Rate(per, "rate-apiece", _placed(match, offset))
    return None


def _ahead(before: str, offset: int, *, annual_noun: bool) -> Rate | None:
    """The rate that the words right before an amount tell."""
    if (match := SOLD.search(before)) and (per := _unit(match["unit"])):
        return Rate(per, "rate-sold", _placed(match, offset))
    if annual_noun and (match := MEASURED.search(before)) and match["noun"].lower() not in RESULTS:
        return Rate(_periods()[match["unit"].lower()], "rate-of-noun", _placed(match, offset))
    if annual_noun and (match := PAID.search(before)):
        return Rate(_periods()[match["unit"].lower()], "rate-of-pay", _placed(match, offset))
    return None


def _placed(match: re.Match[str], offset: int) -> Span:
    return Span(offset + match.start("unit"), offset + match.end("unit"))


def _counted(before: str) -> str | None:
    """The measure last named before "apiece": "40 million shares priced at $50 apiece"."""
    words = [word for word in re.findall(r"[a-z]+", before.lower()) if word in _measures()]
    return _measures()[words[-1]] if words else None
