"""Outcomes: what becomes of a source. Imports nothing heavy, so that the process which hands out the work stays small."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from extract.articles.article import Given
from extract.articles.readers.failure import Failure
from extract.tables.columns import Row


@dataclass(frozen=True, slots=True)
class Done:
    """An article that was read to its end, and its rows.

    Args:
        signature: what its body is told from others by, for `extract.batch.copies`; empty where there are no rows.
    """

    id: str
    rows: tuple[Row, ...]
    signature: bytes = b""


Outcome: TypeAlias = Done | Failure


@dataclass(frozen=True, slots=True)
class Result:
    """An outcome beside what it came from.

    Args:
        given: the source, or why the reader found none.
        outcome: its rows, or why there are none.
        seconds: that it took; of articles read together, each has its share by length.
    """

    given: Given | Failure
    outcome: Outcome
    seconds: float = 0.0


Work: TypeAlias = Callable[[Sequence[Given]], Iterator[Outcome]]
"""Makes outcomes of sources, one of each, in order."""

Start: TypeAlias = Callable[[], Work]
"""Gets ready to work, once in each process: it loads the model. Can be pickled."""
