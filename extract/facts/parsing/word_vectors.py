"""Word vectors: the first layer of spaCy's models with a memory. It sees one word at a time, and news repeats its words.

The hashes of a word's form, prefix, suffix and shape and its static vector are mixed to the vector that the layers above see beside
those of its neighbours. That is two fifths of a model's work, and depends on nothing but the word and whether a space follows.
"""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab
from thinc.api import Model, NumpyOps

Floats = NDArray[np.float32]
Words = NDArray[np.uint64]  # a row each, of the attributes `OF_THE_WORD`

OF_THE_WORD = ("ORTH", "NORM", "SPACY")  # they decide the others that a layer may ask for
ASKED = frozenset({*OF_THE_WORD, "PREFIX", "SUFFIX", "SHAPE", "IS_SPACE", "LOWER"})
PARTS = frozenset(  # what the layer may be made of, so that it sees single words alone
    {
        "extract_features",
        "list2ragged",
        "ints-getitem",
        "hashembed",
        "static_vectors",
        "maxout",
        "layernorm",
        "dropout",
        "ragged2list",
    }
)
MIX = np.array([0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 1], dtype=np.uint64)  # odd numbers that make one key of three
MOST = 50_000  # words of which the vectors are kept: 20 MB


def remember_vectors(nlp: Language) -> None:
    """Give the first layer of the models of a pipeline a memory, where it sees single words alone."""
    for _, component in nlp.pipeline:
        model = getattr(component, "model", None)
        for layer in list(model.walk()) if isinstance(model, Model) else ():
            if layer.has_ref("embed") and sees_single_words(layer.get_ref("embed")):
                embed = layer.get_ref("embed")
                embed._func = Memory(embed._func)


def sees_single_words(embed: Model[Any, Any]) -> bool:
    """Whether what a layer makes of a word depends on that word alone; not on a GPU."""
    leaves = [part for part in embed.walk() if not part.layers]
    columns = {column for part in leaves for column in part.attrs.get("columns", ())}
    return isinstance(embed.ops, NumpyOps) and {part.name for part in leaves} <= PARTS and columns <= ASKED


class Memory:
    """The layer's forward pass; the vectors of words that it has met are not made again."""

    def __init__(self, forward: Callable[..., Any]) -> None:
        self._forward = forward
        self._rows: dict[int, int] = {}
        self._vectors: Floats | None = None

    def __call__(self, model: Model[Any, Any], docs: Sequence[Doc], *, is_train: bool) -> Any:
        """The vectors of each document's words."""
        if is_train or not any(len(doc) for doc in docs):
            return self._forward(model, docs, is_train=is_train)
        words = np.concatenate([doc.to_array(list(OF_THE_WORD)) for doc in docs])
        keys = (words * MIX).sum(axis=1, dtype=np.uint64).tolist()
        if self._vectors is None or len(self._rows) + len(keys) > len(self._vectors):
            self._vectors = np.zeros((MOST + len(keys), model.get_dim("nO")), dtype=np.float32)
            self._rows.clear()
        rows, vectors = self._rows, self._vectors
        if new := {key: place for place, key in enumerate(keys) if key not in rows}:
            first = len(rows)
            rows.update(zip(new, range(first, first + len(new)), strict=True))
            vectors[first : len(rows)] = self._forward(
                model, [_document(docs[0].vocab, words[list(new.values())])], is_train=False
            )[0][0]
        found = vectors[[rows[key] for key in keys]]
        return np.split(found, np.cumsum([len(doc) for doc in docs])[:-1]), None


def _document(vocab: Vocab, words: Words) -> Doc:
    """A document of words that are no neighbours."""
    doc = Doc(vocab, words=[vocab.strings[form] for form in words[:, 0].tolist()], spaces=words[:, 2].astype(bool).tolist())
    return doc.from_array(["NORM"], words[:, 1])  # type: ignore[arg-type]
