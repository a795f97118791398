"""Fuller forms of names: what a short form stands for, given the forms of an article."""

import pytest

from extract.facts.names.aliases import Form, Name, aliases
from extract.mentions.proper_names import find_proper_names, lower_words
from extract.spans import Span


def known_as(text: str, form: str) -> list[Name]:
    spans = (Span(0, len(text)),)
    lower = lower_words(text)
    forms = [
        Form(name.span, name.words, name.kind, None, name.roles, name.acronym, name.opener)
        for name in find_proper_names(text, spans, lower)
    ]
    return [candidate.name for candidate in aliases(forms, text, lower).get(form, ())]


FULLER = [
    ("Lina Berg won. Critics say Berg paid.", "Berg", "Lina Berg", "person"),
    ("Rova Lindqvert won, and Lindqvert paid.", "Lindqvert", "Rova Lindqvert", "person"),
    ("Maria Berg, Jr. won, and Berg paid.", "Berg", "Maria Berg, Jr.", "person"),
    ("Chancellor Rova Lind paid. Voters like Lind.", "Lind", "Rova Lind", "person"),
    ("Anna van der Berg won. Critics of van der Berg paid.", "Berg", "Anna van der Berg", "person"),
    ("Kim Min-seo won. Critics say Kim paid.", "Kim", "Kim Min-seo", "person"),
    ("The Nordic Investment Fund (NIF) paid; the NIF lent.", "NIF", "Nordic Investment Fund", "organisation"),
    ("The Nordic Investment Fund paid; the NIF lent.", "NIF", "Nordic Investment Fund", "organisation"),
    ("Shares of Fjord Inc. rose. Sales of Fjord fell.", "Fjord", "Fjord Inc.", "organisation"),
    (
        "The Norwegian Defence Ministry paid. The Defence Ministry lent.",
        "Defence Ministry",
        "Norwegian Defence Ministry",
        "organisation",
    ),
    ("The Department of Fisheries paid. The Department lent.", "Department", "Department of Fisheries", "organisation"),
    ("The Federal Reserve paid. Now the Fed waits.", "Fed", "Federal Reserve", "organisation"),
    ("Norway paid. Norwegian aid came.", "Norwegian", "Norway", "country"),
    ("Jordan Peele won a prize. Fans of Jordan paid.", "Jordan", "Jordan Peele", "person"),
    ("In Jordan the Jordanian king paid.", "Jordan", "Jordan", "country"),
    ("In Georgia voters near Atlanta paid.", "Georgia", "Georgia", "place"),
    ("In Georgia voters near Tbilisi paid.", "Georgia", "Georgia", "country"),
    ("The case of Rova Lind grew. Critics of Ms Lind paid.", "Lind", "Rova Lind", "person"),
    ("Critics of Rova Lind paid. They erred, Lind said.", "Rova Lind", "Rova Lind", "person"),
    ("Nordtech Steel Corp. paid, and NSC lent.", "NSC", "Nordtech Steel Corp.", "organisation"),
    ("Voters know Kim Min-seo. Critics of Kim, who is also known as Lina Kim, paid.", "Kim", "Kim Min-seo", "person"),
    ("Voters know Kim Min-seo. Critics of Kim, who is also known as Lina Kim, paid.", "Lina Kim", "Kim Min-seo", "person"),
    ("Critics of Rome Lindqvert paid. They erred, Lindqvert said.", "Lindqvert", "Rome Lindqvert", "person"),
    ("Critics of Rova Lind-Berg paid. They erred, said Lind-Berg.", "Lind-Berg", "Rova Lind-Berg", "person"),
    ("Critics of Rova ‘Roy’ Berg paid. They erred, Berg said.", "Berg", "Rova ‘Roy’ Berg", "person"),
    ("Critics of Chen Guang paid. They erred, Chen said.", "Chen", "Chen Guang", "person"),
    ("They know Nordtech NRDT. Now NRDT is cheap.", "NRDT", "Nordtech", "thing"),
    (
        "Now Nordtech Bank fell. Get the Annual Market Report. Get the Annual Market Report Nordtech Bank.",
        "Annual Market Report Nordtech Bank",
        "Nordtech Bank",
        "organisation",
    ),
]


@pytest.mark.parametrize(("text", "form", "canonical", "kind"), FULLER)
def test_fuller_form(text: str, form: str, canonical: str, kind: str) -> None:
    assert [(name.canonical, name.kind) for name in known_as(text, form)] == [(canonical, kind)]


APART = [
    ("Shares in Fjord fell. Later the Fjord Museum lent.", "Fjord", "Fjord"),
    ("The Bank of Norway paid. The Bank of Chile lent.", "Bank of Chile", "Bank of Chile"),
    ("REUTERS Nordtech fell. In May Nordtech rose.", "Nordtech", "Nordtech"),
    ("In Oslo the Daily Crier paid. Bad news, the Crier said.", "Crier", "Crier"),
    ("In Chen Guang tea is cheap. The Chen valley is wide.", "Chen", "Chen"),
    ("They like the Model 7. The Danish Model 7 is cheap.", "Model 7", "Model 7"),
    ("New York paid. The New York Times lent.", "New York", "New York"),
]


@pytest.mark.parametrize(("text", "form", "canonical"), APART)
def test_no_fuller_form(text: str, form: str, canonical: str) -> None:
    assert [name.canonical for name in known_as(text, form)] == [canonical]


def test_two_people_with_one_surname_are_both_candidates() -> None:
    assert {name.canonical for name in known_as("Lina Berg and Maria Berg met. Critics of Berg paid.", "Berg")} == {
        "Lina Berg",
        "Maria Berg",
    }


def test_opener_that_is_no_name() -> None:
    assert known_as("Negotiators met in Oslo.", "Negotiators") == []
