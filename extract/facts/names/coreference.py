"""Pronouns: a pronoun enters, the subject or name before it that fits in number, person and gender leaves."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from extract.facts.context import speech_verbs
from extract.facts.names.aliases import Name
from extract.facts.names.occurrences import Occurrence, named_between
from extract.facts.names.roles import is_role
from extract.facts.noun_kinds import kinds_of
from extract.facts.quotations import quotation_at
from extract.facts.reading import Parsed, Reading
from extract.mentions.name_words import NameKind, given_names, outlets
from extract.spans import Span

MALE = frozenset({"he", "him", "his", "himself"})
FEMALE = frozenset({"she", "her", "hers", "herself"})
THING = frozenset({"it", "its", "itself"})
MANY = frozenset({"they", "them", "their", "theirs", "themselves"})
SPEAKER = frozenset({"i", "me", "my", "mine", "we", "us", "our", "ours"})
RELATIVE = frozenset({"who", "which", "that", "whose", "whom"})
PRONOUNS = MALE | FEMALE | THING | MANY | SPEAKER | RELATIVE
MEN = frozenset({"man", "boy", "father", "husband", "son", "brother"})
WOMEN = frozenset({"woman", "girl", "mother", "wife", "daughter", "sister"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
NEAR = 60  # characters before a word in which a name that it ends can begin
BACK = 2  # sentences before in which a subject of many is looked for: one of a single thing changes with each


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
    if _is_empty(token):
        return None
    offset = parsed.span_of(token).start
    if word in MALE or word in FEMALE:
        return _person(parsed, token, reading, occurrences, offset, "m" if word in MALE else "f")
    if word in SPEAKER:
        return _speaker(parsed, token, reading, occurrences, offset)
    return _thing(parsed, token, reading, occurrences, offset)


def _is_empty(token: Token) -> bool:
    """Whether "it" stands for nothing but the clause behind it: "It is absurd that Lind paid"."""
    clauses = (child for child in token.head.rights if child.dep_ in {"ccomp", "csubj"})
    return (
        token.lower_ == "it"
        and token.head.lemma_ == "be"
        and any(child.lower_ == "that" for each in clauses for child in each.lefts)
    )


def _fits(name: Name, gender: str, told: Mapping[Name, str]) -> bool:
    """Whether a person can be meant by a pronoun of a gender, as far as "Mr" or "Ms" or else the given name tells."""
    return name.kind == "person" and gender in (told.get(name) or given_names().get(name.canonical.split()[0], "fm"))


def _person(
    parsed: Parsed, token: Token, reading: Reading, occurrences: Sequence[Occurrence], offset: int, gender: str
) -> Antecedent | None:
    start = parsed.sentence.span.start
    told = {occurrence.name: occurrence.gender for occurrence in occurrences if occurrence.gender}
    here = [occurrence for occurrence in named_between(occurrences, start, offset) if _fits(occurrence.name, gender, told)]
    for occurrence in here:
        tokens = parsed.tokens_of(occurrence.span)
        if tokens is not None and tokens.root.dep_ in SUBJECTS:
            return Antecedent(occurrence.name, parsed, "pronoun-subject-before")
    for subject in _subjects_above(token):
        if _calls_person(subject, gender):
            return Antecedent(subject, parsed, "pronoun-noun-before")
    if here:
        return Antecedent(here[-1].name, parsed, "pronoun-person-before")
    before = reading.parsed.get(parsed.sentence.index - 1)
    if before is not None:
        for subject in _subjects(before):
            for occurrence in occurrences:
                if before.span_of(subject).overlaps(occurrence.span) and _fits(occurrence.name, gender, told):
                    return Antecedent(occurrence.name, parsed, "pronoun-subject-of-previous")
            if subject.lower_ in (MALE if gender == "m" else FEMALE):
                return Antecedent(subject, before, "pronoun-subject-of-previous")
            if _calls_person(subject, gender):
                return Antecedent(subject, before, "pronoun-noun-of-previous")
    earlier = [occurrence for occurrence in named_between(occurrences, 0, start) if _fits(occurrence.name, gender, told)]
    if earlier:
        return Antecedent(earlier[-1].name, parsed, "pronoun-person-last-named")
    return None


def _calls_person(noun: Token, gender: str) -> bool:
    """Whether a noun calls one person without a name ("a woman", "one of the waiters") whom a pronoun of a gender can mean.

    A noun with an owner does not: "Lind's lawyer" is rather not who "he" is. An office with "the" tells somebody named again.
    """
    if noun.lower_ == "one":
        return any(child.lower_ == "of" for child in noun.rights)
    if noun.tag_ != "NN" or any(child.dep_ == "poss" for child in noun.lefts):
        return False
    if is_role(noun) and any(child.lower_ == "the" for child in noun.lefts):
        return False
    return kinds_of(noun)[0] == "person" and noun.lower_ not in (WOMEN if gender == "m" else MEN)


def _subjects_above(token: Token) -> Iterator[Token]:
    """The subjects before a token of the clauses that it stands in, the nearest first."""
    for ancestor in token.ancestors:
        for child in ancestor.children:
            if child.dep_ in SUBJECTS and child.i < token.i and child is not token and token not in child.subtree:
                yield child


def _subjects(parsed: Parsed) -> Iterator[Token]:
    """Subjects of a sentence: the main clause's first, then those of clauses that it reports."""
    roots = [token for token in parsed.doc if token.dep_ == "ROOT"]
    for root in roots:
        yield from (child for child in root.children if child.dep_ in SUBJECTS)
        for child in root.children:
            if child.dep_ in {"ccomp", "conj"}:
                yield from (grandchild for grandchild in child.children if grandchild.dep_ in SUBJECTS)


def _speaker(parsed: Parsed, token: Token, reading: Reading, occurrences: Sequence[Occurrence], offset: int) -> Antecedent | None:
    """Who says "I" or "we": the subject of the verb of speech above it or beside its quotation; nobody where nobody is quoted."""
    for ancestor in token.ancestors:
        if (subject := _speaking(ancestor)) is not None and subject is not token:
            return Antecedent(subject, parsed, "pronoun-speaker")
    quotation = quotation_at(reading.outline.quoted, offset)
    if quotation is None:
        return None
    for other in _around(quotation, reading):
        for word in other.doc:
            subject = _speaking(word)
            if subject is not None and quotation_at(reading.outline.quoted, other.span_of(subject).start) is None:
                return Antecedent(subject, other, "pronoun-speaker-of-quotation")
    before = reading.parsed.get(parsed.sentence.index - 1)
    if before is not None:
        for subject in _subjects(before):
            if subject.lower_ not in RELATIVE:
                return Antecedent(subject, before, "pronoun-speaker-of-previous")
    earlier = [occurrence for occurrence in named_between(occurrences, 0, offset) if occurrence.name.kind == "person"]
    return Antecedent(earlier[-1].name, parsed, "pronoun-person-last-named") if earlier else None


def _speaking(verb: Token) -> Token | None:
    """The subject of a verb of speech, if it is nobody who says "I"."""
    if verb.lemma_ not in speech_verbs():
        return None
    return next((child for child in verb.children if child.dep_ in SUBJECTS and child.lower_ not in SPEAKER | RELATIVE), None)


def _around(quotation: Span, reading: Reading) -> Iterator[Parsed]:
    """The parsed sentences that a quotation runs through, then those beside it."""
    through = [each for each in reading.parsed.values() if each.sentence.span.overlaps(quotation)]
    yield from through
    numbers = [each.sentence.index for each in through]
    for beside in (min(numbers) - 1, max(numbers) + 1) if numbers else ():
        if beside in reading.parsed:
            yield reading.parsed[beside]


def _thing(parsed: Parsed, token: Token, reading: Reading, occurrences: Sequence[Occurrence], offset: int) -> Antecedent | None:
    many = token.lower_ in MANY
    for subject in _subjects_above(token):
        if _agrees(subject, many=many) and not _is_person(parsed, subject, occurrences):
            return Antecedent(subject, parsed, "pronoun-subject-before")
    for owner in () if many else _owners(_subjects_above(token)):
        if token.head not in owner.head.subtree and not _is_person(parsed, owner, occurrences):
            return Antecedent(owner, parsed, "pronoun-owner-before")
    for back in range(1, BACK + 1 if many else 2):
        before = reading.parsed.get(parsed.sentence.index - back)
        for subject in _subjects(before) if before is not None else ():
            if before is not None and _agrees(subject, many=many) and not _is_person(before, subject, occurrences):
                return Antecedent(subject, before, "pronoun-subject-of-previous" if back == 1 else "pronoun-subject-further-back")
    before = reading.parsed.get(parsed.sentence.index - 1)
    if before is not None and not many:
        for owner in _owners(_subjects(before)):
            if not _is_person(before, owner, occurrences):
                return Antecedent(owner, before, "pronoun-owner-of-previous")
    kinds: tuple[NameKind, ...] = ("organisation", "country", "bloc", "thing")
    earlier = [each.name for each in named_between(occurrences, 0, offset) if each.name.kind in kinds]
    told = [name for name in earlier if name.canonical not in outlets()]  # "he told Crier. It was worth": not the paper
    return Antecedent(told[-1], parsed, "pronoun-last-named") if told else None


def _owners(subjects: Iterator[Token]) -> Iterator[Token]:
    """The names whose subjects are: "Fjord" of "Fjord's shares", which "its" means where "it" cannot mean the shares."""
    for subject in subjects:
        yield from (child for child in subject.lefts if child.dep_ == "poss" and child.pos_ == "PROPN")


def _is_person(parsed: Parsed, subject: Token, occurrences: Sequence[Occurrence]) -> bool:
    """Whether a subject is one person's name, whom "it" and "they" do not mean."""
    span = parsed.span_of(subject)
    near = named_between(occurrences, span.start - NEAR, span.end)
    several = any(child.dep_ == "conj" for child in subject.children)
    return not several and any(each.name.kind == "person" and each.span.overlaps(span) for each in near)


def _agrees(subject: Token, *, many: bool) -> bool:
    if subject.lower_ in MALE | FEMALE | SPEAKER | RELATIVE | {"there", "this", "what"}:
        return False
    if subject.lower_ in THING:
        return not many
    if subject.lower_ in MANY:
        return many
    plural = subject.tag_ in {"NNS", "NNPS"} or any(child.dep_ == "conj" for child in subject.children)
    return plural or subject.ent_type_ in {"ORG", "NORP"} if many else not plural and subject.ent_type_ != "PERSON"
