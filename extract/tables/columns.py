"""Columns: which tables there are, what each column is called, of which type it is, and how a record fills it."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Cell = str | int | float | Decimal | None
Row = Mapping[str, Cell]

DIGITS, PLACES = 38, 9  # of decimal columns: what databases and data frames commonly hold


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table.

    Args:
        name: its name.
        type: what a cell holds.
        required: False if a cell may be null.
    """

    name: str
    type: Literal["string", "integer", "float", "decimal"] = "string"
    required: bool = False


Columns = tuple[Column, ...]

QUANTITY: Columns = (
    Column("amount", "decimal", required=True),
    Column("amount_to", "decimal"),
    Column("qualifier"),
    Column("currency"),
    Column("unit"),
    Column("equivalent_amount", "decimal"),
    Column("equivalent_currency"),
    Column("equivalent_start", "integer"),
    Column("equivalent_end", "integer"),
)

STORY = Column("story_id")

FACTS: Columns = (
    Column("doc_id", required=True),
    Column("start", "integer", required=True),
    Column("end", "integer", required=True),
    Column("quantity_text", required=True),
    Column("kind", required=True),
    *QUANTITY,
    Column("per"),
    Column("base"),
    Column("actor"),
    Column("action"),
    Column("status", required=True),
    Column("recipient"),
    Column("programme"),
    Column("date"),
    Column("date_basis"),
    Column("source"),
    Column("section", required=True),
    # beyond the contract: countries' codes, where the row stands and how it came about
    Column("actor_country"),
    Column("recipient_country"),
    Column("sentence_start", "integer", required=True),
    Column("sentence_end", "integer", required=True),
    Column("sentence", required=True),
    Column("rules", required=True),
    Column("confidence", "float"),
    Column("confidences", required=True),
    STORY,
)
"""Rows of facts: the contract's columns in the contract's order, then countries' codes, sentence, rules, confidences and story."""

MENTIONS: Columns = (
    Column("doc_id", required=True),
    Column("kind", required=True),
    Column("start", "integer", required=True),
    Column("end", "integer", required=True),
    Column("text", required=True),
    Column("section", required=True),
    *(Column(column.name, column.type) for column in QUANTITY),
    Column("type"),
    Column("value"),
    Column("mod"),
    Column("begin_point"),
    Column("end_point"),
    Column("zone"),
)
"""Mentions of money, percentages and times."""

ARTICLES: Columns = (
    Column("id", required=True),
    Column("body", required=True),
    Column("title"),
    Column("published"),
    Column("published_basis"),
    Column("author"),
    Column("outlet"),
    Column("city"),
    Column("language"),
    Column("url"),
    STORY,
)
"""Cleaned articles."""

TEXT = Column("text", required=True)
"""The text as it was given: for a page, what was taken out of its markup."""

FAILURES: Columns = (
    Column("file", required=True),
    Column("place", required=True),
    Column("id"),
    Column("reason", required=True),
)
"""What could not be done."""


def checked(amount: Decimal) -> Decimal:
    """The amount itself.

    Raises:
        ValueError: it has more digits before the point than decimal columns hold.
    """
    if not amount.is_finite() or amount.adjusted() >= DIGITS - PLACES:
        raise ValueError(f"an amount of more than {DIGITS - PLACES} digits: {amount:.3E}")
    return amount


def plain(amount: Decimal) -> str:
    """The amount in plain decimal digits, without zeros that say nothing.

    >>> plain(Decimal("2.50E+7")), plain(Decimal("-0.50")), plain(Decimal("100"))
    ('25000000', '-0.5', '100')
    """
    digits = f"{amount:f}"
    return digits.rstrip("0").rstrip(".") if "." in digits else digits
