"""What a reader is given: the bytes of one file, already decompressed, and what to call its articles."""

import io
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from extract.articles.article import Given, Source
from extract.articles.readers.failure import Failure, Place
from extract.articles.readers.records import Fields, source_of, taken
from extract.errors import NewsfactsError, SourceError

OnFields = Callable[[str, dict[str, str]], None]
"""Told of the file and of which field of a record of it was taken for what."""

DAMAGE = (EOFError, OSError, zlib.error)
LIMIT = 100_000_000  # bytes of one record


@dataclass(frozen=True, slots=True)
class Input:
    """One file or stream.

    Args:
        stream: its bytes, decompressed.
        file: how messages call it.
        id: `doc_id` of its only article; its records are `id#1`, `id#2`, ….
        fields: where records hold what.
        streamed: it is standard input, whose articles are counted even if there is but one.
        on_fields: told of the fields of each record; None if nobody asks.
    """

    stream: io.BufferedReader
    file: str
    id: str
    fields: Fields = field(default_factory=Fields)
    streamed: bool = False
    on_fields: OnFields | None = None

    @property
    def only_id(self) -> str:
        """`doc_id` where the whole file is one article."""
        return f"{self.id}#1" if self.streamed else self.id

    def content(self, *, limit: int = LIMIT) -> bytes:
        """All its bytes.

        Args:
            limit: most bytes that are accepted, so that a small compressed file cannot fill the memory.

        Raises:
            SourceError: there are more, or none, or the compressed data is damaged.
        """
        try:
            data = self.stream.read(limit + 1)
        except DAMAGE as error:
            raise damaged(error) from error
        if len(data) > limit:
            raise SourceError(f"more than {limit:,} bytes", mend="no article is so long; give its records one a line, as .jsonl")
        if not data.strip():
            raise SourceError("the file is empty", mend="fetch it again, or take it out")
        return data

    def record(self, record: object, number: int, place: Place) -> Source | Failure:
        """The article of a record, or why it has none."""
        id_ = f"{self.id}#{number}"
        try:
            return self.source(record, place, id_)
        except NewsfactsError as error:
            return Failure.at(place, error, id=id_)

    def source(self, record: object, place: Place, id: str) -> Source:
        """The article of a record.

        Raises:
            SourceError: it has none.
        """
        if self.on_fields:
            self.on_fields(self.file, taken(record, self.fields))
        return source_of(record, fields=self.fields, place=place, id=id)


Reader = Callable[[Input], Iterator[Given | Failure]]


def damaged(error: Exception) -> SourceError:
    """The error that a broken compressed stream or disk amounts to."""
    return SourceError(f"the data breaks off or is damaged ({error})", mend="fetch the file again; what stands before is read")
