"""Told recipients: the names of an article enter; those that are said to get or be charged leave.

What an article is about is said once: "aid for Ukraine", "the bid for Nordtek", "Lind was fined". Later sums name only who gives.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from extract.facts.context import is_known
from extract.facts.names.table import NameTable
from extract.facts.slots.arguments import Argument, acts_of, function_of, rank_of


@dataclass(frozen=True, slots=True)
class Told:
    """A name where it stands as a recipient.

    Args:
        sentence: number of the sentence.
        name: canonical name.
        classes: what is done, by the classes of the predicate.
    """

    sentence: int
    name: str
    classes: tuple[str, ...]


def told_recipients(names: NameTable) -> tuple[Told, ...]:
    """Every name of the parsed sentences that stands where its predicate's recipient stands."""
    return tuple(_told(names))


def _told(names: NameTable) -> Iterator[Told]:
    for number, parsed in names.reading.parsed.items():
        for mention in names.mentions(parsed):
            function, served = function_of(parsed.doc[mention.end - 1])
            if is_known(served):
                classes = acts_of(served)
                if rank_of("recipient", Argument(function, "told", classes)) == 1:
                    yield Told(number, mention.name.canonical, classes)


def counted(told: tuple[Told, ...], classes: tuple[str, ...], *, outside: int) -> Mapping[str, int]:
    """How often each name is told to be the recipient of one of some classes, in sentences other than one."""
    return Counter(each.name for each in told if each.sentence != outside and set(each.classes) & set(classes))
