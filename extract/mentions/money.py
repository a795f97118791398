"""Money: an amount beside the sign, code or name of a currency.

Text enters through the patterns of `RULES`; a `Reading` with the codes that the currency may be leaves.
"""

import re
from decimal import Decimal

from extract.mentions.amounts import AMOUNT, read_amount
from extract.mentions.currencies import (
    CAREFUL_NAME,
    CODES,
    LAND,
    LETTER,
    MINOR_NAME,
    NAME,
    SIGN,
    codes_in_land,
    codes_of,
)
from extract.mentions.numerals import GAP, NUMERAL
from extract.mentions.reading import Reading
from extract.rules import Example, Rule, alternation

START = r"(?<![^\W_])(?<!\d[.,:/'’])(?<![.,]\d)(?<![A-Za-z]-)(?<![$€£¥₹#])"
"""Where a number may begin: not within a word, another number or a model name ("COP27", "F-16")."""

MINUS = r"(?:(?<![^\s(:])(?<![\d%)]\s)[-−–]|(?<![^\W_])(?i:minus\s))"
_TRAIL = rf"(?:{GAP}(?P<trail>{alternation(code for code in CODES)}|(?i:US dollars?|U\.S\. dollars?|dollars?|euros?|pounds?))(?![^\W_]))?"


def _money(match: re.Match[str]) -> Reading | None:
    """The reading of a match with the groups `amount`, `form` and, where the rule has them, `minus`, `land`, `trail`."""
    groups = match.groupdict()
    amount = read_amount(groups["amount"])
    codes = codes_of(groups["form"])
    if amount is None or not codes:
        return None
    if land := groups.get("land"):
        codes = codes_in_land(codes, land)
    if (trail := groups.get("trail")) and len(codes) > 1:
        codes = tuple(code for code in codes if code in codes_of(trail)) or codes
    value = -amount.value if groups.get("minus") else amount.value
    return Reading(value, amount.scale, "money", codes, groups["form"])


def _letters(match: re.Match[str]) -> Reading | None:
    """Money of a sign that is also something else: the number must look like money, or the text name the country."""
    reading = _money(match)
    if reading is None:
        return None
    shaped = reading.scale > 1 or re.search(r"\d[,\s]\d{3}|\d\.\d\d$", match["amount"]) is not None
    return Reading(reading.amount, reading.scale, "money", reading.codes, reading.form, doubtful=not shaped)


def _careful(match: re.Match[str]) -> Reading | None:
    """Money of a name that is also an ordinary word: it needs a scale, capital letters, or the country in the text."""
    reading = _money(match)
    if reading is None:
        return None
    sure = bool(match["land"]) or reading.scale >= 1000 or match["form"].isupper()
    return Reading(reading.amount, reading.scale, "money", reading.codes, reading.form, doubtful=not sure)


def _whole_and_minor(match: re.Match[str]) -> Reading | None:
    """Money said in whole units and hundredths: "eight dollars and five cents"."""
    whole, minor = _money(match), read_amount(match["minor"])
    if whole is None or minor is None or minor.value >= 100:
        return None
    return Reading(whole.amount + minor.value / 100, Decimal(1), "money", whole.codes, whole.form)


def _minor(match: re.Match[str]) -> Reading | None:
    """Money said in hundredths only."""
    reading = _money(match)
    if reading is None or match["form"] == "Cent":
        return None
    return Reading(reading.amount / 100, Decimal(1), "money", reading.codes, reading.form)


def _scale_alone(match: re.Match[str]) -> Reading | None:
    """Money of a scale word without a number: "a billion-euro fine"."""
    return _money(match)


_AMOUNT = rf"(?P<amount>{AMOUNT})"
_LAND = rf"(?:(?:new\s)?(?P<land>{LAND})[\s-])?(?:new\s)?"
_BETWEEN = rf"(?:-\s?|{GAP})(?:of\s)?"

RULES: tuple[Rule[Reading], ...] = (
    Rule(
        name="money-sign-before",
        pattern=re.compile(
            rf"(?P<minus>{MINUS})?(?P<form>{SIGN})[$€£¥]?[^\S\n]{{0,2}}\n?(?:(?P<minus2>[-−])(?=\d))?{_AMOUNT}{_TRAIL}"
        ),
        build=_money,
        yes=(
            Example("The port got [[$5 million]] last week.", "USD 5000000"),
            Example("A loan of [[US$1.5bn]] was signed.", "USD 1500000000"),
        ),
        no=("Prices are in US$ unless noted.",),
    ),
    Rule(
        name="money-letter-before",
        pattern=re.compile(rf"(?P<form>{LETTER})[ \u00a0]?(?P<amount>{NUMERAL}(?:{AMOUNT})?)"),
        build=_letters,
        yes=(Example("The roads agency owes [[N7.2 billion]] to builders.", "NGN 7200000000"),),
        no=("Masks of type N95 were handed out on the M25.",),
    ),
    Rule(
        name="money-name-after",
        pattern=re.compile(rf"{START}(?P<minus>{MINUS})?{_AMOUNT}{_BETWEEN}{_LAND}(?P<form>{NAME})"),
        build=_money,
        yes=(Example("A grant of [[20 million euros]] was approved.", "EUR 20000000"),),
        no=("The dollar fell.",),
    ),
    Rule(
        name="money-careful-name-after",
        pattern=re.compile(rf"{START}{_AMOUNT}{_BETWEEN}{_LAND}(?P<form>{CAREFUL_NAME})"),
        build=_careful,
        yes=(Example("The shipyard borrowed [[30 billion won]].", "KRW 30000000000"),),
        no=("In 1997 the party of 50 won easily.",),
    ),
    Rule(
        name="money-sign-after",
        pattern=re.compile(rf"{START}(?P<minus>{MINUS})?{_AMOUNT}[ \u00a0-]?(?P<form>{SIGN})(?![^\W_])(?!\s?\d)"),
        build=_money,
        yes=(Example("The bill came to [[45 €]] in all.", "EUR 45"),),
        no=(),
    ),
    Rule(
        name="money-whole-and-minor",
        pattern=re.compile(
            rf"{START}{_AMOUNT}{_BETWEEN}{_LAND}(?P<form>{NAME})(?:,?\sand\s|,?\s)(?P<minor>{AMOUNT})[\s-](?:{MINOR_NAME})"
        ),
        build=_whole_and_minor,
        yes=(Example("A loaf costs [[two euros and five cents]] there.", "EUR 2.05"),),
        no=(),
    ),
    Rule(
        name="money-minor",
        pattern=re.compile(rf"{START}{_AMOUNT}(?:[\s-]?{_LAND}(?P<form>{MINOR_NAME}))"),
        build=_minor,
        yes=(Example("Shares rose [[12 pence]] to a high.", "GBP 0.12"),),
        no=("The rapper 50 Cent sang.",),
    ),
)
