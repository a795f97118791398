"""The action: the verb, or the noun that acts for one, that governs the quantity.

Nearly always it stands on the quantity's chain. What the parser hangs elsewhere is proposed too: the participle or relative clause
behind the quantity ("the $5 million spent on roads"), "up" and "down" before it, the noun that a copula makes of it, the verb
before it and the two after.
"""

from collections.abc import Iterator
from itertools import islice

from spacy.tokens import Token

from extract.facts.context import classes_of, is_known, is_participle, lemma
from extract.facts.frame import VERBAL, Frame
from extract.facts.noun_kinds import kinds_of
from extract.facts.ranker import Candidate

# "down 82%", "worth $5 million": predicates that are neither verb nor noun.
PREDICATIVE = frozenset({"up", "down", "worth", "due"})
MAX_CHAIN = 6
FAR = 12  # words; what is farther off is told apart by its place in the tree only
AFTER = 2  # verbs behind the quantity: of "a third of those who asked got help", the second
CLAUSES = frozenset({"acl", "relcl"})
HEDGES = frozenset({"ADV", "ADJ", "DET", "SYM", "NUM", "PART"})  # "by a further 5%", "to as much as $5 million"
LINKS = frozenset({"ADP", "CCONJ", "SCONJ", "PUNCT"})  # of these the word itself tells more than its kind
BREAKS = frozenset(",;:-–—")
COMPLEMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "attr", "acomp", "ccomp", "xcomp"})


def _is_candidate(token: Token) -> bool:
    return token.pos_ in ("VERB", "AUX", "NOUN") or lemma(token) in PREDICATIVE


def _on_chain(frame: Frame) -> Iterator[tuple[Token, str, int]]:
    """Tokens of the chain and the participles on its nouns: each with where it stands and the verbs below it."""
    rank = verbs = 0
    for token in frame.chain[1:][:MAX_CHAIN]:
        if _is_candidate(token):
            yield token, f"{token.pos_}{rank}", verbs
        for child in token.children:
            if child.dep_ == "acl" and child.i not in frame.inside and child not in frame.chain and _is_candidate(child):
                yield child, f"acl{rank}", verbs
            elif child.i not in frame.inside and is_participle(child):
                yield child, f"participle{rank}", verbs
            elif child.dep_ == "attr" and token.lemma_ == "be" and child.pos_ == "NOUN" and child not in frame.chain:
                yield child, f"attr{rank}", verbs
        if _is_candidate(token):
            rank += 1
            verbs += token.pos_ in VERBAL


def _beside(frame: Frame) -> Iterator[tuple[Token, str, int]]:
    """What stands beside the quantity and may govern it though the parser hangs it elsewhere."""
    for index in sorted(frame.inside):
        for child in frame.doc[index].children:
            if child.dep_ in CLAUSES and child.pos_ in VERBAL and child.i not in frame.inside:
                yield child, f"own-{child.dep_}", 0
    start = min(frame.inside)
    if start and frame.doc[start - 1].lower_ in PREDICATIVE:
        yield frame.doc[start - 1], "just-before", 0
    before = next((token for token in reversed(frame.doc[:start]) if token.pos_ == "VERB"), None)
    if before is not None:
        yield before, "verb-before", 0
    after = (token for token in frame.doc[max(frame.inside) + 1 :] if token.pos_ == "VERB")
    for rank, token in enumerate(islice(after, AFTER)):
        yield token, f"verb-after{rank}", 0


def _without_verb(frame: Frame) -> Iterator[tuple[Token, str, int]]:
    """In a line without a verb the nouns before the quantity that act for one: of headlines the parser misses the verb."""
    if any(token.pos_ in VERBAL for token in frame.doc):
        return
    for token in reversed(frame.doc[: min(frame.inside)]):
        if token.pos_ == "NOUN" and is_known(token):
            yield token, "verbless", 0


def _gap(frame: Frame, token: Token) -> str:
    """How many words lie between a token and the quantity, in threes."""
    gap = min(abs(token.i - index) for index in frame.inside)
    return str(gap // 3) if gap < FAR else "far"


def _opening(frame: Frame) -> str:
    """What stands before the quantity and its hedges, whatever the parser makes of it: `by`, `than`, `,`, `VERB`."""
    for token in reversed(frame.doc[: min(frame.inside)]):
        if token.lower_ in PREDICATIVE:
            return token.lower_
        if token.pos_ not in HEDGES and token.lower_ != "as":
            return token.lower_ if token.pos_ in LINKS else token.pos_
    return "start"


def _is_broken(frame: Frame, token: Token) -> bool:
    """Whether a comma or the like stands between a token and the quantity."""
    between = frame.doc[min(token.i, frame.tokens.start) : max(token.i, frame.tokens.end)]
    return any(each.text in BREAKS for each in between)


def _of_place(frame: Frame, token: Token, shape: str, opening: str) -> Iterator[str]:
    """Features of where a token stands towards the quantity, in the parse and in the line."""
    side, gap = "before" if token.i < frame.tokens.start else "after", _gap(frame, token)
    yield f"label={frame.label}&shape={shape}"
    yield f"nouns={len(frame.nouns)}&shape={shape}"
    yield f"side={side}&pos={token.pos_}"
    yield f"gap={gap}"
    yield f"broken={_is_broken(frame, token)}&pos={token.pos_}"
    yield f"opening={opening}&shape={shape}"
    yield f"opening={opening}&gap={gap}&side={side}"
    for name in classes_of(frame.predicates[0]):
        yield f"governing={name}&shape={shape}"


def _of_word(frame: Frame, token: Token, shape: str, verbs: int) -> Iterator[str]:
    """Features of what a token is."""
    yield f"tag={token.tag_}&verbs={verbs}"
    yield f"lemma={lemma(token)}"
    for name in classes_of(token):
        yield f"class={name}&pos={token.pos_}"
        yield f"class={name}&pos={token.pos_}&money={frame.is_money}"
    if token.pos_ == "NOUN":
        for kind in kinds_of(token):
            yield f"kind={kind}&label={frame.label}"
    elif token.pos_ in VERBAL:
        complements = sorted({child.dep_ for child in token.children} & COMPLEMENTS)
        yield f"has={'+'.join(complements)}&shape={shape.rstrip('0123456789')}"


def action_candidates(frame: Frame) -> list[Candidate]:
    """The verbs, nouns and predicatives of the chain, and what stands beside the quantity."""
    candidates: dict[int, Candidate] = {}
    opening = _opening(frame)
    for token, shape, verbs in (*_on_chain(frame), *_beside(frame), *_without_verb(frame)):
        features = (*_of_place(frame, token, shape, opening), *_of_word(frame, token, shape, verbs))
        rule = f"governing-{shape.rstrip('0123456789').lower()}"
        candidates.setdefault(token.i, Candidate(lemma(token), rule, features, frame.parsed.span_of(token)))
    root = frame.chain[-1]
    return list(candidates.values()) or [Candidate(lemma(root), "root-of-sentence", ("shape=root",), frame.parsed.span_of(root))]
