"""A run of the command line: sources enter, a table and a list of failures leave; progress and summary go to standard error."""

import io
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import cast

import click
from rich.console import Console, RenderableType

from extract.articles.article import Source
from extract.articles.readers.failure import Failure
from extract.articles.readers.input import OnFields
from extract.articles.readers.records import Fields
from extract.articles.readers.sources import FAILURES_ENDING, File, find_files, read_files
from extract.batch.run import FactReader, Outcome, Read, read
from extract.tables.columns import FAILURES, Columns, Row
from extract.tables.files import Write, ending_of, json_lines, table_file
from extract.tables.rows import row_of_failure

STDOUT = "-"
TOLD = 10  # failures that are told one by one; their file lists all
ALL_DONE, SOME_FAILED, NOTHING_DONE = 0, 1, 2

Work = Callable[[Iterable[Source | Failure]], Iterator[Outcome]]


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


class _NothingDoneError(Exception):
    """Not one article was read, so no table is to appear."""


def run_to_table(names: Sequence[str], target: str, work: Work, columns: Columns, fields: Fields, *, verbose: bool = False) -> int:
    """Reads the sources, writes the table and the list of failures, tells how it went.

    Args:
        names: sources as they were named.
        target: table file, or `-` for JSON lines on standard output.
        work: makes outcomes of sources.
        columns: columns of the table.
        fields: where records hold what.
        verbose: tell which fields of the records were taken for what.

    Returns:
        The exit status.
    """
    started = time.perf_counter()
    table, failures = (None, None) if target == STDOUT else (Path(target), Path(target + FAILURES_ENDING))
    if table:
        ending_of(table)  # before anything is read
    files = list(find_files(names, skip=[path for path in (table, failures) if path]))
    tally = Tally()
    with _progress(files) as on_bytes:
        outcomes = work(
            read_files(files, fields=fields, stdin=_stdin(), on_bytes=on_bytes, on_fields=_teller_of_fields() if verbose else None)
        )
        with _list_of_failures(failures) as fail:
            try:
                with table_file(table, columns) if table else nullcontext(partial(_write_to_stdout, columns=columns)) as write:
                    _drain(outcomes, write, fail, tally)
                    if not tally.articles:
                        raise _NothingDoneError
            except _NothingDoneError:
                pass
    if failures and not tally.failures:
        failures.unlink(missing_ok=True)
    _tell(tally, names, failures, time.perf_counter() - started)
    return tally.status


def run_to_terminal(
    names: Sequence[str],
    reader: FactReader,
    render: Callable[[Read], RenderableType],
    fields: Fields,
    *,
    svg: str | None = None,
) -> int:
    """Reads the sources and shows each article.

    Args:
        names: sources as they were named.
        reader: reads the facts.
        render: what is to be seen of an article and its facts.
        fields: where records hold what.
        svg: file to write a picture of it all to.

    Returns:
        The exit status.
    """
    console = Console(record=svg is not None, highlight=False)
    tally = Tally()
    for each in read(read_files(find_files(names), fields=fields, stdin=_stdin()), reader, any_language=True):
        if isinstance(each, Failure):
            tally.failures += 1
            click.echo(each, err=True)
        else:
            tally.articles += 1
            console.print(render(each))
    if svg:
        console.save_svg(svg, title="newsfacts")
    return tally.status


def _teller_of_fields() -> OnFields:
    """Tells of each file, once, which fields of its records were taken for what."""
    told: set[str] = set()

    def tell(file: str, taken: dict[str, str]) -> None:
        line = f"{file}: " + (", ".join(f"{what} from {name!r}" for what, name in taken.items()) or "no field known")
        if line not in told:
            told.add(line)
            click.echo(line, err=True)

    return tell


def _stdin() -> io.BufferedReader:
    return io.BufferedReader(cast(io.RawIOBase, sys.stdin.buffer))


def _drain(outcomes: Iterable[Outcome], write: Write, fail: Write, tally: Tally) -> None:
    for outcome in outcomes:
        if isinstance(outcome, Failure):
            tally.failures += 1
            fail([row_of_failure(outcome)])
            if tally.failures <= TOLD:
                click.echo(outcome, err=True)
        else:
            tally.articles += 1
            tally.rows += len(outcome.rows)
            write(outcome.rows)


def _tell(tally: Tally, names: Sequence[str], failures: Path | None, seconds: float) -> None:
    if tally.failures > TOLD:
        click.echo(f"… and {tally.failures - TOLD:,} more failures", err=True)
    if not tally.articles and not tally.failures:
        click.echo(f"no articles in {', '.join(names)}: nothing there has the ending of a format that is read", err=True)
    where = f" (listed in {failures})" if failures and tally.failures else ""
    click.echo(f"{tally.articles:,} articles, {tally.rows:,} rows, {tally.failures:,} failures{where}, {seconds:.1f} s", err=True)


def _write_to_stdout(rows: Sequence[Row], *, columns: Columns) -> None:
    """JSON lines, an article at a time, in UTF-8 whatever the terminal's encoding."""
    sys.stdout.buffer.write(json_lines(rows, columns).encode())
    sys.stdout.buffer.flush()


def _list_of_failures(path: Path | None) -> AbstractContextManager[Write]:
    """Writes failures to their file; without one they are only told."""
    return table_file(path, FAILURES) if path else nullcontext(lambda _: None)


@contextmanager
def _progress(files: Sequence[File | Failure]) -> Iterator[Callable[[int], None]]:
    """A bar over the bytes of the files if standard error is a terminal.

    Yields:
        A function that is told of bytes read.
    """
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TimeRemainingColumn

    with Progress(BarColumn(), TaskProgressColumn(), TimeRemainingColumn(), console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=sum(file.size for file in files if isinstance(file, File)))
        yield lambda size: bar.advance(task, size)
