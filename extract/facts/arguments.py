"""Arguments: a frame enters; what each phrase of its sentence is to the words that say what is done with the quantity leaves.

A quantity belongs to predicates: the event noun that it measures ("a $5 million fine", "$5 million in aid"), the clause that hangs
on it ("the $5 million awarded to Lind"), the verb that governs it, the verbs above. Whichever of them the parser hangs a phrase on,
its function is the same: the subject, the object, what stands behind "to". Which function fills a slot is told by the class of the
predicate, in `extract/data/arguments.tsv`: behind "to" stands who gets, where something is given.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from spacy.tokens import Token

from extract.facts.context import classes_of, is_known, lemma
from extract.facts.frame import NOMINAL, VERBAL, Frame, is_passive, subjects
from extract.lexicons import read_table

CARRYING = frozenset({"in", "of", "worth", "as"})  # "$5 million in aid": the noun behind says what is done
# Verbs that leave it to their noun to say what is done.
LIGHT = frozenset({"be", "have", "make", "take", "include", "do", "total", "amount", "see", "involve", "announce", "say"})
SUFFERING = frozenset({"face", "owe"})  # with "pay", verbs whose subject the penalty falls on
CLAUSES = frozenset({"acl", "relcl"})
HEDGES = frozenset({"ADV", "ADJ", "ADP", "SCONJ", "PART", "SYM", "DET"})  # "as much as", "an additional"
FAR_HEDGE = 5  # tokens that a hedge before a quantity has at most
TIES = frozenset({"to", "from", "for", "with", "by", "at", "on", "in", "of"})  # a preposition ties the quantity to something else
SIMPLE = {
    "dobj": "object",
    "dative": "object",
    "attr": "object",
    "oprd": "object",
    "nsubj": "subject",
    "csubj": "subject",
    "nsubjpass": "passive-subject",
    "csubjpass": "passive-subject",
    "poss": "possessor",
    "compound": "modifier",
    "amod": "modifier",
    "nmod": "modifier",
}
MOST_HOPS = 2


@dataclass(frozen=True, slots=True)
class Argument:
    """What a phrase is to a predicate.

    Args:
        function: `subject`, `passive-subject`, `receiver` (the subject of "receives a grant", "faces a fine"), `agent`, `object`,
            `possessor`, `modifier`, the preposition before it, or a label of the parse.
        where: whether the predicate is `near` the quantity, `above` it, or how many words off that.
        classes: what the predicate does with money.
    """

    function: str
    where: str
    classes: tuple[str, ...]


@cache
def _ranks() -> dict[tuple[str, str], dict[str, int]]:
    """By class and slot the rank of each function that fills it."""
    table: dict[tuple[str, str], dict[str, int]] = {}
    for row in read_table("arguments"):
        ranks = table.setdefault((row["class"], row["slot"]), {})
        for rank, group in enumerate(row["functions"].split("|"), 1):
            ranks.update(dict.fromkeys(group.split(), rank))
    return table


def rank_of(slot: str, argument: Argument) -> int:
    """How well an argument fits a slot: 1 is best, 0 not at all."""
    ranks = (_ranks().get((name, slot), {}).get(argument.function, 0) for name in argument.classes)
    return min((rank for rank in ranks if rank), default=0)


@dataclass(frozen=True)
class Predicates:
    """The words that say what is done with a quantity."""

    frame: Frame

    @cached_property
    def nouns(self) -> tuple[Token, ...]:
        """The nouns that the quantity measures."""
        return tuple(dict.fromkeys((*self.frame.nouns[:2], *self._carried())))

    def _carried(self) -> Iterator[Token]:
        """The noun behind "in" or "of" that follows the quantity, wherever the parser hangs it."""
        end = max(self.frame.inside) + 1
        for token in self.frame.doc[end : end + 1]:
            if token.lower_ in CARRYING:
                yield from (thing for thing in token.children if thing.dep_ == "pobj" and thing.pos_ == "NOUN")

    @cached_property
    def verbs(self) -> tuple[Token, ...]:
        """The clauses on the quantity or its nouns, then the governing verb."""
        inside = self.frame.inside
        clauses = (
            child
            for token in (*(self.frame.doc[i] for i in sorted(inside)), *self.nouns)
            for child in token.children
            if child.dep_ in CLAUSES and child.pos_ in VERBAL and child.i not in inside
        )
        return (*clauses, self.frame.predicates[0])

    @cached_property
    def above(self) -> tuple[Token, ...]:
        """The two verbs above the governing one."""
        return self.frame.predicates[1:3]

    @cached_property
    def classes(self) -> tuple[str, ...]:
        """What is done with the quantity, by the noun or verb that says it best."""
        known = [noun for noun in self.nouns if is_known(noun)]
        known += [verb for verb in (*self.verbs, *self.above) if _tells(verb)]
        return classes_of(known[0]) if known else ("other",)

    @cached_property
    def _near(self) -> frozenset[int]:
        chain = [token.i for token in self.frame.chain]
        below = chain[: chain.index(self.frame.predicates[0].i) + 1]
        return frozenset((*self.frame.inside, *below, *(token.i for token in (*self.nouns, *self.verbs))))

    @cached_property
    def _above(self) -> frozenset[int]:
        return frozenset(token.i for token in self.frame.chain) - self._near

    @cached_property
    def _subjects(self) -> dict[int, Argument]:
        """The subjects of the predicates by token number, also those that a verb shares with the clause above."""
        found: dict[int, Argument] = {}
        for where, verbs in (("near", self.verbs), ("above", self.above)):
            for verb in verbs:
                function = "passive-subject" if is_passive(verb) else "receiver" if self._receives(verb) else "subject"
                classes = classes_of(verb) if _tells(verb) and function != "receiver" else self.classes
                for subject in subjects(verb):
                    if subject.i in self.frame.inside:
                        continue
                    for token in (subject, *subject.conjuncts):
                        found.setdefault(token.i, Argument(function, where, classes))
        return found

    def _receives(self, verb: Token) -> bool:
        """Whether the subject of a verb is at the other end of what its noun says: "received a grant", "faces a fine"."""
        noun = next((noun for noun in self.nouns if is_known(noun)), None)
        if noun is None:
            return False
        penal = "charge" in classes_of(noun) and (lemma(verb) in SUFFERING or "pay" in classes_of(verb))
        return penal or "get" in classes_of(verb)

    def argument(self, token: Token) -> Argument:
        """What the phrase that a token heads is, and to which predicate."""
        known = self._subjects.get(token.i)
        if known is not None:
            return known
        if self._between(token):
            return Argument("object", "near", self.classes)
        if token in self.frame.chain:
            behind = token.i >= self.frame.tokens.start
            return Argument("measured" if behind else f"chain-{self.frame.label.split('.')[0]}", "chain", self.classes)
        function, served = _function(token)
        return Argument(function, self._where(served), self.classes if served.i in self.frame.inside else classes_of(served))

    def _where(self, token: Token) -> str:
        """How near a predicate is to the quantity: on its chain, or so many words below that."""
        hops = 0
        while token.i not in self._near and token.i not in self._above and token.head != token:
            hops += token.pos_ in VERBAL or token.pos_ in ("NOUN", "PROPN")
            token = token.head
        place = "near" if token.i in self._near else "above" if token.i in self._above else "off"
        return f"{place}+{min(hops, MOST_HOPS)}" if hops else place

    def _between(self, token: Token) -> bool:
        """Whether a phrase stands between a verb and the quantity: "cost taxpayers some $5 million", however that is parsed."""
        start, doc = self.frame.tokens.start, self.frame.doc
        hedge = doc[token.i + 1 : start]
        if token.i >= start or token.pos_ not in NOMINAL or len(hedge) > FAR_HEDGE:
            return False
        if any(each.pos_ not in HEDGES or each.lower_ in TIES for each in hedge):
            return False
        left = token.left_edge.i
        return left > 0 and doc[left - 1].pos_ == "VERB" and not is_passive(doc[left - 1])


def _tells(verb: Token) -> bool:
    """Whether a verb says itself what is done."""
    return is_known(verb) and lemma(verb) not in LIGHT


def _function(token: Token) -> tuple[str, Token]:
    """The function of a phrase by the labels of the parse, and the word that it serves."""
    dep, head = token.dep_, token.head
    if dep in ("conj", "appos") and head != token:
        function, served = _function(head)
        return (function if dep == "conj" else f"appos-{function}"), served
    if dep == "pobj":
        function = "agent" if head.dep_ == "agent" else head.lower_
        while (head.pos_ in ("ADP", "PART") or head.dep_ in ("prep", "agent", "pcomp")) and head.head != head:
            head = head.head
        return function, head
    return SIMPLE.get(dep, dep), head
