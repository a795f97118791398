"""Head noun phrases as a table writes them: trees set by hand."""

import pytest
from spacy.lang.en import English
from spacy.tokens import Doc, Span
from spacy.vocab import create_vocab

from extract.facts.names.phrases import noun_phrase, phrase_as_written

VOCAB = create_vocab("en", English.Defaults)


def parse(words: str, heads: list[int], deps: str, tags: str) -> Doc:
    """A tree; a word that ends with "~" is written together with the next."""
    written = words.split()
    spaces = [not word.endswith("~") for word in written]
    plain = [word.removesuffix("~") for word in written]
    return Doc(VOCAB, words=plain, spaces=spaces, heads=heads, deps=deps.split(), tags=tags.split())


CASES = [
    ("the average house price", [3, 3, 3, 3], "det amod compound ROOT", "DT JJ NN NN", 3, "average house price"),
    ("the price of bitcoin", [1, 1, 1, 2], "det ROOT prep pobj", "DT NN IN NN", 1, "price of bitcoin"),
    ("the prices for fuel", [1, 1, 1, 2], "det ROOT prep pobj", "DT NNS IN NN", 1, "prices for fuel"),
    ("the plans for fuel", [1, 1, 1, 2], "det ROOT prep pobj", "DT NNS IN NN", 1, "plans"),
    ("the price of which", [1, 1, 1, 2], "det ROOT prep pobj", "DT NN IN WDT", 1, "price"),
    ("a target of N30bn", [1, 1, 1, 2], "det ROOT prep pobj", "DT NN IN NN", 1, "target"),
    ("the price of Su-57", [1, 1, 1, 2], "det ROOT prep pobj", "DT NN IN NN", 1, "price of Su-57"),
    ("a fine of $ 5", [1, 1, 1, 4, 2], "det ROOT prep nmod pobj", "DT NN IN $ CD", 1, "fine"),
    ("Lind 's campaign", [2, 0, 2], "poss case ROOT", "NNP POS NN", 2, "Lind 's campaign"),
    ("exports to Norway", [0, 0, 1], "ROOT prep pobj", "NNS IN NNP", 0, "exports to Norway"),
    ("gifts to Norway", [0, 0, 1], "ROOT prep pobj", "NNS IN NNP", 0, "gifts"),
    ("a hotly contested bill", [3, 2, 3, 3], "det advmod amod ROOT", "DT RB VBN NN", 3, "bill"),
    ("a highly paid and loyal staff", [5, 2, 5, 2, 2, 5], "det advmod amod cc conj ROOT", "DT RB VBN CC JJ NN", 5, "loyal staff"),
    ("an iced coffee", [2, 2, 2], "det amod ROOT", "DT VBN NN", 2, "iced coffee"),
    ("farmers and ranchers", [0, 0, 0], "ROOT cc conj", "NNS CC NNS", 0, "farmers and ranchers"),
    ("price of bread and milk", [0, 0, 1, 2, 2], "ROOT prep pobj cc conj", "NN IN NN CC NN", 0, "price of bread and milk"),
    ("farmers , ranchers", [0, 0, 0], "ROOT punct conj", "NNS , NNS", 0, "farmers"),
    ("its exports", [1, 1], "poss ROOT", "PRP$ NNS", 1, "exports"),
    ("Lind 's net worth", [3, 0, 3, 3], "poss case amod ROOT", "NNP POS JJ NN", 3, "net worth"),
    ("all 12 member states", [3, 3, 3, 3], "det nummod compound ROOT", "DT CD NN NNS", 3, "member states"),
    ("the annual cost of repairs", [2, 2, 2, 2, 3], "det amod ROOT prep pobj", "DT JJ NN IN NNS", 2, "annual cost of repairs"),
    ("more than 50 new lenders", [1, 2, 4, 4, 4], "amod quantmod nummod amod ROOT", "JJR IN CD JJ NNS", 4, "new lenders"),
    ("top 10 lenders", [2, 2, 2], "amod nummod ROOT", "JJ CD NNS", 2, "top 10 lenders"),
    ("Ring 40 lenders", [2, 2, 2], "compound nummod ROOT", "NNP CD NNS", 2, "Ring 40 lenders"),
    ("higher sales", [1, 1], "amod ROOT", "JJR NNS", 1, "sales"),
    ("two~ -~ way trade", [2, 2, 3, 3], "nummod punct compound ROOT", "CD HYPH NN NN", 3, "two-way trade"),
    ("the write~ -~ offs", [3, 3, 3, 3], "det dep punct ROOT", "DT VB HYPH NNS", 3, "write-offs"),
    # The quantity before a noun is no part of its name.
    ("a 12 mln dlr deficit", [4, 2, 4, 4, 4], "det nummod nmod nmod ROOT", "DT CD NN NN NN", 4, "deficit"),
    (
        "the 500 million EUR total package",
        [5, 2, 5, 5, 5, 5],
        "det nummod nummod nmod amod ROOT",
        "DT CD CD NN JJ NN",
        5,
        "total package",
    ),
    ("the m deficit", [2, 2, 2], "det compound ROOT", "DT NN NN", 2, "m deficit"),
    (
        "thirty~ -~ three farm labourers",
        [2, 2, 4, 4, 4],
        "compound punct nummod compound ROOT",
        "CD HYPH CD NN NNS",
        4,
        "farm labourers",
    ),
    ("Lind 's 5 mln fund", [4, 0, 3, 4, 4], "poss case nummod nmod ROOT", "NNP POS CD NN NN", 4, "fund"),
    ("the second phase", [2, 2, 2], "det amod ROOT", "DT JJ NN", 2, "second phase"),
    # Nor is an adjective that does not tell which.
    ("its own budget", [2, 2, 2], "poss amod ROOT", "PRP$ JJ NN", 2, "budget"),
    ("such announced aid", [2, 2, 2], "amod amod ROOT", "JJ VBN NN", 2, "aid"),
    ("the estimated yield", [2, 2, 2], "det amod ROOT", "DT VBN NN", 2, "yield"),
    ("a record annual profit", [3, 3, 3, 3], "det amod amod ROOT", "DT JJ JJ NN", 3, "annual profit"),
    ("record~ -~ breaking sales", [2, 2, 3, 3], "npadvmod punct amod ROOT", "NN HYPH VBG NNS", 3, "record-breaking sales"),
    # Who is counted is told whole.
    ("the number of vehicles sold", [1, 1, 1, 2, 3], "det ROOT prep pobj acl", "DT NN IN NNS VBN", 1, "number of vehicles sold"),
    ("the price of vehicles sold", [1, 1, 1, 2, 3], "det ROOT prep pobj acl", "DT NN IN NNS VBN", 1, "price of vehicles"),
    ("the amount outstanding", [1, 1, 1], "det ROOT amod", "DT NN JJ", 1, "amount outstanding"),
    (
        "OSLO March 3 - Fish output",
        [5, 5, 1, 5, 5, 5],
        "nmod nmod nummod punct compound ROOT",
        "NNP NNP CD : NN NN",
        5,
        "Fish output",
    ),
]


@pytest.mark.parametrize(("words", "heads", "deps", "tags", "head", "phrase"), CASES)
def test_phrase_as_written(words: str, heads: list[int], deps: str, tags: str, head: int, phrase: str) -> None:
    assert phrase_as_written(parse(words, heads, deps, tags)[head]).text == phrase


def test_a_body_keeps_its_owner() -> None:
    words, heads, deps, tags = "Norway 's central bank", [3, 0, 3, 3], "poss case amod ROOT", "NNP POS JJ NN"
    doc = parse(words, heads, deps, tags)
    doc[0].pos_ = "PROPN"
    assert phrase_as_written(doc[3]).text == "Norway 's central bank"


def test_noun_phrase_leaves_of_and_owner_outside() -> None:
    doc = parse("Lind 's share of profits", [2, 0, 2, 2, 3], "poss case ROOT prep pobj", "NNP POS NN IN NNS")
    assert noun_phrase(doc[2]).text == "share"


def test_a_day_owns_nothing() -> None:
    doc = parse("Monday 's vote", [2, 0, 2], "poss case ROOT", "NNP POS NN")
    doc.set_ents([Span(doc, 0, 1, label="DATE")])
    assert phrase_as_written(doc[2]).text == "vote"
