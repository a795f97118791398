"""A source enters, its article leaves: lines labelled, headline and publication date found."""

from extract.articles.article import Article, Source
from extract.articles.labels import label_lines
from extract.articles.lines import line_spans


def prepare(source: Source) -> Article:
    """See the article in a source; nothing is rewritten."""
    lines = label_lines(source.text, line_spans(source.text), title=source.title)
    title = source.title or next((line.span.of(source.text).strip() for line in lines if line.label == "title"), None)
    return Article(source.id, source.text, lines, source.published, title=title, url=source.url)
