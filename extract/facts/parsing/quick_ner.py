"""Quick NER: spaCy's entity recogniser with a decoder of its own for whole batches; the entities are the same, in half the time.

The recogniser goes from token to token and weighs all its 74 moves at each, of which the state allows few: outside an entity it may
begin one, take the token for one or pass on, within one it may only go on or end it. What it sees are the next token, the first of
the open entity and the one before the next. So all tokens are weighed at once as if no entity were open, then all entities that
could begin are followed together, a token further at each step, and last it is read off which of them do begin.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.pipeline import EntityRecognizer
from spacy.tokens import Doc
from spacy.tokens import Span as DocSpan
from spacy.util import minibatch

Floats = NDArray[np.float32]
Numbers = NDArray[np.int64]
Flags = NDArray[np.bool_]

NAME = "ner"
FEATURES = 3  # tokens that a state shows to the model
NEVER = -np.inf


def quicken_ner(nlp: Language) -> None:
    """Let the entity recogniser of a pipeline decode whole batches, if it is of the kind that is understood here."""
    nlp._components = [
        (name, QuickNer(component) if name == NAME and is_usual(component) else component) for name, component in nlp._components
    ]


def is_usual(ner: Any) -> bool:
    """Whether a recogniser is greedy, has three features, an upper layer and no class that it was not trained for; on no GPU."""
    if type(ner) is not EntityRecognizer or ner.cfg["beam_width"] != 1 or ner.model.attrs.get("unseen_classes"):
        return False
    lower = ner.model.get_ref("lower") if ner.model.attrs.get("has_upper") else None
    return lower is not None and lower.get_dim("nF") == FEATURES and isinstance(lower.get_param("b"), np.ndarray)


@dataclass(frozen=True)
class Moves:
    """The classes of a recogniser by what they do; those of a move stand in the order of the labels.

    Args:
        labels: of the entities.
        begin: classes that begin an entity of several tokens.
        go_on: classes that stay in it.
        end: classes that end it.
        alone: classes that take a token for one.
        never: classes that no state without an open entity allows.
    """

    labels: tuple[str, ...]
    begin: Numbers
    go_on: Numbers
    end: Numbers
    alone: Numbers
    never: Numbers

    @classmethod
    def of(cls, ner: Any) -> "Moves":
        """The classes as a recogniser numbers them."""
        names = [ner.moves.get_class_name(number) for number in range(ner.moves.n_moves)]
        labels = tuple(name[2:] for name in names if name.startswith("B-"))
        begin, go_on, end, alone = (np.array([names.index(f"{move}-{label}") for label in labels]) for move in "BILU")
        allowed = {*begin.tolist(), *alone.tolist(), names.index("O")}
        return cls(labels, begin, go_on, end, alone, np.array([number for number in range(len(names)) if number not in allowed]))


class QuickNer:
    """The component that takes the place of a recogniser.

    Args:
        ner: the recogniser, whose model is asked.
    """

    def __init__(self, ner: Any) -> None:
        self._ner = ner
        self._moves = Moves.of(ner)
        self._tokens, self._lower, self._upper = (ner.model.get_ref(name) for name in ("tok2vec", "lower", "upper"))

    def __call__(self, doc: Doc) -> Doc:
        """Set the entities of a document."""
        return next(self.pipe([doc]))

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 128) -> Iterator[Doc]:
        """Set the entities of documents, in batches; one that has entities already is left to the recogniser itself."""
        for batch in minibatch(stream, batch_size):  # type: ignore[no-untyped-call]
            docs = list(batch)
            fresh = [doc for doc in docs if len(doc) and not doc.has_annotation("ENT_IOB")]
            if fresh:
                for doc, found in zip(fresh, self.predict(fresh), strict=True):
                    doc.set_ents(found)
            yield from (doc if doc.has_annotation("ENT_IOB") else self._ner(doc) for doc in docs)

    def predict(self, docs: Sequence[Doc]) -> Iterator[list[DocSpan]]:
        """The entities of each document; documents have tokens and no entities."""
        told = np.concatenate([doc.to_array(["IS_SPACE", "SENT_START"]) for doc in docs])
        borders = np.cumsum([len(doc) for doc in docs])
        closed = np.append(told[1:, 1] == 1, True)  # no entity goes on behind these
        closed[borders - 1] = True
        ends, labels = self._decoded(self._lower.predict(self._tokens.predict(docs)), told[:, 0] == 1, closed)
        for doc, border in zip(docs, borders.tolist(), strict=True):
            first = place = border - len(doc)
            entities = []
            while place < border:
                if ends[place]:
                    entities.append(DocSpan(doc, place - first, ends[place] - first, label=self._moves.labels[labels[place]]))
                place = ends[place] or place + 1
            yield entities

    def _decoded(self, parts: Floats, space: Flags, closed: Flags) -> tuple[list[int], list[int]]:
        """For each token the end of the entity that begins there if none is open, 0 if none does, and the number of its label.

        Args:
            parts: what the padding and then each token adds to a state at each place of its features.
            space: tokens that are white space, at which no entity begins.
            closed: tokens behind which no entity goes on.
        """
        moves, padding = self._moves, parts[0]
        scores = self._scores(parts[1:, 0] + padding[1] + padding[2])
        scores[:, moves.never] = NEVER
        scores[np.ix_(space, moves.alone)] = NEVER
        scores[np.ix_(space | closed, moves.begin)] = NEVER
        kinds = np.full(scores.shape[1], -1)
        kinds[moves.begin] = kinds[moves.alone] = np.arange(len(moves.labels))
        guesses = scores.argmax(axis=1)
        labels = kinds[guesses]
        ends = np.where(labels >= 0, np.arange(1, len(guesses) + 1), 0)
        starts = np.flatnonzero(np.isin(guesses, moves.begin))
        places = starts + 1
        while len(starts):
            scores = self._scores(parts[places + 1, 0] + parts[starts + 1, 1] + parts[places, 2])
            rows, label = np.arange(len(starts)), labels[starts]
            ended = closed[places] | (scores[rows, moves.end[label]] > scores[rows, moves.go_on[label]])
            ends[starts[ended]] = places[ended] + 1
            starts, places = starts[~ended], places[~ended] + 1
        return ends.tolist(), labels.tolist()

    def _scores(self, features: Floats) -> Floats:
        """What each class is worth in states, of the sums of their features."""
        pieces = np.moveaxis(features + self._lower.get_param("b"), -1, 0)
        scores: Floats = self._upper.predict(reduce(np.maximum, pieces))  # `max` along so short an axis takes five times as long
        return scores
