"""Training of the line model on made-up pages."""

import json
from pathlib import Path

import pytest

from extract.evaluation.train_lines import fit, main, own_lines

PAGES = [
    {
        "id": f"p{number}",
        "text": "Home\nNews\nSign in\nSubscribe\n"
        + "".join(f"The {thing} was closed on Monday because of the {thing} fire, officials said.\n" * 1 for thing in things)
        + "Share\nPrivacy Policy\n",
        "gold_body": "\n".join(
            f"The {thing} was closed on Monday because of the {thing} fire, officials said." for thing in things
        ),
    }
    for number, things in enumerate(
        [("bridge", "road", "park"), ("school", "mill"), ("harbour", "mine", "market"), ("hall", "bank")]
    )
]


def test_own_lines() -> None:
    quotes = ["Home", "The bridge was closed on Monday because of ice.", "A good day", "Elsewhere on this site today", "A good day"]
    body = "The bridge was closed on Monday because of ice.\nA good day"
    assert own_lines(quotes, body) == [False, True, True, False, True]


def test_fit_finds_the_feature_that_tells() -> None:
    rows = [("tells", "both")] * 20 + [("both",)] * 20
    weights = fit(rows, [True] * 20 + [False] * 20, [1.0] * 40, ridge=1.0)
    assert weights["tells"] > 1 > 0 > weights["both"]


@pytest.mark.parametrize("extra", [[], ["--folds", "2"]])
def test_command(tmp_path: Path, extra: list[str]) -> None:
    pages, output = tmp_path / "pages.jsonl", tmp_path / "out"
    pages.write_text("".join(json.dumps(page) + "\n" for page in PAGES * 4), encoding="utf-8")
    main([str(pages), "-o", str(output), *extra])
    written = output.read_text(encoding="utf-8")
    if extra:
        assert {row["id"]: row["body"] for row in map(json.loads, written.splitlines())} == {
            page["id"]: page["gold_body"] for page in PAGES
        }
    else:
        assert written.splitlines()[1] == "stage\tfeature\tweight"
