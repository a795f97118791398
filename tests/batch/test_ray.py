"""Ray: the rows of the local engine from a cluster, also from one that loses a node. Skipped where Ray is not installed."""

import json
import sys
import threading
import time
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

pytest.importorskip("ray")
pytestmark = pytest.mark.filterwarnings("ignore")  # Ray's own, of every kind

import ray  # noqa: E402
from ray.cluster_utils import Cluster  # noqa: E402

from extract.articles.readers.records import Fields  # noqa: E402
from extract.articles.readers.sources import find_files, read_files  # noqa: E402
from extract.batch.here import run_here  # noqa: E402
from extract.batch.limits import Limits  # noqa: E402
from extract.batch.outcome import Done  # noqa: E402
from extract.batch.ray_engine import Written, run_on_ray  # noqa: E402
from extract.errors import TargetError  # noqa: E402

# What the actors do: as many rows as the text has words, after a while; imported by the nodes from a folder of the test.
WORK = """
import os, time
from decimal import Decimal
from extract.batch.outcome import Done
from extract.tables.columns import FACTS

OF_TYPE = {"string": "x", "integer": 1, "decimal": Decimal(1)}
CELLS = {column.name: OF_TYPE[column.type] for column in FACTS if column.required}

def start():
    def work(sources):
        for source in sources:
            if source.text == "fall":
                os._exit(7)
            time.sleep(0.005)
            yield Done(source.id, tuple({**CELLS, "doc_id": source.id, "sentence": word} for word in source.text.split()))
    return work
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("ray")
    (folder / "work_on_ray.py").write_text(WORK)
    news = folder / "news"
    news.mkdir()
    for name in "abc":
        lines = [
            json.dumps({"id": f"{name}{number}", "text": " ".join(["word", name] * (1 + number % 3))}) for number in range(300)
        ]
        lines += [
            '{"id": "broken"',
            json.dumps({"id": "same", "text": "the same"}),
            json.dumps({"id": "other", "text": f"other {name}"}),
        ]
        (news / f"{name}.jsonl").write_text("\n".join(lines))
    (news / "d.jsonl").write_text(json.dumps({"id": "d", "text": "fall"}))
    return folder


@pytest.fixture(scope="module")
def cluster(folder: Path) -> Iterator[Any]:
    sys.path.insert(0, str(folder))
    cluster = Cluster(initialize_head=True, head_node_args={"num_cpus": 1})
    environment = {"PYTHONPATH": str(folder)}
    cluster.add_node(num_cpus=2, env_vars=environment)
    ray.init(address=cluster.address, log_to_driver=False, runtime_env={"env_vars": environment})
    yield cluster
    ray.shutdown()
    cluster.shutdown()
    sys.path.remove(str(folder))


def table(path: Path) -> list[tuple[str, str]]:
    facts = pd.read_parquet(path)
    return list(zip(facts["doc_id"], facts["sentence"], strict=True))


@pytest.fixture(scope="module")
def expected(folder: Path) -> list[tuple[str, str]]:
    """The rows of the local engine, without the article that would end this process."""
    work = import_module("work_on_ray")
    sources = read_files(find_files([f"{folder}/news/[abc].jsonl"]), fields=Fields(), stdin=None)  # type: ignore[arg-type]
    outcomes = [result.outcome for result in run_here(sources, work.start)]
    return [(str(row["doc_id"]), str(row["sentence"])) for each in outcomes if isinstance(each, Done) for row in each.rows]


def run(folder: Path, target: Path, *, first: int | None = None) -> Written:
    work = import_module("work_on_ray")
    names, limits = [f"{folder}/news"], Limits(seconds=30.0)
    return run_on_ray(names, str(target), work.start, fields=Fields(), workers=2, limits=limits, first=first)


def test_rows_are_those_of_the_local_engine(cluster: Any, folder: Path, expected: list[tuple[str, str]], tmp_path: Path) -> None:
    assert run(folder, tmp_path / "run") == Written(articles=904, rows=len(expected), failures=4)
    assert table(tmp_path / "run/facts") == expected
    failures = pd.read_parquet(tmp_path / "run/failures")
    assert [Path(file).name for file in failures["file"]] == ["a.jsonl", "b.jsonl", "c.jsonl", "d.jsonl"]
    assert failures["reason"].iloc[3] == "ended its worker with status 7; a fault of the program: please report it with the article"


# The 302 articles of the first file with a broken line among them; then one of the second, past the line that breaks there.
@pytest.mark.parametrize(("first", "failures"), [(300, 0), (302, 1), (303, 1)])
def test_only_the_first_articles_are_read(
    cluster: Any, folder: Path, expected: list[tuple[str, str]], tmp_path: Path, first: int, failures: int
) -> None:
    written = run(folder, tmp_path / "run", first=first)
    assert (written.articles, written.failures) == (first, failures)
    assert table(tmp_path / "run/facts") == expected[: written.rows]


def test_what_is_there_is_not_overwritten(cluster: Any, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "run/facts").mkdir(parents=True)
    with pytest.raises(TargetError, match="there are facts in this folder already"):
        run(folder, tmp_path / "run")


def test_a_node_that_is_lost_costs_nothing(cluster: Any, folder: Path, expected: list[tuple[str, str]], tmp_path: Path) -> None:
    lost = cluster.add_node(num_cpus=2, env_vars={"PYTHONPATH": str(folder)})

    def lose() -> None:
        while not (tmp_path / "run").exists():  # until the first rows are written
            time.sleep(0.05)
        cluster.remove_node(lost, allow_graceful=False)

    killer = threading.Thread(target=lose)
    killer.start()
    written = run(folder, tmp_path / "run")
    killer.join()
    assert written == Written(articles=904, rows=len(expected), failures=4)
    assert table(tmp_path / "run/facts") == expected
