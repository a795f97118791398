"""The names of an article: one table, built once, that says what every noun phrase of the article stands for."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from spacy.tokens import Token

from extract.facts.aliases import Candidate, Form, Name, aliases
from extract.facts.coreference import Occurrence, antecedent, is_pronoun, role_holder
from extract.facts.phrases import noun_phrase
from extract.facts.reading import Parsed, Reading
from extract.mentions.countries import country_forms
from extract.mentions.entities import mended_entities
from extract.mentions.proper_names import NameKind, find_proper_names
from extract.spans import Span

__all__ = ["Name", "NameMention", "NameTable", "Resolution", "build_names"]

# Heads that mean the one they belong to: shares of a company, the government of a country.
BELONGINGS = frozenset({"share", "shares", "stock", "stocks"})
GOVERNMENT = frozenset({"government", "authorities", "administration", "state"})
PLACE_PREPOSITIONS = frozenset({"in", "at", "near", "from", "outside", "around", "across", "through", "inside", "over", "on"})
KEY = 2  # first characters by which the forms of names are filed


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


@dataclass(frozen=True, slots=True)
class NameMention:
    """A name that stands in a parsed sentence.

    Args:
        span: where it stands in the article.
        start: its first token in the sentence.
        end: the token behind its last.
        name: whom it names.
        label: spaCy's label of an entity there; None if spaCy saw none.
        adjective: whether it is a country's adjective that only modifies a noun ("Danish" in "Danish model").
        rule: the rule that gave the canonical name.
    """

    span: Span
    start: int
    end: int
    name: Name
    label: str | None
    adjective: bool
    rule: str


@dataclass(frozen=True)
class NameTable:
    """The names of one article.

    Args:
        reading: the article as it was read.
        forms: every form of a name and what it can stand for.
        occurrences: every name where it stands, over the whole text, in order.
    """

    reading: Reading
    forms: dict[str, tuple[Candidate, ...]]
    occurrences: tuple[Occurrence, ...]

    @cached_property
    def _filed(self) -> dict[str, tuple[str, ...]]:
        return _file(self.forms)

    @cached_property
    def _filed_capitals(self) -> dict[str, tuple[str, ...]]:
        return _file({form.upper(): None for form in self.forms})

    @cached_property
    def _by_capitals(self) -> dict[str, str]:
        return {form.upper(): form for form in self.forms}

    @cached_property
    def _mentions(self) -> dict[int, tuple[NameMention, ...]]:
        return {}

    def mentions(self, parsed: Parsed) -> tuple[NameMention, ...]:
        """All names in a parsed sentence, in order; none overlaps another."""
        known = self._mentions.get(parsed.sentence.index)
        if known is None:
            known = self._mentions[parsed.sentence.index] = tuple(self._find(parsed))
        return known

    def _find(self, parsed: Parsed) -> Iterator[NameMention]:
        doc, text = parsed.doc, parsed.doc.text
        labels = {entity.start: entity for entity in mended_entities(doc)}
        capitals = text.isupper()
        reached = 0
        for token in doc:
            if token.idx < reached or not (token.text[0].isalnum()):
                continue
            form = self._longest(text, token.idx, capitals=capitals)
            if form is None:
                continue
            end = token.idx + len(form)
            tokens = doc.char_span(token.idx, end, alignment_mode="expand")
            if tokens is None or (len(form) == 1):
                continue
            name, rule = self._meant(
                self._by_capitals.get(form, form) if capitals else form, parsed.sentence.span.start + token.idx
            )
            root = tokens.root
            country = country_forms().get(form)
            if country is not None and country.form == "capital" and rule == "name-country-capital" and _is_place(root):
                name, rule = Name(form, "place"), "name-as-written"
            entity = labels.get(tokens.start)
            adjective = (
                country is not None
                and country.form == "demonym"
                and name.kind == "country"
                and root.dep_ in {"amod", "compound", "nmod"}
            )
            span = Span(parsed.sentence.span.start + token.idx, parsed.sentence.span.start + end)
            yield NameMention(span, tokens.start, tokens.end, name, entity.label if entity else None, adjective, rule)
            reached = end

    def _longest(self, text: str, place: int, *, capitals: bool) -> str | None:
        filed = self._filed_capitals if capitals else self._filed
        best: str | None = None
        for forms in (filed, _filed_countries(capitals=capitals)):
            for form in forms.get(text[place : place + KEY], ()):
                if best is not None and len(form) <= len(best):
                    break
                if text.startswith(form, place) and not text[place + len(form) : place + len(form) + 1].isalnum():
                    best = form
                    break
        return best

    def _meant(self, form: str, offset: int) -> tuple[Name, str]:
        candidates = self.forms.get(form, ())
        if candidates:
            before = [candidate for candidate in candidates if candidate.first <= offset] or list(candidates)
            best = max(before, key=lambda candidate: candidate.count)
            return best.name, best.rule
        country = country_forms()[form if form in country_forms() else _country_capitals()[form]]
        return Name(country.country.name, country.country.kind, country.country.alpha2), f"name-country-{country.form}"

    def of_token(self, parsed: Parsed, token: Token) -> Resolution | None:
        """What the noun phrase that a token heads or belongs to stands for; None if the token is in no noun phrase."""
        return self._resolve(parsed, token, depth=0)

    def _resolve(self, parsed: Parsed, token: Token, *, depth: int) -> Resolution | None:
        if depth > 4:
            return None
        mentions = self.mentions(parsed)
        inside = next((mention for mention in mentions if mention.start <= token.i < mention.end), None)
        if inside is not None and not inside.adjective:
            return Resolution(inside.name.canonical, inside.name.kind, inside.name.alpha2, inside.rule, inside.span)
        if is_pronoun(token):
            return self._antecedent(parsed, token, depth=depth)
        if inside is not None:
            return Resolution(inside.name.canonical, inside.name.kind, inside.name.alpha2, inside.rule, inside.span)
        if token.pos_ not in {"NOUN", "PROPN", "NUM", "ADJ", "VERB", "SYM"}:
            return None
        owner = self._owner(parsed, token, depth=depth)
        if owner is not None:
            return owner
        holder = role_holder(parsed, token, self.occurrences)
        if holder is not None:
            name, rule = holder
            return Resolution(name.canonical, name.kind, name.alpha2, rule, parsed.span_of(noun_phrase(token)))
        phrase = noun_phrase(token)
        return Resolution(phrase.text, "thing", None, "phrase-as-written", parsed.span_of(phrase))

    def _owner(self, parsed: Parsed, head: Token, *, depth: int) -> Resolution | None:
        """The one whose shares or government a noun is."""
        if head.lower_ not in BELONGINGS and head.lower_ not in GOVERNMENT:
            return None
        for child in (*head.lefts, *(grandchild for child in head.rights if child.lower_ == "of" for grandchild in child.children)):
            mention = next((mention for mention in self.mentions(parsed) if mention.start <= child.i < mention.end), None)
            if mention is not None and (head.lower_ in BELONGINGS or mention.name.kind in ("country", "bloc")):
                rule = "name-of-belonging" if head.lower_ in BELONGINGS else "name-of-government"
                return Resolution(mention.name.canonical, mention.name.kind, mention.name.alpha2, rule, mention.span)
            if is_pronoun(child) and child.dep_ == "poss" and head.lower_ in BELONGINGS:
                return self._antecedent(parsed, child, depth=depth)
        return None

    def _antecedent(self, parsed: Parsed, token: Token, *, depth: int) -> Resolution | None:
        found = antecedent(parsed, token, self.reading, self.occurrences)
        if found is None:
            return None
        if isinstance(found.target, Name):
            name = found.target
            return Resolution(name.canonical, name.kind, name.alpha2, found.rule, parsed.span_of(token))
        resolved = self._resolve(found.parsed, found.target, depth=depth + 1)
        if resolved is None:
            return None
        return Resolution(resolved.name, resolved.kind, resolved.alpha2, found.rule, resolved.span)


def _is_place(root: Token) -> bool:
    """Whether a capital is meant as a place: where something is, or part of an address, not a government that acts."""
    if root.dep_ == "pobj":
        return root.head.lower_ in PLACE_PREPOSITIONS
    return root.dep_ in {"appos", "npadvmod", "compound", "nmod", "ROOT"}


def _file(forms: dict[str, object] | dict[str, tuple[Candidate, ...]]) -> dict[str, tuple[str, ...]]:
    """Forms by their first characters, the longest first."""
    filed: dict[str, list[str]] = {}
    for form in forms:
        filed.setdefault(form[:KEY], []).append(form)
    return {key: tuple(sorted(found, key=len, reverse=True)) for key, found in filed.items()}


@cache
def _country_capitals() -> dict[str, str]:
    return {form.upper(): form for form in country_forms()}


@cache
def _filed_countries(*, capitals: bool) -> dict[str, tuple[str, ...]]:
    return _file(dict.fromkeys(_country_capitals() if capitals else country_forms(), ()))


def build_names(reading: Reading) -> NameTable:
    """Read the names of an article: capitals over the whole text, spaCy's entities in the parsed sentences, the title apart."""
    text = reading.article.text
    forms = [
        Form(found.span, found.words, found.kind, found.roles, found.acronym)
        for found in find_proper_names(text, tuple(sentence.span for sentence in reading.outline.sentences))
    ]
    taken = {form.span.start for form in forms}
    for parsed in reading.parsed.values():
        for entity in mended_entities(parsed.doc):
            tokens = parsed.doc[entity.start : entity.end]
            span = parsed.span_of(tokens)
            if span.start not in taken:
                forms.append(Form(span, tokens.text, entity.kind))
            else:
                forms = forms
    found = aliases(forms, text)
    table = NameTable(reading, found, ())
    occurrences = tuple(
        Occurrence(form.span, table._meant(form.words, form.span.start)[0], form.roles)
        for form in sorted(forms, key=lambda form: form.span)
    )
    return NameTable(reading, found, occurrences)
