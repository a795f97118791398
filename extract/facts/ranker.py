"""The ranker: candidates for a slot enter, each with the rule that proposed it and its features; the likeliest leaves.

A conditional log-linear model: the probability of a candidate is the softmax, over the candidates of its slot, of the summed
weights of its features. The weights are a table, `extract/data/weights.tsv`, that `newsfacts train` makes from annotated
articles; a feature without a weight counts nothing. The probability is the confidence of the choice.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from extract.lexicons import read_table
from extract.spans import Span

FILLED = 0.3  # probability from which a candidate is preferred to leaving the slot empty
SURER = {"source": 0.4}  # the same for slots that are filled more surely than others, so that a guess pays later

Weights = Mapping[str, Mapping[str, float]]


@dataclass(frozen=True, slots=True)
class Candidate:
    """What could fill a slot.

    Args:
        value: the cell's value; None leaves the slot empty.
        rule: name of the rule that proposes it.
        features: what is known of it; strings such as `path=verb0:nsubj`.
        span: the words that it was read from; None where no words of the text say it.
    """

    value: str | None
    rule: str
    features: tuple[str, ...]
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """The candidate that was chosen, and how likely it is among the candidates of its slot."""

    candidate: Candidate
    probability: float


@cache
def shipped_weights() -> Weights:
    """The weights that come with the program: slot → feature → weight."""
    weights: dict[str, dict[str, float]] = {}
    for row in read_table("weights"):
        weights.setdefault(row["slot"], {})[row["feature"]] = float(row["weight"])
    return weights


def choose(slot: str, candidates: Sequence[Candidate], weights: Weights) -> Choice:
    """The likeliest of a slot's candidates; of equals, the one proposed first.

    The empty candidate, whose value is None, only wins where no other reaches `FILLED` (or what `SURER` asks of its slot):
    an empty cell and a wrong one cost the same where the cell is to be filled, so that a guess pays from half of the F1 that a
    slot has.

    Raises:
        ValueError: there are no candidates; propose at least the empty one.
    """
    if not candidates:
        raise ValueError(f"no candidates for {slot}; propose at least Candidate(None, ...)")
    table = weights.get(slot, {})
    known = table.get
    scores = [sum([known(feature, 0.0) for feature in candidate.features]) for candidate in candidates]
    top = max(scores)
    powers = [math.exp(score - top) for score in scores]
    best = scores.index(top)
    if candidates[best].value is None:
        filled = max((i for i, each in enumerate(candidates) if each.value is not None), key=scores.__getitem__, default=best)
        if powers[filled] >= SURER.get(slot, FILLED) * sum(powers):
            best = filled
    return Choice(candidates[best], powers[best] / sum(powers))
