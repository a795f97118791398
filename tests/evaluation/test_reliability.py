"""Reliability: how far confidences are from what was right."""

import json
from collections.abc import Sequence

import pytest

from extract.evaluation.annotations import GoldArticle, GoldRow
from extract.evaluation.predictions import Row
from extract.evaluation.reliability import calibration_error, reliability
from extract.evaluation.report import render_reliability
from extract.spans import Span

ERRORS = [
    ([(0.5, True), (0.5, False)], 1, 0.0),
    ([(0.9, False), (0.9, False)], 1, 0.9),
    # One bin hides what two show.
    ([(0.2, True), (0.8, False)], 1, 0.0),
    ([(0.2, True), (0.8, False)], 2, 0.8),
    # Bins hold equally many answers, in the order of confidence; more bins than answers are as many as answers.
    ([(0.9, True), (0.1, False), (0.8, True), (0.2, False)], 2, 0.15),
    ([(0.75, True)], 10, 0.25),
    ([], 10, 0.0),
]


@pytest.mark.parametrize(("answers", "bins", "expected"), ERRORS)
def test_calibration_error(answers: Sequence[tuple[float, bool]], bins: int, expected: float) -> None:
    assert calibration_error(answers, bins=bins) == pytest.approx(expected)


TEXT = "Norway paid $5 and lost $6. It owes $7."


def _gold(start: int, *, optional: bool = False) -> GoldRow:
    quote = TEXT[start : start + 2]
    cells = {"amount": quote[1:], "currency": "USD", "actor": "Norway", "status": "actual"}
    return GoldRow(Span(start, start + 2), quote, "money", {slot: (value,) for slot, value in cells.items()}, optional=optional)


def _row(start: int, actor: str, confidence: float, confidences: dict[str, float]) -> Row:
    cells = {"doc_id": "a", "start": start, "end": start + 2, "kind": "money", "amount": TEXT[start + 1], "currency": "USD"}
    return {**cells, "actor": actor, "status": "actual", "confidence": confidence, "confidences": json.dumps(confidences)}


def test_reliability_of_rows() -> None:
    article = GoldArticle("a", TEXT, (_gold(12), _gold(36, optional=True)))
    rows = [
        _row(12, "Norway", 0.8, {"amount": 0.9, "actor": 0.6}),
        _row(24, "Norway", 0.4, {"amount": 0.7, "actor": 0.5}),  # a row that gold does not have: nothing is known of its actor
        _row(36, "Chad", 0.3, {"amount": 0.1, "actor": 0.1}),  # an optional row counts nowhere
    ]
    found = {each.slot: each for each in reliability([article], {"a": rows})}
    assert {slot: (each.asked, each.right) for slot, each in found.items()} == {
        "amount": (2, 0.5),
        "actor": (1, 1.0),
        "row": (2, 0.5),
    }
    assert [round(found[slot].confidence, 3) for slot in ("amount", "actor", "row")] == [0.8, 0.6, 0.6]
    assert [round(found[slot].error, 3) for slot in ("amount", "actor", "row")] == [0.4, 0.4, 0.3]
    assert render_reliability([found["row"]]).splitlines()[1].split() == ["row", "2", "0.600", "0.500", "0.300"]


def test_rows_without_confidences_have_none() -> None:
    row = {"doc_id": "a", "start": 12, "end": 14, "kind": "money", "amount": "5", "currency": "USD"}
    assert reliability([GoldArticle("a", TEXT, (_gold(12),))], {"a": [row]}) == ()
