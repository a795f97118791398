"""Money: an amount beside the sign, code or name of a currency.

Text enters through the patterns of the rules; a `Reading` with the codes that the currency may be leaves.
"""

import re
from dataclasses import replace
from decimal import Decimal

from extract.mentions.amounts import AMOUNT, START, read_amount
from extract.mentions.anchors import Kind
from extract.mentions.currencies import (
    CAREFUL_NAME,
    CODE,
    GONE,
    LAND,
    LETTER,
    MINOR_NAME,
    MINOR_SHORT,
    NAME,
    SIGN,
    codes_in_land,
    codes_of,
)
from extract.mentions.fractions import FRACTION_OF_UNIT, read_fraction
from extract.mentions.numerals import GAP
from extract.mentions.reading import Reading
from extract.mentions.scales import SCALE, SCALE_WORD, read_scale
from extract.mentions.weights import is_weight
from extract.rules import Example, Rule

MINUS = r"(?:(?<![^\s(:])(?<![\d%)]\s)[-−–](?=[\d.$€£])|(?<![^\W_])(?<!or\s)(?i:minus\s))"
_AMOUNT = rf"(?P<amount>{AMOUNT})"
_TRAIL = rf"(?:(?:{GAP}|-)(?P<trail>{CODE}|(?i:US\sdollars?|U\.S\.\sdollars?|dollars|euros?|pounds))(?![^\W_]))?"
_LAND = rf"(?:(?:new\s)?(?P<land>{LAND})[\s-])?(?:new\s)?"
_LINK = rf"(?:-\s?|{GAP})(?:of\s)?"
_SHAPED = re.compile(r"\d[,\s]\d{3}|\d\.\d\d$")
_IDIOM = re.compile(r"-a-side\b|[\s-](?:\w+\s)?question\b")
_SCALE_WORD = re.compile(rf"(?:{SCALE_WORD})$")
_SINGULAR = ("dollar", "euro", "pound", "mark", "crown")
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_IN_YEARS_MONEY = re.compile(
    r"(?i)\b(?:in|constant|real|fixed|adjusted\s(?:to|for|into)|converted\s(?:to|into))\s(?:constant\s|real\s)?$"
)
_BRIEF_NUMBER = re.compile(r"\d{1,2}")
_POINT_GROUPS = re.compile(r"\d{2,3}\.\d{3}|[1-9]\.[05]00")
_POINT_GROUPED = frozenset(("EUR", "IDR", "VND", "CLP", "COP", "PYG", "ARS", "BRL", "UYU", "TRY", "DKK", "NOK", "SEK"))
"""Currencies of countries where a point groups thousands: "Rp 100.000" is a hundred thousand, "$20.500" is not."""

_MILLION = Decimal(10**6)
_NO_THING = r"(?!-)(?!\s(?:bill|coin|store|sign|amount|figure)s?\b)"


def _money(match: re.Match[str]) -> Reading | None:
    """The reading of a match with the groups `amount`, `form` and, where the rule has them, `minus`, `land`, `trail`."""
    groups = match.groupdict("")
    amount = read_amount(groups["amount"])
    codes = codes_of(groups["form"])
    if amount is None or not codes or _IDIOM.match(match.string, match.end()):
        return None
    if land := groups.get("land"):
        codes = codes_in_land(codes, land) or codes
    if (trail := groups.get("trail")) and len(codes) > 1:
        codes = tuple(code for code in codes if code in codes_of(trail)) or codes
    if _POINT_GROUPS.fullmatch(groups["amount"]) and codes[0] in _POINT_GROUPED:
        amount = replace(amount, value=amount.value * 1000)
    value = -amount.value if groups.get("minus") or groups.get("minus_within") else amount.value
    return Reading(value, amount.scale, "money", codes, groups["form"])


def _sign(match: re.Match[str]) -> Reading | None:
    """Money of a sign or code before the number; a code of money that is gone with a digit or two names something else: "FIM12"."""
    if match["form"] in GONE and match[0] == match["form"] + match["amount"] and _BRIEF_NUMBER.fullmatch(match["amount"]):
        return None
    return _money(match)


def _name(match: re.Match[str]) -> Reading | None:
    """Money of a currency's name; pounds may be a weight, and a year before a singular or in "in 2010 dollars" is a year."""
    reading = _money(match)
    form = match["form"]
    if _YEAR.fullmatch(match["amount"]) and (
        form.lower() in _SINGULAR
        or not form.islower()
        or _IN_YEARS_MONEY.search(match.string, max(0, match.start() - 30), match.start())
    ):
        return None
    if (
        reading
        and not match["land"]
        and match["form"].lower() in ("pound", "pounds")
        and is_weight(match, scaled=reading.scale > 1)
    ):
        return None
    return reading


def _letters(match: re.Match[str]) -> Reading | None:
    """Money of a sign that is also something else: the number must look like money, or the text name the country."""
    reading = _money(match)
    if len(match["form"]) == 1 and match[0][1].isspace() and not _SCALE_WORD.search(match["amount"]):
        return None
    if len(match["form"]) == 3 and re.fullmatch(rf"{match['form']}\d{{1,2}}", match[0]):
        return None
    return reading and replace(reading, doubtful=reading.scale == 1 and _SHAPED.search(match["amount"]) is None)


def _careful(match: re.Match[str]) -> Reading | None:
    """Money of a name that is also an ordinary word: it needs a scale, capital letters, or the country in the text."""
    reading = _money(match)
    in_land = bool(match["land"] and codes_in_land(codes_of(match["form"]), match["land"]))
    if not in_land and (match["land"] or match["form"].lower() in _SINGULAR):
        return None
    sure = in_land or match["form"].isupper()
    return reading and replace(reading, doubtful=not sure and reading.scale < 1000)


def _millions(match: re.Match[str]) -> Reading | None:
    """Money of a code with the M of millions before it: "30 MUSD"."""
    reading = _money(match)
    return reading and replace(reading, amount=reading.amount * _MILLION, scale=_MILLION)


def _whole_and_minor(match: re.Match[str]) -> Reading | None:
    """Money said in whole units and hundredths: "eight dollars and five cents"."""
    whole, minor = _money(match), read_amount(match["minor"])
    if whole is None or minor is None or whole.scale >= 1000 or minor.value >= 100:
        return None
    codes = tuple(code for code in whole.codes if code in codes_of(match["minor_form"]))
    return replace(whole, codes=codes, amount=whole.amount + minor.value / 100) if codes else None


def _short_minor(match: re.Match[str]) -> Reading | None:
    """The reading of "50p" and "10¢"; four digits before a p tell of lines on a screen."""
    amount = read_amount(match["amount"])
    if amount is None or (match["short"] == "p" and amount.value >= 360 and amount.value % 10 == 0):
        return None
    return Reading(amount.value, amount.scale, "money", codes_of(match["short"]), match["short"])


def _minor(match: re.Match[str]) -> Reading | None:
    """Money said in hundredths only."""
    reading = _money(match) if match["form"] else _short_minor(match)
    return replace(reading, amount=reading.amount / 100) if reading and match["form"] != "Cent" else None


def _scale_alone(match: re.Match[str]) -> Reading:
    """Money of a scale word without a number: "a billion-euro fine"."""
    value = read_scale(match["scale"])
    return Reading(value, value, "money", codes_of(match["form"]), match["form"])


def _one(match: re.Match[str]) -> Reading:
    """One unit of a currency: "a dollar a day"."""
    return Reading(Decimal(1), Decimal(1), "money", codes_of(match["form"]), match["form"])


def _part_of_one(match: re.Match[str]) -> Reading | None:
    """A part of one unit: "half a dinar"; pounds are a weight then."""
    form = match["form"] or match["minor"]
    if form.lower() == "pound":
        return None
    part = read_fraction(match["part"]) / (1 if match["form"] else 100)
    return Reading(part, Decimal(1), "money", codes_of(form), form)


GROUPS: tuple[tuple[Kind, tuple[Rule[Reading], ...]], ...] = (
    (
        "sign ahead",
        (
            Rule(
                name="money-sign-before",
                pattern=re.compile(
                    rf"(?P<minus>{MINUS})?(?P<form>{SIGN})[$€£¥]?[^\S\n]{{0,2}}\n?(?:(?P<minus_within>[-−])(?=[\d.]))?{_AMOUNT}{_TRAIL}"
                ),
                build=_sign,
                yes=(
                    Example("The port got [[$5 million]] last week.", "USD 5000000"),
                    Example("A loan of [[US$1.5bn]] was signed.", "USD 1500000000"),
                    Example("It pledged[[$100 million]]over five years.", "USD 100000000"),
                    Example("The mill borrowed [[FIM40 million]] in 1994.", "FIM 40000000"),
                ),
                no=("Prices are in US$ unless noted.", "The keys run from FIM9 to FIM12."),
            ),
        ),
    ),
    (
        "letter ahead",
        (
            Rule(
                name="money-letter-before",
                pattern=re.compile(rf"(?P<form>{LETTER})[ \u00a0]?(?=\d){_AMOUNT}"),
                build=_letters,
                yes=(Example("The roads agency owes [[N7.2 billion]] to builders.", "NGN 7200000000"),),
                no=("Masks of type N95 were handed out on the M25.",),
            ),
        ),
    ),
    (
        "name ahead",
        (
            Rule(
                name="money-name-before",
                pattern=re.compile(
                    rf"{START}{_LAND}(?P<form>(?i:dollars?|euros|pounds))\s(?P<amount>\d[\d.,]{{0,20}}{SCALE})(?!\s(?i:{NAME}))"
                ),
                build=_money,
                yes=(Example("Bids start at [[dollars 22.5 million]] for the hotel.", "USD 22500000"),),
                no=("The dollar 20 years ago was strong.",),
            ),
        ),
    ),
    (
        "name",
        (
            Rule(
                name="money-name-after",
                pattern=re.compile(rf"{START}(?P<minus>{MINUS})?{_AMOUNT}{_LINK}{_LAND}(?P<form>{NAME})(?!(?<=[A-Z]{{2}})-\d)"),
                build=_name,
                yes=(Example("A grant of [[20 million euros]] was approved.", "EUR 20000000"),),
                no=(
                    "The dollar fell.",
                    "The boxer weighs 192 pounds.",
                    "Wages are shown in 2010 dollars.",
                    "The rocket has four RS-25 engines.",
                ),
            ),
            Rule(
                name="money-whole-and-minor",
                pattern=re.compile(
                    rf"{START}{_AMOUNT}{_LINK}{_LAND}(?P<form>{NAME})(?:,?\sand\s|,?\s)(?P<minor>{AMOUNT})[\s-](?P<minor_form>{MINOR_NAME})"
                ),
                build=_whole_and_minor,
                yes=(Example("A loaf costs [[two euros and five cents]] there.", "EUR 2.05"),),
                no=("The band 50 Cent and Friends played.",),
            ),
            Rule(
                name="money-scale-alone",
                pattern=re.compile(
                    rf"(?<![^\W_])(?<!-)(?P<scale>(?i:thousand|million|billion|trillion))-(?:U\.?S\.?-)?(?P<form>{NAME})"
                ),
                build=_scale_alone,
                yes=(Example("He lives in a [[million-dollar]] home.", "USD 1000000"),),
                no=(
                    "They signed a multi-million-dollar deal.",
                    "It was a multimillion-euro contract.",
                    "He lost several million dollars.",
                ),
            ),
            Rule(
                name="money-one-unit",
                pattern=re.compile(rf"(?<![^\W_])(?i:an?)\s(?P<form>(?i:dollar|euro|buck))(?![\w-]){_NO_THING}"),
                build=_one,
                yes=(Example("Families live on [[a dollar]] a day.", "USD 1"),),
                no=("She paid with a dollar bill.",),
            ),
        ),
    ),
    (
        "careful name",
        (
            Rule(
                name="money-careful-name-after",
                pattern=re.compile(rf"{START}{_AMOUNT}{_LINK}{_LAND}(?P<form>{CAREFUL_NAME})"),
                build=_careful,
                yes=(Example("The shipyard borrowed [[30 billion won]].", "KRW 30000000000"),),
                no=("In 1997 the party of 50 won easily.",),
            ),
        ),
    ),
    (
        "sign",
        (
            Rule(
                name="money-sign-after",
                pattern=re.compile(rf"{START}(?P<minus>{MINUS})?{_AMOUNT}[ \u00a0-]?(?P<form>{SIGN})(?![^\W_])(?!\s?\d)"),
                build=_money,
                yes=(Example("The bill came to [[45 €]] in all.", "EUR 45"),),
                no=("The road is 45 km long and costs nothing.",),
            ),
        ),
    ),
    (
        "millions",
        (
            Rule(
                name="money-millions-code",
                pattern=re.compile(rf"{START}{_AMOUNT}\s?M(?P<form>{CODE})(?![^\W_])"),
                build=_millions,
                yes=(Example("Orders reached [[120 MEUR]] in the quarter.", "EUR 120000000"),),
                no=("The plant makes 120 MW.",),
            ),
        ),
    ),
    (
        "minor",
        (
            Rule(
                name="money-minor",
                pattern=re.compile(rf"{START}{_AMOUNT}(?:[\s-]?{_LAND}(?P<form>{MINOR_NAME})|(?<=\d)(?P<short>{MINOR_SHORT}))"),
                build=_minor,
                yes=(Example("Shares rose [[12 pence]] to a high.", "GBP 0.12"),),
                no=("The rapper 50 Cent sang.",),
            ),
        ),
    ),
    (
        "name or minor",
        (
            Rule(
                name="money-part-of-unit",
                pattern=re.compile(
                    rf"(?<![^\W_])(?<!\d\sand\s)(?P<part>{FRACTION_OF_UNIT})(?:\sof)?\san?\s{_LAND}(?:(?P<form>{NAME})|(?P<minor>{MINOR_NAME})){_NO_THING}"
                ),
                build=_part_of_one,
                yes=(
                    Example("Bread costs [[half a dinar]] in Algiers.", "DZD 0.5"),
                    Example("The toll rose by [[a quarter of a euro]] in May.", "EUR 0.25"),
                ),
                no=("She bought half a pound of flour.", "He found half a dollar bill."),
            ),
        ),
    ),
)
"""The rules, by the kind of anchor around which they are tried."""

RULES = tuple(rule for _, rules in GROUPS for rule in rules)
