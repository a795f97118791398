"""Quick words: tags, parts of speech, morphology and lemmas are what spaCy says without a memory."""

from typing import Any

import pytest
import spacy
from spacy.language import Language

from extract.facts.parsing.default_model import DEFAULT_MODEL
from extract.facts.parsing.quick_words import is_simple, remember_words
from extract.facts.pipeline import load_model

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


def words_of(nlp: Language) -> Any:
    return nlp.get_pipe("attribute_ruler")


def test_a_memory_changes_nothing(nlp: Language) -> None:
    plain = spacy.load(DEFAULT_MODEL, exclude=["senter", "ner"])
    for text in TEXTS * 2:
        told = [each(text, disable=["ner"]).to_array(ATTRIBUTES).tolist() for each in (nlp, plain)]
        assert told[0] == told[1]


def test_what_is_known_is_not_asked_again(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    known = nlp(TEXTS[0])
    monkeypatch.setattr(words_of(nlp), "_ask", None)
    assert [(token.pos_, token.lemma_) for token in nlp(TEXTS[0])] == [(token.pos_, token.lemma_) for token in known]


def test_a_full_memory_is_emptied(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extract.facts.parsing.quick_words.MOST", 0)
    assert [token.lemma_ for token in nlp("It has paid.")] == ["it", "have", "pay", "."]


def test_a_lemmatizer_that_stands_elsewhere_is_left_alone() -> None:
    nlp = spacy.load(DEFAULT_MODEL, exclude=["senter", "ner"])
    lemmatizer = nlp._components.pop(nlp.pipe_names.index("lemmatizer"))
    nlp._components.insert(0, lemmatizer)
    remember_words(nlp)
    assert nlp.pipe_names[0] == "lemmatizer"
    assert words_of(nlp)._lemmatizer is None


@pytest.mark.parametrize("tokens", SIMPLE)
def test_a_rule_of_one_token_is_simple(tokens: list[dict[str, Any]]) -> None:
    assert is_simple(tokens)


@pytest.mark.parametrize("tokens", NOT_SIMPLE)
def test_other_rules_are_not(tokens: list[dict[str, Any]]) -> None:
    assert not is_simple(tokens)


def test_rules_of_two_tokens_are_tried_where_one_can_begin(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[str] = []
    monkeypatch.setattr(words_of(nlp), "_others", lambda doc, **_: tried.append(doc.text))
    for text in ("The bank has paid.", "They are gonna pay.", "There is $5 left."):
        nlp(text)
    assert tried == ["They are gonna pay.", "There is $5 left."]
