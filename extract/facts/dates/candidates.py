"""The date of a fact: a time expression near the quantity, the day of the statement, or the day of publication."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from extract.facts.clauses import tense_of
from extract.facts.dates.distant import times_after, times_before
from extract.facts.dates.ties import NONE, ties
from extract.facts.dates.values import distance, grain, side
from extract.facts.frame import Frame
from extract.facts.ranker import Candidate
from extract.facts.reading import Reading
from extract.facts.slots.measured import measured
from extract.spans import Span

# A period that the sentence comes back to without saying which: "for the quarter", "over the full year"; not "the year before".
PERIOD = re.compile(
    r"\b(?:the|that|same|full|whole|entire)[ -](quarter|year|month|week|day)\b(?! (?:ago|earlier|before|to))",
    re.IGNORECASE,
)


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
    tense, kind, named = f"tense={tense_of(frame.predicates[0])}", f"measured={measured(frame)[0]}", period_named(frame)
    for each in _proposals(reading, frame, published):
        value = str(each.when)
        features = _described(each, frame, published, tense=tense, kind=kind, named=named)
        if value in found:
            found[value][1].append(f"{each.when.basis}:again={each.where}")
        else:
            found[value] = (Candidate(value, each.rule, (), each.span), features)
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
        features = (f"best={best}&rank={min(rank, 2)}", *time.features)
        yield _Proposal(FactDate(time.date, "event"), "time-before", "before", features, time.mention.span)
        yield _Proposal(FactDate(time.date, "statement"), "statement-before", "before", features, time.mention.span)
    for time in times_after(reading, frame):
        features = (f"best={best}", *time.features)
        yield _Proposal(FactDate(time.date, "event"), "time-after", "after", features, time.mention.span)
        yield _Proposal(FactDate(time.date, "statement"), "statement-after", "after", features, time.mention.span)
    if published is not None:
        features = (f"best={best}", f"label={frame.label}")
        yield _Proposal(FactDate(published, "published"), "publication", "published", features)


def period_named(frame: Frame) -> str | None:
    """The grain of the period that the quantity's sentence comes back to without saying which; None if it names none."""
    found = PERIOD.search(frame.parsed.text)
    return found[1].lower() if found else None


def _described(proposal: _Proposal, frame: Frame, published: str | None, *, tense: str, kind: str, named: str | None) -> list[str]:
    """Features of a proposal: its own, its grain and place in time, and those that the tense or the thing measured colours."""
    date, where = proposal.when.date or "", proposal.where
    size = grain(date)
    whole = f"grain={size}"
    lies, far = f"side={side(date, published)}", f"far={distance(date, published)}"
    features = [where, *proposal.features, far, whole, lies, f"{where}&{lies}", f"{where}&kind={frame.is_money}"]
    features += [f"{far}&{tense}", f"{whole}&{tense}", f"{where}&section={frame.parsed.sentence.section}"]
    features += [f"{where}&{kind}", f"{whole}&{kind}"]
    if named == size:
        features.append("named-grain")
    if where in ("before", "published"):
        features += [f"{where}&{far}", f"{where}&{lies}&{tense}"]
    for each in proposal.features:
        if each.startswith("close=") and "&" not in each:
            features.append(f"{each}&{whole}")
        if each.startswith("chain=") or (each.startswith("best=") and "&" not in each):
            features.append(f"{each}&{tense}")
    return [f"{proposal.when.basis}:{each}" for each in features]
