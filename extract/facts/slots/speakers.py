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
from extract.facts.names.table import NameTable, Resolution
from extract.facts.reading import Reading
from extract.lexicons import read_table
from extract.mentions.name_words import people_nouns, role_nouns

PREPOSITIONS = frozenset({"according", "per", "citing", "quoting"})  # "according to X", "per X", "citing X"
SET_OFF = frozenset({",", "”", '"', "''"})
FINITE = frozenset({"VBD", "VBP", "VBZ"})
WITHIN_PHRASE = frozenset({"amod", "compound", "det", "nmod", "nummod", "poss", "quantmod"})
AUTHORS = frozenset({"by", "from", "of"})
HEARD = frozenset({"tell", "inform", "assure"})  # what stands behind them is who hears it: "…, told Reuters"
SEEN = frozenset({"obtain", "see", "review", "view", "read", "hear", "examine", "cite"})  # "filings obtained by X" are not X's


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody or something that says something.

    Args:
        head: head of the phrase that names the speaker.
        word: the word that says so.
        construction: how the two belong together.
        kind: what kind of telling the word is: `say`, `judge`, `show`, `promise`, `see`, `words`, `guess`, `paper`.
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
        unnamed: by number of the sentence, its speakers that no name of the article is found for: "they say".
        times: how often each name speaks, by its case-folded form.
    """

    heard: Mapping[int, tuple[tuple[Speaker, Resolution], ...]]
    unnamed: Mapping[int, tuple[Speaker, ...]]
    times: Counter[str]


def hear(reading: Reading, names: NameTable) -> Speech:
    """Find the speakers of an article."""
    heard: dict[int, tuple[tuple[Speaker, Resolution], ...]] = {}
    unnamed: dict[int, tuple[Speaker, ...]] = {}
    for number, parsed in reading.parsed.items():
        all_here = [(each, names.of_token(parsed, each.head)) for each in speakers(parsed.doc)]
        heard[number] = tuple((each, known) for each, known in all_here if known is not None)
        unnamed[number] = tuple(each for each, known in all_here if known is None)
    return Speech(heard, unnamed, Counter(known.name.casefold() for pairs in heard.values() for _, known in pairs))


@cache
def _verbs() -> dict[str, str]:
    return {row["lemma"]: row["kind"] for row in read_table("speech_verbs")}


@cache
def telling_nouns() -> dict[str, str]:
    """Nouns of things that say something, with whose words they are."""
    return {row["lemma"]: row["kind"] for row in read_table("telling_nouns")}


def who_speaks(speaker: Speaker, known: Resolution) -> str:
    """What kind of speaker it is: the kind of its name; else `people`, a `role`, the kind of a telling noun, or a `thing`."""
    if known.kind != "thing":
        return known.kind
    noun = lemma(speaker.head)
    if noun in people_nouns():
        return "people"
    if noun in telling_nouns():
        return telling_nouns()[noun]
    return "role" if noun in role_nouns() else "thing"


def speakers(doc: Doc) -> Iterator[Speaker]:
    """Who says something in a sentence, in order of the words that say so."""
    for token in doc:
        word = lemma(token)
        if token.lower_ in PREPOSITIONS:
            if token.lower_ != "per" or token.i == 0 or doc[token.i - 1].text == ",":  # "$5 per share" is a rate
                yield from _of_preposition(token)
        elif token.pos_ in ("VERB", "AUX") and word in _verbs():
            yield from _of_verb(token, _verbs()[word])
        elif token.tag_ == "NNS" and word in _verbs() and (head := _mistaken_subject(token)) is not None:
            yield Speaker(head, token, "subject", _verbs()[word])
        elif token.pos_ == "NOUN" and word in telling_nouns() and token.dep_ != "compound":
            kind, authors = telling_nouns()[word], tuple(_authors(token))
            yield Speaker(token, token, "authored-noun" if authors else "noun", kind)
            yield from (Speaker(author, token, "author", kind) for author in authors)


def _of_verb(verb: Token, kind: str) -> Iterator[Speaker]:
    passive = is_passive(verb)
    inverted = None if passive else _inverted(verb)
    if passive:
        # The parser likes to hang "by" on a number before it: "is put at $5 million by the bank".
        agents = [token for token in verb.subtree if token.lower_ == "by" and (token.head == verb or token.head.like_num)]
        heads = [thing for agent in agents for thing in agent.children if thing.dep_ == "pobj" and thing.pos_ in NOMINAL]
        heads += [
            thing for child in verb.children if child.lower_ == "in" for thing in child.children if lemma(thing) in telling_nouns()
        ]
    elif inverted is not None:
        heads = [inverted]
    else:
        hears = lemma(verb) in HEARD
        heads = [each for each in subjects(verb) if each.pos_ in NOMINAL and not (hears and each.i > verb.i)]
    for head in heads:
        yield Speaker(head, verb, "agent" if passive else "subject", kind)
        yield from (Speaker(author, verb, "subject-author", kind) for author in _authors(head))


def _mistaken_subject(token: Token) -> Token | None:
    """The noun before a verb that the parser takes for its plural: "…, the filing claims."."""
    doc, before = token.doc, token.nbor(-1) if token.i else None
    if before is None or before.head != token or before.dep_ != "compound" or before.pos_ not in NOMINAL:
        return None
    ends = token.i + 1 == len(doc) or doc[token.i + 1].text in (".", ",")
    start = token.left_edge.i
    return before if ends and start > 0 and doc[start - 1].text in SET_OFF else None


def _inverted(verb: Token) -> Token | None:
    """The subject right behind a verb that a mark sets off: "…, say analysts", whatever the parser takes them for."""
    doc = verb.doc
    if verb.i == 0 or verb.i + 1 == len(doc) or doc[verb.i - 1].text not in SET_OFF or verb.tag_ not in FINITE:
        return None
    if lemma(verb) in HEARD:
        return None
    head = doc[verb.i + 1]
    while head.head.i > verb.i and head.head.pos_ in NOMINAL and head.dep_ in WITHIN_PHRASE:
        head = head.head
    closed = head.i + 1 == len(doc) or doc[head.i + 1].is_punct  # "…, said prices rose" is not said by prices
    return head if closed and head.pos_ in ("NOUN", "PROPN") else None


def _of_preposition(word: Token) -> Iterator[Speaker]:
    """The first noun behind "according to", and the author that it or a later "from" or "by" names."""
    heads = [token for token in word.subtree if token.i > word.i and token.dep_ in ("pobj", "dobj") and _is_nominal(token)]
    for head in heads[:1]:
        yield Speaker(head, word, "according-to", "say")
        authors = list(_authors(head))
        if not authors and lemma(head) in telling_nouns():
            authors = [after for after in heads[1:2] if _is_authored(after)]
        yield from (Speaker(author, word, "according-author", "say") for author in authors)


def _is_nominal(token: Token) -> bool:
    """Whether a token is a noun, or a name in capitals that the tagger takes for something else: "PredictIt"."""
    return token.pos_ in NOMINAL or token.text[0].isupper()


def _is_authored(token: Token) -> bool:
    """Whether "by", "from" or "of" stands before a noun, and no verb of seeing before that."""
    return token.head.lower_ in AUTHORS and lemma(token.head.head) not in SEEN


def _gives_name(compound: Token) -> bool:
    """Whether what stands right before a telling noun is a name or a body of people, so that the words are its own."""
    return compound.text[0].isupper() or lemma(compound) in people_nouns()


def _authors(noun: Token) -> Iterator[Token]:
    """Whose poll, statement or data it is."""
    kind = telling_nouns().get(lemma(noun))
    if kind is None:
        return
    for child in noun.children:
        if (child.dep_ == "poss" and child.pos_ in NOMINAL) or (child.dep_ == "compound" and _gives_name(child)):
            yield child  # "the bank's report", "a Kantar poll", "a police statement"; "campaign finance reports" are nobody's
        elif child.dep_ in ("prep", "agent") and child.lower_ in AUTHORS:
            about = kind == "guess" and child.lower_ == "of"  # "forecasts of earnings", but "of analysts"
            yield from (
                thing
                for thing in child.children
                if thing.dep_ == "pobj" and thing.pos_ in NOMINAL and (not about or _gives_name(thing))
            )
        elif child.dep_ == "acl" and lemma(child) not in SEEN:
            yield from (
                thing
                for below in child.children
                if below.dep_ in ("agent", "prep") and below.lower_ in AUTHORS
                for thing in below.children
                if thing.dep_ == "pobj" and thing.pos_ in NOMINAL
            )
