"""The head noun phrase as written: a noun enters, the words by which a table names what has no proper name leave."""

from collections.abc import Iterator

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

# Left modifiers that belong to the name of a thing ("average house price"); articles, possessives and numbers stay outside.
KEPT = frozenset({"compound", "amod", "nmod", "nn", "advmod", "npadvmod", "punct", "quantmod", "cc", "conj"})


def _kept(token: Token) -> bool:
    return token.dep_ in KEPT and token.tag_ not in {"DT", "PRP$", "PDT", "WP$"} and not token.like_num


def noun_phrase(head: Token) -> DocSpan:
    """The noun with its modifiers to the left, without article, possessor and number."""
    start = head.i
    for token in sorted(head.lefts, key=lambda left: -left.i):
        if not _kept(token) or token.right_edge.i != start - 1:
            break
        start = token.left_edge.i
    doc = head.doc
    while start < head.i and (doc[start].is_punct or doc[start].tag_ in {"DT", "PRP$", "POS", "CC"} or doc[start].like_num):
        start += 1
    return doc[start : head.i + 1]


def of_phrase(head: Token) -> DocSpan | None:
    """The noun with its modifiers and what follows "of": "price of bitcoin"; None if nothing does."""
    start = noun_phrase(head).start
    for right in head.rights:
        if right.dep_ == "prep" and right.lower_ == "of":
            objects = [child for child in right.children if child.dep_ == "pobj"]
            if objects:
                return head.doc[start : noun_phrase(objects[0]).end]
    return None


def conjuncts(head: Token) -> Iterator[Token]:
    """The nouns that share the place of a noun in a list, without itself."""
    yield from head.conjuncts
