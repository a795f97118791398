"""Roles: a noun such as "the company", "the minister" or "the Baltic country" enters, the name that it tells again leaves."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import Literal, get_args

from spacy.tokens import Token

from extract.facts.names.aliases import Name
from extract.facts.names.occurrences import Occurrence, named_between
from extract.facts.reading import Parsed
from extract.lexicons import read_table
from extract.mentions.countries import country_forms, regional_adjectives
from extract.mentions.name_words import head_words, outlets, titles
from extract.spans import Span

RoleKind = Literal["organisation", "institution", "country", "bloc", "place", "body", "work", "owned"]

GOVERNMENT = frozenset({"government"})  # it stands in a table as its country
# Words before a role that make it somebody else's.
OTHERS = frozenset(
    {
        "other",
        "another",
        "parent",
        "new",
        "second",
        "first",
        "third",
        "former",
        "own",
        "rival",
        "holding",
        "sister",
        "local",
        "same",
    }
    | {"foreign", "public", "private", "average", "typical", "next", "previous", "smaller", "main", "whole", "entire", "only"}
)
BODIES = frozenset(
    {"group", "organisation", "organization", "agency", "institution", "entity", "nonprofit", "regulator", "watchdog"}
)
DOMINANT = 2 / 3  # share of the countries named, from which on an article is about one country
LATER = "role-by-word-of-later-name"
QUOTES = frozenset("\"“”‘’'")
ADDRESS = re.compile(r"\b(Mr|Sir|Mrs|Ms|Miss|Dame)\.? $")
BEHIND_NAME = re.compile(r" ([a-z]+)(?![\w-])")
NEW_BEFORE = r"(?<!, )(?<!\b(?:is|as|of) )(?<!\bwas )\b(?:[Aa]n?|[Aa]nother) (?:[\w-]+ ){0,3}"
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
    last = text[max(0, span.start - 2) : span.start]
    before = BEFORE.search(text, max(0, span.start - 40), span.start) if last[-1:] == " " and last[0].islower() else None
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


def gender_told(text: str, span: Span) -> str:
    """What a form of address before a name tells of its bearer: `m` of "Mr Lind", `f` of "Ms Lind"; empty if none stands there."""
    address = ADDRESS.search(text, max(0, span.start - 9), span.start)
    return "" if address is None else "m" if address[1] in {"Mr", "Sir"} else "f"


def _role_in(words: list[str]) -> str:
    """The role that the last words of a description tell."""
    for length in (3, 2, 1):
        role = " ".join(words[-length:]).lower()
        if len(words) >= length and (role in _offices() or role in _roles()):
            return f"former {role}" if words[-length - 1 : -length] == ["former"] else role
    return ""


def is_role(head: Token) -> bool:
    """Whether a noun, with the words just before it, is one that calls somebody named: "company", "chief executive"."""
    return bool(_role_in([token.text for token in head.doc[max(0, head.i - 2) : head.i + 1]]))


def calls_thing(head: Token) -> bool:
    """Whether a noun calls an organisation, a place or a thing, but no person: "company", "city"."""
    return head.lower_ in _roles()


def role_holder(parsed: Parsed, head: Token, occurrences: Sequence[Occurrence], text: str) -> tuple[Name, str] | None:
    """Whom a role names again: "the company", "the minister", "the Baltic country"; None if it names nobody or somebody new.

    Args:
        parsed: the sentence.
        head: the noun.
        occurrences: the names of the article.
        text: the article's text.
    """
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
        holder = _by_kind(head, role, before, occurrences)
        if holder is None or holder[0].kind != "organisation" or holder[1] == LATER:
            return holder
        named = _introduced(text, head.lower_, parsed.span_of(head).start)
        return holder if any(each.name == holder[0] for each in before if each.span.start >= named) else None
    later = next((occurrence for occurrence in occurrences if _bears(occurrence, role)), None)
    return (later.name, "role-told-later") if later else None


def _introduced(text: str, noun: str, end: int) -> int:
    """Where the text last brings in somebody without a name by a noun before a place ("an Oslo-based hospital"); 0 if nowhere.

    A noun that tells what somebody named is does not count: "Lind is a company", "Lind, a company from Oslo,".
    """
    new = re.compile(rf"{NEW_BEFORE}{re.escape(noun)}(?![\w-]| (?:called|named|[A-Z]))")
    return max((match.start() for match in new.finditer(text, 0, end)), default=0)


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
        country = governed(named, occurrences)
        return (country, "role-government") if country else None
    return (Name(named[-1].body, "organisation"), "role-body") if named else None


def governed(named: Sequence[Occurrence], occurrences: Sequence[Occurrence]) -> Name | None:
    """The country whose government is meant: the one that most names beside "government" tell, else most of all names."""
    return _country_told([each.name for each in named]) or _country_told([each.name for each in occurrences])


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


def _by_kind(head: Token, role: str, before: list[Occurrence], occurrences: Sequence[Occurrence]) -> tuple[Name, str] | None:
    """The last name of a role's kind: by the region for a country, by a word of the name for an organisation."""
    kind, words = _roles()[role]
    modifiers = [child for child in head.lefts if child.dep_ in {"amod", "compound", "nmod", "nummod"} and child.text not in role]
    if kind == "country":
        return _country(modifiers, before)
    if kind == "place":
        return _place(modifiers, words, before)
    if kind == "bloc":
        names = [each.name for each in before if each.name.kind == "bloc"]
        names = [name for name in names if not words or words & set(name.canonical.split())]
        return (names[-1], "role-bloc") if names else None
    if kind == "owned":
        return None
    named = {modifier.text for modifier in modifiers if modifier.text[0].isupper() and modifier.text not in country_forms()}
    organisations = [each for each in before if each.name.kind == "organisation"]
    fitting = [
        each.name
        for each in organisations
        if words & set(each.name.canonical.split()) and named <= set(each.name.canonical.split())
    ]
    if fitting:
        return fitting[-1], "role-by-word-of-name"
    own = {*words, role.capitalize()}
    later = next(
        (each.name for each in occurrences if each.name.kind == "organisation" and own & set(each.name.canonical.split())), None
    )
    if later is not None and not modifiers and not organisations:
        return later, LATER
    if kind == "institution" or named or any(_tells_apart(modifier) for modifier in modifiers):
        return None
    # A name of which nothing is known may well be a company's, if the article has no other and does not describe which.
    companies = organisations or [each for each in before if each.name.kind == "thing" and not modifiers]
    companies = [each for each in companies if not _is_public(each.name, role)]
    if not companies:
        return None
    same = all(modifier.lower_.endswith("based") or modifier.text in country_forms() for modifier in modifiers)
    return companies[-1].name, "role-company" if same else "role-company-described"


def _country(modifiers: list[Token], before: list[Occurrence]) -> tuple[Name, str] | None:
    names = [occurrence.name for occurrence in before if occurrence.name.kind == "country"]
    regions = {modifier.text for modifier in modifiers} & regional_adjectives()
    if regions:
        table = {form.country.name: form.country.regions for form in country_forms().values()}
        names = [name for name in names if regions & table[name.canonical]]
    elif modifiers:
        return None
    return (names[-1], "role-country") if names else None


def _place(modifiers: list[Token], words: frozenset[str], before: list[Occurrence]) -> tuple[Name, str] | None:
    """The place that has the noun in its name, else for a town the one last named."""
    places = [each for each in before if each.name.kind == "place"]
    fitting = [each.name for each in places if words & set(each.name.canonical.split())]
    if fitting:
        return fitting[-1], "role-by-word-of-name"
    if modifiers or words - {"City"} or not places:
        return None
    return places[-1].name, "role-place"


def _tells_apart(modifier: Token) -> bool:
    """Whether a word before a role says that it is somebody else than the one named: "the parent company", "the largest bank"."""
    return modifier.lower_ in OTHERS or modifier.tag_ in {"JJS", "JJR", "CD", "RBS"}


def _is_public(name: Name, role: str) -> bool:
    """Whether a name is that of a body that no text calls a company, or of who tells the news."""
    public = any(word in head_words() and head_words()[word].end == "public" for word in name.canonical.split())
    return name.canonical in outlets() or (public and role not in BODIES)
