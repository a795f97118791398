"""What a rule of money has matched: the match enters, its `Reading` leaves, or None where it is no money after all."""

import re
from dataclasses import replace
from decimal import Decimal

from extract.mentions.amounts import read_amount
from extract.mentions.currencies import GONE, codes_in_land, codes_of
from extract.mentions.fractions import read_fraction
from extract.mentions.reading import Reading
from extract.mentions.scales import SCALE_WORD, read_scale
from extract.mentions.weights import is_weight

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


def read_money(match: re.Match[str]) -> Reading | None:
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


def read_sign(match: re.Match[str]) -> Reading | None:
    """Money of a sign or code before the number; a code of money that is gone with a digit or two names something else: "FIM12"."""
    if match["form"] in GONE and match[0] == match["form"] + match["amount"] and _BRIEF_NUMBER.fullmatch(match["amount"]):
        return None
    return read_money(match)


def read_name(match: re.Match[str]) -> Reading | None:
    """Money of a currency's name; pounds may be a weight, and a year before a singular or in "in 2010 dollars" is a year."""
    reading = read_money(match)
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


def read_letters(match: re.Match[str]) -> Reading | None:
    """Money of a sign that is also something else: the number must look like money, or the text name the country."""
    reading = read_money(match)
    if len(match["form"]) == 1 and match[0][1].isspace() and not _SCALE_WORD.search(match["amount"]):
        return None
    if len(match["form"]) == 3 and re.fullmatch(rf"{match['form']}\d{{1,2}}", match[0]):
        return None
    return reading and replace(reading, doubtful=reading.scale == 1 and _SHAPED.search(match["amount"]) is None)


def read_careful(match: re.Match[str]) -> Reading | None:
    """Money of a name that is also an ordinary word: it needs a scale, capital letters, or the country in the text."""
    reading = read_money(match)
    in_land = bool(match["land"] and codes_in_land(codes_of(match["form"]), match["land"]))
    if not in_land and (match["land"] or match["form"].lower() in _SINGULAR):
        return None
    sure = in_land or match["form"].isupper()
    return reading and replace(reading, doubtful=not sure and reading.scale < 1000)


def read_millions(match: re.Match[str]) -> Reading | None:
    """Money of a code with the M of millions before it: "30 MUSD"."""
    reading = read_money(match)
    return reading and replace(reading, amount=reading.amount * _MILLION, scale=_MILLION)


def read_whole_and_minor(match: re.Match[str]) -> Reading | None:
    """Money said in whole units and hundredths: "eight dollars and five cents"."""
    whole, minor = read_money(match), read_amount(match["minor"])
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


def read_minor(match: re.Match[str]) -> Reading | None:
    """Money said in hundredths only."""
    reading = read_money(match) if match["form"] else _short_minor(match)
    return replace(reading, amount=reading.amount / 100) if reading and match["form"] != "Cent" else None


def read_scale_alone(match: re.Match[str]) -> Reading:
    """Money of a scale word without a number: "a billion-euro fine"."""
    value = read_scale(match["scale"])
    return Reading(value, value, "money", codes_of(match["form"]), match["form"])


def read_one(match: re.Match[str]) -> Reading:
    """One unit of a currency: "a dollar a day"."""
    return Reading(Decimal(1), Decimal(1), "money", codes_of(match["form"]), match["form"])


def read_part_of_one(match: re.Match[str]) -> Reading | None:
    """A part of one unit: "half a dinar"; pounds are a weight then."""
    form = match["form"] or match["minor"]
    if form.lower() == "pound":
        return None
    part = read_fraction(match["part"]) / (1 if match["form"] else 100)
    return Reading(part, Decimal(1), "money", codes_of(form), form)
