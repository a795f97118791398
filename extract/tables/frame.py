"""Rows enter, a typed DataFrame leaves."""

from collections.abc import Iterable

import pandas as pd

from extract.tables.columns import Column, Columns, Row


def frame(rows: Iterable[Row], columns: Columns) -> pd.DataFrame:
    """The table of rows.

    Returns:
        A DataFrame with the columns in their order, typed also where there are no rows. Texts have dtype `string`, offsets
        `int64` (`Int64` where they may be missing), the confidence `Float64`. Amounts are `decimal.Decimal` in columns of dtype
        `object`, exact as the text has them: `.astype(float)` gives numbers to compute with. Missing cells are `pandas.NA`,
        missing amounts None.
    """
    rows = list(rows)
    return pd.DataFrame(
        {column.name: pd.Series([row.get(column.name) for row in rows], dtype=_dtype(column)) for column in columns},
    )


def _dtype(column: Column) -> str:
    match column.type:
        case "string":
            return "string"
        case "integer":
            return "int64" if column.required else "Int64"
        case "float":
            return "Float64"
        case "decimal":
            return "object"
