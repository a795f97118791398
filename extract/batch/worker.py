"""A worker: a process of its own that loads the model once, takes batches and gives outcomes, and can be killed at any time."""

import contextlib
import gc
import math
import os
import signal
import threading
import time
from multiprocessing import get_context
from multiprocessing.connection import Connection

from extract.articles.article import Given
from extract.batch.limits import OUT_OF_MEMORY, Limits
from extract.batch.outcome import Outcome, Start
from extract.errors import NewsfactsError

ENDING = 1.0  # seconds in which a process ends whose connection is closed
WATCH = 1.0  # seconds between two looks whether the run is still there
GARBAGE = 20_000  # objects after which garbage is collected: a parse makes thousands, and nearly all of them end by themselves
# One thread each: the workers share the cores, and the matrices are too small to share one.
SINGLE_THREADED = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")

Answer = tuple[list[Outcome], float]
"""Outcomes of a batch and the seconds it took."""


class Worker:
    """A worker as the run sees it.

    Args:
        start: how it gets ready to work.
        limits: what it may take.
    """

    def __init__(self, start: Start, limits: Limits) -> None:
        context = get_context("spawn")  # a forked process would inherit the threads and their locks
        self.connection, theirs = context.Pipe()
        self.ready = False
        self.answers = 0  # batches that it has read
        self._limits = limits
        self._process = context.Process(target=_serve, args=(theirs, start, limits.megabytes, os.getpid()), daemon=True)
        self._process.start()
        theirs.close()
        self._since = time.monotonic()
        self._allowed = limits.start  # seconds from then; infinite while it has nothing to do

    @property
    def busy(self) -> float:
        """Seconds since it was started or given something."""
        return time.monotonic() - self._since

    @property
    def is_late(self) -> bool:
        """Whether it has had more time than it may have."""
        return self.busy > self._allowed

    def give(self, batch: list[Given]) -> None:
        """Let it read a batch.

        Raises:
            OSError: it has ended.
        """
        self._since, self._allowed = time.monotonic(), self._limits.of(len(batch))
        self.connection.send(batch)

    def answer(self) -> Answer | None:
        """What it has sent; None if it says that it is ready.

        Raises:
            NewsfactsError: why it cannot work at all.
            EOFError, OSError: it has ended.
        """
        sent: Answer | NewsfactsError | None = self.connection.recv()
        if isinstance(sent, NewsfactsError):
            raise sent
        self.ready, self._allowed = True, math.inf
        self.answers += sent is not None
        return sent

    def failing(self) -> str:
        """Why it is late or has closed its connection."""
        if self.is_late:
            return self._limits.too_slow
        self._process.join(ENDING)
        return self._limits.reason_of(self._process.exitcode)

    def kill(self) -> None:
        """End it, whatever it is at."""
        self._process.kill()
        self._process.join()
        self.connection.close()


def _serve(connection: Connection, start: Start, megabytes: int, run: int) -> None:
    """What runs in the process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the run decides
    os.environ.update(dict.fromkeys(SINGLE_THREADED, "1"))  # before anything imports numpy
    threading.Thread(target=_watch, args=(run,), daemon=True).start()
    _limit_memory(megabytes)
    try:
        try:
            gc.disable()  # what is made now stays
            work = start()
            gc.freeze()  # no collection of garbage has to look through the model
            gc.set_threshold(GARBAGE)
            gc.enable()
        except NewsfactsError as error:
            connection.send(error)
            return
        connection.send(None)
        while True:
            batch: list[Given] = connection.recv()
            started = time.perf_counter()
            try:
                answer: Answer | NewsfactsError = (list(work(batch)), time.perf_counter() - started)
            except NewsfactsError as error:
                answer = error
            connection.send(answer)
    except MemoryError:
        os._exit(OUT_OF_MEMORY)
    except (EOFError, OSError):  # the run has ended
        return


def _watch(run: int) -> None:
    """Ends the process when the run has been killed, whatever it is at."""
    while os.getppid() == run:
        time.sleep(WATCH)
    os._exit(1)


def _limit_memory(megabytes: int) -> None:
    """Lets whatever asks for more memory fail; nothing where the system has no such limit."""
    try:
        import resource
    except ImportError:
        return
    with contextlib.suppress(ValueError, OSError):
        _, hard = resource.getrlimit(resource.RLIMIT_DATA)
        resource.setrlimit(resource.RLIMIT_DATA, (megabytes * 1_000_000, hard))
