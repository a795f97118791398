"""Scores as text: the table of measures, and errors with the words around them."""

from collections.abc import Iterable

from extract.evaluation.annotations import GoldRow
from extract.evaluation.predictions import Row, span_of
from extract.evaluation.reliability import Reliability
from extract.evaluation.scoring import Error, Scores

AROUND = 110  # characters shown on each side of an error
QUANTITY = ("amount", "amount_to", "currency", "unit")
EQUIVALENT = ("equivalent_amount", "equivalent_currency")


def render(scores: Scores) -> str:
    """Precision, recall and F1 of every measure, one line each."""
    lines = [f"{'':<12}{'P':>7}{'R':>7}{'F1':>7}   right/predicted/gold"]
    for measure, tally in scores.tallies.items():
        figures = f"{tally.precision:7.3f}{tally.recall:7.3f}{tally.f1:7.3f}"
        lines.append(f"{measure:<12}{figures}   {tally.right}/{tally.predicted}/{tally.gold}")
    return "\n".join(lines)


def render_reliability(several: Iterable[Reliability]) -> str:
    """Of each slot, and of the row: how many answers, their mean confidence, the share that is right, the calibration error."""
    lines = [f"{'confidence':<12}{'asked':>7}{'mean':>10}{'right':>8}{'error':>8}"]
    lines += [f"{each.slot:<12}{each.asked:>7}{each.confidence:>10.3f}{each.right:>8.3f}{each.error:>8.3f}" for each in several]
    return "\n".join(lines)


def render_errors(scores: Scores, *, limit: int, slot: str | None = None) -> str:
    """Up to `limit` errors, of one slot or of all, each with the text around it."""
    chosen = [error for error in scores.errors if slot in (None, error.slot)]
    return "\n".join(_render_error(error) for error in chosen[:limit])


def _render_error(error: Error) -> str:
    text = error.article.text
    if error.gold is not None:
        span = error.gold.span
    elif error.predicted is not None:
        span = span_of(error.predicted)
    else:
        raise ValueError("an error has a gold row, a predicted row or both")
    before = text[max(0, span.start - AROUND) : span.start]
    after = text[span.end : span.end + AROUND]
    around = f"{before}[[{span.of(text)}]]{after}".replace("\n", " ⏎ ")
    return f"{error.article.id} {span.start}-{span.end} {error.slot}: {_difference(error)}\n    … {around} …"


def _difference(error: Error) -> str:
    if error.predicted is None:
        return "missed"
    if error.gold is None:
        return "not asked for"
    slots = {"quantity": QUANTITY, "equivalent": EQUIVALENT}.get(error.slot, (error.slot,))
    return f"want {_wanted(error.gold, slots)}, have {_had(error.predicted, slots)}"


def _wanted(row: GoldRow, slots: Iterable[str]) -> str:
    return ", ".join("|".join(answer or "" for answer in row.accepted(slot)) or "nothing" for slot in slots)


def _had(row: Row, slots: Iterable[str]) -> str:
    return ", ".join(str(row.get(slot) or "nothing") for slot in slots)
