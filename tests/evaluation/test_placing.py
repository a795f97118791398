from pathlib import Path

import pytest

from extract.errors import CorpusError
from extract.evaluation.placing import place_corpus

TEXT = "Norway lent Chad $5 ($5) and Mali $5 (4 euros)."
TOP = "# published: 2025-03-02\nquote\tstart\tend\tkind\tequivalent_quote\tequivalent_start\tequivalent_end\tamount\n"

PLACED = [
    ("Mali [[$5]]\t\t\tmoney\t4 euros\t\t\t5\n", "$5\t34\t36\tmoney\t4 euros\t38\t45\t5\n"),
    ("Chad [[$5]]\t\t\tmoney\t$5\t\t\t5\n", "$5\t17\t19\tmoney\t$5\t21\t23\t5\n"),
    ("$5\t33\t35\tmoney\t\t\t\t5\n", "$5\t34\t36\tmoney\t\t\t\t5\n"),
    ("4 euros\t\t\tmoney\t\t\t\t4\n", "4 euros\t38\t45\tmoney\t\t\t\t4\n"),
    ("4 euros\t\t\tmoney\t\t\t\t4\n$5\t17\t19\tmoney\t\t\t\t5\n", "$5\t17\t19\tmoney\t\t\t\t5\n4 euros\t38\t45\tmoney\t\t\t\t4\n"),
]


def corpus(folder: Path, rows: str) -> Path:
    for name in ("articles", "gold"):
        (folder / name).mkdir()
    (folder / "articles" / "loan.txt").write_text(TEXT, encoding="utf-8")
    table = folder / "gold" / "loan.tsv"
    table.write_text(TOP + rows, encoding="utf-8")
    return table


@pytest.mark.parametrize(("rows", "placed"), PLACED)
def test_placed(tmp_path: Path, rows: str, placed: str) -> None:
    table = corpus(tmp_path, rows)
    assert (place_corpus(tmp_path), table.read_text(encoding="utf-8")) == ((table,), TOP + placed)


@pytest.mark.parametrize("rows", [placed for _, placed in PLACED])
def test_placed_already(tmp_path: Path, rows: str) -> None:
    corpus(tmp_path, rows)
    assert place_corpus(tmp_path) == ()


NOT_PLACED = [
    ("$5\t\t\tmoney\t\t\t\t5\n", "the text has the quote more than once"),
    ("$6\t\t\tmoney\t\t\t\t6\n", "the text does not have the quote"),
    ("$6\t1\t3\tmoney\t\t\t\t6\n", "the text does not have the quote"),
    ("Mali [[$5]]\t\t\tmoney\t6 euros\t\t\t5\n", "the text does not have the quote"),
]


@pytest.mark.parametrize(("rows", "what"), NOT_PLACED)
def test_not_placed(tmp_path: Path, rows: str, what: str) -> None:
    corpus(tmp_path, rows)
    with pytest.raises(CorpusError) as caught:
        place_corpus(tmp_path)
    assert caught.value.what == what
