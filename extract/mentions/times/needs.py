"""What a rule cannot do without: symbols of which every match holds one, so that rules run only where such a symbol stands.

Enters a regular expression over symbols, as `compile_pattern` writes it: classes in brackets, groups, looks around, `|`, `?` and
`{m,n}`. Nearly every rule has such symbols, a month or a unit say, and most texts have few of them. A rule is run over the
stretches of the text around them, wide enough to hold every match with what it looks at before and behind.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

PIECE = re.compile(
    r"(?P<look>\(\?<?[=!])|(?P<open>\((?:\?:|\?P<\w+>))|(?P<close>\))|(?P<bar>\|)|\[(?P<symbols>[^\]]*)\]|(?P<any>\.)"
)
TIMES = re.compile(r"\?|\{(?P<least>\d+)(?:,(?P<most>\d+))?\}")
OFTEN = 1000  # what a word counts that stands in every sentence, beside one that does not


@dataclass(frozen=True, slots=True)
class Needs:
    """What every match of a pattern holds.

    Args:
        symbols: each match holds one of them; None if the pattern has no such symbols.
        width: the most tokens that a match spans with what it looks at around itself.
    """

    symbols: frozenset[str] | None
    width: int


def rarest(parts: Iterable[Needs], common: frozenset[str]) -> frozenset[str] | None:
    """Of the symbols that parts need one by one, those that the fewest places of a text have."""
    needed = [part.symbols for part in parts if part.symbols is not None]
    return min(needed, key=lambda symbols: len(symbols) + OFTEN * len(symbols & common), default=None)


def read_needs(source: str, common: frozenset[str]) -> Needs:
    """What a pattern needs.

    Args:
        source: the regular expression over symbols.
        common: symbols of words that stand in every sentence, chosen only where there is nothing better.

    Raises:
        ValueError: the expression holds something else than what `compile_pattern` writes.
    """
    branches: list[list[list[Needs]]] = [[[]]]  # groups that are open, each with its branches, each with its parts
    looks = [False]
    position = 0
    while position < len(source):
        piece = PIECE.match(source, position)
        if piece is None or (piece["close"] and len(branches) == 1):
            raise ValueError(f"cannot read {source[position:]!r} in {source!r}")
        position = piece.end()
        if piece["open"] or piece["look"]:
            branches.append([[]])
            looks.append(bool(piece["look"]))
            continue
        if piece["bar"]:
            branches[-1].append([])
            continue
        if piece["close"]:
            part = either(branches.pop(), common)
            part = Needs(None, part.width) if looks.pop() else part
        else:
            part = Needs(None if piece["any"] else frozenset(piece["symbols"]), 1)
        times = TIMES.match(source, position)
        if times:
            position = times.end()
            least, most = int(times["least"] or 0), int(times["most"] or times["least"] or 1)
            part = Needs(part.symbols if least else None, part.width * most)
        branches[-1][-1].append(part)
    return either(branches[0], common)


def either(branches: list[list[Needs]], common: frozenset[str]) -> Needs:
    """What a match of one of several branches needs."""
    needed = [rarest(parts, common) for parts in branches]
    width = max(sum(part.width for part in parts) for parts in branches)
    known = [symbols for symbols in needed if symbols is not None]
    return Needs(frozenset().union(*known) if len(known) == len(needed) else None, width)


def stretches(places: Iterable[int], width: int) -> Iterator[tuple[int, int]]:
    """The stretches, in order and apart from each other, that reach `width` tokens to both sides of some places in order."""
    start, end = 0, -1
    for place in places:
        if place - width > end >= 0:
            yield start, end
            start = place - width
        elif end < 0:
            start = max(0, place - width)
        end = place + width + 1
    if end >= 0:
        yield start, end
