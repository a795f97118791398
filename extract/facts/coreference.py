"""Pronouns and roles: a pronoun or a noun such as "the company" enters, whom it stands for leaves.

A pronoun goes to the subject before it that fits in number, person and gender; a role to the last name that can bear it.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from extract.facts.aliases import Name
from extract.facts.context import speech_verbs
from extract.facts.reading import Parsed, Reading
from extract.lexicons import read_table
from extract.mentions.countries import country_forms, regional_adjectives
from extract.mentions.name_words import NameKind, given_names, titles
from extract.spans import Span

MALE = frozenset({"he", "him", "his", "himself"})
FEMALE = frozenset({"she", "her", "hers", "herself"})
THING = frozenset({"it", "its", "itself"})
MANY = frozenset({"they", "them", "their", "theirs", "themselves"})
SPEAKER = frozenset({"i", "me", "my", "mine", "we", "us", "our", "ours"})
RELATIVE = frozenset({"who", "which", "that", "whose", "whom"})
PRONOUNS = MALE | FEMALE | THING | MANY | SPEAKER | RELATIVE
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
BEFORE = re.compile(r"((?:[a-z][a-z-]+ ){0,2}[a-z][a-z-]+) $")
BEHIND = re.compile(
    r", (?:the |a |an |its |his |her )?((?:[\w.'’&-]+ ){0,4}?[a-z][a-z-]+)(?=,| of | at | for | in | that | which | who )"
)
INSTITUTIONS = frozenset(
    {
        "Administration",
        "Agency",
        "Association",
        "Authority",
        "Bureau",
        "Church",
        "College",
        "Commission",
        "Committee",
        "Congress",
        "Council",
        "Court",
        "Department",
        "Exchange",
        "Federation",
        "Foundation",
        "Herald",
        "Hospital",
        "House",
        "Institute",
        "Journal",
        "Ministry",
        "News",
        "Office",
        "Parliament",
        "Party",
        "Police",
        "Post",
        "Reserve",
        "School",
        "Senate",
        "Times",
        "Treasury",
        "Union",
        "University",
    }
)


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A name where it stands, with the roles that a title there gives."""

    span: Span
    name: Name
    roles: tuple[str, ...] = ()


@dataclass(frozen=True)
class Antecedent:
    """What a pronoun stands for: a name, or a noun of a parsed sentence that is still to be resolved."""

    target: Name | Token
    parsed: Parsed
    rule: str


def is_pronoun(token: Token) -> bool:
    """Whether a token is a pronoun that stands for somebody named elsewhere."""
    if token.lower_ == "that":
        return token.tag_ in {"WDT", "WP"}
    if token.lower_ == "us" and token.text != "us":
        return False
    return token.lower_ in PRONOUNS and token.pos_ in {"PRON", "DET"}


def antecedent(parsed: Parsed, token: Token, reading: Reading, occurrences: Sequence[Occurrence]) -> Antecedent | None:
    """Whom a pronoun stands for."""
    word = token.lower_
    if word in RELATIVE:
        verb = token.head
        while (
            verb.dep_ in {"aux", "auxpass", "conj", "xcomp", "prep", "pobj", "poss", "ccomp", "dobj", "nsubj"}
            and verb.head is not verb
        ):
            verb = verb.head
        if verb.dep_ in {"relcl", "acl"}:
            return Antecedent(verb.head, parsed, "pronoun-relative")
        return None
    offset = parsed.span_of(token).start
    if word in MALE or word in FEMALE:
        return _person(parsed, token, reading, occurrences, offset, "m" if word in MALE else "f")
    if word in SPEAKER:
        return _speaker(parsed, token, reading, occurrences, offset)
    return _thing(parsed, token, reading, occurrences, offset)


def _named(occurrences: Sequence[Occurrence], begin: int, end: int) -> list[Occurrence]:
    """The names that stand within `[begin, end)`."""
    left = bisect_left(occurrences, begin, key=lambda occurrence: occurrence.span.start)
    right = bisect_left(occurrences, end, key=lambda occurrence: occurrence.span.start)
    return list(occurrences[left:right])


def _fits(name: Name, gender: str) -> bool:
    """Whether a person can be meant by a pronoun of a gender, as far as the given name tells."""
    return name.kind == "person" and gender in given_names().get(name.canonical.split()[0], "fm")


def _person(
    parsed: Parsed, token: Token, reading: Reading, occurrences: Sequence[Occurrence], offset: int, gender: str
) -> Antecedent | None:
    start = parsed.sentence.span.start
    here = [occurrence for occurrence in _named(occurrences, start, offset) if _fits(occurrence.name, gender)]
    for occurrence in here:
        tokens = parsed.tokens_of(occurrence.span)
        if tokens is not None and tokens.root.dep_ in SUBJECTS:
            return Antecedent(occurrence.name, parsed, "pronoun-subject-before")
    if here:
        return Antecedent(here[-1].name, parsed, "pronoun-person-before")
    before = reading.parsed.get(parsed.sentence.index - 1)
    if before is not None:
        for subject in _subjects(before):
            for occurrence in occurrences:
                if before.span_of(subject).overlaps(occurrence.span) and _fits(occurrence.name, gender):
                    return Antecedent(occurrence.name, parsed, "pronoun-subject-of-previous")
            if subject.lower_ in (MALE if gender == "m" else FEMALE):
                return Antecedent(subject, before, "pronoun-subject-of-previous")
    earlier = [occurrence for occurrence in _named(occurrences, 0, start) if _fits(occurrence.name, gender)]
    if earlier:
        return Antecedent(earlier[-1].name, parsed, "pronoun-person-last-named")
    return None


def _subjects(parsed: Parsed) -> Iterator[Token]:
    """Subjects of a sentence: the main clause's first, then those of clauses that it reports."""
    roots = [token for token in parsed.doc if token.dep_ == "ROOT"]
    for root in roots:
        yield from (child for child in root.children if child.dep_ in SUBJECTS)
        for child in root.children:
            if child.dep_ in {"ccomp", "conj"}:
                yield from (grandchild for grandchild in child.children if grandchild.dep_ in SUBJECTS)


def _speaker(parsed: Parsed, token: Token, reading: Reading, occurrences: Sequence[Occurrence], offset: int) -> Antecedent | None:
    for ancestor in token.ancestors:
        if ancestor.lemma_ not in speech_verbs():
            continue
        for child in ancestor.children:
            if child.dep_ in SUBJECTS and child is not token and child.lower_ not in SPEAKER:
                return Antecedent(child, parsed, "pronoun-speaker")
    before = reading.parsed.get(parsed.sentence.index - 1)
    if before is not None:
        for subject in _subjects(before):
            if subject.lower_ not in RELATIVE:
                return Antecedent(subject, before, "pronoun-speaker-of-previous")
    earlier = [occurrence for occurrence in _named(occurrences, 0, offset) if occurrence.name.kind == "person"]
    return Antecedent(earlier[-1].name, parsed, "pronoun-person-last-named") if earlier else None


def _thing(parsed: Parsed, token: Token, reading: Reading, occurrences: Sequence[Occurrence], offset: int) -> Antecedent | None:
    many = token.lower_ in MANY
    for ancestor in token.ancestors:
        for child in ancestor.children:
            if (
                child.dep_ in SUBJECTS
                and child.i < token.i
                and child is not token
                and token not in child.subtree
                and _agrees(child, many=many)
            ):
                return Antecedent(child, parsed, "pronoun-subject-before")
    before = reading.parsed.get(parsed.sentence.index - 1)
    if before is not None:
        for subject in _subjects(before):
            if _agrees(subject, many=many):
                return Antecedent(subject, before, "pronoun-subject-of-previous")
    kinds: tuple[NameKind, ...] = ("organisation", "country", "bloc", "thing")
    earlier = [occurrence for occurrence in _named(occurrences, 0, offset) if occurrence.name.kind in kinds]
    return Antecedent(earlier[-1].name, parsed, "pronoun-last-named") if earlier else None


def _agrees(subject: Token, *, many: bool) -> bool:
    if subject.lower_ in MALE | FEMALE | SPEAKER | RELATIVE | {"there", "this", "what"}:
        return False
    if subject.lower_ in THING:
        return not many
    if subject.lower_ in MANY:
        return many
    plural = subject.tag_ in {"NNS", "NNPS"} or any(child.dep_ == "conj" for child in subject.children)
    return plural or subject.ent_type_ in {"ORG", "NORP"} if many else not plural and subject.ent_type_ != "PERSON"


@cache
def _roles() -> dict[str, tuple[NameKind, frozenset[str]]]:
    kinds: dict[str, NameKind] = {"organisation": "organisation", "country": "country", "bloc": "bloc"}
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
    before = _named(occurrences, 0, parsed.span_of(head).start)
    told = [occurrence for occurrence in (before, occurrences)[not before] if _bears(occurrence, role)]
    exact = [occurrence for occurrence in told if role in occurrence.roles]
    if told:
        return (exact or told)[-1].name, "role-told"
    if role.startswith("former "):
        return None
    if role not in _roles():
        later = [occurrence for occurrence in occurrences if _bears(occurrence, role)]
        return (later[0].name, "role-told-later") if later else None
    return _by_kind(head, before, *_roles()[role])


def _bears(occurrence: Occurrence, role: str) -> bool:
    return any(role == told or told.endswith(" " + role) for told in occurrence.roles)


def _by_kind(head: Token, before: list[Occurrence], kind: NameKind, words: frozenset[str]) -> tuple[Name, str] | None:
    """The last name of a role's kind: by the region for a country, by a word of the name for an organisation."""
    modifiers = [child for child in head.lefts if child.dep_ in {"amod", "compound", "nmod"}]
    names = [occurrence.name for occurrence in before if occurrence.name.kind == kind]
    if kind == "country":
        regions = {modifier.text for modifier in modifiers} & regional_adjectives()
        if regions:
            table = {form.country.name: form.country.regions for form in country_forms().values()}
            names = [name for name in names if regions & table[name.canonical]]
        elif modifiers:
            return None
        return (names[-1], "role-country") if names else None
    if kind == "bloc":
        return (names[-1], "role-bloc") if names else None
    fitting = [name for name in names if words & set(name.canonical.split())]
    if fitting:
        return fitting[-1], "role-by-word-of-name"
    based = all("based" in modifier.lower_ for modifier in modifiers)
    companies = [name for name in names if not _institution(name)]
    if companies and based and not words & INSTITUTIONS:
        return companies[-1], "role-company"
    return None


def _institution(name: Name) -> bool:
    """Whether a name is that of a body that no text calls a company."""
    return bool(INSTITUTIONS & set(name.canonical.split()))
