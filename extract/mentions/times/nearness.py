"""Which year a month or a day of a month is of that is named without one: by nearness, by the tense of its clause, by the story."""

from extract.mentions.times.anchors import Context
from extract.mentions.times.cues import Direction, ends_sentence
from extract.mentions.times.grammar import Phrase
from extract.mentions.times.periods import Period, day_of, month_of
from extract.mentions.times.reading import has_class, nearest

AHEAD = 6  # months: how far on a story goes before the same month of the year before is meant
NEXT = 1  # months: one this near is ahead even where a verb of the past stands by, for news calls the other "last June"
SOON = 2  # months: a month just ahead is rarely that of last year, which news calls "last June"
LATER = 9  # months: a month just behind is not that of next year, whatever the tense
HALF_A_YEAR = 6
FAR = 150  # days: where the nearest such day is farther than that, the tense decides
CLOSE = 8  # words before a date within which something that nobody plans is what it dates
AWAY = 60  # days: a day farther ahead than that is not meant where the clause tells of what is done


def story_year(month: int, context: Context) -> int | None:
    """The year of a month that a story names next; None if it has named no date yet.

    It is the year in which the month is at most half a year on from the month told of before, or a little back. A year that was
    named since then counts instead, unless the month goes on right where the story stood.
    """
    thread, era = context.thread, context.era
    if thread is None:
        return era.first.year if era else None
    year, ahead = thread.first.year, month - thread.first.month
    year += -1 if ahead > AHEAD else 1 if ahead < AHEAD - 11 else 0
    steps = (year - thread.first.year) * 12 + ahead
    return era.first.year if era and not 0 <= steps <= 1 else year


def month_near(month: int, context: Context, direction: Direction | None) -> Period | None:
    """The month of that number on the side of the anchor that the tense says; in history, the next one in the story."""
    year = story_year(month, context) if context.narrative else None
    if year:
        return month_of(year, month)
    if context.published is None:
        return None
    year, current = context.published.year, context.published.month
    ahead = (month - current) % 12
    if ahead and ahead <= {"future": LATER, "past": NEXT, None: SOON}[direction]:
        return month_of(year if month >= current else year + 1, month)
    return month_of(year if month <= current else year - 1, month)


def nearest_month(month: int, context: Context) -> Period | None:
    """The month of that number nearest to the anchor; in history, the next one in the story."""
    if context.narrative or context.published is None:
        return month_near(month, context, None)
    ahead = (month - context.published.month) % 12
    return month_of(context.published.year + (context.published.month + ahead > 12) - (ahead >= HALF_A_YEAR), month)


def is_unplanned(phrase: Phrase) -> bool:
    """Whether words just before a date tell of what nobody plans, and so of the past: "the attack on Israel on 7 October"."""
    for place in range(phrase.start - 1, max(-1, phrase.start - CLOSE), -1):
        if ends_sentence(phrase.tokens, place):
            return False
        if has_class(phrase.tokens.items[place], "UNPLANNED"):
            return True
    return False


def day_near(month: int, day: int, context: Context, direction: Direction | None = None) -> Period | None:
    """The day of that month nearest to the anchor; in history, to the date before it.

    Far away, the tense decides, or the year with which the same day was named before.
    """
    year = story_year(month, context) if context.narrative else None
    if year:
        return day_of(year, month, day)
    if context.published is None:
        return None
    year = context.published.year
    days = [day_of(year + offset, month, day) for offset in (-1, 0, 1)]
    found = nearest(days, context.published)
    distance = (found.first - context.published).days if found else 0
    told = [day for day in days if day in context.days] if abs(distance) > AWAY else []
    if told and direction != "future":
        return told[0]
    if direction and (
        abs(distance) > FAR or (direction == "past" and distance > AWAY) or (direction == "future" and distance < -AWAY)
    ):
        future = direction == "future"
        sided = [day for day in days if day and (day.first > context.published) == future]
        return nearest(list(sided), context.published)
    return found
