"""Actor and recipient: the participants of a quantity enter; the candidates for who gives and who gets leave."""

from collections.abc import Mapping, Sequence

from extract.facts.context import crossed, lemma
from extract.facts.frame import Frame, subjects
from extract.facts.names.table import Resolution
from extract.facts.ranker import Candidate
from extract.facts.slots.arguments import Predicates, rank_of
from extract.facts.slots.habits import Habits
from extract.facts.slots.participants import OUTSIDE, Participant
from extract.facts.slots.told_recipients import Told, counted

PLACED = ("verb", "noun", "quantity")  # relations by place in the tree: of a recipient its function says more
OWN = frozenset({"near", "chain"})  # where the predicates of a quantity are its own
ABLE = frozenset({"person", "group", "organisation", "country", "bloc", "place"})  # kinds of those who can get or be charged


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


def _subject_kind(participants: Sequence[Participant]) -> str:
    """What the nearest subject of the chain names, and whether it is the governing verb's own; `none` without a subject."""
    for depth in range(3):
        for each in participants:
            if f"subject{depth}" in each.relations:
                _, kinds = each.arguments[0]
                return f"{min(depth, 1)}-{kinds[0]}"
    return "none"


def actor_candidates(
    frame: Frame, participants: Sequence[Participant], counts: Mapping[str, int], habits: Habits
) -> list[Candidate]:
    """The participants as actors; whether the subject stands in the sentence decides how far one has to look."""
    context, nearest = (f"label={frame.label}", f"subject={_subject_form(frame)}"), f"nearest={_subject_kind(participants)}"
    several = []
    for each in participants:
        far = [f"is={relation}&{nearest}" for relation in each.relations if relation.startswith(OUTSIDE)]
        habit = _habit(each.resolution, habits)
        several.append(_candidate("actor", each, context, counts, (*each.actor_details, *far, *habit)))
    return several or [Candidate(None, "nobody-named", ())]


def _habit(resolution: Resolution, habits: Habits) -> tuple[str, ...]:
    """Features of how a name stands elsewhere in the article."""
    if resolution.kind == "thing":
        return ()
    habit = f"habit={habits.of(resolution.name)}"
    return (habit, f"type={resolution.kind}&{habit}")


def recipient_candidates(
    frame: Frame, participants: Sequence[Participant], counts: Mapping[str, int], told: tuple[Told, ...]
) -> list[Candidate]:
    """The participants as recipients, and nobody; what is done decides who can be one."""
    best, done = f"best={_best(participants)}", Predicates(frame).classes
    context = (f"money={frame.is_money}", *(f"done={name}" for name in done), best)
    known = counted(told, done, outside=frame.parsed.sentence.index)
    most = max(known.values(), default=0)
    own = (*context, *(f"done={name}&{best}" for name in done), f"label={frame.label}", f"told={min(most, 2)}&{best}")
    nobody = Candidate(None, "nobody-named", crossed(("none",), own))
    several = []
    for each in participants:
        times = known.get(each.resolution.name, 0)
        more = (f"told={min(times, 2)}&{best}", f"told={bool(times)}&most={times == most}") if times else ()
        several.append(_candidate("recipient", each, context, counts, more))
    return [*several, nobody]


def _best(participants: Sequence[Participant]) -> str:
    """The rank of the best recipient at the quantity's own predicates, and whether it is somebody who could get or be charged."""
    ranks = [
        (rank, not set(kinds) & ABLE)
        for each in participants
        for argument, kinds in each.arguments
        if argument.where in OWN and (rank := rank_of("recipient", argument))
    ]
    rank, is_thing = min(ranks, default=(0, False))
    return f"{rank}{'-thing' if is_thing else ''}"


def _candidate(
    slot: str, participant: Participant, context: tuple[str, ...], counts: Mapping[str, int], more: tuple[str, ...] = ()
) -> Candidate:
    resolution = participant.resolution
    features = [f"type={resolution.kind}", f"how={resolution.rule}", f"named={_how_often(counts.get(resolution.name, 0))}"]
    for argument, kinds in participant.arguments:
        rank = f"rank={rank_of(slot, argument)}"
        features += [f"{rank}&where={argument.where}", *(f"{rank}&kind={kind}" for kind in kinds)]
    features += (*participant.details, *more)
    relations = (each for each in participant.relations if slot == "actor" or not each.startswith(PLACED))
    features += crossed(tuple(f"is={relation}" for relation in relations), context)
    rule = f"{participant.relations[0]}, {resolution.rule}"
    return Candidate(resolution.name, rule, tuple(dict.fromkeys(features)), resolution.span)
