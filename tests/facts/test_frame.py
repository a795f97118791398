"""Who does what a verb says: the subjects of the verb that governs a sentence's last quantity."""

import pytest
from spacy.language import Language

from extract.articles.article import Source
from extract.articles.prepare import prepare
from extract.facts.frame import frame_of, subjects
from extract.facts.linking import quantities_of
from extract.facts.reading import outline, read

pytestmark = pytest.mark.model


SUBJECTS = [
    ("The bank paid 5 million euros.", ["bank"]),
    ("The bank agreed to pay 5 million euros.", ["bank"]),
    ("The bank, which paid 5 million euros, is Danish.", ["bank"]),
    # The object of the verb above does it.
    ("The court ordered the bank to pay 5 million euros.", ["bank"]),
    ("The law keeps banks from charging 5 million euros.", ["banks"]),
    ("Prosecutors accused the mayor of taking 5 million euros.", ["mayor"]),
    # Its subject does.
    ("The bank promised customers to pay 5 million euros.", ["bank"]),
    ("The bank ended the dispute by paying 5 million euros.", ["bank"]),
    ("5 million euros for Norway", []),
]


@pytest.mark.parametrize(("text", "expected"), SUBJECTS)
def test_subjects(nlp: Language, text: str, expected: list[str]) -> None:
    reading = next(read(nlp, [outline(prepare(Source("hand", text)))]))
    *_, (parsed, mention) = quantities_of(reading)
    frame = frame_of(parsed, mention)
    assert frame is not None
    assert [token.text for token in subjects(frame.predicates[0])] == expected
