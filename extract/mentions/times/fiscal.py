"""Years of accounts and the year that is being told of: `fiscal 2013`, `FY2024/25`, `this financial year`, `the full year`.

A fiscal year keeps its number.
"""

from extract.mentions.times.anchors import Context
from extract.mentions.times.grammar import Phrase, TimeRule
from extract.mentions.times.periods import Period, year_of
from extract.mentions.times.quarters import FISCAL, YEAR, short_year, told_year
from extract.mentions.times.reading import EDGE, date_timex, edge_of, is_prize, open_date
from extract.mentions.times.tense import direction_at
from extract.mentions.times.timex import Timex
from extract.rules import Example

BRITISH_YEAR = 4  # the month in which the financial year begins where it is called so; the American one is fiscal
SUMS = frozenset("$€£¥₹#")
YEAR_ENDS = frozenset({"ended", "ending", "to", "through", "end"})


def fiscal_year(phrase: Phrase, context: Context) -> Timex | None:
    """A fiscal year by its number, or the last, current or next one. Of two years told, it runs from the first to the second."""
    if phrase.has("code"):
        year: int | None = short_year(phrase.word("code"))
    elif phrase.has("relation"):
        shift = {"last": -1, "previous": -1, "past": -1, "prior": -1, "next": 1, "coming": 1, "following": 1}
        year = context.published.year + shift.get(phrase.word("relation"), 0) if context.published else None
        if year and context.published and "financial" in phrase.words:
            year -= context.published.month < BRITISH_YEAR
            return Timex("DATE", str(year), None, str(year), str(year + 1))
    else:
        year = told_year(phrase, context)
    if year is None:
        return open_date("year")
    if phrase.has("second"):
        last = year // 100 * 100 + int(phrase.part("second")[-1].text[-2:])
        return Timex("DATE", str(year), None, str(year), str(last))
    return date_timex(year_of(year), edge_of(phrase))


def running_year(phrase: Phrase, context: Context) -> Timex | None:
    """The year that is being told of, where it stands for itself: "for the year", "the full year"."""
    plain = phrase.end - phrase.start == 2
    if (
        plain
        and phrase.before() not in ("for", "during", "through", "of", "over", "in", "throughout", "")
        and phrase.after() not in YEAR_ENDS
    ):
        return None
    priced = phrase.after() == "of" and phrase.after(2)[:1] in SUMS  # "a high for the year of $5"
    if plain and not priced and phrase.after() in ("of", "before", "after"):
        return None
    if is_prize(phrase):
        return None
    if phrase.after() in ("ended", "ending", "to", "through"):
        return Timex("DURATION", "P1Y")
    base = context.reference if context.narrative else closed_year(phrase, context) or context.anchor
    return date_timex(year_of(base.first.year) if base else None) or open_date("year")


def closed_year(phrase: Phrase, context: Context) -> Period | None:
    """The last quarter of a year that is over, where figures of it were told before and the clause does not look ahead."""
    told, now = context.last_quarter, context.now("year")
    if told is None or now is None or told.last.month != 12 or told.last >= now.first:
        return None
    return None if direction_at(phrase.tokens, phrase.start, phrase.end) == "future" else told


RULES = (
    TimeRule(
        "time-running-year",
        "the (?:full|whole|entire)? (?:fiscal|financial|calendar)? year(?![-]|UNIT)",
        running_year,
        (
            Example("For [[the full year]], sales were flat.", "DATE 2025"),
            Example("It lost $3 in the fourth quarter. For [[the year]], it made $9.", "DATE 2024", also=("the fourth quarter",)),
            Example(
                "It lost $3 in the fourth quarter. It will win $9 for [[the year]].", "DATE 2025", also=("the fourth quarter",)
            ),
        ),
        ("The yearling sale", "The player of the year"),
    ),
    TimeRule(
        "time-fiscal-year",
        f"{EDGE} (?:the|its|their|our)?"
        f" (?:(?P<relation>last|past|previous|prior|this|current|next|coming|following|latest) {FISCAL} year"
        f"|(?:(?:{FISCAL} year?|fy) {YEAR}|(?P<code>FISCAL_CODE)) (?:[/ -] (?P<second>TWO|YEARNUM))?)",
        fiscal_year,
        (
            Example("Sales in [[fiscal 2025]] were flat.", "DATE 2025"),
            Example("Sales in [[FY2025]] were flat.", "DATE 2025"),
            Example("Sales [[last fiscal year]] were flat.", "DATE 2024"),
            Example("Sales [[this financial year]] were flat.", "DATE 2024 2024/2025"),
        ),
        ("Fiscal policy of 1,000 towns",),
    ),
)
