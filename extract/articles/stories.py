"""Stories: bodies of articles enter, one after the other; each leaves with the id of the first article that tells the same story.

Agencies write for many outlets, which change the headline, cut the end and add a line. A body is seen as the set of its runs of
words; MinHash keeps a signature of it, a few hundred bytes from which the share of common runs can be told, and which can be made
without knowing other articles (by workers, say). Which articles are one story is then told in the order of the articles, so that
the same sources give the same stories.
"""

import re
import struct
from collections.abc import Iterator
from zlib import crc32

from rensa import RMinHash

WORD = re.compile(r"\w+")
RUN = 4  # words in a row
SEEN = 2_400  # characters from the start of the body: what a copy is cut by stands below
LEAST = 20  # runs of a body that can be told from others: shorter ones are stories of their own
HASHES = 80
BANDS, ROWS = (
    10,
    4,
)  # bodies that share 0.8 of their runs meet in a band 99 times in 100, 0.7 of them 94 times, 0.4 of them 23 times
SEED = 20250302
SAME = 0.6  # share of common runs from which two bodies are one story
REMEMBERED = 100_000  # stories; each takes about 2 KB of memory


def signature(body: str) -> bytes:
    """What is kept of a body to compare it by; empty if it is too short to be told from others.

    Args:
        body: the article's own text, as `Article.body` gives it.
    """
    words = WORD.findall(body[:SEEN].lower())
    runs = [" ".join(words[start : start + RUN]) for start in range(len(words) - RUN + 1)]
    if len(runs) < LEAST:
        return b""
    hashes = RMinHash(num_perm=HASHES, seed=SEED)
    hashes.update(runs)
    return struct.pack(f"<{HASHES}I", *hashes.digest())


def likeness(one: bytes, other: bytes) -> float:
    """The share of runs that two bodies have in common, as their signatures tell it, give or take 0.05."""
    equal = sum(first == second for first, second in zip(memoryview(one).cast("I"), memoryview(other).cast("I"), strict=True))
    return equal / HASHES


class Stories:
    """The stories that were met last, oldest first.

    Args:
        remembered: how many; beyond it the oldest is forgotten, and a copy of it that comes later is a story of its own. Copies
            appear within days of each other, so that a run over sources in the order of time needs no more.
    """

    def __init__(self, *, remembered: int = REMEMBERED) -> None:
        self._remembered = remembered
        self._stories: dict[int, tuple[str, bytes]] = {}
        self._bands: dict[int, tuple[int, ...]] = {}
        self._next = 0

    def of(self, id: str, signature: bytes) -> str:
        """The story that an article tells: the id of the first article that told it, its own if it is the first.

        Args:
            id: the article's id.
            signature: what `signature` made of its body.
        """
        if not signature:
            return id
        bands = list(_bands(signature))
        met = {number for band in bands for number in self._bands.get(band, ())}
        like = {number: likeness(self._stories[number][1], signature) for number in met}
        best = min(like, key=lambda number: (-like[number], number), default=None)
        if best is not None and like[best] >= SAME:
            return self._stories[best][0]
        self._stories[self._next] = (id, signature)
        for band in bands:
            self._bands[band] = (*self._bands.get(band, ()), self._next)
        self._next += 1
        if len(self._stories) > self._remembered:
            self._forget(next(iter(self._stories)))
        return id

    def _forget(self, number: int) -> None:
        for band in _bands(self._stories.pop(number)[1]):
            rest = tuple(each for each in self._bands[band] if each != number)
            if rest:
                self._bands[band] = rest
            else:
                del self._bands[band]


def _bands(signature: bytes) -> Iterator[int]:
    """A number for each band of a signature; bodies that are equal in a band have it in common."""
    size = 4 * ROWS
    for band in range(BANDS):
        yield crc32(signature[band * size : (band + 1) * size]) * BANDS + band
