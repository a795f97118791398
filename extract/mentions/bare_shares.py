"""Shares whose whole is not said: "owns a fifth", "fell by a third", "almost a quarter said no".

"A third" alone is as often an ordinal ("a third man", "lost two games and drew a third"). It is a share where the words around it
take a share only: a hedge, a verb of owning or changing, a verb in the plural behind it.
"""

import re
from collections.abc import Callable

from extract.mentions.fractions import COUNTED_FRACTION, FRACTION_WORD, read_fraction
from extract.mentions.reading import Reading
from extract.mentions.shares import share
from extract.rules import Example, Rule

_PART = rf"(?<![^\W_])(?<!-)(?P<part>{COUNTED_FRACTION})"
_PART_OR_HALF = rf"(?<![^\W_])(?<!-)(?P<part>{COUNTED_FRACTION}|(?i:half))"
_END = (
    r"(?:(?=[^\S\n]?(?:[.,;:!?)”\"]|$|\n|[–—]\s))|(?=\s(?:in|on|from|to|since|at|by|between|during|over|last|this|these|when|while|and|or|but|"
    r"compared|than|versus|against|within|under|through|before|because|if|so|following|amid|ahead|until|without|with|across|among|each|it|he|she|they|we)\b))"
    r"(?!\s(?:to|or)\s(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon|midnight|\w+th)\b)"
)
_PLURAL = r"(?=\s(?:are|were|have|say|believe|expect|want|oppose|favou?r)\b)"
_VERB = (
    r"(?=\s(?:are|were|have|had|say|said|will|would|could|do|did|also|thought|think|voted?|believed?|want(?:ed)?|expect(?:ed)?|"
    r"oppose[d]?|support(?:ed)?|favou?r(?:ed)?|back(?:ed)?|feel|felt|know|knew|own|use[d]?|live[d]?|work(?:ed)?)\b)"
)
_HEDGE = (
    r"(?i:about|around|roughly|approximately|nearly|almost|over|under|up\sto|at\sleast|(?:more|less|fewer)\sthan|just\s(?:over|under)|"
    r"as\s(?:much|many)\sas|only|just|close\sto)\s"
)
_MOVE = (
    r"(?:r[io]se|fall|fell|drop|declin|increas|grow|grew|shr[aiu]nk|jump|climb|plung|tumbl|slump|slid|surg|soar|expand|contract|"
    r"swell)\w{0,4}"
)
_CHANGE = rf"(?:{_MOVE}|(?:reduc|lower|rais|boost|weaken|trim|narrow|widen|curb|devalu|depreciat|cut|slash|chang|down|up)\w{{0,5}})"
_HOLD = (
    rf"(?:{_MOVE}|(?:own|hold|control|cut|slash|shed|sav|los|cover|financ|contribut|retain|represent|compris)(?:e|es|ed|t|s|d|ing|ting)?|"
    r"held|kept|keeps?|bears?|bore|funds?|funded|supplie[sd]|supply|account(?:s|ed|ing)?\sfor|ma(?:ke|kes|de|king)\sup)"
)
_HEDGED = re.compile(rf"\b{_HEDGE}$")
_HELD = re.compile(rf"(?i)\b{_HOLD}\s(?:{_HEDGE})?$")
_CHANGED = re.compile(rf"(?i)\b{_CHANGE}\b.*\b(?:by|to|from)\s(?:{_HEDGE})?$")
_NUMBER_AND = re.compile(r"(?i)(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|hour|year|month|mile|day)s?)\sand\s$")
_ONES_BEFORE = {
    "third": re.compile(r"(?i)\b(?:two|second|both|another)\b"),
    "fourth": re.compile(r"(?i)\b(?:three|third)\b"),
    "fifth": re.compile(r"(?i)\b(?:four|fourth)\b"),
    "sixth": re.compile(r"(?i)\b(?:five|fifth)\b"),
}
"""Words by which a sentence counts up to an ordinal."""

_BEFORE = 90
"""How many characters before a fraction are read."""
_SENTENCE_END = re.compile(r"[.!?][\"”’)]?\s|\n")


def _reader(before: re.Pattern[str]) -> Callable[[re.Match[str]], Reading | None]:
    """A builder of shares that stand behind what `before` finds.

    None where the sentence counts up to the fraction's ordinal, or where the fraction ends a mixed number.
    """

    def build(match: re.Match[str]) -> Reading | None:
        head = _SENTENCE_END.split(match.string[max(0, match.start() - _BEFORE) : match.start()])[-1]
        count, _, word = match["part"].lower().replace("-", " ").rpartition(" ")
        counted = _ONES_BEFORE.get(word) if count in ("a", "an") else None
        if not before.search(head) or _NUMBER_AND.search(head) or (counted and counted.search(head)):
            return None
        return share(read_fraction(match["part"]))

    return build


RULES: tuple[Rule[Reading], ...] = (
    Rule(
        name="share-held",
        pattern=re.compile(rf"{_PART}{_END}"),
        build=_reader(_HELD),
        yes=(
            Example("The family owns [[a fifth]], it said.", "20 percent"),
            Example("The new law will cut [[a third]] from the bill.", "33.33 percent"),
            Example("Wheat makes up about [[a quarter]] in the north.", "about 25 percent"),
        ),
        no=("He scored a third.", "She lost two games and lost a third in May.", "They hold a third meeting."),
    ),
    Rule(
        name="share-changed",
        pattern=re.compile(rf"{_PART_OR_HALF}{_END}"),
        build=_reader(_CHANGED),
        yes=(
            Example("Sales fell by [[a third]] last year.", "33.33 percent"),
            Example("It cut its staff by [[half]].", "50 percent"),
        ),
        no=("He was followed by a third.", "The vase was cut in half.", "The list grew to a third page."),
    ),
    Rule(
        name="share-hedged",
        pattern=re.compile(rf"{_PART_OR_HALF}(?:{_END}|{_VERB})"),
        build=_reader(_HEDGED),
        yes=(Example("Almost [[a quarter]] said no.", "under 25 percent"),),
        no=("It ran for two seasons and almost a third.", "We know about a third man.", "They waited more than half an hour."),
    ),
    Rule(
        name="share-plural",
        pattern=re.compile(rf"{_PART}{_PLURAL}"),
        build=_reader(re.compile("")),
        yes=(Example("[[A fifth]] are paid by the state.", "20 percent"),),
        no=("A third is ill.", "A third said nothing."),
    ),
    Rule(
        name="share-one-part",
        pattern=re.compile(
            rf"(?<![^\W_])(?<!-)(?P<part>(?i:one)-{FRACTION_WORD})(?=\s(?:stake|share|interest|holding|cut|drop|fall|reduction|rise|increase|decline)\b)"
        ),
        build=_reader(re.compile("")),
        yes=(Example("It has a [[one-fifth]] stake in the mill.", "20 percent"),),
        no=("A fifth increase in a row followed.",),
    ),
)
