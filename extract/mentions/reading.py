"""What a rule reads out of one expression, before the text around it has its say on currency, ranges and hedges."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from extract.mentions.quantity import Equivalent, Qualifier, Unit
from extract.spans import Span


@dataclass(frozen=True, slots=True)
class Reading:
    """An amount with its unit.

    Args:
        amount: the amount, in whole units.
        scale: the factor of its scale words, which the first number of a range may share.
        unit: `percent`, ..., or `money`.
        codes: of money, the ISO 4217 codes that its sign or name may mean, the weightiest first.
        form: of money, the sign or name as written.
        doubtful: whether the sign or name is also something else, so that the text must name the country.
    """

    amount: Decimal
    scale: Decimal
    unit: Unit | Literal["money"]
    codes: tuple[str, ...] = ()
    form: str = ""
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """A reading in its place, as it grows by what stands beside it.

    Args:
        span: where the expression stands.
        reach: where it ends with its equivalent and the bracket around that; for joining it with what follows.
        rule: name of the rule that found it.
    """

    span: Span
    reading: Reading
    rule: str
    reach: int
    amount_to: Decimal | None = None
    qualifier: Qualifier | None = None
    equivalent: Equivalent | None = None
