"""Training from the command line: what it tells and what it writes."""

from pathlib import Path
from shutil import copy

import pytest
from click.testing import CliRunner

from extract.cli import main
from extract.facts.confidence import ROW, SLOTS

CORPUS = Path(__file__).parents[2] / "corpus"
LESSON = "aid-jordan-water"


@pytest.mark.model
def test_train(tmp_path: Path) -> None:
    for folder in ("articles", "gold"):
        (tmp_path / folder).mkdir()
        for name in ("airline-layoffs-range", "bank-of-england-cut"):
            (path,) = (CORPUS / folder).glob(f"{name}.*")
            copy(path, tmp_path / folder)
    weights, confidence = tmp_path / "weights.tsv", tmp_path / "confidence.tsv"
    lessons = CORPUS / "lessons"
    for folder in ("articles", "gold"):
        (tmp_path / "lessons" / folder).mkdir(parents=True)
        (path,) = (lessons / folder).glob(f"{LESSON}.*")
        copy(path, tmp_path / "lessons" / folder)
    options = ["--confidence", str(confidence), "--beside", str(tmp_path / "lessons"), "--validate"]
    result = CliRunner().invoke(main, ["train", str(tmp_path), "-o", str(weights), *options])
    assert result.exit_code == 0, result.output
    told = [line.split() for line in result.stdout.splitlines() if line]
    assert ["slot", "asked", "possible", "right"] in told
    # Of each slot and of the row: how many answers, their mean confidence, the share right, the calibration error.
    assert [line[0] for line in told if len(line) == 5] == ["confidence", *SLOTS, ROW]
    assert weights.read_text(encoding="utf-8").splitlines()[1] == "slot\tfeature\tweight"
    rows = [line.split("\t") for line in confidence.read_text(encoding="utf-8").splitlines()[2:]]
    assert {row[0] for row in rows} == {*SLOTS, ROW}
    assert all(int(right) <= int(asked) for *_, asked, right in rows)
