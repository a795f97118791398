"""Word rules with a memory: what they say of each word is what spaCy's ruler says without one."""

from typing import Any

import pytest
from spacy.language import Language
from spacy.pipeline import AttributeRuler

from extract.facts.default_model import DEFAULT_MODEL
from extract.facts.pipeline import load_model
from extract.facts.word_rules import is_simple

ATTRIBUTES: list[int | str] = ["TAG", "POS", "MORPH", "LEMMA", "DEP"]
TEXTS = [
    "The bank has paid $5 million.",
    "The bank has paid $5 million.",  # met again
    "Has the bank paid $7 million?",  # words met, in another order
    "They're gonna pay, y'all, and it ain't cheap.",  # rules of two tokens
    "There was nothin' left: all that the 3% of them had was theirs.",  # a rule with a pattern for its form
    "To pay  $5 is to have paid.",  # white space that is a token
    "",
]
SIMPLE = [
    [{"TAG": "VBD"}],
    [{"TAG": {"REGEX": "^VB"}, "LOWER": {"IN": ["had", "was"]}}],
    [{"DEP": {"NOT_IN": ["det", ""]}, "TAG": "DT"}],
]
NOT_SIMPLE = [
    [{"LOWER": {"REGEX": "^n[ou]thin'$"}}],
    [{"LENGTH": 3}],
    [{"TAG": "VB", "OP": "+"}],
    [{"LOWER": "gon"}, {"LOWER": "na"}],
]


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load_model(DEFAULT_MODEL)


def ruler_of(nlp: Language) -> Any:
    return nlp.get_pipe("attribute_ruler")


def test_a_memory_changes_nothing(nlp: Language) -> None:
    ruler = ruler_of(nlp)
    for text in TEXTS * 2:
        plain, remembered = (nlp(text, disable=["attribute_ruler", "lemmatizer", "ner"]) for _ in range(2))
        ruler.set_annotations(plain, AttributeRuler.match(ruler, plain))
        lemmatizer = nlp.get_pipe("lemmatizer")
        told = [lemmatizer(doc).to_array(ATTRIBUTES).tolist() for doc in (plain, ruler(remembered))]
        assert told[0] == told[1]


def test_what_is_known_is_not_asked_again(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    known = nlp(TEXTS[0])
    monkeypatch.setattr(ruler_of(nlp).match.__self__, "_asked", None)
    assert [token.pos_ for token in nlp(TEXTS[0])] == [token.pos_ for token in known]


@pytest.mark.parametrize("tokens", SIMPLE)
def test_a_rule_of_one_token_is_simple(tokens: list[dict[str, Any]]) -> None:
    assert is_simple(tokens)


@pytest.mark.parametrize("tokens", NOT_SIMPLE)
def test_other_rules_are_not(tokens: list[dict[str, Any]]) -> None:
    assert not is_simple(tokens)


def test_rules_of_two_tokens_are_tried_where_one_can_begin(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[str] = []
    monkeypatch.setattr(ruler_of(nlp).match.__self__, "_others", lambda doc, **_: tried.append(doc.text))
    for text in ("The bank has paid.", "They are gonna pay.", "There is $5 left."):
        nlp(text)
    assert tried == ["They are gonna pay.", "There is $5 left."]
