"""The records of gold: articles whose every row is annotated by hand."""

from collections.abc import Mapping
from dataclasses import dataclass

from extract.spans import Span

Accepted = tuple[str | None, ...]
NOTHING: Accepted = (None,)

VALUE_SLOTS = (
    "amount",
    "amount_to",
    "qualifier",
    "currency",
    "unit",
    "equivalent_amount",
    "equivalent_currency",
    "per",
    "base",
    "actor",
    "action",
    "status",
    "recipient",
    "programme",
    "date",
    "date_basis",
    "source",
    "section",
)


@dataclass(frozen=True)
class GoldRow:
    """One annotated row.

    Args:
        span: where the quantity stands.
        quote: the quantity, exactly as the text has it.
        kind: `money` or `percent`.
        values: by slot, the answers that are right, the best first; None stands for an empty cell.
        equivalent_span: where the same money in another currency stands.
        equivalent_quote: that money, exactly as the text has it.
        optional: the row never counts, whether it is found or not.
        place: file and line, for messages.
    """

    span: Span
    quote: str
    kind: str
    values: Mapping[str, Accepted]
    equivalent_span: Span | None = None
    equivalent_quote: str = ""
    optional: bool = False
    place: str = ""

    def accepted(self, slot: str) -> Accepted:
        """The right answers of a slot; `(None,)` where it is to stay empty."""
        return self.values.get(slot) or NOTHING


@dataclass(frozen=True)
class GoldArticle:
    """An article and all of its rows.

    Args:
        published: publication date, ISO 8601; None where none is given beside the text.
        title: a title that comes apart from the text.
    """

    id: str
    text: str
    rows: tuple[GoldRow, ...]
    published: str | None = None
    title: str | None = None
    url: str | None = None
    place: str = ""
