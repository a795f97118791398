"""Vocabulary: tab-separated tables under `extract/data/`, with their sources in `extract/data/SOURCES.md`."""

import csv
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from extract.errors import NewsfactsError

Row = MappingProxyType[str, str]


class LexiconError(NewsfactsError):
    """A vocabulary table that is not well formed."""


@cache
def read_table(name: str) -> tuple[Row, ...]:
    """Rows of `extract/data/{name}.tsv`, one mapping from column to cell each.

    Lines that begin with `#` are comments; the first other line names the columns.

    Raises:
        LexiconError: a row has more or fewer cells than there are columns.
    """
    lines = (files("extract.data") / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    numbered = [(number, line) for number, line in enumerate(lines, 1) if line.strip() and not line.startswith("#")]
    cells = csv.reader((line for _, line in numbered), delimiter="\t", quoting=csv.QUOTE_NONE)
    columns = next(cells)
    rows = []
    for (number, _), values in zip(numbered[1:], cells, strict=True):
        if len(values) != len(columns):
            raise LexiconError(
                f"{len(values)} cells where the table has {len(columns)} columns",
                where=f"extract/data/{name}.tsv, line {number}",
                mend=f"give the row the columns {', '.join(columns)}, separated by tabs",
            )
        rows.append(MappingProxyType(dict(zip(columns, values, strict=True))))
    return tuple(rows)
