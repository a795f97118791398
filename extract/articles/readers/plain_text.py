"""Plain text: one file, one article."""

from collections.abc import Iterator

from extract.articles.article import Source
from extract.articles.readers.encoding import decode
from extract.articles.readers.failure import Place
from extract.articles.readers.input import Input


def read_plain_text(given: Input) -> Iterator[Source]:
    """The whole file as one article's text."""
    yield Source(id=given.only_id, text=decode(given.content()), place=str(Place(given.file)))
