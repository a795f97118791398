"""Distant times: times of other sentences that can date a quantity whose own sentence does not say when.

A story told in the past keeps the time that its first sentence sets; a headline's time stands in the lead below it.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from extract.facts.clauses import clause_of
from extract.facts.context import lemma, speech_verbs
from extract.facts.dates.ties import COUNTED_BACK
from extract.facts.dates.values import date_of
from extract.facts.frame import Frame
from extract.facts.reading import Reading
from extract.facts.sentences import Sentence
from extract.mentions.times.timex import Timex
from extract.spans import Mention

BACK = 12  # sentences before the quantity's whose times can still be meant
MOST = 6  # times before it that are offered
AHEAD = 3  # sentences after a headline or lead that can date it
LEAD = 2  # last number of a sentence that the ones after it still date


@dataclass(frozen=True)
class DistantTime:
    """A time of another sentence: its ISO 8601 value, how many sentences off it stands, and what is known of it."""

    mention: Mention[Timex]
    date: str
    off: int
    features: tuple[str, ...]


def times_before(reading: Reading, frame: Frame) -> tuple[DistantTime, ...]:
    """Times of earlier sentences, the nearest first."""
    return tuple(_before(reading, frame))


def _before(reading: Reading, frame: Frame) -> Iterator[DistantTime]:
    here, rank = frame.parsed.sentence, 0
    for mention in reversed(reading.outline.times):
        sentence = reading.outline.sentence_at(mention.span.start)
        if sentence is None or sentence.index >= here.index:
            continue
        off = here.index - sentence.index
        if off > BACK or rank == MOST:
            return
        date = date_of(mention)
        if date is not None and sentence.section in (here.section, "title"):
            yield DistantTime(mention, date, off, _features(reading, here, sentence, mention, rank))
            rank += 1


def times_after(reading: Reading, frame: Frame) -> tuple[DistantTime, ...]:
    """Times of the sentences that follow a headline or a lead; none for a later sentence."""
    return tuple(_after(reading, frame))


def _after(reading: Reading, frame: Frame) -> Iterator[DistantTime]:
    here = frame.parsed.sentence
    if here.section != "title" and here.index > LEAD:
        return
    for mention in reading.outline.times:
        sentence = reading.outline.sentence_at(mention.span.start)
        if sentence is None or sentence.index <= here.index:
            continue
        off = sentence.index - here.index
        if off > AHEAD:
            return
        date = date_of(mention)
        if date is not None and sentence.section != "clutter":
            yield DistantTime(mention, date, off, (f"off={off}",))


def opens_paragraph(text: str, sentence: Sentence, here: Sentence) -> bool:
    """Whether an earlier sentence is the first of the paragraph that the quantity's own still belongs to."""
    start = text.rfind("\n", 0, sentence.span.start) + 1
    return not text[start : sentence.span.start].strip() and "\n" not in text[sentence.span.end : here.span.start]


def _features(reading: Reading, here: Sentence, sentence: Sentence, mention: Mention[Timex], rank: int) -> tuple[str, ...]:
    """What is known of an earlier time, the `rank`-th before the quantity."""
    text, back = reading.article.text, here.index - sentence.index
    off = str(back) if back < 3 else "3-5" if back < 6 else "6+"
    initial = len(text[sentence.span.start : mention.span.start].split()) < 2  # "In August 2012, ..." sets the scene
    counted = any(word in COUNTED_BACK for word in mention.quote.lower().split())
    scene = initial and opens_paragraph(text, sentence, here)
    features = [
        f"off={off}",
        f"rank={rank}",
        f"off={off}&rank={min(rank, 2)}",
        f"off={off}&paragraph={chr(10) not in text[sentence.span.end : here.span.start]}",
        f"off={off}&initial={initial}",
        f"counted={counted}&rank={min(rank, 2)}",
        f"scene={scene}",
    ]
    parsed = reading.parsed.get(sentence.index) if back == 1 else None
    tokens = parsed.tokens_of(mention.span) if parsed is not None else None
    if tokens is not None and len(tokens):
        clause = clause_of(tokens.root)
        features.append(f"clause={clause.dep_}&speech={lemma(clause) in speech_verbs()}")
    return tuple(features)
