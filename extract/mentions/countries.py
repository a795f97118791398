"""Countries and blocs by every name that news gives them: a written form enters, the country and how it is meant leaves.

A form alone never decides: "Georgia" may be a state, "Jordan" a person, "Danish" part of a scheme's name. The names of the
article decide that with what else the article says.
"""

from dataclasses import dataclass
from functools import cache
from typing import Literal

from extract.lexicons import read_table

Form = Literal["name", "demonym", "capital"]


@dataclass(frozen=True, slots=True)
class Country:
    """A country, territory or bloc.

    Args:
        name: English short name.
        alpha2: ISO 3166-1 alpha-2 code; None for a bloc.
        regions: adjectives by which news describes it ("Baltic").
    """

    name: str
    alpha2: str | None
    regions: frozenset[str] = frozenset()

    @property
    def kind(self) -> Literal["country", "bloc"]:
        """Whether it has a code or is a bloc of countries."""
        return "bloc" if self.alpha2 is None else "country"


@dataclass(frozen=True, slots=True)
class CountryForm:
    """A country as a written form means it: by its name, as adjective or people, or by the capital that stands for it."""

    country: Country
    form: Form


def _plural(demonym: str) -> str | None:
    """The people of a demonym: "Lithuanians"; None for "Danish", "Swiss" or "Chinese", which are their own plural."""
    if demonym.endswith(("sh", "ch", "ese", "ss", "men", "man", "ois")):
        return None
    return demonym + "s"


@cache
def country_forms() -> dict[str, CountryForm]:
    """Every written form of every country and bloc; where two share a form, the one earlier in the table has it as demonym."""
    forms: dict[str, CountryForm] = {}
    rows = [(Country(row["name"], row["alpha2"] or None, _cells(row["regions"])), row) for row in read_table("countries")]
    for country, row in rows:
        for name in (country.name, *row["aliases"].split("|")):
            forms.setdefault(name, CountryForm(country, "name"))
    for country, row in rows:
        for demonym in _cells(row["demonyms"]):
            for written in (demonym, _plural(demonym)):
                if written:
                    forms.setdefault(written, CountryForm(country, "demonym"))
        for capital in _cells(row["capitals"]):
            forms.setdefault(capital, CountryForm(country, "capital"))
    forms.pop("", None)
    return forms


@cache
def regional_adjectives() -> frozenset[str]:
    """Adjectives of regions that describe a country: "Baltic", "Gulf"."""
    return frozenset(region for form in country_forms().values() for region in form.country.regions)


def _cells(cell: str) -> frozenset[str]:
    return frozenset(cell.split("|")) if cell else frozenset()
