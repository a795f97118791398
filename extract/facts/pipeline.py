"""The pipeline: articles enter, their facts leave; holds the spaCy model and the ranker's weights, nothing of the articles."""

import warnings
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import spacy
from spacy.language import Language
from thinc.api import NumpyOps, get_current_ops, use_ops

from extract.articles.article import Article, Source
from extract.articles.prepare import prepare
from extract.errors import ModelError
from extract.facts.confidence import Calibration, shipped_calibration
from extract.facts.fact import Fact
from extract.facts.linking import link
from extract.facts.parsing.default_model import DEFAULT_MODEL
from extract.facts.parsing.quick_ner import quicken_ner
from extract.facts.parsing.quick_words import remember_words
from extract.facts.parsing.word_vectors import remember_vectors
from extract.facts.ranker import Weights, shipped_weights
from extract.facts.reading import Outline, Reading, outline, read
from extract.mentions.quantities import find_quantities
from extract.mentions.vocabulary import NOTHING, Vocabulary

NEEDED = ("parser", "ner", "tagger", "lemmatizer")
UNUSED = ("senter",)
# The strings of the default pipeline are the 770,000 words of its vectors. Vectors are found by the hash of a word, and the strings
# of labels and texts are added as they come: without the list a process starts half a second sooner, and is 130 MB smaller.
DISPENSABLE = ("strings",)
SENTENCES = 128  # that go through a component together: their matrices fit into the memory of a core


@contextmanager
def fast_matrices() -> Iterator[None]:
    """Models loaded meanwhile multiply by numpy's BLAS, which is three times as fast as the one that spaCy brings; not on a GPU."""
    if isinstance(get_current_ops(), NumpyOps):
        with use_ops("numpy", use_blis=False):
            yield
    else:
        yield


def load_model(name: str) -> Language:
    """Load a spaCy pipeline by the name of its package or the path of its folder.

    Raises:
        ModelError: it is not installed, or lacks a component that linking needs.
    """
    try:
        with warnings.catch_warnings():
            # The default pipeline is of spaCy 3.7 and was tried with 3.8; `newsfacts doctor` looks at its files.
            warnings.filterwarnings("ignore", message=r"\[W095\]")
            with fast_matrices():
                nlp = spacy.load(name, exclude=[*UNUSED, *(DISPENSABLE if name == DEFAULT_MODEL else ())])
    except OSError as error:
        raise ModelError(
            f"spaCy pipeline {name!r} is not installed",
            mend=f"run `python -m spacy download {name}`, or `pip install` the package that holds it; "
            f"the default {DEFAULT_MODEL!r} comes with newsfacts",
        ) from error
    remember_words(checked(nlp))
    remember_vectors(nlp)
    quicken_ner(nlp)
    nlp.batch_size = SENTENCES
    return nlp


def checked(nlp: Language) -> Language:
    """The pipeline itself, if it has all components that linking needs.

    Raises:
        ModelError: one is missing.
    """
    missing = [name for name in NEEDED if name not in nlp.pipe_names]
    if missing:
        raise ModelError(
            f"spaCy pipeline {nlp.meta.get('name', '?')!r} has no {', '.join(missing)}",
            where=f"components {', '.join(nlp.pipe_names) or 'none'}",
            mend="use a trained English pipeline with tagger, parser, lemmatizer and ner, such as en_core_web_md",
        )
    return nlp


class Pipeline:
    """Reads articles to facts.

    Args:
        model: name or folder of the spaCy pipeline, or one that is loaded already.
        weights: of the ranker; those that come with the program if None.
        everything: let spaCy see every sentence, not only those that rows need.
        calibration: of the confidences; that which comes with the program if None.
        vocabulary: the user's own, as `extract.mentions.vocabulary.read_vocabulary` reads it.

    Raises:
        ModelError: the spaCy pipeline is missing or lacks a component.
    """

    def __init__(
        self,
        model: str | Language = DEFAULT_MODEL,
        *,
        weights: Weights | None = None,
        calibration: Calibration | None = None,
        vocabulary: Vocabulary = NOTHING,
        everything: bool = False,
    ) -> None:
        self.nlp = load_model(model) if isinstance(model, str) else checked(model)
        self.weights = shipped_weights() if weights is None else weights
        self.calibration = shipped_calibration() if calibration is None else calibration
        self.vocabulary = vocabulary
        self.everything = everything

    def read(self, article: Article | Source | str) -> tuple[Fact, ...]:
        """The facts of one article."""
        return next(self.read_many([article]))

    def read_many(self, articles: Iterable[Article | Source | str]) -> Iterator[tuple[Fact, ...]]:
        """The facts of each article, in order; articles are parsed in batches."""
        return (facts for _, facts in self.read_sources(articles))

    def read_sources(self, articles: Iterable[Article | Source | str]) -> Iterator[tuple[Article, tuple[Fact, ...]]]:
        """Each article and its facts, in order; where there is no quantity, the article's lines are left out."""
        for reading in self.readings(articles):
            if reading.parsed:
                yield reading.article, link(reading, weights=self.weights, calibration=self.calibration)
            else:
                yield reading.article, ()

    def readings(self, articles: Iterable[Article | Source | str]) -> Iterator[Reading]:
        """Each article as linking sees it, in order."""
        return read(self.nlp, (_outline(each, self.vocabulary) for each in articles), everything=self.everything)


def _outline(given: Article | Source | str, vocabulary: Vocabulary) -> Outline:
    """The outline of an article; where there is no quantity, the source is not even looked at for the article in it."""
    if isinstance(given, Article):
        return outline(given, vocabulary=vocabulary)
    source = Source(id="text", text=given) if isinstance(given, str) else given
    quantities = find_quantities(source.text, own=vocabulary.currencies)
    if not (quantities.money or quantities.percentages):
        return Outline(Article(source.id, source.text, ()), quantities, (), ())
    return outline(prepare(source), quantities, vocabulary=vocabulary)
