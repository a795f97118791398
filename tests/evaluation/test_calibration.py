"""Calibration: rows beside gold, curves of what happened, and how they fit other articles."""

from decimal import Decimal

from extract.evaluation.annotations import GoldArticle, GoldRow
from extract.evaluation.calibration import (
    Judged,
    calibrate,
    calibration_table,
    cross_validated_reliability,
    judge,
)
from extract.facts.confidence import Signal, confidences
from extract.facts.fact import Fact
from extract.spans import Span

TEXT = "Norway paid $5 and lost $6. It owes $7. It owns $8."


def _gold(quote: str, **values: str) -> GoldRow:
    start = TEXT.index(quote)
    cells = {"amount": quote[1:], "currency": "USD", "actor": "Norway", "action": "pay", "status": "actual", **values}
    return GoldRow(Span(start, start + 2), quote, "money", {slot: (value,) for slot, value in cells.items()})


def _fact(quote: str, actor: str) -> Fact:
    start = TEXT.index(quote)
    span = Span(start, start + 2)
    money = {"kind": "money", "amount": Decimal(quote[1:]), "currency": "USD", "section": "body"}
    return Fact("a", span, quote, sentence=span, sentence_text=quote, actor=actor, action="pay", **money)  # type: ignore[arg-type]


def test_judge() -> None:
    optional = GoldRow(Span(48, 50), "$8", "money", {"amount": ("8",)}, optional=True)
    article = GoldArticle("a", TEXT, (_gold("$5"), _gold("$6"), optional))
    signals = {quote: {"actor": Signal(quote)} for quote in ("$5", "$6", "$7", "$8")}
    linked = [(_fact(quote, "Norway" if quote == "$5" else "Chad"), signals[quote]) for quote in signals]
    judged = judge(article, linked)
    told = [(each.signals["actor"].case, each.right["amount"], each.right.get("actor"), each.right["row"]) for each in judged]
    # A row that gold does not have is a wrong quantity of which no other slot is asked; an optional one is not judged.
    assert sorted(told, key=str) == [("$5", True, True, True), ("$6", True, False, False), ("$7", False, None, False)]


def _judged(doc_id: str, probability: float, *, right: bool, rule: str = "word") -> Judged:
    signals = {"amount": Signal(rule), "actor": Signal("filled", probability)}
    return Judged(doc_id, signals, {"amount": rule == "word", "actor": right, "row": right})


def test_calibrate() -> None:
    # The ranker says 0.9 and is right six times in ten, says 0.6 and is right four times in ten.
    rows = [_judged(str(i), 0.9, right=i % 10 < 6) for i in range(100)] + [
        _judged(str(i), 0.6, right=i % 10 < 4) for i in range(100)
    ]
    rows += [_judged("x", 0.9, right=False, rule="sign")]
    calibration = calibrate(rows)
    curve = calibration["actor"]["filled"]
    assert (curve.asked, curve.right) == (201, 100)
    assert [round(curve(probability), 1) for probability in (0.9, 0.6)] == [0.6, 0.4]
    # A rule seen once is drawn to the average, (200 + 1) / (201 + 2).
    assert round(calibration["amount"]["sign"](None), 3) == round(4 * (201 / 203) / 5, 3)
    assert round(calibration["amount"]["word"](None), 3) == 1.0
    assert round(confidences(rows[0].signals, calibration)["row"], 1) == 0.6


def test_calibrations_of_other_articles_fit() -> None:
    rows = [_judged(str(i), 0.9, right=i % 10 < 6) for i in range(100)]
    unseen = {each.slot: each for each in cross_validated_reliability(rows, {str(i): i // 10 % 2 for i in range(100)})}
    assert (unseen["actor"].asked, unseen["actor"].right) == (100, 0.6)
    assert round(unseen["actor"].error, 2) <= 0.01


def test_table() -> None:
    rows = [_judged(str(i), 0.9, right=True) for i in range(3)]
    lines = calibration_table(calibrate(rows)).splitlines()
    assert lines[1].split("\t") == ["slot", "case", "intercept", "slope", "asked", "right"]
    assert [line.split("\t")[:2] + line.split("\t")[4:] for line in lines[2:] if line.startswith("amount")] == [
        ["amount", "*", "3", "3"],
        ["amount", "word", "3", "3"],
    ]
