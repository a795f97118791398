"""Frames: a quantity in the parse of its sentence, and where every other phrase stands towards it.

The chain of a quantity is its path up the dependency tree: from its own head over the noun that it modifies and the verbs that
govern that, to the root. Every slot is filled from words that hang on this chain.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Doc, Token
from spacy.tokens import Span as DocSpan

from extract.facts.reading import Parsed
from extract.mentions.quantity import Money, Percentage
from extract.spans import Mention

NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
VERBAL = frozenset({"VERB", "AUX"})
SUBJECT = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
# A verb below one of these has no subject of its own in the sentence: it is the subject of the clause above.
SHARED = frozenset({"xcomp", "conj", "advcl", "pcomp"})
# "accused the bank of taking", "fined it for taking", "talked it into paying": the object does it. "by", "after": the subject.
OBJECT_CONTROL = frozenset({"from", "into", "of", "for"})
RELATIVE = frozenset({"WDT", "WP", "WP$"})
MAX_PATH = 4  # labels of a path beyond this say no more than that it is long


def subjects(verb: Token) -> tuple[Token, ...]:
    """Subjects of a verb as they stand: its own, else the one that it shares with the clause above."""
    own = tuple(child for child in verb.children if child.dep_ in SUBJECT)
    if own:
        first = own[0]
        if first.tag_ in RELATIVE and verb.dep_ == "relcl":
            return (verb.head,)
        return own
    if verb.dep_ in ("acl", "relcl"):
        return (verb.head,)
    if verb.dep_ in ("xcomp", "pcomp") and (controller := _controller(verb)) is not None:
        return (controller,)
    if verb.dep_ in SHARED and verb.head != verb:
        above = verb.head if verb.dep_ != "pcomp" else verb.head.head
        if above.pos_ in VERBAL and above != verb:
            return subjects(above)
    return ()


def _controller(verb: Token) -> Token | None:
    """The object that a verb form takes as its subject: "ordered the bank to pay", "kept the bank from paying"."""
    above = verb.head
    if verb.dep_ == "pcomp":
        if above.lower_ not in OBJECT_CONTROL:
            return None
        above = above.head
    for child in above.children:
        if child.dep_ in ("dobj", "dative") and child.pos_ in NOMINAL and child.i < verb.i and above.lemma_ != "promise":
            return child
    return None


def is_passive(verb: Token) -> bool:
    """Whether a verb stands in the passive: by its auxiliary, its subject's label, or as a bare participle behind a noun."""
    if any(child.dep_ in ("auxpass", "nsubjpass", "csubjpass", "agent") for child in verb.children):
        return True
    return verb.tag_ == "VBN" and verb.dep_ == "acl"


@dataclass(frozen=True)
class Place:
    """Where a phrase stands towards the quantity: the chain token it hangs on, and the labels of the way there.

    Args:
        depth: verbs on the chain below the joint, so 0 is at the governing verb or below it.
        joint: what kind of chain token the phrase hangs on: `quantity`, `noun`, `verb`.
        path: dependency labels from the joint down to the phrase, prepositions with their word: `prep_to.pobj`.
    """

    depth: int
    joint: str
    path: str

    def __str__(self) -> str:
        return f"{self.joint}{self.depth}:{self.path}"


@dataclass(frozen=True)
class Frame:
    """A quantity, its tokens and its chain."""

    parsed: Parsed
    mention: Mention[Money] | Mention[Percentage]
    tokens: DocSpan

    @property
    def doc(self) -> Doc:
        """The parse of the sentence."""
        return self.parsed.doc

    @property
    def is_money(self) -> bool:
        """Whether the quantity is money; else it is a percentage."""
        return isinstance(self.mention.value, Money)

    @cached_property
    def inside(self) -> frozenset[int]:
        """Token numbers of the quantity and of the equivalent that stands beside it."""
        indexes = set(range(self.tokens.start, self.tokens.end))
        if isinstance(self.mention.value, Money) and self.mention.value.equivalent is not None:
            twin = self.parsed.tokens_of(self.mention.value.equivalent.span)
            if twin is not None:
                indexes |= set(range(twin.start, twin.end))
        return frozenset(indexes)

    @cached_property
    def chain(self) -> tuple[Token, ...]:
        """Tokens from the quantity's head up to the root; the first is the head of the quantity itself."""
        token = self.tokens.root
        found = [token]
        while token.head != token:
            token = token.head
            if token.i not in self.inside:
                found.append(token)
        return tuple(found)

    @cached_property
    def predicates(self) -> tuple[Token, ...]:
        """The verbs of the chain, the governing one first."""
        return tuple(token for token in self.chain[1:] if token.pos_ in VERBAL or token.dep_ == "ROOT") or self.chain[-1:]

    @cached_property
    def nouns(self) -> tuple[Token, ...]:
        """The nouns of the chain below its first verb: what the quantity modifies or belongs to."""
        found = []
        for token in self.chain[1:]:
            if token.pos_ in VERBAL:
                break
            if token.pos_ in ("NOUN", "PROPN"):
                found.append(token)
        return tuple(found)

    @cached_property
    def label(self) -> str:
        """How the quantity hangs on the first noun or verb above it, prepositions with their word."""
        labels = [_step(self.chain[0])]
        for token in self.chain[1:]:
            if token.pos_ in VERBAL or token.pos_ in ("NOUN", "PROPN"):
                break
            labels.append(_step(token))
        return ".".join(reversed(labels[:MAX_PATH]))

    @cached_property
    def _depths(self) -> dict[int, int]:
        depths, depth = {}, -1
        for token in self.chain:
            if token.pos_ in VERBAL:
                depth += 1
            depths[token.i] = max(depth, 0)
        return depths

    def place_of(self, token: Token) -> Place:
        """Where a token stands towards the quantity."""
        labels: list[str] = []
        joint = token
        while joint.i not in self._depths and joint.i not in self.inside and joint.head != joint:
            labels.append(_step(joint))
            joint = joint.head
        if joint.i in self.inside:
            kind = "quantity"
        elif joint.pos_ in VERBAL:
            kind = "verb"
        else:
            kind = "noun"
        if joint == token:
            labels.append("self")
        path = ".".join(reversed(labels)) if len(labels) <= MAX_PATH else "far"
        return Place(min(self._depths.get(joint.i, 0), 3), kind, path)

    def nominals(self) -> Iterator[Token]:
        """Heads of the noun phrases of the sentence outside the quantity, in order; modifiers of other nouns are not heads."""
        for token in self.doc:
            if token.i not in self.inside and token.pos_ in NOMINAL and token.dep_ not in ("compound", "nmod", "npadvmod"):
                yield token


def _step(token: Token) -> str:
    return f"{token.dep_}_{token.lemma_.lower()}" if token.dep_ in ("prep", "agent") else token.dep_


def frame_of(parsed: Parsed, mention: Mention[Money] | Mention[Percentage]) -> Frame | None:
    """The frame of a quantity in its sentence; None if the sentence's parse does not hold it."""
    tokens = parsed.tokens_of(mention.span)
    return Frame(parsed, mention, tokens) if tokens is not None and len(tokens) else None
