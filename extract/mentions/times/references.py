"""Vague references to the present, the past and the future: `now`, `currently`, `recently`, `soon`, `the future`."""

from extract.mentions.times.anchors import Context
from extract.mentions.times.grammar import Phrase, TimeRule
from extract.mentions.times.reading import capital
from extract.mentions.times.timex import Timex
from extract.rules import Example


def present(phrase: Phrase, context: Context) -> Timex | None:
    """The present."""
    return Timex("DATE", "PRESENT_REF")


def past(phrase: Phrase, context: Context) -> Timex | None:
    """Some time ago; not "as recently as June"."""
    return None if phrase.before() == "as" == phrase.after() else Timex("DATE", "PAST_REF")


def future(phrase: Phrase, context: Context) -> Timex | None:
    """Some time ahead; not "the Future Forum"."""
    last = phrase.tokens.items[phrase.end - 1]
    if capital(last) and last.lower == "future" and capital(phrase.following):
        return None
    return Timex("DATE", "FUTURE_REF")


def told_time(phrase: Phrase, context: Context) -> Timex | None:
    """In history, the date that was named last; news uses the words for mere contrast."""
    return Timex("DATE", context.last.value) if context.narrative and context.last else None


RULES = (
    TimeRule(
        "time-present",
        "right now|now|currently|current(?!UNIT|account)|these days|nowadays|at the moment|at present|at the present time"
        "|for the time being",
        present,
        (Example("The bank is [[now]] in Rome.", "DATE PRESENT_REF"),),
        ("He knows how",),
    ),
    TimeRule(
        "time-past",
        "more? recently|recent weeks and months|the (?:recent|distant)?"
        " past(?!UNIT|UNITS|INT|CARDINAL|VAGUE|WEEKDAY|SEASON)|years past",
        past,
        (Example("The bank [[recently]] left Rome.", "DATE PAST_REF"),),
        ("He walked past", "As recently as that"),
    ),
    TimeRule(
        "time-told",
        "(?:(?<=[at by till until on]) (?P<timex>(?:the|that) (?:very? same)? time) (?=[, . ; )]|and|but|was|were)"
        "|(?<=[during throughout]) (?P<timex>[this that] (?:period|time)))",
        told_time,
        (
            Example(
                "It fell in 1911, 1912, 1913, 1914, 1915, 1916, 1917 and 1918. At [[the same time]], Rome rose.",
                "DATE 1918",
                also=("1911", "1912", "1913", "1914", "1915", "1916", "1917", "1918"),
            ),
        ),
        ("At the same time, Rome rose.",),
    ),
    TimeRule(
        "time-future",
        "the (?:near|foreseeable|not too distant|distant|immediate)? future|future UNITS|the (?:near|short) term|[the"
        " a] later date|as soon as possible|asap|(?<=[may might could to]) soon (?!UNIT|after|as)|soon (?=[will may might could])",
        future,
        (
            Example("The bank will leave in [[the near future]] for Rome.", "DATE FUTURE_REF"),
            Example("The bank may [[soon]] leave Rome.", "DATE FUTURE_REF"),
            Example("The bank [[soon]] will leave Rome.", "DATE FUTURE_REF"),
            Example("The bank expects to [[soon]] leave Rome.", "DATE FUTURE_REF"),
        ),
        ("Futures fell", "The Future Forum met", "He may soon after have left", "They soon left"),
    ),
)
