"""HTML pages: trafilatura takes out the article, its title and address, htmldate the publication date.

The text that trafilatura takes out is the text as given: `Source.text` holds it and all offsets count in it. Where it has taken
but a part of the article, the whole page is, as plain text.
"""

import re
from collections.abc import Iterable, Iterator

from extract.articles.article import Given, Page, Source
from extract.articles.labels import label_lines
from extract.articles.lines import find_lines
from extract.articles.readers.encoding import MARKS, decode
from extract.articles.readers.failure import Failure, Place
from extract.articles.readers.input import Input
from extract.articles.readers.page_text import page_text
from extract.articles.readers.published import published_date
from extract.errors import SourceError

LIMIT = 5_000_000  # bytes; the pages of articles are a tenth of it, and parsing takes minutes where a page was built to harm
LONG_TAG = re.compile(r"<[a-zA-Z][^<>]{20000,}")
ATTRIBUTES = 1_000  # of one tag; the time that a parser takes grows with their square
MISSED_BY_BASELINE, MISSED_BY_LABELS = 1.5, 1.3  # times the characters taken from which a part of the article is missing
LEAST = 300  # characters of an article
HEAD = 4_096  # bytes in which a page declares its encoding
CHARSET = re.compile(rb"""<meta[^<>]{0,200}?charset=["']?([A-Za-z0-9_-]{2,40})""", re.IGNORECASE)
AS_WESTERN = frozenset({"iso-8859-1", "latin1", "latin-1", "us-ascii", "ascii"})  # as browsers read them


def read_html(given: Input) -> Iterator[Page]:
    """The page that a file is."""
    yield Page(given.only_id, given.content(limit=LIMIT), place=str(Place(given.file)))


def opened(given: Given) -> Source:
    """What a reader found, the article taken out where it is a page.

    Raises:
        SourceError: there is no text in the page.
    """
    return _article(given) if isinstance(given, Page) else given


def each_opened(found: Iterable[Given | Failure]) -> Iterator[Source | Failure]:
    """What readers found, the articles taken out of pages; a failure for a page that has none."""
    for each in found:
        try:
            yield each if isinstance(each, Failure) else opened(each)
        except Exception as error:  # parsers meet anything in the wild
            yield Failure.at(Place.of(each.place), error, id=each.id)


def _article(page: Page) -> Source:
    from trafilatura import bare_extraction, extract_metadata  # heavy

    text, url = _decoded(page.content), page.url
    if any(tag[0].count("=") > ATTRIBUTES for tag in LONG_TAG.finditer(text)):
        raise SourceError(
            f"a tag with more than {ATTRIBUTES:,} attributes", mend="the page is built to harm or broken; take it out"
        )
    taken = bare_extraction(text, url=url, with_metadata=True, include_comments=False, favor_precision=True)
    about = taken if taken is not None and not isinstance(taken, dict) else extract_metadata(text, default_url=url)
    precise = about.text or ""
    whole = _whole_page(text, len(precise))
    if not (whole or precise):
        raise SourceError("no article in the page", mend="look whether it is a list, a film or a page that a script fills")
    return Source(
        id=page.id,
        text=whole or precise,
        published=published_date(about.date),
        title=about.title,
        url=about.url,
        place=page.place,
        author=about.author,
        outlet=about.sitename,
        cleaned=not whole,
    )


def _whole_page(text: str, taken: int) -> str | None:
    """All that the page shows, where trafilatura has taken but a part of its article; None where it has not.

    Two other readings must miss much in what was taken: its baseline, which keeps all paragraphs, and our own labels of lines.

    Args:
        text: the markup.
        taken: characters that were taken out.
    """
    from trafilatura import baseline, load_html

    if baseline(text)[2] < max(MISSED_BY_BASELINE * taken, LEAST) or (root := load_html(text)) is None:
        return None
    whole = page_text(root)
    own = sum(line.span.end - line.span.start for line in label_lines(whole, find_lines(whole), title=None) if line.label == "body")
    return whole if own >= max(MISSED_BY_LABELS * taken, LEAST) else None


def _decoded(page: bytes) -> str:
    """The page's text, in the encoding that it declares if it can be read in it."""
    declared = CHARSET.search(page[:HEAD])
    if declared and not page.startswith(MARKS):
        name = declared[1].decode("ascii").casefold()
        try:
            return page.decode("cp1252" if name in AS_WESTERN else name)
        except (LookupError, UnicodeDecodeError):
            pass
    return decode(page)
