"""The base of a percentage: of what it is a share.

Shares have one, as a rule: "half of the budget", "5% of voters", "one in five firms", "a majority of Danes, 60%". Changes,
rates and distances have none.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from extract.facts.context import classes_of, lemma
from extract.facts.frame import NOMINAL, Frame
from extract.facts.names.table import NameTable
from extract.facts.ranker import Candidate
from extract.mentions.quantity import Percentage
from extract.spans import Span

PARTS = frozenset(
    {"share", "percentage", "proportion", "portion", "majority", "minority", "part", "fraction", "stake", "slice", "chunk"}
)
WITHIN = frozenset({"of", "among", "in", "from", "on", "by", "for", "to"})  # "48% among voters", "a tax of 8% on cash"
PREMODIFIER = frozenset({"compound", "nummod", "predet", "nmod", "amod", "det", "quantmod", "npadvmod"})  # "half the fine"
REACH = 4  # tokens of the chain whose phrases are looked at


def _objects(token: Token, words: frozenset[str]) -> Iterator[tuple[str, Token]]:
    """What stands behind prepositions that hang on a token: "of" and the noun."""
    for child in token.children:
        word = child.lower_
        if child.dep_ == "prep" and word in words:
            for thing in child.children:
                if thing.dep_ == "prep":  # "out of"
                    yield from ((f"{word}-{thing.lower_}", below) for below in thing.children if below.dep_ == "pobj")
                elif thing.dep_ == "pobj":
                    yield word, thing


def _is_share(token: Token) -> bool:
    return (
        token.lower_ in ("%", "percent", "cent", "pct", "half", "third", "quarter", "thirds", "quarters") or lemma(token) in PARTS
    )


def _own(frame: Frame) -> Iterator[tuple[str, Token]]:
    """What stands beside the quantity itself, nearest first."""
    for index in sorted(frame.inside):
        yield from ((f"own-{word}", thing) for word, thing in _objects(frame.doc[index], WITHIN | {"out"}))
        for child in frame.doc[index].children:
            if child.i not in frame.inside and child.dep_ in ("pobj", "dobj", "npadvmod", "appos") and child.pos_ in NOMINAL:
                yield f"own-{child.dep_}", child


def _above(frame: Frame) -> Iterator[tuple[str, Token]]:
    """What the chain names: nouns above the quantity with their phrases, subjects of its verbs and what these are shares of."""
    verbs = 0
    for rank, token in enumerate(frame.chain[1 : 1 + REACH]):
        if token.pos_ in ("NOUN", "PROPN"):
            part = "part" if _is_share(token) else "noun"
            modified = rank == 0 and frame.chain[0].dep_ in PREMODIFIER
            yield f"{part}-modified" if modified else f"{part}-above", token
            yield from ((f"{part}-{word}", thing) for word, thing in _objects(token, WITHIN))
        elif token.pos_ in ("VERB", "AUX"):
            yield from ((f"verb{verbs}-{word}", thing) for word, thing in _objects(token, WITHIN))
            for child in token.children:
                if child.dep_ in ("nsubj", "nsubjpass") and child.i not in frame.inside:
                    if _is_share(child):
                        yield from ((f"subject{verbs}-{word}", thing) for word, thing in _objects(child, frozenset({"of"})))
                    yield f"subject{verbs}", child
            verbs += 1


def _told_before(frame: Frame) -> Iterator[tuple[str, Token]]:
    """The base of the share last told in the sentence: "half of the teens say so, and 60% say more"."""
    for token in reversed(frame.doc[: min(frame.inside)]):
        if _is_share(token):
            found = [thing for _, thing in _objects(token, frozenset({"of"}))]
            if found:
                yield "told-before", found[0]
                return


def _is_partitive(relation: str, form: str) -> bool:
    """Whether the words themselves say that the noun is what the share is of; the counts of rarer ones would not tell."""
    if relation == "noun-modified":
        return form == "words"
    return relation.endswith(("among", "out-of")) or relation in ("own-of", "part-of", "subject0-of", "subject1-of")


def _form(frame: Frame) -> str:
    """How the share is written: in percent, in points, or in words."""
    value = frame.mention.value
    if isinstance(value, Percentage) and value.unit != "percent":
        return "points"
    return "percent" if any(sign in frame.mention.quote.lower() for sign in ("%", "percent", "per cent", "pct")) else "words"


def base_candidates(frame: Frame, names: NameTable) -> list[Candidate]:
    """What the percentage could be a share of, and nothing.

    Args:
        frame: the percentage.
        names: the article's names.
    """
    form = _form(frame)
    found: dict[str, tuple[Candidate, list[str]]] = {}
    for relation, token in (*_own(frame), *_above(frame), *_told_before(frame)):
        known = names.of_token(frame.parsed, token) if token.i not in frame.inside else None
        if known is not None:
            candidate = Candidate(known.name, f"base-{relation}", (), known.span)
            features = found.setdefault(known.name.casefold(), (candidate, []))[1]
            features += [f"is={relation}&form={form}", f"tag={token.tag_}"]
            if _is_partitive(relation, form):
                features.append("partitive")
    candidates = [Candidate(c.value, c.rule, tuple(dict.fromkeys(features)), c.span) for c, features in found.values()]
    verb = classes_of(frame.predicates[0])[0]
    noun = classes_of(frame.nouns[0])[0] if frame.nouns else "none"
    nothing = ("none", f"none&form={form}", f"none&verb={verb}", f"none&noun={noun}", f"none&label={frame.label}")
    return [*candidates, Candidate(None, "no-base", nothing, Span(frame.mention.span.start, frame.mention.span.start))]
