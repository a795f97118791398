"""Calibration: rows of annotated articles enter with what filled their slots; how likely each case is right leaves.

A confidence is calibrated if, of all answers with a confidence of 0.8, eight in ten are right. Needs scipy (the extra `train`).
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import minimize

from extract.evaluation.alignment import align
from extract.evaluation.annotations import GoldArticle
from extract.evaluation.predictions import span_of
from extract.evaluation.reliability import Reliability, reliabilities
from extract.evaluation.scoring import CARD, is_right
from extract.facts.confidence import OTHER, ROW, SLOTS, Calibration, Curve, Signals, card_product, confidences, log_odds
from extract.facts.fact import Fact
from extract.tables.rows import row_of_fact

SMOOTHING = 4.0  # answers of the slot's average that are added to those of each rule
PRIOR = 1.0  # how strongly curves are held to "the probability as it is"
HEADER = (
    "# Confidences, made by `newsfacts train --confidence`; see extract/facts/confidence.py. `right` of `asked` were right.\n"
    "slot\tcase\tintercept\tslope\tasked\tright\n"
)


@dataclass(frozen=True)
class Judged:
    """A row beside gold.

    Args:
        doc_id: its article.
        signals: what filled its slots.
        right: whether each slot is right and, under `row`, the card row; of a row that gold does not have, only these two are told.
    """

    doc_id: str
    signals: Signals
    right: Mapping[str, bool]


def judge(article: GoldArticle, linked: Sequence[tuple[Fact, Signals]]) -> tuple[Judged, ...]:
    """The rows of an article beside gold; optional gold rows and related stories are left out."""
    signals = {fact.span: filled for fact, filled in linked if fact.section != "related"}
    rows = [row_of_fact(fact) for fact, _ in linked if fact.section != "related"]
    found = []
    for pair in align(article.rows, rows):
        if pair.predicted is None or (pair.gold is not None and pair.gold.optional):
            continue
        right = {"amount": is_right(pair, "quantity"), ROW: all(is_right(pair, slot) for slot in CARD)}
        if pair.gold is not None:
            right |= {slot: is_right(pair, slot) for slot in SLOTS if slot != "amount"}
        found.append(Judged(article.id, signals[span_of(pair.predicted)], right))
    return tuple(found)


def calibrate(judged: Sequence[Judged]) -> Calibration:
    """Curves for each slot and case, and for the row."""
    calibration = {slot: _curves(slot, judged) for slot in SLOTS}
    pairs = [(card_product(each.signals, calibration), each.right[ROW]) for each in judged]
    return {**calibration, ROW: {OTHER: _fitted(pairs)}}


def _curves(slot: str, judged: Iterable[Judged]) -> dict[str, Curve]:
    cases: dict[str, list[tuple[float | None, bool]]] = defaultdict(list)
    for each in judged:
        if slot in each.signals and slot in each.right:
            signal = each.signals[slot]
            cases[signal.case].append((signal.probability, each.right[slot]))
    answers = [right for marks in cases.values() for _, right in marks]
    average = (sum(answers) + 1) / (len(answers) + 2)
    curves = {OTHER: Curve(round(log_odds(average), 3), 0.0, len(answers), sum(answers))}
    for case, marks in sorted(cases.items()):
        chosen = [(probability, right) for probability, right in marks if probability is not None]
        right = sum(right for _, right in marks)
        share = (right + SMOOTHING * average) / (len(marks) + SMOOTHING)
        curves[case] = _fitted(chosen) if chosen else Curve(round(log_odds(share), 3), 0.0, len(marks), right)
    return curves


def _fitted(pairs: Sequence[tuple[float, bool]]) -> Curve:
    """The logistic curve of probabilities that makes what happened likeliest (Platt's scaling)."""
    odds = np.array([log_odds(probability) for probability, _ in pairs])
    signs = np.array([1.0 if right else -1.0 for _, right in pairs])

    def loss(line: np.ndarray) -> float:
        penalty = PRIOR / 2 * (line[0] ** 2 + (line[1] - 1) ** 2)
        return float(np.logaddexp(0, -signs * (line[0] + line[1] * odds)).sum() + penalty)

    intercept, slope = minimize(loss, np.array([0.0, 1.0]), method="L-BFGS-B").x
    return Curve(round(float(intercept), 3), round(float(slope), 3), len(pairs), sum(right for _, right in pairs))


def cross_validated_reliability(judged: Sequence[Judged], part: Mapping[str, int]) -> tuple[Reliability, ...]:
    """How well calibrations fit that are made from all but one part of the articles, in that part.

    Args:
        judged: the rows.
        part: the part of each article.
    """
    answers: dict[str, list[tuple[float, bool]]] = defaultdict(list)
    for each_part in sorted(set(part.values())):
        calibration = calibrate([each for each in judged if part[each.doc_id] != each_part])
        for slot, found in _answers((each for each in judged if part[each.doc_id] == each_part), calibration).items():
            answers[slot] += found
    return reliabilities(answers)


def _answers(judged: Iterable[Judged], calibration: Calibration) -> dict[str, list[tuple[float, bool]]]:
    answers: dict[str, list[tuple[float, bool]]] = defaultdict(list)
    for each in judged:
        for slot, confidence in confidences(each.signals, calibration).items():
            if slot in each.right:
                answers[slot].append((confidence, each.right[slot]))
    return answers


def calibration_table(calibration: Calibration) -> str:
    """The curves as `extract/data/confidence.tsv` holds them."""
    rows = [
        f"{slot}\t{case}\t{curve.intercept:g}\t{curve.slope:g}\t{curve.asked}\t{curve.right}\n"
        for slot, curves in calibration.items()
        for case, curve in sorted(curves.items())
    ]
    return HEADER + "".join(rows)
