"""Days of the week by the tense of their clause: news means the last one, the day of publication included."""

from datetime import date, timedelta

from extract.mentions.times.anchors import Context
from extract.mentions.times.cues import Direction
from extract.mentions.times.grammar import Phrase, TimeRule
from extract.mentions.times.lexer import meaning
from extract.mentions.times.periods import Period
from extract.mentions.times.reading import capital, date_timex, edge_of, has_class
from extract.mentions.times.tense import PUBLISHED, direction_at
from extract.mentions.times.timex import Timex
from extract.rules import Example

SHORT_CUES = frozenset({"on", "since", "until", "by", "from", "or", "and"})
PAPERS = frozenset(
    {"times", "telegraph", "mail", "mirror", "express", "herald", "independent", "star", "tribune", "world", "sport"}
)
ON_SUNDAY = frozenset({"mail", "independent", "scotland", "wales"})
SPANNING = frozenset({"to", "through", "into", "until", "till", "-", "–"})
SHORT = frozenset({"sat", "sun", "mon", "wed", "fri", "thu", "tue", "tues", "thur", "thurs", "weds"})


def weekday_before(day: date, number: int, *, same: bool) -> Period:
    """The last such weekday before a day, or that day itself if `same`."""
    back = (day.isoweekday() - number) % 7
    return Period(day - timedelta(days=back or (0 if same else 7)), "day")


def weekday_after(day: date, number: int, *, same: bool) -> Period:
    """The next such weekday after a day, or that day itself if `same`."""
    ahead = (number - day.isoweekday()) % 7
    return Period(day + timedelta(days=ahead or (0 if same else 7)), "day")


def weekday_near(number: int, context: Context, direction: Direction | None) -> Period | None:
    """The weekday that the tense says; in history, the first one after the day told of before."""
    if context.narrative and context.last_day:
        return weekday_after(context.last_day.first, number, same=True)
    if context.published is None:
        return None
    if direction == "future":
        return weekday_after(context.published, number, same=True)
    return weekday_before(context.published, number, same=True)


def is_name(phrase: Phrase) -> bool:
    """Whether a short weekday begins a name: "Sun Microsystems"."""
    following = phrase.following
    return following is not None and capital(following) and not has_class(following, "MONTH")


def is_paper(phrase: Phrase) -> bool:
    """Whether a weekday is part of the name of a newspaper: "the Sunday Times", "the Mail on Sunday"."""
    following, weekday = phrase.following, phrase["weekday"].lower
    if following is not None and capital(following) and following.lower in PAPERS:
        return True
    opened = weekday == "sunday" and phrase.before() == "on" and phrase.before(2) in ON_SUNDAY
    return opened and capital(phrase.tokens.items[phrase.start - 2])


def is_kind(phrase: Phrase, count: int, kind: str) -> bool:
    """Whether the word `count` places behind the phrase is of a class; before it, if the count is negative."""
    place = phrase.end + count - 1 if count > 0 else phrase.start + count
    return 0 <= place < len(phrase.tokens.items) and has_class(phrase.tokens.items[place], kind)


def bare_weekday(phrase: Phrase, context: Context) -> Timex | None:
    """A weekday alone."""
    token = phrase["weekday"]
    if token.lower in SHORT and not (capital(token) and (phrase.after() == "." or phrase.before() in SHORT_CUES)):
        return None
    if token.lower in SHORT and (is_name(phrase) or phrase.before() == "the"):
        return None
    if is_paper(phrase):
        return None
    number = int(meaning(token, "WEEKDAY"))
    if phrase.before() in ("and", "or") and is_kind(phrase, -2, "WEEKDAY") and phrase.before(3) in ("every", "each"):
        return Timex("SET", f"XXXX-WXX-{number}")
    if phrase.after() in ("and", "or") and is_kind(phrase, 2, "WEEKDAY") and is_kind(phrase, 3, "DAYPARTS"):
        part = meaning(phrase.tokens.items[phrase.end + 2], "DAYPARTS")
        return Timex("SET", f"XXXX-WXX-{number}T{part}")  # of "Monday and Tuesday nights"
    if (
        context.last_day
        and phrase.before() in SPANNING
        and (is_kind(phrase, -2, "WEEKDAY") or (is_kind(phrase, -2, "DAYPART") and is_kind(phrase, -3, "WEEKDAY")))
    ):
        return date_timex(weekday_after(context.last_day.first, number, same=False))
    if phrase.after() == "'s" or phrase.after() in PUBLISHED:  # "Friday's vote": the clause tells of the vote and not of its day
        direction: Direction | None = "future" if phrase.before(2) == "ahead" else None
    else:
        direction = direction_at(phrase.tokens, phrase.start, phrase.end, weak=False)
    return date_timex(weekday_near(number, context, direction), edge_of(phrase)) or Timex("DATE", f"XXXX-WXX-{number}")


def related_weekday(phrase: Phrase, context: Context) -> Timex | None:
    """A weekday that "last", "next", "this" or a week stands beside."""
    token, relation = phrase["weekday"], phrase.word("relation")
    number = int(meaning(token, "WEEKDAY"))
    if token.lower in SHORT and (not capital(token) or relation in ("that", "same") or is_name(phrase)):
        return None
    if relation == "following" and phrase.words[0] != "the":
        return None  # "in a statement following Friday's vote"
    if relation == "that" and phrase.after() == "'s":
        return None  # "he said that Friday's vote"
    told = relation in ("following", "previous", "same", "that")
    base = (context.last_day if told else None) or context.anchor
    if base is None:
        return Timex("DATE", f"XXXX-WXX-{number}")
    if relation in ("last", "past", "previous"):
        return date_timex(weekday_before(base.first, number, same=False))
    if relation in ("same", "that"):
        return date_timex(weekday_before(base.first, number, same=True))
    return date_timex(weekday_after(base.first, number, same=relation == "this"))


def weekday_after_next(phrase: Phrase, context: Context) -> Timex | None:
    """The weekday behind the next one."""
    number = int(meaning(phrase["weekday"], "WEEKDAY"))
    if context.published is None:
        return Timex("DATE", f"XXXX-WXX-{number}")
    return date_timex(weekday_after(context.published, number, same=False).shift(7))


def weekday_in_week(number: int, relation: str, context: Context) -> Period | None:
    """The weekday of last, this or next week."""
    week = context.now("week")
    moved = week.shift({"last": -1, "previous": -1, "this": 0, "next": 1, "following": 1}[relation]) if week else None
    return Period(moved.first + timedelta(days=number - 1), "day") if moved else None


def weekday_of_week(phrase: Phrase, context: Context) -> Timex | None:
    """A weekday of last, this or next week."""
    number = int(meaning(phrase["weekday"], "WEEKDAY"))
    found = weekday_in_week(number, phrase.word("relation"), context)
    return date_timex(found) or Timex("DATE", f"XXXX-WXX-{number}")


WEEKDAY = "(?P<weekday>WEEKDAY)"
RULES = (
    TimeRule(
        "time-weekday",
        f"(?:EDGE_ADJ on?)? {WEEKDAY}",
        bare_weekday,
        (
            Example("The bank said [[Tuesday]] it lost money.", "DATE 2025-03-11"),
            Example("The board will vote on [[Tuesday]] on it.", "DATE 2025-03-18"),
            Example("Snow is forecast for Sunday night into [[Monday]] there.", "DATE 2025-03-17", also=("Sunday night",)),
            Example("They meet every Tuesday and [[Thursday]] here.", "SET XXXX-WXX-4", also=("every Tuesday",)),
            Example("It opens on [[Friday]] and Sunday nights.", "SET XXXX-WXX-5TNI", also=("Sunday nights",)),
        ),
        (
            "He sat down",
            "Under the Sun again",
            "The Sun wrote",
            "IBM and Sun Microsystems",
            "The Sunday Times wrote",
            "The Mail on Sunday wrote",
        ),
    ),
    TimeRule(
        "time-weekday-related",
        f"the? (?P<relation>last|past|this|next|coming|following|previous|same|that) (?:coming|past)? {WEEKDAY}",
        related_weekday,
        (
            Example("It fell [[last Friday]] in London.", "DATE 2025-03-07"),
            Example("It opens [[next Friday]] in London.", "DATE 2025-03-21"),
        ),
        ("The last sat down", "This sun is hot", "They say that Sun sells"),
    ),
    TimeRule(
        "time-weekday-after-next",
        f"{WEEKDAY} after next",
        weekday_after_next,
        (Example("It opens [[Tuesday after next]] in London.", "DATE 2025-03-25"),),
        ("The day after next to none",),
    ),
    TimeRule(
        "time-weekday-of-week",
        f"(?:{WEEKDAY} (?:of|from)? (?P<relation>last|this|next) week|(?P<relation>last|this|next) week (?:on|POSS)? {WEEKDAY})",
        weekday_of_week,
        (Example("It fell on [[Monday of last week]] in London.", "DATE 2025-03-03"),),
        ("They sat this one out",),
    ),
)
