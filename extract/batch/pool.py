"""The engine of local processes: sources enter, results leave in their order; an article that breaks a worker breaks no run."""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from multiprocessing.connection import wait

from extract.articles.article import Given
from extract.articles.readers.failure import Failure, Place
from extract.batch.batches import shared
from extract.batch.feed import Feed
from extract.batch.limits import Limits
from extract.batch.outcome import Result, Start
from extract.batch.worker import Answer, Worker
from extract.errors import WorkerError

TICK = 0.05  # seconds between two looks at sources and deadlines
WINDOW = 8  # batches for each worker that may be under way or wait for an earlier one
RENEWED = 400  # batches after which another worker takes over: spaCy keeps every word that it has met, and memory is to stay flat
FALSE_STARTS = 3  # workers in a row that may end before they are ready


def run_in_workers(
    sources: Iterable[Given | Failure], start: Start, *, workers: int, limits: Limits | None = None
) -> Iterator[Result]:
    """The result of each source, in order, as soon as it and those before it are there.

    The articles of a batch with which a worker dies or is late are read again one by one; one with which a worker dies once more
    becomes a failure. Sources are read ahead a bounded number of characters, and no further than results are taken.

    Args:
        sources: they are read in a thread of their own.
        start: how a worker gets ready to work; can be pickled.
        workers: how many processes there are.
        limits: what an article may take.

    Raises:
        ModelError: the work cannot start.
        WorkerError: workers end before they are ready.
    """
    pool = _Pool(Feed(sources), start, workers, limits or Limits())
    try:
        yield from pool.results()
    finally:
        pool.end()


@dataclass
class _Batch:
    """Sources that were read ahead together, and the results that there are so far, by place."""

    sources: list[Given]
    results: dict[int, Result] = field(default_factory=dict)
    failure: Failure | None = None

    @property
    def finished(self) -> bool:
        return len(self.results) == len(self.sources)

    def in_order(self) -> Iterator[Result]:
        if self.failure:
            yield Result(self.failure, self.failure)
        yield from (self.results[place] for place in range(len(self.sources)))


@dataclass
class _Task:
    """Articles of a batch that a worker is given together; `alone` if it is the second try of a single one."""

    batch: _Batch
    places: range
    alone: bool = False

    @property
    def sources(self) -> list[Given]:
        return [self.batch.sources[place] for place in self.places]

    def answered(self, answer: Answer) -> None:
        outcomes, seconds = answer
        results = [Result(source, outcome) for source, outcome in zip(self.sources, outcomes, strict=True)]
        self.batch.results.update(zip(self.places, shared(results, seconds), strict=True))

    def set_aside(self, reason: str, seconds: float) -> None:
        (source,) = self.sources
        place = Place.of(source.place)
        failure = Failure(place.file, place.record, source.id, reason)
        self.batch.results[self.places[0]] = Result(source, failure, seconds)


class _Pool:
    def __init__(self, feed: Feed, start: Start, workers: int, limits: Limits) -> None:
        self.feed, self.start, self.limits = feed, start, limits
        self.workers: dict[Worker, _Task | None] = {Worker(start, limits): None for _ in range(workers)}
        self.order: deque[_Batch] = deque()  # batches whose results are still to be given, in the order of the sources
        self.again: deque[_Task] = deque()
        self.false_starts = 0

    def results(self) -> Iterator[Result]:
        while True:
            self._hand_out()
            while self.order and self.order[0].finished:
                yield from self.order.popleft().in_order()
                self._hand_out()
            if self.feed.ended and not self.order:
                self.feed.check()
                return
            self._listen()

    def end(self) -> None:
        self.feed.stop()
        for worker in self.workers:
            worker.kill()

    def _hand_out(self) -> None:
        """Gives each idle worker its next task, as far as there are any."""
        for worker in [worker for worker, task in self.workers.items() if worker.ready and task is None]:
            task = self.again.popleft() if self.again else self._new()
            if task is None:
                return
            self.workers[worker] = task
            try:
                worker.give(task.sources)
            except OSError:
                self._lost(worker)

    def _new(self) -> _Task | None:
        while len(self.order) < WINDOW * len(self.workers):
            taken = self.feed.take()
            if taken is None:
                return None
            if isinstance(taken, Failure):
                self.order.append(_Batch([], failure=taken))
                continue
            batch = _Batch(taken)
            self.order.append(batch)
            return _Task(batch, range(len(taken)))
        return None

    def _listen(self) -> None:
        """Waits a moment for answers, and ends the workers that are late."""
        by_connection = {worker.connection: worker for worker in self.workers}
        for connection in wait(list(by_connection), TICK):
            self._hear(by_connection[connection])  # type: ignore[index]
        for worker in [worker for worker in self.workers if worker.is_late]:
            self._lost(worker)

    def _hear(self, worker: Worker) -> None:
        try:
            answer = worker.answer()
        except (EOFError, OSError):
            self._lost(worker)
            return
        self.false_starts = 0
        if answer is not None and (task := self.workers[worker]):
            task.answered(answer)
            self.workers[worker] = None
            if worker.answers == RENEWED:
                del self.workers[worker]
                worker.kill()
                self.workers[Worker(self.start, self.limits)] = None

    def _lost(self, worker: Worker) -> None:
        """Puts another worker in the place of one that died or is late, and what it was at back or aside."""
        task = self.workers.pop(worker)
        reason, seconds = worker.failing(), worker.busy
        worker.kill()
        if task is None:
            self.false_starts += 1
            if self.false_starts == FALSE_STARTS:
                raise WorkerError(f"workers do not start: {reason}", mend="look at the messages above, or try --workers 0")
        elif task.alone:
            task.set_aside(reason, seconds)
        else:
            self.again.extend(_Task(task.batch, range(place, place + 1), alone=True) for place in task.places)
        self.workers[Worker(self.start, self.limits)] = None
