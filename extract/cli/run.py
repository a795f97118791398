"""A run of the command line: sources enter, a table and a list of failures leave; progress and summary go to standard error."""

import io
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from pathlib import Path
from typing import cast

import click

from extract.articles.article import Given
from extract.articles.readers.failure import Failure
from extract.articles.readers.input import OnFields
from extract.articles.readers.records import Fields
from extract.articles.readers.sources import FAILURES_ENDING, find_files, read_files
from extract.batch.outcome import Outcome
from extract.cli.progress import Tally, Telling, progress
from extract.tables.columns import FAILURES, Columns, Row
from extract.tables.files import Write, ending_of, json_lines, table_file
from extract.tables.rows import row_of_failure

STDOUT = "-"
TOLD = 10  # failures that are told one by one; their file lists all

Work = Callable[[Iterable[Given | Failure]], Iterator[Outcome]]


PLAIN = Telling()


class _NothingDoneError(Exception):
    """Not one article was read, so no table is to appear."""


def run_to_table(
    names: Sequence[str],
    target: str,
    work: Work,
    columns: Columns,
    fields: Fields,
    *,
    tell: Telling = PLAIN,
    limit: int | None = None,
    verbose: bool = False,
) -> int:
    """Reads the sources, writes the table and the list of failures, tells how it went.

    Args:
        names: sources as they were named.
        target: table file, or `-` for JSON lines on standard output.
        work: makes outcomes of sources.
        columns: columns of the table.
        fields: where records hold what.
        tell: what is told of the run.
        limit: articles that are read at most, the first ones.
        verbose: tell which fields of the records were taken for what.

    Returns:
        The exit status.
    """
    table, failures = (None, None) if target == STDOUT else (Path(target), Path(target + FAILURES_ENDING))
    if table:
        ending_of(table)  # before anything is read
    files = list(find_files(names, skip=[path for path in (table, failures) if path]))
    tally = Tally()
    with progress(files, tally, quiet=tell.quiet) as (watched, show):
        on_fields = teller_of_fields() if verbose else None
        found = read_files(files, fields=fields, stdin=stdin(), on_bytes=watched.on_bytes, on_fields=on_fields)
        outcomes = work(first(found, limit))
        with _list_of_failures(failures) as fail:
            try:
                with table_file(table, columns) if table else nullcontext(partial(_write_to_stdout, columns=columns)) as write:
                    _drain(outcomes, write, fail, tally, show)
                    if not tally.articles:
                        raise _NothingDoneError
            except _NothingDoneError:
                pass
    if failures and not tally.failures:
        failures.unlink(missing_ok=True)
    if not tell.quiet:
        _tell(tally, names, failures, watched.seconds)
    tell.summarise(watched, target=target)
    return tally.status


def teller_of_fields() -> OnFields:
    """Tells of each file, once, which fields of its records were taken for what."""
    told: set[str] = set()

    def tell(file: str, taken: dict[str, str]) -> None:
        line = f"{file}: " + (", ".join(f"{what} from {name!r}" for what, name in taken.items()) or "no field known")
        if line not in told:
            told.add(line)
            click.echo(line, err=True)

    return tell


def stdin() -> io.BufferedReader:
    """Standard input, which a reader may close; it gives what is there and does not wait until a buffer is full."""
    return io.BufferedReader(cast(io.RawIOBase, getattr(sys.stdin.buffer, "raw", sys.stdin.buffer)))


def first(found: Iterable[Given | Failure], limit: int | None) -> Iterator[Given | Failure]:
    """What was found up to so many articles; all of it if the limit is None."""
    articles = 0
    for each in found:
        if articles == limit:
            return
        articles += not isinstance(each, Failure)
        yield each


def _drain(outcomes: Iterable[Outcome], write: Write, fail: Write, tally: Tally, show: Callable[[], None]) -> None:
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
        show()


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
