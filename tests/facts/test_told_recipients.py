"""Whom a text says to get, be lent, charged or sold something, in whatever sentence."""

import pytest
from spacy.language import Language

from extract.articles.article import Source
from extract.articles.prepare import prepare
from extract.facts.names.table import build_names
from extract.facts.reading import outline, read
from extract.facts.slots.told_recipients import counted, told_recipients

pytestmark = pytest.mark.model


TOLD = [
    # text, classes asked for, sentence that does not count, names with how often they are told
    ("Norway gave aid to Ukraine. It sent Ukraine weapons worth $2 million.", ("give",), 9, {"Ukraine": 2}),
    ("Norway gave aid to Ukraine. It sent Ukraine weapons worth $2 million.", ("give",), 0, {"Ukraine": 1}),
    # Another thing is done.
    ("Norway gave aid to Ukraine. Sweden paid $2 million.", ("charge",), 9, {}),
    # Nothing is done to it.
    ("Norway spoke to Ukraine. Sweden paid $2 million.", ("give",), 9, {}),
    ("Prices in Ukraine rose. Sweden paid $2 million.", ("give",), 9, {}),
]


@pytest.mark.parametrize(("text", "classes", "outside", "names"), TOLD)
def test_told_recipients(nlp: Language, text: str, classes: tuple[str, ...], outside: int, names: dict[str, int]) -> None:
    reading = next(read(nlp, [outline(prepare(Source("hand", text)))]))
    assert counted(told_recipients(build_names(reading)), classes, outside=outside) == names
