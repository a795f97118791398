"""Speakers: the parsed sentences of an article enter; who says something in each, by which word, leaves.

A speaker is the subject of a verb of speech, what stands behind "according to", or what a telling noun ("poll", "statement")
names as its author.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Token

from extract.facts.context import lemma
from extract.facts.frame import NOMINAL, is_passive, subjects
from extract.facts.names import NameTable, Resolution
from extract.facts.reading import Reading
from extract.lexicons import read_table

PREPOSITIONS = frozenset({"according", "per", "citing", "quoting"})  # "according to X", "per X", "citing X"
AUTHORS = frozenset({"by", "from", "of"})
SEEN = frozenset({"obtain", "see", "review", "view", "read", "hear", "examine", "cite"})  # "filings obtained by X" are not X's


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody or something that says something.

    Args:
        head: head of the phrase that names the speaker.
        word: the word that says so.
        construction: how the two belong together.
        kind: what kind of telling the word is: `say`, `judge`, `show`, `promise`, `tell`.
    """

    head: Token
    word: Token
    construction: str
    kind: str


@dataclass(frozen=True)
class Speech:
    """All that is said in the sentences of an article that were read.

    Args:
        heard: by number of the sentence, its speakers and whom they stand for.
        times: how often each name speaks, by its case-folded form.
    """

    heard: Mapping[int, tuple[tuple[Speaker, Resolution], ...]]
    times: Counter[str]


def hear(reading: Reading, names: NameTable) -> Speech:
    """Find the speakers of an article."""
    heard = {
        number: tuple((each, known) for each in speakers(parsed.doc) if (known := names.of_token(parsed, each.head)) is not None)
        for number, parsed in reading.parsed.items()
    }
    return Speech(heard, Counter(known.name.casefold() for pairs in heard.values() for _, known in pairs))


@cache
def _verbs() -> dict[str, str]:
    return {row["lemma"]: row["kind"] for row in read_table("speech_verbs")}


@cache
def _nouns() -> frozenset[str]:
    return frozenset(row["lemma"] for row in read_table("telling_nouns"))


def speakers(doc: Doc) -> Iterator[Speaker]:
    """Who says something in a sentence, in order of the words that say so."""
    for token in doc:
        word = lemma(token)
        if token.lower_ in PREPOSITIONS:
            if token.lower_ != "per" or token.i == 0 or doc[token.i - 1].is_punct:  # "$5 per share" is a rate
                yield from _of_preposition(token)
        elif token.pos_ in ("VERB", "AUX") and word in _verbs():
            yield from _of_verb(token, _verbs()[word])
        elif token.pos_ == "NOUN" and word in _nouns():
            yield Speaker(token, token, "noun", "tell")
            yield from (Speaker(author, token, "author", "tell") for author in _authors(token))


def _of_verb(verb: Token, kind: str) -> Iterator[Speaker]:
    passive = is_passive(verb)
    if passive:
        # The parser likes to hang "by" on a number before it: "is put at $5 million by the bank".
        agents = [token for token in verb.subtree if token.lower_ == "by" and (token.head == verb or token.head.like_num)]
        heads = [thing for agent in agents for thing in agent.children if thing.dep_ == "pobj" and thing.pos_ in NOMINAL]
        heads += [thing for child in verb.children if child.lower_ == "in" for thing in child.children if lemma(thing) in _nouns()]
    else:
        heads = [subject for subject in subjects(verb) if subject.pos_ in NOMINAL]
    for head in heads:
        yield Speaker(head, verb, "agent" if passive else "subject", kind)
        yield from (Speaker(author, verb, "subject-author", kind) for author in _authors(head))


def _of_preposition(word: Token) -> Iterator[Speaker]:
    """The first noun behind "according to", and the author that it or a later "from" or "by" names."""
    heads = [token for token in word.subtree if token.i > word.i and token.dep_ in ("pobj", "dobj") and token.pos_ in NOMINAL]
    for head in heads[:1]:
        yield Speaker(head, word, "according-to", "say")
        authors = list(_authors(head))
        if not authors and lemma(head) in _nouns():
            authors = [after for after in heads[1:2] if _is_authored(after)]
        yield from (Speaker(author, word, "according-author", "say") for author in authors)


def _is_authored(token: Token) -> bool:
    """Whether "by", "from" or "of" stands before a noun, and no verb of seeing before that."""
    return token.head.lower_ in AUTHORS and lemma(token.head.head) not in SEEN


def _authors(noun: Token) -> Iterator[Token]:
    """Whose poll, statement or data it is."""
    if lemma(noun) not in _nouns():
        return
    for child in noun.children:
        if child.dep_ in ("poss", "compound") and child.pos_ in NOMINAL:
            yield child
        elif child.dep_ in ("prep", "agent") and child.lower_ in AUTHORS:
            yield from (thing for thing in child.children if thing.dep_ == "pobj" and thing.pos_ in NOMINAL)
        elif child.dep_ == "acl" and lemma(child) not in SEEN:
            yield from (
                thing
                for below in child.children
                if below.dep_ in ("agent", "prep") and below.lower_ in AUTHORS
                for thing in below.children
                if thing.dep_ == "pobj" and thing.pos_ in NOMINAL
            )
