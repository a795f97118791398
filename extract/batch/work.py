"""Work that a process can be started with. What is heavy is imported when it starts, so that naming the work costs nothing."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from extract.articles.article import Given
from extract.batch.outcome import Outcome, Work


def read_facts(
    *,
    model: str | None = None,
    any_language: bool = False,
    everything: bool = False,
    vocabulary: tuple[str, ...] = (),
    min_confidence: float = 0.0,
) -> Work:
    """Load the model; the work that then makes rows of facts, in the columns `FACTS`.

    Args:
        model: name or folder of the spaCy pipeline; None for the default one.
        any_language: read texts that are not English too.
        everything: let spaCy see every sentence, not only those that rows need.
        vocabulary: files of the user's own.
        min_confidence: facts of a lower confidence give no row.

    Raises:
        ModelError: the spaCy pipeline is missing or lacks a component.
    """
    from extract.batch.run import extract
    from extract.facts.parsing.default_model import DEFAULT_MODEL
    from extract.facts.pipeline import Pipeline
    from extract.mentions.vocabulary import read_vocabulary

    pipeline = Pipeline(model or DEFAULT_MODEL, everything=everything, vocabulary=read_vocabulary(map(Path, vocabulary)))

    def work(sources: Sequence[Given]) -> Iterator[Outcome]:
        return extract(sources, pipeline, any_language=any_language, min_confidence=min_confidence)

    return work
