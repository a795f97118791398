"""Names where they stand, over a whole article."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from extract.facts.aliases import Name
from extract.spans import Span


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A name where it stands, with the roles that its title or the words beside it tell."""

    span: Span
    name: Name
    roles: tuple[str, ...] = ()


def named_between(occurrences: Sequence[Occurrence], begin: int, end: int) -> list[Occurrence]:
    """The names that begin within `[begin, end)`, in order."""
    left = bisect_left(occurrences, begin, key=lambda occurrence: occurrence.span.start)
    right = bisect_left(occurrences, end, key=lambda occurrence: occurrence.span.start)
    return list(occurrences[left:right])
