"""The record of a row: one quantity that the article asserts, and what each slot was filled from."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from extract.spans import Span

Kind = Literal["money", "percent"]
Qualifier = Literal["about", "over", "under", "up_to"]
Unit = Literal["percent", "percentage_point", "basis_point"]
Status = Literal["actual", "planned", "possible", "denied"]
DateBasis = Literal["event", "statement", "published"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why a slot holds what it holds.

    Args:
        slot: column of the fact table.
        rule: name of the rule that filled it.
        span: the words it was filled from; None where no words of the text say it.
        quote: those words, exactly.
        confidence: how likely the slot is right, 0 to 1; None where it was not measured.
    """

    slot: str
    rule: str
    span: Span | None = None
    quote: str = ""
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """One row. The slots are those of the fact table; amounts are in whole units, offsets count in the article's text.

    Args:
        sentence: span of the sentence that holds the quantity.
        actor_country: ISO 3166-1 alpha-2 code of the actor that is a country.
        recipient_country: the same of the recipient.
        confidence: how likely quantity, actor, programme and date are all right, 0 to 1; None where it was not measured.
        confidences: how likely each slot is right, filled or empty: pairs of slot and probability, in column order.
        evidence: one entry for each slot that is filled by a rule, in column order.
    """

    doc_id: str
    span: Span
    quantity_text: str
    kind: Kind
    amount: Decimal
    section: Literal["title", "body", "related"]
    sentence: Span
    sentence_text: str
    amount_to: Decimal | None = None
    qualifier: Qualifier | None = None
    currency: str | None = None
    unit: Unit | None = None
    equivalent_amount: Decimal | None = None
    equivalent_currency: str | None = None
    equivalent_span: Span | None = None
    per: str | None = None
    base: str | None = None
    actor: str | None = None
    action: str | None = None
    status: Status = "actual"
    recipient: str | None = None
    programme: str | None = None
    date: str | None = None
    date_basis: DateBasis | None = None
    source: str | None = None
    actor_country: str | None = None
    recipient_country: str | None = None
    confidence: float | None = None
    confidences: tuple[tuple[str, float], ...] = ()
    evidence: tuple[Evidence, ...] = ()
