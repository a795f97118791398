"""Quarters and halves: `the third quarter of 2024`, `Q3 2024`, `the first half`.

A fiscal quarter keeps its name: "Q1 of fiscal 2026" is `2026-Q1`.
"""

from extract.mentions.times.anchors import Context
from extract.mentions.times.grammar import Phrase, TimeRule
from extract.mentions.times.lexer import meaning
from extract.mentions.times.nearness import month_near
from extract.mentions.times.periods import Period, month_of, year_of
from extract.mentions.times.reading import EDGE, capital, date_timex, edge_of, has_class, open_date
from extract.mentions.times.tense import direction_at
from extract.mentions.times.timex import Timex
from extract.rules import Example

HALF_QUARTER = 45  # days
REACH = 20  # words before a bare "the third" that name the quarter it stands beside
GAME = frozenset(
    {"touchdown", "touchdowns", "quarterback", "halftime", "interception", "interceptions", "fumble", "punt"}
    | {"layup", "playoff", "playoffs", "offside", "equaliser", "equalizer", "midfielder", "goalkeeper"}
)
SIZES = {"quarter": 4, "qtr": 4, "half": 2}
LETTERS = {"quarter": "Q", "qtr": "Q", "half": "H"}


def short_year(text: str) -> int:
    """The year of two or four digits."""
    digits = "".join(char for char in text if char.isdigit())
    return int(digits) + (0 if len(digits) == 4 else 2000 if int(digits) < 70 else 1900)


def told_year(phrase: Phrase, context: Context) -> int | None:
    """The year that the phrase tells: in digits, or as last, this, next, that year; None if it tells none."""
    if phrase.has("year"):
        return short_year(phrase.part("year")[-1].text)
    if phrase.has("code") and len(phrase["code"].text) > 2:
        return short_year(phrase["code"].text)
    if phrase.has("relation"):
        relation = phrase.word("relation")
        base = context.reference if relation in ("that", "same", "following", "previous") else context.anchor
        if base:
            return base.first.year + {"last": -1, "previous": -1, "next": 1, "following": 1}.get(relation, 0)
    return None


def part_of_year(phrase: Phrase, context: Context) -> Timex | None:
    """The numbered quarter or half of a year; without one, the nearest on the side that the tense says."""
    unit = phrase.word("unit")
    ordinal = phrase["ordinal"]
    if is_of_game(phrase):
        return None
    size, mod = SIZES[unit], edge_of(phrase, 3)
    if has_class(ordinal, "ORDINAL"):
        number = int(meaning(ordinal, "ORDINAL"))
    elif ordinal.lower in ("last", "final", "latter"):
        number = size
    else:
        number = int(ordinal.text.rstrip("stndrhSTNDRH"))
    if number > size or (unit == "half" and phrase.after() == "of"):
        return None
    return year_part(phrase, context, number, LETTERS[unit], size, mod)


def elided_quarter(phrase: Phrase, context: Context) -> Timex | None:
    """The quarter that stands as its number beside another one, the nearest such: "in the fourth quarter from $2m in the third"."""
    told, number = context.last_quarter, int(meaning(phrase["ordinal"], "ORDINAL"))
    before = phrase.tokens.items[max(0, phrase.start - REACH) : phrase.start]
    if told is None or number > SIZES["quarter"] or not any(token.lower == "quarter" for token in before):
        return None
    other = int(told.value[-1])
    return None if number == other else date_timex(told.shift((number - other + 2) % 4 - 2))


def is_of_game(phrase: Phrase) -> bool:
    """Whether a quarter or half is that of a game: "scored a touchdown in the fourth quarter"."""
    near = phrase.tokens.items[max(0, phrase.start - REACH) : phrase.end + REACH]
    return not phrase.has("year") and any(token.lower in GAME for token in near)


def is_apposed(phrase: Phrase) -> bool:
    """Whether a quarter stands behind that of the year before, which it names: "in the year-ago quarter, the second quarter"."""
    return phrase.before() == "," and phrase.before(2) in ("quarter", "period") and phrase.before(3) in ("ago", "earlier")


def year_part(phrase: Phrase, context: Context, number: int, letter: str, size: int, mod: str | None) -> Timex | None:
    """The quarter or half of that number in the year that is told or near."""
    year = told_year(phrase, context)
    told = context.last_quarter or context.anchor
    if year is None and told and is_apposed(phrase):
        year = told.first.year - 1
    if year is None:
        if context.narrative and context.last:
            year = context.last.first.year
        elif context.published:
            running = (context.published.month - 1) // (12 // size) + 1
            year = context.published.year
            ahead = direction_at(phrase.tokens, phrase.start, phrase.end) == "future"
            if number > running and not ahead:
                year -= 1
            elif number < running - 1 and ahead:
                year += 1  # the one before the running one is what figures are still expected for
        else:
            return Timex("DATE", f"XXXX-{letter}{number}", mod)
    return Timex("DATE", f"{year:04d}-{letter}{number}", mod)


def coded_part(phrase: Phrase, context: Context) -> Timex | None:
    """A quarter or half written as a code: `Q3 2024`, `H1`, `3Q24`."""
    code = phrase["code"]
    letter = "Q" if "q" in code.lower else "H"
    digits = phrase.token("number")
    if digits and (digits.end != code.start or code.text.startswith("h")):
        return None  # "1h24" is a time on the clock
    following = phrase.following
    if following and following.start == code.end and following.text[0].isalnum():
        return None  # "H1N1"
    if letter == "H" and not phrase.has("year") and not digits and phrase.before() not in HALF_CUES:
        return None  # "an H1 virus"
    number = int(digits.text) if digits else int(code.lower[1:])
    size = 4 if letter == "Q" else 2
    return year_part(phrase, context, number, letter, size, None) if 1 <= number <= size else None


def quarter_of_month(phrase: Phrase, context: Context) -> Timex | None:
    """The quarter that ends with a month: "the June quarter"."""
    number = int(meaning(phrase["month"], "MONTH"))
    if not capital(phrase["month"]) or number % 3:
        return None
    month = month_near(number, context, direction_at(phrase.tokens, phrase.start, phrase.end))
    return date_timex(month.within("quarter")) if month else Timex("DATE", f"XXXX-Q{number // 3}")


def running_quarter(phrase: Phrase, context: Context) -> Timex | None:
    """The quarter that is being told of, or the one in which most of the three months lie that end with a day."""
    if capital(phrase.tokens.items[phrase.end - 1]) and capital(phrase.following):
        return None
    found = context.last_quarter
    if found is None and phrase.has("month") and context.published:
        number, told = int(meaning(phrase["month"], "MONTH")), phrase.token("told")
        month = month_of(int(told.text), number) if told else month_near(number, context, "past")
        ended = Period(month.last, "day").shift(-HALF_QUARTER) if month else None
        return date_timex(ended.within("quarter") if ended else None)
    if phrase.has("year"):
        year = int(phrase["year"].text)
        if found and not (context.summed and phrase.words[-1] == "period"):
            return Timex("DATE", f"{year:04d}-{found.value[-2:]}")
        return date_timex(year_of(year))
    if found is None:
        now = context.now("quarter")
        found = now.shift(-1) if now else None
    if found and phrase.has("ago"):
        found = found.shift(-4)
    return date_timex(found) or open_date("quarter")


HALF_CUES = frozenset({"in", "for", "during", "of", "since", "by", "until", "through", "over", "from", "to", "vs"})
ORDINAL = "(?P<ordinal>ORDINAL|ORDNUM|last|final|latter)"
SIDE = "(?P<relation>last|this|next|that|the same|following|previous)"
YEAR = "(?P<year>YEARNUM|['] TWO)"
FISCAL = "(?:fiscal|financial)"
OF_YEAR = f"(?:,? (?:of|in)? (?:the? {FISCAL} year?)? (?:(?:{SIDE}|(?P<relation>the)) {FISCAL}? year(?! to)|{YEAR}))?"
RULES = (
    TimeRule(
        "time-quarter",
        f"{EDGE} the? {FISCAL}? [-]? {ORDINAL} {FISCAL}? [-]? (?P<unit>quarter|qtr|half) {OF_YEAR}",
        part_of_year,
        (
            Example("Profit rose in [[the fourth quarter]], it said.", "DATE 2024-Q4"),
            Example("It posted [[third-quarter]] profit of $3.", "DATE 2024-Q3"),
            Example("Profit rose in [[the first quarter of fiscal 2013]], it said.", "DATE 2013-Q1"),
            Example("Output fell in [[the first half of 2024]], it said.", "DATE 2024-H1"),
            Example("Output fell in [[the first half of the year]], it said.", "DATE 2025-H1"),
        ),
        ("A quarter of the homes", "The second half of the match", "A touchdown put them ahead in the fourth quarter"),
    ),
    TimeRule(
        "time-quarter-elided",
        "(?<=[in from for]) (?P<timex>the (?P<ordinal>ORDINAL))(?=[, . ; )]|GAP|and|but|while)",
        elided_quarter,
        (
            Example(
                "It rose to $3m in the fourth quarter from $2m in [[the third]].", "DATE 2024-Q3", also=("the fourth quarter",)
            ),
            Example("It lost $3m in the first quarter and $2m in [[the fourth]].", "DATE 2024-Q4", also=("the first quarter",)),
        ),
        ("It won in the third.", "Two homes, a mill in the second, and a quarter"),
    ),
    TimeRule(
        "time-quarter-of-year",
        f"the? (?:{SIDE} {FISCAL}? year POSS?|(?P<year>YEARNUM) POSS?) {FISCAL}? {ORDINAL} [-]? (?P<unit>quarter|qtr|half)",
        part_of_year,
        (
            Example("It beat [[last year's fourth quarter]] by far.", "DATE 2024-Q4"),
            Example("It beat [[the 2023 second half]] by far.", "DATE 2023-H2"),
        ),
        ("Half the staff left",),
    ),
    TimeRule(
        "time-quarter-code",
        "(?P<code>QUARTER_CODE|HALF_CODE) (?:[-]|of|in|,)? (?:fiscal year?|fy)? (?P<year>YEARNUM|['] TWO|FISCAL_CODE|TWO)?",
        coded_part,
        (
            Example("Sales in [[Q3 2024]] were flat.", "DATE 2024-Q3"),
            Example("Sales in [[Q1 of fiscal 2026]] were flat.", "DATE 2026-Q1"),
        ),
        ("Audi Q7 2.0", "The H1N1 strain", "A novel H1 virus"),
    ),
    TimeRule(
        "time-code-behind-year",
        "(?P<year>YEARNUM) [-]? (?P<code>QUARTER_CODE|HALF_CODE)",
        coded_part,
        (Example("Sales in [[2024 Q3]] were flat.", "DATE 2024-Q3"),),
        ("The Audi Q7",),
    ),
    TimeRule(
        "time-month-quarter",
        "the? (?P<month>MONTH) [-]? quarter",
        quarter_of_month,
        (Example("Sales in [[the December quarter]] were flat.", "DATE 2024-Q4"),),
        ("They may quarter the town",),
    ),
    TimeRule(
        "time-numbered-quarter",
        "(?P<number>INT) (?:(?P<code>q|h) (?P<year>YEARNUM|['] TWO)|(?P<code>QUARTER_YEAR|MINUTE_CODE))",
        coded_part,
        (Example("Sales in [[3Q24]] were flat.", "DATE 2024-Q3"),),
        ("It drove 3 miles",),
    ),
    TimeRule(
        "time-running-quarter",
        "the (?:(?:latest|most recent|just ended) (?:fiscal)? (?:quarter|period)"
        "|quarter (?P<ago>a year (?:ago|earlier|before))?)(?![-])"
        " (?:(?=(?:ended|ending) (?:DAYNUM|ORDNUM)? (?P<month>MONTH) [.]? (?:DAYNUM|ORDNUM)? (?:,? (?P<told>YEARNUM))?))?",
        running_quarter,
        (
            Example("Sales in [[the quarter]] were flat.", "DATE 2024-Q4"),
            Example("Sales in [[the quarter a year earlier]] were flat.", "DATE 2023-Q4"),
            Example("Sales in [[the quarter]] ended Oct. 31 were flat.", "DATE 2024-Q3", also=("Oct. 31",)),
        ),
        ("A quarter of them left", "They ate the Quarter Pounder"),
    ),
    TimeRule(
        "time-quarter-compared",
        "the (?P<year>YEARNUM) (?:quarter|period) (?![-])",
        running_quarter,
        (
            Example(
                "In the third quarter it sold two homes, and three in [[the 2023 period]].",
                "DATE 2023-Q3",
                also=("the third quarter",),
            ),
            Example(
                "In the nine months it sold two homes, and three in [[the 2023 period]].", "DATE 2023", also=("the nine months",)
            ),
        ),
        ("The 2,023 period rooms",),
        moves="in history",
    ),
)
