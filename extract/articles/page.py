"""A page as a whole: the looks and first odds of its lines enter, what is counted over all of them is kept."""

import math
from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property

from extract.articles.looks import Look

MOST = 45  # words that a single line may count for: a giant line must not outweigh an article
STEPS = (1, 2, 3, 5, 8, 13, 21)  # borders between distances, in lines
HEADINGS = ("related", "comments", "share", "account", "legal", "ad", "media", "bio", "nav", "byline")
HEADING = 8  # words that no heading has


def grade(chance: float) -> int:
    """A probability in sixths."""
    return min(int(chance * 6), 5)


def part(share: float, parts: int) -> int:
    """A share in so many parts."""
    return min(int(share * parts), parts - 1)


def step(distance: int | None) -> str:
    """A distance in steps that grow."""
    return "none" if distance is None else str(bisect_left(STEPS, distance))


def best_run(gains: Sequence[float]) -> range:
    """The run of numbers with the largest sum; empty if none is above 0."""
    best, run, total, start = 0.0, range(0), 0.0, 0
    for index, gain in enumerate(gains):
        if total <= 0:
            total, start = 0.0, index
        total += gain
        if total > best:
            best, run = total, range(start, index + 1)
    return run


def since(marks: Sequence[bool]) -> list[int | None]:
    """How many lines before each the last marked one stands."""
    found: list[int | None] = []
    last: int | None = None
    for index, mark in enumerate(marks):
        found.append(None if last is None else index - last)
        if mark:
            last = index
    return found


def until(marks: Sequence[bool]) -> list[int | None]:
    """How many lines after each the next marked one stands."""
    return since(marks[::-1])[::-1]


def run_lengths(marks: Sequence[bool]) -> list[int]:
    """Length of the run of marked lines that each line is part of; 0 for those that are not marked."""
    lengths = [0] * len(marks)
    start = 0
    for index in range(len(marks) + 1):
        if index == len(marks) or not marks[index]:
            lengths[start:index] = [index - start] * (index - start)
            start = index + 1
    return lengths


def heading_of(look: Look) -> str | None:
    """Of which kind of heading a line is."""
    if len(look.words) >= HEADING:
        return None
    return next((kind for kind in HEADINGS if look.cues.get(kind, 0) * 2 >= max(len(look.words), 1)), None)


class Page:
    """All lines of a page with what is counted over the whole of it."""

    def __init__(self, looks: Sequence[Look], odds: Sequence[float]) -> None:
        self.looks = looks
        self.count = len(looks)
        self.chances = [1 / (1 + math.exp(-max(min(odd, 20.0), -20.0))) for odd in odds]
        self.masses = [min(len(look.words), MOST) + 1 for look in looks]
        self.sizes = ["short" if len(look.words) < 6 else "middle" if len(look.words) < 16 else "long" for look in looks]
        self.expected = [chance * mass for chance, mass in zip(self.chances, self.masses, strict=True)]
        self.strong = [chance > 0.8 and mass > 15 for chance, mass in zip(self.chances, self.masses, strict=True)]
        self.run = best_run([(2 * chance - 1) * mass for chance, mass in zip(self.chances, self.masses, strict=True)])

    @cached_property
    def headings(self) -> list[tuple[str, int | None, tuple[str, ...]]]:
        """Kind of the heading above each line, lines since then, and the kinds of all headings since the article began.

        A heading holds until the article has gone on for two paragraphs.
        """
        rows: list[tuple[str, int | None, tuple[str, ...]]] = []
        kind, at, past = "none", 0, tuple[str, ...]()
        begun = self.run.start
        for index, look in enumerate(self.looks):
            rows.append((kind, None if kind == "none" else index - at, past))
            if len(look.words) < HEADING and not self.strong[index]:
                found = heading_of(look)
                if found:
                    kind, at = found, index
                    if index > begun and found not in past:
                        past = (*past, found)
            elif self.strong[index] and index and self.strong[index - 1]:
                kind = "none"
        return rows

    def mean(self, first: int, end: int) -> str:
        """Grade of the lines of a window, each weighted by its words."""
        window = range(max(first, 0), min(end, self.count))
        mass = sum(self.masses[window.start : window.stop])
        return str(grade(sum(self.expected[window.start : window.stop]) / mass)) if mass else "none"
