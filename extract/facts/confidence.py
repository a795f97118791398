"""Confidence: what filled the slots of a row enters; how likely each slot, and the row, is right leaves.

Where the ranker chose, its probability is the raw material; where a rule alone decides, how often that rule is right on annotated
articles. Both are one formula, the logistic function of `intercept + slope · logit(probability)`, with the numbers of each slot and
case in `extract/data/confidence.tsv`, which `newsfacts train --confidence` measures on articles that took no part in the training.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from extract.lexicons import read_table

SLOTS = ("amount", "per", "base", "actor", "action", "status", "recipient", "programme", "date", "source")
CARD = ("amount", "actor", "programme", "date")  # the slots of "Lithuania, EUR 20M, Danish model, 2025-03-01"
ROW = "row"  # all of `CARD` right
FILLED, EMPTY = "filled", "empty"  # cases of a slot that the ranker fills or leaves empty
NO_RULE = "none"  # case of a slot that no rule fills
OTHER = "*"  # case of a rule that was never seen
SURE = 1e-4  # no probability is nearer to 0 or 1


@dataclass(frozen=True, slots=True)
class Signal:
    """What filled a slot, or left it empty.

    Args:
        case: the rule that decided or, for the ranker's choice, `filled` or `empty`.
        probability: the ranker's; None where a rule alone decides.
    """

    case: str
    probability: float | None = None


@dataclass(frozen=True, slots=True)
class Curve:
    """How the probability of a case becomes a confidence.

    Args:
        intercept: log-odds at even odds; for a rule, of being right.
        slope: how much the ranker's log-odds count.
        asked: how many answers it was measured on.
        right: how many of them were right.
    """

    intercept: float
    slope: float
    asked: int = 0
    right: int = 0

    def __call__(self, probability: float | None) -> float:
        """The confidence, 0 to 1."""
        return _logistic(self.intercept + self.slope * (0.0 if probability is None else log_odds(probability)))


Signals = Mapping[str, Signal]
Calibration = Mapping[str, Mapping[str, Curve]]  # slot → case → curve


def log_odds(probability: float) -> float:
    """The logit of a probability, kept from infinity."""
    held = min(max(probability, SURE), 1 - SURE)
    return math.log(held / (1 - held))


def _logistic(score: float) -> float:
    return 1 / (1 + math.exp(-score))


@cache
def shipped_calibration() -> Calibration:
    """The calibration that comes with the program."""
    curves: dict[str, dict[str, Curve]] = {}
    for row in read_table("confidence"):
        curve = Curve(float(row["intercept"]), float(row["slope"]), int(row["asked"]), int(row["right"]))
        curves.setdefault(row["slot"], {})[row["case"]] = curve
    return MappingProxyType(curves)


def slot_confidence(slot: str, signal: Signal, calibration: Calibration) -> float:
    """How likely a slot is right, 0 to 1; a slot without a curve keeps the ranker's probability, or even odds."""
    curves = calibration.get(slot, {})
    curve = curves.get(signal.case) or curves.get(OTHER) or Curve(0.0, 1.0)
    return curve(signal.probability)


def card_product(signals: Signals, calibration: Calibration) -> float:
    """The product of the confidences of the card's slots: what the row's would be if its slots erred independently."""
    return math.prod(slot_confidence(slot, signals[slot], calibration) for slot in CARD if slot in signals)


def confidences(signals: Signals, calibration: Calibration) -> dict[str, float]:
    """How likely each slot is right and, under `row`, the card row: quantity, actor, programme and date all right."""
    found = {slot: slot_confidence(slot, signals[slot], calibration) for slot in SLOTS if slot in signals}
    return {**found, ROW: slot_confidence(ROW, Signal(OTHER, card_product(signals, calibration)), calibration)}
