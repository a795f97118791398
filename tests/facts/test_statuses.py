"""Whether it happened: the words that tell, negation, and the four statuses that are offered."""

import pytest
from spacy.language import Language

from extract.articles.article import Source
from extract.articles.prepare import prepare
from extract.facts.frame import Frame, frame_of
from extract.facts.linking import quantities_of
from extract.facts.reading import Reading, outline, read
from extract.facts.slots.statuses import STATUSES, cue_of, is_negated, status_candidates
from extract.lexicons import read_table

KINDS = {"promise", "plan", "predict", "estimate", "offer", "propose", "ask", "risk", "oblige", "limit", "allow", "refuse", "stand"}


def only_frame(nlp: Language, text: str) -> tuple[Reading, Frame]:
    (reading,) = read(nlp, [outline(prepare(Source("text", text, "2025-03-05")))])
    ((parsed, mention),) = quantities_of(reading)
    frame = frame_of(parsed, mention)
    assert frame is not None
    return reading, frame


def test_each_cue_has_one_known_kind() -> None:
    rows = read_table("status_cues")
    assert {row["kind"] for row in rows} == KINDS
    assert len({row["lemma"] for row in rows}) == len(rows)


CUES = [
    ("They pledged $5 million.", "pledged", "promise"),
    ("a $5 million pledge", "pledge", "promise"),
    ("They discussed the proposed loan.", "proposed", "propose"),
    ("It refused to pay.", "refused", "refuse"),
    ("It is expected to pay.", "expected", "predict"),
    ("They paid $5 million.", "paid", None),
    ("the red car", "red", None),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "word", "expected"), CUES, ids=[each[0] for each in CUES])
def test_cue(nlp: Language, text: str, word: str, expected: str | None) -> None:
    assert cue_of(next(token for token in nlp(text) if token.text == word)) == expected


NEGATED = [
    ("It did not pay $5 million.", ["pay"]),
    ("It never paid $5 million.", ["paid"]),
    ("No candidate won more than 50%.", ["won"]),
    ("It paid no money.", ["paid"]),
    ("It paid $5 million.", []),
    ("It paid because nobody had not asked.", ["asked"]),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "expected"), NEGATED, ids=[each[0] for each in NEGATED])
def test_negation(nlp: Language, text: str, expected: list[str]) -> None:
    assert [token.text for token in nlp(text) if token.pos_ == "VERB" and is_negated(token)] == expected


@pytest.mark.model
def test_all_statuses_are_offered_with_the_same_features(nlp: Language) -> None:
    candidates = status_candidates(*only_frame(nlp, "Lithuania paid $5 million."), time_side="none")
    assert [candidate.value for candidate in candidates] == list(STATUSES)
    described = {tuple(feature.partition("|")[2] for feature in candidate.features) for candidate in candidates}
    assert len(described) == 1


FEATURES = [
    ("Lithuania will pay $5 million.", {"tense0=will&passive=False", "aux0=will", "firstcue=None&tense=will"}, {"negated0"}),
    ("Lithuania did not pay $5 million.", {"tense0=past&passive=False", "negated0", "negated0&tense=past"}, {"aux0=will"}),
    (
        "Lithuania agreed to pay $5 million.",
        {"firstcue=promise&tense=past", "cue1=promise", "above=promise>xcomp"},
        {"cue0=promise"},
    ),
    ("Lithuania made a $5 million pledge.", {"nouncue=promise", "firstcue=promise&pos=NOUN"}, {"cue0=promise"}),
    ("Lithuania rejected a proposed $5 million loan.", {"modifiercue=propose", "cue0=refuse", "anycue=propose"}, {"negated0"}),
    ("The senate debated a bill. It would cost $5 million.", {"opening=propose"}, {"cue0=propose", "anycue=propose"}),
    ("Lithuania sent arms and has pledged $5 million.", {"cue0=promise", "tense0=perfect&passive=False"}, {"class1=give"}),
    ("Lithuania plans to sell arms and pay $5 million.", {"firstcue=plan&tense=present", "cue1=plan"}, {"class1=sell"}),
    ("Lithuania is to pay $5 million.", {"firstcue=None&tense=will"}, {"cue0=promise"}),
    ("It paid a fraction of the $5 million that they wanted.", {"owncue=ask"}, {"cue0=ask"}),
    ("Tariffs rise from the existing 5%.", {"owncue=stand"}, {"cue0=stand"}),
    ("Inflation will fall from 5%.", {"compared=from"}, {"compared=none"}),
    ("The proposal includes $5 million.", {"subjectcue=propose"}, {"cue0=propose"}),
    ("Lithuania raised its bid to $5 million.", {"objectcue=offer"}, {"cue0=offer"}),
    ("A loan of $5 million was likely.", {"complementcue=predict"}, {"cue0=predict"}),
    ("The pledged sum is $5 million.", {"subjectcue=None", "subjectmodifiercue=promise"}, {"cue0=promise"}),
    # Where the own clause has a tense, that of the clause above says nothing.
    ("Lithuania said it could pay $5 million.", {"finite=could&level=0"}, {"finite=past&level=1"}),
    ("Lithuania agreed to pay $5 million.", {"finite=past&level=1"}, {"finite=past&level=0"}),
    ("If Lithuania pays $5 million, it wins.", {"mark0=if", "tense0=present&passive=False"}, {"mark0=whether"}),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "has", "lacks"), FEATURES, ids=[each[0] for each in FEATURES])
def test_features(nlp: Language, text: str, has: set[str], lacks: set[str]) -> None:
    candidate = status_candidates(*only_frame(nlp, text), time_side="none")[0]
    found = {feature.partition("|")[2] for feature in candidate.features}
    assert (has - found, lacks & found) == (set(), set())
