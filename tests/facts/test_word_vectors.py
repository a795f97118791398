"""Word vectors with a memory: what the models see is what they see without one."""

from typing import Any

import numpy as np
import pytest
import spacy
from spacy.language import Language
from thinc.api import Model

from extract.facts.parsing import word_vectors
from extract.facts.parsing.default_model import DEFAULT_MODEL
from extract.facts.parsing.word_vectors import Memory, sees_single_words
from extract.facts.pipeline import load_model

TEXTS = [
    "The bank has paid $5 million.",
    "The bank has paid $5 million. ",  # met again, with a space behind
    "",
    "They're gonna pay, y'all, and it ain't cheap: can't, cannot, Can't.",  # norms that are not the word's own
    "In New  York\n\nMr Lindt’s Ærø-based Zzyzx paid",  # white space that is a token, words without a static vector
]


@pytest.fixture(scope="module")
def plain() -> Language:
    with pytest.warns(UserWarning, match="W095"):
        return spacy.load(DEFAULT_MODEL)


def model_of(nlp: Language) -> Model[Any, Any]:
    tok2vec: Any = nlp.get_pipe("tok2vec")
    model: Model[Any, Any] = tok2vec.model
    return model


@pytest.mark.parametrize("most", [50_000, 1])
def test_a_memory_changes_nothing(plain: Language, most: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_vectors, "MOST", most)
    embed = model_of(plain).get_ref("embed")
    forward = embed._func
    memory = Memory(forward)
    for texts in (TEXTS, TEXTS, TEXTS[3:]):
        docs = [plain.make_doc(text) for text in texts]
        (found, _), (expected, _) = memory(embed, docs, is_train=False), forward(embed, docs, is_train=False)
        assert [len(each) for each in found] == [len(doc) for doc in docs]
        assert all(np.allclose(one, other, atol=1e-4) for one, other in zip(found, expected, strict=True))


def test_the_layers_of_the_default_model_have_one() -> None:
    nlp = load_model(DEFAULT_MODEL)
    assert isinstance(model_of(nlp).get_ref("embed")._func, Memory)
    assert not sees_single_words(model_of(nlp))  # the layers above see neighbours
