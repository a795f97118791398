"""Who takes part: the phrases that could be the actor, the recipient or the base of a quantity, and how each stands to it.

Every noun phrase of the sentence is a candidate, with its place in the tree; so are the subjects of the sentence before and
of the headline, and the names last and most often named. Phrases that stand for the same name are one candidate.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from extract.facts.context import classes_of, lemma, speech_verbs
from extract.facts.frame import Frame, subjects
from extract.facts.names.occurrences import Occurrence
from extract.facts.names.table import NameTable, Resolution
from extract.facts.noun_kinds import kinds_of
from extract.facts.reading import Parsed, Reading
from extract.facts.slots.arguments import Argument, Predicates
from extract.facts.slots.habits import OWNING

OUTSIDE = ("previous:", "title:", "last-", "most-named-")  # relations of what stands in other sentences
LABEL = re.compile(r"[A-Z]{2,4}\d{1,3}")  # the code of an entry in a list
TIMES = frozenset({"DATE", "TIME"})
LONGEST_CONNECTOR = 2  # words between a name and its own quantity
MOST_NAMED = 3  # names of the article that are candidates wherever they stand


@dataclass(frozen=True, slots=True)
class Participant:
    """A phrase that stands for something.

    Args:
        resolution: what it stands for.
        relations: how it stands towards the quantity.
        details: features of the phrase itself, whatever slot is asked for.
        arguments: what it is to the predicates of the quantity, each with the kinds of thing that it names.
        actor_details: features of the phrase as an actor: whose subject it owns, what kind of subject it is, how many other
            quantities stand between, and behind what preposition it stands where there are several.
    """

    resolution: Resolution
    relations: tuple[str, ...]
    details: tuple[str, ...] = ()
    arguments: tuple[tuple[Argument, tuple[str, ...]], ...] = ()
    actor_details: tuple[str, ...] = ()


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


def _owners(subject: Token) -> Iterator[Token]:
    """Whose a subject is: before it ("China's surplus", "German exports"), or behind "of" ("the surplus of China")."""
    for child in subject.children:
        if child.dep_ in OWNING:
            yield child
        elif child.dep_ == "prep" and child.lower_ == "of":
            yield from (thing for thing in child.children if thing.dep_ == "pobj")


def _owner_relations(frame: Frame, subjects_of: Mapping[int, list[str]]) -> dict[int, list[str]]:
    """Token numbers of the owners of the subjects, with what is owned."""
    found: dict[int, list[str]] = {}
    for index, relations in subjects_of.items():
        subject = frame.doc[index]
        for owner in _owners(subject):
            found.setdefault(owner.i, []).extend(f"owner-of-{relation}" for relation in relations)
            found[owner.i] += [f"owner-of-{relations[0]}:{kind}" for kind in kinds_of(subject)]
    return found


def _others(reading: Reading, frame: Frame) -> tuple[DocSpan, ...]:
    """The other quantities of the sentence."""
    sentence, own = frame.parsed.sentence.span, frame.mention.span
    known = (*reading.outline.quantities.money, *reading.outline.quantities.percentages)
    spans = (each.span for each in known if sentence.start <= each.span.start < sentence.end and not each.span.overlaps(own))
    return tuple(tokens for span in spans if (tokens := frame.parsed.tokens_of(span)) is not None and len(tokens))


def _between(frame: Frame, token: Token, others: Sequence[DocSpan]) -> str:
    """How many other quantities stand between a phrase and the quantity."""
    low, high = sorted((token.i, frame.tokens.start))
    return str(min(2, sum(low < other.start < high for other in others)))


def _connector(tokens: DocSpan, token: Token) -> str | None:
    """The few words between a phrase and a quantity: "with" in "Sweden with $50 million"; None if more stand there."""
    if token.i < tokens.start:
        between, side = token.doc[token.i + 1 : tokens.start], "<"
    else:
        between, side = token.doc[tokens.end : max(token.left_edge.i, tokens.end)], ">"
    words = [each.lower_ for each in between if each.tag_ != "DT"]
    if len(words) > LONGEST_CONNECTOR or any(each.like_num for each in between):
        return None
    return f"{side}{' '.join(words)}"


def _parallel(frame: Frame, others: Sequence[DocSpan], named: Set[int]) -> frozenset[int]:
    """Token numbers of the names that have the quantity for their own, as other names of the sentence have others.

    "Sweden with $5 million, Japan with $9 million": both stand before theirs with nothing but "with" between.
    """
    own = {index: connector for index in named if (connector := _connector(frame.tokens, frame.doc[index])) is not None}
    elsewhere = {_connector(other, frame.doc[index]) for other in others for index in named - own.keys()} if own else set()
    return frozenset(index for index, connector in own.items() if connector in elsewhere)


def _in_sentence(reading: Reading, frame: Frame, names: NameTable) -> Iterator[Participant]:
    subjects_of = _subject_relations(frame)
    owners_of = _owner_relations(frame, subjects_of)
    others = _others(reading, frame)
    within = frozenset(token.i for other in others for token in other) | frame.inside
    predicates = Predicates(frame)
    heads = {token.i for token in frame.nominals()}
    named = {mention.end - 1 for mention in names.mentions(frame.parsed)}
    parallel = _parallel(frame, others, named - within)
    for index in sorted(heads | named):
        token = frame.doc[index]
        if index in within or token.ent_type_ in TIMES or _is_label(token):
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
        side = "before" if index < frame.tokens.start else "after"
        as_actor = [f"between={_between(frame, token, others)}&{side}&several={bool(others)}", *owners_of.get(index, ())]
        if token.dep_ == "pobj":
            as_actor.append(f"prep={lemma(head)}&{_distance(frame, token)}&several={bool(others)}")
        if parallel:
            as_actor += [f"parallel={index in parallel}", f"parallel={index in parallel}&kind={kinds[0]}"]
        as_actor += [f"{relation}&kind={kind}" for relation in subjects_of.get(index, ()) for kind in kinds]
        yield Participant(resolution, tuple(relations), tuple(details), ((argument, kinds),), tuple(as_actor))


def _as_argument(argument: Argument, classes: tuple[str, ...]) -> Iterator[str]:
    """Features of what a phrase is to its own predicate, and beside what is done with the quantity."""
    function = f"fn={argument.function}"
    yield f"{function}&where={argument.where}"
    yield from (f"{function}&class={name}" for name in argument.classes)
    yield from (f"{function}&where={argument.where}&done={name}" for name in classes)


def _is_label(token: Token) -> bool:
    """Whether a word in brackets is the code of an entry, as trackers write it: "8 million DKK (DKH2)"."""
    return token.i > 0 and token.nbor(-1).text in {"(", ","} and LABEL.fullmatch(token.text) is not None


def _root_subjects(parsed: Parsed) -> Iterator[Token]:
    for token in parsed.doc:
        if token.dep_ == "ROOT":
            yield from subjects(token)


def _outside(reading: Reading, frame: Frame, names: NameTable, counts: Counter[str]) -> Iterator[Participant]:
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


def _far(reading: Reading, frame: Frame, names: NameTable, counts: Counter[str]) -> Iterator[Participant]:
    """The names most often named, and of each kind the one last named before the sentence."""
    start = frame.parsed.sentence.span.start
    known: dict[str, Occurrence] = {}
    for occurrence in names.occurrences:
        if occurrence.span.start < start and counts[occurrence.name.canonical]:
            known[occurrence.name.kind] = occurrence
    for kind, occurrence in known.items():
        yield _named(occurrence, f"last-{kind}")
    first = {occurrence.name.canonical: occurrence for occurrence in reversed(names.occurrences)}
    counted = (each for name, each in first.items() if counts[name])
    often = sorted(counted, key=lambda each: (-counts[each.name.canonical], each.span))[:MOST_NAMED]
    for rank, occurrence in enumerate(often):
        yield _named(occurrence, f"most-named-{rank}")


def _named(occurrence: Occurrence, relation: str) -> Participant:
    name = occurrence.name
    return Participant(Resolution(name.canonical, name.kind, name.alpha2, relation, occurrence.span), (relation,))


def count_names(names: NameTable) -> Counter[str]:
    """How often each name stands in the article, by canonical name; what belongs to a quantity ("5 million DKK") is none."""
    known = names.reading.outline.quantities
    taken = {i for each in (*known.money, *known.percentages) for i in range(each.span.start, each.span.end)}
    return Counter(each.name.canonical for each in names.occurrences if each.span.start not in taken)


def find_participants(reading: Reading, frame: Frame, names: NameTable, counts: Counter[str]) -> tuple[Participant, ...]:
    """Everyone and everything that could take part, in order of the sentence, each name or phrase once.

    Args:
        reading: the article, for what other sentences name.
        frame: the quantity.
        names: the article's names.
        counts: how often each is named.
    """
    found: dict[str, Participant] = {}
    for each in (*_in_sentence(reading, frame, names), *_outside(reading, frame, names, counts)):
        known = found.setdefault(each.resolution.name.casefold(), each)
        if known is not each:
            found[each.resolution.name.casefold()] = Participant(
                known.resolution,
                (*known.relations, *each.relations),
                (*known.details, *each.details),
                (*known.arguments, *each.arguments),
                (*known.actor_details, *each.actor_details),
            )
    return tuple(found.values())
