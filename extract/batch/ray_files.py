"""Files of a cluster: local paths and addresses such as `s3://bucket/news/` enter; what every node can open leaves."""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from pyarrow import fs

from extract.articles.article import Given
from extract.articles.readers.compression import without_ending
from extract.articles.readers.failure import Failure, Place
from extract.articles.readers.formats import ending_of
from extract.articles.readers.input import Input
from extract.articles.readers.records import Fields
from extract.articles.readers.sources import STDIN, find_files, read_stream
from extract.errors import SourceError


@dataclass(frozen=True, slots=True)
class ClusterFile:
    """A file that any node can open.

    Args:
        address: absolute path or URI.
        below: its path below the source that was named, with `/`.
        name: how messages call it.
    """

    address: str
    below: str
    name: str


def is_address(name: str) -> bool:
    """Whether a name is an address with a scheme, such as `s3://…` or `gs://…`."""
    return "://" in name


def opened(address: str) -> tuple[Any, str]:
    """The file system of an address and the path in it, by pyarrow or, for what it does not know, fsspec."""
    if is_address(address):
        try:
            system, path = fs.FileSystem.from_uri(address)
        except ValueError:  # a scheme of fsspec's
            import fsspec

            system, path = fsspec.core.url_to_fs(address)
            system = fs.PyFileSystem(fs.FSSpecHandler(system))
        return system, path
    return fs.LocalFileSystem(), address


def cluster_files(names: Sequence[str]) -> Iterator[ClusterFile | Failure]:
    """The files that the names stand for, in the order in which one machine would read them.

    Args:
        names: files, folders and globs that all nodes see under the same path, or addresses of files and folders.
    """
    for name in names:
        if name == STDIN:
            error = SourceError("standard input cannot be read by a cluster", mend="write it to files that all nodes can open")
            yield Failure.at(Place("stdin"), error)
        elif is_address(name):
            yield from _listed(name)
        else:
            for file in find_files([name]):
                if isinstance(file, Failure):
                    yield file
                elif file.path:
                    yield ClusterFile(str(file.path.absolute()), file.below, str(file.path))


def _listed(address: str) -> Iterator[ClusterFile | Failure]:
    system, path = opened(address)
    info = system.get_file_info(path)
    if info.type == fs.FileType.NotFound:
        yield Failure.at(Place(address), SourceError("no such file or folder", mend="look at its spelling"))
    elif info.is_file:
        yield ClusterFile(address, info.base_name, address)
    else:
        root = path.rstrip("/")
        for each in sorted(system.get_file_info(fs.FileSelector(root, recursive=True)), key=lambda each: each.path.split("/")):
            below = each.path.removeprefix(root).lstrip("/")
            hidden = any(part.startswith(".") for part in below.split("/"))
            if each.is_file and not hidden and ending_of(without_ending(below)):
                where = f"{address.rstrip('/')}/{below}"
                yield ClusterFile(where, below, where)


def read_cluster_file(file: ClusterFile, fields: Fields) -> Iterator[Given | Failure]:
    """Every article of a file; ids that are met again stay as they are."""
    try:
        system, path = opened(file.address)
        raw = io.BufferedReader(system.open_input_file(path))
    except OSError as error:
        yield Failure.at(Place(file.name), error, id=file.below)
        return
    with raw:
        yield from read_stream(raw, file.name, file.below, given=partial(Input, fields=fields))
