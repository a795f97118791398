"""Fitting the ranker: candidates of which gold accepts some enter; a weight for each feature leaves.

Maximises the likelihood that an accepted candidate is chosen, summed over all slots asked, with an L2 penalty, by L-BFGS. The
result depends on nothing but its input. Needs scipy (the extra `train`).
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from extract.facts.ranker import Candidate

MIN_COUNT = 3  # a feature seen in fewer questions says more about one article than about news
SMALLEST = 0.02  # weights nearer to zero change no choice and are left out of the table


@dataclass(frozen=True, slots=True)
class Question:
    """One slot of one quantity: its candidates, and for each whether gold accepts it."""

    candidates: tuple[Candidate, ...]
    accepted: tuple[bool, ...]


def fit(questions: Sequence[Question], *, penalty: float = 1.0) -> dict[str, float]:
    """Weights of all features that are seen often enough; questions that no candidate answers are left out."""
    usable = [question for question in questions if any(question.accepted) and not all(question.accepted)]
    counts = Counter(feature for q in usable for feature in {f for c in q.candidates for f in c.features})
    columns = {feature: i for i, feature in enumerate(sorted(f for f, n in counts.items() if n >= MIN_COUNT))}
    if not columns:
        return {}
    rows: list[int] = []
    cols: list[int] = []
    owners: list[int] = []
    right: list[bool] = []
    for number, question in enumerate(usable):
        for candidate, accepted in zip(question.candidates, question.accepted, strict=True):
            for feature in set(candidate.features) & columns.keys():
                rows.append(len(owners))
                cols.append(columns[feature])
            owners.append(number)
            right.append(accepted)
    matrix = csr_matrix((np.ones(len(rows)), (rows, cols)), shape=(len(owners), len(columns)))
    owner, is_right = np.array(owners), np.array(right)
    starts = np.flatnonzero(np.r_[True, owner[1:] != owner[:-1]])

    def shares(scores: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Softmax within each question, and the log of each question's sum."""
        top = np.maximum.reduceat(scores, starts)
        powers = np.exp(scores - top[owner])
        sums = np.add.reduceat(powers, starts)
        return powers / sums[owner], np.log(sums) + top

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        scores = matrix @ weights
        all_shares, all_log = shares(scores)
        right_shares, right_log = shares(np.where(is_right, scores, -1e9))
        gradient = matrix.T @ (all_shares - np.where(is_right, right_shares, 0.0)) + penalty * weights
        return float((all_log - right_log).sum() + penalty / 2 * weights @ weights), gradient

    best = minimize(loss, np.zeros(len(columns)), jac=True, method="L-BFGS-B", options={"maxiter": 400}).x
    return {feature: round(float(best[i]), 3) for feature, i in columns.items() if abs(best[i]) >= SMALLEST}
