"""Rates: what an amount recurs per or is divided by, from the words right beside it.

The text and the place of an amount enter; an ISO 8601 period (`P1Y`) or a unit noun (`share`) leaves.
"""

import re
from dataclasses import dataclass
from functools import cache

from extract.lexicons import read_table
from extract.spans import Span

WINDOW = 90  # characters on either side that are looked at; a rate stands right beside its amount

# What may stand between an amount and its "per": the equivalent in brackets, a word for what it is more of.
BETWEEN = r"(?:\s*\([^()\n]{1,60}\))?(?:\s+(?:more|less|extra))?"
# Up to three words, for the unit can come behind what describes it: "for each infected computer", "a Qualcomm share".
UNIT = r"(?P<unit>[a-z]+(?:-hour)?(?:\s+[a-z]+(?:-hour)?){0,2})\b"
PER = re.compile(rf"{BETWEEN}(?:\s*/\s*|[\s-]+per[\s-]+){UNIT}", re.IGNORECASE)
# "$5 a week ago" tells a time, not a rate.
ARTICLE = re.compile(rf"{BETWEEN}(?:[\s-]an?[\s-]|\s+(?:for\s+)?(?:each|every)\s+){UNIT}", re.IGNORECASE)
AGO = re.compile(r"\s(?:ago|earlier|later|before|after|prior)\b", re.IGNORECASE)
ADVERB = re.compile(rf"{BETWEEN}(?:\s+on\s+an?|\s+in)?[\s-](?P<unit>[a-z]+ly|annual)\b", re.IGNORECASE)
APIECE = re.compile(rf"{BETWEEN}\s+(?P<unit>apiece|each)\b", re.IGNORECASE)
# "an annual budget of $5 million", "a daily average of 300 euros": the adjective belongs to the noun that the amount measures.
MEASURED = re.compile(
    r"\b(?P<unit>annual|yearly|monthly|weekly|daily|hourly)\s+(?:[a-z-]+\s+){1,3}?(?:of|at)\s+"
    r"(?:(?:about|around|nearly|almost|over|roughly|some|approximately|more|less|than|up|to|least|just|under)\s+)*$",
    re.IGNORECASE,
)


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
    first, *others = words.lower().split()
    if first in _periods():
        return _periods()[first]
    return next((_measures()[word] for word in (first, *others) if word in _measures()), None)


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
    if match := PER.match(after):
        words = match["unit"]
        return Rate(_unit(words) or words.split()[0].lower(), "rate-per", _placed(match, amount.end))
    # "a" divides before a time or a measure only: "gave $5 million a boost" is no rate.
    if (match := ARTICLE.match(after)) and (per := _unit(match["unit"])) and not AGO.search(match["unit"]):
        return Rate(per, "rate-article", _placed(match, amount.end))
    if (match := ADVERB.match(after)) and (per := _periods().get(match["unit"].lower())):
        return Rate(per, "rate-adverb", _placed(match, amount.end))
    if match := APIECE.match(after):
        counted = _counted(before)
        return Rate(counted, "rate-apiece", _placed(match, amount.end)) if counted else None
    if annual_noun and (match := MEASURED.search(before)):
        return Rate(_periods()[match["unit"].lower()], "rate-of-noun", _placed(match, amount.start - len(before)))
    return None


def _placed(match: re.Match[str], offset: int) -> Span:
    return Span(offset + match.start("unit"), offset + match.end("unit"))


def _counted(before: str) -> str | None:
    """The measure last named before "apiece": "40 million shares priced at $50 apiece"."""
    words = [word for word in re.findall(r"[a-z]+", before.lower()) if word in _measures()]
    return _measures()[words[-1]] if words else None
