"""Training of the line model on made-up pages."""

import json
from pathlib import Path

import pytest

from extract.evaluation.train_lines import Page, fit, main, own_lines
from extract.spans import Span

PAGES = [
    {
        "id": f"p{number}-{copy}",
        "text": "Home\nNews\nSign in\nSubscribe\n"
        + "".join(f"The {thing} was closed on Monday because of the {thing} fire, officials said.\n" * 1 for thing in things)
        + "Share\nPrivacy Policy\n",
        "gold_body": "\n".join(
            f"The {thing} was closed on Monday because of the {thing} fire, officials said." for thing in things
        ),
    }
    for copy in range(4)
    for number, things in enumerate(
        [("bridge", "road", "park"), ("school", "mill"), ("harbour", "mine", "market"), ("hall", "bank")]
    )
]


def test_own_lines() -> None:
    quotes = ["Home", "The bridge was closed on Monday because of ice.", "A good day", "Elsewhere on this site today", "A good day"]
    body = "The bridge was closed on Monday because of ice.\nA good day"
    assert own_lines(quotes, body) == [False, True, True, False, True]


def pages_of(owns: list[tuple[bool, ...]]) -> list[Page]:
    """Pages of lines that are or are not the article's own, each of a site of its own."""
    return [
        Page(str(number), str(number), "", (Span(0, 0),) * len(own), (), own, (1.0,) * len(own)) for number, own in enumerate(owns)
    ]


def test_fit_finds_the_feature_that_tells() -> None:
    rows = [("tells", "both"), ("both",)] * 20
    weights = fit(pages_of([(True, False)] * 20), rows, ridge=1.0)
    assert weights["tells"] > 1 > 0 > weights["both"]


def test_what_few_sites_do_has_no_weight() -> None:
    rows = [("everywhere", "on-one-site")] * 10 + [("everywhere",)] * 5
    assert set(fit(pages_of([(True,) * 10, *[(False,)] * 5]), rows, ridge=1.0)) == {"everywhere"}


@pytest.mark.parametrize("extra", [[], ["--folds", "2"]])
def test_command(tmp_path: Path, extra: list[str]) -> None:
    pages, output = tmp_path / "pages.jsonl", tmp_path / "out"
    pages.write_text("".join(json.dumps(page) + "\n" for page in PAGES), encoding="utf-8")
    main([str(pages), "-o", str(output), *extra])
    written = output.read_text(encoding="utf-8")
    if extra:
        assert {row["id"]: row["body"] for row in map(json.loads, written.splitlines())} == {
            page["id"]: page["gold_body"] for page in PAGES
        }
    else:
        assert written.splitlines()[1] == "stage\tfeature\tweight"
