"""Canonical names over a whole article: every form that names somebody enters, its fullest form leaves.

"IMF" after "International Monetary Fund (IMF)", "Lind" after "Maria Lind", "Stellar" after "Stellar Bank Corp", "Defense Ministry"
after "Lithuanian Defense Ministry" are one name each; "Georgia" is a country or a state by what else the article names.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache

from extract.lexicons import read_table
from extract.mentions.countries import country_forms
from extract.mentions.name_words import ACRONYM, SMALL, NameKind, given_names, head_words, kind_of, like_person, role_nouns
from extract.spans import Span

PARTICLES = frozenset(
    {"van", "von", "der", "den", "de", "del", "della", "di", "da", "dos", "bin", "ibn", "al", "el", "le", "du", "la"}
)
GENERATIONS = frozenset({"Jr.", "Jr", "Sr.", "Sr", "II", "III", "IV"})
GIVEN_NAME_VOTES = 2  # what a given name says about a kind, in taggings of spaCy
INITIALS = re.compile(r"[A-Z]{3,7}")


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
    """A form of a name where it stands.

    Args:
        span: its place.
        words: its text.
        kind: what its words or its title make it; None if they say nothing.
        tagged: what spaCy takes it for; None if spaCy did not see it.
        roles: offices that a title before it tells.
        acronym: short form in brackets behind it.
        opener: whether it is one word whose capital may only be that of its sentence.
        headline: whether it stands in a line whose words all have capitals, so that its end is uncertain.
    """

    span: Span
    words: str
    kind: NameKind | None = None
    tagged: NameKind | None = None
    roles: tuple[str, ...] = ()
    acronym: str | None = None
    opener: bool = False
    headline: bool = False


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name that a form can stand for, where the article first gives it and how often, and the rule that made it so."""

    name: Name
    first: int
    count: int
    rule: str


@dataclass
class _Seen:
    """What an article shows of one form."""

    first: int
    count: int = 0
    titled: bool = False
    certain: bool = False
    delimited: bool = False
    tagged: Counter[NameKind] = field(default_factory=Counter)
    acronym: str | None = None
    kind: NameKind | None = None


Index = Mapping[str, list[str]]


def aliases(forms: Iterable[Form], text: str, lower: frozenset[str]) -> dict[str, tuple[Candidate, ...]]:
    """What each form of an article stands for; several candidates where people share a surname.

    Args:
        forms: every form where it stands.
        text: the article's text, for the cues of ambiguous names.
        lower: the words that the text writes in lower case.
    """
    seen = _counted(forms)
    table: dict[str, list[Candidate]] = {}
    told: set[str] = set()  # short forms that a bracket explains: nothing else can
    for words, targets in _fullest(seen, lower).items():
        if targets == [words] and not seen[words].certain and words not in country_forms():
            continue
        if words not in told:
            table.setdefault(words, []).extend(_candidate(words, target, seen) for target in targets)
        acronym = seen[words].acronym
        if acronym and (acronym not in country_forms() or country_forms()[acronym].country.name != words):
            name = _candidate(words, targets[0], seen).name
            table[acronym] = [Candidate(name, seen[words].first, seen[words].count, "name-acronym")]
            told.add(acronym)
    for form in _ambiguous().keys() & table.keys():
        if len(table[form]) == 1 and table[form][0].name.kind in ("country", "place"):
            table[form] = [_decided(form, table[form][0], text)]
    return {words: tuple(candidates) for words, candidates in table.items()}


def _candidate(words: str, target: str, seen: Mapping[str, _Seen]) -> Candidate:
    form = country_forms().get(target)
    found = seen[target]
    if form is not None and found.kind in ("country", "bloc"):
        name, rule = Name(form.country.name, form.country.kind, form.country.alpha2), f"name-country-{form.form}"
    else:
        name, rule = Name(target, found.kind or "thing"), "name-as-written" if target == words else "name-fullest-form"
    return Candidate(name, found.first, found.count, rule)


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


def _counted(forms: Iterable[Form]) -> dict[str, _Seen]:
    """The distinct forms, with what they are."""
    seen: dict[str, _Seen] = {}
    for form in forms:
        found = seen.setdefault(form.words, _Seen(form.span.start))
        found.first = min(found.first, form.span.start)
        found.count += 1
        found.titled |= form.kind == "person"
        found.certain |= not form.opener or form.tagged is not None
        found.delimited |= not form.headline
        found.acronym = found.acronym or form.acronym
        if form.tagged:
            found.tagged[form.tagged] += 1
    for words, found in seen.items():
        found.kind = _kind(words, found)
    for words in given_names().keys() & country_forms().keys() & seen.keys():
        if _is_bearer(words, seen):
            seen[words].kind = "person"
    _infer_people(seen)
    return seen


def _infer_people(seen: Mapping[str, _Seen]) -> None:
    """Make a person of "Rova Lindt", of whom nothing is known, where "Lindt" stands alone: an organisation keeps its first word."""
    for longer, found in seen.items():
        parts = longer.split()
        if found.kind is None and 2 <= len(parts) <= 3 and parts[-1] in seen and parts[0] not in country_forms():
            short = parts[-1]
            shouted = len(parts[0]) > 2 and parts[0].isupper()  # the credit of a picture: "REUTERS Lindt"
            plain = short.isalpha() and not short.endswith("s") and short not in head_words()
            if seen[short].kind in (None, "person") and plain and not shouted:
                found.kind = "person"


def _kind(words: str, found: _Seen) -> NameKind | None:
    if words in country_forms():
        return country_forms()[words].country.kind
    if found.titled:
        return "person"
    said, votes = kind_of(words), Counter(found.tagged)
    if said == "organisation" or (said is not None and votes["person"] * 2 <= votes.total()):
        return said
    if like_person(words):
        votes["person"] += GIVEN_NAME_VOTES
    if votes:
        return max(votes, key=votes.__getitem__)
    return "organisation" if ACRONYM.fullmatch(words) else None


def _is_bearer(words: str, seen: Mapping[str, _Seen]) -> bool:
    """Whether a given name that is also a country's or capital's means a person: nothing else of the article names the country."""
    country = country_forms()[words].country
    others = [other for other in seen if other != words and other in country_forms() and country_forms()[other].country == country]
    bearers = [other for other in seen if other.startswith(words + " ") and seen[other].kind == "person"]
    return not others and (bool(bearers) or country_forms()[words].form == "capital")


def _surnames(words: str) -> set[str]:
    """The forms by which a full name is told again: "van der Berg" and "Berg" for "Anna van der Berg", without "Jr.", "III"."""
    parts = words.replace(",", "").split()
    while len(parts) > 2 and parts[-1] in GENERATIONS:
        parts = parts[:-1]
    if len(parts) < 2:
        return set()
    begin = next((i for i in range(1, len(parts) - 1) if parts[i] in PARTICLES), len(parts) - 1)
    return {" ".join(parts[begin:]), parts[-1], " ".join(parts[1:])}


def _fullest(seen: Mapping[str, _Seen], lower: frozenset[str]) -> dict[str, list[str]]:
    """For each form the fuller forms that it can stand for, itself if there is none."""
    persons: Index = defaultdict(list)
    bearers: Index = defaultdict(list)
    groups: Index = defaultdict(list)
    for words, found in seen.items():
        if found.kind == "person":
            for surname in _surnames(words):
                persons[surname].append(words)
            bearers[words.split()[0]].append(words)
        elif found.kind not in ("country", "bloc"):
            for part in set(words.split()) - SMALL:
                groups[part].append(words)
    full = {}
    for words in seen:
        targets = _full_person(words, seen, persons, bearers) or _full_organisation(words, seen, groups, lower)
        full[words] = sorted(targets, key=lambda target: (-seen[target].count, seen[target].first)) or [words]
    # A fuller form may itself have a fuller one: "Bank" → "Stellar Bank" → "Stellar Bank Corp".
    return {words: [full[target][0] if len(targets) == 1 else target for target in targets] for words, targets in full.items()}


def _full_person(words: str, seen: Mapping[str, _Seen], persons: Index, bearers: Index) -> list[str]:
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


def _full_organisation(words: str, seen: Mapping[str, _Seen], groups: Index, lower: frozenset[str]) -> list[str]:
    """The fuller names that a short name of an organisation, place or thing can mean."""
    kind, parts = seen[words].kind, words.split()
    if kind in ("person", "country", "bloc") or parts[-1] in SMALL:
        return []
    own, found = set(parts) - SMALL, [full for full in _known_full(words) if full in seen]
    if INITIALS.fullmatch(words):
        found += [
            full for full in seen if " " in full and _initials(full) == words and seen[full].kind not in ("person", "country")
        ]
    found += [full for full in groups.get(parts[-1], ()) if own < set(full.split()) and _shortens(words, full, seen, lower)]
    return found


def _shortens(words: str, full: str, seen: Mapping[str, _Seen], lower: frozenset[str]) -> bool:
    """Whether a name can be the short form of a longer one that has all its words."""
    parts, longer, heads = words.split(), full.split(), head_words()
    more = set(longer) - set(parts) - SMALL
    if all(_may_be_left_off(extra) for extra in more):
        return True
    if seen[full].first > seen[words].first or (seen[words].delimited and not seen[full].delimited):
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
    return word in country_forms() or (word.rstrip(".,") in head_words() and head_words()[word.rstrip(".,")].end == "legal")


@cache
def _known_full(words: str) -> tuple[str, ...]:
    """The full names that news shortens in its own way ("Fed")."""
    return tuple(row["full"] for row in read_table("short_names") if row["short"] == words)


def _initials(full: str) -> str:
    return "".join(part[0] for part in re.split(r"[ -]", full) if part and part not in SMALL)
