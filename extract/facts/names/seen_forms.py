"""What an article shows of each form of a name: every form where it stands enters, what it names leaves.

Titles and head words decide what a form is; spaCy's taggings are votes, which what the article itself shows can overrule: "Anna
Lindt" is a person if "Ms Lindt" or "Lindt said" stands alone later, and "Lindt" is a company if "Lindt Corp" stands too.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from extract.mentions.countries import country_forms
from extract.mentions.name_words import (
    ACRONYM,
    NameKind,
    function_words,
    given_names,
    head_words,
    kind_of,
    like_person,
    surnames_first,
)
from extract.spans import Span

GIVEN_NAME_VOTES = 2  # what a given name says about a kind, in taggings of spaCy
SPEAKS = re.compile(r"([A-Z][\w’'-]+) (?:said|says|told|tells|added|adds)\b|\b(?:said|says|added) ([A-Z][\w’'-]+)(?=[,.\n])")
LEGAL_BEHIND = re.compile(r",? (?:Inc|Corp|Corporation|Co|Company|Ltd|Limited|Plc|PLC|plc|AG|SA|SE|NV|GmbH|SpA|AB|ASA|Oyj)\.?")


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


@dataclass
class Seen:
    """What an article shows of one form."""

    first: int
    count: int = 0
    titled: bool = False
    certain: bool = False
    delimited: bool = False
    tagged: Counter[NameKind] = field(default_factory=Counter)
    acronym: str | None = None
    kind: NameKind | None = None


def seen_forms(forms: Iterable[Form], text: str) -> dict[str, Seen]:
    """The distinct forms of an article, with what they are."""
    seen: dict[str, Seen] = {}
    for form in forms:
        found = seen.setdefault(form.words, Seen(form.span.start))
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
    _infer_companies(seen)
    _infer_people(seen, frozenset(word for match in SPEAKS.finditer(text) for word in match.groups() if word))
    return seen


def _kind(words: str, found: Seen) -> NameKind | None:
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


def _is_bearer(words: str, seen: Mapping[str, Seen]) -> bool:
    """Whether a given name that is also a country's or capital's means a person: nothing else of the article names the country."""
    country = country_forms()[words].country
    others = [other for other in seen if other != words and other in country_forms() and country_forms()[other].country == country]
    bearers = [other for other in seen if other.startswith(words + " ") and seen[other].kind == "person"]
    return not others and (bool(bearers) or country_forms()[words].form == "capital")


def _infer_companies(seen: Mapping[str, Seen]) -> None:
    """Make an organisation of what stands with its legal form elsewhere: "Lindt" beside "Lindt Corp"."""
    for longer in list(seen):
        legal = LEGAL_BEHIND.search(longer)
        short = longer[: legal.start()] if legal and legal.end() == len(longer) else ""
        if short in seen and not seen[short].titled and short not in country_forms():
            seen[short].kind = "organisation"


def _infer_people(seen: Mapping[str, Seen], speaking: frozenset[str]) -> None:
    """Make a person of "Rova Lindt" where "Lindt" stands alone: an organisation keeps its first word, not its last."""
    for longer, found in seen.items():
        parts = longer.split()
        if _begins_with_surname(parts, seen, speaking):
            found.kind = seen[parts[0]].kind = "person"
            continue
        if not 2 <= len(parts) <= 3 or parts[-1] not in seen or _is_country(parts[0]) or found.kind == "person":
            continue
        short, alone = parts[-1], seen[parts[-1]]
        shouted = len(parts[0]) > 2 and parts[0].isupper()  # the credit of a picture: "REUTERS Lindt"
        plain = (
            short.replace("-", "").isalpha() and not short.isupper() and short not in head_words() and short not in country_forms()
        )
        common = parts[0] in head_words() or parts[0].lower() in function_words()
        if not plain or shouted or common or kind_of(longer) is not None:
            continue
        unknown = found.kind is None and alone.kind in (None, "person") and not short.endswith("s")
        votes = alone.tagged["person"] + found.tagged["person"]
        shown = alone.titled or (parts[0] not in seen and not short.endswith("s") and (short in speaking or votes))
        if unknown or shown:
            found.kind = alone.kind = "person"


def _begins_with_surname(parts: list[str], seen: Mapping[str, Seen], speaking: frozenset[str]) -> bool:
    """Whether words of which nothing is known are a person's name with the surname first, which stands alone elsewhere."""
    surname = parts[0]
    if not 2 <= len(parts) <= 3 or surname not in surnames_first() or surname not in seen or seen[" ".join(parts)].kind is not None:
        return False
    return seen[surname].kind == "person" or surname in speaking


def _is_country(word: str) -> bool:
    """Whether a word names a country and can be no given name; a capital's name can: "Paris", "London"."""
    return word in country_forms() and country_forms()[word].form != "capital"
