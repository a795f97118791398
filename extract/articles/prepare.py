"""A source enters, its article leaves: lines labelled, headline, publication date and origin found."""

from extract.articles.article import Article, Source
from extract.articles.labels import label_lines
from extract.articles.lines import find_lines
from extract.articles.metadata import find_origin
from extract.articles.published import find_published


def prepare(source: Source) -> Article:
    """See the article in a source; nothing is rewritten.

    The date that the source gives wins; one read from the text is marked as found.
    """
    text = source.text
    lines = label_lines(text, find_lines(text), title=source.title, cleaned=source.cleaned)
    found = None if source.published else find_published(text, lines, url=source.url)
    origin = find_origin(text, lines)
    return Article(
        id=source.id,
        text=text,
        lines=lines,
        published=source.published or found,
        published_found=found is not None,
        title=source.title or next((line.span.of(text).strip() for line in lines if line.label == "title"), None),
        url=source.url,
        author=source.author or origin.author,
        outlet=origin.outlet or source.outlet,
        city=origin.city,
    )
