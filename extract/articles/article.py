"""The records of the first room: a source as it was given, and the article that is seen in it."""

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, TypeAlias

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


MARKUP = 10  # bytes of a page for each character of its article


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

    @property
    def size(self) -> int:
        """Its characters."""
        return len(self.text)


@dataclass(frozen=True, slots=True)
class Page:
    """A page as a reader found it: its article is still to be taken out of the markup (`extract.articles.readers.html.opened`).

    That takes longer than anything else that is done with it, and a page may be built to harm; so the process does it that reads
    the article, not the one that hands articles out.

    Args:
        id: `doc_id` of its rows.
        content: its bytes.
        url: address that it was fetched from, if it is known apart from the page.
        place: file and record, for messages.
    """

    id: str
    content: bytes
    url: str | None = None
    place: str = ""

    @property
    def size(self) -> int:
        """Characters that its article has, roughly."""
        return len(self.content) // MARKUP


Given: TypeAlias = Source | Page
"""What readers find."""


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
