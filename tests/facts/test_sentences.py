"""Sentences of labelled lines: where one ends, where it does not, and where it runs over a line break."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.articles.article import Article, Label, Line
from extract.facts.sentences import LONGEST, sentences, split
from extract.spans import Span

SPLIT = [
    ("The bank paid $5 million. It will pay more.", ["The bank paid $5 million.", "It will pay more."]),
    ("The U.S. gave $5.2 million. Mr. Bo of St. Ives paid.", ["The U.S. gave $5.2 million.", "Mr. Bo of St. Ives paid."]),
    ("He left the U.S. The bank closed.", ["He left the U.S.", "The bank closed."]),
    ("It was on Sept. 5 at 3 p.m. in Calif. and cost Rs. 500.", ["It was on Sept. 5 at 3 p.m. in Calif. and cost Rs. 500."]),
    ("Acme Inc. The firm is new.", ["Acme Inc.", "The firm is new."]),
    ("“We will pay.” She smiled.", ["“We will pay.”", "She smiled."]),
    ("Really? Yes! 5 people came.", ["Really?", "Yes!", "5 people came."]),
    ("Growth was 2.5%… Prices rose.", ["Growth was 2.5%…", "Prices rose."]),
    ("J. P. Morgan paid.", ["J. P. Morgan paid."]),
    ("Only one", ["Only one"]),
]


@pytest.mark.parametrize(("text", "expected"), SPLIT)
def test_split(text: str, expected: list[str]) -> None:
    assert [span.of(text) for span in split(text, Span(0, len(text)))] == expected


def _article(*lines: tuple[str, Label], between: str = "\n") -> Article:
    text, placed = "", []
    for line, label in lines:
        placed.append(Line(Span(len(text), len(text) + len(line)), label))
        text += line + between
    return Article("a", text, tuple(placed))


WRAPPED = "The ministry said on Tuesday that it would"
JOINED = [
    ([(WRAPPED, "body"), ("pay 5 mln dlrs.", "body")], [f"{WRAPPED}\npay 5 mln dlrs."]),
    ([(f"{WRAPPED}.", "body"), ("pay 5 mln dlrs.", "body")], [f"{WRAPPED}.", "pay 5 mln dlrs."]),
    ([(WRAPPED, "body"), ("Pay rises", "body")], [WRAPPED, "Pay rises"]),
    ([(WRAPPED, "title"), ("pay 5 mln dlrs.", "body")], [WRAPPED, "pay 5 mln dlrs."]),
    ([("Short", "body"), ("pay 5 mln dlrs.", "body")], ["Short", "pay 5 mln dlrs."]),
    ([("Menu", "clutter"), ("It paid.", "body")], ["It paid."]),
]


@pytest.mark.parametrize(("lines", "expected"), JOINED)
def test_sentences_run_over_hard_wrapped_lines_only(lines: list[tuple[str, Label]], expected: list[str]) -> None:
    article = _article(*lines)
    assert [sentence.span.of(article.text) for sentence in sentences(article)] == expected


def test_sentences_are_numbered_and_keep_their_section() -> None:
    article = _article(("Bank pays $5m", "title"), ("It paid. It left.", "body"), ("UK to lend $2bn", "related"))
    assert [(s.index, s.section) for s in sentences(article)] == [(0, "title"), (1, "body"), (2, "body"), (3, "related")]


def test_text_without_stops_is_cut_between_words() -> None:
    text = "word " * LONGEST
    spans = list(split(text, Span(0, len(text))))
    assert max(span.end - span.start for span in spans) <= LONGEST
    assert {word for span in spans for word in span.of(text).split()} == {"word"}


@settings(derandomize=True, deadline=None)
@given(st.text(alphabet='aA. \n"”5$?U', max_size=80))
def test_sentences_leave_out_nothing_but_white_space(text: str) -> None:
    spans = list(split(text, Span(0, len(text))))
    covered = {i for span in spans for i in range(span.start, span.end)}
    assert {i for i, character in enumerate(text) if not character.isspace()} <= covered
    assert all(a.end <= b.start for a, b in pairwise(spans))
