"""The engine of Ray clusters: files enter, Parquet files of facts and of failures leave; rows are those of the local engine.

`ray.data` reads the files on the nodes, gives their articles in batches to actors that hold the model, and lets the nodes write
what comes out. What a lost node was at is done again by another: an article is read at least once, and every file is written under
a name that says which batch it holds, so that its rows stand in the table exactly once.
"""

import pickle
import queue
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any
from uuid import uuid4

import pyarrow.parquet as pq
import ray
from ray.data import ActorPoolStrategy, DataContext, Datasink
from ray.data.block import BlockAccessor

from extract.articles.article import Given, Source
from extract.articles.readers.failure import Failure
from extract.articles.readers.ids import content_digest, once
from extract.articles.readers.records import Fields
from extract.batch.batches import ARTICLES
from extract.batch.limits import Limits
from extract.batch.outcome import Outcome, Result, Start
from extract.batch.pool import run_in_workers
from extract.batch.ray_files import ClusterFile, cluster_files, opened, read_cluster_file
from extract.errors import TargetError
from extract.tables.columns import FACTS, FAILURES, Columns, Row
from extract.tables.files import COMPRESSION, arrow_table
from extract.tables.rows import row_of_failure

BLOCK = 2_000_000  # bytes of articles that are handed on at once, so that the articles of one long file are read by many actors
READING = 0.5  # cores that reading a file takes; other than an actor's, so that Ray does not join the two in one process

Batch = dict[str, Any]
"""A batch as Ray gives it: columns by name."""

Spot = tuple[int, int]
"""Where an article is found: number of the file, and of the article in it."""


@dataclass(frozen=True, slots=True)
class Names:
    """What articles are called in this run.

    Args:
        others: other ids for some articles; None for those that are met again.
        last: the last article that is to be read; None for no limit.
    """

    others: dict[Spot, str | None]
    last: Spot | None = None


@dataclass(frozen=True, slots=True)
class Written:
    """What was written: articles that were read, their rows, and failures."""

    articles: int = 0
    rows: int = 0
    failures: int = 0

    def __add__(self, other: "Written") -> "Written":
        return Written(self.articles + other.articles, self.rows + other.rows, self.failures + other.failures)


def run_on_ray(
    names: Sequence[str],
    target: str,
    start: Start,
    *,
    fields: Fields,
    address: str | None = None,
    workers: int | None = None,
    limits: Limits | None = None,
    first: int | None = None,
) -> Written:
    """Read all articles of the sources on a cluster.

    Args:
        names: sources as every node can open them: paths of a shared disk, or addresses such as `s3://bucket/news/`.
        target: new folder or address; `facts/` below it holds the rows, `failures/` what could not be read, as Parquet files.
        start: how a worker gets ready to work; can be pickled.
        fields: where records hold what.
        address: of the cluster; None for the one that is running or, without one, this machine.
        workers: actors that read; None for as many as the cluster has cores.
        limits: what an article may take.
        first: how many articles are read at most, the first ones; None for all.

    Raises:
        TargetError: something is there already.
    """
    _refuse_what_is_there(target)
    if not ray.is_initialized():
        ray.init(address=address, log_to_driver=False)
    context = DataContext.get_current()
    context.execution_options.preserve_order = True
    context.enable_progress_bars = False
    context.target_max_block_size = BLOCK
    files = list(cluster_files(names))
    items = [{"number": number, "file": pickle.dumps(file)} for number, file in enumerate(files)]
    if not items:
        return Written()
    called = _names(items, fields, first)
    sink = _TwoTables(target)
    size = workers or max(1, int(ray.cluster_resources().get("CPU", 1)) - 1)
    (
        ray.data.from_items(items, override_num_blocks=len(items))
        .map_batches(
            _articles,
            batch_size=1,
            batch_format="numpy",
            fn_kwargs={"fields": fields, "called": ray.put(called)},
            num_cpus=READING,
        )
        .map_batches(
            _Actor,
            batch_size=ARTICLES,
            batch_format="numpy",
            fn_constructor_kwargs={"start": start, "limits": limits or Limits()},
            compute=ActorPoolStrategy(size=size),
            num_cpus=1,
        )
        .write_datasink(sink)
    )
    return sink.written


def _refuse_what_is_there(target: str) -> None:
    system, path = opened(target)
    if system.get_file_info(f"{path.rstrip('/')}/facts").type.name != "NotFound":
        raise TargetError("there are facts in this folder already", where=target, mend="name a new folder")


def _names(items: Sequence[dict[str, Any]], fields: Fields, first: int | None) -> Names:
    """What articles are called over all files: ids are decided in the order of the files, as one machine would do it."""
    found = ray.data.from_items(list(items), override_num_blocks=len(items)).map_batches(
        _ids, batch_size=1, batch_format="numpy", fn_kwargs={"fields": fields}
    )
    waiting: list[tuple[Spot, str]] = []  # places and ids that `once` has been given since it last let one pass

    def sources() -> Iterator[Source]:
        for row in found.iter_rows():
            waiting.append(((row["number"], row["article"]), row["id"]))
            yield Source(row["id"], row["digest"])

    others: dict[Spot, str | None] = {}
    for number, source in enumerate(once(sources()), 1):
        *met, (place, id_) = waiting
        others.update({each: None for each, _ in met})
        if source.id != id_:
            others[place] = source.id
        waiting.clear()
        if number == first:
            return Names(others, place)
    others.update({each: None for each, _ in waiting})
    return Names(others)


def _ids(batch: Batch, fields: Fields) -> Iterator[Batch]:
    """Number, id and digest of every article of a file."""
    for number, article, given in _read(batch, fields):
        if not isinstance(given, Failure):
            yield {"number": [number], "article": [article], "id": [given.id], "digest": [content_digest(given).hex()]}


def _articles(batch: Batch, fields: Fields, called: Any) -> Iterator[Batch]:
    """Every article of a file, or why there is none, under the id that it has in this run."""
    names: Names = ray.get(called)
    for number, article, given in _read(batch, fields):
        if names.last and (number, article) > names.last:
            return
        name = names.others.get((number, article), given.id)
        if isinstance(given, Failure):
            yield {"given": [pickle.dumps(given)]}
        elif name is not None:
            yield {"given": [pickle.dumps(replace(given, id=name))]}


def _read(batch: Batch, fields: Fields) -> Iterator[tuple[int, int, Given | Failure]]:
    for number, kept in zip(batch["number"], batch["file"], strict=True):
        file: ClusterFile | Failure = pickle.loads(kept)
        found = [file] if isinstance(file, Failure) else read_cluster_file(file, fields)
        for article, given in enumerate(found):
            yield int(number), article, given


class _Actor:
    """Reads batches in a process of its own that an article can break without breaking the actor."""

    def __init__(self, start: Start, limits: Limits) -> None:
        self._given: queue.Queue[Given | Failure] = queue.Queue()
        self._results: Iterator[Result] = run_in_workers(iter(self._given.get, None), start, workers=1, limits=limits)

    def __call__(self, batch: Batch) -> Batch:
        for kept in batch["given"]:
            self._given.put(pickle.loads(kept))
        return {"outcome": [pickle.dumps(next(self._results).outcome) for _ in batch["given"]]}


class _TwoTables(Datasink):  # type: ignore[misc]
    """Writes outcomes as two tables of Parquet files, `facts/` and `failures/`."""

    def __init__(self, target: str) -> None:
        self.target = target
        self.written = Written()

    def write(self, blocks: Iterable[Any], ctx: Any) -> Written:
        """Write the outcomes of one task; done again, it writes the same files."""
        rows: list[Row] = []
        failures: list[Row] = []
        articles = 0
        for block in blocks:
            told = BlockAccessor.for_block(block).to_arrow()
            for kept in told["outcome"].to_pylist() if told.num_rows else ():  # a block of no article has no columns
                outcome: Outcome = pickle.loads(kept)
                if isinstance(outcome, Failure):
                    failures.append(row_of_failure(outcome))
                else:
                    articles += 1
                    rows.extend(outcome.rows)
        name = f"part-{ctx.task_idx:06}.parquet"
        self._write("facts", name, rows, FACTS)
        self._write("failures", name, failures, FAILURES)
        return Written(articles, len(rows), len(failures))

    def on_write_complete(self, write_result: Any) -> None:
        """Count what was written."""
        self.written = sum(write_result.write_returns, Written())

    def _write(self, folder: str, name: str, rows: Sequence[Row], columns: Columns) -> None:
        system, root = opened(self.target)
        root = f"{root.rstrip('/')}/{folder}"
        system.create_dir(root, recursive=True)
        beside = f"{root}/.{name}.{uuid4().hex}"
        with system.open_output_stream(beside) as out:
            pq.write_table(arrow_table(rows, columns), out, compression=COMPRESSION)
        system.move(beside, f"{root}/{name}")
