"""Months and days of months without a year: `March`, `last June`, `March 1`, `October last year`."""

from extract.mentions.times.anchors import Context
from extract.mentions.times.events import remembered
from extract.mentions.times.grammar import Phrase, TimeRule
from extract.mentions.times.lexer import meaning
from extract.mentions.times.nearness import day_near, is_unplanned, month_near, nearest_month
from extract.mentions.times.periods import Period, day_of, month_of
from extract.mentions.times.reading import DAY, EDGE, capital, date_timex, day_number, edge_of, has_class, nearest
from extract.mentions.times.tense import PUBLISHED, direction_at, opens_clause
from extract.mentions.times.timex import Timex
from extract.rules import Example

VERBS = frozenset({"may", "march"})
JOINS = frozenset({"and", "or", "to", "-", "–"})
ABBREVIATIONS = frozenset({"jan", "mar", "dec", "sep", "jun"})
MONTH_CUES = frozenset(
    {
        "in",
        "of",
        "since",
        "until",
        "till",
        "by",
        "during",
        "from",
        "last",
        "next",
        "this",
        "through",
        "before",
        "after",
        "for",
        "late",
        "early",
        "mid",
        "between",
        "to",
    }
)
DASHES = frozenset({"-", "–", "/", "and", "or"})
DEFINITE = frozenset({"the", "its", "their", "'s", "his", "her", "our"})
DETERMINERS = DEFINITE | {"a", "an"}
DELIVERED = frozenset({"delivery", "settlement", "contract", "contracts", "expiry"})  # "oil for May delivery rose"
POLLING = 11  # the month in which Americans vote, in even years
VOTING = frozenset(
    {"election", "elections", "ballot", "ballots", "voters", "vote", "midterm", "midterms", "presidential", "turnout", "nominee"}
    | {"candidate", "candidates", "rematch"}
)
SPRING = 3  # from this month on, the last November is told as such
VOTED = frozenset({"won", "lost", "held", "voted", "elected", "defeated", "beat", "last"})
NEAR_WORDS = 12
RELATIONS = {
    "last": -1,
    "previous": -1,
    "past": -1,
    "next": 1,
    "coming": 1,
    "following": 1,
    "this": 0,
    "the": 0,
    "same": 0,
    "that": 0,
}


def year_of_linked(phrase: Phrase) -> int:
    """The year that the date linked behind tells for this one too: of "in April and June 2023" both are of 2023.

    A month that is later in the year than the linked one lies in the year before.
    """
    year, month = int(phrase["told"].text), int(meaning(phrase["month"], "MONTH"))
    then = int(meaning(phrase["then"], "MONTH")) if phrase.has("then") else month
    return year - 1 if month > then else year


def is_month(phrase: Phrase) -> bool:
    """Whether a bare word is the month: not the verb "may" or "march", not Ms May, not an abbreviation that is another word."""
    month = phrase["month"]
    word = month.lower
    if word not in VERBS and word not in ABBREVIATIONS:
        return capital(month) or phrase.before() in MONTH_CUES
    if word in ABBREVIATIONS:
        if phrase.after() == "-" and phrase.after(2).isalpha() and not has_class(phrase.tokens.items[phrase.end + 1], "MONTH"):
            return False
        return capital(month) and (phrase.before() in MONTH_CUES or phrase.after() in DASHES)
    cued = phrase.before() in MONTH_CUES | DETERMINERS | DASHES or phrase.start < phrase.place("month")[0]
    if not capital(month):
        return False
    if phrase.has("told") or phrase.has("side"):
        return True
    following = phrase.tokens.items[phrase.end] if phrase.end < len(phrase.tokens.items) else None
    if not cued and not phrase.before().endswith("est"):  # "the coldest March since 1962"
        return False
    return following is None or following.text in ".,;:)" or not capital(following) or has_class(following, "WEEKDAY")


def is_polling(phrase: Phrase, context: Context) -> bool:
    """Whether words around a bare November tell of the vote of this even year, which is still ahead."""
    published = context.published
    if published is None or published.year % 2 or not SPRING <= published.month < POLLING or context.narrative:
        return False
    if phrase.before() == "in" and opens_clause(phrase.tokens, phrase.start - 2):
        return False
    near = {token.lower for token in phrase.tokens.items[max(0, phrase.start - NEAR_WORDS) : phrase.end + NEAR_WORDS]}
    return not VOTING.isdisjoint(near) and VOTED.isdisjoint(near)


def bare_month(phrase: Phrase, context: Context) -> Timex | None:
    """A month alone."""
    if not is_month(phrase):
        return None
    month = phrase["month"]
    number, mod = int(meaning(month, "MONTH")), edge_of(phrase)
    if phrase.has("told"):
        return date_timex(month_of(year_of_linked(phrase), number), mod)
    if phrase.has("side") and context.anchor:
        return date_timex(month_of(context.anchor.first.year + RELATIONS[phrase.word("side")], number), mod)
    direction = direction_at(phrase.tokens, phrase.start, phrase.end)
    if phrase.before() == "for" and phrase.after() in DELIVERED:
        direction = "future"
    named = phrase.before() in ("a", "an") and phrase.after().isalpha()  # "an April proposal"
    if (named and direction == "future") or (direction != "future" and (phrase.before() in DEFINITE or phrase.after() == "'s")):
        # "proposed that the August meeting": the clause tells of the meeting and not of its month
        return date_timex(
            (month_near(number, context, "past") if phrase.after() in PUBLISHED else nearest_month(number, context)), mod
        ) or Timex("DATE", f"XXXX-{number:02d}", mod)
    if number == POLLING and is_polling(phrase, context):
        direction = "future"
    found = joined_month(phrase, number, context) or month_near(number, context, direction)
    befallen = "since" in (phrase.before(), phrase.before(2)) or (direction != "future" and is_unplanned(phrase))
    if found and befallen and context.published and found.first > context.published and not context.narrative:
        found = found.shift(-12)
    return date_timex(found, mod) or Timex("DATE", f"XXXX-{number:02d}", mod)


def joined_month(phrase: Phrase, number: int, context: Context) -> Period | None:
    """The month that goes on from one just named: "last August and September"."""
    told = context.last
    if phrase.before() not in JOINS or told is None or told.grain != "month":
        return None
    if phrase.start < 2 or not has_class(phrase.tokens.items[phrase.start - 2], "MONTH"):
        return None
    return told.shift((number - told.first.month) % 12)


def related_month(phrase: Phrase, context: Context) -> Timex | None:
    """A month that "last", "next" or "this" stands before."""
    month, relation = phrase["month"], phrase.word("relation")
    if not capital(month):
        return None
    number = int(meaning(month, "MONTH"))
    day = phrase.token("day")
    if context.published is None:
        return Timex("DATE", f"XXXX-{number:02d}" + (f"-{day_number(phrase):02d}" if day else ""))
    year, current = context.published.year, context.published.month
    if day:
        past = relation in ("last", "past", "previous")
        days = [day_of(year + offset, number, day_number(phrase)) for offset in (-1, 0, 1)]
        sided = [found for found in days if found and relation != "this" and (found.first < context.published) == past]
        return date_timex(nearest(sided, context.published) if sided else days[1])
    if relation in ("last", "past", "previous"):
        just_gone = 1 if relation == "last" else 0  # of which news says "last month"
        return date_timex(month_of(year if number < current - just_gone else year - 1, number))
    if relation in ("next", "coming", "upcoming", "following"):
        return date_timex(month_of(year if number > current else year + 1, number))
    return date_timex(month_of(year, number))


def month_of_related_year(phrase: Phrase, context: Context) -> Timex | None:
    """A month, or a day of it, in a year that is told by "last", "this", "that", "the following"."""
    month, relation, day = phrase["month"], phrase.word("relation"), phrase.token("day")
    base = context.reference if relation in ("that", "same", "following", "previous") else context.anchor
    number = int(meaning(month, "MONTH"))
    if base is None:
        return Timex("DATE", f"XXXX-{number:02d}" + (f"-{day_number(phrase):02d}" if day else ""))
    year = base.first.year + RELATIONS[relation]
    return date_timex(day_of(year, number, day_number(phrase)) if day else month_of(year, number), edge_of(phrase))


def is_hyphened(phrase: Phrase) -> bool:
    """Whether a hyphen without a blank ties another word to the end of the phrase; a dash may stand between blanks."""
    last, hyphen = phrase.tokens.items[phrase.end - 1], phrase.following
    if hyphen is None or hyphen.text != "-" or hyphen.start > last.end or phrase.end + 1 >= len(phrase.tokens.items):
        return False
    behind = phrase.tokens.items[phrase.end + 1]
    return behind.start == hyphen.end and not (has_class(behind, "MONTH") or behind.text.isdigit())


def month_day(phrase: Phrase, context: Context) -> Timex | None:
    """A day of a month."""
    month = phrase["month"]
    joined = phrase.tokens.lower(phrase.place("month")[0] - 1) == "of"
    spelled = has_class(phrase["day"], "ORDINAL") or phrase.before() not in ("on", "until", "by", "since", "of", "")
    if month.lower in VERBS and not capital(month) and spelled and not joined:
        return None
    if phrase.place("month")[0] > phrase.place("day")[0] and is_hyphened(phrase):
        return None  # "the 6 April-style rules"
    number = int(meaning(month, "MONTH"))
    if phrase.has("told"):
        return date_timex(day_of(year_of_linked(phrase), number, day_number(phrase)), edge_of(phrase))
    awaited = phrase.after() in ("deadline", "target")  # "they were set an October 30 deadline"
    direction = None if awaited else direction_at(phrase.tokens, phrase.start, phrase.end, weak=False)
    if direction == "future" and phrase.before() == "of":
        direction = None  # "they will accept the terms of 27 May"
    known = remembered(number, day_number(phrase), phrase, context) if direction != "future" else None
    found = known or day_near(number, day_number(phrase), context, direction)
    befallen = phrase.before() in ("ended", "since") or (direction != "future" and is_unplanned(phrase))
    if found and befallen and context.published and found.first > context.published and not context.narrative:
        found = day_of(found.first.year - 1, number, day_number(phrase))
    if found is None and (context.published or context.narrative):
        return None
    return date_timex(found, edge_of(phrase)) or Timex("DATE", f"XXXX-{number:02d}-{day_number(phrase):02d}", edge_of(phrase))


LINKED = (
    "(?:(?= (?:and|or|[&]) the? (?:DAYNUM|ORDNUM) ,? (?P<told>YEARNUM))"
    "|(?= (?:, MONTH){0,3} ,? (?:and|or|to|through|[- –]) MONTH of? (?P<side>last|this|next) year)"
    "|(?= [.]? (?:[- – — /]|and|or|to|until|till|through) (?:the|early|mid|late|[-]){0,2} (?:DAYNUM|ORDNUM)?"
    " (?P<then>MONTH) [.]? (?:DAYNUM|ORDNUM)? ,? (?P<told>YEARNUM)))?"
)
RULES = (
    TimeRule(
        "time-month",
        f"{EDGE} (?P<month>MONTH) {LINKED}",
        bare_month,
        (
            Example("Rates rose in [[January]] again.", "DATE 2025-01"),
            Example("They will rise by [[late June]].", "DATE 2025-06 END ../2025-06"),
            Example("Oil for [[May]] delivery rose again.", "DATE 2025-05"),
            Example("Rates rose in [[April]] and June 2023.", "DATE 2023-04", also=("June 2023",)),
            Example("Rates rose in [[April]] and June of last year.", "DATE 2024-04", also=("June of last year",)),
        ),
        ("It may rise again", "Theresa May resigned", "They march on", "He said Mar had left", "He flew to Mar-a-Lago"),
    ),
    TimeRule(
        "time-month-related",
        f"(?P<relation>last|past|this|next|coming|upcoming|previous) (?P<month>MONTH) (?:[.]? {DAY})?",
        related_month,
        (Example("It fell [[last June]] in Spain.", "DATE 2024-06"), Example("It opens [[next June]] in Spain.", "DATE 2025-06")),
        ("The last may fall", "This march was long"),
    ),
    TimeRule(
        "time-month-of-year",
        f"{EDGE} (?P<month>MONTH) [.]? {DAY}? (?:,? of? the? (?P<relation>last|this|next|that|same|following|previous) year"
        "|(?=(?:and|or|to|[- –]) (?:DAYNUM|ORDNUM) ,? of? (?P<relation>last|this|next) year))",
        month_of_related_year,
        (
            Example("It fell in [[June last year]] in Spain.", "DATE 2024-06"),
            Example("It fell in [[June of this year]] in Spain.", "DATE 2025-06"),
            Example(
                "It fell on [[June 3]] and 4 last year in Spain.", "DATE 2024-06-03 2024-06-03/2024-06-04", also=("4", "last year")
            ),
        ),
        ("He may last a while",),
    ),
    TimeRule(
        "time-year-then-month",
        f"(?P<relation>last|this|next|that) year (?:POSS|,? (?:in|on)) {EDGE}"
        f" (?:(?P<month>MONTH) [.]? {DAY}?|{DAY} of? (?P<month>MONTH)) (?!YEARNUM)",
        month_of_related_year,
        (
            Example("It fell [[last year in June]] in Spain.", "DATE 2024-06"),
            Example("It fell after [[last year's 7 October]] vote.", "DATE 2024-10-07 2024-10-07/.."),
        ),
        ("They march in their last shoes",),
    ),
    TimeRule(
        "time-month-day",
        f"(?:very? EDGE_ADJ on?)? (?:WEEKDAY [.]? ,?)? (?P<month>MONTH) (?:[.]? the?|[- /]) {DAY} (?![% /]|MERIDIEM) {LINKED}",
        month_day,
        (
            Example("The tax ends [[April 1]] for all.", "DATE 2025-04-01"),
            Example("It began on [[Monday, Dec. 30]], he said.", "DATE 2024-12-30"),
            Example("They met on [[Dec. 30]] and Jan. 2, 2023.", "DATE 2022-12-30", also=("Jan. 2, 2023",)),
            Example("They met on [[June 3]] and 4, 2023.", "DATE 2023-06-03 2023-06-03/2023-06-04", also=("4, 2023",)),
        ),
        ("The march first began", "It may 31 times fail"),
    ),
    TimeRule(
        "time-day-month",
        f"(?:WEEKDAY [.]? ,?)? the? {DAY} of? (?P<month>MONTH) {LINKED}",
        month_day,
        (
            Example("The tax ends on [[1 April]] for all.", "DATE 2025-04-01"),
            Example("It began on [[the 30th of December]], he said.", "DATE 2024-12-30"),
        ),
        ("The second may follow",),
    ),
)
