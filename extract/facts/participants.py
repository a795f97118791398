"""Who takes part: the phrases that could be the actor, the recipient or the base of a quantity, and how each stands to it.

Every noun phrase of the sentence is a candidate, with its place in the tree; so are the subject of the sentence before, the
and the subject of the headline. Phrases that stand for the same name are one candidate.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from spacy.tokens import Token

from extract.facts.context import classes_of, crossed, frame_features, lemma, speech_verbs
from extract.facts.frame import Frame, subjects
from extract.facts.names import NameTable, Resolution
from extract.facts.ranker import Candidate
from extract.facts.reading import Parsed, Reading

RECIPIENT_PREPOSITIONS = frozenset({"to", "for", "from", "in", "against", "with", "of", "on", "into", "towards", "toward", "among"})


@dataclass(frozen=True, slots=True)
class Participant:
    """A phrase that stands for something, its relations to the quantity, and whether it comes before or after."""

    resolution: Resolution
    relations: tuple[str, ...]
    details: tuple[str, ...]


def _distance(frame: Frame, token: Token) -> str:
    if token.i < frame.tokens.start:
        gap, side = frame.tokens.start - token.i, "before"
    else:
        gap, side = token.i - frame.tokens.end + 1, "after"
    return f"{side}{'1-2' if gap <= 2 else '3-5' if gap <= 5 else '6-12' if gap <= 12 else '13+'}"


def _subject_relations(frame: Frame) -> dict[int, list[str]]:
    """Token numbers of the subjects of the chain's verbs, shared ones included, with their relation."""
    found: dict[int, list[str]] = {}
    for depth, verb in enumerate(frame.predicates[:3]):
        for subject in subjects(verb):
            if subject.doc is frame.doc or subject.doc == frame.doc:
                found.setdefault(subject.i, []).append(f"subject{depth}")
                for other in subject.conjuncts:
                    found.setdefault(other.i, []).append(f"subject{depth}-conjunct")
    return found


def _in_sentence(frame: Frame, names: NameTable) -> Iterator[tuple[Token, Participant]]:
    subjects_of = _subject_relations(frame)
    heads = {token.i for token in frame.nominals()}
    named = {mention.end - 1 for mention in names.mentions(frame.parsed)}
    for index in sorted(heads | named):
        token = frame.doc[index]
        if index in frame.inside:
            continue
        resolution = names.of_token(frame.parsed, token)
        if resolution is None:
            continue
        place = frame.place_of(token)
        relations = [*subjects_of.get(index, ()), str(place)]
        if place.path != "far":
            relations.append(f"{place.joint}:{place.path}")
        head = token.head
        details = [_distance(frame, token), f"headclass={classes_of(head)[0]}&{token.dep_}"]
        details += [f"ownclass={name}" for name in classes_of(token)]
        if token.dep_ == "pobj":
            details.append(f"prep={lemma(head)}")
        if token.dep_ in ("nsubj", "nsubjpass"):
            details.append(f"subject-of-speech={lemma(head) in speech_verbs()}")
        if index not in heads:
            details.append("modifier")
        yield token, Participant(resolution, tuple(relations), tuple(details))


def _root_subjects(parsed: Parsed) -> Iterator[Token]:
    for token in parsed.doc:
        if token.dep_ == "ROOT":
            yield from subjects(token)


def _outside(reading: Reading, frame: Frame, names: NameTable) -> Iterator[Participant]:
    """Participants of other sentences: the one before and the headline."""
    index = frame.parsed.sentence.index
    before = reading.parsed.get(index - 1)
    if before is not None:
        done = set()
        for token in _root_subjects(before):
            resolution = names.of_token(before, token)
            if resolution is not None:
                done.add(token.i)
                yield Participant(resolution, ("previous:subject",), ())
        for mention in names.mentions(before):
            token = before.doc[mention.end - 1]
            if token.i not in done and (resolution := names.of_token(before, token)) is not None:
                yield Participant(resolution, (f"previous:{token.dep_}",), ())
    for other in reading.parsed.values():
        if other.sentence.section == "title" and other.sentence.index != index:
            for token in _root_subjects(other):
                if (resolution := names.of_token(other, token)) is not None:
                    yield Participant(resolution, ("title:subject",), ())


def _how_often(times: int) -> str:
    return str(times) if times < 2 else "2-4" if times < 5 else "5+"


def _features(participant: Participant, context: tuple[str, ...], *, times_named: int) -> tuple[str, ...]:
    resolution = participant.resolution
    kinds = (f"type={resolution.kind}", f"how={resolution.rule}")
    relations = tuple(f"is={relation}" for relation in participant.relations)
    own = (*kinds, *participant.details, f"named={_how_often(times_named)}")
    pairs = tuple(f"{relation}&{kind}" for relation in relations for kind in (kinds[0], *participant.details))
    return (*own, *crossed(relations, context), *(f"{kinds[0]}&{each}" for each in context), *pairs)


def count_names(names: NameTable) -> Counter[str]:
    """How often each name stands in the article, by canonical name."""
    return Counter(occurrence.name.canonical for occurrence in names.occurrences)


def participant_candidates(reading: Reading, frame: Frame, names: NameTable, counts: Mapping[str, int]) -> list[Candidate]:
    """One candidate for each name or phrase that could take part, in order of the sentence; nobody is the last.

    Args:
        reading: the article, for what other sentences name.
        frame: the quantity.
        names: the article's names.
        counts: how often each is named.
    """
    context = frame_features(frame)
    found: dict[str, tuple[Participant, list[str]]] = {}
    for participant in (*(p for _, p in _in_sentence(frame, names)), *_outside(reading, frame, names)):
        features = _features(participant, context, times_named=counts.get(participant.resolution.name, 0))
        known = found.setdefault(participant.resolution.name.casefold(), (participant, []))
        known[1].extend(features)
    candidates = [
        Candidate(
            participant.resolution.name,
            f"{participant.relations[0]}, {participant.resolution.rule}",
            tuple(dict.fromkeys(features)),
            participant.resolution.span,
        )
        for participant, features in found.values()
    ]
    candidates.append(Candidate(None, "nobody-named", crossed(("none",), context)))
    return candidates
