"""Rules of a grammar, each beside the examples that prove it and the look-alikes that it must not match.

`tests/test_rules.py` runs every rule of every room: each finds its own `yes` examples, span and value; the room as a whole
finds nothing else in them; no rule of the room fires on any `no`.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from extract.spans import Span

Value = TypeVar("Value", covariant=True)

MARK = re.compile(r"\[\[(.*?)\]\]", re.DOTALL)


@dataclass(frozen=True)
class Example:
    """A sentence with the rule's span in double brackets, and the value as `str` writes it.

    Args:
        marked: the sentence.
        value: `str` of the mention's value.
        also: what other rules find in the sentence, as written; for rules that need a mention before them.

    >>> Example("Rates rose by [[2.5 per cent]] in May.", "2.5 percent").text
    'Rates rose by 2.5 per cent in May.'
    """

    marked: str
    value: str
    also: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The sentence without its brackets."""
        return MARK.sub(r"\1", self.marked)

    @property
    def span(self) -> Span:
        """Where the brackets stood, in `text`."""
        match = MARK.search(self.marked)
        if match is None:
            raise ValueError(f"example without [[span]]: {self.marked!r}; put double brackets around what the rule finds")
        return Span(match.start(), match.start() + len(match[1]))


@dataclass(frozen=True)
class Rule(Generic[Value]):
    """One rule of a grammar.

    Args:
        name: unique in the whole program; it is what `newsfacts explain` shows.
        pattern: what the rule matches; linear in the length of the text.
        build: the value of a match, or None where it turns out not to be one.
        yes: examples that the rule must find.
        no: look-alikes in which the room must find nothing.
    """

    name: str
    pattern: re.Pattern[str]
    build: Callable[[re.Match[str]], Value | None]
    yes: tuple[Example, ...]
    no: tuple[str, ...]


def alternation(forms: Iterable[str]) -> str:
    """A pattern that matches any of the forms, the longest that fits, with common beginnings tried once.

    A blank in a form matches any single white space, so that a form may be broken over a line.

    >>> alternation(["pound", "pence", "pounds"])
    'p(?:ence|ound(?:s|))'
    """
    return _branches(sorted(set(forms)))


def _branches(forms: list[str]) -> str:
    """The pattern of sorted forms: they are grouped by their first character; the empty form, the shortest, is tried last."""
    groups: dict[str, list[str]] = {}
    for form in forms:
        groups.setdefault(form[:1], []).append(form[1:])
    branches = [(r"\s" if head == " " else re.escape(head)) + _branches(tails) for head, tails in groups.items() if head]
    if "" in groups and branches:
        branches.append("")
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})" if branches else ""
