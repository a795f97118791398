"""The source: who is reported as saying it.

Whoever speaks in the sentence of the quantity or in one near it is a candidate, and so is nobody, the article's own voice. What
counts is how the word that says so reaches the quantity: it governs its clause, follows it ("…, the bank said"), stands beside
the quotation that holds it, or only happens to be near.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from extract.facts.context import lemma
from extract.facts.frame import VERBAL, Frame
from extract.facts.names.table import Resolution
from extract.facts.quotations import quotation_at
from extract.facts.ranker import Candidate
from extract.facts.reading import Parsed, Reading
from extract.facts.slots.speakers import Speaker, Speech, who_speaks
from extract.spans import Span

EARLIER, LATER = 4, 3  # sentences before and after that can name the source
TOUCHING = 30  # characters between a quotation and the words that say whose it is: `," Captain Ida `, ` told the paper. "`
MARKS = frozenset({",", "”", '"', "''", "-", "–", "—", ";"})  # what sets off words that are put in: "…, they say, …"
ADJUNCTS = 3  # words between the verb that is put in and the mark that ends it: "…, they said on Monday, …"
LOOSE = frozenset({"off", "root"})  # the word reaches the quantity by no more than standing in its sentence
TIED = frozenset({"tail", "put-in", "adverbial"})
MODIFYING = frozenset({"relcl", "acl", "appos", "advcl"})  # what stands in such a clause need not be said by the clause above
DEFINITE = frozenset({"the", "his", "her", "its", "their"})
PRONOUNS = (
    ("person", frozenset({"he", "she"})),
    ("thing", frozenset({"it"})),
    ("many", frozenset({"they"})),
)
Proposal = tuple[Speaker, Resolution, str, tuple[str, ...]]  # who speaks, whom that stands for, the rule, features
TIMES = 3  # who speaks this often is quoted throughout the article


def _link(frame: Frame, word: Token) -> tuple[str, str]:
    """By which label the quantity's clause hangs on a word, or `off`; and which clause between them only modifies, if one does."""
    below, between = frame.chain[0], ""
    for token in frame.chain[1:]:
        if token == word:
            return below.dep_, between
        if below.dep_ in MODIFYING:
            between = below.dep_
        below = token
    return "off", ""


def _reach(frame: Frame, speaker: Speaker) -> str:
    """How a word of the quantity's own sentence reaches the quantity."""
    word = speaker.word
    link, _ = _link(frame, word)
    if link != "off":
        return link
    if speaker.construction.startswith("according"):
        return "adverbial" if word.head in frame.chain or _is_at_edge(word) else "off"
    if _is_put_in(frame, speaker):
        return "tail" if min(speaker.head.i, word.i) > frame.tokens.end else "put-in"
    if word.head in frame.chain and word.dep_ in MODIFYING:
        return f"modifier-{word.dep_}"
    return "root" if word.dep_ == "ROOT" else "off"


def _is_put_in(frame: Frame, speaker: Speaker) -> bool:
    """Whether the words that say so are set off from the rest: behind the quantity, or in front of it between two marks."""
    doc, word = frame.doc, speaker.word
    first, last = min(speaker.head.left_edge.i, word.i), max(speaker.head.i, word.i)
    while first and doc[first - 1].pos_ == "DET":  # of "the filing claims" it can hang on the second
        first -= 1
    if first == 0 or doc[first - 1].text not in MARKS:
        return False
    behind = first > frame.tokens.end
    return behind or (word.pos_ in VERBAL and any(token.text in MARKS for token in doc[last + 1 : last + 2 + ADJUNCTS]))


def _is_at_edge(word: Token) -> bool:
    """Whether a phrase opens or closes its sentence, but for quotation marks and stops."""
    doc = word.doc
    return all(token.is_punct for token in doc[: word.left_edge.i]) or all(token.is_punct for token in doc[word.right_edge.i + 1 :])


def _touches(parsed: Parsed, speaker: Speaker, quotation: Span | None) -> bool:
    """Whether the words that say so stand right beside the quotation."""
    if quotation is None:
        return False
    places = [parsed.span_of(token) for token in (speaker.head, speaker.word)]
    after = min(place.start for place in places) - quotation.end
    before = quotation.start - max(place.end for place in places)
    return 0 <= after <= TOUCHING or 0 <= before <= TOUCHING


def _is_definite(noun: Token) -> bool:
    return any(child.lower_ in DEFINITE for child in noun.children)


def _is_told_again(speaker: Speaker, known: Resolution) -> bool:
    """Whether a definite noun that the names cannot resolve tells a speaker again: "the agency said"; a paper is one itself."""
    return (
        known.kind == "thing"
        and speaker.head.pos_ == "NOUN"
        and _is_definite(speaker.head)
        and who_speaks(speaker, known) != "paper"
    )


def _own(frame: Frame, speaker: Speaker, known: Resolution, quotation: Span | None) -> Iterator[str]:
    """Features of a speaker in the sentence of the quantity."""
    reach = _reach(frame, speaker)
    governs = reach not in LOOSE | TIED and not reach.startswith("modifier")
    yield f"reach={reach}"
    yield f"by={speaker.construction}&reach={reach}"
    yield f"kind={speaker.kind}&reach={reach}"
    yield f"kind={speaker.kind}&type={who_speaks(speaker, known)}"
    yield f"word={lemma(speaker.word)}&governs={governs}"
    if governs:
        yield "governs"
        if between := _link(frame, speaker.word)[1]:
            yield f"between={between}"
    if _touches(frame.parsed, speaker, quotation):
        yield "touches"
    if _is_told_again(speaker, known):
        yield "told-again"
    if speaker.head in frame.chain:
        yield "inside"  # "Ann Berg, who owes $5 million, said"


def _how_quoted(frame: Frame, quotation: Span | None) -> str:
    """Whether the quantity is quoted: `not`, among some `words`, or with its verb, so that somebody else speaks the `sentence`."""
    if quotation is None:
        return "not"
    verb = frame.parsed.span_of(frame.predicates[0])
    return "sentence" if quotation.start <= verb.start and verb.end <= quotation.end else "words"


def _near(
    parsed: Parsed, near: str, speaker: Speaker, quotation: Span | None, *, quoted: str, same_paragraph: bool
) -> Iterator[str]:
    """Features of a speaker in a sentence before or after."""
    yield f"{near}&kind={speaker.kind}"
    yield f"{near}&quoted={quoted}"
    yield f"{near}&same-paragraph={same_paragraph}"
    if _touches(parsed, speaker, quotation):
        yield "touches"
        yield f"{near}&touches"


def _neighbours(reading: Reading, frame: Frame, quotation: Span | None) -> Iterator[tuple[Parsed, str]]:
    """The sentences near the quantity's that were read, with where they stand: those behind it only for what is quoted.

    What is quoted is near whoever stands before or behind the quotation, however long it is.
    """
    first = last = frame.parsed.sentence.index
    if quotation is not None:
        opened, closed = reading.outline.sentence_at(quotation.start), reading.outline.sentence_at(quotation.end - 1)
        first, last = opened.index if opened else first, closed.index if closed else last
    own = frame.parsed.sentence.index
    reach = (
        [*range(own - 1, first - 1 - EARLIER, -1), *range(own + 1, last + 1 + LATER)]
        if quotation
        else [*range(own - 1, own - 1 - EARLIER, -1)]
    )
    for number in reach:
        parsed = reading.parsed.get(number)
        if parsed is None:
            continue
        if first <= number <= last:
            yield parsed, "along"
        else:
            gap = number - first if number < first else number - last
            yield parsed, f"{'before' if gap < 0 else 'after'}{min(abs(gap), 2)}"


def _again(speaker: Speaker, known: Resolution | None) -> str | None:
    """By what a speaker is told again: pronoun of a `person`, a `thing` or `many`, `noun` or `role`; None if by none of them."""
    word = speaker.head.lower_
    if speaker.head.pos_ == "PRON":
        return next((kind for kind, pronouns in PRONOUNS if word in pronouns), None)
    if known is None or speaker.head.pos_ != "NOUN" or not _is_definite(speaker.head):
        return None
    return "role" if known.kind != "thing" else "noun"


def _heard_before(frame: Frame, speech: Speech, again: str) -> Resolution | None:
    """Who spoke last before the sentence of the quantity and can be meant by a word that tells a speaker again."""
    own = frame.parsed.sentence.index
    for number in range(own - 1, max(-1, own - 1 - EARLIER), -1):
        for speaker, known in speech.heard.get(number, ()):
            is_person = known.kind == "person"
            fits = is_person if again == "person" else not is_person if again in ("thing", "many") else known.kind != "thing"
            if fits and speaker.construction not in ("noun", "authored-noun", "author"):
                return known
    return None


@dataclass(frozen=True)
class _Listener:
    """A quantity and all that is said around it."""

    reading: Reading
    frame: Frame
    speech: Speech
    quotation: Span | None

    def here(self) -> Iterator[tuple[Speaker, Resolution | None]]:
        """The speakers of the sentence outside the quantity, those without a name last."""
        number = self.frame.parsed.sentence.index
        yield from (pair for pair in self.speech.heard[number] if pair[0].head.i not in self.frame.inside)
        yield from ((speaker, None) for speaker in self.speech.unnamed[number])

    def told_again(self) -> str:
        """By what kind of word the sentence tells a speaker again who reaches the quantity; `none` if it does not."""
        kinds = [told for speaker, known in self.here() if (told := _again(speaker, known)) and self.reaches(speaker)]
        return kinds[-1] if kinds else "none"

    def reaches(self, speaker: Speaker) -> bool:
        """Whether a speaker of the sentence does more than to stand in it."""
        return _reach(self.frame, speaker) not in LOOSE

    def own(self) -> Iterator[Proposal]:
        """The speakers of the sentence and, where they are told again, who spoke before."""
        for speaker, known in self.here():
            if known is not None:
                yield speaker, known, "speaker", tuple(_own(self.frame, speaker, known, self.quotation))
            told = _again(speaker, known)
            before = _heard_before(self.frame, self.speech, told) if told is not None else None
            if before is not None:
                how = f"before={told}&resolved={known is not None and known.kind}"
                yield speaker, before, "speaker-again", (*_own(self.frame, speaker, before, self.quotation), how)

    def near(self) -> Iterator[Proposal]:
        """The speakers of the sentences before and, of a quotation, behind."""
        again, quoted = self.told_again(), _how_quoted(self.frame, self.quotation)
        for parsed, near in _neighbours(self.reading, self.frame, self.quotation):
            same_paragraph = self.in_paragraph(parsed)
            for speaker, known in self.speech.heard[parsed.sentence.index]:
                features = _near(parsed, near, speaker, self.quotation, quoted=quoted, same_paragraph=same_paragraph)
                yield speaker, known, "speaker-near", (*features, f"again={again}&type={who_speaks(speaker, known)}")

    def in_paragraph(self, parsed: Parsed) -> bool:
        """Whether a sentence stands in the paragraph of the quantity."""
        first, last = sorted((self.frame.parsed.sentence.span, parsed.sentence.span))
        return "\n" not in self.reading.article.text[first.end : last.start]

    def nobody(self) -> tuple[str, ...]:
        """Features of the article's own voice."""
        reached = any(known is not None and self.reaches(speaker) for speaker, known in self.here())
        spoken = (
            near
            for parsed, near in _neighbours(self.reading, self.frame, self.quotation)
            if self.in_paragraph(parsed) and any(speaker.kind == "say" for speaker, _ in self.speech.heard[parsed.sentence.index])
        )
        return (
            "none",
            f"none&reached={reached}",
            f"none&again={self.told_again()}",
            f"none&quoted={_how_quoted(self.frame, self.quotation)}",
            f"none&spoken={next(spoken, 'none')}",
        )


def source_candidates(reading: Reading, frame: Frame, speech: Speech) -> list[Candidate]:
    """Speakers of the sentence and of those near it, and nobody: the article's own voice."""
    start = frame.mention.span.start
    listener = _Listener(reading, frame, speech, quotation_at(reading.outline.quoted, start))
    own = tuple(listener.own())
    here = {known.name.casefold() for _, known, rule, _ in own if rule == "speaker"}
    found: dict[str, tuple[Candidate, list[str]]] = {}
    for speaker, known, rule, features in (*own, *listener.near()):
        name = known.name.casefold()
        if rule == "speaker-near" and name in here and "touches" not in features:
            continue  # who speaks in the sentence is none the less likely for having spoken before
        candidate = Candidate(known.name, f"{rule}-{speaker.construction}", (), known.span)
        told = f"told={min(speech.times[name], TIMES)}"
        found.setdefault(name, (candidate, []))[1].extend([*features, f"how={known.rule}", told])
    candidates = [Candidate(c.value, c.rule, tuple(dict.fromkeys(features)), c.span) for c, features in found.values()]
    return [*candidates, Candidate(None, "own-voice", listener.nobody(), Span(start, start))]
