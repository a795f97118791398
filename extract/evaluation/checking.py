"""What every gold row must obey: its quotes stand at its offsets, and its values are of the fact table's contract."""

import re
from decimal import Decimal, InvalidOperation

from extract.errors import CorpusError
from extract.evaluation.annotations import GoldArticle, GoldRow
from extract.spans import Span

POINT = r"(?:\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?|-Q[1-4]|-H[12]|-W[0-5]\d|-(?:SP|SU|FA|WI))?|\d{3})"
DATE = re.compile(rf"{POINT}|(?:{POINT}|\.\.)/(?:{POINT}|\.\.)")
CURRENCY = re.compile(r"[A-Z]{3}")
KINDS = ("money", "percent")
ENUMERATIONS: dict[str, tuple[str | None, ...]] = {
    "unit": (None, "percent", "percentage_point", "basis_point"),
    "qualifier": (None, "about", "over", "under", "up_to"),
    "status": ("actual", "planned", "possible", "denied"),
    "date_basis": (None, "event", "statement", "published"),
    "section": ("title", "body", "related"),
}
AMOUNTS = ("amount", "amount_to", "equivalent_amount")
FILLED = ("amount", "actor", "action")


def check_article(article: GoldArticle) -> None:
    """Checks every row of an article against its text and the contract.

    Raises:
        CorpusError: the first row that is not right, with what to do about it.
    """
    for row in article.rows:
        _check_quote(article.text, row.span, row.quote, row.place)
        if row.equivalent_span is not None:
            _check_quote(article.text, row.equivalent_span, row.equivalent_quote, row.place)
        _check_values(row)


def _check_quote(text: str, span: Span, quote: str, place: str) -> None:
    there = span.of(text)
    if quote and there == quote:
        return
    nearest = nearest_place(text, quote, span.start)
    mend = "write the quote as the text has it" if nearest is None else f"move the offsets by {nearest - span.start:+d}"
    raise CorpusError(
        "gold quote differs from the text",
        where=f"{place}, characters {span.start}-{span.end}\n  gold {quote!r}, text {there!r}",
        mend=mend,
    )


def nearest_place(text: str, quote: str, start: int) -> int | None:
    """Where the quote begins that stands nearest to `start`; None if the text does not have it."""
    places = [match.start() for match in re.finditer(re.escape(quote), text)] if quote else []
    return min(places, key=lambda place: abs(place - start), default=None)


def _check_values(row: GoldRow) -> None:
    if row.kind not in KINDS:
        raise CorpusError(f"kind {row.kind!r}", where=row.place, mend=f"one of {', '.join(KINDS)}")
    for slot, allowed in ENUMERATIONS.items():
        _all(row, slot, [value in allowed for value in row.accepted(slot)], f"one of {', '.join(filter(None, allowed))}")
    for slot in AMOUNTS:
        _all(row, slot, [value is None or _is_amount(value) for value in row.accepted(slot)], "plain decimal digits")
    for slot in FILLED:
        _all(row, slot, [row.accepted(slot)[0] is not None], "every row has one")
    money = row.kind == "money"
    _all(
        row,
        "currency",
        [_is_currency(value) if money else value is None for value in row.accepted("currency")],
        "ISO 4217, of money only",
    )
    _all(row, "unit", [(value is None) == money for value in row.accepted("unit")], "of percent only")
    _all(
        row,
        "date",
        [value is None or DATE.fullmatch(value) is not None for value in row.accepted("date")],
        "ISO 8601, see the contract",
    )
    same = (row.accepted("equivalent_amount")[0] is None) == (row.equivalent_span is None)
    _all(row, "equivalent_amount", [same], "the amount and its place, or neither")
    currency = row.accepted("equivalent_currency")[0]
    _all(
        row,
        "equivalent_currency",
        [currency is None if row.equivalent_span is None else _is_currency(currency)],
        "ISO 4217, of an equivalent",
    )


def _all(row: GoldRow, slot: str, right: list[bool], mend: str) -> None:
    if not all(right):
        raise CorpusError(f"{slot} {list(row.accepted(slot))} of {row.quote!r}", where=row.place, mend=mend)


def _is_currency(value: str | None) -> bool:
    return value is not None and CURRENCY.fullmatch(value) is not None


def _is_amount(value: str) -> bool:
    try:
        return Decimal(value).is_finite()
    except InvalidOperation:
        return False
