"""Pronouns and roles: whom the [[marked]] word of an article stands for."""

import pytest

from extract.facts.names.roles import roles_beside
from extract.spans import Span

BESIDE = [
    ("the Finnish carmaker Lindt", "Lindt", ("carmaker",)),
    ("Lindt, the Finnish carmaker, paid", "Lindt", ("carmaker",)),
    ("former finance minister Berg", "Berg", ("former finance minister",)),
    ("former president Berg", "Berg", ("former president",)),
    ("Berg, chief executive of Lindt, paid", "Berg", ("chief executive",)),
    ("the quiet town Berg", "Berg", ("town",)),
    ("the quiet meadow Berg", "Berg", ()),
]


@pytest.mark.parametrize(("text", "name", "roles"), BESIDE)
def test_roles_beside(text: str, name: str, roles: tuple[str, ...]) -> None:
    start = text.index(name)
    assert roles_beside(text, Span(start, start + len(name))) == roles
