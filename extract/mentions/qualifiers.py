"""Qualifiers: the words beside an amount that hedge it ("more than", "up to", "or so")."""

import re
from types import MappingProxyType
from typing import cast

from extract.lexicons import read_table
from extract.mentions.quantity import Qualifier
from extract.rules import alternation
from extract.spans import Span

_ROWS = read_table("qualifiers")
_MEANINGS = {
    side: MappingProxyType({row["phrase"]: cast("Qualifier", row["qualifier"]) for row in _ROWS if row["side"] == side})
    for side in ("before", "after")
}
_FILLER = r"(?:(?:an?|another|its|their)\s)?(?:(?:record|whopping|combined|further|additional|extra|total\sof|average\sof)\s)?"
_OPENER = r"(?:(?:between|from)\s+)?"
_BEFORE = re.compile(
    rf"(?<![^\W_])(?:(?P<phrase>(?i:{alternation(_MEANINGS['before'])}))|(?P<estimate>(?i:estimated)\s(?:\w+\s){{1,3}}(?:of|at)))\s*{_OPENER}{_FILLER}$"
)
_AFTER = re.compile(rf"\s?(?P<phrase>{alternation(_MEANINGS['after'])})(?![^\W_])")
# "took over $5", "sued over $5", "a row over $5": what the sum is about, not how large it is.
_TAKE = re.compile(
    r"(?i)\b(?:(?:tak|took|hand|turn|brought|bring|roll|su(?:e|ed|es|ing)\b|dismiss|sack|arrest|resign|quit|prob|investigat|clash|quarrel|"
    r"disput|argu|fought|fight|battl|appeal|complain|protest|court|row|spat|lawsuit|scandal|strike)\w*|walk\w*\sout|apart)\s$"
)
_ARTICLE_AND_SIGN = re.compile(r"(?i)(?:under|over)\san?\s$")  # "under a $5 million programme", but "over a million dollars"
_RISE = re.compile(
    r"(?i)\b(?:added|pick|edg|r[io]se|climb|inch|jump|creep|crept|push|mov|go|went|tick|mark|gone|drift|shot|bid|driv)\w*\s$"
)
REACH = 60
"""How many characters before an amount are read."""


def qualifier_of(text: str, span: Span) -> Qualifier | None:
    """How the words beside an amount hedge it.

    >>> qualifier_of("It cost well over $5 million.", Span(18, 28))
    'over'
    """
    reach = max(0, span.start - REACH)
    head = text[reach : span.start]
    if before := _BEFORE.search(head):
        if before["estimate"]:
            return "about"
        phrase = " ".join(before["phrase"].lower().split())
        rest = head[: before.start()]
        told = (phrase == "up to" and _RISE.search(rest)) or (phrase == "over" and _TAKE.search(rest))
        if not told and not (_ARTICLE_AND_SIGN.search(head) and not text[span.start].isalnum()):
            return _MEANINGS["before"][phrase]
    after = _AFTER.match(text, span.end)
    return _MEANINGS["after"][" ".join(after["phrase"].split())] if after else None
