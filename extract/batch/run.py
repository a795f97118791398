"""The run: sources enter, each leaves with its rows or as a failure, in order; nothing that one article does stops the others."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Protocol, TypeVar

from extract.articles.article import Article, Given, Source
from extract.articles.language import is_plainly_english, language_of
from extract.articles.prepare import prepare
from extract.articles.readers.failure import Failure, Place
from extract.articles.readers.html import opened
from extract.articles.stories import signature
from extract.batch.batches import batches
from extract.batch.outcome import Done, Outcome
from extract.errors import ModelError, SourceError
from extract.facts.fact import Fact
from extract.mentions.quantities import find_quantities
from extract.mentions.times.find import find_times
from extract.mentions.vocabulary import NOTHING, Vocabulary
from extract.tables.columns import Row
from extract.tables.rows import row_of_article, row_of_fact, rows_of_mentions

LONGEST = 5_000_000  # code points of one article; the longest novels have three million


Result = TypeVar("Result")
Unread = TypeVar("Unread", bound=Given)


class FactReader(Protocol):
    """What reads the facts of articles; `extract.facts.pipeline.Pipeline` is one."""

    def read_sources(self, sources: Iterable[Source]) -> Iterator[tuple[Article, tuple[Fact, ...]]]:
        """The article and the facts of each source, in order; the lines of an article without facts may be left out."""


@dataclass(frozen=True, slots=True)
class Read:
    """An article that was read to its end, and its facts."""

    article: Article
    facts: tuple[Fact, ...]


FATAL = (ModelError, MemoryError)  # concern the process, not the article alone


def mentions(sources: Iterable[Given | Failure], *, vocabulary: Vocabulary = NOTHING) -> Iterator[Outcome]:
    """The mentions of money, percentages and times in all lines of every source, in rows of the columns `MENTIONS`.

    Args:
        vocabulary: the user's own.
    """
    return _each(sources, partial(_mentions, vocabulary=vocabulary))


def clean(sources: Iterable[Given | Failure]) -> Iterator[Outcome]:
    """The article of every source without what surrounds it, one row of the columns `ARTICLES` each."""
    return (each if isinstance(each, Failure) else _guarded(each, _cleaned) for each in sources)


def extract(
    sources: Iterable[Given | Failure], reader: FactReader, *, any_language: bool = False, min_confidence: float = 0.0
) -> Iterator[Outcome]:
    """The facts of every source, in rows of the columns `FACTS`; for the other arguments see `read`.

    Args:
        min_confidence: facts of a lower confidence give no row; those whose confidence was not measured have 0.
    """
    for each in _readings(sources, reader, any_language=any_language):
        yield each if isinstance(each, Failure) else _guarded(each[0], partial(_rows, each[1], min_confidence))


def read(sources: Iterable[Given | Failure], reader: FactReader, *, any_language: bool = False) -> Iterator[Read | Failure]:
    """The article and the facts of every source.

    Args:
        reader: reads the facts; it is given sources in batches, and one by one those of a batch in which it failed.
        any_language: read texts that are not English too.
    """
    for each in _readings(sources, reader, any_language=any_language):
        yield each if isinstance(each, Failure) else _guarded(each[0], partial(_labelled, each[1]))


def _readings(
    sources: Iterable[Given | Failure], reader: FactReader, *, any_language: bool
) -> Iterator[tuple[Source, Read] | Failure]:
    for batch in batches(sources):
        if isinstance(batch, Failure):
            yield batch
            continue
        looked_at = [_guarded(each, partial(_english, any_language=any_language)) for each in batch]
        readings = iter(_read([each for each in looked_at if not isinstance(each, Failure)], reader))
        for each in looked_at:
            yield each if isinstance(each, Failure) else next(readings)


def _cleaned(given: Given) -> Done:
    article = _prepared(given)
    row = row_of_article(article, language=language_of(article.body or article.text))
    return Done(given.id, (row,), signature(article.body))


def _mentions(given: Given, vocabulary: Vocabulary) -> tuple[Row, ...]:
    article = _prepared(given)
    quantities = find_quantities(article.text, own=vocabulary.currencies)
    times = find_times(article.text, published=article.published)
    return tuple(rows_of_mentions(article, money=quantities.money, percentages=quantities.percentages, times=times))


def _prepared(given: Given) -> Article:
    source = opened(given)
    if not source.text.strip():
        raise SourceError("the text is empty", mend="fetch it again, or take it out")
    return prepare(source)


def _english(given: Given, *, any_language: bool) -> Source:
    """The source itself.

    Raises:
        SourceError: it is a page without text, empty, too long or, unless `any_language`, not English.
    """
    source = opened(given)
    if len(source.text) > LONGEST:
        raise SourceError(
            f"{len(source.text):,} characters in one article, more than {LONGEST:,}",
            mend="give its articles one by one",
        )
    if not source.text.strip():
        raise SourceError("the text is empty", mend="fetch it again, or take it out")
    if not any_language and not is_plainly_english(source.text):
        article = prepare(source)
        language = language_of(article.body or article.text)
        if language != "en":
            raise SourceError(f"not English: the text is in {language!r}", mend="read it all the same with --any-language")
    return source


def _read(sources: Sequence[Source], reader: FactReader) -> list[tuple[Source, Read] | Failure]:
    """What is read of each source. If the batch fails its sources are read one by one, so that only the cause is lost."""
    try:
        found = [Read(article, facts) for article, facts in reader.read_sources(sources)]
    except FATAL:
        raise
    except Exception:
        return [_guarded(source, partial(_read_alone, reader)) for source in sources]
    return list(zip(sources, found, strict=True))


def _read_alone(reader: FactReader, source: Source) -> tuple[Source, Read]:
    ((article, facts),) = reader.read_sources([source])
    return source, Read(article, facts)


def _rows(read: Read, min_confidence: float, source: Source) -> Done:
    sure = [fact for fact in read.facts if (fact.confidence or 0.0) >= min_confidence]
    return Done(source.id, tuple(row_of_fact(fact) for fact in sure), signature(read.article.body if sure else ""))


def _labelled(read: Read, source: Source) -> Read:
    """What was read, its lines labelled also where there was nothing to read in them."""
    return read if read.article.lines else replace(read, article=prepare(source))


def _each(sources: Iterable[Given | Failure], work: Callable[[Given], tuple[Row, ...]]) -> Iterator[Outcome]:
    for source in sources:
        yield _guarded(source, lambda source: Done(source.id, work(source)))


def _guarded(given: Unread | Failure, work: Callable[[Unread], Result]) -> Result | Failure:
    """What `work` makes of what was given, or the failure that its error amounts to."""
    if isinstance(given, Failure):
        return given
    try:
        return work(given)
    except FATAL:
        raise
    except Exception as error:
        return Failure.at(Place.of(given.place), error, id=given.id)
