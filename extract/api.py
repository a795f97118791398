"""The program from Python: texts and articles enter, fact tables leave."""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import TypeAlias

import pandas as pd

from extract.articles.article import Article, Source
from extract.articles.prepare import prepare
from extract.articles.readers.failure import Place
from extract.articles.readers.ids import once
from extract.articles.readers.published import published_date
from extract.articles.readers.records import Fields, source_of
from extract.articles.stories import Stories, signature
from extract.facts.pipeline import Pipeline as FactPipeline
from extract.tables.columns import FACTS
from extract.tables.frame import frame
from extract.tables.rows import row_of_fact

Texts: TypeAlias = Iterable[Article | Source | str | Mapping[str, object]] | pd.DataFrame


class Pipeline(FactPipeline):
    """Reads articles to facts and tables of facts."""

    def table(self, articles: Texts) -> pd.DataFrame:
        """The facts of all articles as one table.

        Args:
            articles: articles, sources, texts, or records with the fields of `extract.articles.readers.records.Fields`; or a
                DataFrame with columns of those names. Texts without an id are called `text`, records `text#1`, `text#2`, …; an id
                met again with another text gets `~2`.

        Returns:
            A DataFrame as `extract.tables.frame.frame` gives it, with `story_id` as the order of the articles tells it.

        Raises:
            SourceError: a record has no text or an absurd date.
        """
        stories = Stories()
        told: deque[str] = deque()

        def noted() -> Iterator[Article]:
            for each in once(_articles(articles)):
                article = each if isinstance(each, Article) else prepare(each)
                told.append(stories.of(article.id, signature(article.body)))
                yield article

        rows = (row_of_fact(fact, story=story) for facts in self.read_many(noted()) for story in [told.popleft()] for fact in facts)
        return frame(rows, FACTS)


def _articles(given: Texts) -> Iterator[Article | Source]:
    if isinstance(given, pd.DataFrame):
        given = given.to_dict("records")
    for number, each in enumerate([given] if isinstance(given, str) else given, 1):
        if isinstance(each, str):
            yield Source("text", each)
        elif isinstance(each, Mapping):
            yield source_of(each, fields=Fields(), place=Place("records", f"record {number}"), id=f"text#{number}")
        else:
            yield each


def facts(text: str, *, published: str | None = None, title: str | None = None) -> pd.DataFrame:
    """The facts that a text asserts.

    Args:
        text: an article, as it was found; offsets count in it.
        published: publication date, ISO 8601; looked for in the text if None.
        title: headline, if it is not part of the text.

    Returns:
        A DataFrame as `extract.tables.frame.frame` gives it; `doc_id` is `text`.

    Raises:
        SourceError: the date is none.
        ModelError: the spaCy pipeline is not installed.
    """
    return _pipeline().table([Source(id="text", text=text, published=published_date(published), title=title)])


@cache
def _pipeline() -> Pipeline:
    """The default pipeline, loaded once."""
    return Pipeline()
