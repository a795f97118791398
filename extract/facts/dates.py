"""The date of a fact: a time expression near the quantity, the day of the statement, or the day of publication."""

from datetime import date as day
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from extract.facts.clauses import tense_of
from extract.facts.context import classes_of, governor
from extract.facts.date_features import since, opener, before_features, level, time_features
from extract.facts.frame import Frame
from extract.facts.ranker import Candidate
from extract.facts.reading import Reading
from extract.mentions.times.periods import read_period
from extract.mentions.times.timex import Timex
from extract.spans import Mention

BACK = 12  # sentences before the quantity's whose times can still be meant


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


def iso_date(timex: Timex) -> str | None:
    """The ISO 8601 value that a time expression gives a fact; None if it is no calendar date or interval."""
    if timex.begin is not None or timex.end is not None:
        bounds = [_calendar(bound) if bound is not None else ".." for bound in (timex.begin, timex.end)]
        return None if None in bounds else "/".join(bound for bound in bounds if bound)
    return _calendar(timex.value) if timex.type in ("DATE", "TIME") else None


def _calendar(value: str) -> str | None:
    day = value.partition("T")[0].removesuffix("-WE")
    return day if read_period(day) is not None else None


def grain(date: str) -> str:
    """How precise a fact's date is: the grain of its period, `open` or `interval`."""
    if "/" in date:
        return "open" if ".." in date else "interval"
    period = read_period(date)
    return period.grain if period else "other"


def side(date: str, published: str | None) -> str:
    """Where a date lies from the publication: `past`, `present` (it holds that day), `future` or `unknown`."""
    if published is None:
        return "unknown"
    begin, _, end = date.partition("/")
    first, last = read_period(begin), read_period(end or begin)
    if last is not None and last.last.isoformat() < published:
        return "past"
    if first is not None and first.first.isoformat() > published:
        return "future"
    if date.startswith("../"):
        return "future"
    return "present"


def age(date: str, published: str | None) -> str:
    """How long before the publication a date ended, or after it began, in steps of days, weeks, months and years."""
    begin, _, end = date.partition("/")
    first, last = read_period(begin), read_period(end or begin)
    if published is None:
        return "unknown"
    today = day.fromisoformat(published)
    if last is not None and last.last < today:
        return f"-{_span((today - last.last).days)}"
    if first is not None and first.first > today:
        return f"+{_span((first.first - today).days)}"
    return "now"


def _span(days: int) -> str:
    return next((name for name, most in (("day", 1), ("week", 7), ("month", 40), ("year", 400)) if days <= most), "long")


def _before(reading: Reading, frame: Frame) -> Iterator[tuple[int, Mention[Timex], str]]:
    """Times of earlier sentences, the nearest sentence first, with how many sentences back they stand."""
    here = frame.parsed.sentence
    for mention in reversed(reading.outline.times):
        sentence = reading.outline.sentence_at(mention.span.start)
        if sentence is None or sentence.index >= here.index:
            continue
        back = here.index - sentence.index
        if back > BACK:
            return
        date = iso_date(mention.value)
        if date is not None and sentence.section in (here.section, "title"):
            yield back, mention, date


def _after(reading: Reading, frame: Frame):
    here = frame.parsed.sentence
    if here.section != "title" and here.index > FIRST:
        return
    for mention in reading.outline.times:
        sentence = reading.outline.sentence_at(mention.span.start)
        if sentence is None or sentence.index <= here.index:
            continue
        on = sentence.index - here.index
        if on > 3:
            return
        date = iso_date(mention.value)
        if date is not None and sentence.section in ("body", "title"):
            yield on, mention, date


AFTER, FIRST, SINCE, OPEN, FREQ = True, 2, True, True, True


def _times_here(reading: Reading, frame: Frame) -> list[Mention[Timex]]:
    """The calendar times of the quantity's sentence, nearest first."""
    span, own = frame.parsed.sentence.span, frame.mention.span
    here = [m for m in reading.outline.times if span.start <= m.span.start < span.end and iso_date(m.value)]
    return sorted(here, key=lambda m: min(abs(m.span.start - own.end), abs(own.start - m.span.end)))


def nearest_side(reading: Reading, frame: Frame) -> str:
    """Where the nearest time of the sentence lies from the publication; `none` if the sentence has no time."""
    here = _times_here(reading, frame)
    date = iso_date(here[0].value) if here else None
    return side(date, reading.article.published) if date else "none"


def _describe(basis: str, own: list[str], date: str, published: str | None, frame: Frame) -> list[str]:
    """Features of a date: its own, its grain and side, and those that mean something else in another tense or kind of fact."""
    tense = tense_of(frame.predicates[0])
    kind = "money" if frame.is_money else "percent"
    where = own[0]
    whole = f"grain={grain(date)}"
    lies = f"side={side(date, published)}"
    old = f"age={age(date, published)}"
    own = [*own, old, f"{where}&{old}"]
    features = [
        *own,
        *(f"{each}&{whole}" for each in own),
        whole,
        lies,
        f"{where}&{lies}",
        f"{where}&{lies}&tense={tense}",
        f"{whole}&tense={tense}",
    ]
    features += [f"{each}&tense={tense}" for each in own]
    features += [f"{where}&kind={kind}"]
    features += [f"{where}&class={name}" for name in classes_of(governor(frame))]
    features += [f"{where}&section={frame.parsed.sentence.section}", f"{where}&form={frame.predicates[0].tag_}"]
    features += [f"{whole}&class={name}" for name in classes_of(governor(frame))]
    if SHARE and basis != "published":
        both = [
            f"{where}&{lies}",
            f"{where}&tense={tense}",
            f"{where}&kind={kind}",
            f"{where}&section={frame.parsed.sentence.section}",
            *(f"{where}&class={name}" for name in classes_of(governor(frame))),
        ]
        both += [each for each in own if each.split("=")[0] in BOTH]
        return [*features, *(f"{basis}:{each}" for each in both if basis == "statement")]
    return [f"{basis}:{each}" for each in features]


SHARE = False
BOTH = ("here", "before", "after", "level", "chain", "clause", "back", "host", "age")


def date_candidates(reading: Reading, frame: Frame) -> list[Candidate]:
    """Times of the sentence and of those before it as event or statement; the publication day; nothing where there is none."""
    article = reading.article
    published = article.published[:10] if article.published else None
    here = _times_here(reading, frame)
    found: dict[str, tuple[Candidate, list[str]]] = {}
    freq = Counter(iso_date(m.value) for m in reading.outline.times)
    levels = [level(reading, frame, mention) for mention in here]
    best = min(levels, default="none")

    def propose(date: str, basis: str, rule: str, own: list[str], mention: Mention[Timex] | None) -> None:
        value = str(FactDate(date, basis))
        candidate = Candidate(value, rule, (), mention.span if mention else None)
        found.setdefault(value, (candidate, []))[1].extend(_describe(basis, own, date, published, frame))

    for rank, mention in enumerate(here):
        date = iso_date(mention.value)
        if date is not None:
            lev = levels[rank]
            own = [
                "here",
                f"level={lev}",
                f"first={lev == best}",
                f"first={lev == best}&level={lev}",
                *time_features(reading, frame, mention, rank),
            ]
            propose(date, "event", "time-in-sentence", own, mention)
            propose(date, "statement", "time-of-statement", own, mention)
            if SINCE and "/" not in date and since(frame, mention):
                propose(f"{date}/..", "event", "since-time", [*own, "since"], mention)
    nearest = 0
    for rank, (back, mention, date) in enumerate(_before(reading, frame)):
        nearest = nearest or back
        if rank >= 6:
            break
        own = before_features(reading, frame, mention, back, rank)
        if OPEN:
            own.append(f"opener={opener(frame)}&back={min(back, 3)}")
        if FREQ:
            own.append(f"freq={min(freq[date], 3)}")
        own.append(f"best={best}&back={min(back, 3)}")
        own.append(f"best={best}&rank={min(rank, 2)}")
        propose(date, "event", "time-before", own, mention)
        propose(date, "statement", "statement-before", own, mention)
    if AFTER:
        for rank, (on, mention, date) in enumerate(_after(reading, frame)):
            own = ["after", f"after={on}", f"after-rank={rank}", f"best={best}"]
            propose(date, "event", "time-after", own, mention)
            propose(date, "statement", "statement-after", own, mention)
    if published is not None:
        own = ["published", f"best={best}", f"best={best}&nearest={min(nearest, 3)}", f"label={frame.label}"]
        propose(published, "published", "publication", own, None)
    candidates = [Candidate(c.value, c.rule, tuple(dict.fromkeys(features)), c.span) for c, features in found.values()]
    if published is None:
        candidates.append(Candidate(None, "undated", ("none",)))
    return candidates
