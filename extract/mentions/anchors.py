"""Anchors: the cheap scan for words and signs that may belong to a quantity, so that grammar is tried only around them.

A text enters; stretches of it leave, by kind of anchor: where a rule of that kind could match ("$" ahead of a number, "euros"
behind one). The scan looks up each word once, and takes a small part of the time of one regular expression.
"""

import re
from collections.abc import Iterable
from itertools import accumulate
from types import MappingProxyType
from typing import Literal

from extract.lexicons import read_table
from extract.mentions.currencies import CAREFUL_NAMES, CODES, LETTERS, MINOR_NAMES, NAMES, SIGNS

Kind = Literal[
    "sign ahead", "letter ahead", "name ahead",
    "name", "careful name", "sign", "millions", "minor", "name or minor",
    "percent sign", "percent word", "points", "share",
]  # fmt: skip
Stretches = MappingProxyType[Kind, list[tuple[int, int]]]

_TOKEN = re.compile(r"(p\.c\.|[^\W\d_]+|[$€£¥¢%￡￥￦＄％٪₠-⃀฿៛﷼֏৳])")
_AHEAD, _BEHIND, _PERCENT, _PART = (24, 110), (110, 40), (110, 25), (40, 60)
_REACH: dict[Kind, tuple[int, int]] = {
    "sign ahead": _AHEAD, "letter ahead": _AHEAD, "name ahead": _AHEAD,
    "name": _BEHIND, "careful name": _BEHIND, "sign": _BEHIND, "millions": _BEHIND, "minor": _BEHIND, "name or minor": _BEHIND,
    "percent sign": _PERCENT, "percent word": _PERCENT, "points": _PERCENT, "share": _PART,
}  # fmt: skip
"""How far before and after an anchor a match may reach."""

_SHARE = tuple(row[column] for row in read_table("fractions") for column in ("word", "plural"))


def _last_tokens(forms: Iterable[str]) -> set[str]:
    """The last word or sign of each form, as the scan sees it."""
    return {_TOKEN.findall(form)[-1] for form in forms if _TOKEN.search(form)}


def _in_each_case(words: Iterable[str]) -> set[str]:
    """The words in small letters, with a capital and in capitals."""
    return {form for word in words for form in (word, word.capitalize(), word.upper())}


def _anchor_words() -> MappingProxyType[str, frozenset[Kind]]:
    """Each anchor, as written or in small letters, with the kinds of rule that it may belong to."""
    words: dict[str, set[Kind]] = {}

    def add(tokens: Iterable[str], *kinds: Kind) -> None:
        for token in tokens:
            words.setdefault(token, set()).update(kinds)

    add(_last_tokens(SIGNS), "sign ahead", "sign")
    add(_last_tokens(LETTERS), "letter ahead")
    add(("dollar", "dollars", "Dollars", "euros", "pounds"), "name ahead")
    add(_in_each_case(_last_tokens(NAMES)), "name", "name or minor")
    add(_in_each_case(_last_tokens(CAREFUL_NAMES)), "careful name")
    add(_in_each_case(_last_tokens(MINOR_NAMES)), "minor", "name or minor")
    add((f"M{code}" for code in CODES), "millions")
    add(("%", "％", "٪"), "percent sign")
    add(_in_each_case(("percent", "cent", "pct", "pc", "p.c.")), "percent word")
    add(_in_each_case(("point", "points", "ppt", "ppts", "pp", "pps", "bp", "bps")), "points")
    add(_in_each_case(_SHARE), "share")
    return MappingProxyType({word: frozenset(kinds) for word, kinds in words.items()})


_ANCHORS = _anchor_words()
_BRIEF = frozenset(word for word in _ANCHORS if len(word) == 1 and word.isalpha())
_COUNTING = frozenset({"in", "out", "In"})  # "one in five"
_LOOKED_AT = frozenset({*_ANCHORS, *_COUNTING})
_COUNT = re.compile(r"\s(?:of\s)?(?:every\s)?(?:\d|two|three|four|five|six|seven|eight|nine|ten|twenty)")
_REST = re.compile(r"\w*")  # of the word that a stretch would break: "24 European" holds no "24 Euro"
_SHARE_KIND = frozenset[Kind]({"share"})


def stretches(text: str) -> Stretches:
    """Where each kind of rule is to be tried, in ascending stretches that do not overlap."""
    found: dict[Kind, list[tuple[int, int]]] = {kind: [] for kind in _REACH}
    pieces = _TOKEN.split(text)  # what is no token and tokens in turn
    ends = list(accumulate(map(len, pieces)))
    for place in [place for place, word in enumerate(pieces) if word in _LOOKED_AT]:
        word, end = pieces[place], ends[place]
        start = end - len(word)
        kinds = _SHARE_KIND if word in _COUNTING else _ANCHORS[word]
        if word in _COUNTING and not _COUNT.match(text, end):
            continue
        if word in _BRIEF and not any(character.isdigit() for character in text[max(0, start - 3) : end + 3]):
            continue
        for kind in kinds:
            before, after = _REACH[kind]
            ranges = found[kind]
            if ranges and ranges[-1][1] >= start - before:
                ranges[-1] = (ranges[-1][0], end + after)
            else:
                ranges.append((max(0, start - before), end + after))
    return MappingProxyType(
        {kind: [(start, _REST.match(text, end).end()) for start, end in ranges] for kind, ranges in found.items()}  # type: ignore[union-attr]
    )
