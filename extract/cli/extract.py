"""The command `extract`: its options enter, the engine that reads and the target that is filled are chosen."""

import os
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path

import click

from extract.articles.article import Given
from extract.articles.readers.failure import Failure
from extract.articles.readers.sources import STDIN, find_files
from extract.articles.stories import Stories
from extract.batch.copies import with_stories
from extract.batch.here import run_here
from extract.batch.limits import Limits
from extract.batch.outcome import Outcome, Start
from extract.batch.pool import run_in_workers
from extract.batch.work import read_facts
from extract.cli.folder import Command, Engine, kept_command, run_to_folder
from extract.cli.options import Long
from extract.cli.progress import Tally, Telling, Watched, characters_of
from extract.cli.run import STDOUT, run_to_table
from extract.errors import NewsfactsError, TargetError
from extract.tables.columns import FACTS

LITTLE = 1_000_000  # characters that one process reads before a second one has loaded its model


def extract(command: Command, target: str, long: Long, *, limit: int | None, again: bool, verbose: bool) -> int:
    """Fill a table or a run folder.

    Returns:
        The exit status.

    Raises:
        TargetError: `again` makes no sense for a table, or on Ray.
        NewsfactsError: Ray is not there, or is to tell copies.
    """
    if long.engine == "ray":
        if again:
            raise TargetError("Ray reads everything anew", where=target, mend="leave --again out, and name a new folder")
        return _on_ray(command, target, long, limit)
    workers = workers_for(command.sources, long.workers)
    tell = Telling(quiet=long.quiet, summary=long.summary, about={"engine": "local", "workers": workers})
    engine = engine_of(command, long, workers)
    if is_folder(target):
        return run_to_folder(command, Path(target), engine, workers=workers, tell=tell, anew=again, limit=limit, verbose=verbose)
    if again:
        raise TargetError(
            "a table is always made anew", where=target, mend="leave --again out, or name a run folder: one ends in /"
        )

    def work(found: Iterable[Given | Failure]) -> Iterator[Outcome]:
        return with_stories((result.outcome for result in engine(found)), Stories(), dedupe=command.dedupe)

    return run_to_table(command.sources, target, work, FACTS, command.fields, tell=tell, limit=limit, verbose=verbose)


def retry(target: Path, long: Long) -> int:
    """Read once more what a run folder has set aside.

    Returns:
        The exit status.

    Raises:
        TargetError: it is no run folder, or was filled from standard input.
    """
    command = kept_command(target)
    workers = 1 if long.workers is None else long.workers
    tell = Telling(quiet=long.quiet, summary=long.summary, about={"engine": "local", "workers": workers})
    return run_to_folder(command, target, engine_of(command, long, workers), workers=workers, tell=tell, only_failed=True)


def _on_ray(command: Command, target: str, long: Long, limit: int | None) -> int:
    if command.dedupe:
        raise NewsfactsError(
            "Ray reads articles in no order, so that it cannot tell copies",
            mend="leave --dedupe out, or take the copies out before: `newsfacts clean --dedupe SOURCE... -o articles.jsonl`",
        )
    try:
        from extract.batch.ray_engine import run_on_ray
    except ImportError as error:
        raise NewsfactsError(
            f"Ray is not installed: {error}", mend='run `pip install "newsfacts[ray]"` here and on all nodes'
        ) from error

    if not target.endswith("/"):
        raise TargetError("Ray fills a folder", where=target, mend="let the name end in /")
    tally = Tally()
    watched = Watched(tally, 0)
    written = run_on_ray(
        command.sources,
        target,
        start_of(command),
        fields=command.fields,
        address=long.ray_address,
        workers=long.workers,
        limits=Limits(seconds=long.time_limit, megabytes=long.memory_limit),
        first=limit,
    )
    tally.articles, tally.rows, tally.failures = written.articles, written.rows, written.failures
    Telling(summary=long.summary, about={"engine": "ray"}).summarise(watched, target=target)
    if not long.quiet:
        click.echo(f"{watched}, {watched.seconds:.1f} s; the tables are {target}facts and {target}failures", err=True)
    return tally.status


def start_of(command: Command) -> Start:
    """How a process gets ready to read what a command asks for."""
    return partial(
        read_facts,
        model=command.model,
        any_language=command.any_language,
        everything=command.everything,
        vocabulary=command.vocabulary,
        min_confidence=command.min_confidence,
    )


def is_folder(target: str) -> bool:
    """Whether a target is a run folder: its name ends in a slash, or it is a folder already."""
    return target != STDOUT and (target.endswith(("/", os.sep)) or Path(target).is_dir())


def workers_for(names: Sequence[str], asked: int | None) -> int:
    """How many processes are to read.

    Args:
        names: sources as they were named.
        asked: how many were asked for; None for all cores or, if the sources are small, one.
    """
    if asked is not None:
        return asked
    little = STDIN not in names and characters_of(list(find_files(names))) < LITTLE
    return 1 if little else cores()


def cores() -> int:
    """Cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def engine_of(command: Command, long: Long, workers: int) -> Engine:
    """What reads: processes of this machine or, for no workers, this process itself."""
    start = start_of(command)
    if not workers:
        return partial(run_here, start=start)
    limits = Limits(seconds=long.time_limit, megabytes=long.memory_limit)
    return partial(run_in_workers, start=start, workers=workers, limits=limits)
