"""Alignment: which predicted row answers which gold row of one article."""

from collections.abc import Sequence
from dataclasses import dataclass

from extract.evaluation.annotations import GoldRow
from extract.evaluation.predictions import Row, equivalent_span_of, span_of
from extract.spans import Span

SLACK = 24  # characters that a span may have beyond twice the other's, before it points nowhere


@dataclass(frozen=True)
class Pair:
    """A gold row and its answer: one of the two is None where gold was missed or nothing was asked."""

    gold: GoldRow | None
    predicted: Row | None


def align(gold: Sequence[GoldRow], predicted: Sequence[Row]) -> tuple[Pair, ...]:
    """Pairs rows of one kind, greedily by overlap; each answers at most one.

    Equivalents count as part of a row, yet a pair whose main spans overlap comes before one that only an equivalent joins.

    Returns:
        The pairs, then gold without answer, then answers without gold.
    """
    candidates = []
    for i, row in enumerate(gold):
        for j, answer in enumerate(predicted):
            main, either = _overlap(row, answer)
            if row.kind == answer.get("kind") and either > 0:
                candidates.append(((main, either), -abs(row.span.start - span_of(answer).start), i, j))
    pairs = []
    unanswered, unasked = dict(enumerate(gold)), dict(enumerate(predicted))
    for _, _, i, j in sorted(candidates, reverse=True):
        if i in unanswered and j in unasked:
            pairs.append(Pair(unanswered.pop(i), unasked.pop(j)))
    missed = [Pair(row, None) for row in unanswered.values()]
    extra = [Pair(None, row) for row in unasked.values()]
    return (*pairs, *missed, *extra)


def _overlap(row: GoldRow, answer: Row) -> tuple[int, int]:
    """Characters that the two quantities share, and the most that any of their spans share."""
    mine = [span for span in (row.span, row.equivalent_span) if span]
    theirs = [span for span in (span_of(answer), equivalent_span_of(answer)) if span]
    either = max(_shared(a, b) for a in mine for b in theirs)
    shorter, longer = sorted((mine[0].end - mine[0].start, theirs[0].end - theirs[0].start))
    main = _shared(mine[0], theirs[0]) if longer <= 2 * shorter + SLACK else 0
    return main, either


def _shared(a: Span, b: Span) -> int:
    return max(0, min(a.end, b.end) - max(a.start, b.start))
