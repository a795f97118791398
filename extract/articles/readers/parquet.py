"""Parquet: one record a row, read in batches of rows and only the columns that are needed."""

import io
from collections.abc import Iterator

from extract.articles.article import Source
from extract.articles.readers.failure import Failure, Place
from extract.articles.readers.input import Input
from extract.articles.readers.records import has_text, no_text
from extract.errors import SourceError

BATCH = 256  # rows that are held at once


def read_parquet(given: Input) -> Iterator[Source | Failure]:
    """One article for each row."""
    import pyarrow as pa  # heavy
    import pyarrow.parquet as pq

    seekable = given.stream if given.stream.seekable() else io.BytesIO(given.content())
    try:
        table = pq.ParquetFile(seekable)
        names = table.schema_arrow.names
        if not has_text(given.fields, names):
            raise no_text(given.fields, names)
        wanted = given.fields.all
        number = 0
        for batch in table.iter_batches(batch_size=BATCH, columns=[name for name in names if name.casefold() in wanted]):
            for record in batch.to_pylist():
                number += 1
                yield given.record(record, number, Place(given.file, f"record {number}"))
    except (pa.ArrowException, OSError) as error:
        raise SourceError(f"broken Parquet: {error}", mend="write or fetch the file again") from error
