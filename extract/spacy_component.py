"""A component for spaCy pipelines: `nlp.add_pipe("newsfacts")`, then `doc._.facts` holds the facts of the text.

The publication date is taken from `doc.user_data["published"]`, the id from `doc.user_data["id"]`; both may be missing. Facts are
kept in the user data as plain values, so that documents can be stored and passed between processes. The config's `vocabulary` lists
files of the user's own: `nlp.add_pipe("newsfacts", config={"vocabulary": ["newsfacts.toml"]})`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, replace
from decimal import Decimal
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from extract.articles.article import Source
from extract.articles.prepare import prepare
from extract.articles.readers.published import published_date
from extract.facts.fact import Evidence, Fact
from extract.facts.linking import link
from extract.facts.pipeline import checked
from extract.facts.ranker import Weights, shipped_weights
from extract.facts.reading import Reading, outline, parsed_with
from extract.mentions.vocabulary import NOTHING, Vocabulary, read_vocabulary
from extract.spans import Span

KEY = "newsfacts"
AMOUNTS = ("amount", "amount_to", "equivalent_amount")
SPANS = ("span", "sentence", "equivalent_span")


class FactsComponent:
    """Fills `doc._.facts` from the parse and the entities that the components before it have set.

    Args:
        weights: of the ranker.
        vocabulary: the user's own.
    """

    def __init__(self, weights: Weights, vocabulary: Vocabulary) -> None:
        self._weights, self._vocabulary = weights, vocabulary

    def __call__(self, doc: Doc) -> Doc:
        """Reads the facts of a document.

        Raises:
            SourceError: `doc.user_data["published"]` is no date.
        """
        published = published_date(doc.user_data.get("published"))
        source = Source(id=str(doc.user_data.get("id", "text")), text=doc.text, published=published)
        reading = reading_of_doc(doc, source, vocabulary=self._vocabulary)
        facts = link(reading, weights=self._weights)
        doc.user_data[KEY] = [_plain(fact) for fact in facts]
        return doc


@Language.factory("newsfacts", default_config={"vocabulary": []}, requires=["token.dep", "token.tag", "token.lemma", "doc.ents"])
def make_newsfacts(nlp: Language, name: str, vocabulary: Sequence[str]) -> FactsComponent:
    """The component.

    Args:
        vocabulary: files as `extract.mentions.vocabulary.read_vocabulary` reads them.

    Raises:
        ModelError: the pipeline has no parser, entity recogniser, tagger or lemmatizer before it.
        LexiconError: a file of vocabulary cannot be read.
    """
    checked(nlp)
    if not Doc.has_extension("facts"):
        Doc.set_extension("facts", getter=facts_of_doc)
    return FactsComponent(shipped_weights(), read_vocabulary(map(Path, vocabulary)))


def facts_of_doc(doc: Doc) -> tuple[Fact, ...]:
    """The facts that the component found; none if it has not seen the document."""
    return tuple(_fact(plain) for plain in doc.user_data.get(KEY, ()))


def reading_of_doc(doc: Doc, source: Source, *, vocabulary: Vocabulary = NOTHING) -> Reading:
    """The article of a source as it was read, from a document that is parsed already."""
    each = outline(prepare(source), vocabulary=vocabulary)
    parsed = {}
    for sentence in each.to_read():
        words = doc.char_span(*sentence.span, alignment_mode="expand")
        if words is not None:
            place = replace(sentence, span=Span(words.start_char, words.end_char))
            parsed[sentence.index] = parsed_with(vocabulary, place, words.as_doc(), words.text)
    return Reading(each, parsed)


def _plain(fact: Fact) -> dict[str, Any]:
    """The fact in values that MessagePack knows."""
    return {name: str(value) if isinstance(value, Decimal) else value for name, value in asdict(fact).items()}


def _fact(plain: dict[str, Any]) -> Fact:
    values = dict(plain)
    for name in AMOUNTS:
        values[name] = None if values[name] is None else Decimal(values[name])
    for name in SPANS:
        values[name] = _span(values[name])
    values["confidences"] = tuple((slot, confidence) for slot, confidence in values["confidences"])
    evidence = tuple(Evidence(**{**each, "span": _span(each["span"])}) for each in values.pop("evidence"))
    return Fact(**values, evidence=evidence)


def _span(pair: Iterable[int] | None) -> Span | None:
    return None if pair is None else Span(*pair)
