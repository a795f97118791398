"""The value of a time expression, after TIMEX3 (ISO 24617-1)."""

from dataclasses import dataclass
from typing import Literal

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]


@dataclass(frozen=True, slots=True)
class Timex:
    """A time expression.

    Args:
        type: TIMEX3 type.
        value: TIMEX3 value at the grain of the text: `2025-03`, `2025-Q1`, `P3Y`, `PRESENT_REF`; unknown parts are `X`.
        mod: TIMEX3 modifier (`START`, `MID`, `END`, `APPROX`, `LESS_THAN`, ...); None if there is none.
        begin: value at which the interval begins that the words around it open ("since 2022", "from 2024 to 2027"); `..` never.
        end: value at which it ends ("by 2030", "until May", "from 2024 to 2027").
        zone: how far the clock of a `TIME` is from Greenwich: `-05:00`, `Z`; None where the text does not say it.
    """

    type: TimexType
    value: str
    mod: str | None = None
    begin: str | None = None
    end: str | None = None
    zone: str | None = None

    def __str__(self) -> str:
        bounds = "" if self.begin is None and self.end is None else f"{self.begin or '..'}/{self.end or '..'}"
        return " ".join(part for part in (self.type, self.value, self.zone, self.mod, bounds) if part)
