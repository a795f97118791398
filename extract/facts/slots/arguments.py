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
ORDER = "order"  # class of the verbs that make somebody do something
CONTROLLED = frozenset({"xcomp", "ccomp", "pcomp", "advcl"})
PAYEES = frozenset({"to", "object", "for"})
# First words of prepositions of two: "according to the bank" gives the bank nothing.
COMPOUND = frozenset(
    {
        "according",
        "compared",
        "due",
        "prior",
        "thanks",
        "owing",
        "close",
        "next",
        "up",
        "out",
        "because",
        "instead",
        "back",
        "ahead",
    }
)
MODIFYING = frozenset({"compound", "nmod", "amod"})
NAMED = frozenset({"GPE", "ORG", "PERSON"})


@dataclass(frozen=True, slots=True)
class Argument:
    """What a phrase is to a predicate.

    Args:
        function: `subject`, `passive-subject`, `receiver` (the subject of "receives a grant", "faces a fine"), `ordered` (who is
            made to do it: "ordered the bank to pay"), `payee` (what stands beside such a one), `agent`, `object`, `modifier-object`
            (in "sold Russia drones", as it is parsed), `purpose` (the object of "to help small firms"), `possessor`, `modifier`,
            the preposition before it, or a label of the parse.
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


@cache
def _demands() -> dict[str, tuple[str, ...]]:
    demands: dict[str, tuple[str, ...]] = {}
    for row in read_table("demands"):
        demands[row["lemma"]] = (*demands.get(row["lemma"], ()), row["class"])
    return demands


def acts_of(token: Token) -> tuple[str, ...]:
    """What a predicate does with money, and whether it orders, asks for or punishes something."""
    more = _demands().get(lemma(token), ())
    return (*classes_of(token), *more) if is_known(token) or not more else more


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
        return acts_of(known[0]) if known else ("other",)

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
                classes = acts_of(verb) if _tells(verb) and function != "receiver" else self.classes
                if (order := _order_above(verb)) is not None:
                    function, classes = "ordered", acts_of(order)
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
        penal = "fine" in acts_of(noun) and (lemma(verb) in SUFFERING or "pay" in acts_of(verb))
        return penal or "get" in acts_of(verb)

    def argument(self, token: Token) -> Argument:
        """What the phrase that a token heads is, and to which predicate."""
        known = self._subjects.get(token.i)
        if known is not None:
            return known
        if (verb := self._verb_before(token)) is not None:
            return Argument("object", "near", acts_of(verb) if _tells(verb) else self.classes)
        in_chain = token in self.frame.chain
        if in_chain and (token.i >= self.frame.tokens.start or token.pos_ in VERBAL):
            return Argument("measured", "chain", self.classes)
        function, served = function_of(token)
        if function == "object" and not _tells(served) and served == self._left_with:
            return Argument(function, "near", self.classes)
        where = "chain" if in_chain else self._where(served)
        if function in PAYEES and where == "near" and any(each.function == "ordered" for each in self._subjects.values()):
            function = "payee"
        if function == "object" and where.startswith("near+") and _is_purpose(served) and token.i > self.frame.tokens.start:
            function = "purpose"
        return Argument(function, where, self.classes if served.i in self.frame.inside else acts_of(served))

    @cached_property
    def _left_with(self) -> Token | None:
        """The verb that leaves its object with the quantity: "left the town with a bill of $5 million"."""
        ties = (token.head for token in self.frame.chain if token.dep_ == "pobj" and token.head.lower_ == "with")
        return next((tie.head for tie in ties if tie.head in self.verbs), None)

    def _where(self, token: Token) -> str:
        """How near a predicate is to the quantity: on its chain, or so many words below that."""
        hops = 0
        while token.i not in self._near and token.i not in self._above and token.head != token:
            hops += token.pos_ in VERBAL or token.pos_ in ("NOUN", "PROPN")
            token = token.head
        place = "near" if token.i in self._near else "above" if token.i in self._above else "off"
        return f"{place}+{min(hops, MOST_HOPS)}" if hops else place

    def _verb_before(self, token: Token) -> Token | None:
        """The verb if a phrase stands between it and the quantity: "cost taxpayers some $5 million", however that is parsed."""
        start, doc = self.frame.tokens.start, self.frame.doc
        hedge = doc[token.i + 1 : start]
        if token.i >= start or token.pos_ not in NOMINAL or len(hedge) > FAR_HEDGE:
            return None
        if any(each.pos_ not in HEDGES or each.lower_ in TIES for each in hedge):
            return None
        left = token.left_edge.i
        verb = doc[left - 1] if left else token
        return verb if verb.pos_ == "VERB" and not is_passive(verb) else None


def _tells(verb: Token) -> bool:
    """Whether a verb says itself what is done."""
    return is_known(verb) and lemma(verb) not in LIGHT


def _order_above(verb: Token) -> Token | None:
    """The verb above that makes somebody do it: "ordered the bank to pay", "wants him to pay", "was told to pay"."""
    above = verb.head.head if verb.dep_ == "pcomp" else verb.head
    if above == verb or verb.dep_ not in CONTROLLED or ORDER not in acts_of(above):
        return None
    infinitive = any(child.tag_ == "TO" for child in verb.children) or verb.dep_ == "pcomp"
    own = is_passive(above) or any(subject not in subjects(above) for subject in subjects(verb))
    return above if infinitive and own else None


def _is_purpose(verb: Token) -> bool:
    """Whether a verb says what for: "to help small firms"."""
    return verb.pos_ == "VERB" and verb.dep_ != "conj" and any(child.tag_ == "TO" for child in verb.children)


def function_of(token: Token) -> tuple[str, Token]:
    """The function of a phrase by the labels of the parse, and the word that it serves."""
    dep, head = token.dep_, token.head
    if dep in ("conj", "appos") and head != token:
        function, served = function_of(head)
        return (function if dep == "conj" else f"appos-{function}"), served
    if dep == "pobj":
        function = "agent" if head.dep_ == "agent" else head.lower_
        if head.head.lower_ in COMPOUND and head.dep_ in ("prep", "pcomp"):
            function = f"{head.head.lower_} {function}"
        while (head.pos_ in ("ADP", "PART") or head.dep_ in ("prep", "agent", "pcomp")) and head.head != head:
            head = head.head
        return function, head
    if dep in MODIFYING and token.ent_type_ in NAMED and token.i and token.nbor(-1).pos_ == "VERB" and head.i > token.i:
        return "modifier-object", token.nbor(-1)  # "sold Russia drones"
    return SIMPLE.get(dep, dep), head
