"""Anchors: the cheap scan for words and signs that may belong to a quantity, so that grammar is tried only around them.

A text enters; stretches of it leave, by kind: where a rule whose unit leads ("$5"), follows ("5 euros") or that tells a
percentage or a share could match. The scan looks up each word once, and takes a small part of the time of one regular expression.
"""

import re
from collections.abc import Iterable
from types import MappingProxyType
from typing import Literal

from extract.lexicons import read_table
from extract.mentions.currencies import CAREFUL_NAMES, CODES, LETTERS, MINOR_NAMES, NAMES, SIGNS

Kind = Literal["leading", "following", "percent", "share"]
Stretches = MappingProxyType[Kind, list[tuple[int, int]]]

_TOKEN = re.compile(r"p\.c\.|[^\W\d_]+|[$€£¥¢%￡￥￦＄％٪₠-⃀฿៛﷼֏৳]")
_REACH: dict[Kind, tuple[int, int]] = {"leading": (24, 110), "following": (110, 40), "percent": (110, 25), "share": (40, 60)}
"""How far before and after an anchor a match may reach."""

# fmt: off
_PERCENT = (
    "%", "％", "٪", "percent", "cent", "pct", "pc", "p.c.", "percentage", "ppt", "ppts", "pp", "pps",
    "basis", "bp", "bps", "point", "points",
)
# fmt: on
_SHARE = tuple(row[column] for row in read_table("fractions") for column in ("word", "plural"))


def _last_tokens(forms: Iterable[str]) -> set[str]:
    """The last word or sign of each form, as the scan sees it."""
    return {_TOKEN.findall(form)[-1] for form in forms if _TOKEN.search(form)}


def _anchor_words() -> MappingProxyType[str, frozenset[Kind]]:
    """Each anchor, as written or in small letters, with the kinds of rule that it may belong to."""
    words: dict[str, set[Kind]] = {}

    def add(tokens: Iterable[str], *kinds: Kind) -> None:
        for token in tokens:
            words.setdefault(token, set()).update(kinds)

    add(_last_tokens(SIGNS), "leading", "following")
    add(_last_tokens(LETTERS), "leading", "following")
    names = _last_tokens([*NAMES, *CAREFUL_NAMES, *MINOR_NAMES])
    add(names | {name.capitalize() for name in names} | {name.upper() for name in names}, "following")
    add((f"M{code}" for code in CODES), "following")
    add(("dollar", "dollars", "Dollars", "euros", "pounds"), "leading")
    add({form for token in _PERCENT for form in (token, token.capitalize(), token.upper())}, "percent")
    add({form for token in _SHARE for form in (token, token.capitalize(), token.upper())}, "share")
    return MappingProxyType({word: frozenset(kinds) for word, kinds in words.items()})


_ANCHORS = _anchor_words()
_BRIEF = frozenset(word for word in _ANCHORS if len(word) == 1 and word.isalpha())
_COUNT = re.compile(r"\s(?:of\s)?(?:every\s)?(?:\d|two|three|four|five|six|seven|eight|nine|ten|twenty)")


def stretches(text: str) -> Stretches:
    """Where each kind of rule is to be tried, in ascending stretches that do not overlap."""
    found: dict[Kind, list[tuple[int, int]]] = {kind: [] for kind in _REACH}
    for token in _TOKEN.finditer(text):
        word = token[0]
        kinds = _ANCHORS.get(word)
        if kinds is None:
            if word in ("in", "out", "In") and _COUNT.match(text, token.end()):
                kinds = frozenset[Kind](("share",))
            else:
                continue
        start, end = token.span()
        if word in _BRIEF and not any(character.isdigit() for character in text[max(0, start - 3) : end + 3]):
            continue
        for kind in kinds:
            before, after = _REACH[kind]
            ranges = found[kind]
            if ranges and ranges[-1][1] >= start - before:
                ranges[-1] = (ranges[-1][0], end + after)
            else:
                ranges.append((max(0, start - before), end + after))
    return MappingProxyType(found)
