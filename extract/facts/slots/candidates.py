"""Slots: a quantity in its reading enters; the candidates for each of its ranked slots leave.

Linking chooses among these candidates; training learns from them which choice gold accepts.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace

from extract.facts.dates.candidates import date_candidates, nearest_side
from extract.facts.frame import Frame
from extract.facts.names.table import NameTable, build_names
from extract.facts.ranker import Candidate
from extract.facts.reading import Reading
from extract.facts.slots.actions import action_candidates
from extract.facts.slots.actor_and_recipient import actor_candidates, recipient_candidates
from extract.facts.slots.bases import base_candidates
from extract.facts.slots.habits import Habits, find_habits
from extract.facts.slots.participants import count_names, find_participants
from extract.facts.slots.sources import source_candidates
from extract.facts.slots.speakers import Speech, hear
from extract.facts.slots.statuses import status_candidates
from extract.facts.slots.told_recipients import Told, told_recipients

SLOTS = ("actor", "action", "status", "recipient", "date", "source", "base")
NAMED = frozenset({"actor", "recipient", "source", "base"})  # slots that hold names


@dataclass(frozen=True)
class Scene:
    """An article ready for linking: what was read, its names, how often each is named and how it stands, and who speaks."""

    reading: Reading
    names: NameTable
    counts: Counter[str]
    habits: Habits
    speech: Speech
    told: tuple[Told, ...]


def scene_of(reading: Reading) -> Scene:
    """Build the names of an article and hear its speakers."""
    names = build_names(reading)
    return Scene(reading, names, count_names(names), find_habits(names), hear(reading, names), told_recipients(names))


def slot_candidates(scene: Scene, frame: Frame) -> Mapping[str, list[Candidate]]:
    """Candidates for each ranked slot of a quantity; money has no base."""
    reading, names = scene.reading, scene.names
    participants = find_participants(reading, frame, names, scene.counts)
    recipients = recipient_candidates(frame, participants, scene.counts, scene.told)
    slots = {
        "actor": actor_candidates(frame, participants, scene.counts, scene.habits),
        "action": action_candidates(frame),
        "status": status_candidates(reading, frame, time_side=nearest_side(reading, frame)),
        "recipient": recipients,
        "date": date_candidates(reading, frame),
        "source": source_candidates(reading, frame, scene.speech),
    }
    if not frame.is_money:
        slots["base"] = base_candidates(frame, names)
    return {slot: _own_names(reading, several) if slot in NAMED else several for slot, several in slots.items()}


def _own_names(reading: Reading, candidates: list[Candidate]) -> list[Candidate]:
    """Candidates with the canonical names of the user's vocabulary."""
    canonical = reading.outline.vocabulary.canonical
    return (
        [replace(each, value=canonical.get(each.value, each.value)) if each.value else each for each in candidates]
        if canonical
        else candidates
    )
