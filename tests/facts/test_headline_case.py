"""Headlines as a sentence would write them: by the words of the article's own sentences and by the vocabulary."""

import pytest

from extract.facts.parsing.headline_case import Writing, is_headline, sentence_case

BODY = (
    "Economists say the Bank of Norway will wait. Lindt said it owes the World Bank $5 million.",
    "The bank of the village, the only bank of a member of NATO and of the EU, fell silent in Paris.",
    "No bank opened. Apple said nothing.",
)

CASES = [
    # Verbs and nouns that the vocabulary knows; names of the article's sentences.
    ("Lindt Hikes Prices 5% in Paris", "Lindt hikes prices 5% in Paris"),
    ("LINDT SEES PROFIT AT 5 MLN IN PARIS", "Lindt sees profit at 5 mln in Paris"),
    # A word that the sentences write both ways keeps its capital beside the neighbour that it has there.
    ("World Bank Lends Lindt $5 Million", "World Bank lends Lindt $5 million"),
    ("Lindt Bank Lends Money to a Village", "Lindt bank lends money to a village"),
    # A word that only begins sentences is no common word for this article; nor is a country or a given name.
    ("Rivals of Apple Fine Norway", "Rivals of Apple fine Norway"),
    # Short forms, figures and what nobody knows.
    ("EU FINES NATO OVER U.S. DEBT", "EU fines NATO over U.S. debt"),
    ("Zorvex Pledges $100B for 5G and GDP", "Zorvex pledges $100B for 5G and GDP"),
    ("ZORVEX PAYS PARIS'S DEBT", "Zorvex pays Paris's debt"),
]


@pytest.mark.parametrize(("line", "expected"), CASES)
def test_sentence_case(line: str, expected: str) -> None:
    assert sentence_case(line, Writing.of(BODY)) == expected


HEADLINES = [
    ("Lindt Raises Prices of Chocolate by 5%", False, True),
    ("LINDT RAISES PRICES", False, True),
    ("Lindt raises prices of chocolate by 5%", True, False),
    # Few words are enough above the article only.
    ("Lindt Profit Soars 5%", True, True),
    ("Lindt Profit Soars 5%", False, False),
    # A sentence of names.
    ("Lindt pays Norway.", True, False),
    ("Photograph by Lindt", False, False),
]


@pytest.mark.parametrize(("line", "title", "expected"), HEADLINES)
def test_is_headline(line: str, title: bool, expected: bool) -> None:  # noqa: FBT001
    assert is_headline(line, title=title) is expected
