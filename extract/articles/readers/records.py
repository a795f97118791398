"""Records of crawlers: a mapping enters, a `Source` leaves. Only the named fields are looked at."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from extract.articles.article import Source
from extract.articles.readers.failure import Place
from extract.articles.readers.published import published_date
from extract.errors import SourceError

LONE_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Fields:
    """Names under which a record gives what an article needs, in any case; of several that hold something, the first wins."""

    id: tuple[str, ...] = ("id",)
    text: tuple[str, ...] = ("text", "body", "content", "article", "maintext")
    published: tuple[str, ...] = ("published", "date", "date_publish", "date_published", "pub_date", "pubdate", "published_at")
    title: tuple[str, ...] = ("title", "headline")
    url: tuple[str, ...] = ("url", "link")

    @property
    def all(self) -> frozenset[str]:
        """Every name that is looked at, without case."""
        return frozenset(name.casefold() for name in (*self.id, *self.text, *self.published, *self.title, *self.url))


def source_of(record: object, *, fields: Fields, place: Place, id: str) -> Source:
    """The article of a record.

    Args:
        id: `doc_id` if the record gives none.

    Raises:
        SourceError: the record is no mapping, has no text, or an absurd date.
    """
    if not isinstance(record, Mapping):
        raise SourceError(f"a {type(record).__name__} where an object with a text was expected", mend='give {"id": …, "text": …}')
    given = {str(name).casefold(): value for name, value in record.items()}
    text = _first(given, fields.text)
    if text is None:
        raise no_text(fields, record)
    if not isinstance(text, str):
        raise SourceError(f"the text is a {type(text).__name__}, not a string", mend="join it to one string")
    title, url = _first(given, fields.title), _first(given, fields.url)
    return Source(
        id=str(_first(given, fields.id) or id),
        text=_writable(text),
        published=published_date(_first(given, fields.published)),
        title=None if title is None else _writable(str(title)),
        url=None if url is None else str(url),
        place=str(place),
    )


def taken(record: object, fields: Fields) -> dict[str, str]:
    """Which field of a record was taken for what: `text`, `published`, `title`, `url`, `id` to the field's name as written."""
    if not isinstance(record, Mapping):
        return {}
    written = {str(name).casefold(): str(name) for name in record}
    given = {str(name).casefold(): value for name, value in record.items()}
    found = {what: _holding(given, getattr(fields, what)) for what in ("text", "published", "title", "url", "id")}
    return {what: written[name] for what, name in found.items() if name}


def has_text(fields: Fields, names: Iterable[object]) -> bool:
    """Whether a table with these columns has one for the text."""
    return not {name.casefold() for name in fields.text}.isdisjoint(str(name).casefold() for name in names)


def no_text(fields: Fields, names: Iterable[object]) -> SourceError:
    """The error that a record or table has no text under the names that are looked for."""
    return SourceError(
        f"no text: none of the fields {', '.join(fields.text)} holds any; there are {', '.join(map(str, names)) or 'none'}",
        mend="name the field that holds it with --text-field",
    )


def _first(record: Mapping[str, object], names: tuple[str, ...]) -> object:
    """What the first of the fields holds that holds something."""
    name = _holding(record, names)
    return record[name] if name else None


def _holding(record: Mapping[str, object], names: tuple[str, ...]) -> str | None:
    """The first of the fields that holds something, in its own case-folded form; None, blanks and NaN hold nothing."""
    for name in map(str.casefold, names):
        value = record.get(name)
        if value is not None and value == value and str(value).strip():
            return name
    return None


def _writable(text: str) -> str:
    """The text with halves of surrogate pairs, which UTF-8 cannot write, as U+FFFD: offsets stay the same."""
    return LONE_SURROGATE.sub("�", text)
