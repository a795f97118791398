"""HTML pages: trafilatura takes out the article, its title and address, htmldate the publication date.

The text that trafilatura takes out is the text as given: `Source.text` holds it and all offsets count in it.
"""

from collections.abc import Iterator

from extract.articles.article import Source
from extract.articles.readers.encoding import decode
from extract.articles.readers.failure import Place
from extract.articles.readers.input import Input
from extract.articles.readers.published import published_date
from extract.errors import SourceError

LIMIT = 20_000_000  # bytes; a page of an article is a hundredth of it, and a parsed tree takes many times its page


def read_html(given: Input) -> Iterator[Source]:
    """The article of one page."""
    yield source_of_page(given.content(limit=LIMIT), id=given.only_id, place=Place(given.file))


def source_of_page(page: bytes, *, id: str, place: Place, url: str | None = None) -> Source:
    """The article of a page.

    Args:
        url: address the page was fetched from, if it is known apart from the page.

    Raises:
        SourceError: there is no text in the page.
    """
    from trafilatura import bare_extraction  # heavy

    # Recall first: what is no article among the lines is labelled as such afterwards.
    taken = bare_extraction(decode(page), url=url, with_metadata=True, include_comments=False, favor_recall=True)
    if taken is None or isinstance(taken, dict) or not taken.text:
        raise SourceError("no article in the page", mend="look whether it is a list, a film or a page that a script fills")
    return Source(id=id, text=taken.text, published=published_date(taken.date), title=taken.title, url=taken.url, place=str(place))
