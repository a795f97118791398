"""The head noun phrase as written: a noun enters, the words by which a table names what has no proper name leave.

"the price of bitcoin" → "price of bitcoin", "average house prices" as it stands, "Harris' campaign" with its owner: a bare noun
takes its owner with it, as does one that calls a body or people; any other that its modifiers tell apart does not. Counts and
comparisons are no part of a name: "more than 50 lenders" → "lenders", "higher sales" → "sales".
"""

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from extract.mentions.name_words import role_nouns, titles

MODIFIERS = frozenset({"compound", "amod", "nmod", "nn", "advmod", "npadvmod", "punct", "cc", "conj", "nummod", "quantmod"})
OUTSIDE_TAGS = frozenset({"DT", "PRP$", "PDT", "WP$", "POS", "CC", "HYPH", "``", "''", ",", ":", "-LRB-", "-RRB-"})
DASHES = frozenset({"-", "–", "—", "--"})


def noun_phrase(head: Token) -> DocSpan:
    """The noun with its modifiers to the left, without article, possessor, number, comparative and dateline."""
    doc, start = head.doc, head.i
    for token in reversed(list(head.lefts)):
        if token.dep_ not in MODIFIERS or token.tag_ in {"DT", "PDT"} or token.right_edge.i != start - 1:
            break
        start = token.left_edge.i
    for i in range(start, head.i):
        if _counts(doc[i]) or _ends_dateline(doc[i]):
            start = i + 1
    while start < head.i and not _is_compound(doc[start]) and (doc[start].tag_ in OUTSIDE_TAGS or _is_number(doc[start])):
        start += 1
    while start > 1 and _is_compound(doc[start - 2]):
        start -= 2
    return doc[start : head.i + 1]


def phrase_as_written(head: Token) -> DocSpan:
    """The noun phrase that stands in a table for a noun."""
    plain = noun_phrase(head)
    doc, end = head.doc, _of_phrase_end(head)
    owner = next((token for token in head.lefts if token.dep_ == "poss" and token.tag_ not in {"PRP$", "WP$"}), None)
    # "Norway's central bank" names somebody only with its owner, "Norway's trade surplus" does without.
    if len(plain) > 1 and not (owner is not None and owner.pos_ == "PROPN" and head.lower_ in role_nouns()):
        return doc[plain.start : end]
    whose = owner is not None and not _is_number(owner) and owner.ent_type_ not in {"DATE", "TIME"}  # "today's ban" is nobody's
    start = owner.left_edge.i if owner is not None and whose else plain.start
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


def _counts(token: Token) -> bool:
    """Whether a number or comparative tells how many or how much, so that the name begins behind it; "Fortune 500" is a name."""
    if _is_compound(token) or (token.i and _is_compound(token.doc[token.i - 2])):
        return False
    if token.tag_ == "JJR":
        return True
    before = token.doc[token.i - 1] if token.i else None
    return _is_number(token) and (before is None or (before.tag_ not in {"NNP", "NNPS"} and before.lower_ != "top"))


def _ends_dateline(token: Token) -> bool:
    """Whether a token is the dash between the place and day of a report and its first words: "OSLO, March 3 - Output"."""
    return token.text in DASHES and token.i > 0 and bool(token.whitespace_ and token.nbor(-1).whitespace_)


def _is_compound(token: Token) -> bool:
    """Whether a token is joined to the word behind it by a hyphen: "two" in "two-way trade"."""
    if token.whitespace_:
        return False
    rest = token.doc[token.i + 1 : token.i + 3]
    return len(rest) == 2 and rest[0].text in DASHES and not rest[0].whitespace_
