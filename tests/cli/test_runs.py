"""Run folders and long runs as they are typed."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from decimal import Decimal
from pathlib import Path

import pandas as pd
import pytest
from click.testing import CliRunner, Result

import extract.cli
from extract.articles.article import Article, Source
from extract.articles.prepare import prepare
from extract.facts.fact import Fact
from extract.spans import Span

BODY = "The town of Aston will get 5 million euros from the fund this year, its mayor told reporters on Sunday."


class Millions:
    """Takes every `5 million` for a fact; stumbles over the word `stumble` unless it has been mended."""

    mended = False

    def read_sources(self, sources: Iterable[Source]) -> Iterator[tuple[Article, tuple[Fact, ...]]]:
        for source in sources:
            if "stumble" in source.text and not self.mended:
                raise IndexError("list index out of range")
            start = source.text.find("5 million")
            span = Span(start, start + 9)
            fact = Fact(source.id, span, "5 million", "money", Decimal(5_000_000), "body", Span(0, len(source.text)), source.text)
            yield prepare(source), (fact,) if start >= 0 else ()


@pytest.fixture(autouse=True)
def _reader(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extract.facts.pipeline.Pipeline", lambda _, **__: Millions())


def run(*words: str | Path, given: bytes | None = None) -> Result:
    return CliRunner().invoke(extract.cli.main, [str(word) for word in words], input=given)


def write(path: Path, **texts: str) -> Path:
    path.write_text("".join(json.dumps({"id": id_, "text": text}) + "\n" for id_, text in texts.items()))
    return path


def ids(folder: Path) -> list[str]:
    return list(pd.read_parquet(folder / "facts")["doc_id"])


LOCAL = ("--workers", "0")


@pytest.fixture
def news(tmp_path: Path) -> Path:
    return write(tmp_path / "news.jsonl", a=BODY, b=f"stumble {BODY}", c="Nothing was paid.", d=BODY + " It rains.")


def test_a_run_folder_is_filled_once_and_says_what_it_holds(news: Path, tmp_path: Path) -> None:
    first = run("extract", news, "-o", f"{tmp_path}/run/", *LOCAL)
    assert first.exit_code == 1
    assert "1 files of 0.0 MB; about 0 s if all of it is to be read" in first.stderr
    assert "3 articles, 2 rows, 1 failures" in first.stderr
    assert ids(tmp_path / "run") == ["a", "d"]
    again = run("extract", news, "-o", tmp_path / "run", *LOCAL)
    assert "3 articles read, 2 rows, 1 articles set aside, 0 records unreadable; what has not changed is skipped" in again.stderr
    assert "0 articles, 0 rows, 0 failures" in again.stderr
    status = run("run", "status", tmp_path / "run")
    assert "1 × IndexError: list index out of range; a fault of the program: please report it with the article" in status.stdout
    told = json.loads(run("run", "status", tmp_path / "run", "--json").stdout)
    assert {state: count["articles"] for state, count in told["ledger"].items()} == {"done": 3, "failed": 1, "unreadable": 0}
    assert told["unfinished"] is False


def test_what_was_set_aside_is_tried_again(news: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("extract", news, "-o", f"{tmp_path}/run/", *LOCAL)
    assert run("run", "retry", tmp_path / "run", *LOCAL).exit_code == 1
    monkeypatch.setattr(Millions, "mended", True)
    assert run("run", "retry", tmp_path / "run", *LOCAL).exit_code == 0
    assert sorted(ids(tmp_path / "run")) == ["a", "b", "d"]


def test_a_limit_takes_the_first_and_the_rest_comes_later(news: Path, tmp_path: Path) -> None:
    run("extract", news, "-o", f"{tmp_path}/run/", "--limit", "2", *LOCAL)
    assert ids(tmp_path / "run") == ["a"]
    assert json.loads(run("run", "status", tmp_path / "run", "--json").stdout)["unfinished"] is True
    run("extract", news, "-o", f"{tmp_path}/run/", *LOCAL)
    assert ids(tmp_path / "run") == ["a", "d"]


def test_copies_are_known_across_runs(tmp_path: Path) -> None:
    body = "\n".join(
        f"The town of Aston will get 5 million euros for bridge number {n}, its mayor told reporters." for n in range(9)
    )
    news = write(tmp_path / "news.jsonl", a=body)
    run("extract", news, "-o", f"{tmp_path}/run/", *LOCAL)
    write(news, a=body, b=body + "\nIt rains.")
    run("extract", news, "-o", f"{tmp_path}/run/", *LOCAL)
    assert list(pd.read_parquet(tmp_path / "run/facts")["story_id"]) == ["a", "a"]


def test_another_version_is_noticed_and_everything_can_be_read_anew(
    news: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("extract", news, "-o", f"{tmp_path}/run/", *LOCAL)
    monkeypatch.setattr("extract.batch.version._rules", lambda: "changed")
    noticed = run("extract", news, "-o", f"{tmp_path}/run/", *LOCAL)
    assert re.search(
        r"4 articles were read by newsfacts \S+ \(rules \w+, .*\), not .*\(rules changed, .*--again reads", noticed.stderr
    )
    assert "3 articles, 2 rows, 1 failures" in run("extract", news, "-o", f"{tmp_path}/run/", "--again", *LOCAL).stderr
    assert ids(tmp_path / "run") == ["a", "d"]


def test_the_run_among_its_sources_is_no_source(news: Path, tmp_path: Path) -> None:
    run("extract", tmp_path, "-o", f"{tmp_path}/run/", *LOCAL)
    again = run("extract", tmp_path, "-o", f"{tmp_path}/run/", *LOCAL)
    assert "0 articles, 0 rows, 0 failures" in again.stderr
    assert ids(tmp_path / "run") == ["a", "d"]


MISTAKES = [
    (["extract", "news.jsonl", "-o", "t.csv", "--again", *LOCAL], "a table is always made anew"),
    (["run", "status", "empty"], "no run folder: it has no ledger"),
    (["run", "retry", "empty"], "no run folder: it has no ledger"),
    (["extract", "news.jsonl", "-o", "other/", *LOCAL], "a folder of other things, no run"),
]


@pytest.mark.parametrize(("words", "what"), MISTAKES)
def test_mistakes(news: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: list[str], what: str) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "empty").mkdir()
    (tmp_path / "other").mkdir()
    (tmp_path / "other/photo.jpg").touch()
    result = run(*words)
    assert result.exit_code == 2
    assert what in result.stderr


def test_what_came_from_standard_input_cannot_be_tried_again(tmp_path: Path) -> None:
    run("extract", "-", "-o", f"{tmp_path}/run/", *LOCAL, given=json.dumps({"id": "a", "text": BODY}).encode())
    assert ids(tmp_path / "run") == ["a"]
    assert "its articles came from standard input" in run("run", "retry", tmp_path / "run", *LOCAL).stderr


@pytest.mark.parametrize("target", ["t.jsonl", "run/"])
def test_summary_as_json_and_quiet(news: Path, tmp_path: Path, target: str) -> None:
    summary = tmp_path / "summary.json"
    result = run("extract", news, "-o", f"{tmp_path}/{target}", "--quiet", "--summary", summary, *LOCAL)
    told = json.loads(summary.read_text())
    assert (told["articles"], told["rows"], told["failures"], told["status"], told["workers"]) == (3, 2, 1, 1, 0)
    assert len(result.stderr.splitlines()) == 1  # the failure
    if target == "run/":
        assert json.loads((tmp_path / "run/summary.json").read_text())["articles"] == 3


@pytest.mark.model
def test_rows_come_out_of_a_pipe_while_it_is_open() -> None:
    command = [sys.executable, "-c", "from extract.cli import main; main()", "extract", "-", "-o", "-", "--workers", "1"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        assert process.stdin
        assert process.stdout
        for id_ in ("a", "b"):
            process.stdin.write(json.dumps({"id": id_, "text": BODY}).encode() + b"\n")
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["doc_id"] == id_
        process.stdin.close()
        assert process.wait() == 0


@pytest.mark.model
def test_a_run_that_is_killed_with_its_workers_at_it_goes_on(tmp_path: Path) -> None:
    news = write(tmp_path / "news.jsonl", **{f"a{number:03}": BODY.replace("Aston", f"Aston{number}") for number in range(60)})
    command = [sys.executable, "-W", "ignore", "-c", "from extract.cli import main; main()", "extract", str(news), "--workers", "2"]
    subprocess.run([*command, "-o", f"{tmp_path}/whole/"], check=True, capture_output=True)
    process = subprocess.Popen([*command, "-o", f"{tmp_path}/run/"], stderr=subprocess.DEVNULL, start_new_session=True)
    time.sleep(1.0)
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    subprocess.run([*command, "-o", f"{tmp_path}/run/"], check=True, capture_output=True)
    pd.testing.assert_frame_equal(pd.read_parquet(tmp_path / "run/facts"), pd.read_parquet(tmp_path / "whole/facts"))
