"""Reliability: confidences and what was right enter; how far the ones are from the other leaves.

A confidence is reliable if, of all answers with a confidence of 0.8, eight in ten are right. The distance from that, averaged over
bins of equally many answers, is the expected calibration error.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import mean

from extract.evaluation.alignment import Pair, align
from extract.evaluation.annotations import GoldArticle
from extract.evaluation.predictions import Row, RowsByDoc
from extract.evaluation.scoring import CARD, is_right
from extract.facts.confidence import ROW, SLOTS

BINS = 10

Answers = Mapping[str, Sequence[tuple[float, bool]]]  # by slot, or `row`: confidence, and whether the answer was right


@dataclass(frozen=True, slots=True)
class Reliability:
    """How far the confidences of a slot, or of the row, are from how often it is right.

    Args:
        slot: the slot, or `row`.
        asked: how many answers.
        confidence: their mean confidence.
        right: share of them that is right.
        error: expected calibration error over `BINS` bins of equally many answers.
    """

    slot: str
    asked: int
    confidence: float
    right: float
    error: float


def reliability(gold: Iterable[GoldArticle], rows: RowsByDoc) -> tuple[Reliability, ...]:
    """How well the confidences of rows fit gold; none for rows without `confidence` and `confidences`.

    A row that gold does not have is a wrong quantity and a wrong row; of its other slots nothing is known.
    """
    answers: dict[str, list[tuple[float, bool]]] = defaultdict(list)
    for article in gold:
        for pair in align(article.rows, rows.get(article.id, ())):
            if pair.predicted is not None and (pair.gold is None or not pair.gold.optional):
                for slot, confidence in _confidences(pair.predicted).items():
                    if pair.gold is not None or slot in ("amount", ROW):
                        answers[slot].append((confidence, _is_right(pair, slot)))
    return reliabilities(answers)


def _confidences(row: Row) -> dict[str, float]:
    """The confidences of a row's slots and, under `row`, its own."""
    slots, whole = row.get("confidences"), row.get("confidence")
    found = json.loads(slots) if isinstance(slots, str) else {}
    return {**found, ROW: float(whole)} if isinstance(whole, int | float) else found


def _is_right(pair: Pair, slot: str) -> bool:
    asked = CARD if slot == ROW else ("quantity",) if slot == "amount" else (slot,)
    return all(is_right(pair, each) for each in asked)


def reliabilities(answers: Answers) -> tuple[Reliability, ...]:
    """The reliability of each slot that has answers, in column order, and of the row."""
    return tuple(
        Reliability(slot, len(found), mean(c for c, _ in found), mean(right for _, right in found), calibration_error(found))
        for slot in (*SLOTS, ROW)
        if (found := answers.get(slot))
    )


def calibration_error(answers: Sequence[tuple[float, bool]], *, bins: int = BINS) -> float:
    """Expected calibration error: mean distance of confidence and share right, over bins of equally many answers.

    >>> calibration_error([(0.5, True), (0.5, False)], bins=1), calibration_error([(0.9, False), (0.9, False)], bins=1)
    (0.0, 0.9)
    """
    ordered = sorted(answers, key=lambda answer: answer[0])
    edges = [round(len(ordered) * i / bins) for i in range(bins + 1)]
    cut = [ordered[start:end] for start, end in pairwise(edges) if end > start]
    return sum(abs(sum(c for c, _ in each) - sum(right for _, right in each)) for each in cut) / max(len(ordered), 1)
