"""The bench reads and pipes the same articles, and the fastest round counts."""

from collections.abc import Iterable, Iterator

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from extract.articles.article import Article, Source
from extract.batch.bench import Timing, bench
from extract.facts.fact import Fact

SOURCES = [Source("a", "Lithuania will pay 20 million euros."), Source("b", "Rates rose by 2 percent.")]
MOMENTS = [0.0, 4.0, 10.0, 19.0, 20.0, 23.0, 30.0, 42.0]  # reading 4 s, piping 9 s, reading 3 s, piping 12 s


class Reader:
    """Notes what it is given, and reads nothing in it."""

    def __init__(self) -> None:
        self.ids: list[str] = []

    def read_many(self, articles: Iterable[Article]) -> Iterator[tuple[Fact, ...]]:
        for article in articles:
            self.ids.append(article.id)
            yield ()


def pipeline(texts: list[str]) -> Language:
    """A pipeline that notes what it is given."""
    nlp = spacy.blank("en")

    def note(doc: Doc) -> Doc:
        texts.append(doc.text)
        return doc

    Language.component("note_for_bench", func=note)
    nlp.add_pipe("note_for_bench")
    return nlp


def test_bench_takes_the_fastest_round_of_each() -> None:
    reader, texts, moments = Reader(), list[str](), iter(MOMENTS)
    timing = bench(SOURCES, reader, pipeline(texts), clock=lambda: next(moments), rounds=2)
    assert timing == Timing(articles=2, characters=60, reading=3.0, piping=9.0)
    assert timing.ratio == 3.0
    assert reader.ids == ["a", "b", "a", "b"]
    assert texts == [source.text for source in SOURCES] * 2
