from pathlib import Path

import pytest

from extract.evaluation.annotations import GoldArticle
from extract.evaluation.predictions import PredictionError, Row, by_doc, check_rows, read_rows

GOLD = (GoldArticle("a", "It cost $5 more.", ()),)


def test_strange_ids() -> None:
    rows = by_doc([{"doc_id": "b", "start": 0, "end": 1}, {"doc_id": "a", "start": 8, "end": 10, "quantity_text": "$5"}])
    assert check_rows(GOLD, rows) == ("b",)


@pytest.mark.parametrize(
    ("row", "what"),
    [
        ({"doc_id": "a", "start": 7, "end": 9, "quantity_text": "$5"}, "quantity_text '$5', but the text there is ' $'"),
        ({"doc_id": "a", "start": "8", "end": 10}, "start and end are '8' and 10"),
        ({"doc_id": "a"}, "start and end are None and None"),
    ],
)
def test_bad_place(row: Row, what: str) -> None:
    with pytest.raises(PredictionError) as caught:
        check_rows(GOLD, by_doc([row]))
    assert caught.value.what == what


def test_read(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text('{"doc_id": "a"}\n\n{"doc_id": "b"}\n', encoding="utf-8")
    assert read_rows(path) == ({"doc_id": "a"}, {"doc_id": "b"})


@pytest.mark.parametrize("line", ["{", "[]", '"row"'])
def test_read_bad_line(tmp_path: Path, line: str) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text('{"doc_id": "a"}\n' + line, encoding="utf-8")
    with pytest.raises(PredictionError) as caught:
        read_rows(path)
    assert caught.value.where == f"{path}, line 2"
