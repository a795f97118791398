"""The head noun phrase as written: a noun enters, the words by which a table names what has no proper name leave.

"the price of bitcoin" → "price of bitcoin", "average house prices" as it stands, "Harris' campaign" with its owner: a bare noun
takes what it belongs to with it, one that is told apart already by its modifiers does not.
"""

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from extract.mentions.name_words import titles

MODIFIERS = frozenset({"compound", "amod", "nmod", "nn", "advmod", "npadvmod", "punct", "cc", "conj", "nummod", "quantmod"})
OUTSIDE_TAGS = frozenset({"DT", "PRP$", "PDT", "WP$", "POS", "CC", "HYPH", "``", "''", ",", ":", "-LRB-", "-RRB-"})


def noun_phrase(head: Token) -> DocSpan:
    """The noun with its modifiers to the left, without article, possessor and number."""
    doc, start = head.doc, head.i
    for token in reversed(list(head.lefts)):
        if token.dep_ not in MODIFIERS or token.tag_ in {"DT", "PDT"} or token.right_edge.i != start - 1:
            break
        start = token.left_edge.i
    while start < head.i and (doc[start].tag_ in OUTSIDE_TAGS or _is_number(doc[start])):
        start += 1
    return doc[start : head.i + 1]


def phrase_as_written(head: Token) -> DocSpan:
    """The noun phrase that stands in a table for a noun."""
    plain = noun_phrase(head)
    if len(plain) > 1:
        return plain
    doc = head.doc
    end = _of_phrase_end(head)
    owner = next((token for token in head.lefts if token.dep_ == "poss" and token.tag_ not in {"PRP$", "WP$"}), None)
    start = plain.start if owner is None or _is_number(owner) else owner.left_edge.i
    while start < plain.start and (doc[start].tag_ in OUTSIDE_TAGS - {"POS"} or doc[start].text in titles()):
        start += 1
    return doc[start:end]


def _of_phrase_end(head: Token) -> int:
    """Where the noun ends with what "of" adds to it, if that is no quantity."""
    for right in head.rights:
        if right.dep_ == "prep" and right.lower_ == "of" and right.i == head.i + 1:
            for thing in right.children:
                if thing.dep_ == "pobj" and not any(_is_number(token) or token.is_currency for token in thing.subtree):
                    return _of_phrase_end(thing)
    return head.i + 1


def _is_number(token: Token) -> bool:
    return token.like_num or token.tag_ in {"CD", "$"} or token.text == "%"
