"""Facts and mentions as rows and as a DataFrame, in the contract's columns."""

from decimal import Decimal

import pytest

from extract.articles.article import Article, Line
from extract.facts.fact import Evidence, Fact
from extract.mentions.quantity import Equivalent, Money, Percentage
from extract.mentions.times.timex import Timex
from extract.spans import Mention, Span
from extract.tables.columns import FACTS, MENTIONS
from extract.tables.frame import frame as frame_of
from extract.tables.rows import row_of_fact, rows_of_mentions

TEXT = "Menu 1%\nOn May 4 the fund paid over 20 million euros ($21 million)."

FACT = Fact(
    doc_id="a",
    span=Span(36, 52),
    quantity_text="20 million euros",
    kind="money",
    amount=Decimal("20000000"),
    section="body",
    sentence=Span(8, 67),
    sentence_text=TEXT[8:67],
    qualifier="over",
    currency="EUR",
    equivalent_amount=Decimal("21000000"),
    equivalent_currency="USD",
    equivalent_span=Span(54, 65),
    actor="fund",
    action="pay",
    date="2025-05-04",
    date_basis="event",
    confidence=0.62,
    confidences=(("actor", 0.71), ("date", 0.9)),
    evidence=(Evidence("actor", "subject", Span(21, 25), "fund"), Evidence("date", "verb-time", Span(11, 16), "May 4")),
)

CONTRACT = (
    "doc_id start end quantity_text kind amount amount_to qualifier currency unit equivalent_amount equivalent_currency "
    "equivalent_start equivalent_end per base actor action status recipient programme date date_basis source section"
)


def test_the_contracts_columns_come_first_and_in_order() -> None:
    assert " ".join(column.name for column in FACTS[:25]) == CONTRACT


def test_row_of_a_fact() -> None:
    row = row_of_fact(FACT)
    assert list(row) == [column.name for column in FACTS]
    assert {name: value for name, value in row.items() if value is not None} == {
        "doc_id": "a",
        "start": 36,
        "end": 52,
        "quantity_text": "20 million euros",
        "kind": "money",
        "amount": Decimal("20000000"),
        "qualifier": "over",
        "currency": "EUR",
        "equivalent_amount": Decimal("21000000"),
        "equivalent_currency": "USD",
        "equivalent_start": 54,
        "equivalent_end": 65,
        "actor": "fund",
        "action": "pay",
        "status": "actual",
        "date": "2025-05-04",
        "date_basis": "event",
        "section": "body",
        "sentence_start": 8,
        "sentence_end": 67,
        "sentence": TEXT[8:67],
        "rules": '{"actor":"subject","date":"verb-time"}',
        "confidence": 0.62,
        "confidences": '{"actor":0.71,"date":0.9}',
    }


@pytest.mark.parametrize("facts", [[], [FACT], [FACT, FACT]])
def test_the_frame_is_typed_also_when_it_is_empty(facts: list[Fact]) -> None:
    frame = frame_of([row_of_fact(fact) for fact in facts], FACTS)
    assert len(frame) == len(facts)
    assert list(frame.columns) == [column.name for column in FACTS]
    dtypes = {name: str(dtype) for name, dtype in frame.dtypes.items()}
    assert {name for name, dtype in dtypes.items() if dtype == "object"} == {"amount", "amount_to", "equivalent_amount"}
    assert {name for name, dtype in dtypes.items() if dtype == "int64"} == {"start", "end", "sentence_start", "sentence_end"}
    assert {name for name, dtype in dtypes.items() if dtype == "Int64"} == {"equivalent_start", "equivalent_end"}
    assert {name for name, dtype in dtypes.items() if dtype == "Float64"} == {"confidence"}
    assert set(dtypes.values()) == {"object", "int64", "Int64", "Float64", "string"}


def test_the_frame_keeps_amounts_exact() -> None:
    frame = frame_of([row_of_fact(FACT), row_of_fact(FACT)], FACTS)
    assert frame["amount"].sum() == Decimal("40000000")
    assert frame["amount_to"].tolist() == [None, None]
    assert frame["recipient"].isna().all()
    assert frame.loc[0, "equivalent_start"] == 54


@pytest.mark.parametrize("amount", ["1E+29", "NaN", "Infinity"])
def test_amounts_that_no_column_holds_are_refused(amount: str) -> None:
    fact = Fact("a", Span(0, 1), "x", "money", Decimal(amount), "body", Span(0, 1), "x")
    with pytest.raises(ValueError, match="more than 29 digits"):
        row_of_fact(fact)


ARTICLE = Article("a", TEXT, (Line(Span(0, 7), "clutter"), Line(Span(8, 67), "body")))


def test_rows_of_mentions_stand_in_the_order_of_the_text() -> None:
    equivalent = Equivalent(Decimal("21000000"), "USD", Span(54, 65))
    money = Money(Decimal("20000000"), "EUR", qualifier="over", equivalent=equivalent)
    rows = rows_of_mentions(
        ARTICLE,
        money=[Mention(Span(36, 52), "20 million euros", money, "rule")],
        percentages=[Mention(Span(5, 7), "1%", Percentage(Decimal(1)), "rule")],
        times=[Mention(Span(11, 16), "May 4", Timex("DATE", "2025-05-04"), "rule")],
    )
    assert [{name: value for name, value in row.items() if value is not None} for row in rows] == [
        {
            "doc_id": "a",
            "kind": "percent",
            "start": 5,
            "end": 7,
            "text": "1%",
            "section": "clutter",
            "amount": Decimal(1),
            "unit": "percent",
        },
        {
            "doc_id": "a",
            "kind": "time",
            "start": 11,
            "end": 16,
            "text": "May 4",
            "section": "body",
            "type": "DATE",
            "value": "2025-05-04",
        },
        {
            "doc_id": "a",
            "kind": "money",
            "start": 36,
            "end": 52,
            "text": "20 million euros",
            "section": "body",
            "amount": Decimal("20000000"),
            "qualifier": "over",
            "currency": "EUR",
            "equivalent_amount": Decimal("21000000"),
            "equivalent_currency": "USD",
            "equivalent_start": 54,
            "equivalent_end": 65,
        },
    ]


def test_a_time_keeps_its_modifier_its_ends_and_its_zone() -> None:
    time = Timex("TIME", "2025-05-04T09:00", "APPROX", "2025-05-04T09:00", "2025-05-04T17:00", zone="-05:00")
    (row,) = rows_of_mentions(ARTICLE, money=[], percentages=[], times=[Mention(Span(11, 16), "May 4", time, "rule")])
    assert [row[name] for name in ("type", "value", "mod", "begin_point", "end_point", "zone")] == [
        "TIME",
        "2025-05-04T09:00",
        "APPROX",
        "2025-05-04T09:00",
        "2025-05-04T17:00",
        "-05:00",
    ]


def test_mentions_have_what_a_reader_of_them_looks_for() -> None:
    money = {"amount", "amount_to", "qualifier", "currency", "unit", "equivalent_amount", "equivalent_currency"}
    place = {"doc_id", "kind", "start", "end", "text", "section", "equivalent_start", "equivalent_end"}
    assert {column.name for column in MENTIONS} == money | place | {"type", "value", "mod", "begin_point", "end_point", "zone"}
