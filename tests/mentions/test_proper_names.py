"""Capitalised names of a text: what is found, with kind, roles and short form."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.mentions.countries import country_forms
from extract.mentions.name_words import kind_of
from extract.mentions.proper_names import find_proper_names, lower_words
from extract.spans import Span


def names_in(text: str) -> list[str]:
    return [name.words for name in find_proper_names(text, (Span(0, len(text)),), lower_words(text))]


SEQUENCES = [
    ("Lina Berg met Nordtech Inc. in Oslo.", ["Lina Berg", "Nordtech Inc.", "Oslo"]),
    ("The Bank of Norway and the Ministry of Trade and Fisheries agreed.", ["Bank of Norway", "Ministry of Trade and Fisheries"]),
    ("A study of the Center for Rural Policy said so.", ["Center for Rural Policy"]),
    ("Berg's plan helps Nordtech's rivals.", ["Berg", "Nordtech"]),
    ("The Citizens’ Advice Group and Harbour Securities’ Berg met.", ["Citizens’ Advice Group", "Harbour Securities", "Berg"]),
    ("Sales of Nordtech fell.", ["Nordtech"]),
    ("Sales of Monday fell below other sales.", []),
    ("According to Source of Aid 1, a Source of Hope 2 million share gave it.", ["Source of Aid 1", "Source of Hope"]),
    ("The FTSE 100 fell while Harbour 48 to 41 led.", ["FTSE 100", "Harbour"]),
    ("It fell under the Maritime Safety Act 2021.", ["Maritime Safety Act 2021"]),
    ("In March the prices rose, Tuesday brought rain.", []),
    ("However, prices in Lisbon rose.", ["Lisbon"]),
    ('She published "Into the Long Night" in Lisbon.', ["Long Night", "Lisbon"]),
    ("Oslo-based Fjord Group grew.", ["Oslo", "Fjord Group"]),
    ("The CEO of Oslo-based Fjord Group left.", ["Oslo", "Fjord Group"]),
    ("Its New York-listed shares and Lind-era Fjord Group fell.", ["New York", "Lind", "Fjord Group"]),
    ("The People's Bank of China cut its rate.", ["People's Bank of China"]),
    ("The Amis des Eaux and the Conselho das Artes met.", ["Amis des Eaux", "Conselho das Artes"]),
    ("They know Nordtech NRDT and FjordFJRD. NRDT and FJRD are cheap.", ["Nordtech", "Fjord", "NRDT", "FJRD"]),
    ("They know Nordtech PLC and Fjord NRDT. NRDT is cheap.", ["Nordtech PLC", "Fjord NRDT", "NRDT"]),
    ("Former president of Ghana John Mensah spoke.", ["Ghana", "John Mensah"]),
    ("Ursula von der Heide and Ahmed bin Rashid signed.", ["Ursula von der Heide", "Ahmed bin Rashid"]),
    ("Fjord Group Raises Its Bid For Harbour Lines", []),
    ("Lina Berg, Jr. met the Trade and Fish Office (TFO).", ["Lina Berg, Jr.", "Trade", "Trade and Fish Office", "TFO"]),
    ("Lina and Fish Office (FO) met.", ["Lina", "Fish Office", "FO"]),
    ("The Northern Panel on Fish Stocks (NPFS) met.", ["Northern Panel", "Northern Panel on Fish Stocks", "NPFS"]),
    ("Shares of Lind and Company (LC) fell.", ["Lind and Company", "LC"]),
    ("Sales of Lind and Berg fell.", ["Lind", "Berg"]),
    ("He said (Reuters) -Fjord Bank grew.", ["Reuters", "Fjord Bank"]),
    ("Then Rova “Roy” Berg met the “Roy” Group.", ["Rova “Roy” Berg", "Roy", "Group"]),
    ("Climber Maria Berg met another climber.", ["Maria Berg"]),
    ("An iPhone and a 3M tape cost less at AT&T.", ["iPhone", "3M", "AT&T"]),
]


@pytest.mark.parametrize(("text", "names"), SEQUENCES)
def test_sequences(text: str, names: list[str]) -> None:
    assert names_in(text) == names


TITLES = [
    ("Mr. Berg left.", "Berg", "person", ()),
    ("Norwegian Prime Minister Lina Berg left.", "Lina Berg", "person", ("prime minister",)),
    ("The Director of the Fish Council Rova Lindqvert left.", "Rova Lindqvert", "person", ("director",)),
    ("The Director of the Fish Council Rova Lindqvert left.", "Fish Council", "organisation", ()),
    ("The Director of the Fish Council Office left.", "Director of the Fish Council Office", "organisation", ()),
    ("Fjord CEO Lina Berg left.", "Lina Berg", "person", ("chief executive",)),
    ("Judge Lina T. Berg of Oslo City Court ruled.", "Lina T. Berg", "person", ("judge",)),
    ("The General Motors plant closed.", "General Motors", "organisation", ()),
    ("The Secretary of State for Energy left.", "Energy", None, ()),
]


@pytest.mark.parametrize(("text", "words", "kind", "roles"), TITLES)
def test_titles(text: str, words: str, kind: str | None, roles: tuple[str, ...]) -> None:
    found = [(name.words, name.kind, name.roles) for name in find_proper_names(text, (Span(0, len(text)),), lower_words(text))]
    assert (words, kind, roles) in found


BRACKETS = [
    ("The Nordic Investment Fund (NIF) paid.", "NIF"),
    ("The Department of Trade and Fisheries (Dtf) paid.", "Dtf"),
    ("The Bank of Norway (Oslo) paid.", None),
]


@pytest.mark.parametrize(("text", "acronym"), BRACKETS)
def test_short_form_in_brackets(text: str, acronym: str | None) -> None:
    assert next(find_proper_names(text, (Span(0, len(text)),), lower_words(text))).acronym == acronym


KINDS = [
    ("Lithuania", "country"),
    ("NATO", "bloc"),
    ("Bank of Norway", "organisation"),
    ("Fjord Holdings", "organisation"),
    ("Baltic Sea", "place"),
    ("Maritime Safety Act", "thing"),
    ("Lina Berg", None),
]


@pytest.mark.parametrize(("words", "kind"), KINDS)
def test_kind_of_words(words: str, kind: str | None) -> None:
    assert kind_of(words) == kind


COUNTRIES = [
    ("Lithuanians", "Lithuania", "LT", "demonym"),
    ("U.S.", "United States", "US", "name"),
    ("Kyiv", "Ukraine", "UA", "capital"),
    ("Britain", "United Kingdom", "GB", "name"),
    ("Czechia", "Czech Republic", "CZ", "name"),
    ("Swiss", "Switzerland", "CH", "demonym"),
    ("EU", "European Union", None, "name"),
]


@pytest.mark.parametrize(("form", "name", "alpha2", "how"), COUNTRIES)
def test_country_forms(form: str, name: str, alpha2: str | None, how: str) -> None:
    found = country_forms()[form]
    assert (found.country.name, found.country.alpha2, found.form) == (name, alpha2, how)


def test_codes_are_unique() -> None:
    codes = {form.country.alpha2: form.country.name for form in country_forms().values() if form.country.alpha2}
    assert len(set(codes.values())) == len(codes)
    assert all(len(code) == 2 and code.isupper() for code in codes)


@given(st.text(alphabet="ABab .,'’-&(1\n", max_size=80))
@settings(derandomize=True, deadline=None)
def test_names_stand_where_they_say(text: str) -> None:
    for name in find_proper_names(text, (Span(0, len(text)),), lower_words(text)):
        assert name.span.of(text) == name.words
