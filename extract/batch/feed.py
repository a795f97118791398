"""The feed: a thread reads sources ahead, a bounded number of characters, so that slow sources never hold up finished work."""

import threading
from collections import deque
from collections.abc import Iterable

from extract.articles.article import Given
from extract.articles.readers.failure import Failure
from extract.batch.batches import CHARACTERS, fits

AHEAD = 4 * CHARACTERS  # characters that are read ahead
FAILURES_AHEAD = 1_000


class Feed:
    """Reads sources in a thread of its own and hands them out in batches, in order.

    Args:
        sources: what to read; an error that it raises is raised again by `check`.
    """

    def __init__(self, sources: Iterable[Given | Failure]) -> None:
        self._sources = sources
        self._waiting: deque[Given | Failure] = deque()
        self._size = 0
        self._error: BaseException | None = None
        self._ended = False
        self._stopped = False
        self._changed = threading.Condition()
        threading.Thread(target=self._read, daemon=True, name="newsfacts-feed").start()

    @property
    def ended(self) -> bool:
        """Whether all has been handed out."""
        with self._changed:
            return self._ended and not self._waiting

    def check(self) -> None:
        """Raise the error with which the sources ended, if they did."""
        if self._error is not None:
            raise self._error

    def take(self) -> list[Given] | Failure | None:
        """The next batch, of what has been read so far, or the next failure; None if nothing has been read."""
        with self._changed:
            if not self._waiting:
                return None
            taken = self._next()
            self._changed.notify_all()
            return taken

    def stop(self) -> None:
        """Let the thread end with the source it is at."""
        with self._changed:
            self._stopped = True
            self._changed.notify_all()

    def _next(self) -> list[Given] | Failure:
        batch: list[Given] = []
        size = 0
        while self._waiting:
            each = self._waiting[0]
            if isinstance(each, Failure):
                if batch:
                    break
                self._waiting.popleft()
                return each
            if batch and not fits(each, len(batch), size):
                break
            self._waiting.popleft()
            batch.append(each)
            size += each.size
        self._size -= size
        return batch

    def _read(self) -> None:
        try:
            for each in self._sources:
                with self._changed:
                    self._changed.wait_for(self._has_room)
                    if self._stopped:
                        return
                    self._waiting.append(each)
                    self._size += 0 if isinstance(each, Failure) else each.size
        except BaseException as error:
            self._error = error
        finally:
            with self._changed:
                self._ended = True

    def _has_room(self) -> bool:
        return self._stopped or (self._size < AHEAD and len(self._waiting) < FAILURES_AHEAD)
