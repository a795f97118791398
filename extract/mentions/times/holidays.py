"""Named days: Christmas, Election Day, 9/11, Easter; the table `holidays.tsv` says how each is dated."""

from datetime import date, timedelta
from functools import cache

from extract.lexicons import read_table
from extract.mentions.times.anchors import Context
from extract.mentions.times.grammar import Phrase, TimeRule
from extract.mentions.times.periods import Period, day_of
from extract.mentions.times.timex import Timex


def easter(year: int) -> date:
    """Easter Sunday of the western churches, by the anonymous Gregorian algorithm."""
    cycle, century, rest = year % 19, year // 100, year % 100
    leap, skipped = century // 4, century % 4
    correction = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * cycle + century - leap - correction + 15) % 30
    weekday = (32 + 2 * skipped + 2 * (rest // 4) - epact - rest % 4) % 7
    fix = (cycle + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * fix + 114, 31)
    return date(year, month, day + 1)


def weekday_of_month(year: int, month: int, weekday: int, number: int) -> date:
    """The first, second, … such weekday of a month; `-1` is the last one."""
    if number < 0:
        last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
        return last - timedelta(days=(last.isoweekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (number - 1))


@cache
def holiday_rules() -> dict[str, str]:
    """How each named day is dated, by its name in lower case without apostrophes and full stops."""
    return {row["name"]: row["rule"] for row in read_table("holidays")}


def holiday_in(rule: str, year: int) -> Period | None:
    """The day of a rule in a year: `12-25`, `easter-2`, `11/4/4` (fourth Thursday of November), `11/1/2+1` (the day after that)."""
    if rule.startswith("easter"):
        return Period(easter(year) + timedelta(days=int(rule[6:] or 0)), "day") if year >= 1583 else None
    if "/" in rule:
        place, _, more = rule.partition("+")
        month, number, weekday = (int(part) for part in place.split("/"))
        return Period(weekday_of_month(year, month, weekday, number) + timedelta(days=int(more or 0)), "day")
    if rule.count("-") == 2:
        return day_of(*(int(part) for part in rule.split("-")))
    if "-" in rule:
        month, day = (int(part) for part in rule.split("-"))
        return day_of(year, month, day)
    return None


def holiday(phrase: Phrase, context: Context) -> Timex | None:
    """A named day in the year that is told, or the one nearest to the anchor."""
    token = phrase.token("name")
    return None


RULES: tuple[TimeRule, ...] = ()
