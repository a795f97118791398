"""How likely slots and rows are right: curves, cases without one, the row as the product of its card."""

import pytest

from extract.facts.confidence import (
    SLOTS,
    Curve,
    Signal,
    card_product,
    confidences,
    shipped_calibration,
    slot_confidence,
)

CALIBRATION = {
    "actor": {"filled": Curve(0.0, 1.0), "*": Curve(0.0, 0.0)},
    "date": {"filled": Curve(0.0, 0.5), "empty": Curve(1.0, 1.0)},
    "per": {"rate-per": Curve(2.1972, 0.0), "*": Curve(-2.1972, 0.0)},
    "row": {"*": Curve(0.0, 2.0)},
}

SLOT = [
    # The probability as it is, drawn to even odds, shifted.
    ("actor", Signal("filled", 0.8), 0.8),
    ("date", Signal("filled", 0.8), 0.6667),
    ("date", Signal("empty", 0.5), 0.7311),
    # A rule alone: how often it is right, whatever the probability.
    ("per", Signal("rate-per"), 0.9),
    # A rule that was never seen has the slot's average, a slot without curves the probability.
    ("per", Signal("rate-new"), 0.1),
    ("source", Signal("filled", 0.7), 0.7),
    ("programme", Signal("none"), 0.5),
    # Nothing is certain.
    ("actor", Signal("filled", 1.0), 0.9999),
    ("actor", Signal("filled", 0.0), 0.0001),
]


@pytest.mark.parametrize(("slot", "signal", "expected"), SLOT)
def test_slot(slot: str, signal: Signal, expected: float) -> None:
    assert round(slot_confidence(slot, signal, CALIBRATION), 4) == expected


def test_row() -> None:
    signals = {"source": Signal("filled", 0.3), "actor": Signal("filled", 0.8), "date": Signal("empty", 0.5)}
    assert round(card_product(signals, CALIBRATION), 4) == 0.5848
    found = {slot: round(each, 4) for slot, each in confidences(signals, CALIBRATION).items()}
    assert list(found.items()) == [("actor", 0.8), ("date", 0.7311), ("source", 0.3), ("row", 0.6649)]


def test_shipped_curves_rise_with_the_probability() -> None:
    calibration = shipped_calibration()
    assert calibration.keys() == {*SLOTS, "row"}
    assert all(curve.slope >= 0 and 0 <= curve.right <= curve.asked for curves in calibration.values() for curve in curves.values())
