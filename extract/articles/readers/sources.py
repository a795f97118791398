"""Sources: names of files, folders and globs, or `-`, enter; every article that they hold leaves, each under one id."""

import glob
import io
import os
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import takewhile
from pathlib import Path

from extract.articles.article import Given
from extract.articles.readers.compression import decompressed, without_ending
from extract.articles.readers.failure import Failure, Place
from extract.articles.readers.formats import ending_of, reader_of
from extract.articles.readers.ids import once
from extract.articles.readers.input import Input, OnFields
from extract.articles.readers.records import Fields
from extract.errors import SourceError

STDIN = "-"
FAILURES_ENDING = ".failures.jsonl"  # ending of our own lists, which are no articles


@dataclass(frozen=True, slots=True)
class File:
    """A file to read.

    Args:
        path: where it is; None for standard input.
        below: its path below the source that was named, with `/`.
        size: bytes on disk; 0 for standard input.
    """

    path: Path | None
    below: str
    size: int = 0


def find_files(names: Sequence[str], *, skip: Collection[Path] = ()) -> Iterator[File | Failure]:
    """The files that the names stand for, in the order of the names and below each in the order of their paths.

    In folders only files of a known format are taken; a file that is named is always taken.

    Args:
        names: files, folders (with all below them), globs (`**` for all below), `-` for standard input.
        skip: files that are passed over: what the run itself writes.
    """
    skipped = {path.resolve() for path in skip}
    for name in names:
        if name == STDIN:
            yield File(None, "stdin")
            continue
        found = list(_named(name))
        if not found and not Path(name).is_dir():
            error = SourceError("no such file or folder", mend="look at its spelling; a glob must match at least one file")
            yield Failure.at(Place(name), error)
        for path, below in found:
            if path.resolve() not in skipped:
                yield File(path, below, path.stat().st_size)


def _named(name: str) -> Iterator[tuple[Path, str]]:
    path = Path(name)
    if path.is_dir():
        yield from _folder(path)
    elif path.exists():
        yield path, path.name
    elif glob.has_magic(name):
        fixed = Path(*takewhile(lambda part: not glob.has_magic(part), path.parts))
        for match in sorted(fixed.glob(str(path.relative_to(fixed)))):
            below = match.relative_to(fixed)
            if match.is_file() and not any(map(_hidden, below.parts)):
                yield match, below.as_posix()


def _folder(folder: Path) -> Iterator[tuple[Path, str]]:
    for where, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not _hidden(name))
        for name in sorted(files):
            if ending_of(without_ending(name)) and not _hidden(name):
                path = Path(where, name)
                yield path, path.relative_to(folder).as_posix()


def _hidden(name: str) -> bool:
    """Whether only its full name stands for the file: a hidden file, or one of our own lists of failures."""
    return name.startswith(".") or name.endswith(FAILURES_ENDING)


def read_files(
    files: Iterable[File | Failure],
    *,
    fields: Fields,
    stdin: io.BufferedReader,
    on_bytes: Callable[[int], None] = lambda _: None,
    on_fields: OnFields | None = None,
) -> Iterator[Given | Failure]:
    """Every article of the files; what cannot be read is a failure, and the next is read.

    Args:
        fields: where records hold what.
        stdin: what `-` stands for.
        on_bytes: told of the bytes that were read since it was last told.
        on_fields: told of the fields that were taken of each record.
    """

    def each() -> Iterator[Given | Failure]:
        for file in files:
            if isinstance(file, Failure):
                yield file
            else:
                yield from _read(file, stdin, on_bytes, partial(Input, fields=fields, on_fields=on_fields))

    return once(each())


def _read(
    file: File, stdin: io.BufferedReader, on_bytes: Callable[[int], None], given: Callable[..., Input]
) -> Iterator[Given | Failure]:
    name = "stdin" if file.path is None else str(file.path)
    try:
        raw = stdin if file.path is None else file.path.open("rb")
    except OSError as error:
        yield Failure.at(Place(name), error, id=_id_of(file.below))
        return
    with raw:
        position = 0
        for source in read_stream(raw, name, file.below, given=partial(given, streamed=file.path is None)):
            yield source
            if file.path:
                on_bytes(raw.tell() - position)
                position = raw.tell()


def read_stream(raw: io.BufferedReader, name: str, below: str, *, given: Callable[..., Input]) -> Iterator[Given | Failure]:
    """Every article of one open file; ids that are met again stay as they are.

    Args:
        raw: the bytes of the file, as they are on disk.
        name: how messages call it.
        below: its path below the source that was named, with `/`.
        given: makes what the reader is given of stream, name and id.
    """
    id_ = _id_of(below)
    try:
        stream = decompressed(raw)
        reader = reader_of(ending_of(without_ending(below)), stream)
        yield from reader(given(stream, name, id_))
    except Exception as error:  # a reader meets anything in the wild, and no file may stop the run
        yield Failure.at(Place(name), error, id=id_)


def _id_of(below: str) -> str:
    plain = without_ending(below)
    return plain[: len(plain) - len(ending_of(plain))]
