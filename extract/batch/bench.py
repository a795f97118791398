"""Bench: how long articles take to rows, beside spaCy's own pipe over the same texts, measured in one run."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from spacy.language import Language

from extract.articles.article import Source
from extract.batch.run import FactReader, extract

ROUNDS = 3  # the fastest of them counts: what slows one down is the machine


@dataclass(frozen=True, slots=True)
class Timing:
    """Seconds that the same articles took in two ways.

    Args:
        articles: how many they are.
        characters: of all texts together.
        reading: seconds from their text to their rows.
        piping: seconds of `nlp.pipe` over their texts.
    """

    articles: int
    characters: int
    reading: float
    piping: float

    @property
    def ratio(self) -> float:
        """How many times as fast reading is."""
        return self.piping / self.reading


def bench(
    sources: Sequence[Source],
    reader: FactReader,
    nlp: Language,
    *,
    clock: Callable[[], float],
    rounds: int = ROUNDS,
) -> Timing:
    """Time both ways in turn; models are loaded and files are read before.

    Args:
        sources: the articles; those that fail take their time as well.
        reader: reads their facts.
        nlp: the same model with all of its components.
        clock: seconds from some fixed moment, as `time.perf_counter` gives them.
        rounds: how often each way is timed; the fastest counts.
    """

    def reading() -> None:
        for _ in extract(sources, reader, any_language=True):
            pass

    def piping() -> None:
        for _ in nlp.pipe(source.text for source in sources):
            pass

    timed = [(_seconds(reading, clock), _seconds(piping, clock)) for _ in range(rounds)]
    return Timing(
        articles=len(sources),
        characters=sum(len(source.text) for source in sources),
        reading=min(seconds for seconds, _ in timed),
        piping=min(seconds for _, seconds in timed),
    )


def _seconds(work: Callable[[], None], clock: Callable[[], float]) -> float:
    start = clock()
    work()
    return clock() - start
