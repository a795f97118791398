"""The action: the verb, or the noun that acts for one, that governs the quantity.

Nearly always it stands on the quantity's chain. What the parser hangs elsewhere is proposed too: the participle or relative clause
behind the quantity ("the $5 million spent on roads"), "up" and "down" before it, the noun that a copula makes of it, the verb
before it and the one after.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from extract.facts.context import classes_of, lemma
from extract.facts.frame import VERBAL, Frame
from extract.facts.ranker import Candidate

# "down 82%", "worth $5 million": predicates that are neither verb nor noun.
PREDICATIVE = frozenset({"up", "down", "worth", "due"})
MAX_CHAIN = 6
FAR = 12  # words; what is farther off is told apart by its place in the tree only
CLAUSES = frozenset({"acl", "relcl"})


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
    after = next((token for token in frame.doc[max(frame.inside) + 1 :] if token.pos_ == "VERB"), None)
    if after is not None:
        yield after, "verb-after", 0


def _gap(frame: Frame, token: Token) -> str:
    """How many words lie between a token and the quantity, in threes."""
    gap = min(abs(token.i - index) for index in frame.inside)
    return str(gap // 3) if gap < FAR else "far"


def action_candidates(frame: Frame) -> list[Candidate]:
    """The verbs, nouns and predicatives of the chain, and what stands beside the quantity."""
    candidates: dict[int, Candidate] = {}
    for token, shape, verbs in (*_on_chain(frame), *_beside(frame)):
        side = "before" if token.i < frame.tokens.start else "after"
        features = (
            f"tag={token.tag_}&verbs={verbs}",
            f"label={frame.label}&shape={shape}",
            f"nouns={len(frame.nouns)}&shape={shape}",
            f"side={side}&pos={token.pos_}",
            f"gap={_gap(frame, token)}",
            *(f"class={name}&pos={token.pos_}" for name in classes_of(token)),
        )
        rule = f"governing-{shape.rstrip('0123456789').lower()}"
        candidates.setdefault(token.i, Candidate(lemma(token), rule, features, frame.parsed.span_of(token)))
    root = frame.chain[-1]
    return list(candidates.values()) or [Candidate(lemma(root), "root-of-sentence", ("shape=root",), frame.parsed.span_of(root))]
