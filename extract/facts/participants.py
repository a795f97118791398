"""Who takes part: the phrases that could be the actor, the recipient or the base of a quantity, and how each stands to it.

Every noun phrase of the sentence is a candidate, with its place in the tree; so are the subject of the sentence before, the
and the subject of the headline. Phrases that stand for the same name are one candidate.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from extract.facts.arguments import Argument, Predicates, rank_of
from extract.facts.context import classes_of, crossed, lemma, speech_verbs
from extract.facts.frame import Frame, subjects
from extract.facts.names import NameTable, Resolution
from extract.facts.noun_kinds import kinds_of
from extract.facts.occurrences import Occurrence
from extract.facts.ranker import Candidate
from extract.facts.reading import Parsed, Reading

MOST_NAMED = 3  # names of the article that are candidates wherever they stand


@dataclass(frozen=True, slots=True)
class Participant:
    """A phrase that stands for something.

    Args:
        resolution: what it stands for.
        relations: how it stands towards the quantity.
        details: features of the phrase itself, whatever slot is asked for.
        arguments: what it is to the predicates of the quantity, each with the kinds of thing that it names.
    """

    resolution: Resolution
    relations: tuple[str, ...]
    details: tuple[str, ...] = ()
    arguments: tuple[tuple[Argument, tuple[str, ...]], ...] = ()


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


def _in_sentence(frame: Frame, names: NameTable) -> Iterator[Participant]:
    subjects_of = _subject_relations(frame)
    predicates = Predicates(frame)
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
        details.append(f"own={lemma(token)}" if token.pos_ == "NOUN" else f"own-pos={token.pos_}")
        if token.dep_ == "pobj":
            details.append(f"prep={lemma(head)}")
        if token.dep_ in ("nsubj", "nsubjpass"):
            details.append(f"subject-of-speech={lemma(head) in speech_verbs()}")
        if index not in heads:
            details.append("modifier")
        argument = predicates.argument(token)
        details += _as_argument(argument, predicates.classes)
        kinds = kinds_of(token) if resolution.kind == "thing" and token.pos_ == "NOUN" else (resolution.kind,)
        details += [f"kind={kind}" for kind in kinds]
        yield Participant(resolution, tuple(relations), tuple(details), ((argument, kinds),))


def _as_argument(argument: Argument, classes: tuple[str, ...]) -> Iterator[str]:
    """Features of what a phrase is to its own predicate, and beside what is done with the quantity."""
    function = f"fn={argument.function}"
    yield f"{function}&where={argument.where}"
    yield from (f"{function}&class={name}" for name in argument.classes)
    yield from (f"{function}&where={argument.where}&done={name}" for name in classes)


def _root_subjects(parsed: Parsed) -> Iterator[Token]:
    for token in parsed.doc:
        if token.dep_ == "ROOT":
            yield from subjects(token)


def _outside(reading: Reading, frame: Frame, names: NameTable, counts: Mapping[str, int]) -> Iterator[Participant]:
    """Participants of other sentences: the one before, the headline, the names last and most often named."""
    index = frame.parsed.sentence.index
    before = reading.parsed.get(index - 1)
    if before is not None:
        done = set()
        for token in _root_subjects(before):
            resolution = names.of_token(before, token)
            if resolution is not None:
                done.add(token.i)
                yield Participant(resolution, ("previous:subject",))
        for mention in names.mentions(before):
            token = before.doc[mention.end - 1]
            if token.i not in done and (resolution := names.of_token(before, token)) is not None:
                yield Participant(resolution, (f"previous:{token.dep_}",))
    for other in reading.parsed.values():
        if other.sentence.section == "title" and other.sentence.index != index:
            for token in _root_subjects(other):
                if (resolution := names.of_token(other, token)) is not None:
                    yield Participant(resolution, ("title:subject",))
    yield from _far(reading, frame, names, counts)


def _far(reading: Reading, frame: Frame, names: NameTable, counts: Mapping[str, int]) -> Iterator[Participant]:
    """The names most often named, and of each kind the one last named before the sentence."""
    start = frame.parsed.sentence.span.start
    known: dict[str, Occurrence] = {}
    for occurrence in names.occurrences:
        if occurrence.span.start < start:
            known[occurrence.name.kind] = occurrence
    for kind, occurrence in known.items():
        yield _named(occurrence, f"last-{kind}")
    first = {occurrence.name.canonical: occurrence for occurrence in reversed(names.occurrences)}
    often = sorted(first.values(), key=lambda each: (-counts[each.name.canonical], each.span))[:MOST_NAMED]
    for rank, occurrence in enumerate(often):
        yield _named(occurrence, f"most-named-{rank}")


def _named(occurrence: Occurrence, relation: str) -> Participant:
    name = occurrence.name
    return Participant(Resolution(name.canonical, name.kind, name.alpha2, relation, occurrence.span), (relation,))


def _how_often(times: int) -> str:
    return str(times) if times < 2 else "2-4" if times < 5 else "5+"


def _subject_form(frame: Frame) -> str:
    """What kind of phrase the governing verb's subject is: it tells whether the actor stands here or has to be looked for."""
    found = subjects(frame.predicates[0])
    if not found:
        return "none"
    token = found[0]
    if token.i in frame.inside:
        return "quantity"
    if token.pos_ == "PRON":
        return f"pronoun-{token.lower_}"
    if token.pos_ == "PROPN":
        return "name"
    determiner = next((lemma(child) for child in token.children if child.dep_ in ("det", "poss")), "bare")
    return f"noun-{determiner}" if determiner in ("the", "a", "an", "this", "that", "bare") else "noun-other"


def count_names(names: NameTable) -> Counter[str]:
    """How often each name stands in the article, by canonical name."""
    return Counter(occurrence.name.canonical for occurrence in names.occurrences)


def find_participants(reading: Reading, frame: Frame, names: NameTable, counts: Mapping[str, int]) -> tuple[Participant, ...]:
    """Everyone and everything that could take part, in order of the sentence, each name or phrase once.

    Args:
        reading: the article, for what other sentences name.
        frame: the quantity.
        names: the article's names.
        counts: how often each is named.
    """
    found: dict[str, Participant] = {}
    for each in (*_in_sentence(frame, names), *_outside(reading, frame, names, counts)):
        known = found.setdefault(each.resolution.name.casefold(), each)
        if known is not each:
            found[each.resolution.name.casefold()] = Participant(
                known.resolution,
                (*known.relations, *each.relations),
                (*known.details, *each.details),
                (*known.arguments, *each.arguments),
            )
    return tuple(found.values())


def actor_candidates(frame: Frame, participants: Sequence[Participant], counts: Mapping[str, int]) -> list[Candidate]:
    """The participants as actors; whether the subject stands in the sentence decides how far one has to look."""
    context = (f"label={frame.label}", f"subject={_subject_form(frame)}")
    return [_candidate("actor", each, context, counts) for each in participants] or [Candidate(None, "nobody-named", ())]


def recipient_candidates(frame: Frame, participants: Sequence[Participant], counts: Mapping[str, int]) -> list[Candidate]:
    """The participants as recipients, and nobody; what is done decides who can be one."""
    ranks = [rank_of("recipient", argument) for each in participants for argument, _ in each.arguments]
    best, done = f"best={min((rank for rank in ranks if rank), default=0)}", Predicates(frame).classes
    context = (f"money={frame.is_money}", *(f"done={name}" for name in done), best)
    own = (*context, *(f"done={name}&{best}" for name in done), f"label={frame.label}")
    nobody = Candidate(None, "nobody-named", crossed(("none",), own))
    return [*(_candidate("recipient", each, context, counts) for each in participants), nobody]


def _candidate(slot: str, participant: Participant, context: tuple[str, ...], counts: Mapping[str, int]) -> Candidate:
    resolution = participant.resolution
    features = [f"type={resolution.kind}", f"how={resolution.rule}", f"named={_how_often(counts.get(resolution.name, 0))}"]
    for argument, kinds in participant.arguments:
        rank = f"rank={rank_of(slot, argument)}"
        features += [f"{rank}&where={argument.where}", *(f"{rank}&kind={kind}" for kind in kinds)]
    features += participant.details
    features += crossed(tuple(f"is={relation}" for relation in participant.relations), context)
    rule = f"{participant.relations[0]}, {resolution.rule}"
    return Candidate(resolution.name, rule, tuple(dict.fromkeys(features)), resolution.span)
