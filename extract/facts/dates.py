"""The date of a fact: a time expression near the quantity, the day of the statement, or the day of publication."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from extract.facts.context import crossed, governor, lemma, speech_verbs
from extract.facts.frame import VERBAL, Frame, Place
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


def _head(frame: Frame, mention: Mention[Timex]) -> Token | None:
    tokens = frame.parsed.tokens_of(mention.span)
    return tokens.root if tokens is not None and len(tokens) else None


def _clause(token: Token) -> Token:
    """The verb of the clause that a token stands in; the root where there is none."""
    while token.pos_ not in VERBAL and token.head != token:
        token = token.head
    return token


def _preposition(frame: Frame, token: Token, mention: Mention[Timex]) -> str:
    start = mention.span.start - frame.parsed.sentence.span.start
    words = frame.doc.text[max(0, start - 16) : start].split()
    return words[-1].lower() if words else "^"


def _features_here(frame: Frame, mention: Mention[Timex], date: str, rank: int) -> list[str]:
    token = _head(frame, mention)
    if token is None:
        return ["unparsed"]
    place: Place = frame.place_of(token)
    clause = _clause(token)
    spoken = lemma(clause) in speech_verbs()
    same = clause == frame.predicates[0]
    after = mention.span.start > frame.mention.span.end
    word = _preposition(frame, token, mention)
    gap = abs(mention.span.start - frame.mention.span.end) if after else abs(frame.mention.span.start - mention.span.end)
    return [
        f"place={place}",
        f"joint={place.joint}{place.depth}",
        f"same-clause={same}&spoken={spoken}",
        f"clause-on-chain={clause in frame.chain}&spoken={spoken}",
        f"word={word}",
        f"word={word}&same={same}",
        f"gap={'0-15' if gap < 16 else '16-40' if gap < 41 else '41-100' if gap < 101 else '100+'}&after={after}",
        f"rank={min(rank, 3)}",
        f"finder={mention.rule}",
        f"bounds={'/' in date}",
    ]


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


def date_candidates(reading: Reading, frame: Frame) -> list[Candidate]:
    """Times of the sentence and of those before it as event or statement; the publication day; nothing where there is none."""
    article, sentence = reading.article, frame.parsed.sentence
    published = article.published[:10] if article.published else None
    verb = governor(frame)
    first = frame.predicates[0]
    here = _times_here(reading, frame)
    auxiliaries = [lemma(child) for child in first.children if child.dep_ == "aux"]
    context = (
        f"tense={first.tag_}",
        f"aux={auxiliaries[0] if auxiliaries else 'none'}",
        f"here={min(len(here), 2)}",
        f"kind={frame.is_money}",
        f"action={lemma(verb)}",
        f"section={sentence.section}",
    )
    found: dict[str, tuple[Candidate, list[str]]] = {}

    def propose(date: str, basis: str, rule: str, own: list[str], mention: Mention[Timex] | None) -> None:
        value = str(FactDate(date, basis))
        described = [f"{basis}:{each}" for each in (*own, f"grain={grain(date)}", f"side={side(date, published)}")]
        described += [f"{basis}:{each}&grain={grain(date)}" for each in own]
        candidate = Candidate(value, rule, (), mention.span if mention else None)
        found.setdefault(value, (candidate, []))[1].extend(crossed(tuple(described), context))

    for rank, mention in enumerate(here):
        date = iso_date(mention.value)
        if date is not None:
            own = ["here", *_features_here(frame, mention, date, rank)]
            propose(date, "event", "time-in-sentence", own, mention)
            propose(date, "statement", "time-of-statement", own, mention)
    for rank, (back, mention, date) in enumerate(_before(reading, frame)):
        if rank >= 6:
            break
        own = ["before", f"back={back if back < 3 else '3-5' if back < 6 else '6+'}", f"before-rank={rank}"]
        propose(date, "event", "time-before", own, mention)
        propose(date, "statement", "statement-before", own, mention)
    if published is not None:
        propose(published, "published", "publication", ["published"], None)
    candidates = [Candidate(c.value, c.rule, tuple(dict.fromkeys(features)), c.span) for c, features in found.values()]
    if published is None:
        candidates.append(Candidate(None, "undated", crossed(("none",), context)))
    return candidates
