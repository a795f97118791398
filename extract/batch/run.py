"""The run: sources enter, each leaves with its rows or as a failure, in order; nothing that one article does stops the others."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Protocol, TypeVar

from extract.articles.article import Article, Source
from extract.articles.language import language_of
from extract.articles.prepare import prepare
from extract.articles.readers.failure import Failure, Place
from extract.batch.batches import batches
from extract.batch.outcome import Done, Outcome
from extract.errors import ModelError, SourceError
from extract.facts.fact import Fact
from extract.mentions.quantities import find_quantities
from extract.mentions.times.find import find_times
from extract.tables.columns import Row
from extract.tables.rows import row_of_article, row_of_fact, rows_of_mentions

LONGEST = 5_000_000  # code points of one article; the longest novels have three million


Result = TypeVar("Result")


class FactReader(Protocol):
    """What reads the facts of articles; `extract.facts.pipeline.Pipeline` is one."""

    def read_many(self, articles: Iterable[Article]) -> Iterator[tuple[Fact, ...]]:
        """The facts of each article, in order."""


@dataclass(frozen=True, slots=True)
class Read:
    """An article that was read to its end, and its facts."""

    source: Source
    article: Article
    facts: tuple[Fact, ...]


FATAL = (ModelError, MemoryError)  # concern the process, not the article alone


def mentions(sources: Iterable[Source | Failure]) -> Iterator[Outcome]:
    """The mentions of money, percentages and times in all lines of every source, in rows of the columns `MENTIONS`."""
    return _each(sources, _mentions)


def clean(sources: Iterable[Source | Failure]) -> Iterator[Outcome]:
    """The article of every source without what surrounds it, one row of the columns `ARTICLES` each."""
    return _each(sources, lambda source: (row_of_article(_prepared(source)),))


def extract(sources: Iterable[Source | Failure], reader: FactReader, *, any_language: bool = False) -> Iterator[Outcome]:
    """The facts of every source, in rows of the columns `FACTS`; for the arguments see `read`."""
    for each in read(sources, reader, any_language=any_language):
        yield each if isinstance(each, Failure) else _guarded(each.source, partial(_rows, each))


def read(sources: Iterable[Source | Failure], reader: FactReader, *, any_language: bool = False) -> Iterator[Read | Failure]:
    """The article and the facts of every source.

    Args:
        reader: reads the facts; it is given articles in batches, and one by one those of a batch in which it failed.
        any_language: read texts that are not English too.
    """
    for batch in batches(sources):
        if isinstance(batch, Failure):
            yield batch
            continue
        prepared = [_guarded(source, partial(_english, any_language=any_language)) for source in batch]
        readings = iter(_read([each for each in prepared if not isinstance(each, Failure)], reader))
        for each in prepared:
            yield each if isinstance(each, Failure) else next(readings)


def _mentions(source: Source) -> tuple[Row, ...]:
    article = _prepared(source)
    quantities = find_quantities(article.text)
    times = find_times(article.text, published=article.published)
    return tuple(rows_of_mentions(article, money=quantities.money, percentages=quantities.percentages, times=times))


def _prepared(source: Source) -> Article:
    if not source.text.strip():
        raise SourceError("the text is empty", mend="fetch it again, or take it out")
    return prepare(source)


def _english(source: Source, *, any_language: bool) -> tuple[Source, Article]:
    """The source and the article in it.

    Raises:
        SourceError: it is too long or, unless `any_language`, not English.
    """
    if len(source.text) > LONGEST:
        raise SourceError(
            f"{len(source.text):,} characters in one article, more than {LONGEST:,}",
            mend="give its articles one by one",
        )
    article = _prepared(source)
    language = "en" if any_language else language_of(article.body or article.text)
    if language != "en":
        raise SourceError(f"not English: the text is in {language!r}", mend="read it all the same with --any-language")
    return source, article


def _read(articles: Sequence[tuple[Source, Article]], reader: FactReader) -> list[Read | Failure]:
    """The facts of each article. If the batch fails its articles are read one by one, so that only the cause is lost."""
    try:
        facts = list(reader.read_many([article for _, article in articles]))
    except FATAL:
        raise
    except Exception:
        return [_guarded(source, partial(_read_alone, article, reader)) for source, article in articles]
    return [Read(source, article, its) for (source, article), its in zip(articles, facts, strict=True)]


def _read_alone(article: Article, reader: FactReader, source: Source) -> Read:
    (facts,) = reader.read_many([article])
    return Read(source, article, facts)


def _rows(read: Read, source: Source) -> Done:
    return Done(source.id, tuple(row_of_fact(fact) for fact in read.facts))


def _each(sources: Iterable[Source | Failure], work: Callable[[Source], tuple[Row, ...]]) -> Iterator[Outcome]:
    for source in sources:
        yield _guarded(source, lambda source: Done(source.id, work(source)))


def _guarded(source: Source | Failure, work: Callable[[Source], Result]) -> Result | Failure:
    """What `work` makes of the source, or the failure that its error amounts to."""
    if isinstance(source, Failure):
        return source
    try:
        return work(source)
    except FATAL:
        raise
    except Exception as error:
        return Failure.at(Place.of(source.place), error, id=source.id)
