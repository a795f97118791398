"""The command `mentions`: every kind of mention, and the user's own currencies."""

import json
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from extract.cli import main


def mentions(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["mentions", *map(str, arguments)])


def rows_of(table: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in table.read_text(encoding="utf-8").splitlines()]


def test_mentions_writes_every_kind(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "Menu 1%\nOn 4 May 2025 the fund paid $5 million to the town of Aston, the mayor told reporters."
    )
    assert mentions(tmp_path / "a.txt", "-o", tmp_path / "m.jsonl").exit_code == 0
    assert [(row["kind"], row["text"], row["amount"], row["value"]) for row in rows_of(tmp_path / "m.jsonl")] == [
        ("percent", "1%", "1", None),
        ("time", "4 May 2025", None, "2025-05-04"),
        ("money", "$5 million", "5000000", None),
    ]


def test_mentions_are_found_with_the_users_currencies(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The fund paid 5 zorkies to the town of Aston.")
    (tmp_path / "own.tsv").write_text("code\tforms\nPLN\tzorkies\n")
    result = mentions(tmp_path / "a.txt", "-o", tmp_path / "m.jsonl", "--vocabulary", tmp_path / "own.tsv")
    assert result.exit_code == 0
    assert [(row["text"], row["currency"]) for row in rows_of(tmp_path / "m.jsonl")] == [("5 zorkies", "PLN")]
