"""RSS and Atom: every entry of a feed is an article, with as much of its text as the feed gives."""

from collections.abc import Iterator
from typing import Any

from extract.articles.article import Source
from extract.articles.readers.failure import Failure, Place
from extract.articles.readers.html import LIMIT
from extract.articles.readers.input import Input
from extract.errors import SourceError

BLOCKS = frozenset({"p", "div", "br", "li", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "tr", "ul", "ol", "table", "figure"})
ENTRIES = ("item", "entry")
FIELDS = {  # field of a record, by the names that RSS 0.9 to 2.0 and Atom have for it; the first that holds something wins
    "text": ("encoded", "content", "description", "summary"),
    "published": ("pubDate", "published", "date", "issued", "updated"),
    "title": ("title",),
    "url": ("link",),
    "id": ("guid", "id"),
}


def read_feed(given: Input) -> Iterator[Source | Failure]:
    """One article for each entry; its text is that of the markup that the entry holds."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(given.content(limit=LIMIT), parser)
    except etree.XMLSyntaxError as error:
        raise SourceError(f"broken XML: {error.msg}", mend="fetch the feed again") from error
    entries = [node for node in root.iter() if _name(node) in ENTRIES]
    if not entries:
        raise SourceError(f"no feed: <{_name(root)}> without entries", mend="give RSS or Atom, or a page as .html")
    for number, entry in enumerate(entries, 1):
        record: dict[str, object] = {field: _first(entry, names) for field, names in FIELDS.items()}
        yield given.record(record, number, Place(given.file, f"record {number}"))


def _name(node: Any) -> str:
    """The element's name without namespace; empty for comments and instructions."""
    return str(node.tag).rpartition("}")[2] if isinstance(node.tag, str) else ""


def _first(entry: Any, names: tuple[str, ...]) -> str | None:
    """The first child of these names that holds something."""
    for name in names:
        for child in entry:
            if _name(child) == name and (value := _value(child)):
                return value
    return None


def _value(node: Any) -> str:
    """What an element says: an address, the text of the markup in it, or its text."""
    if _name(node) == "link":
        return str(node.get("href") or node.text or "").strip()
    if len(node):
        return _blocks(node)
    text = str(node.text or "").strip()
    return _blocks(_markup(text)) if "<" in text and node.get("type") != "text" else text


def _markup(text: str) -> Any:
    from lxml.html import fragment_fromstring

    return fragment_fromstring(text, create_parent="div")


def _blocks(root: Any) -> str:
    """The text under an element, one paragraph, heading or item a line."""
    parts: list[str] = []
    for event, node in _walk(root):
        if _name(node) in BLOCKS:
            parts.append("\n")
        parts.append((node.text if event == "start" else node.tail if node is not root else "") or "")
    lines = (" ".join(line.split()) for line in "".join(parts).splitlines())
    return "\n".join(line for line in lines if line)


def _walk(root: Any) -> Iterator[tuple[str, Any]]:
    from lxml.etree import iterwalk

    return iterwalk(root, events=("start", "end"))  # type: ignore[no-any-return]
