"""The records of the first room: a source as it was given, and the article that is seen in it."""

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from extract.spans import Span

Label = Literal["title", "standfirst", "byline", "dateline", "body", "caption", "related", "clutter"]
Section = Literal["title", "body", "related", "clutter"]

SECTIONS: dict[Label, Section] = {
    "title": "title",
    "standfirst": "title",
    "dateline": "body",
    "body": "body",
    "caption": "body",
    "related": "related",
    "byline": "clutter",
    "clutter": "clutter",
}


@dataclass(frozen=True, slots=True)
class Source:
    """One record as a reader found it.

    Args:
        id: `doc_id` of its rows.
        text: the text as it was given; all offsets count here.
        published: publication date that the source gives, ISO 8601 day or date-time; None if it gives none.
        title: a title that comes apart from the text: context, gives no rows.
        url: where the article was published.
        place: file and record, for messages.
        author: who wrote it, where the source says so apart from the text.
        outlet: who published it, likewise.
        cleaned: whether the text is an article that markup has told from its page: only what is plainly foreign leaves it.
    """

    id: str
    text: str
    published: str | None = None
    title: str | None = None
    url: str | None = None
    place: str = ""
    author: str | None = None
    outlet: str | None = None
    cleaned: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the text without its line break, and what it is."""

    span: Span
    label: Label


@dataclass(frozen=True)
class Article:
    """A text with its lines labelled; nothing is rewritten.

    Args:
        id: `doc_id` of its rows.
        text: the text as it was given.
        lines: every line that is not blank, in order.
        published: publication date, ISO 8601 day or date-time; None if neither given nor found.
        published_found: True if `published` was read from the text.
        title: headline, given apart or found in the text.
        url: where the article was published.
        author: who wrote it, as the source or its byline says.
        outlet: agency or outlet that its dateline or the source names.
        city: place of writing that its dateline names, as written.
    """

    id: str
    text: str
    lines: tuple[Line, ...]
    published: str | None = None
    published_found: bool = False
    title: str | None = None
    url: str | None = None
    author: str | None = None
    outlet: str | None = None
    city: str | None = None

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(line.span.start for line in self.lines)

    def line_at(self, offset: int) -> Line | None:
        """The line that holds a character; None in blank lines and breaks."""
        index = bisect_right(self._starts, offset) - 1
        if index >= 0 and offset < self.lines[index].span.end:
            return self.lines[index]
        return None

    def section_at(self, offset: int) -> Section:
        """The section of the line that holds a character; `clutter` where no line does."""
        line = self.line_at(offset)
        return SECTIONS[line.label] if line else "clutter"

    @property
    def body(self) -> str:
        """The article's own lines below its headline, one a line; captions tell of pictures and stay outside."""
        kept = ("body", "dateline")
        return "\n".join(line.span.of(self.text) for line in self.lines if line.label in kept)
