"""Roles: a noun such as "the company", "the minister" or "the Baltic country" enters, the name that it tells again leaves."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import Literal, get_args

from spacy.tokens import Token

from extract.facts.aliases import Name
from extract.facts.occurrences import Occurrence, named_between
from extract.facts.reading import Parsed
from extract.lexicons import read_table
from extract.mentions.countries import country_forms, regional_adjectives
from extract.mentions.name_words import NameKind, head_words, titles
from extract.spans import Span

RoleKind = Literal["organisation", "institution", "country", "bloc", "body", "work"]

GOVERNMENT = frozenset({"government"})  # it stands in a table as its country
DOMINANT = 2 / 3  # share of the countries named, from which on an article is about one country
QUOTES = frozenset("\"“”‘’'")
BEHIND_NAME = re.compile(r" ([a-z]+)(?![\w-])")
BEFORE = re.compile(r"((?:[a-z][a-z-]+ ){0,2}[a-z][a-z-]+) $")
BEHIND = re.compile(
    r", (?:the |a |an |its |his |her )?((?:[\w.'’&-]+ ){0,4}?[a-z][a-z-]+)(?=,| of | at | for | in | that | which | who )"
)


@cache
def _roles() -> dict[str, tuple[RoleKind, frozenset[str]]]:
    kinds: dict[str, RoleKind] = {kind: kind for kind in get_args(RoleKind)}
    return {row["noun"]: (kinds[row["kind"]], frozenset(row["words"].split("|")) - {""}) for row in read_table("roles")}


@cache
def _offices() -> frozenset[str]:
    return frozenset(title.role for title in titles().values() if title.role)


def roles_beside(text: str, span: Span) -> tuple[str, ...]:
    """What the words beside a name call it: "carmaker" in "carmaker Lindt" and in "Lindt, the Finnish carmaker,"."""
    found = []
    before = BEFORE.search(text, max(0, span.start - 40), span.start)
    if before is not None:
        found.append(_role_in(before[1].split()))
    behind = BEHIND.match(text, span.end)
    if behind is not None:
        found.append(_role_in(behind[1].split()))
    return tuple(role for role in found if role)


def body_named(text: str, span: Span) -> str:
    """The body that a name and the noun behind it name together: "Lind campaign"; empty if no body's noun stands there."""
    behind = BEHIND_NAME.match(text, span.end)
    if behind is None or behind[1] not in _roles() or _roles()[behind[1]][0] != "body":
        return ""
    return text[span.start : behind.end()]


def is_quoted(text: str, span: Span) -> bool:
    """Whether a name stands in quotation marks of its own, an article before it and a stop behind it aside."""
    before = text[max(0, span.start - 5) : span.start].removesuffix("The ").removesuffix("A ")
    return before[-1:] in QUOTES and text[span.end : span.end + 2].lstrip(",.")[:1] in QUOTES


def _role_in(words: list[str]) -> str:
    """The role that the last words of a description tell."""
    for length in (3, 2, 1):
        role = " ".join(words[-length:]).lower()
        if len(words) >= length and (role in _offices() or role in _roles()):
            return f"former {role}" if words[-length - 1 : -length] == ["former"] else role
    return ""


def apposed(head: Token) -> Token | None:
    """What stands in apposition to a role ("its chief executive, Maria Lind,"); None if the noun is no role."""
    if not _role_in([token.text for token in head.doc[max(0, head.i - 2) : head.i + 1]]):
        return None
    return next((child for child in head.rights if child.dep_ == "appos"), None)


def role_holder(parsed: Parsed, head: Token, occurrences: Sequence[Occurrence]) -> tuple[Name, str] | None:
    """Whom a role names again: "the company", "the minister", "the Baltic country"; None if it names nobody or somebody new."""
    definite = any(child.dep_ == "det" and child.lower_ in {"the", "this", "that"} for child in head.lefts)
    if not definite or head.tag_ not in {"NN", "NNP"} or any(child.lower_ == "of" for child in head.rights):
        return None
    start = min((child.i for child in head.lefts if child.dep_ in {"compound", "amod"}), default=head.i)
    role = _role_in([token.text for token in head.doc[start : head.i + 1]])
    if not role:
        return None
    before = named_between(occurrences, 0, parsed.span_of(head).start)
    if role in _roles() and _roles()[role][0] in ("body", "work"):
        return None if start < head.i else _body(role, before, occurrences) or _work(role, before)
    told = [occurrence for occurrence in before if _bears(occurrence, role)]
    if told:
        exact = [occurrence for occurrence in told if role in occurrence.roles]
        return (exact or told)[-1].name, "role-told"
    if role in _roles():
        return _by_kind(head, before, *_roles()[role])
    later = next((occurrence for occurrence in occurrences if _bears(occurrence, role)), None)
    return (later.name, "role-told-later") if later else None


def _body(role: str, before: Sequence[Occurrence], occurrences: Sequence[Occurrence]) -> tuple[Name, str] | None:
    """The body that the article names with a name before the noun; a government is its country."""
    kind, words = _roles()[role]
    if kind != "body":
        return None
    fitting = [occurrence.name for occurrence in before if words & set(occurrence.name.canonical.split())]
    if fitting:
        return fitting[-1], "role-by-word-of-name"
    named = [each for each in before if each.body.endswith(f" {role}")] or [
        each for each in occurrences if each.body.endswith(f" {role}")
    ]
    if role in GOVERNMENT:
        country = _country_told([each.name for each in named]) or _country_told([each.name for each in occurrences])
        return (country, "role-government") if country else None
    return (Name(named[-1].body, "organisation"), "role-body") if named else None


def _country_told(names: Sequence[Name]) -> Name | None:
    """The country that most of the countries named are."""
    countries = Counter(name for name in names if name.kind == "country")
    if not countries:
        return None
    country, count = countries.most_common(1)[0]
    return country if count >= DOMINANT * countries.total() else None


def _work(role: str, before: Sequence[Occurrence]) -> tuple[Name, str] | None:
    """The work that was last named in quotation marks."""
    quoted = [each.name for each in before if each.quoted and each.name.kind not in ("country", "bloc")]
    return (quoted[-1], "role-work") if quoted and _roles()[role][0] == "work" else None


def _bears(occurrence: Occurrence, role: str) -> bool:
    return any(role == told or told.endswith(" " + role) for told in occurrence.roles)


def _by_kind(head: Token, before: list[Occurrence], kind: RoleKind, words: frozenset[str]) -> tuple[Name, str] | None:
    """The last name of a role's kind: by the region for a country, by a word of the name for an organisation."""
    modifiers = [child for child in head.lefts if child.dep_ in {"amod", "compound", "nmod"}]
    wanted: NameKind = "country" if kind == "country" else "bloc" if kind == "bloc" else "organisation"
    names = [occurrence.name for occurrence in before if occurrence.name.kind == wanted]
    if kind == "country":
        regions = {modifier.text for modifier in modifiers} & regional_adjectives()
        if regions:
            table = {form.country.name: form.country.regions for form in country_forms().values()}
            names = [name for name in names if regions & table[name.canonical]]
        elif modifiers:
            return None
        return (names[-1], "role-country") if names else None
    if kind == "bloc":
        names = [name for name in names if not words or words & set(name.canonical.split())]
        return (names[-1], "role-bloc") if names else None
    named = {modifier.text for modifier in modifiers if modifier.tag_ in {"NNP", "NNPS"} and not country_forms().get(modifier.text)}
    fitting = [name for name in names if words & set(name.canonical.split()) and named <= set(name.canonical.split())]
    if fitting:
        return fitting[-1], "role-by-word-of-name"
    if kind == "institution":
        return None
    # "the Oslo-based company", "the Finnish company" are told again; "the parent company", "the other company" are somebody else.
    same = all(modifier.lower_.endswith("based") or modifier.text in country_forms() for modifier in modifiers)
    # A name of which nothing is known may well be a company's, if the article has no other.
    companies = [
        name
        for name in names or (occurrence.name for occurrence in before if occurrence.name.kind == "thing")
        if not _is_public(name)
    ]
    if companies and same:
        return companies[-1], "role-company"
    return None


def _is_public(name: Name) -> bool:
    """Whether a name is that of a body that no text calls a company."""
    return any(word in head_words() and head_words()[word].end == "public" for word in name.canonical.split())
