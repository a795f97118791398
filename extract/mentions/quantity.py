"""The values of quantity mentions: money and percentages. The grammars that find them stand beside."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from extract.spans import Span

Qualifier = Literal["about", "over", "under", "up_to"]
Unit = Literal["percent", "percentage_point", "basis_point"]


@dataclass(frozen=True, slots=True)
class Equivalent:
    """The same money in another currency, as the text gives it beside the amount."""

    amount: Decimal
    currency: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class Money:
    """An amount of money in whole currency units.

    Args:
        amount: the amount; of a range, its lower end.
        currency: ISO 4217 code; None where the text leaves it open.
        amount_to: upper end of a range.
        qualifier: how the text hedges the amount; None when stated flatly.
        equivalent: the amount in another currency that stands beside it.
    """

    amount: Decimal
    currency: str | None
    amount_to: Decimal | None = None
    qualifier: Qualifier | None = None
    equivalent: Equivalent | None = None

    def __str__(self) -> str:
        upper = "" if self.amount_to is None else f"..{self.amount_to:f}"
        words = [self.qualifier or "", self.currency or "?", f"{self.amount:f}{upper}"]
        if self.equivalent:
            words.append(f"= {self.equivalent.currency or '?'} {self.equivalent.amount:f}")
        return " ".join(word for word in words if word)


@dataclass(frozen=True, slots=True)
class Percentage:
    """A share or a change in percent, percentage points or basis points.

    Args:
        amount: in the unit: 25 basis points are 25, a third is 33.33, half is 50.
        unit: which of the three.
        amount_to: upper end of a range.
        qualifier: how the text hedges the amount; None when stated flatly.
    """

    amount: Decimal
    unit: Unit = "percent"
    amount_to: Decimal | None = None
    qualifier: Qualifier | None = None

    def __str__(self) -> str:
        upper = "" if self.amount_to is None else f"..{self.amount_to:f}"
        words = [self.qualifier or "", f"{self.amount:f}{upper}", self.unit]
        return " ".join(word for word in words if word)
