"""Counts written in words or digits: `twenty-five`, `two and a half`, `nineteen ninety-six`, `a couple of`."""

from collections.abc import Sequence
from decimal import Decimal

from extract.mentions.times.lexer import Token, lexicon

VAGUE = frozenset({"few", "several", "many", "some", "numerous", "multiple", "various", "countless"})
LONGEST = 12  # digits: what is longer counts nothing that a calendar holds, and costs time to compute with
SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000}
FRACTIONS = {
    "half": Decimal("0.5"),
    "quarter": Decimal("0.25"),
    "1/2": Decimal("0.5"),
    "½": Decimal("0.5"),
    "1/4": Decimal("0.25"),
    "3/4": Decimal("0.75"),
}


def read_count(tokens: Sequence[Token]) -> Decimal | None:
    """The number that a run of tokens says; None for a vague one ("several") and for what is no number.

    Reads cardinals, `a`, `a couple of`, `a dozen`, decimals and halves; hyphens, `and`, `a` between them mean nothing.
    """
    total, group, seen = Decimal(0), Decimal(0), False
    for token in tokens:
        word = token.lower
        if word in VAGUE:
            return None
        if word in SCALES:
            group = (group or Decimal(1)) * SCALES[word]
            if SCALES[word] >= 1000:
                total, group = total + group, Decimal(0)
        elif word in FRACTIONS:
            group += FRACTIONS[word]
        elif word[0].isdigit():
            digits = word.replace(",", "")
            if digits.count(".") > 1 or "/" in digits:
                return None
            group += Decimal(digits) if len(digits) <= LONGEST else Decimal(10) ** LONGEST
        elif word in ("a", "an") and not seen and len(tokens) == 1:
            group = Decimal(1)
        elif "CARDINAL" in lexicon().get(word, {}):
            group += Decimal(lexicon()[word]["CARDINAL"])
        else:
            continue
        seen = True
    return total + group if seen else None


def write_count(count: Decimal | None) -> str:
    """A count as TIMEX3 writes it: `3`, `2.5`, `X` for a vague one."""
    if count is None:
        return "X"
    return f"{count.normalize():f}"


def read_spoken_year(tokens: Sequence[Token]) -> int | None:
    """A year said in words: `nineteen ninety-six`, `two thousand and five`, `twenty ten`."""
    words = [token.lower for token in tokens if token.lower not in ("-", "and")]
    values = [int(lexicon()[word]["CARDINAL"]) if word not in SCALES else SCALES[word] for word in words]
    if not values:
        return None
    if len(values) >= 2 and values[1] == 1000:
        year = values[0] * 1000 + sum(values[2:])
    elif values[0] in range(10, 21) and len(values) >= 2 and values[1] >= 10:
        year = values[0] * 100 + (sum(values[1:]) if values[1] < 100 else sum(values[2:]))
    else:
        return None
    return year if 1000 <= year <= 2199 else None
