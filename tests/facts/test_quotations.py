"""What is quoted: paragraphs with the quotations in double brackets, and where quotations are not."""

import re

import pytest

from extract.facts.quotations import quotation_at, quotations
from extract.spans import Span

MARK = re.compile(r"\[\[|\]\]")

QUOTED = [
    "He said: [[“We owe 5 million.”]] She did not.",
    'She paid, [["all of it,"]] he said, [["and more."]]',
    "[[``Wages rose 3 percent,'']] he said.",
    "[[»Vi betaler«]] he said.",
    "He called it [[„our money”]].",
    # A paragraph that is left open ends with its paragraph, ...
    'A 12[[" pipe costs $5.]]\nNobody said so.',
    # ... but goes on in the next one that begins with a mark.
    "[[“It is late.\n“It costs $5,”]] he said.",
    "[[“It is late.\n“It is cold.\n“It costs $5,”]] he said.",
    # Paragraphs of one quotation that were run together: a mark that opens again does not close.
    'She said: [["It is late. "It is cold.  "It costs $5."]] Nobody paid.',
    'It has [["no"]] [["5 percent"]].',
    # A closing mark alone closes nothing.
    "He” paid $5, [[“all”]].",
    "Nothing is quoted.",
]


@pytest.mark.parametrize("marked", QUOTED)
def test_quotations(marked: str) -> None:
    text = MARK.sub("", marked)
    paragraphs = [Span(*match.span()) for match in re.finditer(r"[^\n]+", text)]
    expected = [part.split("]]")[0] for part in marked.split("[[")[1:]]
    assert [span.of(text) for span in quotations(text, paragraphs)] == expected


@pytest.mark.parametrize(
    ("offset", "expected"), [(0, None), (4, Span(4, 9)), (8, Span(4, 9)), (9, None), (12, Span(12, 15)), (99, None)]
)
def test_quotation_at(offset: int, expected: Span | None) -> None:
    assert quotation_at((Span(4, 9), Span(12, 15)), offset) == expected
