"""Money: an amount beside the sign, code or name of a currency.

Text enters through the patterns of the rules; a `Reading` with the codes that the currency may be leaves.
"""

import re

from extract.mentions.amounts import AMOUNT, START
from extract.mentions.anchors import Kind
from extract.mentions.currencies import (
    CAREFUL_NAME,
    CODE,
    LAND,
    LETTER,
    MINOR_NAME,
    MINOR_SHORT,
    NAME,
    SIGN,
)
from extract.mentions.fractions import FRACTION_OF_UNIT
from extract.mentions.money_readings import (
    read_careful,
    read_letters,
    read_millions,
    read_minor,
    read_money,
    read_name,
    read_one,
    read_part_of_one,
    read_scale_alone,
    read_sign,
    read_whole_and_minor,
)
from extract.mentions.numerals import GAP
from extract.mentions.reading import Reading
from extract.mentions.scales import SCALE
from extract.rules import Example, Rule

MINUS = r"(?:(?<![^\s(:])(?<![\d%)]\s)[-−–](?=[\d.$€£])|(?<![^\W_])(?<!or\s)(?i:minus\s))"
_AMOUNT = rf"(?P<amount>{AMOUNT})"
_TRAIL = rf"(?:(?:{GAP}|-)(?P<trail>{CODE}|(?i:US\sdollars?|U\.S\.\sdollars?|dollars|euros?|pounds))(?![^\W_]))?"
_LAND = rf"(?:(?:new\s)?(?P<land>{LAND})[\s-])?(?:new\s)?"
_LINK = rf"(?:-\s?|{GAP})(?:of\s)?"
_NO_THING = r"(?!-)(?!\s(?:bill|coin|store|sign|amount|figure)s?\b)"


GROUPS: tuple[tuple[Kind, tuple[Rule[Reading], ...]], ...] = (
    (
        "sign ahead",
        (
            Rule(
                name="money-sign-before",
                pattern=re.compile(
                    rf"(?P<minus>{MINUS})?(?P<form>{SIGN})[$€£¥]?[^\S\n]{{0,2}}\n?(?:(?P<minus_within>[-−])(?=[\d.]))?{_AMOUNT}{_TRAIL}"
                ),
                build=read_sign,
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
                build=read_letters,
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
                build=read_money,
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
                build=read_name,
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
                build=read_whole_and_minor,
                yes=(Example("A loaf costs [[two euros and five cents]] there.", "EUR 2.05"),),
                no=("The band 50 Cent and Friends played.",),
            ),
            Rule(
                name="money-scale-alone",
                pattern=re.compile(
                    rf"(?<![^\W_])(?<!-)(?P<scale>(?i:thousand|million|billion|trillion))-(?:U\.?S\.?-)?(?P<form>{NAME})"
                ),
                build=read_scale_alone,
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
                build=read_one,
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
                build=read_careful,
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
                build=read_money,
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
                build=read_millions,
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
                build=read_minor,
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
                build=read_part_of_one,
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
