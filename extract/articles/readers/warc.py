"""WARC archives: every page and text that was fetched is an article; requests, images and failed fetches are passed over."""

from collections.abc import Iterator
from itertools import count
from typing import Any

from extract.articles.article import Given, Page, Source
from extract.articles.readers.encoding import decode
from extract.articles.readers.failure import Failure, Place
from extract.articles.readers.html import LIMIT
from extract.articles.readers.input import DAMAGE, Input
from extract.errors import SourceError

PAGES = ("text/html", "application/xhtml+xml")
TEXTS = ("text/plain",)


def read_warc(given: Input) -> Iterator[Given | Failure]:
    """One article for each page or text; the number of an article is that of its record in the archive."""
    for number, record in enumerate(_records(given), 1):
        kind = _kind(record)
        if kind:
            yield _article(record, kind, given, number)


def _records(given: Input) -> Iterator[Any]:
    """The records of the archive, up to the first that is broken.

    Raises:
        SourceError: one is, or warcio is not installed.
    """
    try:
        from warcio.archiveiterator import ArchiveIterator
        from warcio.exceptions import ArchiveLoadFailed
    except ImportError as error:
        raise SourceError("WARC archives need warcio", mend="pip install 'newsfacts[warc]'") from error
    records = iter(ArchiveIterator(given.stream))
    for number in count():
        try:
            record = next(records, None)
        except (ArchiveLoadFailed, AttributeError, ValueError, *DAMAGE) as error:  # it trips over headers that are missing
            why = "a record lacks a header that it must have" if isinstance(error, AttributeError) else error
            raise SourceError(
                f"broken after record {number}: {why}", mend="fetch the archive again; what stands before is read"
            ) from error
        if record is None:
            return
        yield record


def _kind(record: Any) -> str:
    """`html` or `text` if the record is an answer that holds one, else empty."""
    if record.rec_type == "response" and record.http_headers and record.http_headers.get_statuscode() == "200":
        type_ = record.http_headers.get_header("Content-Type") or ""
    elif record.rec_type in ("resource", "conversion"):
        type_ = record.rec_headers.get_header("Content-Type") or ""
    else:
        return ""
    media = type_.partition(";")[0].strip().casefold()
    return "html" if media in PAGES else "text" if media in TEXTS else ""


def _article(record: Any, kind: str, given: Input, number: int) -> Given | Failure:
    place, id_ = Place(given.file, f"record {number}"), f"{given.id}#{number}"
    url = record.rec_headers.get_header("WARC-Target-URI")
    try:
        content = record.content_stream().read(LIMIT + 1)
        if record.raw_stream.limit > 0:
            raise SourceError("the record is cut off", mend="fetch the archive again")
        if len(content) > LIMIT:
            raise SourceError(f"more than {LIMIT:,} bytes", mend="no article is so long")
        if kind == "html":
            return Page(id_, content, url, str(place))
        return Source(id_, decode(content), url=url, place=str(place))
    except SourceError as error:
        return Failure.at(place, error, id=id_)
