"""Events that news counts from without dating them: `since the full-scale invasion`, `since the war began`.

Only what began with one day known to all, and whose name the text makes plain. The value is the year, which is as much as is said.
"""

import re

from extract.mentions.times.anchors import Context
from extract.mentions.times.grammar import Phrase, TimeRule
from extract.mentions.times.timex import Timex
from extract.rules import Example

INVADED = re.compile(r"\bUkrain", re.IGNORECASE)
OTHER_WARS = re.compile(r"\b(?:Gaza|Israel|Hamas|Iraq|Kuwait|Afghan|Syria|Vietnam|Donbas|Crimea)")
YEAR = 2022
DATED = frozenset({"in", "on", "last", "of", "this", "two", "three", "a", "nearly", "almost", "more"})


def invasion(phrase: Phrase, context: Context) -> Timex | None:
    """The year of Russia's full-scale invasion of Ukraine, where the text does not date it itself."""
    text = phrase.tokens.text
    if context.published is None or context.published.year < YEAR or not INVADED.search(text):
        return None
    if phrase.after() in DATED or (phrase.word("event") == "war" and OTHER_WARS.search(text)):
        return None
    return Timex("DATE", str(YEAR), None, str(YEAR))


RULES = (
    TimeRule(
        "time-since-invasion",
        "[since from] (?P<timex>(?:the (?:start|beginning|outbreak|onset) of)? (?:[the its]|(?:russia|moscow|putin) POSS)"
        " (?:full|large)? [-]? scale? russian? (?P<event>invasion|war) (?:[of in on against] ukraine)? (?:began|started)?)",
        invasion,
        (
            Example("Norway has given Ukraine $3m since [[Russia's full-scale invasion]].", "DATE 2022 2022/.."),
            Example("Aid for Ukraine since [[the start of the war]] is $3m.", "DATE 2022 2022/.."),
            Example("It has given Kyiv $3m since [[the invasion of Ukraine began]], he said.", "DATE 2022 2022/.."),
        ),
        ("It has given $3m since the war", "Ukraine and Israel: $3m since the war began", "Ukraine after the invasion"),
    ),
)
