"""Events that news names without dating them in full: `since the full-scale invasion`, `the Sept. 11 attacks`.

Only what began with one day known to all, and whose name the text makes plain. Of a war the value is the year, which is as much as
is said.
"""

import re
from datetime import date

from extract.mentions.times.anchors import Context
from extract.mentions.times.grammar import Phrase, TimeRule
from extract.mentions.times.lexer import meaning
from extract.mentions.times.periods import Period
from extract.mentions.times.reading import day_number
from extract.mentions.times.timex import Timex
from extract.rules import Example

INVADED = re.compile(r"\bUkrain", re.IGNORECASE)
OTHER_WARS = re.compile(r"\b(?:Gaza|Israel|Hamas|Iraq|Kuwait|Afghan|Syria|Vietnam|Donbas|Crimea)")
YEAR = 2022
ATTACKS = {
    date(2001, 9, 11): re.compile(""),
    date(2021, 1, 6): re.compile("Capitol|Trump"),
    date(2023, 10, 7): re.compile("Hamas"),
}
BY_DATE = (date(2023, 10, 7),)
DATED = frozenset({"in", "on", "last", "of", "this", "two", "three", "a", "nearly", "almost", "more"})


def invasion(phrase: Phrase, context: Context) -> Timex | None:
    """The year of Russia's full-scale invasion of Ukraine, where the text does not date it itself."""
    text = phrase.tokens.text
    if context.published is None or context.published.year < YEAR or not INVADED.search(text):
        return None
    if phrase.after() in DATED or (phrase.word("event") == "war" and OTHER_WARS.search(text)):
        return None
    return Timex("DATE", str(YEAR), None, str(YEAR))


def remembered(month: int, day: int, phrase: Phrase, context: Context) -> Period | None:
    """The day of an attack that news names by its date alone, as long as the text names whom it struck: "since October 7"."""
    known = next((known for known in BY_DATE if (known.month, known.day) == (month, day)), None)
    if known is None or context.published is None or context.published <= known or not ATTACKS[known].search(phrase.tokens.text):
        return None
    return Period(known, "day")


def attacks(phrase: Phrase, context: Context) -> Timex | None:
    """The day of an attack that news names without its year: of the last one, if the text names whom it struck."""
    day = (int(meaning(phrase["month"], "MONTH")), day_number(phrase))
    for known, named in ATTACKS.items():
        if (
            day == (known.month, known.day)
            and context.published
            and context.published >= known
            and named.search(phrase.tokens.text)
        ):
            return Timex("DATE", known.isoformat())
    return None


RULES = (
    TimeRule(
        "time-attacks",
        "(?P<timex>(?P<month>MONTH) [.]? (?P<day>DAYNUM|ORDNUM)|the? (?P<day>DAYNUM|ORDNUM) (?P<month>MONTH))"
        " (?:terror|terrorist|al [-]? qaeda|hamas|capitol)?"
        " (?:attack|attacks|hijackers|hijacking|hijackings|plot|plotters|victims|mastermind|commission|memorial"
        "|massacre|riot|riots|rioters|insurrection|insurrectionists|siege)",
        attacks,
        (
            Example("He was in New York at the time of the [[Sept. 11]] terrorist attacks.", "DATE 2001-09-11"),
            Example("Hamas led [[the 7 October]] attack on Israel.", "DATE 2023-10-07"),
        ),
        ("A heart attack killed him",),
    ),
    TimeRule(
        "time-since-invasion",
        "(?:since|from (?=the (?:start|beginning|outbreak|onset) of))"
        " (?P<timex>(?:the (?:start|beginning|outbreak|onset) of)? (?:[the its]|(?:russia|moscow|putin) POSS)"
        " (?:full|large)? [-]? scale? russian? (?P<event>invasion|war) (?:[of in on against] ukraine)? (?:began|started)?)",
        invasion,
        (
            Example("Norway has given Ukraine $3m since [[Russia's full-scale invasion]].", "DATE 2022 2022/.."),
            Example("Aid for Ukraine since [[the start of the war]] is $3m.", "DATE 2022 2022/.."),
            Example("It has given Kyiv $3m since [[the invasion of Ukraine began]], he said.", "DATE 2022 2022/.."),
        ),
        (
            "It has given $3m since the war",
            "Ukraine and Israel: $3m since the war began",
            "Ukraine after the invasion",
            "They fled from the war in Ukraine",
        ),
    ),
)
