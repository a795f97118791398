"""Labels: the lines of a text enter, each leaves with what it is."""

from collections.abc import Sequence
from functools import cache

from extract.articles.article import Label, Line
from extract.articles.looks import BYLINE, look
from extract.articles.neighbours import surroundings
from extract.lexicons import read_table
from extract.spans import Span


@cache
def _weights(stage: str) -> dict[str, float]:
    return {row["feature"]: float(row["weight"]) for row in read_table("line_weights") if row["stage"] == stage}


def odds(text: str, spans: Sequence[Span]) -> list[float]:
    """Log odds of each line to be the article's own words below its headline."""
    looks = [look(span.of(text)) for span in spans]
    first, second = _weights("look"), _weights("place")
    alone = [sum(first.get(name, 0.0) for name in each.features) for each in looks]
    return [
        sum(second.get(name, 0.0) for name in (*names, *each.features))
        for names, each in zip(surroundings(looks, alone), looks, strict=True)
    ]


def label_lines(text: str, spans: Sequence[Span], *, title: str | None) -> tuple[Line, ...]:
    """Say what each line is.

    Args:
        text: the text as it was given.
        spans: its lines that are not blank.
        title: the headline if the source gives it apart.
    """
    kept = [each > 0 for each in odds(text, spans)]
    start = kept.index(True) if True in kept else len(kept)
    labels: list[Label] = ["body" if keep else "related" if index > start else "clutter" for index, keep in enumerate(kept)]
    headline = _headline(text, spans[:start], title)
    if headline is not None:
        labels[headline] = "title"
    return tuple(
        Line(span, "byline" if label == "clutter" and BYLINE.match(span.of(text)) else label)
        for span, label in zip(spans, labels, strict=True)
    )


def _headline(text: str, head: Sequence[Span], title: str | None) -> int | None:
    """Which of the lines above the body is the headline."""
    found = None
    for index, span in enumerate(head):
        line = span.of(text).strip()
        if title and line == title.strip():
            return index
        words = len(line.split())
        if 4 <= words <= 30 and not line.endswith(".") and not BYLINE.match(line) and line[0].isalnum():
            found = index
    return found
