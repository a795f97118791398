"""Batches: sources that are read together, sized by their length, because an article may have ten words or a million."""

from collections.abc import Iterable, Iterator, Sequence

from extract.articles.article import Given
from extract.articles.readers.failure import Failure
from extract.batch.outcome import Result

CHARACTERS = 250_000  # of a batch, some 50,000 tokens: more make nothing faster, and a batch that fails is read again one by one
ARTICLES = 128  # of a batch


def batches(sources: Iterable[Given | Failure]) -> Iterator[list[Given] | Failure]:
    """The sources in order, in lists of up to `ARTICLES` articles and `CHARACTERS` characters, or of one longer article.

    Failures pass through where they stand.
    """
    batch: list[Given] = []
    size = 0
    for each in sources:
        if batch and (isinstance(each, Failure) or not fits(each, len(batch), size)):
            yield batch
            batch, size = [], 0
        if isinstance(each, Failure):
            yield each
        else:
            batch.append(each)
            size += each.size
    if batch:
        yield batch


def fits(given: Given, articles: int, characters: int) -> bool:
    """Whether a source can join a batch of so many articles and characters."""
    return articles < ARTICLES and characters + given.size <= CHARACTERS


def shared(results: Sequence[Result], seconds: float) -> list[Result]:
    """The results of a batch that took so many seconds, each with its share by length."""
    lengths = [0 if isinstance(result.given, Failure) else result.given.size + 1 for result in results]
    whole = max(1, sum(lengths))
    return [Result(r.given, r.outcome, seconds * length / whole) for r, length in zip(results, lengths, strict=True)]
