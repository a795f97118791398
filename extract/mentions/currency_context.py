"""Which currency a shared sign or name means: what the whole text tells of countries and of their money."""

import re
from bisect import bisect
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from extract.mentions.currencies import DEFAULTS, PLACES
from extract.mentions.reading import Found
from extract.rules import alternation

_PLACE = re.compile(rf"(?<![^\W_])(?:{alternation(PLACES)})(?![^\W_])")
_MARKED = re.compile(r"(?i).\$|\$.|dollar")
_IN_BRACKETS = re.compile(r"[^()\n]{0,40}[(\[][^()\d\n]{0,30}")
LEAD = 400
"""How many characters at the beginning of an article tell what it is about."""
DENSITY = 700
"""In so many characters a country must be told of once, for an article to be about its money."""
NEAR = 200
"""How many characters before an amount a country must stand to decide alone."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Countries and unmistakable currencies of a text.

    Args:
        places: offsets of country words, ascending.
        codes: for each of them, the codes of the country's currencies.
        counts: how often each code is told of.
        length: of the text, in characters.
        lead: codes that the beginning of the text tells of.
        explicit: codes of the amounts whose currency is beyond doubt, with how often they stand.
        marked: those of them that are dollars with the country beside them ("C$", "Canadian dollars"), none of whose amounts stands
            plain as well.
    """

    places: tuple[int, ...]
    codes: tuple[tuple[str, ...], ...]
    counts: Counter[str]
    length: int
    lead: frozenset[str]
    explicit: Counter[str]
    marked: frozenset[str]


def weigh(text: str, found: Sequence[Found]) -> Evidence:
    """The evidence of a text, given what was found in it."""
    sure = [item.reading for item in found if len(item.reading.codes) == 1 and not item.reading.doubtful]
    marked = _marked(found)
    plain = {item.reading.amount for item in found if item.reading.form == "$"}
    told = [(match.start(), PLACES[" ".join(match[0].split())]) for match in _PLACE.finditer(text)]
    counts = Counter(code for _, codes in told for code in codes)
    lead = frozenset(code for start, codes in told if start < LEAD for code in codes)
    return Evidence(
        tuple(start for start, _ in told),
        tuple(codes for _, codes in told),
        counts,
        len(text),
        lead,
        Counter(reading.codes[0] for reading in sure),
        frozenset(marked.values()) - {code for amount, code in marked.items() if amount in plain},
    )


def _marked(found: Sequence[Found]) -> dict[Decimal, str]:
    """The amounts in dollars with their country beside them, each with the code."""
    return {
        item.reading.amount: item.reading.codes[0]
        for item in found
        if len(item.reading.codes) == 1 and not item.reading.doubtful and _MARKED.search(item.reading.form)
    }


def resolve_all(text: str, found: Sequence[Found], evidence: Evidence, *, dollar: str) -> dict[int, str | None]:
    """The code of each amount of money, by its start; None where the text leaves it open.

    A plain "$" in brackets behind an amount in other money is what that is worth in US dollars, whatever the article's is; the very
    amount that the text elsewhere marks ("A$10m") is the same money where it stands plain.
    """
    codes: dict[int, str | None] = {}
    marked = _marked(found)
    before: Found | None = None
    for item in found:
        if item.reading.unit != "money":
            continue
        meant = marked.get(item.reading.amount) if item.reading.form == "$" else None
        code = meant or _resolve(item.reading.codes, item.reading.form, item.span.start, evidence, dollar=dollar)
        plain_after_marked = item.reading.form == "$" and before and before.reading.form != "$"
        if plain_after_marked and before and _IN_BRACKETS.fullmatch(text, before.reach, item.span.start):
            code = "USD"
        codes[item.span.start] = code
        before = item
    return codes


def _resolve(codes: tuple[str, ...], form: str, position: int, evidence: Evidence, *, dollar: str) -> str | None:
    """The code that a form means at a position; None where the text leaves it open."""
    if len(codes) == 1:
        return codes[0]
    default = DEFAULTS.get(form.lower())
    if default == "USD":
        return _dollar(codes, evidence, dollar)
    told = {code: evidence.counts[code] + 3 * evidence.explicit[code] for code in codes}
    last = bisect(evidence.places, position) - 1
    while last >= 0 and evidence.places[last] > position - NEAR:
        near = [code for code in evidence.codes[last] if code in codes]
        if near:
            told[near[0]] += 5
            break
        last -= 1
    best = max(codes, key=lambda code: (told[code], code == default, -codes.index(code)))
    return best if told[best] else default


def _dollar(codes: tuple[str, ...], evidence: Evidence, dollar: str) -> str:
    """The dollar of an article: another one than the usual only if the article is plainly about that country's own money.

    An article that writes "A$" or "Hong Kong dollars" where it means them, means the usual one by a plain "$".
    """
    usual = evidence.counts[dollar] + evidence.explicit[dollar]
    others = [code for code in codes if code in evidence.lead and code != dollar and code not in evidence.marked]
    told = {code: evidence.counts[code] + evidence.explicit[code] for code in others}
    best = max(others, key=lambda code: told[code], default=dollar)
    return best if told.get(best, 0) >= max(2, 3 * usual, evidence.length // DENSITY) else dollar


def is_told(codes: tuple[str, ...], evidence: Evidence) -> bool:
    """Whether the text names a country of one of the codes, or holds an unmistakable amount in one."""
    return any(evidence.counts[code] or evidence.explicit[code] for code in codes)
