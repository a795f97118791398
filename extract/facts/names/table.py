"""The names of an article: one table, built once, that says what every noun phrase of the article stands for."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from spacy.tokens import Token

from extract.articles.dateline import read_dateline
from extract.facts.names.aliases import Candidate, Form, Name, aliases
from extract.facts.names.beside import name_beside
from extract.facts.names.coreference import antecedent, is_pronoun
from extract.facts.names.form_index import FormIndex, country_index
from extract.facts.names.forms import name_forms
from extract.facts.names.occurrences import NameMention, Occurrence
from extract.facts.names.phrases import noun_phrase, phrase_as_written
from extract.facts.names.roles import body_named, gender_told, governed, is_quoted, role_holder, roles_beside
from extract.facts.reading import Parsed, Reading
from extract.mentions.countries import country_forms
from extract.mentions.entities import Entity, mended_entities
from extract.mentions.name_words import NameKind, function_words
from extract.mentions.proper_names import lower_words
from extract.spans import Span

__all__ = ["Name", "NameMention", "NameTable", "Resolution", "build_names"]

SHARES = frozenset({"share", "shares", "stock", "stocks"})  # they stand in a table for their company
GOVERNMENT = frozenset({"government", "authorities", "state"})  # with a country's name it is the country
PARTS = frozenset({"part", "rest", "remainder", "bulk", "majority", "portion", "most", "half", "third", "quarter", "number"})
OFFICES = frozenset({"office", "administration", "campaign", "ministry", "department", "team", "party"})  # named by whose they are
PLACE_PREPOSITIONS = frozenset({"in", "at", "near", "from", "outside", "around", "across", "through", "inside", "over", "on"})
ADJECTIVE = frozenset({"amod", "compound", "nmod"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
NOMINAL = frozenset({"NOUN", "PROPN"})
REACH = 60  # characters in which a dateline ends
DASH = re.compile(r"\s*[—–]\s*|\s+--?\s+|--")
WORD_START = re.compile(r"(?<!\w)\w")
CHAIN = 4  # pronouns that may lead to each other


@dataclass(frozen=True, slots=True)
class Resolution:
    """What a noun phrase stands for.

    Args:
        name: canonical name, or the phrase as written.
        kind: what it is; `thing` for a phrase.
        alpha2: ISO 3166-1 alpha-2 code of a country.
        rule: name of the rule that resolved it.
        span: the words of the article that it was read from.
    """

    name: str
    kind: NameKind
    alpha2: str | None
    rule: str
    span: Span


@dataclass(frozen=True)
class NameTable:
    """The names of one article.

    Args:
        reading: the article as it was read.
        forms: every form of a name, and what it can stand for.
        occurrences: every name where it stands, over the whole text, in order.
        found: the names of each parsed sentence, by its number.
    """

    reading: Reading
    forms: Mapping[str, tuple[Candidate, ...]]
    occurrences: tuple[Occurrence, ...]
    found: Mapping[int, tuple[NameMention, ...]]

    @cached_property
    def _resolved(self) -> dict[tuple[int, int], Resolution | None]:
        """What has been asked for before, by sentence and token: the quantities of a sentence ask for the same phrases."""
        return {}

    @cached_property
    def alpha2(self) -> dict[str, str]:
        """ISO 3166-1 alpha-2 codes of the article's countries, by canonical name."""
        told = (mention.name for mentions in self.found.values() for mention in mentions)
        return {name.canonical: name.alpha2 for name in (*told, *(each.name for each in self.occurrences)) if name.alpha2}

    def mentions(self, parsed: Parsed) -> tuple[NameMention, ...]:
        """All names in a parsed sentence, in order; none overlaps another."""
        return self.found.get(parsed.sentence.index, ())

    def of_token(self, parsed: Parsed, token: Token) -> Resolution | None:
        """What the noun phrase that a token heads or belongs to stands for; None if the token is in no noun phrase."""
        place = (parsed.sentence.index, token.i)
        if place not in self._resolved:
            self._resolved[place] = self._resolve(parsed, token, CHAIN)
        return self._resolved[place]

    def _mention_at(self, parsed: Parsed, token: Token) -> NameMention | None:
        return next((mention for mention in self.mentions(parsed) if mention.start <= token.i < mention.end), None)

    def _resolve(self, parsed: Parsed, token: Token, chain: int) -> Resolution | None:
        mention = self._mention_at(parsed, token)
        if mention is not None:
            behind = self._behind_dateline(parsed, token) if token.dep_ in SUBJECTS else None
            return behind or _resolution(mention.name, mention.rule, mention.span)
        if is_pronoun(token):
            return self._antecedent(parsed, token, chain)
        if token.pos_ not in {"NOUN", "PROPN", "NUM", "ADJ", "VERB", "SYM"}:
            return None
        owner = self._owner(parsed, token, chain) or self._whole(parsed, token, chain)
        if owner is not None:
            return owner
        names = [each for each in self.mentions(parsed) if each.name.kind not in ("country", "bloc") and not each.adjective]
        if beside := name_beside(parsed.doc, token, names):
            return _resolution(beside[0].name, beside[1], beside[0].span)
        holder = role_holder(parsed, token, self.occurrences, self.reading.article.text)
        if holder is not None:
            return _resolution(*holder, parsed.span_of(noun_phrase(token)))
        phrase = phrase_as_written(token)
        whose = self._whose(parsed, token, chain)
        text = f"{whose}'s {noun_phrase(token).text}" if whose else " ".join(phrase.text.split())
        return Resolution(text, "thing", None, "phrase-of-owner" if whose else "phrase-as-written", parsed.span_of(phrase))

    def _whose(self, parsed: Parsed, head: Token, chain: int) -> str | None:
        """The name of whose office a noun with a possessive pronoun means; None if it is no such noun."""
        owner = next((child for child in head.lefts if child.dep_ == "poss" and is_pronoun(child)), None)
        if owner is None or head.lower_ not in OFFICES:
            return None
        found = self._antecedent(parsed, owner, chain)
        return found.name if found is not None and found.kind != "thing" else None

    def _behind_dateline(self, parsed: Parsed, token: Token) -> Resolution | None:
        """What stands behind the dateline that a token is in: the parser takes the place in "OSLO, May 3 - Lindt said" to act."""
        text = parsed.text
        dash = DASH.search(text, token.idx, REACH) if token.idx < REACH else None
        if dash is None or read_dateline(text) is None:
            return None
        for noun in parsed.doc:
            if (
                noun.idx >= dash.end()
                and noun.pos_ in NOMINAL
                and (noun.i + 1 == len(parsed.doc) or noun.nbor().pos_ not in NOMINAL)
            ):
                found = self._resolve(parsed, noun, 0)
                return replace(found, rule="behind-dateline") if found else None
        return None

    def _owner(self, parsed: Parsed, head: Token, chain: int) -> Resolution | None:
        """Whose shares or government a noun is."""
        word = head.lower_
        if word not in SHARES and word not in GOVERNMENT:
            return None
        objects = (thing for right in head.rights if right.lower_ == "of" for thing in right.children)
        for child in (*head.lefts, *objects):
            mention = self._mention_at(parsed, child)
            if mention is not None and (word in SHARES or mention.name.kind in ("country", "bloc")):
                rule = "name-of-shares" if word in SHARES else "name-of-government"
                return _resolution(mention.name, rule, mention.span)
            if child.dep_ == "poss" and word in SHARES and is_pronoun(child):
                return self._antecedent(parsed, child, chain)
            if child.dep_ == "poss" and word in GOVERNMENT and chain:
                found = self._resolve(parsed, child, chain - 1)
                if found is not None and found.kind == "country":
                    return replace(found, rule="name-of-government")
        return None

    def _whole(self, parsed: Parsed, head: Token, chain: int) -> Resolution | None:
        """What a noun of part is a part of: "the rest of the loan", "a number of donors"."""
        if head.lower_ not in PARTS or not chain:
            return None
        things = [thing for right in head.rights if right.lower_ == "of" for thing in right.children if thing.dep_ == "pobj"]
        found = self._resolve(parsed, things[0], chain - 1) if things else None
        return replace(found, rule="whole-of-part") if found else None

    def _antecedent(self, parsed: Parsed, token: Token, chain: int) -> Resolution | None:
        found = antecedent(parsed, token, self.reading, self.occurrences)
        if found is None or not chain:
            return None
        if isinstance(found.target, Name):
            return _resolution(found.target, found.rule, parsed.span_of(token))
        resolved = self._resolve(found.parsed, found.target, chain - 1)
        return replace(resolved, rule=found.rule) if resolved else None


def build_names(reading: Reading) -> NameTable:
    """Read the names of an article: capitals over the whole text, spaCy's entities in the parsed sentences."""
    text = reading.article.text
    lower = lower_words(text)
    entities = {number: tuple(mended_entities(parsed.doc)) for number, parsed in reading.parsed.items()}
    forms = name_forms(reading, entities, lower)
    known = aliases(forms, text, lower)
    schemes = [scheme.span for scheme in reading.outline.schemes]
    told = (_occurrence(form, known, text) for form in forms if form.words in known)
    occurrences = tuple(each for each in told if not _is_part(each.span, each.name, schemes))
    written = {False: FormIndex.of(known), True: FormIndex.of(known, capitals=True)}
    found = {
        number: tuple(
            each
            for each in _mentions(text, parsed, known, written, entities[number])
            if not (each.adjective and _is_part(each.span, each.name, schemes))
        )
        for number, parsed in reading.parsed.items()
    }
    country = governed([each for each in occurrences if each.body.endswith(" government")], occurrences)
    if country is not None:
        found = {number: _with_governments(reading.parsed[number], names, country) for number, names in found.items()}
    return NameTable(reading, known, occurrences, found)


def _is_part(span: Span, name: Name, schemes: Sequence[Span]) -> bool:
    """Whether a country's name only helps to name a scheme: "Danish" in "the Danish model"."""
    if name.kind not in ("country", "bloc"):
        return False
    return any(scheme.start <= span.start and span.end <= scheme.end and scheme != span for scheme in schemes)


def _occurrence(form: Form, known: Mapping[str, tuple[Candidate, ...]], text: str) -> Occurrence:
    """A form where it stands; a capital that no parse shows to act is a place ("Oslo-based"), so that it names no country."""
    name, rule = meant(known, form.words, form.span.start)
    if rule == "name-country-capital":
        name = Name(form.words, "place")
    roles = (*form.roles, *roles_beside(text, form.span))
    return Occurrence(form.span, name, roles, body_named(text, form.span), is_quoted(text, form.span), gender_told(text, form.span))


def meant(known: Mapping[str, tuple[Candidate, ...]], form: str, offset: int) -> tuple[Name, str]:
    """Whom a form means at a place of the article, and the rule that says so: of several the one named most until then."""
    candidates = known.get(form)
    if candidates:
        before = [candidate for candidate in candidates if candidate.first <= offset] or candidates
        best = max(before, key=lambda candidate: candidate.count)
        return best.name, best.rule
    country = country_forms()[form]
    return Name(country.country.name, country.country.kind, country.country.alpha2), f"name-country-{country.form}"


def _mentions(
    article: str,
    parsed: Parsed,
    known: Mapping[str, tuple[Candidate, ...]],
    written: Mapping[bool, FormIndex],
    entities: tuple[Entity, ...],
) -> Iterator[NameMention]:
    """The names in a sentence: at each word the longest form of the article or of a country."""
    doc, start = parsed.doc, parsed.sentence.span.start
    text = parsed.text
    index, countries = written[text.isupper()], country_index(capitals=text.isupper())
    labels = {entity.place: entity.label for entity in entities}
    reached = 0
    for word in WORD_START.finditer(text):
        place = word.start()
        if place < reached or not (index.has(text, place) or countries.has(text, place)):
            continue
        length, form = max(index.longest(text, place) or (0, ""), countries.longest(text, place) or (0, ""), key=_length)
        tokens = doc.char_span(place, place + length, alignment_mode="expand") if length > 1 else None
        if tokens is None or (form.lower() in function_words() and tokens.root.pos_ != "PROPN"):
            continue
        name, rule = meant(known, form, start + place)
        country = country_forms().get(form)
        adjective = False
        if country is not None and rule == "name-country-capital" and _is_place(tokens.root):
            name, rule = Name(form, "place"), "name-as-written"
        elif country is not None and rule == "name-country-demonym":
            adjective = tokens.root.dep_ in ADJECTIVE
            if not adjective and _is_people(tokens.root):
                name, rule = Name(form, "thing"), "name-people-as-written"
        reached = place + length
        yield NameMention(Span(start + place, start + reached), tokens.start, tokens.end, name, labels.get(place), adjective, rule)


def _with_governments(parsed: Parsed, names: tuple[NameMention, ...], country: Name) -> tuple[NameMention, ...]:
    """The names of a sentence, and the country where "government" stands before a noun: "a government support package"."""
    more = [
        NameMention(parsed.span_of(token), token.i, token.i + 1, country, None, adjective=False, rule="name-of-government")
        for token in parsed.doc
        if token.lower_ == "government" and token.dep_ in ADJECTIVE and (token.i == 0 or _is_national(token.nbor(-1).text))
    ]
    taken = {i for name in names for i in range(name.start, name.end)}
    free = [name for name in more if name.start not in taken]
    return tuple(sorted((*names, *free), key=lambda name: name.start)) if free else names


def _is_national(before: str) -> bool:
    """Whether the word before "government" leaves it the country's: not "the Lindt government", "a local government"."""
    return before.islower() and before not in {"local", "state", "municipal", "regional", "provincial", "county", "city", "foreign"}


def _length(found: tuple[int, str]) -> int:
    return found[0]


def _resolution(name: Name, rule: str, span: Span) -> Resolution:
    return Resolution(name.canonical, name.kind, name.alpha2, rule, span)


def _is_place(root: Token) -> bool:
    """Whether a capital is meant as a place: where something is, or part of an address, not a government that acts."""
    if root.dep_ == "pobj":
        return root.head.lower_ in PLACE_PREPOSITIONS
    return root.dep_ in {"appos", "npadvmod", "compound", "nmod", "ROOT"}


def _is_people(root: Token) -> bool:
    """Whether a people's name counts heads ("most Americans"); with the article it is the country ("the Germans will pay")."""
    return root.tag_ in {"NNS", "NNPS"} and not any(child.dep_ == "det" and child.lower_ == "the" for child in root.lefts)
