"""Workers: results come in order, and an article that breaks its worker breaks nothing else."""

import sys
import time
from collections.abc import Generator, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from extract.articles.article import Source
from extract.articles.readers.failure import Failure
from extract.batch.batches import ARTICLES
from extract.batch.here import run_here
from extract.batch.limits import Limits
from extract.batch.outcome import Done, Result
from extract.batch.pool import WINDOW, run_in_workers
from extract.errors import ModelError, WorkerError

LIMITS = Limits(seconds=1.0, megabytes=600, start=60.0)

# Workers are processes of their own, which import what they are to do: this module, from a folder of the test.
WORK = """
import os, signal, time
from extract.batch.outcome import Done
from extract.errors import ModelError

def no_model():
    raise ModelError("no such model", mend="install it")

def false_start():
    os._exit(3)

def start():
    def work(sources):
        for source in sources:
            match source.text.split():
                case ["hang"]:
                    time.sleep(600)
                case ["grow"]:
                    bytearray(10**9)
                case ["fall"]:
                    os._exit(7)
                case ["killed"]:
                    os.kill(os.getpid(), signal.SIGKILL)
                case ["once", flag]:
                    if not os.path.exists(flag):
                        open(flag, "w").close()
                        os._exit(7)
                case ["model"]:
                    no_model()
                case ["pid"]:
                    yield Done(source.id, ({"doc_id": source.id, "sentence": str(os.getpid())},))
                    continue
            yield Done(source.id, ({"doc_id": source.id, "sentence": source.text},))
    return work
"""


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    (tmp_path / "work_of_a_test.py").write_text(WORK)
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "work_of_a_test", raising=False)
    return import_module("work_of_a_test")


def source(id_: str, text: str = "x") -> Source:
    return Source(id_, text, place=f"news.jsonl, line {id_}")


def brief(results: Iterator[Result]) -> list[tuple[str | None, str | None]]:
    return [(r.outcome.id, r.outcome.reason if isinstance(r.outcome, Failure) else None) for r in results]


SLOW = "not read within 1 s, also alone; allow it more with --time-limit, or take it out"
BIG = "needs more than 600 MB of memory; allow it more with --memory-limit, or take it out"
FELL = "ended its worker with status 7; a fault of the program: please report it with the article"
KILLED = "its worker was killed, as systems do that run out of memory; give it a machine with more, or take it out"


@pytest.mark.parametrize(("text", "reason"), [("hang", SLOW), ("grow", BIG), ("fall", FELL), ("killed", KILLED)])
def test_an_article_that_breaks_its_worker_is_set_aside(work: Any, text: str, reason: str) -> None:
    sources = [source("1"), source("2", text), source("3")]
    results = list(run_in_workers(sources, work.start, workers=2, limits=LIMITS))
    assert brief(iter(results)) == [("1", None), ("2", reason), ("3", None)]
    assert results[1].outcome == Failure("news.jsonl", "line 2", "2", reason)


def test_an_article_that_broke_its_worker_only_once_is_read(work: Any, tmp_path: Path) -> None:
    sources = [source("1"), source("2", f"once {tmp_path / 'flag'}")]
    assert brief(run_in_workers(sources, work.start, workers=1, limits=LIMITS)) == [("1", None), ("2", None)]


def test_results_come_in_the_order_of_the_sources_from_however_many_workers(work: Any) -> None:
    told = Failure("news.jsonl", "line 9", None, "broken JSON")
    sources: list[Source | Failure] = [source(str(number)) for number in range(ARTICLES * 3 + 5)]
    sources.insert(7, told)
    expected = brief(run_here(sources, work.start))
    assert expected[6:9] == [("6", None), (None, "broken JSON"), ("7", None)]
    for workers in (1, 3):
        assert brief(run_in_workers(sources, work.start, workers=workers)) == expected


def test_sources_are_read_no_further_than_results_are_taken(work: Any) -> None:
    taken = 0

    def endless() -> Iterator[Source]:
        nonlocal taken
        while True:
            taken += 1
            yield source(str(taken), "x" * 10_000)

    results = run_in_workers(endless(), work.start, workers=1)
    for _ in range(1_000):
        next(results)
    assert isinstance(results, Generator)
    results.close()
    assert taken < 1_000 + (WINDOW + 6) * 25  # 25 articles of this length are a batch; 4 are read ahead


def test_what_has_been_read_is_given_while_the_source_is_silent(work: Any) -> None:
    given: list[Result] = []

    def waits() -> Iterator[Source]:
        yield source("1")
        while not given:  # for ever, if the first result waited for a second source
            time.sleep(0.01)
        yield source("2")

    for result in run_in_workers(waits(), work.start, workers=2):
        given.append(result)
    assert [result.outcome for result in given] == [Done(id_, ({"doc_id": id_, "sentence": "x"},)) for id_ in ("1", "2")]


def test_workers_are_renewed_now_and_then(work: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extract.batch.pool.RENEWED", 2)
    sources = [source(str(number), "pid") for number in range(ARTICLES * 5)]
    outcomes = [result.outcome for result in run_in_workers(sources, work.start, workers=1)]
    assert [outcome.id for outcome in outcomes] == [each.id for each in sources]
    pids = [outcome.rows[0]["sentence"] for outcome in outcomes if isinstance(outcome, Done)]
    assert [len(set(pids[: ARTICLES * 2])), len(set(pids))] == [1, 3]


def test_a_missing_model_ends_the_run(work: Any) -> None:
    with pytest.raises(ModelError, match="no such model"):
        list(run_in_workers([source("1")], work.no_model, workers=2))


def test_a_model_that_goes_missing_ends_the_run(work: Any) -> None:
    with pytest.raises(ModelError, match="no such model"):
        list(run_in_workers([source("1", "model")], work.start, workers=2))


def test_workers_that_never_start_end_the_run(work: Any) -> None:
    with pytest.raises(WorkerError, match="workers do not start: ended its worker with status 3"):
        list(run_in_workers([source("1")], work.false_start, workers=1))


def test_an_error_of_the_sources_is_raised(work: Any) -> None:
    def broken() -> Iterator[Source]:
        yield source("1")
        raise OSError("disk gone")

    results = run_in_workers(broken(), work.start, workers=1)
    assert brief(iter([next(results)])) == [("1", None)]
    with pytest.raises(OSError, match="disk gone"):
        next(results)


def test_seconds_are_shared_by_length(work: Any) -> None:
    results = list(run_here([source("1", "x" * 99), source("2", "x" * 299)], work.start))
    assert results[1].seconds == pytest.approx(results[0].seconds * 3)
