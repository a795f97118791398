"""The head noun phrase as written: a noun enters, the words by which a table names what has no proper name leave.

"the price of bitcoin" → "price of bitcoin", "average house prices" as it stands, "Harris' campaign" with its owner: a bare noun
takes its owner with it, as does one that calls a body or people; any other that its modifiers tell apart does not. Counts, amounts,
comparisons and adjectives of passing are no part of a name: "more than 50 lenders" → "lenders", "higher sales" → "sales", "a 12 mln
dlr deficit" → "deficit", "the estimated yield" → "yield". Who is counted is told whole: "the number of vehicles sold".
"""

import re
from collections.abc import Sequence

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from extract.mentions.currencies import codes_of
from extract.mentions.name_words import role_nouns, titles
from extract.mentions.scales import FACTORS

MODIFIERS = frozenset({"compound", "amod", "nmod", "nn", "advmod", "npadvmod", "punct", "cc", "conj", "nummod", "quantmod"})
OUTSIDE_TAGS = frozenset({"DT", "PRP$", "PDT", "WP$", "POS", "CC", "HYPH", "``", "''", ",", ":", "-LRB-", "-RRB-"})
PRONOUNS = frozenset({"PRP", "WDT", "WP", "DT"})  # what "of" adds with them is told elsewhere: "a part of it", "the price of which"
DASHES = frozenset({"-", "–", "—", "--"})
# Adjectives that tell how much, how sure or how late, but not which.
PASSING = frozenset(
    {"additional", "announced", "anticipated", "entire", "estimated", "extra", "forthcoming"}
    | {"further", "increased", "record", "own", "recent", "same", "such", "whole"}
)
ORDINAL = re.compile(r"first|second|third|\d+(?:st|nd|rd|th)|[a-z-]+th")  # tells which, not how many
SUM = re.compile(r"[^\W\d_]{0,3}[$€£]?\d")  # a number in one word with its currency: "HK$6,000", "N48bn"
# Nouns that say nothing without what they are for.
WHOSE = frozenset({"attorney", "bill", "cost", "demand", "lawyer", "price", "tag"})
MOVED = frozenset({"exports", "imports", "lending", "shipments", "deliveries"})  # and where they go
UNITS = frozenset({"pct", "percent", "%", "point", "m", "bn", "tn"})
COUNTING = frozenset({"number", "percentage", "proportion", "share"})  # nouns that count what stands behind "of"
BEHIND = frozenset({"acl", "relcl", "prep"})
COMMON = frozenset({"NN", "NNS"})
FURTHEST_PAIR = 3  # tokens from a noun to the one that "and" pairs it with
LONGEST_BEHIND = 12  # tokens of what stands behind a thing that is counted


def noun_phrase(head: Token) -> DocSpan:
    """The noun with its modifiers to the left, without article, possessor, number, comparative and dateline."""
    doc, start = head.doc, head.i
    for token in reversed(list(head.lefts)):
        if token.dep_ not in MODIFIERS or token.tag_ in {"DT", "PDT"} or token.right_edge.i != start - 1:
            break
        start = token.left_edge.i
    for i in range(start, head.i):
        if _counts(doc[i]) or _is_unit(doc[i]) or _ends_dateline(doc[i]):
            start = i + 1
    while start < head.i and _is_passing(doc[start]) and not _is_compound(doc[start]):
        start += 1
    while start < head.i and not _is_compound(doc[start]) and (doc[start].tag_ in OUTSIDE_TAGS or _is_number(doc[start])):
        start += 1
    while start > 1 and _is_compound(doc[start - 2]):
        start -= 2
    return doc[start : head.i + 1]


def _is_passing(token: Token) -> bool:
    """Whether a word of a noun phrase tells nothing of which: also the participle with its adverb in "a hotly contested bill"."""
    if token.lower_ in PASSING:
        return True
    described = token.head if token.dep_ == "advmod" else token
    return described.dep_ == "amod" and described.tag_ in {"VBN", "VBG"} and any(child.tag_ == "RB" for child in described.lefts)


def phrase_as_written(head: Token) -> DocSpan:
    """The noun phrase that stands in a table for a noun."""
    plain = noun_phrase(head)
    doc, end = head.doc, _pair_end(head)
    owner = next((token for token in head.lefts if token.dep_ == "poss" and token.tag_ not in {"PRP$", "WP$"}), None)
    # "Norway's central bank" names somebody only with its owner, "Norway's trade surplus" does without.
    if len(plain) > 1 and not (owner is not None and owner.pos_ == "PROPN" and head.lower_ in role_nouns()):
        return doc[plain.start : end]
    whose = owner is not None and not _is_number(owner) and owner.ent_type_ not in {"DATE", "TIME"}  # "today's ban" is nobody's
    apart = owner is not None and any(_is_number(token) for token in doc[owner.i + 1 : plain.start])  # "Lind's 5 mln dlr fund"
    start = owner.left_edge.i if owner is not None and whose and not apart else plain.start
    while start < plain.start and (doc[start].tag_ in OUTSIDE_TAGS - {"POS"} or doc[start].text in titles()):
        start += 1
    return doc[start:end]


def _pair_end(head: Token) -> int:
    """Where the noun ends with what belongs to it and the noun that "and" pairs it with: "farmers and ranchers"."""
    end = _of_phrase_end(head)
    if head.tag_ in COMMON and head.doc[end : end + 1].text == "and":
        for other in head.rights:
            if other.dep_ == "conj" and other.tag_ in COMMON and head.i < other.i <= head.i + FURTHEST_PAIR:
                return _of_phrase_end(other)
    return end


def _of_phrase_end(head: Token) -> int:
    """Where the noun ends with what "of" adds to it, "for" to a price or lawyer or "to" to exports, if that is no quantity."""
    ties = {"of", "for"} if head.lower_.removesuffix("s") in WHOSE else {"of", "to"} if head.lower_ in MOVED else {"of"}
    for right in head.rights:
        if right.dep_ == "prep" and right.lower_ in ties and right.i == head.i + 1:
            for thing in right.children:
                if thing.dep_ == "pobj" and thing.tag_ not in PRONOUNS and not _holds_number(thing):
                    end = _pair_end(thing)
                    return _counted_end((thing, head), end) if head.lower_ in COUNTING else end
    following = head.doc[head.i + 1 : head.i + 2]
    return head.i + 1 + any(token.lower_ == "outstanding" and token.head == head for token in following)


def _counted_end(nouns: Sequence[Token], end: int) -> int:
    """Where a thing that is counted ends with what says which are: "sold" of "vehicles sold", "in care" of "children in care"."""
    for right in (right for noun in nouns for right in noun.rights):
        if right.left_edge.i == end and right.dep_ in BEHIND and not _holds_number(right):
            if right.right_edge.i - end >= LONGEST_BEHIND:
                return end
            end = right.right_edge.i + 1
    return end


def _holds_number(token: Token) -> bool:
    return any(_is_number(each) or each.is_currency or SUM.match(each.text) for each in token.subtree)


def _is_number(token: Token) -> bool:
    """Whether a token tells how many."""
    return (token.like_num and not ORDINAL.fullmatch(token.lower_)) or token.tag_ in {"CD", "$"} or token.text == "%"


def _counts(token: Token) -> bool:
    """Whether a number or comparative tells how many or how much, so that the name begins behind it; "Fortune 500" is a name."""
    if _is_compound(token) or (token.i and _is_compound(token.doc[token.i - 2])):
        return False
    if token.tag_ == "JJR":
        return True
    before = token.doc[token.i - 1] if token.i else None
    return _is_number(token) and (before is None or (before.tag_ not in {"NNP", "NNPS"} and before.lower_ != "top"))


def _is_unit(token: Token) -> bool:
    """Whether a token is the scale, currency or unit of the number before it: "mln" and "dlr" of "a 12 mln dlr deficit"."""
    if not token.i or not (token.lower_ in FACTORS or token.lower_ in UNITS or codes_of(token.text)):
        return False
    before = token.nbor(-1)
    return _is_number(before) or _is_unit(before) or (before.text in DASHES and token.i > 1 and _is_number(token.nbor(-2)))


def _ends_dateline(token: Token) -> bool:
    """Whether a token is the dash between the place and day of a report and its first words: "OSLO, March 3 - Output"."""
    return token.text in DASHES and token.i > 0 and bool(token.whitespace_ and token.nbor(-1).whitespace_)


def _is_compound(token: Token) -> bool:
    """Whether a token is joined to the word behind it by a hyphen: "two" in "two-way trade"."""
    if token.whitespace_:
        return False
    rest = token.doc[token.i + 1 : token.i + 3]
    joined = len(rest) == 2 and rest[0].text in DASHES and not rest[0].whitespace_
    return joined and not (_is_number(token) and _is_number(rest[1]))  # "thirty-three" is a count
