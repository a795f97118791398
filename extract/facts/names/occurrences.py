"""Names where they stand, over a whole article."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from extract.facts.names.aliases import Name
from extract.spans import Span


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A name where it stands.

    Args:
        span: its place.
        name: whom it names.
        roles: what its title or the words beside it call the bearer.
        body: the body that it names together with the noun behind it ("Lind campaign"); empty if there is none.
        quoted: whether it stands in quotation marks, as titles of films and books do.
        gender: what "Mr" or "Ms" before it tells: `m`, `f`; empty if neither stands there.
    """

    span: Span
    name: Name
    roles: tuple[str, ...] = ()
    body: str = ""
    quoted: bool = False
    gender: str = ""


@dataclass(frozen=True, slots=True)
class NameMention:
    """A name that stands in a parsed sentence.

    Args:
        span: where it stands in the article.
        start: its first token in the sentence.
        end: the token behind its last.
        name: whom it names.
        label: spaCy's label of an entity that begins there; None if spaCy saw none.
        adjective: whether it is a country's adjective that only modifies a noun ("Danish" in "Danish model").
        rule: the rule that gave the canonical name.
    """

    span: Span
    start: int
    end: int
    name: Name
    label: str | None
    adjective: bool
    rule: str


def named_between(occurrences: Sequence[Occurrence], begin: int, end: int) -> list[Occurrence]:
    """The names that begin within `[begin, end)`, in order."""
    left = bisect_left(occurrences, begin, key=lambda occurrence: occurrence.span.start)
    right = bisect_left(occurrences, end, key=lambda occurrence: occurrence.span.start)
    return list(occurrences[left:right])
