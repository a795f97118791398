"""Canonical names over a whole article: every form that names somebody enters, its fullest form leaves.

"IMF" after "International Monetary Fund (IMF)", "Lind" after "Maria Lind", "Stellar" after "Stellar Bank Corp", "Defense Ministry"
after "Lithuanian Defense Ministry" are one name each; "Georgia" is a country or a state by what else the article names.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from extract.facts.names.fuller_forms import fuller_forms, short_names
from extract.facts.names.seen_forms import Form, Seen, seen_forms
from extract.lexicons import read_table
from extract.mentions.countries import country_forms
from extract.mentions.name_words import NameKind

__all__ = ["Candidate", "Form", "Name", "aliases"]

CAPITALISED = r"[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3}"
# "Lind, who is also known as Rova Lind", "Nordtech, formerly known as Fjord": the second is another name of the first.
KNOWN_AS = re.compile(
    rf"({CAPITALISED}),? \(?(?:(?:who|which) (?:is|was) )?(?:also|better|formerly|previously) (?:known as|called) ({CAPITALISED})"
)


# Words at the head of the name of a text.
DOCUMENTS = frozenset({"Source", "Report", "Survey", "Study", "Review", "Outlook", "Bulletin", "Statement", "Annex", "Poll"})


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
class Candidate:
    """A name that a form can stand for, where the article first gives it and how often, and the rule that made it so."""

    name: Name
    first: int
    count: int
    rule: str


def aliases(forms: Iterable[Form], text: str, lower: frozenset[str]) -> dict[str, tuple[Candidate, ...]]:
    """What each form of an article stands for; several candidates where people share a surname.

    Args:
        forms: every form where it stands.
        text: the article's text, for the cues of ambiguous names.
        lower: the words that the text writes in lower case.
    """
    seen = seen_forms(forms, text)
    others = _other_names(text, seen)
    full = fuller_forms({words: found for words, found in seen.items() if words not in others}, lower)
    full |= {words: full.get(name, [name]) for words, name in others.items()}
    table: dict[str, list[Candidate]] = {}
    told: set[str] = set()  # short forms that a bracket explains: nothing else can
    for words, targets in full.items():
        if targets == [words] and not seen[words].certain and words not in country_forms():
            continue
        if words not in told:
            table.setdefault(words, []).extend(_candidate(words, target, seen) for target in targets)
        acronym = seen[words].acronym
        if acronym and (acronym not in country_forms() or country_forms()[acronym].country.name != words):
            name = _candidate(words, targets[0], seen).name
            table[acronym] = [Candidate(name, seen[words].first, seen[words].count, "name-acronym")]
            told.add(acronym)
    for short, full_name in short_names().items():
        if " " in short and short in text:
            table[short] = [Candidate(Name(full_name, "organisation"), text.index(short), text.count(short), "name-short")]
    for form in _ambiguous().keys() & table.keys():
        if len(table[form]) == 1 and table[form][0].name.kind in ("country", "place"):
            table[form] = [_decided(form, table[form][0], text)]
    return {words: tuple(candidates) for words, candidates in table.items()}


def _candidate(words: str, target: str, seen: Mapping[str, Seen]) -> Candidate:
    form = country_forms().get(target)
    found = seen[target]
    if form is not None and found.kind in ("country", "bloc"):
        name, rule = Name(form.country.name, form.country.kind, form.country.alpha2), f"name-country-{form.form}"
    else:
        rule = "name-of-document" if _is_document(target) else "name-as-written" if target == words else "name-fullest-form"
        name = Name(target, found.kind or "thing")
    return Candidate(name, found.first, found.count, rule)


def _is_document(name: str) -> bool:
    """Whether a name is that of a text, which tells of amounts but gives none: "Source of Aid 1", "Nordic Fish Report"."""
    parts = name.split()
    return len(parts) > 1 and bool(DOCUMENTS & {parts[0] if parts[1] in ("of", "on") else "", parts[-1]})


@cache
def _ambiguous() -> dict[str, tuple[tuple[str, NameKind, re.Pattern[str]], ...]]:
    """Forms that name a country or something else: each reading with the words of an article that tell for it."""
    kinds: dict[str, NameKind] = {"country": "country", "place": "place", "person": "person", "thing": "thing"}
    table: dict[str, tuple[tuple[str, NameKind, re.Pattern[str]], ...]] = {}
    for row in read_table("ambiguous_names"):
        cues = re.compile(rf"(?<!\w)(?:{'|'.join(re.escape(cue) for cue in row['cues'].split('|'))})(?!\w)")
        table[row["form"]] = (*table.get(row["form"], ()), (row["name"], kinds[row["kind"]], cues))
    return table


def _decided(form: str, found: Candidate, text: str) -> Candidate:
    """The reading of an ambiguous form that has the most cues in the article; the first reading on a draw."""
    votes = [(len(cues.findall(text)), -order, name, kind) for order, (name, kind, cues) in enumerate(_ambiguous()[form])]
    _, _, canonical, kind = max(votes)
    country = country_forms().get(canonical) if kind == "country" else None
    name = Name(canonical, kind, country.country.alpha2 if country else None)
    return Candidate(name, found.first, found.count, "name-ambiguous-by-context")


def _other_names(text: str, seen: Mapping[str, Seen]) -> dict[str, str]:
    """The names that a text tells to be other names of somebody, with the name that they stand for."""
    told = {match[2].rstrip(".,’'"): match[1] for match in KNOWN_AS.finditer(text)}
    return {
        other: name
        for other, name in told.items()
        if other in seen and name in seen and name not in told and len({seen[other].kind, seen[name].kind} - {None}) < 2
    }
