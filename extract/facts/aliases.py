"""Canonical names over a whole article: every form that names somebody enters, its fullest form leaves.

"IMF" after "International Monetary Fund (IMF)", "Musk" after "Elon Musk", "Goldman" after "Goldman Sachs", "Defense Ministry"
after "Lithuanian Defense Ministry" are one name each; "Georgia" is a country or a state by what else the article names.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache

from extract.lexicons import read_table
from extract.mentions.countries import country_forms
from extract.mentions.proper_names import NameKind, given_names, head_words, kind_of
from extract.spans import Span

PARTICLES = frozenset(
    {"van", "von", "der", "den", "de", "del", "della", "di", "da", "dos", "bin", "ibn", "al", "el", "le", "du", "la"}
)
SMALL = frozenset({"of", "the", "for", "and", "&", "on", "in"})


@dataclass(frozen=True, slots=True)
class Name:
    """Who or what a name stands for.

    Args:
        canonical: a country's English short name, else the fullest form that the article gives, without title and article.
        kind: what it is.
        alpha2: ISO 3166-1 alpha-2 code of a country.
    """

    canonical: str
    kind: NameKind
    alpha2: str | None = None


@dataclass(frozen=True, slots=True)
class Form:
    """A form of a name where it stands, as text or tagger found it."""

    span: Span
    words: str
    kind: NameKind | None
    roles: tuple[str, ...] = ()
    acronym: str | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name that a form can stand for, where the article first gives it and how often."""

    name: Name
    first: int
    count: int
    rule: str


@dataclass
class _Seen:
    """What an article shows of one form."""

    first: int
    count: int = 0
    kinds: dict[NameKind, int] = field(default_factory=dict)
    acronym: str | None = None


@cache
def _ambiguous() -> dict[str, tuple[tuple[str, NameKind, frozenset[str]], ...]]:
    """Forms that name a country and something else, with the words that tell for either."""
    table: dict[str, tuple[tuple[str, NameKind, frozenset[str]], ...]] = {}
    kinds: dict[str, NameKind] = {"country": "country", "place": "place", "person": "person", "thing": "thing"}
    for row in read_table("ambiguous_names"):
        table[row["form"]] = (*table.get(row["form"], ()), (row["name"], kinds[row["kind"]], frozenset(row["cues"].split("|"))))
    return table


def aliases(forms: Iterable[Form], text: str) -> dict[str, tuple[Candidate, ...]]:
    """What each form of the article stands for; several candidates where people share a surname."""
    seen = _counted(forms)
    kinds = {words: _kind(words, found) for words, found in seen.items()}
    full = _fullest(seen, kinds)
    table: dict[str, list[Candidate]] = {}
    for words, found in seen.items():
        for target in full[words]:
            country = country_forms().get(target)
            rule = "name-as-written" if target == words else "name-fullest-form"
            if country is not None and kinds[target] in ("country", "bloc"):
                name = Name(country.country.name, country.country.kind, country.country.alpha2)
                rule = f"name-country-{country.form}"
            else:
                name = Name(target, kinds[target] or "thing")
            table.setdefault(words, []).append(Candidate(name, seen[target].first, seen[target].count, rule))
        if found.acronym:
            target = full[words][0]
            name = Name(target, kinds[target] or "organisation")
            table.setdefault(found.acronym, []).insert(0, Candidate(name, found.first, found.count, "name-acronym"))
    for form, readings in _ambiguous().items():
        if form in table and len(table[form]) == 1 and table[form][0].name.kind in ("country", "place"):
            table[form] = [_decided(form, readings, table[form][0], text)]
    return {words: tuple(candidates) for words, candidates in table.items()}


def _decided(form: str, readings: tuple[tuple[str, NameKind, frozenset[str]], ...], found: Candidate, text: str) -> Candidate:
    """The reading of an ambiguous form for which the article gives the most cues; the first one on a draw."""
    votes = [sum(len(re.findall(rf"(?<!\w){re.escape(cue)}(?!\w)", text)) for cue in cues) for _, _, cues in readings]
    canonical, kind, _ = readings[votes.index(max(votes))]
    country = country_forms().get(canonical) if kind == "country" else None
    name = Name(canonical, kind, country.country.alpha2 if country else None)
    return Candidate(name, found.first, found.count, "name-ambiguous-by-context")


def _counted(forms: Iterable[Form]) -> dict[str, _Seen]:
    seen: dict[str, _Seen] = {}
    for form in forms:
        found = seen.setdefault(form.words, _Seen(form.span.start))
        found.first = min(found.first, form.span.start)
        found.count += 1
        if form.kind:
            found.kinds[form.kind] = found.kinds.get(form.kind, 0) + 1
        found.acronym = found.acronym or form.acronym
    return seen


def _kind(words: str, found: _Seen) -> NameKind | None:
    if words in country_forms():
        return country_forms()[words].country.kind
    by_words = kind_of(words)
    if found.kinds.get("person") and by_words is None:
        return "person"
    if by_words is not None:
        return by_words
    return max(found.kinds, key=lambda kind: found.kinds[kind]) if found.kinds else None


def _surname(words: str) -> str | None:
    """The surname of a full name: "van der Bellen" of "Alexander van der Bellen", "Trump" of "Donald Trump Jr."."""
    parts = words.split()
    while len(parts) > 2 and parts[-1] in {"Jr.", "Jr", "Sr.", "Sr", "II", "III", "IV"}:
        parts = parts[:-1]
    if len(parts) < 2:
        return None
    begin = next((i for i in range(1, len(parts) - 1) if parts[i] in PARTICLES), len(parts) - 1)
    return " ".join(parts[begin:])


def _fullest(seen: dict[str, _Seen], kinds: dict[str, NameKind | None]) -> dict[str, list[str]]:
    """For each form the fuller forms that it may stand for, the likeliest first; itself if there is none."""
    persons: dict[str, list[str]] = {}
    bearers: dict[str, list[str]] = {}
    for words in seen:
        if kinds[words] == "person" and (surname := _surname(words)):
            persons.setdefault(surname, []).append(words)
            bearers.setdefault(words.split()[0], []).append(words)
            for tail in {" ".join(words.split()[1:]), words.split()[-1]} - {surname}:
                persons.setdefault(tail, []).append(words)
    groups: dict[str, list[str]] = {}
    for words in seen:
        if kinds[words] not in ("person", "country", "bloc"):
            for part in set(words.split()) - SMALL:
                groups.setdefault(part, []).append(words)
    full: dict[str, list[str]] = {}
    for words, found in seen.items():
        full[words] = (
            _full_person(words, found, persons, bearers, kinds, seen)
            or _full_organisation(words, found, groups, kinds, seen)
            or [words]
        )
    # A fuller form may itself have a fuller one: "Musk" → "Elon Musk" → "Elon Reeve Musk".
    return {words: [full[target][0] if len(full[target]) == 1 else target for target in targets] for words, targets in full.items()}


def _full_person(
    words: str,
    found: _Seen,
    persons: dict[str, list[str]],
    bearers: dict[str, list[str]],
    kinds: dict[str, NameKind | None],
    seen: dict[str, _Seen],
) -> list[str]:
    if kinds[words] in ("organisation", "bloc") and len(words.split()) > 1:
        return []
    parts = words.split()
    candidates = [full for full in persons.get(words, []) if full != words]
    if not candidates and len(parts) == 1 and words in given_names():
        candidates = [full for full in bearers.get(words, []) if full != words]
    if not candidates and kinds[words] == "person" and len(parts) >= 2:
        # The same first and last word with more between: "Donald J. Trump" for "Donald Trump".
        candidates = [
            full
            for full in persons.get(parts[-1], [])
            if full.split()[0] == parts[0] and len(full.split()) > len(parts) and full.split()[1].rstrip(".") in _initials(full)
        ]
    return sorted(candidates, key=lambda full: (-seen[full].count, seen[full].first))


def _initials(full: str) -> set[str]:
    return {part.rstrip(".") for part in full.split() if len(part.rstrip(".")) == 1}


def _full_organisation(
    words: str, found: _Seen, groups: dict[str, list[str]], kinds: dict[str, NameKind | None], seen: dict[str, _Seen]
) -> list[str]:
    if kinds[words] in ("person", "country", "bloc"):
        return []
    if re.fullmatch(r"[A-Z]{3,7}", words):
        return [full for full in seen if " " in full and _initials_of(full) == words and kinds[full] not in ("person", "country")]
    parts = words.split()
    own = set(parts) - SMALL
    heads = head_words()
    candidates = []
    for full in groups.get(parts[-1], []) if parts[-1] not in SMALL else []:
        if full == words or len(full) <= len(words):
            continue
        longer = full.split()
        more = (set(longer) - SMALL) - own
        if (own < set(longer) and (all(extra in country_forms() or heads.get(extra.rstrip("."), ("", ""))[1] for extra in more))) or (
            longer[: len(parts)] == parts
            and kinds[full] == "organisation"
            and kinds[words] != "place"
            and seen[full].first <= found.first
            and words not in heads
        ) or (
            len(parts) == 1
            and longer[-1] == words
            and words.endswith("s")
            and kinds[full] != "place"
            and seen[full].first <= found.first
            and words not in heads
        ):
            candidates.append(full)
    return sorted(candidates, key=lambda full: (-seen[full].count, seen[full].first))


def _initials_of(full: str) -> str:
    return "".join(part[0] for part in re.split(r"[ -]", full) if part and part not in SMALL)
