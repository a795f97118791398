"""Ties: a sentence with its quantities and schemes enters; the scheme that each quantity is tied to within it leaves."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from extract.facts.sentences import Sentence
from extract.lexicons import read_table
from extract.mentions.programme_shapes import Programme
from extract.mentions.programme_words import one_of
from extract.mentions.quantity import Money
from extract.spans import Mention, Span

Schemes = tuple[Mention[Programme], ...]


@dataclass(frozen=True, slots=True)
class SchemeLink:
    """The scheme of a quantity.

    Args:
        name: the fullest form that the article has, without leading article.
        rule: name of the rule that tied the quantity to it.
        span: the words that name it, or stand for it, there.
    """

    name: str
    rule: str
    span: Span


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity within its sentence; `end` lies behind the bracket with its equivalent; a percentage has no money."""

    span: Span
    end: int
    money: Money | None


@dataclass(frozen=True)
class Scene:
    """A sentence with its quantities and with the schemes that it names or means, both in order."""

    text: str
    sentence: Sentence
    quantities: tuple[Quantity, ...]
    schemes: Schemes

    @cached_property
    def _starts(self) -> list[int]:
        return [quantity.span.start for quantity in self.quantities]

    @cached_property
    def _scheme_starts(self) -> list[int]:
        return [scheme.span.start for scheme in self.schemes]

    def last_between(self, start: int, end: int) -> Quantity | None:
        """The last quantity that begins between two places."""
        index = bisect_left(self._starts, end) - 1
        return self.quantities[index] if index >= 0 and self._starts[index] >= start else None

    def around(self, quantity: Quantity) -> Iterator[Mention[Programme]]:
        """The schemes within reach of a quantity."""
        first = bisect_left(self._scheme_starts, quantity.span.start - REACH)
        yield from self.schemes[first : bisect_left(self._scheme_starts, quantity.end + REACH)]

    def next_scheme(self, place: int) -> Mention[Programme] | None:
        """The first scheme from a place on."""
        index = bisect_left(self._scheme_starts, place)
        return self.schemes[index] if index < len(self.schemes) else None

    def before(self, place: int) -> str:
        """The words of the sentence right before a place."""
        return self.text[max(self.sentence.span.start, place - CUE_REACH) : place]


def words_of(kind: str) -> str:
    """A pattern for the cues of one kind."""
    return one_of(row["phrase"] for row in read_table("scheme_cues") if row["kind"] == kind)


REACH = 600  # characters between a quantity and a scheme that one sentence ties together
CUE_REACH = 120  # characters before a scheme in which the word that ties it stands
TOPIC_WORDS = 25  # between a scheme and a sum that it is the topic of
NEAR_WORDS = 8  # the same for a percentage, and for a name that only its context shows to be a scheme's
ARGUMENT_WORDS = 15  # between a sum and the scheme that it goes to

# What may stand between the word that ties and the name: "the government’s new", "a", "its own".
OWNER = (
    r"(?:(?:the|a|an|its|his|her|their|our|this|that|such) )?"
    r"(?:(?!(?:of|on|to|for|in|by|at|with|from|and|or)\b)[\w’'.&-]+ ){0,3}?[\"“‘']?"
)
FRAME_WORDS, GIVEN_WORDS = words_of("frame"), words_of("given")
FRAME_OR_SHARE = rf"\b(?:{FRAME_WORDS}|(?:contribution|share|payment|pledge|commitment|allocation)s? (?:to|of|from|under|for|in))"
FRAME = re.compile(rf"\b{FRAME_WORDS} {OWNER}$", re.IGNORECASE)
GIVEN = re.compile(rf"\b{GIVEN_WORDS} {OWNER}$", re.IGNORECASE)
ARGUMENT = re.compile(rf"\b(?:{GIVEN_WORDS}|{words_of('argument')}) {OWNER}$", re.IGNORECASE)
APART = re.compile(rf"\b{words_of('apart')} {OWNER}$", re.IGNORECASE)
# A name behind such a word is not the quantity's, nor a quantity behind it the name's.
# It can also be a sentence's end that the text runs together ("a year.He").
BREAK = re.compile(rf"[;?]|(?-i:(?<=[a-z])[.!][\"”’']*(?=[A-Z]))|\b{words_of('break')}\b", re.IGNORECASE)
# The scheme is only a part of the sum before, or the sum's clause is over.
CLOSED = re.compile(rf"\b{words_of('total')}\b|, (?:and|will|is|are|was|were|has|have|had|would|can|could|may)\b")
MODIFIER = re.compile(
    r"[ -](?:(?!(?:of|for|to|from|in|under|through|via|on|at|and|or|with|by|a|an|the|this|that)\b)[a-z-]+,? ){0,2}[\"“‘']?"
)
APPOSITION = re.compile(r"(?: [a-z-]+){1,4}, the | ?[–—:-] (?:the )?|, (?:the )?")
AUXILIARY = r"(?:also|now|already|will|would|could|can|may|to|has|had|have)"
GIVING = re.compile(rf"[”\"’']?(?:(?:,| [–—-])? (?:which|that|and))? (?:{AUXILIARY} ){{0,4}}{words_of('giving')}")
# "the X, through which allies lend $5 million"
RELATIVE = re.compile(
    r"(?: [a-z]+| \([^()\n]{1,40}\))?(?:, or (?:the )?[A-Z][\w&+-]+,|,)?(?: (?:under|through|by|from|via|with|in) which| whereby)\b"
)
# "the loan, €5 million, is Britain’s contribution to the X"
PREDICATE = re.compile(rf"[,)]? (?:is|are|was|were) [^,;:]{{0,60}}{FRAME_OR_SHARE} {OWNER}$", re.IGNORECASE)
# Between the sums of a list that a scheme frames: others may give theirs only if a comma parts the frame from the last.
JOINT = {False: re.compile(r"(?:,| and|, and) "), True: re.compile(r"(?:,| and|, and) (?:[A-Z][\w’'-]+ ){0,3}")}
LISTED = re.compile(rf",? {FRAME_WORDS} {OWNER}", re.IGNORECASE)
WITH = re.compile(r"[”\"’']? with (?:(?!an?\b|the\b)[a-z]+ ){0,2}")  # "backs the X with some €5 million"
# A sum with an article of its own, further down a list, is another thing.
ANOTHER = re.compile(r"\b(?:an?|another)(?: (?:further|separate|additional|new))? $", re.IGNORECASE)
# After a scheme, another one that shares the sum: "to the X and the Y".
SHARED = re.compile(
    r"(?: \([^()\n]{1,40}\))?(?:,| and|, and) (?:(?:to|for|from|under|through) )?(?:(?:the|its) )?(?:[\w-]+[’']s? )?"
)
STRICT = frozenset({"act", "law", "bill", "prize", "code"})  # many are named beside sums that are not theirs
BRACKET = re.compile(r" ?\([^()\n]{1,60}\)")
STAND_INS = frozenset({"scheme-anaphor", "scheme-pronoun"})  # "the fund" and "it" modify nothing
GENERIC = re.compile(rf"(?: [a-z]+)? {words_of('noun')}\b")


def bracket_end(text: str, place: int) -> int:
    """Where the bracket ends that begins at a place; the place itself if there is none."""
    bracket = BRACKET.match(text, place)
    return bracket.end() if bracket else place


def scheme_end(text: str, place: int) -> int:
    """Where a scheme's name ends with the noun in small letters and the bracket that may follow it."""
    noun = GENERIC.match(text, place)
    return bracket_end(text, noun.end() if noun else place)


def tied(scene: Scene, quantity: Quantity) -> SchemeLink | None:
    """The scheme that the quantity's own sentence ties it to: the firmest tie, of equals the nearest."""
    ties = []
    for scheme in scene.around(quantity):
        tie = _behind(scene, quantity, scheme) if scheme.span.start >= quantity.end else _ahead(scene, quantity, scheme)
        if tie:
            ties.append((*tie, scheme))
    if not ties:
        return None
    _, rule, scheme = min(ties, key=lambda tie: (tie[0], not tie[2].value.certain, abs(tie[2].span.start - quantity.span.start)))
    if scheme.span.start >= quantity.end and _is_shared(scene, scheme):
        return None
    return SchemeLink(scheme.value.name, rule, scheme.span)


def _is_shared(scene: Scene, scheme: Mention[Programme]) -> bool:
    """Whether the sum before a scheme goes to the next scheme too: then it belongs to neither."""
    after = scene.next_scheme(scheme.span.end)
    if after is None or after.value.name == scheme.value.name:
        return False
    return SHARED.fullmatch(scene.text, scheme.span.end, min(after.span.start, scheme.span.end + CUE_REACH)) is not None


def _behind(scene: Scene, quantity: Quantity, scheme: Mention[Programme]) -> tuple[int, str] | None:
    """How firmly, and by which rule, a quantity is tied to a scheme named after it."""
    gap = scene.text[quantity.end : scheme.span.start]
    alone = scene.last_between(quantity.end, scheme.span.start) is None
    if alone and scheme.rule not in STAND_INS and MODIFIER.fullmatch(gap):
        return 0, "scheme-modified"
    if alone and not BREAK.search(gap) and PREDICATE.fullmatch(gap):
        return 1, "scheme-predicate"
    if not alone and quantity.money and _heads_list(scene, quantity, scheme):
        return 2, "scheme-frame"
    if not alone or BREAK.search(gap) or CLOSED.search(gap) or APART.search(gap):
        return None
    if FRAME.search(gap):
        return 1, "scheme-frame"
    if not quantity.money:
        return None
    if scheme.value.certain and APPOSITION.fullmatch(gap):
        return 1, "scheme-apposition"
    cue, most = (ARGUMENT, ARGUMENT_WORDS) if scheme.value.certain else (GIVEN, NEAR_WORDS)
    if len(gap.split()) <= most and "," not in gap and cue.search(gap):
        return 2, "scheme-argument"
    return None


def _heads_list(scene: Scene, quantity: Quantity, scheme: Mention[Programme]) -> bool:
    """Whether a sum is one of a list that a scheme frames as a whole: "€3 million and, from Korea, $9 million through the X"."""
    listed = [each for each in scene.quantities if quantity.span.start <= each.span.start < scheme.span.start]
    joints = [scene.text[one.end : other.span.start] for one, other in pairwise(listed)]
    last = scene.text[listed[-1].end : scheme.span.start]
    comma = last.startswith(",")
    return all(JOINT[comma].fullmatch(joint) for joint in joints) and LISTED.fullmatch(last) is not None


def _ahead(scene: Scene, quantity: Quantity, scheme: Mention[Programme]) -> tuple[int, str] | None:
    """How firmly, and by which rule, a quantity is tied to a scheme named before it."""
    gap = scene.text[scheme_end(scene.text, scheme.span.end) : quantity.span.start]
    before = scene.before(scheme.span.start)
    if BREAK.search(gap) or APART.search(before):
        return None
    listed = scene.last_between(scheme.span.end, quantity.span.start)
    if listed and ANOTHER.search(gap):
        return None
    if RELATIVE.match(scene.text, scheme.span.end) and not listed and quantity.money:
        return 1, "scheme-relative"
    if WITH.fullmatch(gap):
        return 2, "scheme-given"
    if scene.last_between(scene.sentence.span.start, scheme.span.start):
        return None  # the scheme answers the quantity before it
    if FRAME.search(before):
        return 3, "scheme-frame-before"
    giving = GIVING.match(gap)
    if scheme.value.head in STRICT and not giving:
        return None
    step = scene.text[listed.end : quantity.span.start] if listed else gap
    most = TOPIC_WORDS if scheme.value.certain and (quantity.money or listed) else NEAR_WORDS
    firm = 3 if giving and not listed else 4
    return (firm, "scheme-topic") if len(step.split()) <= most and (scheme.value.certain or giving) else None
