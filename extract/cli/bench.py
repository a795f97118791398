"""The bench from the command line: sources enter; seconds, ratios and a file of them leave."""

import json
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

from extract.articles.article import Source
from extract.articles.readers.html import each_opened
from extract.articles.readers.records import Fields
from extract.articles.readers.sources import find_files, read_files
from extract.batch.bench import Timing, bench, commands, stages, write_articles
from extract.cli.run import stdin
from extract.errors import SourceError
from extract.facts.parsing.default_model import DEFAULT_MODEL
from extract.facts.pipeline import Pipeline

STAGED = 300  # articles whose stages are timed one by one


def timed(
    names: Sequence[str], model: str | None, fields: Fields, *, repeat: int, rounds: int, workers: int, target: Path | None
) -> str:
    """Times articles to rows beside peers over the same texts, whole processes, in one run.

    Args:
        names: sources as they were named.
        model: name of the spaCy pipeline; None for the default one.
        fields: where records hold what.
        repeat: how often the sources are taken, under fresh ids.
        rounds: how often each way is timed; medians count.
        workers: processes of the run with several.
        target: file for the figures as JSON.

    Returns:
        What is to be printed.

    Raises:
        SourceError: there is no article in the sources.
        ModelError: the spaCy pipeline is missing or lacks a component.
    """
    found = each_opened(read_files(find_files(names), fields=fields, stdin=stdin()))
    sources = [each for each in found if isinstance(each, Source)]
    if not sources:
        raise SourceError("nothing to time: no article can be read", where=", ".join(names), mend="name other sources")
    model = model or DEFAULT_MODEL
    parts = stages(sources[:STAGED], Pipeline(model))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "articles.jsonl")
        articles, characters = write_articles(sources, path, repeat=repeat)
        timings = bench(commands(path, Path(folder, "rows.jsonl"), model, workers), rounds=rounds)
    if target:
        figures = {
            "articles": articles,
            "characters": characters,
            "model": model,
            "rounds": rounds,
            "seconds": {name: asdict(timing) for name, timing in timings.items()},
            "ratios": {name: asdict(ratio) for name, ratio in ratios(timings).items()},
            "stages": {name: round(seconds / sum(parts.values()), 3) for name, seconds in parts.items()},
        }
        target.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    return report(articles, characters, timings, parts)


def ratios(timings: Mapping[str, Timing]) -> dict[str, Timing]:
    """How many times as long as `newsfacts` with one worker each takes."""
    own = timings["newsfacts"]
    return {name: Timing(round(t.wall / own.wall, 2), round(t.work / own.work, 2)) for name, t in timings.items()}


def report(articles: int, characters: int, timings: Mapping[str, Timing], parts: Mapping[str, float]) -> str:
    """The figures as a person reads them."""
    times = ratios(timings)
    lines = [
        f"{articles:,} articles, {characters:,} characters; whole processes, loading included",
        f"{'':22} {'seconds':>9} {'articles/s':>11} {'times':>6} {'processor':>10} {'times':>6}",
        *(
            f"{name:22} {t.wall:9.1f} {articles / t.wall:11.1f} {times[name].wall:6.2f} {t.work:10.1f} {times[name].work:6.2f}"
            for name, t in timings.items()
        ),
        "of the time of one worker, the model loaded:",
        *(f"  {name:26} {seconds / sum(parts.values()):4.0%}" for name, seconds in parts.items()),
    ]
    return "\n".join(lines)
