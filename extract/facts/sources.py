"""The source: who is reported as saying it.

Whoever speaks in the sentence of the quantity or in one near it is a candidate, and so is nobody, the article's own voice. What
counts is how the word that says so reaches the quantity: it governs its clause, follows it ("…, the bank said"), stands beside
the quotation that holds it, or only happens to be near.
"""

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from extract.facts.context import lemma
from extract.facts.frame import Frame
from extract.facts.names import Resolution
from extract.facts.quotations import quotation_at
from extract.facts.ranker import Candidate
from extract.facts.reading import Parsed, Reading
from extract.facts.speakers import Speaker, Speech
from extract.spans import Span

EARLIER, LATER = 4, 3  # sentences before and after that can name the source
TOUCHING = 30  # characters between a quotation and the words that say whose it is: `," Captain Ida `, ` told the paper. "`
BEFORE_TAIL = frozenset({",", "”", '"', "''", "-", "–", "—"})
LOOSE = frozenset({"off", "root"})  # the word reaches the quantity by no more than standing in its sentence
TIED = frozenset({"tail", "adverbial"})
TIMES = 3  # who speaks this often is quoted throughout the article


def _link(frame: Frame, word: Token) -> str:
    """By which label the clause of the quantity hangs on a word; `off` where the word does not govern it."""
    below = frame.chain[0]
    for token in frame.chain[1:]:
        if token == word:
            return below.dep_
        below = token
    return "off"


def _reach(frame: Frame, speaker: Speaker) -> str:
    """How a word of the quantity's own sentence reaches the quantity."""
    word = speaker.word
    link = _link(frame, word)
    if link != "off":
        return link
    if speaker.construction.startswith("according"):
        return "adverbial" if word.head in frame.chain or _is_at_edge(word) else "off"
    begin = min(speaker.head.left_edge.i, word.i)
    if begin > frame.tokens.end and frame.doc[begin - 1].text in BEFORE_TAIL:
        return "tail"
    return "root" if word.dep_ == "ROOT" else "off"


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


def _is_told_again(speaker: Speaker, known: Resolution) -> bool:
    """Whether a definite noun that the names cannot resolve tells a speaker again: "the agency said"."""
    determiners = {child.lower_ for child in speaker.head.children}
    return known.kind == "thing" and speaker.head.pos_ == "NOUN" and bool(determiners & {"the", "his", "her", "its", "their"})


def _own(frame: Frame, speaker: Speaker, known: Resolution, quotation: Span | None) -> Iterator[str]:
    """Features of a speaker in the sentence of the quantity."""
    reach = _reach(frame, speaker)
    governs = reach not in LOOSE | TIED
    yield f"reach={reach}"
    yield f"by={speaker.construction}&reach={reach}"
    yield f"kind={speaker.kind}&reach={reach}"
    yield f"kind={speaker.kind}&type={known.kind}"
    yield f"word={lemma(speaker.word)}&governs={governs}"
    yield f"tag={speaker.word.tag_}&governs={governs}"
    if governs:
        yield "governs"
    if _touches(frame.parsed, speaker, quotation):
        yield "touches"
    if _is_told_again(speaker, known):
        yield "told-again"


def _near(parsed: Parsed, frame: Frame, speaker: Speaker, quotation: Span | None, *, same_paragraph: bool) -> Iterator[str]:
    """Features of a speaker in a sentence before or after."""
    gap = parsed.sentence.index - frame.parsed.sentence.index
    near = f"{'before' if gap < 0 else 'after'}{min(abs(gap), 2)}"
    yield f"{near}&kind={speaker.kind}"
    yield f"{near}&quoted={quotation is not None}"
    yield f"{near}&same-paragraph={same_paragraph}"
    if _touches(parsed, speaker, quotation):
        yield "touches"
        yield f"{near}&touches"


def _neighbours(reading: Reading, frame: Frame, *, after: int) -> Iterator[tuple[Parsed, bool]]:
    """The sentences that were read before the quantity's and up to `after` behind it, and whether in the same paragraph."""
    sentence = frame.parsed.sentence
    for number in (
        *range(sentence.index - 1, sentence.index - 1 - EARLIER, -1),
        *range(sentence.index + 1, sentence.index + 1 + after),
    ):
        parsed = reading.parsed.get(number)
        if parsed is not None:
            first, last = sorted((sentence.span, parsed.sentence.span))
            yield parsed, "\n" not in reading.article.text[first.end : last.start]


def source_candidates(reading: Reading, frame: Frame, speech: Speech) -> list[Candidate]:
    """Speakers of the sentence and of those near it, and nobody: the article's own voice."""
    sentence = frame.parsed.sentence
    quotation = quotation_at(reading.outline.quoted, frame.mention.span.start)
    found: dict[str, tuple[Candidate, list[str]]] = {}

    def propose(speaker: Speaker, known: Resolution, rule: str, features: Iterable[str]) -> None:
        candidate = Candidate(known.name, f"{rule}-{speaker.construction}", (), known.span)
        told = f"told={min(speech.times[known.name.casefold()], TIMES)}"
        found.setdefault(known.name.casefold(), (candidate, []))[1].extend([*features, f"how={known.rule}", told])

    here = [(speaker, known) for speaker, known in speech.heard[sentence.index] if speaker.head.i not in frame.inside]
    for speaker, known in here:
        propose(speaker, known, "speaker", _own(frame, speaker, known, quotation))
    reaching = [(speaker, known) for speaker, known in here if _reach(frame, speaker) not in LOOSE]
    again = any(_is_told_again(speaker, known) for speaker, known in reaching)
    for parsed, same_paragraph in _neighbours(reading, frame, after=LATER if quotation else 0):
        for speaker, known in speech.heard[parsed.sentence.index]:
            features = _near(parsed, frame, speaker, quotation, same_paragraph=same_paragraph)
            propose(speaker, known, "speaker-near", (*features, f"again={again}&type={known.kind}"))
    candidates = [Candidate(c.value, c.rule, tuple(dict.fromkeys(features)), c.span) for c, features in found.values()]
    nobody = ("none", f"none&section={sentence.section}", f"none&reached={bool(reaching)}", f"none&again={again}")
    return [*candidates, Candidate(None, "own-voice", nobody, Span(frame.mention.span.start, frame.mention.span.start))]
