"""Habits: an article's names enter; how each of them mostly stands in its sentences leaves.

An article is mostly about few who act: who has been the subject before is likelier to give than who has only stood behind "to".
"""

from collections import Counter
from dataclasses import dataclass

from spacy.tokens import Token

from extract.facts.frame import SUBJECT
from extract.facts.names.table import NameTable

OWNING = frozenset({"poss", "amod", "compound", "nmod"})
GOALS = frozenset({"to", "for", "in", "against", "on"})  # who stands behind them is hardly ever who acts
MOSTLY = 2  # times as often


@dataclass(frozen=True, slots=True)
class Habits:
    """How the names of an article stand.

    Args:
        acts: by canonical name, how often it stands as the subject of a verb, behind "by", or as owner of a subject.
        suffers: by canonical name, how often it stands behind "to", "for" and their like.
    """

    acts: Counter[str]
    suffers: Counter[str]

    def of(self, name: str) -> str:
        """How a name mostly stands: `acts`, `suffers`, `both` or `neither`.

        >>> Habits(Counter({"Lind": 3}), Counter({"Lind": 1})).of("Lind")
        'acts'
        """
        acts, suffers = self.acts[name], self.suffers[name]
        if not acts and not suffers:
            return "neither"
        return "acts" if acts > MOSTLY * suffers else "suffers" if suffers > MOSTLY * acts else "both"


def find_habits(names: NameTable) -> Habits:
    """How the names of an article stand in its parsed sentences."""
    acts, suffers = Counter[str](), Counter[str]()
    for number, parsed in names.reading.parsed.items():
        for each in names.found.get(number, ()):
            root = parsed.doc[each.start : each.end].root
            if _acts(root):
                acts[each.name.canonical] += 1
            elif root.dep_ == "pobj" and root.head.lower_ in GOALS:
                suffers[each.name.canonical] += 1
    return Habits(acts, suffers)


def _acts(root: Token) -> bool:
    """Whether a name is a subject, owns one, or stands behind the "by" of a passive."""
    subject = root.head if root.dep_ in OWNING else root
    return subject.dep_ in SUBJECT or (root.dep_ == "pobj" and root.head.dep_ == "agent")
