"""The action: the verb, or the noun that acts for one, that governs the quantity."""

from spacy.tokens import Token

from extract.facts.context import classes_of, lemma
from extract.facts.frame import Frame
from extract.facts.ranker import Candidate

# "down 82%", "worth $5 million": predicates that are neither verb nor noun.
PREDICATIVE = frozenset({"up", "down", "worth", "due"})
# A noun of measure only counts what another noun or verb does: "an amount of $5 million was allocated".
MAX_CHAIN = 6


def _is_candidate(token: Token) -> bool:
    return token.pos_ in ("VERB", "AUX", "NOUN") or lemma(token) in PREDICATIVE


def action_candidates(frame: Frame) -> list[Candidate]:
    """The verbs, nouns and predicatives of the chain, and the participles that hang on its nouns."""
    candidates = []
    verbs = 0
    rank = 0
    seen: set[int] = set()
    for token in frame.chain[1:][:MAX_CHAIN]:
        for each in (token, *(child for child in token.children if child.dep_ == "acl" and child.i not in frame.inside)):
            if not _is_candidate(each) or each.i in seen or (each in frame.chain and each != token):
                continue
            seen.add(each.i)
            on_chain = each == token
            shape = f"{each.pos_}{rank}" if on_chain else f"acl{rank}"
            own = (
                f"shape={shape}",
                f"verbs={verbs}&pos={each.pos_}",
                f"lemma={lemma(each)}",
                f"dep={each.dep_}&pos={each.pos_}",
                f"label={frame.label}&shape={shape}",
                f"tag={each.tag_}&verbs={verbs}",
                *(f"class={name}&pos={each.pos_}" for name in classes_of(each)),
                *(f"class={name}&shape={shape}" for name in classes_of(each)),
                f"kind={frame.is_money}&shape={shape}",
            )
            rule = f"governing-{each.pos_.lower()}" if on_chain else "participle-of-noun"
            candidates.append(Candidate(lemma(each), rule, own, frame.parsed.span_of(each)))
        if _is_candidate(token):
            rank += 1
            verbs += token.pos_ in ("VERB", "AUX")
    if not candidates:
        root = frame.chain[-1]
        candidates.append(Candidate(lemma(root), "root-of-sentence", ("shape=root",), frame.parsed.span_of(root)))
    return candidates
