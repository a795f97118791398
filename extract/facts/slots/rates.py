"""Rates: what an amount recurs per or is divided by, from the words around it.

The text and the place of an amount enter; an ISO 8601 period (`P1Y`) or a unit noun (`share`) leaves.
"""

import re
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise, takewhile

from extract.lexicons import read_table
from extract.mentions.name_words import function_words
from extract.spans import Span

WINDOW = 90  # characters on either side that are looked at; a rate stands near its amount

# What may stand between an amount and its "per": a bracket that closes, the equivalent in brackets, a word for what it is more of.
CLOSE = r"[)\]”\"]?(?:\s*\([^()\n]{1,60}\))?(?:\s+(?:more|less|extra|net|total))?"
# What the amount is of, in a few words that begin no clause: "0.25% of its GDP", "$5 million in aid", "£2 worth of goods".
NO_CLAUSE = (
    r"(?!(?:that|which|who|when|while|where|after|before|since|as|and|or|but|than|an?|per|each|every|"
    r"of|in|on|to|for|from|towards?|at|with|by|into|within|over|during|under|between|about|until|across|through)\b)"
)
WORDS = rf"(?:{NO_CLAUSE}[a-z’'-]+\s+){{0,3}}?{NO_CLAUSE}[a-z’'-]+"
OF = rf"(?:\s+(?:worth\s+of|of|in)\s+{WORDS})?"
# The same before a time, which can stand further off: "$5 million to workers in Tunis every year", "$5 million is spent annually".
TO = (
    rf"(?:\s+(?:worth\s+of|of)\s+{WORDS})?(?:\s+(?:(?:will|would|is|are|was|were|has|have|had|be|been)\s+){{1,3}}[a-z]+)?"
    rf"(?:\s+(?:in|on|to|for|from|towards?|across|into|through|at|by|with)\s+{WORDS}){{0,2}}?"
)
# Up to three words, for the unit can come behind what describes it: "for each infected computer", "a Qualcomm share".
UNIT = r"(?P<unit>[a-z]+(?:-hour)?(?:\s+[a-z]+(?:-hour)?){0,2})\b"
# What the amount measures: "a $20 charge per vehicle", "3% growth a year".
NOUNS = rf"\s+{WORDS}"
EACH = r"(?:each|every)(?:\s+(?:one|single|other))?"
PER = re.compile(rf"{CLOSE}{OF}(?:\s*/\s*|[\s-]+per[\s-]+(?!cent\b)|\s+\(per\s+)(?P<many>\d[\d,]*\s+)?{UNIT}", re.IGNORECASE)
ARTICLE = re.compile(
    rf"{CLOSE}(?:\s+in\s+[a-z]+)?(?:[\s-]an?[\s-]|\s+(?:(?:for|to|from|on|in)\s+)?{EACH}\s+|\s+for\s+a\s+single\s+){UNIT}",
    re.IGNORECASE,
)
PER_OF = re.compile(rf"{CLOSE}(?:{NOUNS}|\s+on\s+an?)[\s-]+per[\s-]+{UNIT}", re.IGNORECASE)
TIME = re.compile(rf"{CLOSE}(?:{NOUNS})?{TO}\s+(?:per|an?|{EACH})\s+{UNIT}", re.IGNORECASE)
# "$5 a week ago" tells a time, "$5 an annual report" two things; "$90 a barrel after they met" is a rate.
NO_RATE = re.compile(
    r"^(?:(?:year|month|week|day|hour|decade|night|quarter)s?\s(?:ago|earlier|later|before|after|prior)|annual|[a-z]+ly)\b",
    re.IGNORECASE,
)
ADVERB = re.compile(
    rf"{CLOSE}{TO}(?:\s+on\s+an?)?\s+(?P<unit>[a-z]+ly|annual(?=\s+basis)|pcm|pa|p\.a)\b(?P<rest>.*)", re.IGNORECASE
)
# "a $14 million annual budget", "$1 billion in annual revenue", "$9 off the monthly bill": the adjective is of the noun behind it.
ADJECTIVE = re.compile(
    rf"{CLOSE}(?:\s+in|\s+(?P<change>off|on|to|from)(?:\s+(?:the|an?|his|her|its|their|your|our))?)?"
    r"[\s-](?P<unit>[a-z]+ly|annual|round-?trip)[\s-]+(?:[a-z-]+\s+){0,1}?(?P<noun>[a-z]+)",
    re.IGNORECASE,
)
APIECE = re.compile(rf"{CLOSE}\s+(?P<unit>apiece|each|a\s+(?:pop|throw|go|piece))\b", re.IGNORECASE)
# Between the words of a rate and its amount.
QUALIFIED = (
    r"(?:(?:about|around|nearly|almost|over|roughly|some|approximately|more|less|than|up|to|least|just|only|under|at|an?|average|of|"
    # The last letter is what a wrong encoding leaves before "£".
    r"currently|typically|between|from|estimated|extra|another|additional|minimum|maximum)\s+)*Â?$"
)
BREAK = re.compile(r"\n\s*\n")
# Two prices of one thing: what one is per, the other is too. "from $300 to $78 per carat", "$4 a gallon, up from $3".
PRICE = (
    r"(?:[A-Z]{0,3}[$€£¥]\s?)?\d[\d.,]*[cp]?(?:\s+(?:cents?|cts|pence|dollars?|dlrs|euros?|pounds?|yen|marks|francs))?"
    r"(?=\s*/\s*[a-z]|\s+(?:per|an?)\s)"
)
PAIR = re.compile(rf"(?:(?:\s+[a-z’'-]+){{0,5}}?,?\s+(?:up|down)?\s*(?:to|from|against|versus|vs)|\s+and)\s+{PRICE}")
PAIR_BEFORE = re.compile(
    rf"{PRICE}\s*(?:/|per|an?)\s*(?P<unit>[a-z]+)\b,?(?:\s+(?:up|down|compared))?\s+(?:from|to|against|versus|vs|with)\s+(?:the\s+)?"
    + QUALIFIED,
    re.IGNORECASE,
)
BETWEEN = re.compile(r"\b(?:from|between)\s+" + QUALIFIED, re.IGNORECASE)
SCALE = re.compile(r"(?:\d|\b)(?:m|mn|mln|million|bn|bln|billion|tr|trillion)\b", re.IGNORECASE)
OFTEN = r"(?P<unit>annual|yearly|monthly|weekly|fortnightly|nightly|daily|hourly|quarterly)"
# "an annual budget of $5 million": the adjective belongs to the noun that the amount measures.
MEASURED = re.compile(
    rf"\b{OFTEN}\s+(?:[a-z-]+\s+){{0,2}}?(?P<noun>[a-z-]+)\s+(?:of|at|averaging|totall?ing|worth)\s+" + QUALIFIED,
    re.IGNORECASE,
)
# "the annual £1,200 limit".
DIRECT = re.compile(rf"\b{OFTEN}\s+" + QUALIFIED, re.IGNORECASE)
# "the monthly salary in the city is 300 euros", "raise the hourly wage to $15": a verb can follow what recurs by its nature.
PAID = re.compile(
    rf"\b{OFTEN}\s+(?P<nouns>[a-z-]+(?:\s+[a-z-]+){{0,2}})\b(?:[^.;:()\d\n]|\d[\d.]*\s?(?:%|percent|per cent|pct)){{0,60}}?"
    r"\s(?:is|are|was|were|be|been|averages?|averaged|reache[sd]|stands?|stood|exceeds?|exceeded|up|down|to|by|at|from|of|rose|fell|"
    r"starts?|totals?|totall?ed|hits?|costs?)\s+" + QUALIFIED,
    re.IGNORECASE,
)
# "earnings per share of 61 cents", "a per-person cost of $40".
UNIT_AHEAD = re.compile(
    r"\bper[\s-](?P<unit>[a-z]+)\s+(?:[a-z-]+\s+){0,3}?"
    r"(?:of|at|to|from|by|was|were|is|are|rose|fell|hit|reached|averaged?s?|stands?|stood|exceeds?|exceeded)\s+" + QUALIFIED,
    re.IGNORECASE,
)
# "each missile costs $2 million", "every one of the 300 workers will get $500".
SHARED = re.compile(
    r"\b(?:each|every)\s+(?:(?:one\s+)?of\s+(?:the|its|their)\s+(?:[\d,]+\s+)?)?(?P<unit>[a-z]+(?:\s+[a-z]+){0,3}?)\s+"
    r"(?:costs?|gets?|got|receives?|received|pays?|paid|earns?|earned|owes?|owed|worth|sells?|sold|lost|wins?|won|"
    r"(?:saves?|saved|returns?|returned|yields?|brings?|generates?)(?:\s+[a-z]+){0,3}?)\s+(?:for\s+|in\s+)?" + QUALIFIED,
    re.IGNORECASE,
)
# "Every year, the fund gives away $5 million", "it annually spends $3 billion": the time opens its clause or stands by the verb.
OPENING = re.compile(
    rf"(?:^|[.,;:]\s+|[“\"]|\b(?:and|but|that|which|who|it|he|she|they|we)\s+)(?:(?:each|every)\s+(?P<unit>[a-z]+)\b,?|(?P<adverb>annually)\b)"
    rf"[^.;:()\d\n$€£¥]{{0,60}}?\s{QUALIFIED}",
    re.IGNORECASE,
)
# What is counted right before the price of each: "40 contributions of exactly $19 each".
PRICED = re.compile(
    r"\b(?P<noun>[a-z]{3,}s)\s+(?:of|at|for|worth|costing|cost|are|were|(?:priced|valued|sold)\s+(?:at|for))\s+(?:exactly\s+)?"
    + QUALIFIED,
    re.IGNORECASE,
)
# A year's result is no rate, though it is annual.
RESULTS = frozenset({"profit", "profits", "loss", "losses", "earnings", "results", "deficit", "surplus", "hit", "drop", "increase"})
LONGER = frozenset({"annual", "yearly", "quarterly"})  # the times that results are told for


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


@cache
def _sold() -> re.Pattern[str]:
    """What goods are sold by: "a gallon of gas sells for $4"; "a house of his was sold for $5 million" is no rate."""
    units = "|".join(re.escape(row["word"]) for row in read_table("measures") if row["kind"] == "trade")
    return re.compile(
        rf"\b(?:an?|one|the)\s+(?P<unit>{units})\s+of\s+[^.;:()\d\n]{{1,50}}?\s"
        r"(?:costs?|sells?|selling|sold|fetch(?:es|ed)?|trades?|traded|trading|priced|goes|going|is|was|closed|rose|fell|at|to)\s+(?:for\s+)?"
        + QUALIFIED,
        re.IGNORECASE,
    )


@cache
def _recurring() -> frozenset[str]:
    return frozenset(row["noun"] for row in read_table("recurring"))


def _unit(words: str) -> str | None:
    """The period or measure that a phrase begins with or, behind what describes it, names; None if it names neither."""
    several = list(takewhile(lambda word: word not in function_words(), words.lower().split()))
    if several and several[0] in _periods():
        return _periods()[several[0]]
    pairs = [" ".join(pair) for pair in pairwise(several)]
    return next((_measures()[word] for word in (*pairs, *several) if word in _measures()), None)


def rate_of(text: str, amount: Span, *, is_money: bool = True) -> Rate | None:
    """What the amount at a place of the text is per; None if it is a plain amount.

    Args:
        text: the article's text.
        amount: the amount's place, with the equivalent that stands beside it.
        is_money: whether an adjective makes a rate: "an annual budget of $5 million" is one, "an annual target of 5%" is none.

    >>> rate_of("It pays $5 million a year.", Span(8, 18)).per
    'P1Y'
    >>> rate_of("Oil fell to $64 per barrel.", Span(12, 15)).per
    'barrel'
    """
    before = text[max(0, amount.start - WINDOW) : amount.start]
    after = BREAK.split(text[amount.end : amount.end + WINDOW])[0]
    behind = _behind(after, before, amount.end, is_money=is_money)
    if behind or not is_money:
        return behind
    found = _ahead(before, after, amount.start - len(before))
    # A sum and a price ("5 million dollars or $3 a share") are no pair.
    return found if found or SCALE.search(amount.of(text)) else _beside(after, before, amount)


def _beside(after: str, before: str, amount: Span) -> Rate | None:
    """The rate of the price that an amount is paired with."""
    if (pair := PAIR.match(after)) and ("and" not in pair[0].split() or BETWEEN.search(before)):
        behind = _behind(after[pair.end() :], before, amount.end + pair.end(), is_money=True)
        if behind is not None:
            return replace(behind, rule="rate-of-pair")
    if (match := PAIR_BEFORE.search(before)) and (per := _unit(match["unit"])) and per != "P1Y":
        return Rate(per, "rate-of-pair", _placed(match, amount.start - len(before)))
    return None


def _behind(after: str, before: str, offset: int, *, is_money: bool) -> Rate | None:
    """The rate that the words behind an amount tell."""
    if (match := PER.match(after)) and (unit := _unit(match["unit"]) or _new_unit(match["unit"])):
        return Rate(f"{match['many'].strip()} {unit}" if match["many"] else unit, "rate-per", _placed(match, offset))
    if (match := PER_OF.match(after)) and (unit := _unit(match["unit"])):
        return Rate(unit, "rate-per", _placed(match, offset))
    # "a" divides before a time or a measure only: "gave $5 million a boost" is no rate.
    for rule, pattern, known in (("rate-article", ARTICLE, _unit), ("rate-time", TIME, _period)):
        if (match := pattern.match(after)) and (per := known(match["unit"])) and not NO_RATE.search(match["unit"]):
            return Rate(per, rule, _placed(match, offset))
    if (match := ADVERB.match(after)) and (per := _period(match["unit"])) and not _goes_on(match["rest"]):
        return Rate(per, "rate-adverb", _placed(match, offset))
    if is_money and (match := ADJECTIVE.match(after)) and (per := _unit(match["unit"])) and _is_of_noun(match):
        return Rate(per, "rate-adjective", _placed(match, offset))
    if is_money and (match := APIECE.match(after)) and (per := _counted(before)):
        return Rate(per, "rate-apiece", _placed(match, offset))
    return None


def _ahead(before: str, after: str, offset: int) -> Rate | None:
    """The rate that the words before an amount of money tell."""
    if match := _sold().search(before):
        return Rate(_measures()[match["unit"].lower()], "rate-sold", _placed(match, offset))
    if (match := SHARED.search(before)) and (per := _unit(match["unit"])):
        return Rate(per, "rate-shared", _placed(match, offset))
    if (match := UNIT_AHEAD.search(before)) and (per := _unit(match["unit"])):
        return Rate(per, "rate-unit-ahead", _placed(match, offset))
    if (match := MEASURED.search(before)) and not _is_result(match):
        return Rate(_periods()[match["unit"].lower()], "rate-of-noun", _placed(match, offset))
    if (match := DIRECT.search(before)) and not RESULTS & set(re.findall(r"[a-z]+", after.lower())[:3]):
        return Rate(_periods()[match["unit"].lower()], "rate-of-noun", _placed(match, offset))
    if (match := PAID.search(before)) and _recurs(match["unit"], match["nouns"]):
        return Rate(_periods()[match["unit"].lower()], "rate-of-pay", _placed(match, offset))
    if match := OPENING.search(before):
        group = "unit" if match["unit"] else "adverb"
        if per := _periods().get(match[group].lower()):
            return Rate(per, "rate-opening", Span(offset + match.start(group), offset + match.end(group)))
    return None


def _placed(match: re.Match[str], offset: int) -> Span:
    return Span(offset + match.start("unit"), offset + match.end("unit"))


def _period(words: str) -> str | None:
    return _periods().get(words.lower().split()[0])


def _new_unit(words: str) -> str | None:
    """A noun behind "per" that no table holds; names and the words of a clause are none: "per the contract"."""
    first = words.split()[0]
    return first if first.islower() and first not in function_words() else None


def _goes_on(rest: str) -> bool:
    """Whether a time behind an amount describes a noun that follows: "30% of their monthly salary"."""
    word = re.match(r"[\s-]+([a-z]+)", rest)
    return word is not None and word[1] not in function_words() and word[1] != "basis"


def _is_result(match: re.Match[str]) -> bool:
    return match["unit"].lower() in LONGER and match["noun"].lower() in RESULTS


def _is_of_noun(match: re.Match[str]) -> bool:
    """Whether the noun behind an amount makes it recur; of what an amount changes, only what recurs by its nature does."""
    return match["noun"].lower() in _recurring() if match["change"] else not _is_result(match)


def _recurs(often: str, nouns: str) -> bool:
    words = set(nouns.lower().split())
    return bool(words & _recurring()) and not (often.lower() in LONGER and words & RESULTS)


def _counted(before: str) -> str | None:
    """What is counted before "apiece": the measure last named in the plural ("40 shares are sold at $50 apiece"), else a noun."""
    sentence = re.split(r"[.!?]\s|\n", before)[-1]
    plurals = [word for word in re.findall(r"[a-z]+", sentence.lower()) if word in _measures() and not _is_singular(word)]
    if plurals:
        return _measures()[plurals[-1]]
    match = PRICED.search(sentence)
    return re.sub(r"(?<=[sxzh])es$|s$", "", re.sub(r"ies$", "y", match["noun"].lower())) if match else None


def _is_singular(word: str) -> bool:
    """Whether a measure stands in the singular, and has another plural."""
    return word == _measures()[word] and f"{word}s" in _measures()
