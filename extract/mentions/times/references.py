"""Vague references to the present, the past and the future: `now`, `currently`, `recently`, `soon`, `the future`."""

from extract.mentions.times.anchors import Context
from extract.mentions.times.grammar import Phrase, TimeRule
from extract.mentions.times.timex import Timex
from extract.rules import Example


def present(phrase: Phrase, context: Context) -> Timex | None:
    """The present."""
    return Timex("DATE", "PRESENT_REF")


def past(phrase: Phrase, context: Context) -> Timex | None:
    """Some time ago."""
    return Timex("DATE", "PAST_REF")


def future(phrase: Phrase, context: Context) -> Timex | None:
    """Some time ahead."""
    return Timex("DATE", "FUTURE_REF")


RULES = (
    TimeRule(
        "time-present",
        "right now|now|currently|current(?!UNIT|account)|these days|nowadays|at the moment|at present|at the present time"
        "|to date|for the time being",
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
        ("He walked past",),
    ),
    TimeRule(
        "time-future",
        "the (?:near|foreseeable|not too distant|distant|immediate)? future|future UNITS|the (?:near|short) term|[the"
        " a] later date|as soon as possible|asap",
        future,
        (Example("The bank will leave in [[the near future]] for Rome.", "DATE FUTURE_REF"),),
        ("Futures fell",),
    ),
)
