"""Names of schemes: what is found in a sentence, under which name, and what is not one."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.mentions.programme_words import known_of
from extract.mentions.programmes import find_programmes

NAMES = [
    # the owner, the article and a general noun in small letters stay outside
    ("Oslo gave €2 million to NATO’s Winter Relief Trust Fund.", ["Winter Relief Trust Fund"]),
    ("The government's Coastal Homes Plan is late.", ["Coastal Homes Plan"]),
    ("Under the Roofs for Ukraine scheme, hosts get £350.", ["Roofs for Ukraine"]),
    ("It raised 20 million EUR for the Harbour Support Fund.", ["Harbour Support Fund"]),
    # the year belongs to an act, the purpose to a short name
    ("The Harbour Supplemental Act 2023 passed.", ["Harbour Supplemental Act 2023"]),
    ("The International Fund for Moldova was set up.", ["International Fund for Moldova"]),
    ("The Coastal Peace Facility for Moldova was set up.", ["Coastal Peace Facility"]),
    # names of several parts, and two names that "and" joins
    ("The Grid, Heat and Recovery Fund and the Rural Homes Fund pay.", ["Grid, Heat and Recovery Fund", "Rural Homes Fund"]),
    ("The Fund for the Repair of Schools pays.", ["Fund for the Repair of Schools"]),
    # acronyms and short forms are read as the fullest name
    (
        "The Winter Relief Facility (WRF) is new. The WRF pays in May.",
        ["Winter Relief Facility (WRF)", "Winter Relief Facility (WRF)"],
    ),
    ("NATO’s Winter Relief Trust Fund grew. The NATO Trust Fund is new.", ["Winter Relief Trust Fund", "Winter Relief Trust Fund"]),
    ("The SAFE loans come from Security Action for Europe.", ["Security Action for Europe", "Security Action for Europe"]),
    # hard-wrapped lines run on; paragraphs do not
    (
        "The government of the island paid half of it from the Clean\nRivers Fund that it had set up in the year before the war.",
        ["Clean Rivers Fund"],
    ),
    ("Help for the Clean\n\nRivers Fund", ["Rivers Fund"]),
    # organisations, places, people and documents
    ("The World Food Programme fed 5% of them.", []),
    ("Former president Bill Clinton paid $5.", []),
    ("US President Bill Clinton paid $5.", []),
    ("Transport Secretary Grant Shapps paid £5.", []),
    ("Ministers of the Federal Reserve met.", []),
    ("She studies at Harvard Law School.", []),
    ("13% of British Jews plan to vote.", []),
    ("The Republican Party’s campaign raised $5 million.", []),
    ("Goldman Sees $5 Billion Hit From New U.S. Tax Law", []),
]


@pytest.mark.parametrize(("sentence", "names"), NAMES)
def test_names(sentence: str, names: list[str]) -> None:
    assert [str(mention.value) for mention in find_programmes(sentence)] == names


CERTAIN = [
    ("The Winter Relief Fund pays.", True),
    ("The so-called Norwegian model pays.", True),
    ("The Winter Relief Plan pays.", False),
    ("The Quick Homes scheme pays.", False),
]


@pytest.mark.parametrize(("sentence", "certain"), CERTAIN)
def test_certainty_is_that_of_the_noun(sentence: str, certain: bool) -> None:  # noqa: FBT001 - a column of the table
    assert [mention.value.certain for mention in find_programmes(sentence)] == [certain]


def test_definition_is_what_follows_the_name() -> None:
    text = "The so-called Norwegian model, under which allies order shells from local factories, is new."
    (mention,) = find_programmes(text)
    assert mention.value.definition is not None
    assert mention.value.definition.of(text) == ", under which allies order shells from local factories, is new"


OPENED = [
    ("Under the so-called Oslo model, allies order shells from local factories.", ", allies order shells from local factories"),
    (
        "Good. Under the so-called Oslo model, allies order shells from local makers.",
        ", allies order shells from local makers",
    ),
    ("Under the so-called Oslo model, allies ordered 5,000 shells from local factories.", None),
    ("Norway paid under the so-called Oslo model, officials in the capital city said.", None),
]


@pytest.mark.parametrize(("text", "definition"), OPENED)
def test_definition_is_the_sentence_that_the_name_opens(text: str, definition: str | None) -> None:
    (mention,) = find_programmes(text)
    found = mention.value.definition
    assert (found and found.of(text)) == definition


def test_own_schemes_come_before_the_shipped_ones() -> None:
    own = (known_of("Operation Lantern", "Lantern II", "OL", "scheme"),)
    text = "Lantern II and OL funds follow Operation Lantern and PURL."
    assert [(mention.quote, mention.value.name) for mention in find_programmes(text, own=own)] == [
        ("Lantern II", "Operation Lantern"),
        ("OL", "Operation Lantern"),
        ("Operation Lantern", "Operation Lantern"),
        ("PURL", "PURL"),
    ]


@given(st.text(alphabet=st.sampled_from("AFfund Act's’(),.\n“”so-called19 schemeUSAI"), max_size=200))
@settings(derandomize=True, deadline=None)
def test_mentions_quote_the_text_in_order_without_overlap(text: str) -> None:
    mentions = find_programmes(text)
    assert [mention.quote for mention in mentions] == [mention.span.of(text) for mention in mentions]
    assert all(a.span.end <= b.span.start for a, b in pairwise(mentions))
