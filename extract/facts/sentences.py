"""Sentences: the labelled lines of an article enter, spans of its sentences leave.

A rule-based splitter, because only the sentences with a quantity are ever given to spaCy and every article has to be split to
find them: it costs a fiftieth of spaCy's sentence recogniser. A sentence never crosses a line of another label; it crosses
a line break where the text is hard-wrapped, as old wires are.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from extract.articles.article import SECTIONS, Article, Line, Section
from extract.lexicons import read_table
from extract.spans import Span

# A stop with its closing quotes and brackets, white space, then what can begin a sentence: a capital, a digit, an opening sign.
BOUNDARY = re.compile(r"""[.!?…]+["'”’)\]]*(?:\s+)(?=["'“‘(\[]*[A-Z0-9À-ÖØ-Þ$€£¥])""")
LAST_WORD = re.compile(r"[\w.&'’-]*$")
INITIALS = re.compile(r"(?:[A-Za-z]\.)*[A-Za-z]")
# What can follow "U.S." as the first words of a new sentence and hardly ever as the rest of a name.
STARTERS = re.compile(
    r"""["'“‘(\[]*(?:The|A|An|In|On|At|It|He|She|They|We|But|And|This|That|These|Those|If|When|While|As|For|His|Her|Its|Their|There|After|Before|Some|Many|Most|However|Meanwhile)\b"""
)
TERMINAL = re.compile(r"""[.!?:…]["'”’)\]]*\s*$""")
LONGEST = 2_000  # characters; text that has no stop for longer is no sentence, and a parse of it would take for ever
# Titles and months stand before a name or a number; company endings and states may also close a sentence.
NEVER_LAST = frozenset({"title", "month", "number", "other", "currency"})


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the article: its place, the section of its line, and its number within the article."""

    span: Span
    section: Section
    index: int


@cache
def _abbreviations() -> dict[str, str]:
    return {row["word"].lower(): row["kind"] for row in read_table("abbreviations")}


def _ends_sentence(text: str, stop: re.Match[str]) -> bool:
    """Whether a full stop at a boundary closes a sentence."""
    if text[stop.start()] != "." or stop[0].rstrip()[-1] not in ".":
        return True
    if text[stop.start() : stop.start() + 2] in ("..", ".…"):
        return True
    match = LAST_WORD.search(text, max(0, stop.start() - 24), stop.start())
    word = match[0].lstrip("'’-") if match else ""
    kind = _abbreviations().get(word.lower())
    if kind in NEVER_LAST:
        # "no." and "sec." are words as well: they are abbreviations only before a number or a capital letter's name.
        return word.lower() in {"no", "art", "sec", "est", "st"} and word.islower()
    if kind is not None:
        return STARTERS.match(text, stop.end()) is not None
    if word and INITIALS.fullmatch(word) and (len(word) > 1 or word.isupper()):
        return STARTERS.match(text, stop.end()) is not None and not (len(word) == 1 and word != "I")
    return True


def split(text: str, span: Span) -> Iterator[Span]:
    """Spans of the sentences within `span`, without the white space around them."""
    start = span.start
    for stop in BOUNDARY.finditer(text, span.start, span.end):
        if _ends_sentence(text, stop):
            yield from _trimmed(text, Span(start, stop.end()))
            start = stop.end()
    yield from _trimmed(text, Span(start, span.end))


def _trimmed(text: str, span: Span) -> Iterator[Span]:
    """The span without white space at its ends, in pieces where it is longer than any sentence; none where it is blank."""
    while span.end - span.start > LONGEST:
        space = text.rfind(" ", span.start + 1, span.start + LONGEST)
        cut = space if space > 0 else span.start + LONGEST
        yield from _trimmed(text, Span(span.start, cut))
        span = Span(cut, span.end)
    quote = span.of(text)
    left = len(quote) - len(quote.lstrip())
    length = len(quote.strip())
    if length:
        yield Span(span.start + left, span.start + left + length)


def _wrapped(text: str, line: Line, after: Line) -> bool:
    """Whether the sentence of a line runs on in the next: one break between, no stop, and a small letter or digit follows."""
    between = text[line.span.end : after.span.start]
    if line.label != after.label or between.count("\n") > 1 or len(between.strip()) > 0:
        return False
    if TERMINAL.search(text, max(line.span.start, line.span.end - 8), line.span.end):
        return False
    first = text[after.span.start]
    long = line.span.end - line.span.start >= 40
    return long and (first.islower() or (first.isdigit() and text[line.span.end - 1].islower()))


def blocks(article: Article) -> Iterator[tuple[Span, Section]]:
    """Lines of the article joined where a sentence runs over the line break."""
    pending: tuple[Line, Line] | None = None
    for line in article.lines:
        if pending and _wrapped(article.text, pending[1], line):
            pending = (pending[0], line)
            continue
        if pending:
            yield Span(pending[0].span.start, pending[1].span.end), SECTIONS[pending[0].label]
        pending = (line, line)
    if pending:
        yield Span(pending[0].span.start, pending[1].span.end), SECTIONS[pending[0].label]


def sentences(article: Article) -> tuple[Sentence, ...]:
    """All sentences of the article outside its clutter, in order."""
    spans = ((span, section) for block, section in blocks(article) if section != "clutter" for span in split(article.text, block))
    return tuple(Sentence(span, section, index) for index, (span, section) in enumerate(spans))
