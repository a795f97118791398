"""Bench: how long articles take to rows, in processes of their own and beside peers over the same articles, measured in one run."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from extract.articles.article import Source
from extract.articles.language import is_plainly_english
from extract.articles.prepare import prepare
from extract.errors import NewsfactsError
from extract.facts.linking import link
from extract.facts.pipeline import Pipeline
from extract.facts.reading import outline, read
from extract.mentions.quantities import find_quantities

EXTRACT = "from extract.cli import main; main()"
PEER = """import sys, pathlib
from extract.batch.peers import PEERS
for _ in PEERS[sys.argv[1]](pathlib.Path(sys.argv[2]), sys.argv[3]):
    pass"""
# One thread each, so that processes are compared and not how many cores a library takes.
ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")


@dataclass(frozen=True, slots=True)
class Timing:
    """What a process took, its children and the loading of models with it.

    Args:
        wall: seconds that went by.
        work: seconds of processor time, which other load of the machine changes less.
    """

    wall: float
    work: float


Clock = Callable[[Sequence[str]], Timing]
"""Runs a command to its end and times it."""


def timed(command: Sequence[str]) -> Timing:
    """Run a command, and time it.

    Raises:
        NewsfactsError: it failed.
    """
    before, start = os.times(), time.perf_counter()
    done = subprocess.run(command, check=False, capture_output=True, text=True, env={**os.environ, **ONE_THREAD})
    if done.returncode not in (0, 1):  # 1: some articles failed, which takes its time as well
        raise NewsfactsError(f"a command ended with {done.returncode}: {done.stderr[-500:]}", where=" ".join(command))
    after, wall = os.times(), time.perf_counter() - start
    work = after.children_user + after.children_system - before.children_user - before.children_system
    return Timing(wall, work)


def commands(articles: Path, rows: Path, model: str, workers: int) -> dict[str, list[str]]:
    """What is timed: the program with one worker and with several, and its peers.

    Args:
        articles: JSON lines of `id`, `text`, `published`.
        rows: table that may be written.
        model: name of the spaCy pipeline.
        workers: how many several are.
    """
    extract = [
        sys.executable,
        "-c",
        EXTRACT,
        "extract",
        str(articles),
        "-o",
        str(rows),
        "--model",
        model,
        "--quiet",
        "--any-language",
    ]
    peers = {name: [sys.executable, "-W", "ignore", "-c", PEER, name, str(articles), model] for name in ("nlp.pipe", "afternoon")}
    own = {"newsfacts": [*extract, "--workers", "1"], f"newsfacts, {workers} workers": [*extract, "--workers", str(workers)]}
    return {**own, **peers}


def bench(commands: Mapping[str, Sequence[str]], *, rounds: int, clock: Clock = timed) -> dict[str, Timing]:
    """Time each command as often as there are rounds, in turn, so that what else the machine does falls on all alike.

    Returns:
        The medians of each.
    """
    timings: dict[str, list[Timing]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            timings[name].append(clock(command))
    return {name: Timing(median(t.wall for t in of), median(t.work for t in of)) for name, of in timings.items()}


def write_articles(sources: Iterable[Source], path: Path, *, repeat: int = 1) -> tuple[int, int]:
    """Write articles as JSON lines, several times over under fresh ids and with another first word, so that none is met again.

    Returns:
        How many articles and characters there are.
    """
    kept = list(sources)
    characters = 0
    with path.open("w", encoding="utf-8") as out:
        for number in range(repeat):
            for source in kept:
                text = f"Again{number} {source.text}" if number else source.text
                characters += len(text)
                record = {"id": f"{source.id}@{number}", "text": text, "published": source.published}
                out.write(json.dumps(record, ensure_ascii=False) + "\n")
    return len(kept) * repeat, characters


def stages(sources: Sequence[Source], pipeline: Pipeline, *, clock: Callable[[], float] = time.process_time) -> dict[str, float]:
    """Seconds that each stage takes over the articles, the model loaded before."""
    seconds: dict[str, float] = {}

    @contextmanager
    def lap(name: str) -> Iterator[None]:
        start = clock()
        yield
        seconds[name] = clock() - start

    with lap("language"):
        for source in sources:
            is_plainly_english(source.text)
    with lap("amounts"):
        found = [(source, find_quantities(source.text)) for source in sources]
    found = [(source, quantities) for source, quantities in found if quantities.money or quantities.percentages]
    with lap("cleaning"):
        articles = [(prepare(source), quantities) for source, quantities in found]
    with lap("dates and sentences"):
        outlines = [outline(article, quantities) for article, quantities in articles]
    with lap("spaCy"):
        readings = list(read(pipeline.nlp, outlines))
    with lap("linking"):
        for reading in readings:
            link(reading, weights=pipeline.weights)
    return seconds
