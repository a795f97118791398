"""Boxes: a line of the article enters, its parts leave where foreign words are glued into it.

Scrapes lose the frames of a page. What stood in a box then stands in the middle of a paragraph: the headline of another story
behind "Related article", a headline in capitals, an offer of the publisher. Credits of pictures stay the article's own, but no
sentence runs over them.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import count, islice, pairwise
from typing import NamedTuple

from extract.articles.article import Label, Line
from extract.articles.cues import begins_with_cue, cue_places, has_cue
from extract.articles.giant import sentences, trimmed
from extract.articles.looks import cue_words
from extract.lexicons import read_table
from extract.spans import Span

POINTER = re.compile(
    r"(?:Related [Aa]rticles?|RELATED(?: ARTICLES?)?:|(?:READ|SEE) (?:MORE|ALSO|NEXT):|Read (?:more|also|next):|MORE:)"
    r"(?! (?:on|by|from)\b)"
)
LIST = re.compile(r"Most [Rr]ead (?:from|on|in) [A-Z][a-z]+")  # headlines follow, one behind the other, often without a space
WORDS = range(3, 28)  # words that a headline may have
LISTED = 120  # words that a list of headlines has at most
REOPENING = 4  # words with a capital with which a sentence may begin behind such a list
WORD = re.compile(r"\S+")
CAPITALS = re.compile(r"[A-Z][^\sa-z]*(?: [^\sa-z]+){4,}(?<![\"“])(?=[\"“]?[A-Z][a-z]|\s|$)")
QUOTED = re.compile(r"[\w“‘’'&-]|(?:\s|^)\"")  # what stands before words that are quoted or part of a longer one
GLUED = re.compile(r"\S*[.!?)] ?(?=[A-Z]{2})")  # the end of the sentence before, as in "the U.S.CITY"
SHOUTED = re.compile(r"[A-Z]{2,}")
LOUD = 5  # words of several capitals that a headline in capitals has
OFFERS = {"offer": 25, "promotion": 45}  # words that such a sentence has at most: a link in a longer one is glued to the next
JOINT = re.compile(r"(?<=[a-z]{2})(?=[A-Z][a-z])")
CREDIT = re.compile(
    r"(?:/(?:AFP|AP|Reuters|REUTERS|EPA|Bloomberg|Anadolu|Xinhua|CNN|SIPA|Getty Images|Shutterstock|ZUMA Press)\b"
    r"|[Vv]ia (?:Getty Images|REUTERS|Reuters|Shutterstock|ZUMA Press)\b|[Vv]ia (?:AFP|AP|EPA|Bloomberg)(?=\)))+"
    r"(?: / |/)?(?:File)?\)?(?=\s+[“\"]?[A-Z][a-z]|[“\"]?[A-Z][a-z]{2})"
)


class Box(NamedTuple):
    """A part of a line, and what it is."""

    span: Span
    label: Label


def unboxed(text: str, line: Line) -> Iterator[Line]:
    """A line of the body in its parts: boxes with their label, the rest as it was, cut behind the credits of pictures."""
    for part in _without(text, line, _headlines(text, line.span)):
        if part.label != line.label:
            yield part
        else:
            for piece in _without(text, part, _offers(text, part.span)):
                yield from _uncredited(text, piece) if piece.label == line.label else [piece]


def is_pointer(quote: str) -> bool:
    """Whether a line only points to another story."""
    return POINTER.fullmatch(quote.strip()) is not None


def _without(text: str, line: Line, boxes: Iterable[Box]) -> Iterator[Line]:
    """A line in its parts: the boxes that are in it, and what stands between them as it was."""
    at = line.span.start
    for box in sorted(boxes):
        if box.span.start >= at:
            if part := trimmed(text, Span(at, box.span.start)):
                yield Line(part, line.label)
            if part := trimmed(text, box.span):
                yield Line(part, box.label)
            at = box.span.end
    if at == line.span.start:
        yield line
    elif part := trimmed(text, Span(at, line.span.end)):
        yield Line(part, line.label)


def _uncredited(text: str, line: Line) -> Iterator[Line]:
    """A line cut behind the credits of pictures."""
    ends = [credit.end() for credit in CREDIT.finditer(text, *line.span)]
    if not ends:
        yield line
        return
    at = line.span.start
    for end in (*ends, line.span.end):
        if part := trimmed(text, Span(at, end)):
            yield Line(part, line.label)
        at = end


def _headlines(text: str, span: Span) -> Iterator[Box]:
    """Headlines behind a pointer and in capitals; they may overlap."""
    for pointer in POINTER.finditer(text, *span):
        if not _is_quoted(text, pointer.start()):
            yield Box(Span(pointer.start(), _headline_end(text, Span(pointer.end(), span.end))), "related")
    for opening in LIST.finditer(text, *span):
        yield Box(Span(opening.start(), _list_end(text, Span(opening.end(), span.end))), "related")
    for run in CAPITALS.finditer(text, *span):
        glued = GLUED.match(run[0])
        headline = Span(run.start() + (glued.end() if glued else 0), run.end())
        loud = sum(SHOUTED.search(word) is not None for word in headline.of(text).split())
        if loud >= LOUD and 2 * (headline.end - headline.start) < span.end - span.start and not _is_quoted(text, run.start()):
            yield Box(headline, "clutter" if _sells(headline.of(text)) else "related")


def _is_quoted(text: str, start: int) -> bool:
    return start > 0 and (QUOTED.match(text, start - 1) or QUOTED.fullmatch(text, max(start - 2, 0), start)) is not None


def _offers(text: str, span: Span) -> Iterator[Box]:
    """Sentences in which the publisher offers or praises something of its own."""
    if cue_places(text, span, *OFFERS):
        for sentence in sentences(text, span):
            quote = sentence.of(text)
            if any(has_cue(quote, kind) and len(quote.split()) <= most for kind, most in OFFERS.items()):
                yield Box(sentence, "clutter")


def _sells(quote: str) -> bool:
    return begins_with_cue(quote, "imperative") or has_cue(quote, *OFFERS)


def _headline_end(text: str, span: Span) -> int:
    """Where the headline behind a pointer ends; the start where the sentence behind it cannot be told from it.

    It ends at its stop, at a gap, or where a sentence begins: at a quotation, a word of grammar written large, a name that speaks.
    """
    words = list(islice(WORD.finditer(text, *span), WORDS.stop))
    for (before, word), after in zip(pairwise(words[WORDS.start - 1 :]), count(WORDS.start + 1)):
        if joint := JOINT.search(text, *before.span()):
            return joint.start()
        following = [each[0] for each in words[after : after + 3]]
        if word.start() - before.end() > 1 or before[0][-1] in "?!." or _opens(before[0], word[0], following):
            return word.start()
    return span.end if len(words) < WORDS.stop else span.start


def _list_end(text: str, span: Span) -> int:
    """Where a list of headlines in title case ends: before the sentence to which the first small word belongs.

    The sentence begins where it is glued to the last headline, else with the last capital before that word.
    """
    words = list(islice(WORD.finditer(text, *span), LISTED))
    small = next(
        (i for i, word in enumerate(words) if word[0][0].islower() and word[0].strip(".,?!:;’'\"") not in _grammar()), None
    )
    if small is None:
        return span.end if len(words) < LISTED else span.start
    capitals = [word for word in words[:small] if not word[0][0].islower()][-REOPENING:]
    joints = [joint.start() for word in capitals for joint in JOINT.finditer(text, *word.span())]
    return joints[-1] if joints else capitals[-1].start() if capitals else span.start


def _opens(before: str, word: str, after: Sequence[str]) -> bool:
    """Whether a word begins a sentence behind a headline."""
    if word[0] in '“"':
        return True
    if before[-1] == "," or not word[0].isupper():
        return False
    if word.strip(",").lower() in _grammar():
        return any(each[0].islower() for each in after[:2])
    verb = next((each for each in after if not each[0].isupper()), "")
    return before[0].islower() and verb in cue_words("speech")


@cache
def _grammar() -> frozenset[str]:
    """Words that stand with a capital only because a sentence begins with them."""
    return frozenset(row["word"] for row in read_table("function_words"))
