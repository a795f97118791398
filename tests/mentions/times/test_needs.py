"""What rules cannot do without, and that running them only there finds the same."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.mentions.times.find import grammar
from extract.mentions.times.lexer import lexicon, read_tokens
from extract.mentions.times.needs import Needs, read_needs, stretches

NEEDS = [
    ("[a]", Needs(frozenset("a"), 1)),
    ("[ab][c]", Needs(frozenset("c"), 2)),
    ("[ab]?[cde]", Needs(frozenset("cde"), 2)),
    ("[a]?[b]?", Needs(None, 2)),
    ("[a]{2,3}[bc]", Needs(frozenset("a"), 4)),
    ("[a]{0,3}[bc]", Needs(frozenset("bc"), 4)),
    ("(?:[a]|[b][cd])", Needs(frozenset("ab"), 2)),
    ("(?:[a]|[b]?)[cd]", Needs(frozenset("cd"), 2)),
    ("(?P<n>[a]|[b])(?![c])", Needs(frozenset("ab"), 2)),
    ("(?<=[a])(?P<n>[bc]).", Needs(frozenset("bc"), 3)),
    ("[t][bc]", Needs(frozenset("bc"), 2)),
    ("(?:[a](?:[b]|[c])?){2}", Needs(frozenset("a"), 4)),
]


@pytest.mark.parametrize(("source", "needs"), NEEDS)
def test_needs_of_patterns(source: str, needs: Needs) -> None:
    assert read_needs(source, frozenset("t")) == needs


@pytest.mark.parametrize("source", ["[a])", "a", "[a]*"])
def test_other_expressions_are_refused(source: str) -> None:
    with pytest.raises(ValueError, match="cannot read"):
        read_needs(source, frozenset())


@pytest.mark.parametrize(
    ("places", "width", "expected"),
    [([], 2, []), ([0], 2, [(0, 3)]), ([5, 9], 2, [(3, 12)]), ([5, 11], 2, [(3, 8), (9, 14)])],
)
def test_stretches_around_places(places: list[int], width: int, expected: list[tuple[int, int]]) -> None:
    assert list(stretches(places, width)) == expected


def test_nearly_every_rule_needs_a_symbol() -> None:
    assert [rule.rule.name for rule in grammar()[1] if rule.needs.symbols is None] == []


WORDS = st.sampled_from(
    [*lexicon(), "3", "1st", "2024", "'24", "-", ",", ".", "10:30", "the", "a", "of", "word", "word", "from", "to"]
)


@settings(derandomize=True, deadline=None, max_examples=200)
@given(st.lists(WORDS, max_size=120).map(" ".join))
def test_rules_find_the_same_where_their_needs_stand(text: str) -> None:
    alphabet, rules = grammar()
    symbols = read_tokens(text, alphabet).symbols
    places = {symbol: [place for place, each in enumerate(symbols) if each == symbol] for symbol in symbols}
    for rule in rules:
        found = [match.span() for match in rule.matches(symbols, frozenset(symbols), places)]
        assert found == [match.span() for match in rule.pattern.finditer(symbols)], rule.rule.name
