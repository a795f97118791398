"""Days told inside a month: `July 13-15`, `Thursday the 13th`, `the 20th of next month`, `on the 5th`."""

from extract.mentions.times.anchors import Context
from extract.mentions.times.grammar import Phrase, TimeRule
from extract.mentions.times.lexer import meaning
from extract.mentions.times.months import VERBS
from extract.mentions.times.nearness import day_near
from extract.mentions.times.periods import Period, day_of
from extract.mentions.times.reading import DAY, capital, date_timex, day_number, nearest
from extract.mentions.times.tense import direction_at
from extract.mentions.times.timex import Timex
from extract.rules import Example


def days_of_month(phrase: Phrase, context: Context) -> Timex | None:
    """From one day of a month to another."""
    month = phrase["month"]
    if month.lower in VERBS and not capital(month):
        return None
    number = int(meaning(month, "MONTH"))
    if phrase.has("year"):
        year = int(phrase.part("year")[-1].text)
        first, last = day_of(year, number, day_number(phrase)), day_of(year, number, day_number(phrase, "until"))
    else:
        direction = direction_at(phrase.tokens, phrase.start, phrase.end, weak=False)
        first = day_near(number, day_number(phrase), context, direction)
        last = day_near(number, day_number(phrase, "until"), context, direction)
    if first is None or last is None or last.first < first.first:
        return None
    return Timex("DATE", first.value, None, first.value, last.value)


def weekday_and_day(phrase: Phrase, context: Context) -> Timex | None:
    """A weekday with the day of its month: the nearest month in which they meet."""
    weekday, number = int(meaning(phrase["weekday"], "WEEKDAY")), day_number(phrase)
    if not capital(phrase["weekday"]) or "The" in (token.text for token in phrase.part("joint")):
        return None  # "on Monday. The 19-year-old"
    if context.published is None:
        return Timex("DATE", f"XXXX-XX-{number:02d}")
    months = [Period(context.published.replace(day=1), "month").shift(steps) for steps in range(-12, 13)]
    days = [day_of(month.first.year, month.first.month, number) for month in months if month]
    return date_timex(nearest([day for day in days if day and day.first.isoweekday() == weekday], context.published))


def day_of_related_month(phrase: Phrase, context: Context) -> Timex | None:
    """A day of last, this, next or that month."""
    relation = phrase.word("relation")
    base = context.reference if relation in ("that", "same", "following", "previous") else context.anchor
    month = base.within("month") if base else None
    month = month.shift({"last": -1, "previous": -1, "next": 1, "following": 1}.get(relation, 0)) if month else None
    if month is None:
        return Timex("DATE", f"XXXX-XX-{day_number(phrase):02d}")
    return date_timex(day_of(month.first.year, month.first.month, day_number(phrase)))


def further_day(phrase: Phrase, context: Context) -> Timex | None:
    """A day of the month that was named just before: "and 25" behind "April 24"."""
    base = context.last_day
    if base is None:
        return Timex("DATE", f"XXXX-XX-{day_number(phrase):02d}")
    found = day_of(base.first.year, base.first.month, day_number(phrase))
    return date_timex(found) if found and found.first > base.first else None


def earlier_day(phrase: Phrase, context: Context) -> Timex | None:
    """A day of the month that is named just behind: "24" before "and 25 April"."""
    if phrase["month"].lower in VERBS and not capital(phrase["month"]):
        return None
    month, day = int(meaning(phrase["month"], "MONTH")), day_number(phrase)
    if phrase.has("year"):
        return date_timex(day_of(int(phrase["year"].text), month, day))
    found = day_near(month, day, context, direction_at(phrase.tokens, phrase.start, phrase.end, weak=False))
    return date_timex(found) or Timex("DATE", f"XXXX-{month:02d}-{day:02d}")


def bare_day(phrase: Phrase, context: Context) -> Timex | None:
    """A day of the month that is being told of: "the 15th"."""
    following = phrase.tokens.items[phrase.end] if phrase.end < len(phrase.tokens.items) else None
    if (
        following
        and following.text not in ".,;:)"
        and following.lower not in ("and", "at", "with", "when", "but", "that", "for", "after")
    ):
        return None
    base = context.last_day or context.last or context.anchor
    if base is None:
        return Timex("DATE", f"XXXX-XX-{day_number(phrase):02d}")
    return date_timex(day_of(base.first.year, base.first.month, day_number(phrase)))


UNTIL = "(?P<until>DAYNUM|ORDNUM|ORDINAL)"
TO = "(?:[- – — ~]|to|through|till|until) the?"
AND = "[and or & ,]"
BEHIND_DAY = (
    "(?:in|at|on|for|to|as|and|or|but|with|when|that|after|before|during|because|while|by|from|which|who|has|have|is|are|was|were"
    "|of|last|this|next)"
)
RULES = (
    TimeRule(
        "time-days-of-month",
        f"(?P<month>MONTH) [.]? the? {DAY} {TO} {UNTIL} (?:,? (?P<year>YEARNUM))? (?![% /])",
        days_of_month,
        (Example("The fair runs [[April 3-5]] in Rome.", "DATE 2025-04-03 2025-04-03/2025-04-05"),),
        ("They may 3-5 times try",),
    ),
    TimeRule(
        "time-days-before-month",
        f"the? {DAY} {TO} {UNTIL} of? (?P<month>MONTH) (?:,? (?P<year>YEARNUM))?",
        days_of_month,
        (Example("The fair runs [[3-5 April]] in Rome.", "DATE 2025-04-03 2025-04-03/2025-04-05"),),
        ("The first and second may differ",),
    ),
    TimeRule(
        "time-further-day",
        f"(?:(?<=MONTH DAYNUM {AND})|(?<=MONTH ORDNUM {AND})|(?<=MONTH [.] DAYNUM {AND})|(?<=MONTH DAYNUM , DAYNUM {AND})"
        "|(?<=MONTH DAYNUM ,)(?=DAYNUM (?:,|and|or)))"
        f" (?P<timex>(?P<day>DAYNUM|ORDNUM) (?:,? YEARNUM)?) (?=[. , ; : )]|GAP|{BEHIND_DAY})",
        further_day,
        (Example("They met on April 3 and [[4]] in Rome.", "DATE 2025-04-04 2025-04-03/2025-04-04", also=("April 3",)),),
        ("Clause 3 and 4 of it",),
    ),
    TimeRule(
        "time-earlier-day",
        "(?<=[on the of between at from for since until by]) (?P<timex>(?P<day>DAYNUM|ORDNUM))"
        " (?=(?:and|or|,|[&]) the? (?:DAYNUM|ORDNUM) of? (?P<month>MONTH) (?:,? (?P<year>YEARNUM))?)",
        earlier_day,
        (Example("They met on [[3]] and 4 April in Rome.", "DATE 2025-04-03 2025-04-03/2025-04-04", also=("4 April",)),),
        ("On 3 and 4 may follow",),
    ),
    TimeRule(
        "time-weekday-and-day",
        "(?P<weekday>WEEKDAY) [.]? ,? (?:(?P<joint>the) (?P<day>ORDNUM|DAYNUM)|(?P<day>ORDNUM))",
        weekday_and_day,
        (Example("It was paid on [[Thursday the 13th]], he said.", "DATE 2025-03-13"),),
        ("They sat the 5th round out",),
    ),
    TimeRule(
        "time-day-of-related-month",
        "the? (?P<day>DAYNUM|ORDNUM|ORDINAL) day? of"
        " (?:the (?P<relation>same|next|following|previous|last)|(?P<relation>this|that|next|last)) month",
        day_of_related_month,
        (Example("It is due on [[the 20th of next month]] there.", "DATE 2025-04-20"),),
        ("The second of them",),
    ),
    TimeRule(
        "time-day-of-month",
        "(?<=[on until till by since]) (?P<timex>the (?P<day>ORDNUM|first)|(?P<day>ORDNUM))",
        bare_day,
        (
            Example("It was paid on [[the 5th]], he said.", "DATE 2025-03-05"),
            Example("It was shut until [[the 5th]], he said.", "DATE 2025-03-05 ../2025-03-05"),
        ),
        ("It stood on the 5th floor",),
    ),
)
