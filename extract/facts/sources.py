"""The source: who is reported as saying it.

Whoever speaks in the sentence of the quantity or in one near it is a candidate, and so is nobody, the article's own voice. What
counts is how the word that says so reaches the quantity: it governs its clause, follows it ("…, the bank said"), stands beside
the quotation that holds it, or only happens to be near.
"""

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from extract.facts.context import lemma
from extract.facts.frame import VERBAL, Frame
from extract.facts.names import Resolution
from extract.facts.quotations import quotation_at
from extract.facts.ranker import Candidate
from extract.facts.reading import Parsed, Reading
from extract.facts.speakers import Speaker, Speech, who_speaks
from extract.spans import Span

EARLIER, LATER = 4, 3  # sentences before and after that can name the source
TOUCHING = 30  # characters between a quotation and the words that say whose it is: `," Captain Ida `, ` told the paper. "`
MARKS = frozenset({",", "”", '"', "''", "-", "–", "—", ";"})  # what sets off words that are put in: "…, they say, …"
ADJUNCTS = 3  # words between the verb that is put in and the mark that ends it: "…, they said on Monday, …"
LOOSE = frozenset({"off", "root"})  # the word reaches the quantity by no more than standing in its sentence
TIED = frozenset({"tail", "put-in", "adverbial"})
MODIFYING = frozenset({"relcl", "acl", "appos", "advcl"})  # what stands in such a clause need not be said by the clause above
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


def _is_told_again(speaker: Speaker, known: Resolution) -> bool:
    """Whether a definite noun that the names cannot resolve tells a speaker again: "the agency said"."""
    determiners = {child.lower_ for child in speaker.head.children}
    if who_speaks(speaker, known) == "paper":
        return False
    return known.kind == "thing" and speaker.head.pos_ == "NOUN" and bool(determiners & {"the", "his", "her", "its", "their"})


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


def _again(frame: Frame, speech: Speech, reaching: list[tuple[Speaker, Resolution]]) -> str:
    """By which word that the names cannot resolve the sentence tells a speaker again: a pronoun, `the` noun, or `none`."""
    for speaker in speech.unnamed[frame.parsed.sentence.index]:
        if _reach(frame, speaker) not in LOOSE:
            return "pronoun"
    return "noun" if any(_is_told_again(speaker, known) for speaker, known in reaching) else "none"


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
    quoted = _how_quoted(frame, quotation)
    again = _again(frame, speech, reaching)
    for parsed, near in _neighbours(reading, frame, quotation):
        first, last = sorted((sentence.span, parsed.sentence.span))
        same_paragraph = "\n" not in reading.article.text[first.end : last.start]
        for speaker, known in speech.heard[parsed.sentence.index]:
            features = _near(parsed, near, speaker, quotation, quoted=quoted, same_paragraph=same_paragraph)
            propose(speaker, known, "speaker-near", (*features, f"again={again}&type={who_speaks(speaker, known)}"))
    candidates = [Candidate(c.value, c.rule, tuple(dict.fromkeys(features)), c.span) for c, features in found.values()]
    nobody = (
        "none",
        f"none&reached={bool(reaching)}",
        f"none&again={again}",
        f"none&quoted={quoted}",
    )
    return [*candidates, Candidate(None, "own-voice", nobody, Span(frame.mention.span.start, frame.mention.span.start))]
