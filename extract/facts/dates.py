"""The date of a fact: a time expression near the quantity, the day of the statement, or the day of publication."""

from collections.abc import Iterable
from dataclasses import dataclass

from extract.facts.clauses import tense_of
from extract.facts.context import classes_of, governor
from extract.facts.date_values import distance, grain, side
from extract.facts.distant_times import times_after, times_before
from extract.facts.frame import Frame
from extract.facts.ranker import Candidate
from extract.facts.reading import Reading
from extract.facts.time_ties import NONE, ties
from extract.spans import Span

# Features whose meaning hangs on the tense of the verb; crossing the others with it gains nothing.
STRUCTURE = ("close=", "first=", "best=", "off=", "rank=", "place=", "far=")


@dataclass(frozen=True, slots=True)
class FactDate:
    """Value and basis of a fact's date, as the one string of a candidate: `event 2025-03`."""

    date: str | None
    basis: str | None

    def __str__(self) -> str:
        return f"{self.basis} {self.date}"

    @classmethod
    def of(cls, value: str | None) -> "FactDate":
        """Read back what `str` wrote."""
        if value is None:
            return cls(None, None)
        basis, _, date = value.partition(" ")
        return cls(date, basis)


@dataclass(frozen=True)
class _Proposal:
    """A date with the place it comes from: `here`, `before`, `after` or `published`."""

    when: FactDate
    rule: str
    where: str
    features: tuple[str, ...]
    span: Span | None = None


def nearest_side(reading: Reading, frame: Frame) -> str:
    """Where the sentence's time that is tied closest to the quantity lies from the publication; `none` if it has no time."""
    here = ties(reading, frame)
    nearest = min(here, key=lambda tie: tie.closeness, default=None)
    return side(nearest.date, _published(reading)) if nearest else NONE


def _published(reading: Reading) -> str | None:
    """The day of publication."""
    return reading.article.published[:10] if reading.article.published else None


def date_candidates(reading: Reading, frame: Frame) -> list[Candidate]:
    """Times of the sentence and of those around it as event or statement; the publication day; nothing where there is none."""
    published = _published(reading)
    found: dict[str, tuple[Candidate, list[str]]] = {}
    for each in _proposals(reading, frame, published):
        value = str(each.when)
        features = _described(each, frame, published)
        found.setdefault(value, (Candidate(value, each.rule, (), each.span), []))[1].extend(features)
    candidates = [Candidate(c.value, c.rule, tuple(dict.fromkeys(features)), c.span) for c, features in found.values()]
    if published is None:
        candidates.append(Candidate(None, "undated", ("none",)))
    return candidates


def _proposals(reading: Reading, frame: Frame, published: str | None) -> Iterable[_Proposal]:
    here, before = ties(reading, frame), times_before(reading, frame)
    best = min((tie.closeness for tie in here), default=NONE)
    for tie in here:
        close = (f"close={tie.closeness}", f"first={tie.closeness == best}", f"close={tie.closeness}&first={tie.closeness == best}")
        features = (*close, *tie.features)
        yield _Proposal(FactDate(tie.date, "event"), "time-in-sentence", "here", features, tie.mention.span)
        yield _Proposal(FactDate(tie.date, "statement"), "time-of-statement", "here", features, tie.mention.span)
        if tie.since and "/" not in tie.date:
            yield _Proposal(FactDate(f"{tie.date}/..", "event"), "since-time", "here", ("since", *features), tie.mention.span)
    for rank, time in enumerate(before):
        features = (f"best={best}&off={min(time.off, 3)}", f"best={best}&rank={min(rank, 2)}", *time.features)
        yield _Proposal(FactDate(time.date, "event"), "time-before", "before", features, time.mention.span)
        yield _Proposal(FactDate(time.date, "statement"), "statement-before", "before", features, time.mention.span)
    for time in times_after(reading, frame):
        features = (f"best={best}", *time.features)
        yield _Proposal(FactDate(time.date, "event"), "time-after", "after", features, time.mention.span)
        yield _Proposal(FactDate(time.date, "statement"), "statement-after", "after", features, time.mention.span)
    if published is not None:
        features = (f"best={best}", f"best={best}&off={min(before[0].off, 3) if before else NONE}", f"label={frame.label}")
        yield _Proposal(FactDate(published, "published"), "publication", "published", features)


def _described(proposal: _Proposal, frame: Frame, published: str | None) -> list[str]:
    """Features of a proposal: its own, and those that mean something else at another grain, in another tense or kind of fact."""
    date, where = proposal.when.date or "", proposal.where
    whole, tense = f"grain={grain(date)}", f"tense={tense_of(frame.predicates[0])}"
    lies, far = f"side={side(date, published)}", f"far={distance(date, published)}"
    own = [where, *proposal.features, far, f"{where}&{far}"]
    features = [
        *own,
        whole,
        lies,
        f"{where}&{lies}",
        f"{where}&{lies}&{tense}",
        f"{whole}&{tense}",
        f"{where}&kind={frame.is_money}",
    ]
    features += [f"{each}&{whole}" for each in own]
    features += [f"{each}&{tense}" for each in own if each.startswith((where, *STRUCTURE))]
    features += [f"{first}&class={name}" for name in classes_of(governor(frame)) for first in (where, whole)]
    features.append(f"{where}&section={frame.parsed.sentence.section}")
    return [f"{proposal.when.basis}:{each}" for each in features]
