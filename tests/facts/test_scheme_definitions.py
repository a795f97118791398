"""When the purpose of a sum matches the definition of a scheme."""

import pytest

from extract.facts.schemes.definitions import matches_definition, stem

MATCHES = [
    ("in buying shells for Kyiv from local makers", ", which entails purchasing shells for Kyiv from local producers", True),
    ("in rebuilding schools for Kyiv with local makers", ", which entails purchasing shells for Kyiv from local producers", False),
    ("for Kyiv and local producers", ", which entails purchasing shells for Kyiv from local producers", False),
    ("in buying shells for Kyiv, its defence ministry said on Monday", ", under which allies buy shells for Kyiv", True),
    ("", ", which entails purchasing shells for Kyiv", False),
]


@pytest.mark.parametrize(("purpose", "definition", "matches"), MATCHES)
def test_definition_match(purpose: str, definition: str, matches: bool) -> None:  # noqa: FBT001 - a column of the table
    assert matches_definition(purpose, definition) is matches


@pytest.mark.parametrize(
    "words", ["purchase purchases purchasing purchased", "factory factories", "supply supplies", "train training trains"]
)
def test_stem_is_one_for_all_forms(words: str) -> None:
    assert len({stem(word) for word in words.split()}) == 1
