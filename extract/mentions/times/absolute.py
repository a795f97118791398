"""Dates that say their year, or whose day and month do: `March 1, 2025`, `1st of March`, `03/01/2025`, `2025`.

Dates of words are put together from their tokens, which costs nothing. What is written as one string of digits, separators and
abbreviations (`31-Oct-74`, `10.31.1974`) is handed to dateparser: that exact span, in English, in the order of the outlet. Its
answer is taken at the grain that the text gave, and is kept, for the same dates come again and again.
"""

import re
from functools import cache, lru_cache

from dateparser.date import DateDataParser

from extract.mentions.times.anchors import Context
from extract.mentions.times.grammar import Phrase, TimeRule
from extract.mentions.times.lexer import Token, meaning
from extract.mentions.times.periods import day_of, month_of, year_of
from extract.mentions.times.reading import DAY, EDGE, SPOKEN_YEAR, date_timex, day_number, edge_of, nearest, year_number
from extract.mentions.times.timex import Timex
from extract.rules import Example

DASHES = ("-", "–", "—")
YEAR_FIRST = re.compile(r"\d{4}")
DIGITS = re.compile(r"\d+")


@cache
def date_parser(order: str) -> DateDataParser:
    """Dateparser for one order of day, month and year."""
    settings = {"DATE_ORDER": order, "PREFER_DAY_OF_MONTH": "first", "PARSERS": ["absolute-time"]}
    return DateDataParser(languages=["en"], settings=settings)


@lru_cache(maxsize=4096)
def read_numeric(text: str, *, day_first: bool) -> str | None:
    """The day that a numeric date names, as dateparser reads it; None if the calendar has no such day."""
    order = "YMD" if YEAR_FIRST.match(text) else "DMY" if day_first else "MDY"
    found = date_parser(order).get_date_data(text)
    if found.date_obj is None or found.period != "day":
        return None
    return str(found.date_obj.date().isoformat())


def numeric(phrase: Phrase, context: Context) -> Timex | None:
    """A date written with separators."""
    return numeric_date(phrase.tokens.items[phrase.start], context)


def numeric_date(token: Token, context: Context) -> Timex | None:
    """The day of a token that is a date written with separators. A number above twelve settles the order against the outlet's."""
    text = token.text
    numbers = [int(digits) for digits in DIGITS.findall(text)]
    if (
        not YEAR_FIRST.match(text)
        and len(numbers) == 3
        and (min(numbers[:2]) < 1 or min(numbers[:2]) > 12 or max(numbers[:2]) > 31)
    ):
        return None
    day_first = "." in text or bool(context.day_first)
    value = read_numeric(text, day_first=day_first)
    return None if value is None else Timex("DATE", value)


def slashed_date(phrase: Phrase, context: Context) -> Timex | None:
    """A day and a month with a stroke between them, the nearest to the anchor."""
    first, second = (int(digits) for digits in phrase["date"].text.split("/"))
    day, month = (first, second) if context.day_first or first > 12 else (second, first)
    if context.published is None:
        return None
    return date_timex(nearest([day_of(context.published.year + step, month, day) for step in (-1, 0, 1)], context.published))


def numeric_month(phrase: Phrase, context: Context) -> Timex | None:
    """A month and a year in digits."""
    month, year = (int(digits) for digits in DIGITS.findall(phrase.tokens.items[phrase.start].text))
    return date_timex(month_of(year, month))


def glued_day(phrase: Phrase, context: Context) -> Timex | None:
    """A month and its day in one word, as dateparser reads them."""
    year = phrase.word("year") or (str(context.published.year) if context.published else "")
    value = read_numeric(f"{phrase.word('glued')} {year}", day_first=False) if year else None
    return None if value is None else Timex("DATE", value)


def stamp(phrase: Phrase, context: Context) -> Timex | None:
    """A date-time of ISO 8601."""
    return Timex("TIME", phrase.tokens.items[phrase.start].text.replace(" ", "T"))


def full_date(phrase: Phrase, context: Context) -> Timex | None:
    """A day with its month and year."""
    return date_timex(day_of(year_number(phrase.part("year")), int(meaning(phrase["month"], "MONTH")), day_number(phrase)))


def month_year(phrase: Phrase, context: Context) -> Timex | None:
    """A month with its year."""
    month = phrase["month"]
    return date_timex(month_of(year_number(phrase.part("year")), int(meaning(month, "MONTH"))), edge_of(phrase))


def bare_year(phrase: Phrase, context: Context) -> Timex | None:
    """A number of four digits that is a year and not a count, a price or a name."""
    token = phrase["year"]
    year = int(token.text)
    if phrase.before() == "at" and phrase.after() in ("local", "hours"):
        return None  # "at 2100 local time"
    if phrase.before() == "least" and phrase.before(3) not in ("until", "till", "through", "to"):
        return None
    dashed = [phrase.tokens.lower(phrase.place("year")[0] - back) for back in (1, 3)]
    if dashed[0] in DASHES and dashed[1] in DASHES:
        return None
    said = phrase.before() in (
        "in",
        "since",
        "by",
        "year",
        "until",
        "from",
        "to",
        "for",
        "of",
        "before",
        "after",
        "during",
    ) or phrase.has("said")
    if not said and not 1700 <= year <= 2100:
        return None
    return date_timex(year_of(year), edge_of(phrase))


def short_year(phrase: Phrase, context: Context) -> Timex | None:
    """The last two digits of a year behind an apostrophe."""
    year = phrase.part("year")
    return date_timex(year_of(year_number(year))) if year[1].start == year[0].end else None


def year_span(phrase: Phrase, context: Context) -> Timex | None:
    """Two years written in short, "2023-24", or a month of ISO 8601, "2023-05"."""
    year, digits = int(phrase["year"].text), int(phrase["second"].text)
    if phrase["second"].start != phrase["year"].end + 1:
        return None
    if digits == (year + 1) % 100 or (digits > 12 and digits > year % 100):
        last = year + (digits - year) % 100
        return Timex("DATE", f"{year:04d}", None, f"{year:04d}", f"{last:04d}")
    return date_timex(month_of(year, digits)) if phrase.word("second") == f"{digits:02d}" else None


def bc_year(phrase: Phrase, context: Context) -> Timex | None:
    """A year before Christ."""
    token = phrase["year"]
    month = phrase.token("month")
    season = phrase.token("season")
    tail = f"-{int(meaning(month, 'MONTH')):02d}" if month else f"-{meaning(season, 'SEASON')}" if season else ""
    return Timex("DATE", f"BC{int(token.text):04d}{tail}", edge_of(phrase)) if len(token.text) <= 4 else None


YEAR = f"(?P<year>YEARNUM|['] TWO|{SPOKEN_YEAR})"
NOT_COUNT = "(?! COUNTED|[%]|ZONE|[-] (?:COUNTED|year|strong|odd))"

RULES = (
    TimeRule(
        "time-stamp",
        "STAMP",
        stamp,
        (Example("Filed [[2025-03-01T14:05:00Z]] by the agency.", "TIME 2025-03-01T14:05:00Z"),),
        ("The code T14:05 failed",),
    ),
    TimeRule(
        "time-numeric-date",
        "NUMDATE",
        numeric,
        (
            Example("It was signed on [[03/01/2025]] in Paris.", "DATE 2025-03-01"),
            Example("It was signed on [[2025-03-01]] in Paris.", "DATE 2025-03-01"),
            Example("On January 24, 2025 they saw it signed on [[1.08.2024]].", "DATE 2024-08-01", also=("January 24, 2025",)),
            Example("The bond matures on [[31-Oct-34]] at par.", "DATE 2034-10-31"),
        ),
        ("Call 555-2010-2015", "Release 10.3.1 is out", "The ratio was 24/7/365"),
    ),
    TimeRule(
        "time-slashed-date",
        "(?:(?<=[on by since from until before after dated next this])|(?<=WEEKDAY)|(?<=SLASHED [, or and]))"
        " (?P<date>SLASHED) (?!UNIT|UNITS|COUNTED|[%])",
        slashed_date,
        (Example("It was paid on [[3/11]] in Ohio.", "DATE 2025-03-11"),),
        ("The odds were 3/11", "Open 24/7 for all", "It fell by 3/4 points"),
    ),
    TimeRule(
        "time-numeric-month",
        "NUMMONTH",
        numeric_month,
        (Example("It is due in [[04/2026]] there.", "DATE 2026-04"),),
        ("The rate of 14/26",),
    ),
    TimeRule(
        "time-glued-day",
        "(?P<glued>GLUED_DAY) (?:,? (?P<year>YEARNUM))?",
        glued_day,
        (Example("It is due on [[Apr12]] there.", "DATE 2025-04-12"),),
        ("The Mar99 gene",),
    ),
    TimeRule(
        "time-full-date",
        f"(?:WEEKDAY [.]? ,?)? (?P<month>MONTH) [.]? the? {DAY} ,? (?:of|in)? {YEAR}",
        full_date,
        (
            Example("The law of [[March 1, 2024]], was repealed.", "DATE 2024-03-01"),
            Example("They met on [[Saturday, Mar. 1, 2025]].", "DATE 2025-03-01"),
        ),
        ("Mark 1, 24 edition", "They march on 2 fronts"),
    ),
    TimeRule(
        "time-full-date-day-first",
        f"(?:WEEKDAY [.]? ,?)? the? {DAY} of? (?P<month>MONTH) [.]? ,? (?:of|in)? {YEAR}",
        full_date,
        (
            Example("The law of [[1 March 2024]] was repealed.", "DATE 2024-03-01"),
            Example("It ended on [[the 1st of March, 2024]].", "DATE 2024-03-01"),
        ),
        ("32 March 2500 kg",),
    ),
    TimeRule(
        "time-month-year",
        f"{EDGE} (?P<month>MONTH) [.]? (?:,|of|in|[/]|[-])? {YEAR} {NOT_COUNT}",
        month_year,
        (
            Example("Rates rose in [[March 2024]] again.", "DATE 2024-03"),
            Example("It opened in [[late March 2024]].", "DATE 2024-03 END"),
            Example("By [[the end of March 2024]] it had closed.", "DATE 2024-03 END ../2024-03"),
        ),
        ("They march 2000 miles",),
    ),
    TimeRule(
        "time-year-month",
        "(?P<year>YEARNUM) ,? (?P<month>MONTH) (?!DAYNUM|ORDNUM)",
        month_year,
        (Example("Rates rose in [[2024 March]] again.", "DATE 2024-03"),),
        ("In 2,024 may fail",),
    ),
    TimeRule(
        "time-year-bc",
        f"{EDGE} the? (?:(?P<month>MONTH) [.]?|(?P<season>SEASON) of?)? (?P<year>INT)"
        " (?:bc|bce|b [.] c [.]?|(?=(?:[- –]|to|and) INT (?:bc|bce)))",
        bc_year,
        (Example("The city fell in [[480 BC]] to them.", "DATE BC0480"),),
        ("Vancouver, BC",),
    ),
    TimeRule(
        "time-short-year",
        "(?<=[in of since from until by]) (?P<timex>(?P<year>['] TWO)) (?!UNIT|UNITS|COUNTED|[%'])",
        short_year,
        (Example("Sales fell in [['24]] again.", "DATE 2024"), Example("Sales fell in [['98]] again.", "DATE 1998")),
        ("In '24 cars' they fell",),
    ),
    TimeRule(
        "time-year-span",
        f"{EDGE} the? (?:(?:fiscal|financial|school|tax)? year)? (?P<year>YEARNUM) (?:[/ - –] (?P<second>TWO))"
        " (?:(?:fiscal|financial|school|tax|academic) year)? (?![- – /] INT|COUNTED)",
        year_span,
        (
            Example("It lent $2 to him in [[2023-24]], he said.", "DATE 2023 2023/2024"),
            Example("It lent $2 to him in [[2023-05]], he said.", "DATE 2023-05"),
        ),
        ("Room 2023-99-1",),
    ),
    TimeRule(
        "time-year",
        "(?<!NUMBER_CUE)(?:(?<![- – —])|(?<=YEARNUM)[- – —]|(?<=[post pre])[-])"
        f" (?P<timex>(?:{EDGE}|(?:end|start|beginning|year [-]? end)"
        f" [-]?) (?P<said>(?:calendar|the)? year)? (?P<year>YEARNUM)) {NOT_COUNT}",
        bare_year,
        (
            Example("Sales fell in [[2024]] again.", "DATE 2024"),
            Example("The plan runs since [[early 2022]].", "DATE 2022 START 2022/.."),
            Example("It told of post-[[1959]] politics.", "DATE 1959"),
        ),
        (
            "It costs 2010 dollars",
            "More than 2000 people came",
            "They sold 2,500 tickets",
            "A 2000-strong crowd",
            "Resolution 1701 is old",
        ),
    ),
)
