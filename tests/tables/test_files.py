"""Tables as files: what stands in them, and that they appear whole or not at all."""

import csv
import json
from decimal import Decimal
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from extract.errors import TargetError
from extract.tables.columns import Column, Row, plain
from extract.tables.files import table_file

COLUMNS = (Column("name", required=True), Column("count", "integer"), Column("amount", "decimal"))
ROWS: list[Row] = [
    {"name": 'says "Ünïted"', "count": 3, "amount": Decimal("2.50E+7")},
    {"name": "two\nlines, a comma", "count": None, "amount": Decimal("-33.330")},
    {"name": "nothing else"},
]


def write(target: Path, rows: list[Row] = ROWS) -> None:
    with table_file(target, COLUMNS) as out:
        out(rows[:1])
        out(rows[1:])


def test_json_lines_hold_amounts_as_plain_digits_and_missing_values_as_null(tmp_path: Path) -> None:
    write(tmp_path / "t.jsonl")
    assert (tmp_path / "t.jsonl").read_text(encoding="utf-8").splitlines() == [
        '{"name": "says \\"Ünïted\\"", "count": 3, "amount": "25000000"}',
        '{"name": "two\\nlines, a comma", "count": null, "amount": "-33.33"}',
        '{"name": "nothing else", "count": null, "amount": null}',
    ]


def test_csv_holds_missing_values_as_empty_cells(tmp_path: Path) -> None:
    write(tmp_path / "t.csv")
    with (tmp_path / "t.csv").open(encoding="utf-8", newline="") as file:
        assert list(csv.reader(file)) == [
            ["name", "count", "amount"],
            ['says "Ünïted"', "3", "25000000"],
            ["two\nlines, a comma", "", "-33.33"],
            ["nothing else", "", ""],
        ]


def test_parquet_is_typed(tmp_path: Path) -> None:
    write(tmp_path / "t.parquet")
    table = pq.read_table(tmp_path / "t.parquet")
    assert table.schema.remove_metadata() == pa.schema(
        [pa.field("name", pa.string(), nullable=False), ("count", pa.int64()), ("amount", pa.decimal128(38, 9))]
    )
    assert table.to_pylist() == [{"count": None, "amount": None, **row} for row in ROWS]


@pytest.mark.parametrize("name", ["t.jsonl", "t.csv", "t.parquet"])
def test_a_table_without_rows_can_be_read(tmp_path: Path, name: str) -> None:
    write(tmp_path / name, [])
    if name == "t.parquet":
        assert pq.read_table(tmp_path / name).column_names == ["name", "count", "amount"]
    else:
        assert (tmp_path / name).read_text(encoding="utf-8").strip() == ("name,count,amount" if name == "t.csv" else "")


def interrupted(target: Path) -> None:
    with table_file(target, COLUMNS) as out:
        out(ROWS)
        raise KeyboardInterrupt


@pytest.mark.parametrize("name", ["t.jsonl", "t.csv", "t.parquet"])
def test_a_table_appears_whole_or_not_at_all(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("the table of yesterday")
    with pytest.raises(KeyboardInterrupt):
        interrupted(tmp_path / name)
    assert [path.name for path in tmp_path.iterdir()] == [name]
    assert (tmp_path / name).read_text() == "the table of yesterday"


@pytest.mark.parametrize(
    ("target", "what"),
    [
        ("t.xls", "no table format of the ending '.xls'"),
        ("table", "no ending to choose the format"),
        ("file/t.csv", "cannot write here"),
    ],
)
def test_targets_that_cannot_be(tmp_path: Path, target: str, what: str) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(TargetError, match=what), table_file(tmp_path / target, COLUMNS):
        pass


@pytest.mark.parametrize(
    ("amount", "digits"),
    [
        ("0", "0"),
        ("-0.5", "-0.5"),
        ("1E+9", "1000000000"),
        ("33.330", "33.33"),
        ("1E-7", "0.0000001"),
        ("100", "100"),
        ("5.00", "5"),
    ],
)
def test_plain_digits(amount: str, digits: str) -> None:
    assert plain(Decimal(amount)) == digits


def test_every_row_group_is_written(tmp_path: Path) -> None:
    rows: list[Row] = [{"name": str(number), "count": number} for number in range(120_000)]
    with table_file(tmp_path / "t.parquet", COLUMNS) as out:
        for start in range(0, len(rows), 1_000):
            out(rows[start : start + 1_000])
    assert pq.ParquetFile(tmp_path / "t.parquet").num_row_groups == 3
    assert pq.read_table(tmp_path / "t.parquet")["count"].to_pylist() == list(range(120_000))


def test_json_lines_are_json(tmp_path: Path) -> None:
    write(tmp_path / "t.jsonl", [{"name": "line\u2028separator\x85"}])
    with (tmp_path / "t.jsonl").open(encoding="utf-8") as lines:
        assert [json.loads(line)["name"] for line in lines] == ["line\u2028separator\x85"]
