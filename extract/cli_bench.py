"""The bench from the command line: sources enter, seconds and their ratio leave."""

import io
import time
from collections.abc import Sequence

import spacy

from extract.api import Pipeline
from extract.articles.article import Source
from extract.articles.readers.records import Fields
from extract.articles.readers.sources import find_files, read_files
from extract.batch.bench import bench
from extract.errors import SourceError
from extract.facts.default_model import DEFAULT_MODEL


def timed(names: Sequence[str], model: str | None, fields: Fields) -> str:
    """Times articles to rows beside `nlp.pipe` of the same model over the same texts, in one run.

    Args:
        names: sources as they were named.
        model: name of the spaCy pipeline; None for the default one.
        fields: where records hold what.

    Returns:
        What is to be printed.

    Raises:
        SourceError: there is no article in the sources.
        ModelError: the spaCy pipeline is missing or lacks a component.
    """
    found = read_files(find_files(names), fields=fields, stdin=io.BufferedReader(io.FileIO(0, closefd=False)))
    sources = [source for source in found if isinstance(source, Source)]
    if not sources:
        raise SourceError("nothing to time: no article can be read", where=", ".join(names), mend="name other sources")
    model = model or DEFAULT_MODEL
    timing = bench(sources, Pipeline(model), spacy.load(model), clock=time.perf_counter)
    return (
        f"{timing.articles:,} articles, {timing.characters:,} characters, models loaded before\n"
        f"rows      {timing.reading:8.2f} s  {timing.articles / timing.reading:8.1f} articles/s\n"
        f"nlp.pipe  {timing.piping:8.2f} s  {timing.articles / timing.piping:8.1f} articles/s\n"
        f"rows are made {timing.ratio:.2f} times as fast as {model} pipes the texts"
    )
