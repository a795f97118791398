"""Lines of a text: where they are."""

from extract.spans import Span


def line_spans(text: str) -> tuple[Span, ...]:
    """Spans of the lines that are not blank, without their breaks."""
    spans = []
    start = 0
    for line in text.split("\n"):
        if line.strip():
            spans.append(Span(start, start + len(line.rstrip("\r"))))
        start += len(line) + 1
    return tuple(spans)
