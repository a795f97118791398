"""The source: who is reported as saying it."""

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Token

from extract.facts.context import crossed, lemma, speech_verbs
from extract.facts.frame import NOMINAL, Frame, is_passive, subjects
from extract.facts.names import NameTable
from extract.facts.ranker import Candidate
from extract.facts.reading import Parsed, Reading
from extract.lexicons import read_table
from extract.spans import Span

OPENING, CLOSING = "“«„", "”»"


@cache
def _telling() -> frozenset[str]:
    """Things that say something: "a Reuters poll", "the bank's forecast", "figures from the ministry"."""
    return frozenset(row["lemma"] for row in read_table("telling_nouns"))


def in_quote(text: str, paragraph: int, offset: int) -> bool:
    """Whether a character stands between quotation marks that open in its paragraph; the paragraph starts at `paragraph`."""
    open_marks = 0
    straight = 0
    for character in text[paragraph:offset]:
        if character in OPENING:
            open_marks += 1
        elif character in CLOSING:
            open_marks = max(0, open_marks - 1)
        elif character == '"':
            straight += 1
    return open_marks > 0 or straight % 2 == 1


def speakers(parsed: Parsed) -> Iterator[tuple[Token, Token, str]]:
    """Who says something in a sentence: the speaker's head, the word that says so, and the construction."""
    for token in parsed.doc:
        word = lemma(token)
        if token.pos_ in ("VERB", "AUX") and word in speech_verbs():
            if is_passive(token):
                for agent in (child for child in token.children if child.dep_ == "agent"):
                    yield from ((child, token, "agent") for child in agent.children if child.dep_ == "pobj")
            else:
                yield from ((subject, token, "subject") for subject in subjects(token) if subject.pos_ in NOMINAL)
        elif word == "accord" or token.lower_ in ("per", "citing", "quoting"):
            for child in token.subtree:
                if child.dep_ in ("pobj", "dobj") and child.pos_ in NOMINAL and child.i > token.i:
                    yield child, token, "according-to"
                    break
        elif token.pos_ in ("NOUN", "PROPN") and word in _telling():
            yield token, token, "telling-noun"
            for child in token.children:
                if child.dep_ in ("poss", "compound") and child.pos_ in NOMINAL:
                    yield child, token, f"telling-{child.dep_}"
                elif child.dep_ in ("prep", "agent", "acl"):
                    yield from (
                        (g, token, f"telling-{lemma(child)}") for g in child.subtree if g.dep_ == "pobj" and g.pos_ in NOMINAL
                    )


def _relation(frame: Frame, word: Token) -> str:
    """Where the word that says so stands towards the quantity's chain."""
    place = frame.place_of(word)
    return f"{place.depth}:{place.path}"


def source_candidates(reading: Reading, frame: Frame, names: NameTable) -> list[Candidate]:
    """Speakers of the sentence and of the one before it, and nobody: the article's own voice."""
    article, span = reading.article, frame.mention.span
    line = article.line_at(span.start)
    quoted = in_quote(article.text, line.span.start if line else span.start, span.start)
    here = list(speakers(frame.parsed))
    before = reading.parsed.get(frame.parsed.sentence.index - 1)
    earlier = list(speakers(before)) if before is not None else []
    verb = frame.predicates[0]
    context = (
        f"quoted={quoted}",
        f"section={frame.parsed.sentence.section}",
        f"speakers={min(len(here), 2)}",
        f"governor-speaks={lemma(verb) in speech_verbs()}",
    )
    found: dict[str, tuple[Candidate, list[str]]] = {}

    def propose(parsed: Parsed, speaker: Token, own: list[str], rule: str) -> None:
        resolution = names.of_token(parsed, speaker)
        if resolution is None:
            return
        own = [*own, f"type={resolution.kind}", f"how={resolution.rule}", *(f"{each}&type={resolution.kind}" for each in own)]
        candidate = Candidate(resolution.name, rule, (), resolution.span)
        found.setdefault(resolution.name.casefold(), (candidate, []))[1].extend(crossed(tuple(own), context))

    for speaker, word, construction in here:
        if speaker.i in frame.inside:
            continue
        relation = _relation(frame, word)
        own = [
            f"by={construction}",
            f"by={construction}&{relation}",
            f"word={lemma(word)}&by={construction}",
            f"by={construction}&on-chain={word in frame.chain}",
            f"tag={word.tag_}&by={construction}",
            f"by={construction}&self={word == verb}",
        ]
        propose(frame.parsed, speaker, own, f"speaker-{construction}")
    if before is not None:
        gap = reading.article.text[before.sentence.span.end : frame.parsed.sentence.span.start]
        for speaker, word, construction in earlier:
            own = [
                f"before={construction}",
                f"before-word={lemma(word)}",
                f"before={construction}&same-paragraph={chr(10) not in gap}",
                f"before={construction}&quoted={quoted}&root={word.dep_ == 'ROOT'}",
            ]
            propose(before, speaker, own, f"speaker-before-{construction}")
    candidates = [Candidate(c.value, c.rule, tuple(dict.fromkeys(features)), c.span) for c, features in found.values()]
    own_voice = crossed(
        ("none", f"none&earlier={bool(earlier)}", *(f"none&word={lemma(w)}&{_relation(frame, w)}" for _, w, _ in here)), context
    )
    candidates.append(Candidate(None, "own-voice", own_voice, Span(span.start, span.start)))
    return candidates
