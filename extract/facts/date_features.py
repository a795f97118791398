"""How a time expression stands towards a quantity: features for choosing the date of a fact.

In one sentence it is structure that ties a time to an amount (the verb that both hang on, the amounts that stand between them,
words of comparison between them); over sentences it is distance, and whether the time is the article's own.
"""

import re
from spacy.tokens import Token

from extract.facts.clauses import clause_of, clauses_above, tense_of
from extract.facts.context import lemma, speech_verbs
from extract.facts.frame import NOMINAL, VERBAL, Frame
from extract.facts.reading import Reading
from extract.mentions.times.timex import Timex
from extract.spans import Mention, Span

# Words that set an amount against one of another time: "up from", "compared with", "more than", "against".
COMPARING = frozenset({"from", "than", "compare", "compared", "against", "versus", "vs", "vs."})
# Words in a time expression that count from a time named before it.
WITHIN = frozenset({"compound", "nmod", "poss", "amod", "nummod"})
TIMES = frozenset({"DATE", "TIME"})
COUNTED_BACK = frozenset({"ago", "before", "earlier", "previous", "prior", "preceding"})


def _host(token: Token) -> tuple[Token, str]:
    """What a time modifies, and how: through a preposition (`prep`), inside a noun phrase (`in`) or as a bare adverbial."""
    way = "in" if token.dep_ in WITHIN else "bare"
    while token.head != token:
        token = token.head
        if token.pos_ == "ADP":
            way = "prep"
        elif token.ent_type_ not in TIMES:
            break
    return token, way


def tie(frame: Frame, token: Token) -> str:
    """The structure between a time and the quantity: how the time hangs, on what, and where that stands."""
    host, way = _host(token)
    if host.i in frame.inside:
        return f"{way}-quantity"
    if host.pos_ in NOMINAL:
        way += "-chain" if host in frame.chain else "-noun"
    clause = clause_of(host)
    if clause == frame.predicates[0]:
        return f"{way}-same"
    spoken = "-speech" if lemma(clause) in speech_verbs() else ""
    if clause in frame.chain:
        below = next((verb for verb in frame.chain if verb.pos_ in VERBAL and clause in clauses_above(verb)), clause)
        return f"{way}-above-{below.dep_}{spoken}"
    return f"{way}-beside-{clause.dep_}{spoken}"


def between(first: Span, second: Span) -> Span:
    """The characters between two spans that do not overlap; an empty span where they touch or overlap."""
    start, end = min(first.end, second.end), max(first.start, second.start)
    return Span(start, max(start, end))


def rivals(reading: Reading, frame: Frame, time: Span) -> str:
    """Which amounts compete for a time: those between it and the quantity, or nearer to it on its other side."""
    own, gap = frame.mention.span, between(frame.mention.span, time)
    sentence = frame.parsed.sentence.span
    found = reading.outline.quantities
    others = [m.span for m in (*found.money, *found.percentages) if m.span != own and sentence.start <= m.span.start < sentence.end]
    if any(gap.start <= other.start and other.end <= gap.end for other in others):
        return "between"
    distance = gap.end - gap.start
    nearer = [other for other in others if (space := between(other, time)).end - space.start < distance]
    return "nearer" if nearer else "none"


def comparison(frame: Frame, time: Span) -> str:
    """What divides a time from the quantity: a word of comparison or a superlative; `none` if nothing does."""
    words = frame.parsed.tokens_of(between(frame.mention.span, time))
    for token in words if words is not None else ():
        if (
            token.i in frame.inside
            or token.idx >= time.start - frame.parsed.sentence.span.start
            and token.idx < time.end - frame.parsed.sentence.span.start
        ):
            continue
        if token.lower_ in COMPARING:
            return token.lower_
        if token.tag_ in ("JJS", "RBS") and token.lower_ not in ("most", "least"):
            return "superlative"
    return "none"


def compared(frame: Frame) -> str:
    """The word of comparison that the quantity itself stands behind, `none` if there is none."""
    word = next((token for token in frame.chain[:4] if token.lower_ in COMPARING), None)
    if word is not None and word.i < frame.tokens.start:
        return word.lower_
    return "none"


def time_features(reading: Reading, frame: Frame, mention: Mention[Timex], rank: int) -> list[str]:
    """Features of a time in the quantity's own sentence, the `rank`-th nearest to it."""
    tokens = frame.parsed.tokens_of(mention.span)
    if tokens is None or not len(tokens):
        return ["unparsed"]
    token = tokens.root
    after = mention.span.start > frame.mention.span.start
    gap = between(frame.mention.span, mention.span)
    distance = gap.end - gap.start
    bound = tie(frame, token)
    word = word_before(frame, mention)
    rival = rivals(reading, frame, mention.span)
    divided = comparison(frame, mention.span)
    back = any(each in COUNTED_BACK for each in mention.quote.lower().split())
    far = "0-15" if distance < 16 else "16-40" if distance < 41 else "41-100" if distance < 101 else "100+"
    return [
        f"place={frame.place_of(token).joint}{frame.place_of(token).depth}",
        f"same={clause_of(token) == frame.predicates[0]}",
        f"chain={clause_of(token) in frame.chain}&speech={lemma(clause_of(token)) in speech_verbs()}",
        f"word={word}&same={clause_of(token) == frame.predicates[0]}",
        f"word={word}",
        f"gap={far}&after={after}",
        f"rank={min(rank, 3)}",
        f"rival={rival}&after={after}",
        f"divided={divided}&compared={compared(frame)}",
        f"back={back}&compared={compared(frame)}",
        f"clause={lemma(clause_of(token)) in speech_verbs()}",
        f"bounds={mention.value.begin is not None or mention.value.end is not None}",
    ]


def word_before(frame: Frame, mention: Mention[Timex]) -> str:
    """The word before a time expression, in small letters; `^` at the sentence's start."""
    start = mention.span.start - frame.parsed.sentence.span.start
    words = frame.doc.text[max(0, start - 16) : start].split()
    return words[-1].lower() if words else "^"


def tie_of(frame: Frame, mention: Mention[Timex]) -> str:
    tokens = frame.parsed.tokens_of(mention.span)
    return tie(frame, tokens.root) if tokens is not None and len(tokens) else "unparsed"


def before_features(reading: Reading, frame: Frame, mention: Mention[Timex], back: int, rank: int) -> list[str]:
    """Features of a time `back` sentences before the quantity's, the `rank`-th nearest."""
    outline = reading.outline
    sentence = outline.sentence_at(mention.span.start)
    if sentence is None:
        return ["before"]
    gap = reading.article.text[sentence.span.end : frame.parsed.sentence.span.start]
    far = str(back) if back < 3 else "3-5" if back < 6 else "6+"
    counted = sentence in outline.with_quantity
    parsed = reading.parsed.get(sentence.index)
    own = ["before", f"back={far}", f"rank={rank}", f"back={far}&rank={min(rank, 2)}", f"back={far}&paragraph={chr(10) not in gap}"]
    own.append(f"counted={counted}&back={far}")
    if back == 1 and parsed is not None:
        tokens = parsed.tokens_of(mention.span)
        if tokens is not None and len(tokens):
            clause = clause_of(tokens.root)
            own.append(f"level={clause.dep_}&speech={lemma(clause) in speech_verbs()}")
    lead = reading.article.text[sentence.span.start : mention.span.start]
    own.append(f"initial={len(lead.split()) < 2}&back={far}")
    same = [
        m for m in outline.times if sentence.span.start <= m.span.start < sentence.span.end and m.value.type in ("DATE", "TIME")
    ]
    own.append(f"only={len(same) == 1}&rank={min(rank, 2)}")
    if parsed is not None:
        tokens = parsed.tokens_of(mention.span)
        if tokens is not None and len(tokens):
            host, way = _host(tokens.root)
            clause = clause_of(host)
            main = (
                "main"
                if clause.dep_ == "ROOT"
                else "under-speech"
                if lemma(clause.head) in speech_verbs() and clause.dep_ == "ccomp"
                else "sub"
            )
            own.append(
                f"host={main}{'-speech' if lemma(clause) in speech_verbs() else ''}{'' if host.pos_ in VERBAL else '-noun'}&rank={min(rank, 2)}"
            )
            own.append(f"host={main}&tense={tense_of(clause)}")
    own.append(f"anaphor={ANAPHOR.search(frame.doc.text) is not None}&back={far}")
    return own


ANAPHOR = re.compile(
    r"\b(?:(?:at|by|since|from|after|until) (?:that|the) time|(?:on|at|in) (?:this|that|the same) \w+|(?:since|until) then|the (?:three|six|nine|12|twelve)?-?(?:day|week|month|quarter|year|period|event|case|attack|incident)s?)\b",
    re.I,
)


def level(reading: Reading, frame: Frame, mention: Mention[Timex]) -> str:
    tokens = frame.parsed.tokens_of(mention.span)
    if tokens is None or not len(tokens):
        return "9-unparsed"
    token = tokens.root
    clause = clause_of(token)
    host, way = _host(token)
    mark = "c" if comparison(frame, mention.span) != "none" else "r" if rivals(reading, frame, mention.span) != "none" else ""
    if host.i in frame.inside or (host in frame.chain and host.pos_ in NOMINAL):
        return "0-own" + mark
    if clause == frame.predicates[0]:
        return ("1-same" if host.pos_ in VERBAL else "3-same-noun" if way == "prep" else "5-same-in") + mark
    if clause in frame.chain:
        spoken = lemma(clause) in speech_verbs()
        if host.pos_ in NOMINAL:
            return "6-above-noun"
        return ("2-speech" if spoken else "4-above") + mark
    return "7-beside" + mark


def since(frame: Frame, mention: Mention[Timex]) -> bool:
    """Whether the clause that a time dates is one that "since" opens: "since the company went public in May"."""
    tokens = frame.parsed.tokens_of(mention.span)
    if tokens is None or not len(tokens):
        return False
    token = tokens.root
    return any(
        each.lower_ == "since" and (each.dep_ == "prep" or child_of_verb(each))
        for up in (token, *token.ancestors)
        for each in (up, *up.children)
        if each.i < tokens.start
        and each.lower_ == "since"
        and frame.tokens.root not in each.head.subtree
        or each in token.ancestors
    )


def child_of_verb(each: Token) -> bool:
    return each.dep_ in ("mark", "prep", "advmod")


OPENERS = {
    "it": "pronoun",
    "he": "pronoun",
    "she": "pronoun",
    "they": "pronoun",
    "we": "pronoun",
    "i": "pronoun",
    "that": "this",
    "this": "this",
    "these": "this",
    "those": "this",
    "the": "the",
    "its": "pronoun",
    "their": "pronoun",
    "his": "pronoun",
    "her": "pronoun",
    "of": "of",
    "about": "of",
    "but": "but",
    "and": "but",
    "while": "while",
    "in": "in",
    "a": "a",
    "an": "a",
}


def opener(frame: Frame) -> str:
    word = next((t.lower_ for t in frame.doc if t.is_alpha or t.is_digit), "")
    return OPENERS.get(word, "other")
