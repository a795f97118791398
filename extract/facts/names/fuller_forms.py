"""Fuller forms: the forms of an article's names enter; for each, the fuller forms that it can stand for leave."""

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from extract.facts.names.seen_forms import Seen
from extract.lexicons import read_table
from extract.mentions.countries import country_forms
from extract.mentions.name_words import SMALL, given_names, head_words, role_nouns

PARTICLES = frozenset(
    {"van", "von", "der", "den", "de", "del", "della", "des", "di", "da", "das", "dos", "bin", "ibn", "al", "el", "le", "du", "la"}
)
GENERATIONS = frozenset({"Jr.", "Jr", "Sr.", "Sr", "II", "III", "IV"})
LEAD = 500  # characters from the start in which a headline may have the short form before the full one
INITIALS = re.compile(r"[A-Z]{2,7}")

Index = Mapping[str, list[str]]


def fuller_forms(seen: Mapping[str, Seen], lower: frozenset[str]) -> dict[str, list[str]]:
    """For each form the fuller forms that it can stand for, the likeliest first; itself if there is none.

    Args:
        seen: the forms of the article.
        lower: the words that the article writes in lower case.
    """
    persons: dict[str, list[str]] = defaultdict(list)
    bearers: dict[str, list[str]] = defaultdict(list)
    groups: dict[str, list[str]] = defaultdict(list)
    run_on = {words: rest for words in seen if (rest := _run_on(words, seen))}
    for words, found in seen.items():
        if words in run_on:
            continue
        if found.kind == "person":
            for surname in _surnames(words):
                persons[surname].append(words)
            bearers[words.split()[0]].append(words)
        elif found.kind not in ("country", "bloc"):
            for part in set(words.split()) - SMALL:
                groups[part].append(words)
    full = {}
    for words in seen:
        named = run_on.get(words, words)
        targets = _full_person(named, seen, persons, bearers) or _full_organisation(named, seen, groups, lower)
        full[words] = sorted(targets, key=lambda target: (-seen[target].count, seen[target].first)) or [named]
    # A fuller form may itself have a fuller one: "Bank" → "Stellar Bank" → "Stellar Bank Corp".
    return {words: [full[target][0] if len(targets) == 1 else target for target in targets] for words, targets in full.items()}


def _run_on(words: str, seen: Mapping[str, Seen]) -> str:
    """The name at the end of two that a page without stops runs together ("Annual Report Stellar Bank"), else empty."""
    parts = words.split()
    if seen[words].count > 1:
        return ""
    for cut in range(2, len(parts)):
        before, rest = " ".join(parts[:cut]), " ".join(parts[cut:]).removeprefix("The ")
        known = before in seen and seen[before].kind not in ("country", "bloc", "place", "person")
        if not known or before.split()[-1] in SMALL:
            continue
        for name in (rest, " ".join(part for part in rest.split() if not _is_legal(part)).rstrip(",")):
            if name in seen and seen[name].kind in ("organisation", "person") and (" " in name or name != rest):
                return name
    return ""


def _surnames(words: str) -> set[str]:
    """The forms by which a full name is told again: "van der Berg" and "Berg" for "Anna van der Berg", without "Jr.", "III"."""
    parts = words.replace(",", "").split()
    while len(parts) > 2 and parts[-1] in GENERATIONS:
        parts = parts[:-1]
    if len(parts) < 2:
        return set()
    begin = next((i for i in range(1, len(parts) - 1) if parts[i] in PARTICLES), len(parts) - 1)
    return {" ".join(parts[begin:]), parts[-1], " ".join(parts[1:])}


def _full_person(words: str, seen: Mapping[str, Seen], persons: Index, bearers: Index) -> list[str]:
    """The people whom a surname or a given name can mean, and a full name's own fuller form with initials."""
    kind, parts = seen[words].kind, words.split()
    if kind in ("organisation", "bloc", "place") and len(parts) > 1:
        return []
    found = [full for full in persons.get(words, ()) if full != words]
    given = words in given_names()
    if len(parts) == 1 and ((given and not found) or (not given and kind in (None, "person"))):
        # A given name alone, or a surname that comes first: "Kim" for "Kim Min-seo".
        found += [full for full in bearers.get(words, ()) if full not in (words, *found) and seen[full].first <= seen[words].first]
    if not found and kind == "person" and len(parts) == 2:
        found = [
            full
            for full in persons.get(parts[1], ())
            if full.startswith(parts[0] + " ") and re.search(r" [A-Z]\.? ", full) and full != words
        ]
    return found


def _full_organisation(words: str, seen: Mapping[str, Seen], groups: Index, lower: frozenset[str]) -> list[str]:
    """The fuller names that a short name of an organisation, place or thing can mean."""
    kind, parts = seen[words].kind, words.split()
    if kind in ("person", "country", "bloc") or parts[-1] in SMALL:
        return []
    own, found = set(parts) - SMALL, [full for full in _known_full(words) if full in seen]
    if INITIALS.fullmatch(words):
        found += [full for full in seen if " " in full and _has_initials(full, words, seen)]
    found += [full for full in groups.get(parts[-1], ()) if own < set(full.split()) and _shortens(words, full, seen, lower)]
    return found


def _has_initials(full: str, initials: str, seen: Mapping[str, Seen]) -> bool:
    """Whether a name can be told by its initials, with its legal form or without; two letters only tell an organisation."""
    if seen[full].kind in ("person", "country") or (len(initials) == 2 and seen[full].kind != "organisation"):
        return False
    without = " ".join(part for part in full.split() if not _is_legal(part))
    return initials in (_initials(full), _initials(without))


def _shortens(words: str, full: str, seen: Mapping[str, Seen], lower: frozenset[str]) -> bool:
    """Whether a name can be the short form of a longer one that has all its words."""
    parts, longer, heads = words.split(), full.split(), head_words()
    more = set(longer) - set(parts) - SMALL
    if all(_may_be_left_off(extra) for extra in more):
        return not (more & country_forms().keys() and seen[words].kind == seen[full].kind == "thing")  # "Danish Model 7"
    late = seen[full].first > seen[words].first and not (seen[full].first < LEAD and _is_corporate(longer[-1]))
    if late or (seen[words].delimited and not seen[full].delimited):
        return False
    if words in heads:
        return words.lower() in role_nouns()  # "the Department" after "Department of Agriculture"
    if any(extra.lower() in lower for extra in more):
        return False
    first_words = longer[: len(parts)] == parts and seen[full].kind == "organisation" and seen[words].kind != "place"
    nickname = len(parts) == 1 and longer[-1] == words and words.endswith("s") and seen[full].kind != "place"
    return first_words or nickname


def _may_be_left_off(word: str) -> bool:
    """Whether a name is the same without a word: its country or its legal form."""
    return word in country_forms() or _is_legal(word)


def _is_corporate(word: str) -> bool:
    head = head_words().get(word.rstrip(".,"))
    return head is not None and head.end in ("legal", "corporate")


def _is_legal(word: str) -> bool:
    head = head_words().get(word.rstrip(".,"))
    return head is not None and head.end == "legal"


def _known_full(words: str) -> tuple[str, ...]:
    """The full names that news shortens in its own way ("Fed")."""
    return (short_names()[words],) if words in short_names() else ()


@cache
def short_names() -> dict[str, str]:
    """The short forms that are neither initials nor a part of the full name, with the full name."""
    return {row["short"]: row["full"] for row in read_table("short_names")}


def _initials(full: str) -> str:
    return "".join(part[0] for part in re.split(r"[ -]", full) if part and part not in SMALL)
