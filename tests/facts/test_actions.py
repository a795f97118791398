"""What is done with a quantity: the candidates of a sentence's last quantity, in order, each with its rule."""

import pytest
from spacy.language import Language

from extract.articles.article import Source
from extract.articles.prepare import prepare
from extract.facts.frame import frame_of
from extract.facts.linking import quantities_of
from extract.facts.reading import outline, read
from extract.facts.slots.actions import action_candidates

pytestmark = pytest.mark.model


CANDIDATES = [
    ("Norway paid 5 million euros.", [("pay", "governing-verb")]),
    ("Norway said it paid 5 million euros.", [("pay", "governing-verb"), ("say", "governing-verb")]),
    (
        "Norway approved a package of 5 million euros.",
        [("package", "governing-noun"), ("approve", "governing-verb")],
    ),
    # A participle on a noun of the chain.
    (
        "Norway signed a contract worth 5 million euros.",
        [("worth", "governing-adj"), ("contract", "governing-noun"), ("sign", "governing-verb")],
    ),
    # A clause that hangs on the quantity itself.
    (
        "The ministry regrets the 5 million euros spent on roads.",
        [("regret", "governing-verb"), ("spend", "governing-own-acl")],
    ),
    # The noun that a copula makes of it.
    ("Another 5 million euros is the first payment.", [("be", "governing-aux"), ("payment", "governing-attr")]),
    # "Up" beside the quantity, and the verb before it, wherever the parser hangs them.
    ("Credits rose, with deposits up 5 million euros.", [("rise", "governing-verb"), ("up", "governing-just-before")]),
    # The verb after it, where the parser hangs the quantity on another.
    (
        "Analysts estimate 5 percent of the tools Norway imports now come from Chile.",
        [("estimate", "governing-verb"), ("come", "governing-verb-after")],
    ),
    # The second verb after it: the first is that of those who are counted.
    (
        "Only 35 percent of those entitled to a refund applied for one.",
        [("entitle", "governing-verb-after"), ("apply", "governing-verb-after")],
    ),
    # Short forms of "be", whatever the apostrophe.
    ("That’s 5 million euros.", [("be", "governing-verb")]),
    # A participle that the tagger takes for an adjective; an adjective that is none stays out.
    (
        "The group got 85 million euros, while 8 million euros were devoted to Norway.",
        [("be", "governing-aux"), ("devote", "governing-participle"), ("get", "governing-verb")],
    ),
    ("The 5 million euros are sacred.", [("be", "governing-aux")]),
    # A headline whose verb the parser takes for a noun.
    ("Fed hikes rates 25 basis points", [("rate", "governing-noun"), ("hike", "governing-verbless")]),
    # No verb at all.
    ("5 million euros for Norway", [("euro", "root-of-sentence")]),
]


@pytest.mark.parametrize(("text", "expected"), CANDIDATES)
def test_candidates(nlp: Language, text: str, expected: list[tuple[str, str]]) -> None:
    reading = next(read(nlp, [outline(prepare(Source("hand", text)))]))
    *_, (parsed, mention) = quantities_of(reading)
    frame = frame_of(parsed, mention)
    assert frame is not None
    assert [(each.value, each.rule) for each in action_candidates(frame)] == expected


FEATURES = [
    # What stands before the quantity and its hedges.
    ("Norway cut spending by a further 5 percent.", "cut", "opening=by&shape=VERB0"),
    ("Spending fell 5 percent.", "fall", "opening=VERB&shape=VERB0"),
    # A comma between a verb and the quantity.
    ("Norway pays teachers, clerks and others 5 million euros.", "pay", "broken=True&pos=VERB"),
    ("Norway paid 5 million euros.", "pay", "broken=False&pos=VERB"),
    # What the noun names, and how the quantity hangs on it.
    ("Norway approved a package of 5 million euros.", "package", "kind=group&label=prep_of.pobj"),
    # What else stands below the verb.
    ("Norway paid 5 million euros.", "pay", "has=dobj+nsubj&shape=VERB"),
]


@pytest.mark.parametrize(("text", "value", "feature"), FEATURES)
def test_features(nlp: Language, text: str, value: str, feature: str) -> None:
    reading = next(read(nlp, [outline(prepare(Source("hand", text)))]))
    *_, (parsed, mention) = quantities_of(reading)
    frame = frame_of(parsed, mention)
    assert frame is not None
    assert feature in next(each for each in action_candidates(frame) if each.value == value).features
