"""Every rule of every room, run over the examples that stand beside it."""

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple, Protocol

import pytest

from extract.articles import days
from extract.articles.days import find_days
from extract.mentions import bare_points, bare_shares, carried, money, percentages, programme_rules, ranges, shares
from extract.mentions.programme_rules import known_rules
from extract.mentions.programmes import find_programmes
from extract.mentions.quantities import find_quantities
from extract.mentions.times.find import ROOM_RULES, find_times
from extract.rules import Example
from extract.spans import Mention

ANCHOR = "2025-03-14"


class AnyRule(Protocol):
    @property
    def name(self) -> str: ...
    @property
    def yes(self) -> tuple[Example, ...]: ...
    @property
    def no(self) -> tuple[str, ...]: ...


class Room(NamedTuple):
    rules: tuple[AnyRule, ...]
    find: Callable[[str], Iterable[Mention[Any]]]


def quantities(text: str) -> list[Mention[Any]]:
    found = find_quantities(text)
    return sorted((*found.money, *found.percentages), key=lambda mention: mention.span)


ROOMS = {
    "quantities": Room(
        (*money.RULES, *percentages.RULES, *shares.RULES, *bare_shares.RULES, *bare_points.RULES, *ranges.RULES, *carried.RULES),
        quantities,
    ),
    "programmes": Room((*known_rules(), *programme_rules.RULES), find_programmes),
    "days": Room(days.RULES, find_days),
    "times": Room(ROOM_RULES, lambda text: find_times(text, published=ANCHOR)),
}
RULES = [(name, rule) for name, room in ROOMS.items() for rule in room.rules]
YES = [pytest.param(room, rule, example, id=f"{rule.name}: {example.text}") for room, rule in RULES for example in rule.yes]
NO = [pytest.param(room, text, id=f"{rule.name}: {text}") for room, rule in RULES for text in rule.no]


@pytest.mark.parametrize(("room", "rule", "example"), YES)
def test_rule_finds_its_example_and_the_room_nothing_else(room: str, rule: AnyRule, example: Example) -> None:
    mentions = [mention for mention in ROOMS[room].find(example.text) if mention.quote not in example.also]
    assert [(m.span, m.quote, str(m.value), m.rule) for m in mentions] == [
        (example.span, example.span.of(example.text), example.value, rule.name)
    ]


@pytest.mark.parametrize(("room", "text"), NO)
def test_room_finds_nothing_in_look_alike(room: str, text: str) -> None:
    assert list(ROOMS[room].find(text)) == []


def test_rules_have_examples_of_both_kinds() -> None:
    assert [rule.name for _, rule in RULES if not rule.yes or not rule.no] == []


def test_rule_names_are_unique() -> None:
    names = [rule.name for _, rule in RULES]
    assert sorted(names) == sorted(set(names))
