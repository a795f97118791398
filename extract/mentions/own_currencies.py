"""Currencies of a user's own vocabulary: forms with their codes enter; rules for the amounts beside them leave."""

import re
from collections.abc import Mapping
from functools import cache

from extract.mentions.amounts import AMOUNT, START, read_amount
from extract.mentions.numerals import GAP
from extract.mentions.reading import Reading
from extract.rules import Example, Rule, alternation

Forms = tuple[tuple[str, str], ...]


@cache
def own_rules(forms: Forms) -> tuple[Rule[Reading], ...]:
    """The rules for a user's signs and names of currencies, before and behind the number; none without forms."""
    if not forms:
        return ()
    codes: Mapping[str, str] = dict(forms)

    def build(match: re.Match[str]) -> Reading | None:
        amount, form = read_amount(match["amount"]), " ".join(match["form"].split())
        return Reading(amount.value, amount.scale, "money", (codes[form],), form) if amount else None

    form, code = forms[0]
    either = rf"(?P<form>{alternation(codes)})"
    return (
        Rule(
            name="money-own-before",
            pattern=re.compile(rf"(?<![^\W_]){either}[ \u00a0]?(?=\d)(?P<amount>{AMOUNT})"),
            build=build,
            yes=(Example(f"It paid [[{form} 5 million]].", f"{code} 5000000"),),
            no=(f"It paid {form}.",),
        ),
        Rule(
            name="money-own-after",
            pattern=re.compile(rf"{START}(?P<amount>{AMOUNT})(?:-|{GAP}){either}(?![^\W_])"),
            build=build,
            yes=(Example(f"It paid [[5 million {form}]].", f"{code} 5000000"),),
            no=(f"It paid {form}.",),
        ),
    )
