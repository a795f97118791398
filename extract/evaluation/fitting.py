"""Fitting the ranker: candidates of which gold accepts some enter; a weight for each feature leaves.

Maximises the likelihood that an accepted candidate is chosen, summed over all slots asked, with an L2 penalty, by L-BFGS. The
result depends on nothing but its input. Needs scipy (the extra `train`).
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from extract.facts.ranker import Candidate

MIN_COUNT = 5  # a feature seen in fewer questions says more about one article than about news
SMALLEST = 0.02  # weights nearer to zero change no choice and are left out of the table
BESIDE = 0.3  # how much a question of another kind counts; of 0.3 and 1 the better in cross-validation on news
ROUNDS = 100  # of the optimiser; the weights stand still well before

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Question:
    """One slot of one quantity: its candidates, and for each whether gold accepts it."""

    candidates: tuple[Candidate, ...]
    accepted: tuple[bool, ...]


def fit(questions: Sequence[Question], *, penalty: float, beside: Sequence[Question] = ()) -> dict[str, float]:
    """Weights of all features that are seen often enough; questions that no candidate answers are left out.

    Args:
        questions: of articles of the kind that is to be read.
        penalty: how strongly weights are held to zero.
        beside: questions of other articles, of which each counts `BESIDE`.
    """
    own = [question for question in questions if _teaches(question)]
    usable = [*own, *(question for question in beside if _teaches(question))]
    counts = Counter(feature for q in usable for feature in {f for c in q.candidates for f in c.features})
    columns = {feature: i for i, feature in enumerate(sorted(f for f, n in counts.items() if n >= MIN_COUNT))}
    if not columns:
        return {}
    candidates = [candidate for question in usable for candidate in question.candidates]
    indexes = [[columns[feature] for feature in sorted(set(candidate.features) & columns.keys())] for candidate in candidates]
    bounds = np.cumsum([0, *map(len, indexes)])
    matrix = csr_matrix(
        (np.ones(bounds[-1]), np.fromiter(chain.from_iterable(indexes), dtype=np.int64), bounds),
        shape=(len(candidates), len(columns)),
    )
    transposed = matrix.T.tocsr()
    is_right = np.array([accepted for question in usable for accepted in question.accepted])
    sizes = np.array([len(question.candidates) for question in usable])
    starts = np.cumsum(sizes) - sizes
    owner = np.repeat(np.arange(len(usable)), sizes)
    worth = np.where(np.arange(len(usable)) < len(own), 1.0, BESIDE)

    def shares(scores: Floats) -> tuple[Floats, Floats]:
        """Softmax within each question, and the log of each question's sum."""
        top = np.maximum.reduceat(scores, starts)
        powers = np.exp(scores - top[owner])
        sums = np.add.reduceat(powers, starts)
        return powers / sums[owner], np.log(sums) + top

    def loss(weights: Floats) -> tuple[float, Floats]:
        scores = matrix @ weights
        all_shares, all_logs = shares(scores)
        right_shares, right_logs = shares(np.where(is_right, scores, -1e9))
        gradient = transposed @ ((all_shares - np.where(is_right, right_shares, 0.0)) * worth[owner]) + penalty * weights
        return float((all_logs - right_logs) @ worth + penalty / 2 * weights @ weights), gradient

    best = minimize(loss, np.zeros(len(columns)), jac=True, method="L-BFGS-B", options={"maxiter": ROUNDS}).x
    return {feature: round(float(best[i]), 3) for feature, i in columns.items() if abs(best[i]) >= SMALLEST}


def _teaches(question: Question) -> bool:
    """Whether some candidates are right and some are wrong."""
    return any(question.accepted) and not all(question.accepted)
