"""Days written out on a page, as its date lines write them: text enters, ISO 8601 days leave.

Only complete days, for a publication date without its year is none. Times of running text are the business of `mentions`.
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from typing import Literal

from extract.lexicons import read_table
from extract.rules import Example, Rule
from extract.spans import Mention, Span

Order = Literal["day first", "month first"]

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH_NAME = (
    r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?"
)
MONTH = rf"(?P<month>{MONTH_NAME})"
# English pages of European houses are stamped by programs that speak the language of the house.
FOREIGN_MONTHS = {row["name"]: int(row["month"]) for row in read_table("month_names")}
# Scrapes glue the time to the year ("20194:29 AM").
YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d(?!\d?:\d\d))"


def _iso(year: int, month: int, day: int) -> str | None:
    if 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]:
        return f"{year:04d}-{month:02d}-{day:02d}"
    return None


def _named(match: re.Match[str]) -> str | None:
    year = int(match["year"])
    return _iso(year if year > 99 else 2000 + year, MONTHS.index(match["month"][:3].lower()) + 1, int(match["day"]))


def _foreign(match: re.Match[str]) -> str | None:
    return _iso(int(match["year"]), FOREIGN_MONTHS[match["month"].lower()], int(match["day"]))


def _numbers(match: re.Match[str]) -> str | None:
    return _iso(int(match["year"]), int(match["month"]), int(match["day"]))


def _ordered(match: re.Match[str], *, order: Order) -> str | None:
    """A numeric day in the order of the page."""
    first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
    day, month = (first, second) if order == "day first" else (second, first)
    return _iso(year if year > 99 else 2000 + year, month, day)


def _either(match: re.Match[str]) -> str | None:
    """A numeric day that can be read in one order only."""
    day_first, month_first = _ordered(match, order="day first"), _ordered(match, order="month first")
    return day_first if month_first is None or day_first == month_first else month_first if day_first is None else None


RULES: tuple[Rule[str], ...] = (
    Rule(
        name="day-month-first",
        pattern=re.compile(rf"\b{MONTH}\.? {{1,2}}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? {{1,2}}{YEAR}", re.IGNORECASE),
        build=_named,
        yes=(
            Example("Posted on [[March 2, 2025]] by the desk", "2025-03-02"),
            Example("Thursday, [[Sept. 9th 2021]]", "2021-09-09"),
            Example("Wed, [[Jan 20 2021]]4:29 AM EST", "2021-01-20"),
        ),
        no=("March 2025", "Feb 30, 2024", "May 2, 20251"),
    ),
    Rule(
        name="day-day-first",
        pattern=re.compile(rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[ -](?:of )?{MONTH}\.?,?[ -]{YEAR}", re.IGNORECASE),
        build=_named,
        yes=(
            Example("Published On [[27 Feb 2026]]", "2026-02-27"),
            Example("Mon, [[3rd of June, 2019]]", "2019-06-03"),
            Example("last edited [[04-Jul-2020]]", "2020-07-04"),
        ),
        no=("31 June 2020", "the 27 February summit"),
    ),
    Rule(
        name="day-foreign",
        pattern=re.compile(
            rf"\b(?P<day>\d{{1,2}})(?:er|º|\.)? (?:de )?(?P<month>{'|'.join(FOREIGN_MONTHS)}),? (?:de )?{YEAR}", re.IGNORECASE
        ),
        build=_foreign,
        yes=(
            Example("[[05 maggio 2021]] ore 9:10", "2021-05-05"),
            Example("Montag, [[3. März 2025]]", "2025-03-03"),
            Example("[[1er août 2022]] à 10h", "2022-08-01"),
            Example("el [[7 de enero de 2020]]", "2020-01-07"),
        ),
        no=("31 avril 2020", "the 5 maggio squad"),
    ),
    Rule(
        name="day-short-year",
        pattern=re.compile(rf"\b(?P<day>\d{{1,2}})[ -]{MONTH}[ -](?P<year>\d\d)\b(?![:\d])", re.IGNORECASE),
        build=_named,
        yes=(Example("News [[14 JAN 20]]", "2020-01-14"),),
        no=("14 Jan 20:30", "21 Marches 20"),
    ),
    Rule(
        name="day-iso",
        pattern=re.compile(r"\b(?P<year>(?:19|20)\d\d)(?P<sign>[-/.])(?P<month>\d{1,2})(?P=sign)(?P<day>\d{1,2})(?!\d)"),
        build=_numbers,
        yes=(Example("updated [[2019-11-20]] 14:35:08", "2019-11-20"), Example("[[2025/3/1]] in brief", "2025-03-01")),
        no=("2025-13-01", "call 2020-11-2000"),
    ),
    Rule(
        name="day-dots",
        pattern=re.compile(r"(?<![\d.])(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>(?:19|20)\d\d)(?![\d.]\d)"),
        build=_numbers,
        yes=(Example("Stand: [[03.04.2025]], 12 Uhr", "2025-04-03"),),
        no=("version 10.2.2019.1",),
    ),
    Rule(
        name="day-slashes",
        pattern=re.compile(
            r"(?<![\d/-])(?P<first>\d{1,2})(?P<sign>[/-])(?P<second>\d{1,2})(?P=sign)(?P<year>(?:19|20)\d\d)(?![\d/-])"
        ),
        build=_either,
        yes=(Example("[[27/02/2026]] at noon", "2026-02-27"), Example("filed [[11-23-2019]]", "2019-11-23")),
        no=("03/04/2025 could be March or April", "http://host/1/2/2025/3"),
    ),
    Rule(
        name="day-slashes-short",
        pattern=re.compile(r"(?<![\d/.-])(?P<first>\d{1,2})(?P<sign>[/.])(?P<second>\d\d)(?P=sign)(?P<year>\d\d)(?![\d/.-])"),
        build=_either,
        yes=(Example("Updated [[11/23/19]] 5 pm", "2019-11-23"), Example("[[27.02.26]] at noon", "2026-02-27")),
        no=("03/04/25 could be March or April", "a 24/7/365 service", "builds 4.12.07.1"),
    ),
)
DAY_FIRST_ZONE = re.compile(r"\b(?:GMT|BST|IST|CET|CEST|SAST|AEST|AEDT|NZST|NZDT|WAT|EAT|MSK|EET|EEST)\b")
FULL_CLOCK = re.compile(r"\d[/-]\d{4}\b[ ,|-]{1,4}(?:0\d|1[3-9]|2[0-3]):\d\d\b(?! ?[ap]\.?m)", re.IGNORECASE)
MONTH_FIRST_ZONE = re.compile(r"\b(?:E[SD]?T|C[SD]T|M[SD]T|P[SD]?T)\b")


def find_days(text: str, *, order: Order | None = None) -> Iterator[Mention[str]]:
    """All complete days of a line, from left to right.

    Args:
        text: a line.
        order: how the page writes days in numbers; where it is None, "03/04/2025" is no day.
    """
    found = []
    for rule in RULES:
        for match in rule.pattern.finditer(text):
            value = rule.build(match)
            if value is None and order and rule.build is _either:
                value = _ordered(match, order=order)
            if value is not None:
                found.append(Mention(Span(*match.span()), match[0], value, rule.name))
    end = 0
    for day in sorted(found, key=lambda day: day.span):
        if day.span.start >= end:
            end = day.span.end
            yield day


def day_order(text: str) -> Order | None:
    """How a page writes its days in numbers.

    Numbers above 12 tell, then time zones, then how it writes days with named months, then a clock of 24 hours beside a day.
    """
    named: dict[str, int] = {}
    for rule in RULES:
        if rule.build is _either:
            numbers = [(int(match["first"]), int(match["second"])) for match in rule.pattern.finditer(text)]
            if any(12 < first <= 31 and second <= 12 for first, second in numbers):
                return "day first"
            if any(first <= 12 < second <= 31 for first, second in numbers):
                return "month first"
        else:
            named[rule.name] = sum(1 for _ in rule.pattern.finditer(text))
    zones = DAY_FIRST_ZONE.search(text) is not None, MONTH_FIRST_ZONE.search(text) is not None
    for day_first, month_first in (zones, (named["day-day-first"] > 0, named["day-month-first"] > 0)):
        if day_first != month_first:
            return "day first" if day_first else "month first"
    return "day first" if FULL_CLOCK.search(text) else None
