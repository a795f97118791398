"""Of what a percentage is a share: its candidates with their rules, and those that the words themselves call a whole."""

import pytest
from spacy.language import Language

from extract.articles.article import Source
from extract.articles.prepare import prepare
from extract.facts.frame import frame_of
from extract.facts.linking import quantities_of
from extract.facts.names.table import build_names
from extract.facts.ranker import Candidate
from extract.facts.reading import outline, read
from extract.facts.slots.bases import base_candidates

pytestmark = pytest.mark.model


def found(nlp: Language, text: str) -> list[Candidate]:
    """Candidates for the last percentage of a text."""
    reading = next(read(nlp, [outline(prepare(Source("hand", text)))]))
    *_, (parsed, mention) = quantities_of(reading)
    frame = frame_of(parsed, mention)
    assert frame is not None
    return base_candidates(frame, build_names(reading))


PARTITIVE = [
    ("Denmark spends 2.4 percent of its GDP on defence.", {"GDP": "base-own-of"}),
    ("It takes 5% of all exports.", {"exports": "base-own-of"}),
    ("It has paid half the fine.", {"fine": "base-noun-modified"}),
    ("The share of voters has risen to 74%.", {"voters": "base-subject0-of"}),
    ("Lind leads with 48% among registered voters.", {"registered voters": "base-own-among"}),
    ("A majority of Danes read (60%).", {"Danes": "base-subject0-of"}),
    ("He gave half of the men work while 60% left.", {"men": "base-told-before"}),
    # Changes, rates and distances have no whole.
    ("Prices rose by 5% in May.", {}),
    ("The bank kept its rate at 4.5%.", {}),
    ("Sales growth of 5% pleased the owners.", {}),
]


@pytest.mark.parametrize(("text", "expected"), PARTITIVE)
def test_wholes(nlp: Language, text: str, expected: dict[str, str]) -> None:
    told = {"partitive", "is=told-before&form=percent"}
    assert {each.value: each.rule for each in found(nlp, text) if told & set(each.features)} == expected


CANDIDATES = [
    ("Prices rose by 5%.", [("Prices", "base-subject0"), (None, "no-base")]),
    ("A tax of 5% on cash is due.", [("tax", "base-noun-above"), ("cash", "base-noun-on"), (None, "no-base")]),
    ("The firm pays 5% on profits.", [("profits", "base-verb0-on"), ("firm", "base-subject0"), (None, "no-base")]),
]


@pytest.mark.parametrize(("text", "expected"), CANDIDATES)
def test_candidates(nlp: Language, text: str, expected: list[tuple[str | None, str]]) -> None:
    assert [(each.value, each.rule) for each in found(nlp, text)] == expected


FORMS = [
    ("It takes 5% of exports.", "none&form=percent"),
    ("It takes a third of exports.", "none&form=words"),
    ("The rate fell 25 basis points.", "none&form=points"),
]


@pytest.mark.parametrize(("text", "expected"), FORMS)
def test_forms(nlp: Language, text: str, expected: str) -> None:
    assert [feature for feature in found(nlp, text)[-1].features if "form" in feature] == [expected]
