"""Ties: how a time expression in the quantity's own sentence stands towards the quantity.

Structure ties a time to an amount: the verb that both hang on, other amounts that stand nearer, words of comparison between
them ("up from 3% in 2023", "the lowest since May").
"""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from extract.facts.clauses import clause_of
from extract.facts.context import classes_of, lemma, speech_verbs
from extract.facts.dates.values import date_of
from extract.facts.frame import NOMINAL, VERBAL, Frame
from extract.facts.reading import Reading
from extract.mentions.times.timex import Timex
from extract.spans import Mention, Span

# Words that set an amount against one of another time: "up from", "compared with", "more than", "against".
COMPARING = frozenset({"from", "than", "compare", "compared", "against", "versus", "vs", "vs.", "above", "below"})
SUPERLATIVE = frozenset({"JJS", "RBS"})
# Superlatives of amounts: "at least 3% in May" compares nothing.
OF_AMOUNT = frozenset({"most", "least"})
# Words in a time expression that count from a time named before it.
COUNTED_BACK = frozenset({"ago", "before", "earlier", "previous", "prior", "preceding"})
WITHIN_PHRASE = frozenset({"compound", "nmod", "poss", "amod", "nummod"})
FIRST_OF_LIST = (
    "8-first-of-list"  # closeness of a time that stands behind the first of two joined verbs to what hangs on the second
)
DUE, ENDING = "due", frozenset({"mature", "expire"})
BRANCHES = frozenset({"conj", "relcl", "acl", "advcl"})
TIMES = frozenset({"DATE", "TIME"})
NONE = "none"  # closeness where the sentence has no time


@dataclass(frozen=True)
class Tie:
    """A time of the quantity's sentence.

    Args:
        mention: the time expression.
        date: its ISO 8601 value.
        closeness: how it hangs together with the quantity; of two times, the one whose closeness sorts first is the nearer.
        features: what else is known of it.
        since: whether it dates the event since which the fact holds: "since the company went public in May".
    """

    mention: Mention[Timex]
    date: str
    closeness: str
    features: tuple[str, ...]
    since: bool = False


def host_of(token: Token) -> tuple[Token, str]:
    """What a time modifies, and how: through a preposition (`prep`), inside a noun phrase (`in`) or as an adverbial (`bare`)."""
    way = "in" if token.dep_ in WITHIN_PHRASE else "bare"
    while token.head != token:
        token = token.head
        if token.pos_ == "ADP":
            way = "prep"
        elif token.ent_type_ not in TIMES:
            break
    return token, way


def ties(reading: Reading, frame: Frame) -> tuple[Tie, ...]:
    """The calendar times of the quantity's sentence, those with the fewest characters between first.

    Times of what the quantity is compared with are left out, and one that dates another quantity, of the verb that the quantity's
    own is only joined to.
    """
    span, own = frame.parsed.sentence.span, frame.mention.span
    here = [m for m in reading.outline.times if span.start <= m.span.start < span.end]
    here.sort(key=lambda mention: _length(between(own, mention.span)))
    return tuple(_ties(reading, frame, here))


def _ties(reading: Reading, frame: Frame, here: list[Mention[Timex]]) -> Iterator[Tie]:
    rank = 0
    for mention in here:
        date = date_of(mention)
        if date is None:
            continue
        tokens = frame.parsed.tokens_of(mention.span)
        if tokens is None or not len(tokens):
            yield Tie(mention, date, "9-unparsed", ())
        else:
            token = tokens.root
            divided = comparison(frame, mention.span)
            rival = rivals(reading, frame, mention.span)
            mark = "-compared" if divided != NONE else "-rival" if rival != NONE else ""
            held = closeness(frame, token)
            since = is_since(frame, token)
            if _is_of_other(frame, mention, date, divided, rival, since=since):
                continue
            if held == FIRST_OF_LIST and _is_spent(reading, frame, clause_of(token)):
                continue
            features = (f"held={held}", *_features(frame, mention, date, token, rank, divided, rival, held))
            yield Tie(mention, date, held + mark, features, since)
        rank += 1


def closeness(frame: Frame, token: Token) -> str:
    """How a time hangs together with the quantity; the number in front sorts from close to loose."""
    host, way = host_of(token)
    nominal = host.pos_ in NOMINAL
    if host.i in frame.inside or (nominal and host in frame.chain):
        return "0-phrase"
    clause = clause_of(token)
    if clause == frame.predicates[0]:
        return "1-verb" if not nominal else "3-noun" if way == "prep" else "5-modifier"
    if clause not in frame.chain:
        return f"7-{_branch(frame, clause)}"
    if nominal:
        return "6-noun-above"
    if lemma(clause) in speech_verbs():
        return "2-speech"
    link = frame.chain[frame.chain.index(clause) - 1]
    if link.dep_ != "conj":
        return "3-infinitive" if link.dep_ == "xcomp" else "4-above"
    return "4-shared" if token.i < clause.i else FIRST_OF_LIST


def _is_spent(reading: Reading, frame: Frame, verb: Token) -> bool:
    """Whether a verb that the quantity's own is joined to has a quantity that its times date.

    The time of "has paid $5 million since 2022 and has pledged $7 million" is no time of the pledge.
    """
    joined = frame.chain[frame.chain.index(verb) - 1]
    start, end = frame.parsed.span_of(verb).start, frame.parsed.span_of(joined).start
    found = reading.outline.quantities
    return any(start < mention.span.start < end for mention in (*found.money, *found.percentages))


def _branch(frame: Frame, clause: Token) -> str:
    """How the clauses that do not hold the quantity hang on the words that do: `conj`, `relcl`, `advcl`, `acl` or `beside`."""
    token = highest = clause
    while token.head not in frame.chain and token.head != token:
        token = token.head
        highest = token if token.pos_ in VERBAL else highest
    return highest.dep_ if highest.dep_ in BRANCHES else "beside"


def between(first: Span, second: Span) -> Span:
    """The characters between two spans; an empty span where they touch or overlap."""
    start, end = min(first.end, second.end), max(first.start, second.start)
    return Span(start, max(start, end))


def _length(span: Span) -> int:
    return span.end - span.start


def rivals(reading: Reading, frame: Frame, time: Span) -> str:
    """Which other amounts compete for a time: one `between` it and the quantity, one `nearer` to it, or `none`."""
    own, gap = frame.mention.span, between(frame.mention.span, time)
    sentence, found = frame.parsed.sentence.span, reading.outline.quantities
    spans = (mention.span for mention in (*found.money, *found.percentages))
    others = [span for span in spans if span != own and sentence.start <= span.start < sentence.end]
    if any(gap.start <= other.start and other.end <= gap.end for other in others):
        return "between"
    return "nearer" if any(_length(between(other, time)) < _length(gap) for other in others) else NONE


def comparison(frame: Frame, time: Span) -> str:
    """What divides a time from the quantity: a word of comparison or a `superlative`; `none` if nothing does."""
    own = frame.mention.span
    first, second = (own, time) if own.start < time.start else (time, own)
    shift = frame.parsed.sentence.span.start
    for token in frame.doc:
        start = shift + token.idx
        if start >= second.start:
            break
        if first.end <= start and token.i not in frame.inside:
            if token.lower_ in COMPARING:
                return token.lower_
            if token.tag_ in SUPERLATIVE and token.lower_ not in OF_AMOUNT:
                return "superlative"
    return NONE


def compared(frame: Frame) -> str:
    """The word of comparison that the quantity itself stands behind ("up from 3%"); `none` if there is none."""
    word = next((token for token in frame.chain[:4] if token.lower_ in COMPARING), None)
    return word.lower_ if word is not None and word.i < frame.tokens.start else NONE


def _is_of_other(frame: Frame, mention: Mention[Timex], date: str, divided: str, rival: str, *, since: bool) -> bool:
    """Whether a time behind the quantity is that of what it is compared with, and so never its own.

    "78% from 2022", "$5m, more than in May", "3%, the lowest since 2021". "From" also opens intervals and says where a thing comes
    from: it needs a percentage, or an amount between that the time dates.
    """
    if mention.span.start < frame.mention.span.start:
        return False
    if divided == "superlative":
        return since
    if "/" in date or divided not in COMPARING:
        return False
    return divided != "from" or rival == "between" or not frame.is_money


def is_due(token: Token) -> bool:
    """Whether a time is that at which a debt or offer ends, and not that of the fact: "bonds due by mid-1988"."""
    host, _ = host_of(token)
    return host.lemma_ in ENDING or DUE in (host.lower_, token.head.lower_, token.head.head.lower_)


def is_since(frame: Frame, token: Token) -> bool:
    """Whether a time stands in a clause or phrase that "since" opens and that does not hold the quantity."""
    for up in (token, *token.ancestors):
        if frame.tokens.root == up or frame.tokens.root in up.subtree:
            return False
        if any(word.lower_ == "since" and word.i < token.i for word in (up, *up.children)):
            return True
    return False


def _features(
    frame: Frame, mention: Mention[Timex], date: str, token: Token, rank: int, divided: str, rival: str, held: str
) -> tuple[str, ...]:
    host, way = host_of(token)
    after = mention.span.start > frame.mention.span.start
    clause = clause_of(token)
    place = frame.place_of(token)
    behind = compared(frame)
    back = any(each in COUNTED_BACK for each in mention.quote.lower().split())
    word = frame.doc[token.left_edge.i - 1].lower_ if token.left_edge.i else "^"
    return (
        f"place={place.joint}{place.depth}",
        f"chain={clause in frame.chain}&speech={lemma(clause) in speech_verbs()}",
        f"word={word}",
        f"held={held}&after={after}",
        f"way={way}&host={host.pos_}",
        f"due={is_due(token)}",
        *(f"clauseclass={name}&same={clause == frame.predicates[0]}" for name in classes_of(clause)),
        f"word={word}&same={clause == frame.predicates[0]}",
        f"rank={min(rank, 3)}",
        f"rival={rival}&after={after}",
        f"divided={divided}&compared={behind}",
        f"counted-back={back}&compared={behind}",
        f"word={word}&percent={not frame.is_money}&whole={'/' not in date}",
    )
