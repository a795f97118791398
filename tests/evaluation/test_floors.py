import json
from pathlib import Path

import pytest

from extract.evaluation.floors import FloorError, corpus_sha256, hold_floors
from extract.evaluation.scoring import Scores, Tally


def scores(right: int) -> Scores:
    return Scores({"quantity": Tally(right, 9, 9), "actor": Tally(6, 9, 9)}, ())


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    for name, content in (("articles/a.txt", "It cost $5."), ("gold/a.tsv", "quote\n")):
        path = tmp_path / "corpus" / name
        path.parent.mkdir(parents=True)
        path.write_text(content, encoding="utf-8")
    return tmp_path / "corpus"


@pytest.fixture
def floors(corpus: Path) -> Path:
    path = corpus / "floors.json"
    hold_floors(scores(7), corpus=corpus, floors=path, update=True)
    return path


def test_file(corpus: Path, floors: Path) -> None:
    assert json.loads(floors.read_text(encoding="utf-8")) == {
        "corpus_sha256": corpus_sha256(corpus),
        "articles": 1,
        "rows": 9,
        "f1": {"quantity": 0.777, "actor": 0.666},
    }


@pytest.mark.parametrize("right", [7, 8])
def test_hold(corpus: Path, floors: Path, right: int) -> None:
    assert hold_floors(scores(right), corpus=corpus, floors=floors) == "floors hold: 1 articles, 9 rows"


def test_below(corpus: Path, floors: Path) -> None:
    with pytest.raises(FloorError, match=r"scores below their floors: quantity 0\.666 < 0\.777"):
        hold_floors(scores(6), corpus=corpus, floors=floors)


def test_other_corpus(corpus: Path, floors: Path) -> None:
    (corpus / "articles" / "a.txt").write_text("It cost $6.", encoding="utf-8")
    with pytest.raises(FloorError, match="the corpus is not the one of the floors"):
        hold_floors(scores(9), corpus=corpus, floors=floors)


def test_update_refuses_to_sink(corpus: Path, floors: Path) -> None:
    with pytest.raises(FloorError, match=r"floors would sink: quantity 0\.666 < 0\.777"):
        hold_floors(scores(6), corpus=corpus, floors=floors, update=True)


@pytest.mark.parametrize(("right", "allow", "floor"), [(6, True, 0.666), (9, False, 1.0)])
def test_update(corpus: Path, floors: Path, right: int, allow: bool, floor: float) -> None:  # noqa: FBT001 - a column of a table
    hold_floors(scores(right), corpus=corpus, floors=floors, update=True, allow_regression=allow)
    assert json.loads(floors.read_text(encoding="utf-8"))["f1"]["quantity"] == floor


def test_new_measure_has_no_floor_yet(corpus: Path, floors: Path) -> None:
    more = Scores({**scores(7).tallies, "per": Tally(0, 1, 1)}, ())
    assert hold_floors(more, corpus=corpus, floors=floors) == "floors hold: 1 articles, 9 rows"


def test_no_floors(corpus: Path) -> None:
    with pytest.raises(FloorError, match="no floors to hold"):
        hold_floors(scores(7), corpus=corpus, floors=corpus / "none.json")


@pytest.mark.parametrize("content", ["{", '{"f1": {}}'])
def test_unreadable(corpus: Path, floors: Path, content: str) -> None:
    floors.write_text(content, encoding="utf-8")
    with pytest.raises(FloorError, match="floors that cannot be read"):
        hold_floors(scores(7), corpus=corpus, floors=floors)
