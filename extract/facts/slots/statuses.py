"""The status: whether the thing happened, is planned, is possible or is denied."""

from collections.abc import Iterator, Sequence
from functools import cache

from spacy.tokens import Token

from extract.facts.clauses import auxiliaries, own_tense, tense_of
from extract.facts.context import ABOVE, NEGATION, classes_of, lemma
from extract.facts.dates.ties import compared
from extract.facts.frame import VERBAL, Frame, is_passive
from extract.facts.ranker import Candidate
from extract.facts.reading import Reading
from extract.lexicons import read_table

STATUSES = ("actual", "planned", "possible", "denied")
MARKING = frozenset({"mark", "advmod", "prep"})
CONDITION = frozenset({"if", "unless", "whether"})  # of the marks of the quantity's own clause, those that leave it open
MODIFYING = frozenset({"amod", "compound", "det", "acl", "nmod", "poss"})
NEGATED = frozenset({"nsubj", "nsubjpass", "dobj"})  # whose "no" negates the verb: "No candidate won more than 50%"
CLAUSES = frozenset({"relcl", "acl"})
ROLES = {
    "nsubj": "subject",
    "nsubjpass": "subject",
    "dobj": "object",
    "acomp": "complement",
    "attr": "complement",
    "oprd": "complement",
}
NEAREST_NOUNS = 2  # nouns between the quantity and its verb that can colour it


@cache
def _cues() -> dict[str, str]:
    return {row["lemma"]: row["kind"] for row in read_table("status_cues")}


def cue_of(token: Token) -> str | None:
    """What a word says of whether the thing below it happened (`promise`, `predict`, `ask`, ...); None if nothing.

    A participle before a noun can be parsed as an adjective, whose lemma is the participle itself: "the proposed loan".
    """
    cues, word = _cues(), lemma(token)
    if word not in cues and word.endswith("ed"):
        return cues.get(word[:-1]) or cues.get(word[:-2])
    return cues.get(word)


def is_negated(verb: Token) -> bool:
    """Whether a word of negation hangs on a verb or stands before its subject or object."""
    below = (child for part in verb.children if part.dep_ in NEGATED for child in part.children if child.dep_ == "det")
    return any(child.dep_ == "neg" or child.lower_ in NEGATION for child in (*verb.children, *below))


def _of_verb(verb: Token, level: int) -> Iterator[str]:
    """Features of the verb that stands `level` clauses above the quantity's own."""
    tense, kind = own_tense(verb), cue_of(verb)
    yield f"tag{level}={verb.tag_}"
    for helper in auxiliaries(verb):
        yield f"aux{level}={lemma(helper)}"
    if level == 0:
        yield f"tense{level}={tense}&passive={is_passive(verb)}"
    else:
        for name in classes_of(verb):
            yield f"class{level}={name}"
    for child in verb.children:
        if child.dep_ in MARKING and child.i < verb.i and (level or lemma(child) in CONDITION):
            yield f"mark{level}={lemma(child)}"
    if kind:
        yield f"cue{level}={kind}"
        if level < ABOVE:
            yield f"cue{level}={kind}&tense={tense}"
    if is_negated(verb):
        yield f"negated{level}"
        yield f"negated{level}&tense={tense}"


def _of_noun(noun: Token) -> Iterator[str]:
    """Features of a noun that the quantity belongs to, and of what modifies it."""
    if kind := cue_of(noun):
        yield f"nouncue={kind}"
    for child in noun.children:
        if child.dep_ in MODIFYING and (kind := cue_of(child)):
            yield f"modifiercue={kind}"


def _of_arguments(frame: Frame, verb: Token) -> Iterator[str]:
    """Features of what stands beside the quantity: "the bill includes", "raised its bid to", "is likely", "the pledged sum is"."""
    for child in verb.children:
        role = ROLES.get(child.dep_)
        if role is None or child.i in frame.inside or child in frame.chain:
            continue
        yield f"{role}cue={cue_of(child)}"
        for part in child.children:
            if part.dep_ in MODIFYING and (kind := cue_of(part)):
                yield f"{role}modifiercue={kind}"


def _of_first_tense(verbs: Sequence[Token]) -> str:
    """Feature of the lowest finite clause: only where the quantity's own has no tense does that of one above count."""
    tenses = ((own_tense(verb), level) for level, verb in enumerate(verbs))
    tense, level = next((each for each in tenses if each[0] is not None), ("none", ABOVE))
    return f"finite={tense}&level={min(level, ABOVE)}"


def _governing(frame: Frame) -> tuple[Token, ...]:
    """The chain without verbs that the one below is only joined to: "has sent weapons and pledged $5 million" pledges it."""
    found = []
    below = frame.chain[0]
    for token in frame.chain[1:]:
        if not (below.dep_ == "conj" and below.pos_ in VERBAL and token.pos_ in VERBAL):
            found.append(token)
        below = token
    return tuple(found)


def _of_cues(frame: Frame) -> Iterator[str]:
    """Features of the nearest cue above the quantity and of those that stand elsewhere in the sentence."""
    nearest = next((token for token in _governing(frame) if cue_of(token)), None)
    kind = cue_of(nearest) if nearest is not None else None
    yield f"firstcue={kind}&tense={tense_of(frame.predicates[0])}"
    if nearest is not None:
        yield f"firstcue={kind}&pos={nearest.pos_}"
    for child in frame.tokens.root.children:
        for token in (child, *child.children) if child.dep_ in CLAUSES else (child,):
            if kind := cue_of(token):
                yield f"owncue={kind}"
    chain = {token.i for token in frame.chain}
    for token in frame.doc:
        if token.i not in chain and (kind := cue_of(token)):
            yield f"anycue={kind}"


def _of_frame(frame: Frame, time_side: str) -> Iterator[str]:
    tense = tense_of(frame.predicates[0])
    yield from ("always", f"section={frame.parsed.sentence.section}")
    yield from (f"time={time_side}", f"time={time_side}&tense={tense}")
    yield f"compared={compared(frame)}"
    yield from _of_cues(frame)
    verbs = [token for token in _governing(frame) if token in frame.predicates] or [frame.predicates[0]]
    for level, verb in enumerate(verbs[: 1 + ABOVE]):
        yield from _of_verb(verb, level)
    yield _of_first_tense(verbs)
    yield from _of_arguments(frame, verbs[0])
    for noun in frame.nouns[:NEAREST_NOUNS]:
        yield from _of_noun(noun)
    if len(verbs) > 1:
        yield f"above={cue_of(verbs[1])}>{verbs[0].dep_}"


def _of_story(reading: Reading, frame: Frame) -> Iterator[str]:
    """Features of what opens the article: a story about a bill tells what the bill would do."""
    opening = min(reading.parsed)
    if opening < frame.parsed.sentence.index:
        for kind in dict.fromkeys(map(cue_of, reading.parsed[opening].doc)):
            yield f"opening={kind}"


def status_candidates(reading: Reading, frame: Frame, *, time_side: str) -> list[Candidate]:
    """The four statuses, each with the features of the verbs and nouns above the quantity.

    Args:
        reading: the article as it was read.
        frame: the quantity's frame.
        time_side: where the time of the fact lies from the publication: `past`, `present`, `future`, `unknown`, `none`.
    """
    verb = frame.predicates[0]
    features = dict.fromkeys((*_of_frame(frame, time_side), *_of_story(reading, frame)))
    span, rule = frame.parsed.span_of(verb), f"status-of-{verb.pos_.lower()}"
    return [Candidate(status, rule, tuple(f"{status}|{feature}" for feature in features), span) for status in STATUSES]
