import pytest

from extract.evaluation.annotations import GoldArticle, GoldRow
from extract.evaluation.predictions import Row, by_doc
from extract.evaluation.report import render, render_errors
from extract.evaluation.scoring import MEASURES, SLOTS, Scores, Tally, score
from extract.spans import Span

TEXT = "Norway lent Chad 5 million euros ($6 million) in 2024, and rates rose 2%."
LOAN = GoldRow(
    span=Span(17, 32),
    quote="5 million euros",
    kind="money",
    values={
        "amount": ("5000000",),
        "currency": ("EUR",),
        "equivalent_amount": ("6000000",),
        "equivalent_currency": ("USD",),
        "actor": ("Norway",),
        "action": ("lend",),
        "status": ("actual",),
        "recipient": (None, "Chad"),
        "date": ("2024",),
        "date_basis": ("event",),
    },
    equivalent_span=Span(34, 44),
    equivalent_quote="$6 million",
)
RATES = GoldRow(
    span=Span(70, 72),
    quote="2%",
    kind="percent",
    values={"amount": ("2",), "unit": ("percent",), "actor": ("rates",), "action": ("rise",), "status": ("actual",)},
)
FOUND_LOAN: Row = {
    "doc_id": "a",
    "start": 17,
    "end": 32,
    "kind": "money",
    "amount": "5000000",
    "currency": "EUR",
    "equivalent_amount": "6000000.00",
    "equivalent_currency": "USD",
    "actor": "the Norway",
    "action": "lend",
    "status": "actual",
    "date": "2024",
    "date_basis": "event",
}
FOUND_RATES: Row = {
    "doc_id": "a",
    "start": 70,
    "end": 72,
    "kind": "percent",
    "amount": "2",
    "unit": "percent",
    "actor": "rates",
    "action": "rise",
    "status": "actual",
}
RIGHT, MISSED, EXTRA, WRONG, SILENT = Tally(1, 1, 1), Tally(0, 0, 1), Tally(0, 1, 0), Tally(0, 1, 1), Tally()


def scores(gold: list[GoldRow], rows: list[Row]) -> Scores:
    return score([GoldArticle("a", TEXT, tuple(gold))], by_doc(rows))


ONE_PAIR = [
    ("quantity", {}, RIGHT),
    ("quantity", {"amount": "5000001"}, WRONG),
    ("quantity", {"amount_to": "6"}, WRONG),
    ("quantity", {"currency": "USD"}, WRONG),
    ("span", {}, RIGHT),
    ("span", {"end": 30}, WRONG),
    ("actor", {}, RIGHT),
    ("actor", {"actor": "Norge"}, WRONG),
    ("actor", {"actor": None}, MISSED),
    ("recipient", {}, SILENT),
    ("recipient", {"recipient": "Chad"}, RIGHT),
    ("recipient", {"recipient": "Mali"}, WRONG),
    ("programme", {}, SILENT),
    ("programme", {"programme": "Danish model"}, EXTRA),
    ("equivalent", {}, RIGHT),
    ("equivalent", {"equivalent_amount": None}, MISSED),
    ("equivalent", {"equivalent_currency": "GBP"}, WRONG),
    ("status", {"status": "planned"}, WRONG),
    ("card row", {"status": "planned"}, RIGHT),
    ("card row", {"date": None}, WRONG),
    ("card row", {"amount": None}, WRONG),
    ("full row", {}, RIGHT),
    ("full row", {"status": "planned"}, WRONG),
    ("full row", {"end": 30}, RIGHT),
]


@pytest.mark.parametrize(("measure", "change", "tally"), ONE_PAIR)
def test_one_pair(measure: str, change: dict[str, object], tally: Tally) -> None:
    assert scores([LOAN], [{**FOUND_LOAN, **change}]).tallies[measure] == tally


NOT_EMPTY = ("actor", "action", "status", "date", "date_basis", "equivalent")


@pytest.mark.parametrize("measure", MEASURES)
def test_missed_row(measure: str) -> None:
    asked = measure in NOT_EMPTY or measure not in SLOTS
    assert scores([LOAN], []).tallies[measure] == (MISSED if asked else SILENT)


@pytest.mark.parametrize("measure", MEASURES)
def test_row_not_asked_for(measure: str) -> None:
    given = measure in NOT_EMPTY or measure not in SLOTS
    assert scores([], [FOUND_LOAN]).tallies[measure] == (EXTRA if given else SILENT)


WHOLE = [
    ("two right", [LOAN, RATES], [FOUND_RATES, FOUND_LOAN], Tally(2, 2, 2)),
    ("a second answer is not asked for", [LOAN], [FOUND_LOAN, {**FOUND_LOAN, "start": 19}], Tally(1, 2, 1)),
    ("the better overlap answers", [LOAN], [{**FOUND_LOAN, "start": 19, "amount": "1"}, FOUND_LOAN], Tally(1, 2, 1)),
    ("of equal overlaps the nearer start", [LOAN], [{**FOUND_LOAN, "start": 10, "amount": "1"}, FOUND_LOAN], Tally(1, 2, 1)),
    ("of another kind", [LOAN], [{**FOUND_LOAN, "kind": "percent"}], Tally(0, 1, 1)),
    ("the equivalent leads to the row", [LOAN], [{**FOUND_LOAN, "start": 34, "end": 44}], Tally(1, 1, 1)),
    (
        "the predicted equivalent leads to it",
        [LOAN],
        [{**FOUND_LOAN, "start": 0, "end": 6, "equivalent_start": 34, "equivalent_end": 44}],
        Tally(1, 1, 1),
    ),
    ("beside it", [LOAN], [{**FOUND_LOAN, "start": 32, "end": 34}], Tally(0, 1, 1)),
    ("optional, found", [GoldRow(**{**LOAN.__dict__, "optional": True})], [FOUND_LOAN], Tally()),
    ("optional, missed", [GoldRow(**{**LOAN.__dict__, "optional": True})], [], Tally()),
    ("related", [], [{**FOUND_LOAN, "section": "related"}], Tally()),
    ("of an article that gold does not have", [LOAN], [{**FOUND_LOAN, "doc_id": "b"}], Tally(0, 0, 1)),
]


@pytest.mark.parametrize(("gold", "rows", "tally"), [case[1:] for case in WHOLE], ids=[case[0] for case in WHOLE])
def test_alignment(gold: list[GoldRow], rows: list[Row], tally: Tally) -> None:
    assert scores(gold, rows).tallies["quantity"] == tally


def test_long_span_points_nowhere() -> None:
    second = GoldRow(**{**LOAN.__dict__, "span": Span(0, 6), "equivalent_span": None})
    rows: list[Row] = [{**FOUND_LOAN, "start": 0, "end": 73}, {**FOUND_LOAN, "start": 5, "end": 7, "amount": "1"}]
    assert scores([second], rows).tallies["quantity"] == Tally(0, 2, 1)


@pytest.mark.parametrize(
    ("tally", "figures"),
    [(Tally(3, 4, 6), (0.75, 0.5, 0.6)), (Tally(0, 4, 6), (0.0, 0.0, 0.0)), (Tally(), (0.0, 0.0, 0.0))],
)
def test_figures(tally: Tally, figures: tuple[float, float, float]) -> None:
    assert (tally.precision, tally.recall, tally.f1) == figures


def test_table() -> None:
    lines = render(scores([LOAN, RATES], [FOUND_LOAN])).splitlines()
    assert [lines[0], lines[1], lines[3]] == [
        "                  P      R     F1   right/predicted/gold",
        "quantity      1.000  0.500  0.667   1/1/2",
        "actor         1.000  0.500  0.667   1/1/2",
    ]


ERRORS = [
    (
        None,
        [LOAN],
        [],
        "a 17-32 quantity: missed\n    … Norway lent Chad [[5 million euros]] ($6 million) in 2024, and rates rose 2%. …",
    ),
    ("actor", [LOAN], [], ""),
    ("quantity", [], [FOUND_RATES], "a 70-72 quantity: not asked for"),
    ("recipient", [LOAN], [{**FOUND_LOAN, "recipient": "Mali"}], "a 17-32 recipient: want |Chad, have Mali"),
    ("source", [LOAN], [{**FOUND_LOAN, "source": "Oslo"}], "a 17-32 source: want nothing, have Oslo"),
    ("equivalent", [LOAN], [{**FOUND_LOAN, "equivalent_amount": None}], "equivalent: want 6000000, USD, have nothing, USD"),
    (
        "quantity",
        [RATES],
        [{**FOUND_RATES, "unit": "basis_point"}],
        "want 2, nothing, nothing, percent, have 2, nothing, nothing, basis_point",
    ),
]


@pytest.mark.parametrize(("slot", "gold", "rows", "told"), ERRORS)
def test_errors(slot: str | None, gold: list[GoldRow], rows: list[Row], told: str) -> None:
    assert told in render_errors(scores(gold, rows), limit=1, slot=slot)


def test_errors_are_limited() -> None:
    assert len(render_errors(scores([LOAN, RATES], []), limit=1).splitlines()) == 2
