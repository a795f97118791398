"""Progress of a run: counts enter as the run goes on; a bar on a terminal, plain lines without one, or nothing leave."""

import json
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import click

from extract.articles.readers.compression import ENDINGS
from extract.articles.readers.failure import Failure
from extract.articles.readers.sources import File

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

EVERY = 30.0  # seconds between two plain lines
PACE = 30_000  # characters that one process reads in a second, roughly: the first guess, until the run itself shows
PACKED = 3  # times that text shrinks when it is compressed
ALL_DONE, SOME_FAILED, NOTHING_DONE = 0, 1, 2


@dataclass
class Tally:
    """What a run has done so far."""

    articles: int = 0
    rows: int = 0
    failures: int = 0

    @property
    def status(self) -> int:
        """The exit status."""
        if not self.articles:
            return NOTHING_DONE
        return SOME_FAILED if self.failures else ALL_DONE


@dataclass
class Watched:
    """A run as its progress is told.

    Args:
        tally: what has been done.
        total: bytes of all files; 0 if that is not known.
        started: when, by `time.monotonic`.
        read: bytes that have been read.
    """

    tally: Tally
    total: int
    started: float = field(default_factory=time.monotonic)
    read: int = 0

    @property
    def seconds(self) -> float:
        """How long it has been going on."""
        return time.monotonic() - self.started

    @property
    def left(self) -> float | None:
        """Seconds that are left, if the rest is like what has been read."""
        if not self.total or not self.read:
            return None
        return self.seconds * max(0, self.total - self.read) / self.read

    def on_bytes(self, size: int) -> None:
        """Tell it of bytes that were read, in whatever thread."""
        self.read += size

    def __str__(self) -> str:
        tally = self.tally
        told = (
            f"{tally.articles:,} articles ({tally.articles / max(self.seconds, 0.001):.1f}/s), {tally.rows:,} rows, "
            f"{tally.failures:,} failures"
        )
        return told if self.left is None else f"{told}, about {duration(self.left)} left"


@dataclass(frozen=True)
class Telling:
    """What is told of a run.

    Args:
        quiet: neither progress nor summary, only failures.
        summary: file for the summary as JSON; None for none.
        about: what else the summary is to hold.
    """

    quiet: bool = False
    summary: Path | None = None
    about: Mapping[str, object] = field(default_factory=dict)

    def summarise(self, watched: Watched, **more: object) -> None:
        """Write the summary, if one is wanted."""
        if self.summary:
            self.summary.write_text(json.dumps({**self.about, **summary(watched), **more}, indent=1) + "\n", encoding="utf-8")


def summary(watched: Watched) -> dict[str, object]:
    """What a run has done, for JSON: articles, rows, failures, seconds, articles a second, exit status."""
    tally, seconds = watched.tally, watched.seconds
    return {
        "articles": tally.articles,
        "rows": tally.rows,
        "failures": tally.failures,
        "seconds": round(seconds, 3),
        "articles_per_second": round(tally.articles / max(seconds, 0.001), 2),
        "status": tally.status,
    }


@contextmanager
def progress(files: Sequence[File | Failure], tally: Tally, *, quiet: bool = False) -> Iterator[tuple[Watched, Callable[[], None]]]:
    """Tell how a run goes on, on standard error.

    Yields:
        The run as it is watched, to be told of bytes, and a function to call after each result.
    """
    watched = Watched(tally, size_of(files))
    if quiet:
        yield watched, lambda: None
    elif sys.stderr.isatty():
        with _bar(watched) as show:
            yield watched, show
    else:
        yield watched, _lines(watched)


def _lines(watched: Watched) -> Callable[[], None]:
    told = watched.started

    def show() -> None:
        nonlocal told
        if time.monotonic() - told >= EVERY:
            told = time.monotonic()
            click.echo(f"{duration(watched.seconds)}: {watched}", err=True)

    return show


@contextmanager
def _bar(watched: Watched) -> Iterator[Callable[[], None]]:
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn

    columns = (BarColumn(), TaskProgressColumn(), TextColumn("{task.description}"))
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(str(watched), total=watched.total or None)
        yield lambda: _advance(bar, task, watched)


def _advance(bar: "Progress", task: "TaskID", watched: Watched) -> None:
    bar.update(task, completed=watched.read, description=str(watched))


def size_of(files: Sequence[File | Failure]) -> int:
    """Bytes of all files; 0 if one of them is standard input."""
    if any(isinstance(file, File) and file.path is None for file in files):
        return 0
    return sum(file.size for file in files if isinstance(file, File))


def characters_of(files: Sequence[File | Failure]) -> int:
    """Characters of all files, roughly; 0 if one of them is standard input."""
    if not size_of(files):
        return 0
    known = [file for file in files if isinstance(file, File)]
    return sum(file.size * (PACKED if file.below.casefold().endswith(ENDINGS) else 1) for file in known)


def duration(seconds: float) -> str:
    """Seconds in words.

    >>> duration(8), duration(95), duration(7_300)
    ('8 s', '2 min', '2.0 h')
    """
    if seconds < 90:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 5_400 else f"{seconds / 3_600:.1f} h"
