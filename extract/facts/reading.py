"""Reading: which sentences of an article spaCy sees, and what it made of them.

Amounts, times and sentences are found first, by grammar; spaCy then sees only the sentences with a quantity and the few that
are needed to understand them.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from spacy.language import Language
from spacy.tokens import Doc, Token
from spacy.tokens import Span as DocSpan

from extract.articles.article import Article
from extract.facts.parsing.headline_case import Writing, is_headline, sentence_case
from extract.facts.quotations import quotation_at, quotations
from extract.facts.sentences import Sentence, blocks, sentences
from extract.mentions.programme_shapes import Programme
from extract.mentions.programmes import find_programmes
from extract.mentions.quantities import Quantities, find_quantities
from extract.mentions.times.find import find_times
from extract.mentions.times.timex import Timex
from extract.mentions.vocabulary import NOTHING, Vocabulary
from extract.spans import Mention, Span

OWN_PREDICATES = "newsfacts.predicates"  # where a parse carries the user's predicates that its words are read with
# A sentence that has a pronoun or opens with "the" or "this" may mean somebody whom the sentence before names.
PRONOUN = re.compile(r"\b(?:he|him|his|she|hers?|its?|they|them|theirs?|i|me|my|we|us|ours?)\b", re.IGNORECASE)
DEFINITE = re.compile(r"[\"'“‘(\[]*(?:The|This|That|These|Those|Both|Such)\b")
NEAR_QUOTATION = 3  # sentences on either side that are read to find who says a quotation


@dataclass(frozen=True)
class Parsed:
    """A sentence with its parse; character `i` of the Doc is character `sentence.span.start + i` of the article."""

    sentence: Sentence
    doc: Doc
    text: str  # of the sentence; that of the Doc has other capitals where it is a headline

    def span_of(self, tokens: Token | DocSpan) -> Span:
        """Where tokens stand in the article."""
        first = tokens.idx if isinstance(tokens, Token) else tokens.start_char
        return Span(self.sentence.span.start + first, self.sentence.span.start + first + len(tokens.text))

    def tokens_of(self, span: Span) -> DocSpan | None:
        """The tokens that a span of the article touches; None if it lies elsewhere."""
        start, end = span.start - self.sentence.span.start, span.end - self.sentence.span.start
        if start < 0 or end > len(self.text):
            return None
        return self.doc.char_span(start, end, alignment_mode="expand")


@dataclass(frozen=True)
class Outline:
    """What grammar alone finds in an article: its quantities, times and sentences."""

    article: Article
    quantities: Quantities
    times: tuple[Mention[Timex], ...]
    sentences: tuple[Sentence, ...]
    vocabulary: Vocabulary = NOTHING  # of the user; what is found later is found with it

    @cached_property
    def schemes(self) -> tuple[Mention[Programme], ...]:
        """The schemes that the text names."""
        return tuple(find_programmes(self.article.text, own=self.vocabulary.programmes))

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.span.start for sentence in self.sentences]

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds a character; None in clutter and between sentences."""
        index = bisect_right(self._starts, offset) - 1
        if index >= 0 and offset < self.sentences[index].span.end:
            return self.sentences[index]
        return None

    @cached_property
    def with_quantity(self) -> tuple[Sentence, ...]:
        """The sentences that hold a quantity."""
        places = [mention.span.start for mention in (*self.quantities.money, *self.quantities.percentages)]
        found = {sentence.index: sentence for place in places if (sentence := self.sentence_at(place))}
        return tuple(found[index] for index in sorted(found))

    @cached_property
    def writing(self) -> Writing:
        """How the sentences of the article write their words."""
        lines = ((sentence, sentence.span.of(self.article.text)) for sentence in self.sentences)
        return Writing.of(line for sentence, line in lines if not _is_headline(sentence, line))

    @cached_property
    def quoted(self) -> tuple[Span, ...]:
        """What stands between quotation marks, in order."""
        return quotations(self.article.text, (span for span, section in blocks(self.article) if section != "clutter"))

    def _around_quotation(self, sentence: Sentence) -> Iterator[int]:
        """Numbers of the sentences that can say whose the quotation is that a sentence goes on with: near it, and at its ends."""
        number, last = sentence.index, len(self.sentences) - 1
        if (opened := quotation_at(self.quoted, sentence.span.start)) and opened.start < sentence.span.start:
            first = self._number_at(opened.start)
            before = max(0, first - 1) if opened.start == self.sentences[first].span.start else first
            yield from (before, first, *range(max(before, number - NEAR_QUOTATION), number))
        if opened := quotation_at(self.quoted, sentence.span.end - 1):
            closing = self._number_at(opened.end - 1)
            behind = min(last, closing + 1) if opened.end == self.sentences[closing].span.end else closing
            yield from (closing, behind, *range(number + 1, min(behind, number + NEAR_QUOTATION) + 1))

    def _number_at(self, offset: int) -> int:
        """Number of the sentence that begins last before a character."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def _refers_back(self, sentence: Sentence) -> bool:
        """Whether a sentence has words that can stand for somebody of the sentence before."""
        text, span = self.article.text, sentence.span
        return (DEFINITE.match(text, *span) or PRONOUN.search(text, *span)) is not None

    def to_read(self, *, everything: bool = False) -> tuple[Sentence, ...]:
        """What spaCy has to see: sentences with a quantity, what these refer back to, their quotations, the headline."""
        if everything:
            return self.sentences
        if not self.with_quantity:
            return ()
        wanted = {sentence.index for sentence in self.with_quantity}
        wanted |= {each.index - 1 for each in self.with_quantity if each.index and self._refers_back(each)}
        wanted |= {index for sentence in self.with_quantity for index in self._around_quotation(sentence)}
        wanted |= {sentence.index for sentence in self.sentences if sentence.section == "title"}
        return tuple(sentence for sentence in self.sentences if sentence.index in wanted)


@dataclass(frozen=True)
class Reading:
    """An article as it was read: its outline and the parsed sentences, by number."""

    outline: Outline
    parsed: dict[int, Parsed]

    @property
    def article(self) -> Article:
        """The article itself."""
        return self.outline.article


def outline(article: Article, quantities: Quantities | None = None, *, vocabulary: Vocabulary = NOTHING) -> Outline:
    """Find quantities, times and sentences of an article; microseconds a sentence, no spaCy.

    Where there is no quantity there is no row that could take a time, and none is looked for.

    Args:
        quantities: those of the article, if they have been found before.
        vocabulary: the user's own.
    """
    quantities = find_quantities(article.text, own=vocabulary.currencies) if quantities is None else quantities
    any_quantity = quantities.money or quantities.percentages
    times = find_times(article.text, published=article.published) if any_quantity else ()
    return Outline(article, quantities, times, sentences(article), vocabulary)


def _is_headline(sentence: Sentence, text: str) -> bool:
    return is_headline(text, title=sentence.section == "title" or sentence.index == 0)


def parsed_with(vocabulary: Vocabulary, sentence: Sentence, doc: Doc, text: str) -> Parsed:
    """A sentence with its parse, whose words are to be read with the user's predicates."""
    doc.user_data[OWN_PREDICATES] = vocabulary.predicates
    return Parsed(sentence, doc, text)


def read(nlp: Language, outlines: Iterable[Outline], *, everything: bool = False) -> Iterator[Reading]:
    """Parse what has to be read of each article, in batches over article borders."""

    def texts() -> Iterator[tuple[str, tuple[Outline, Sentence | None, str]]]:
        for each in outlines:
            for sentence in each.to_read(everything=everything):
                text = sentence.span.of(each.article.text).replace("\n", " ")
                plain = sentence_case(text, each.writing) if _is_headline(sentence, text) else text
                yield plain, (each, sentence, text)
            yield "", (each, None, "")  # marks that all of the article has been read

    parsed: dict[int, Parsed] = {}
    for doc, (each, sentence, text) in nlp.pipe(texts(), as_tuples=True):
        if sentence is None:
            yield Reading(each, parsed)
            parsed = {}
        else:
            parsed[sentence.index] = parsed_with(each.vocabulary, sentence, doc, text)
