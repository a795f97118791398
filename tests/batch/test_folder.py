"""Run folders: whatever ends a run, the same command goes on, and the table holds the rows of an undisturbed one."""

import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pandas as pd
import pytest

from extract.articles.article import Given, Page, Source
from extract.articles.readers.failure import Failure
from extract.batch.folder import RunFolder, open_run
from extract.batch.ledger import Ledger, Version
from extract.batch.outcome import Done, Result
from extract.errors import TargetError
from extract.tables.columns import FACTS, Cell, Row

VERSION = Version("1.0", "abc", "model 1", "{}")
TOLD = Failure("news.jsonl", "line 9", None, "broken JSON")


def row(id_: str, sentence: str, number: int) -> Row:
    of_type: dict[str, Cell] = {"string": "x", "integer": number, "decimal": Decimal(number)}
    cells = {column.name: of_type[column.type] for column in FACTS if column.required}
    return {**cells, "doc_id": id_, "sentence": sentence}


def result(given: Given | Failure) -> Result:
    """As many rows as the text has words; a text that is `fail` fails."""
    if isinstance(given, Failure):
        return Result(given, given)
    text = given.text if isinstance(given, Source) else ""
    if text == "fail":
        return Result(given, Failure("news.jsonl", f"line {given.id}", given.id, "failed"), 0.5)
    return Result(given, Done(given.id, tuple(row(given.id, word, i) for i, word in enumerate(text.split()))), 0.5)


def sources(**texts: str) -> list[Given | Failure]:
    return [Source(id_, text, place=f"news.jsonl, line {line}") for line, (id_, text) in enumerate(texts.items(), 1)]


@contextmanager
def opened(path: Path, version: Version = VERSION) -> Iterator[RunFolder]:
    with open_run(path, version) as run:
        run.repair()
        yield run


def read(
    path: Path, given: Iterable[Given | Failure], *, anew: bool = False, failed: bool = False, flush: bool = False
) -> list[str]:
    """One undisturbed run; says which articles it read."""
    with opened(path) as run:
        if anew:
            run.begin_anew()
        done = []
        for each in run.unread(given, failed=failed):
            run.keep(result(each))
            done.append(str(each.id))
            if flush:
                run.flush()
        run.finish(complete=not failed)
        return done


def rows(path: Path) -> list[tuple[str, str]]:
    table = pd.read_parquet(path / "facts")
    return list(zip(table["doc_id"], table["sentence"], strict=True))


def test_what_has_been_read_is_skipped_and_what_is_new_or_changed_is_read(tmp_path: Path) -> None:
    assert read(tmp_path / "run", sources(a="one two", b="three", c="")) == ["a", "b", "c"]
    assert read(tmp_path / "run", sources(a="one two", b="four five", c="", d="six")) == ["b", "d"]
    assert rows(tmp_path / "run") == [("a", "one"), ("a", "two"), ("b", "four"), ("b", "five"), ("d", "six")]
    assert read(tmp_path / "run", sources(a="one two", b="four five", c="", d="six")) == []


def test_pages_are_told_apart_by_their_bytes_and_address_without_being_opened(tmp_path: Path) -> None:
    one, two = Page("a", b"<p>One"), Page("b", b"<p>Two")
    given: list[list[Given | Failure]] = [[one, two], [one, replace(two, content=b"<p>2")], [replace(one, url="https://a.example")]]
    assert [read(tmp_path / "run", each) for each in given] == [["a", "b"], ["b"], ["a"]]


@pytest.mark.parametrize("changed", [{"published": "2025-03-02"}, {"title": "t"}, {"url": "u"}, {"cleaned": True}])
def test_all_that_rows_depend_on_is_seen_to_change(tmp_path: Path, changed: dict[str, str]) -> None:
    read(tmp_path / "run", sources(a="one"))
    assert read(tmp_path / "run", [Source("a", "one", **changed)]) == ["a"]  # type: ignore[arg-type]
    assert rows(tmp_path / "run") == [("a", "one")]


def test_old_rows_go_when_an_article_has_none_any_more_or_fails_now(tmp_path: Path) -> None:
    read(tmp_path / "run", sources(a="one", b="two", c="three"))
    read(tmp_path / "run", sources(a="", b="fail", c="three"))
    assert rows(tmp_path / "run") == [("c", "three")]


def test_a_run_without_rows_is_a_table_without_rows(tmp_path: Path) -> None:
    read(tmp_path / "run", sources(a=""))
    assert rows(tmp_path / "run") == []


def test_what_was_set_aside_is_read_only_when_it_is_asked_for(tmp_path: Path) -> None:
    given = sources(a="fail", b="one")
    assert read(tmp_path / "run", [*given, TOLD]) == ["a", "b", "None"]
    assert read(tmp_path / "run", [*given, TOLD]) == ["None"]
    assert read(tmp_path / "run", [*given, *sources(c="new")], failed=True) == ["a"]
    assert read(tmp_path / "run", sources(a="mended", b="one")) == ["a"]
    assert sorted(rows(tmp_path / "run")) == [("a", "mended"), ("b", "one")]


def test_the_ledger_tells_of_every_article(tmp_path: Path) -> None:
    read(tmp_path / "run", [*sources(a="fail", b="one two"), TOLD])
    ledger = Ledger(tmp_path / "run" / "ledger.sqlite")
    counts = {state: (count.articles, count.rows, count.seconds) for state, count in ledger.counts().items()}
    assert counts == {"done": (1, 2, 0.5), "failed": (1, 0, 0.5), "unreadable": (1, 0, 0.0)}
    failures = [(e.id, e.state, e.reason, e.file, e.place) for e in ledger.failures()]
    assert failures == [
        ("a", "failed", "failed", "news.jsonl", "line 1"),
        ("news.jsonl, line 9", "unreadable", "broken JSON", "news.jsonl", "line 9"),
    ]
    assert [(v, articles) for v, _, articles in ledger.versions()] == [(VERSION, 2)]
    ledger.close()


def test_versions_are_counted_apart(tmp_path: Path) -> None:
    read(tmp_path / "run", sources(a="one", b="two"))
    other = Version("1.0", "abd", "model 1", "{}")
    with opened(tmp_path / "run", other) as run:
        for each in run.unread(sources(a="one", b="two", c="three")):
            run.keep(result(each))
        run.finish(complete=True)
        assert [(v, articles) for v, _, articles in run.ledger.versions()] == [(VERSION, 2), (other, 1)]


def test_everything_is_read_anew_once_however_often_that_is_cut_short(tmp_path: Path) -> None:
    given = sources(a="one", b="two", c="three")
    read(tmp_path / "run", given)
    with opened(tmp_path / "run") as run:
        run.begin_anew()
        run.keep(result(next(iter(run.unread(given)))))
        run.flush()
    assert read(tmp_path / "run", given, anew=True) == ["b", "c"]
    assert sorted(rows(tmp_path / "run")) == [("a", "one"), ("b", "two"), ("c", "three")]
    assert read(tmp_path / "run", given, anew=True) == ["a", "b", "c"]
    assert sorted(rows(tmp_path / "run")) == [("a", "one"), ("b", "two"), ("c", "three")]


def test_what_no_transaction_has_named_is_dropped(tmp_path: Path) -> None:
    read(tmp_path / "run", sources(a="one"))
    read(tmp_path / "other", sources(a="cut short"))
    (tmp_path / "other/facts/part-000000.parquet").rename(tmp_path / "run/facts/part-000001.parquet")
    (tmp_path / "run/facts/.part-000002.parquet.77.part").write_bytes(b"PAR1")
    read(tmp_path / "run", sources(a="one"))
    assert [path.name for path in (tmp_path / "run/facts").iterdir()] == ["part-000000.parquet"]
    assert rows(tmp_path / "run") == [("a", "one")]


def test_articles_whose_part_is_gone_are_read_again(tmp_path: Path) -> None:
    given = sources(a="one", b="two", c="")
    read(tmp_path / "run", given, flush=True)
    (tmp_path / "run/facts/part-000000.parquet").unlink()
    assert read(tmp_path / "run", given) == ["a"]
    assert sorted(rows(tmp_path / "run")) == [("a", "one"), ("b", "two")]


def test_one_process_at_a_time(tmp_path: Path) -> None:
    with opened(tmp_path / "run"), pytest.raises(TargetError, match="another process is at this run"), opened(tmp_path / "run"):
        pass


def test_a_folder_of_other_things_is_refused(tmp_path: Path) -> None:
    (tmp_path / "photo.jpg").touch()
    with pytest.raises(TargetError, match="a folder of other things"), opened(tmp_path):
        pass


def test_a_file_that_is_no_ledger_is_refused(tmp_path: Path) -> None:
    (tmp_path / "ledger.sqlite").write_text("no database " * 100)
    with pytest.raises(TargetError, match="no ledger of a run"), opened(tmp_path):
        pass


# A run that keeps an article every few milliseconds and writes a part every seven rows; it is killed at any moment.
SLOW_RUN = """
import sys, time
from pathlib import Path
sys.path.insert(0, sys.argv[1])
import extract.batch.folder as folder
from test_folder import LONG, opened, result
folder.PART_ROWS = 7
print("ready", flush=True)
with opened(Path(sys.argv[2])) as run:
    for each in run.unread(LONG):
        time.sleep(0.002)
        run.keep(result(each))
    run.finish(complete=True)
"""
LONG = sources(**{f"a{number:03}": " ".join(["word"] * (number % 3)) for number in range(150)})


def test_kill_at_any_moment_loses_no_row_and_gives_none_twice(tmp_path: Path) -> None:
    read(tmp_path / "undisturbed", LONG)
    random.seed(8)
    kills = 0
    while True:
        command = [sys.executable, "-c", SLOW_RUN, str(Path(__file__).parent), str(tmp_path / "run")]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        assert process.stdout
        assert process.stdout.readline() == "ready\n"
        time.sleep(random.uniform(0.0, 0.2 * (kills + 1)))  # longer each time: the machine may be slow
        process.send_signal(signal.SIGKILL)
        process.stdout.close()
        if process.wait() == 0:
            break
        kills += 1
    assert kills >= 2
    assert rows(tmp_path / "run") == rows(tmp_path / "undisturbed")
    with opened(tmp_path / "run") as run:
        assert run.ledger.counts()["done"].articles == len(LONG)
