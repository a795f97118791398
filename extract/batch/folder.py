"""The run folder: results enter as they come; Parquet parts and the ledger of what is in them stay, whatever ends the run.

Below the folder stand `ledger.sqlite`, `facts/` with the parts, and, when a run has come to its end, `failures.jsonl` and
`summary.json`. A part is written beside its place, given to the disk and renamed; then a transaction of the ledger names it and
the articles that it settles. Whatever is found under `facts/` that no transaction named was cut short, and is dropped.
"""

import fcntl
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from extract.articles.article import Given
from extract.articles.readers.failure import Failure, Place
from extract.batch.ledger import Entry, Ledger, Version, digest_of
from extract.batch.outcome import Done, Result
from extract.errors import TargetError
from extract.tables.columns import FACTS, FAILURES, Row
from extract.tables.files import table_file

LEDGER, PARTS, LOCK = "ledger.sqlite", "facts", ".lock"
PART_ROWS, PART_ARTICLES, PART_SECONDS = 50_000, 20_000, 30.0  # what a part holds at most; what a kill can cost


class RunFolder:
    """A run folder that is open for writing; see `open_run`."""

    def __init__(self, path: Path, ledger: Ledger, version: Version) -> None:
        self.path, self.ledger = path, ledger
        self.skipped: Counter[str] = Counter()  # articles that were not read, by why
        self._version = ledger.number_of(version)
        self._pass = int(ledger.get("pass") or 0)
        self._held: list[Result] = []
        self._rows = 0
        self._since = time.monotonic()

    @property
    def parts(self) -> Path:
        """The folder of the parts, which is the table of facts."""
        return self.path / PARTS

    def begin_anew(self) -> None:
        """Let everything be read again, unless that has been begun and not ended."""
        if self.ledger.get("anew") is None:
            self._pass += 1
            self.ledger.put(**{"pass": str(self._pass), "anew": "begun"})

    def unread(self, sources: Iterable[Given | Failure], *, failed: bool = False) -> Iterator[Given | Failure]:
        """The sources that are new, have changed, or are to be read anew.

        Args:
            failed: instead, those that were set aside.
        """
        with self.ledger.lookup() as known_of:
            for each in sources:
                if isinstance(each, Failure):
                    if not failed:
                        yield each
                    continue
                known = known_of(each.id)
                settled = known is not None and known.passed == self._pass and known.digest == digest_of(each)
                if failed:
                    if known is not None and known.state == "failed":
                        yield each
                elif settled and known is not None:
                    self.skipped[known.state] += 1
                else:
                    yield each

    def keep(self, result: Result) -> None:
        """Take a result; it is on the disk at the latest when `PART_SECONDS` have gone and another comes, or with `flush`."""
        self._held.append(result)
        self._rows += len(_rows_of(result))
        full = self._rows >= PART_ROWS or len(self._held) >= PART_ARTICLES
        if full or time.monotonic() - self._since > PART_SECONDS:
            self.flush()

    def flush(self) -> None:
        """Write what is held to a part and the ledger."""
        part = None
        if self._rows:
            part = (self._next_name(), self._rows)
            self._write(part[0], (_rows_of(result) for result in self._held))
        if self._held:
            entries = [_entry(result, part[0] if part else None) for result in self._held]
            self.ledger.record(entries, part=part, current=self._pass, version=self._version)
        self._held, self._rows, self._since = [], 0, time.monotonic()

    def finish(self, *, complete: bool) -> None:
        """Write what is held, drop the old rows of articles that were read again, list the failures.

        Args:
            complete: whether all sources have been read.
        """
        self.flush()
        if complete:
            self.ledger.drop("anew")
            self.ledger.put(ended="yes")
        for name in self.ledger.parts_with_old_rows():
            self._drop_old_rows(name)
        if not self.ledger.parts():
            name = self._next_name()
            self._write(name, [])
            self.ledger.record([], part=(name, 0), current=self._pass, version=self._version)
        with table_file(self.path / "failures.jsonl", FAILURES) as write:
            for entry in self.ledger.failures():
                write([{"file": entry.file, "place": entry.place, "id": entry.id, "reason": entry.reason}])

    def repair(self) -> int:
        """Drop what was cut short, and forget parts that are gone; says how many articles have to be read again for that."""
        self.parts.mkdir(parents=True, exist_ok=True)
        named = self.ledger.parts()
        there = {path.name for path in self.parts.iterdir()}
        for name in there - named.keys():
            (self.parts / name).unlink()
        return sum(self.ledger.forget_part(name) for name in named.keys() - there)

    def _next_name(self) -> str:
        names = list(self.ledger.parts())
        return f"part-{int(names[-1][5:11]) + 1 if names else 0:06}.parquet"

    def _write(self, name: str, rows: Iterable[Iterable[Row]]) -> None:
        with table_file(self.parts / name, FACTS, durable=True) as write:
            for each in rows:
                write(list(each))

    def _drop_old_rows(self, name: str) -> None:
        import pyarrow as pa  # heavy; needed only here
        import pyarrow.compute as pc
        import pyarrow.parquet as pq

        valid = pa.array(sorted(self.ledger.ids_in(name)), pa.string())
        table = pq.read_table(self.parts / name)
        rest = table.filter(pc.is_in(table["doc_id"], value_set=valid))
        new = None
        if rest.num_rows:
            stem, _, revision = name.removesuffix(".parquet").partition(".")
            new = (f"{stem}.{int(revision or 0) + 1}.parquet", rest.num_rows)
            self._write(new[0], (batch.to_pylist() for batch in rest.to_batches(1_000)))
        self.ledger.replace_part(name, new)
        (self.parts / name).unlink()


@contextmanager
def open_run(path: Path, version: Version) -> Iterator[RunFolder]:
    """Open a run folder, new or begun, and put it in order; what is held when the block is left is written, unless it fails.

    Args:
        path: the folder.
        version: what articles are read by.

    Raises:
        TargetError: it cannot be written, belongs to another process, or is no run folder.
    """
    try:
        path.mkdir(parents=True, exist_ok=True)
        foreign = [each.name for each in path.iterdir()] if not (path / LEDGER).exists() else []
        if set(foreign) - {LOCK, PARTS}:
            raise TargetError(
                "a folder of other things, no run", where=str(path), mend="name a new folder, or a table with its ending"
            )
        lock = (path / LOCK).open("w")
    except OSError as error:
        raise TargetError(f"cannot write here: {error.strerror}", where=str(path), mend="choose another folder") from error
    with lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise TargetError("another process is at this run", where=str(path), mend="wait for it, or end it") from error
        ledger = Ledger(path / LEDGER)
        try:
            yield RunFolder(path, ledger, version)
        finally:
            ledger.close()


def _rows_of(result: Result) -> tuple[Row, ...]:
    return result.outcome.rows if isinstance(result.outcome, Done) else ()


def _entry(result: Result, part: str | None) -> Entry:
    given, outcome = result.given, result.outcome
    rows = len(_rows_of(result))
    part = part if rows else None
    if isinstance(given, Failure):
        id_ = given.id or str(Place(given.file, given.place))
        return Entry(id_, None, "unreadable", given.reason, given.file, given.place, 0.0, 0, None)
    place = Place.of(given.place)
    told = (place.file, place.record, result.seconds)
    if isinstance(outcome, Failure):
        return Entry(given.id, digest_of(given), "failed", outcome.reason, *told, 0, None)
    return Entry(given.id, digest_of(given), "done", None, *told, rows, part, outcome.signature)
