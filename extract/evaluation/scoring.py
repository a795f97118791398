"""Scoring: gold and predicted rows enter; precision, recall and F1 leave, for quantities, spans, every slot and whole rows.

Slots are scored over the rows where gold or prediction fills them (MUC slot scoring): a slot left empty by both counts nowhere.
"""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass

from extract.evaluation.alignment import Pair, align
from extract.evaluation.annotations import GoldArticle, GoldRow
from extract.evaluation.folding import fold_code, fold_name, fold_number, is_empty
from extract.evaluation.predictions import Row, RowsByDoc, span_of

SLOTS = (
    "actor",
    "action",
    "status",
    "recipient",
    "programme",
    "date",
    "date_basis",
    "source",
    "qualifier",
    "equivalent",
    "per",
    "base",
)
NAMES = frozenset({"actor", "action", "recipient", "programme", "source", "base"})
CARD = ("quantity", "actor", "programme", "date")  # the slots of "Lithuania, EUR 20M, Danish model, 2025-03-01"
FULL = ("quantity", *SLOTS)
MEASURES = ("quantity", "span", *SLOTS, "card row", "full row")


@dataclass(frozen=True, slots=True)
class Tally:
    """How many answers were right, how many were given, how many were asked for."""

    right: int = 0
    predicted: int = 0
    gold: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(self.right + other.right, self.predicted + other.predicted, self.gold + other.gold)

    @property
    def precision(self) -> float:
        """Right answers among those given; 0 if none was given."""
        return self.right / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """Right answers among those asked for; 0 if none was asked for."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class Error:
    """A slot that is wrong, a row that was missed (no `predicted`), or one that nobody asked for (no `gold`)."""

    article: GoldArticle
    slot: str
    gold: GoldRow | None
    predicted: Row | None


@dataclass(frozen=True, slots=True)
class Scores:
    """Tallies by measure, in the order of `MEASURES`, and every error."""

    tallies: Mapping[str, Tally]
    errors: tuple[Error, ...]


def score(gold: Iterable[GoldArticle], rows: RowsByDoc) -> Scores:
    """Scores predicted rows; an article without rows counts as missed, an optional gold row counts nowhere."""
    tallies = dict.fromkeys(MEASURES, Tally())
    errors: list[Error] = []
    for article in gold:
        for pair in align(article.rows, rows.get(article.id, ())):
            if pair.gold is not None and pair.gold.optional:
                continue
            marks = _marks(pair)
            for measure, tally in marks.items():
                tallies[measure] += tally
            errors += [Error(article, slot, pair.gold, pair.predicted) for slot in _wrong(pair)]
    return Scores(tallies, tuple(errors))


def _marks(pair: Pair) -> dict[str, Tally]:
    """What one pair adds to each measure."""
    asked, given = int(pair.gold is not None), int(pair.predicted is not None)
    right = {slot: is_right(pair, slot) for slot in FULL}
    marks = {slot: _slot_tally(pair, slot) for slot in SLOTS}
    marks["quantity"] = Tally(int(right["quantity"]), given, asked)
    marks["span"] = Tally(int(_same_span(pair)), given, asked)
    marks["card row"] = Tally(int(all(right[slot] for slot in CARD)), given, asked)
    marks["full row"] = Tally(int(all(right.values())), given, asked)
    return marks


def _wrong(pair: Pair) -> list[str]:
    if pair.gold is None or pair.predicted is None:
        return ["quantity"]
    return [slot for slot in FULL if not is_right(pair, slot)]


def is_right(pair: Pair, slot: str) -> bool:
    """Whether a pair's row answers a slot as gold accepts it; never where either is missing."""
    if pair.gold is None or pair.predicted is None:
        return False
    if slot == "quantity":
        return _same_quantity(pair.gold, pair.predicted)
    return _given(pair.predicted, slot) in _asked(pair.gold, slot)


def _slot_tally(pair: Pair, slot: str) -> Tally:
    """A slot that gold may leave empty is asked for only if the prediction fills it rightly."""
    asked = _asked(pair.gold, slot) if pair.gold is not None else {None}
    given = _given(pair.predicted, slot) if pair.predicted is not None else None
    filled = int(given is not None)
    if given in asked:
        return Tally(filled, filled, filled)
    return Tally(0, filled, int(asked != {None}))


def _asked(row: GoldRow, slot: str) -> set[Hashable]:
    if slot == "equivalent":
        return {_equivalent(row.accepted("equivalent_amount")[0], row.accepted("equivalent_currency")[0])}
    return {_fold(slot, answer) for answer in row.accepted(slot)}


def _given(row: Row, slot: str) -> Hashable:
    if slot == "equivalent":
        return _equivalent(row.get("equivalent_amount"), row.get("equivalent_currency"))
    return _fold(slot, row.get(slot))


def _fold(slot: str, cell: object) -> Hashable:
    return fold_name(cell) if slot in NAMES else fold_code(cell)


def _equivalent(amount: object, currency: object) -> Hashable:
    return None if is_empty(amount) else (fold_number(amount), fold_code(currency))


def _same_quantity(gold: GoldRow, row: Row) -> bool:
    unit = row.get("unit") if row.get("kind") == "percent" else None
    return (
        fold_code(unit) in {fold_code(answer) for answer in gold.accepted("unit")}
        and fold_code(row.get("currency")) in {fold_code(answer) for answer in gold.accepted("currency")}
        and fold_number(row.get("amount")) in {fold_number(answer) for answer in gold.accepted("amount")}
        and fold_number(row.get("amount_to")) in {fold_number(answer) for answer in gold.accepted("amount_to")}
    )


def _same_span(pair: Pair) -> bool:
    return pair.gold is not None and pair.predicted is not None and pair.gold.span == span_of(pair.predicted)
