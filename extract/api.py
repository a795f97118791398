"""The program from Python: texts and articles enter, fact tables leave."""

from collections.abc import Iterable
from functools import cache
from itertools import chain

import pandas as pd

from extract.articles.article import Article, Source
from extract.articles.readers.published import published_date
from extract.facts.pipeline import Pipeline as FactPipeline
from extract.tables.frame import facts_frame


class Pipeline(FactPipeline):
    """Reads articles to facts and tables of facts."""

    def table(self, articles: Iterable[Article | Source | str]) -> pd.DataFrame:
        """The facts of all articles as one table.

        Returns:
            A DataFrame as `extract.tables.frame.facts_frame` gives it.
        """
        return facts_frame(chain.from_iterable(self.read_many(articles)))


def facts(text: str, *, published: str | None = None, title: str | None = None) -> pd.DataFrame:
    """The facts that a text asserts.

    Args:
        text: an article, as it was found; offsets count in it.
        published: publication date, ISO 8601; looked for in the text if None.
        title: headline, if it is not part of the text.

    Returns:
        A DataFrame as `extract.tables.frame.facts_frame` gives it; `doc_id` is `text`.

    Raises:
        SourceError: the date is none.
        ModelError: the spaCy pipeline is not installed.
    """
    return _pipeline().table([Source(id="text", text=text, published=published_date(published), title=title)])


@cache
def _pipeline() -> Pipeline:
    """The default pipeline, loaded once."""
    return Pipeline()
