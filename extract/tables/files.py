"""Files of tables: rows enter as they come, and the file appears whole when all are written, or not at all."""

import csv
import json
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from decimal import ROUND_HALF_EVEN, Context, Decimal
from pathlib import Path
from typing import Any

from extract.errors import TargetError
from extract.tables.columns import DIGITS, PLACES, Cell, Columns, Row, plain

Write = Callable[[Sequence[Row]], None]

COMPRESSION = "zstd"  # of Parquet files
ROW_GROUP = 50_000  # rows that a Parquet file holds back before they are written


def ending_of(target: Path) -> str:
    """The ending that chooses the format.

    Raises:
        TargetError: there is no format of that ending.
    """
    ending = target.suffix.casefold()
    if ending not in WRITERS:
        raise TargetError(
            f"no table format of the ending {ending!r}" if ending else "the target's name has no ending to choose the format",
            where=str(target),
            mend=f"let the name end in {', '.join(WRITERS)}, or write `-` for JSON lines on standard output",
        )
    return ending


@contextmanager
def table_file(target: Path, columns: Columns, *, durable: bool = False) -> Iterator[Write]:
    """Opens a table to write rows to; it appears at the end, and if anything was raised nothing appears or changes.

    Args:
        target: the file; its ending chooses the format.
        durable: whether it has reached the disk when the block is left, so that it outlives a fall of power.

    Yields:
        A function that writes rows.

    Raises:
        TargetError: the ending names no format, or the folder cannot be written.
    """
    writer = WRITERS[ending_of(target)]
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        part.touch()
    except OSError as error:
        raise TargetError(f"cannot write here: {error.strerror}", where=str(target), mend="choose another folder") from error
    try:
        with writer(part, columns) as write:
            yield write
        if durable:
            _sync(part)
        part.replace(target)
        if durable:
            _sync(target.parent)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def _sync(path: Path) -> None:
    """Waits until a file, or the names in a folder, have reached the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def json_lines(rows: Sequence[Row], columns: Columns) -> str:
    """Rows as JSON lines: amounts as strings of plain digits, missing values as null."""
    return "".join(
        json.dumps({column.name: _json(row.get(column.name)) for column in columns}, ensure_ascii=False) + "\n" for row in rows
    )


def _json(cell: Cell) -> str | int | float | None:
    return plain(cell) if isinstance(cell, Decimal) else cell


@contextmanager
def _json_lines(path: Path, columns: Columns) -> Iterator[Write]:
    with path.open("w", encoding="utf-8", newline="\n") as out:

        def write(rows: Sequence[Row]) -> None:
            out.write(json_lines(rows, columns))

        yield write


@contextmanager
def _csv(path: Path, columns: Columns) -> Iterator[Write]:
    """RFC 4180 in UTF-8; a missing value is an empty cell."""
    with path.open("w", encoding="utf-8", newline="") as out:
        table = csv.writer(out)
        table.writerow([column.name for column in columns])
        yield lambda rows: table.writerows([[_json(row.get(column.name)) for column in columns] for row in rows])


def arrow_schema(columns: Columns) -> Any:
    """The Arrow schema of a table: amounts are decimal(38, 9), offsets integers, probabilities floats, all else strings."""
    import pyarrow as pa  # heavy; needed only here

    types = {"string": pa.string(), "integer": pa.int64(), "float": pa.float64(), "decimal": pa.decimal128(DIGITS, PLACES)}
    return pa.schema([pa.field(column.name, types[column.type], nullable=not column.required) for column in columns])


def arrow_table(rows: Sequence[Row], columns: Columns) -> Any:
    """Rows as an Arrow table of `arrow_schema`."""
    import pyarrow as pa

    cells = {column.name: [_fixed(row.get(column.name)) for row in rows] for column in columns}
    return pa.Table.from_pydict(cells, schema=arrow_schema(columns))


@contextmanager
def _parquet(path: Path, columns: Columns) -> Iterator[Write]:
    import pyarrow.parquet as pq

    held: list[Row] = []
    with pq.ParquetWriter(path, arrow_schema(columns), compression=COMPRESSION) as table:

        def write(rows: Sequence[Row]) -> None:
            held.extend(rows)
            if len(held) >= ROW_GROUP:
                table.write_table(arrow_table(held, columns))
                held.clear()

        yield write
        table.write_table(arrow_table(held, columns))


def _fixed(cell: Cell) -> Cell:
    """An amount with as many places as the column has."""
    if not isinstance(cell, Decimal):
        return cell
    return cell.quantize(Decimal(1).scaleb(-PLACES), rounding=ROUND_HALF_EVEN, context=Context(prec=DIGITS))


WRITERS = {".jsonl": _json_lines, ".csv": _csv, ".parquet": _parquet}
