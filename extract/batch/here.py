"""The engine without processes: every batch is read where the run is; nothing is killed, so a debugger can follow."""

import time
from collections.abc import Iterable, Iterator

from extract.articles.article import Given
from extract.articles.readers.failure import Failure
from extract.batch.batches import batches, shared
from extract.batch.outcome import Result, Start


def run_here(sources: Iterable[Given | Failure], start: Start) -> Iterator[Result]:
    """The result of each source, in order.

    Raises:
        ModelError: the work cannot start.
        MemoryError: an article needs more memory than there is.
    """
    work = start()
    for batch in batches(sources):
        if isinstance(batch, Failure):
            yield Result(batch, batch)
            continue
        started = time.perf_counter()
        results = [Result(source, outcome) for source, outcome in zip(batch, work(batch), strict=True)]
        yield from shared(results, time.perf_counter() - started)
