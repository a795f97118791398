"""Fitting: weights that prefer what gold accepts."""

import pytest

from extract.evaluation.fitting import MIN_COUNT, Question, fit
from extract.facts.ranker import Candidate, choose

SUBJECT = Candidate("Lithuania", "subject", ("subject",))
OBJECT = Candidate("Ukraine", "object", ("object",))


def test_the_accepted_candidate_is_chosen_afterwards() -> None:
    weights = fit([Question((SUBJECT, OBJECT), (True, False))] * MIN_COUNT, penalty=0.1)
    assert choose("actor", (OBJECT, SUBJECT), {"actor": weights}).candidate is SUBJECT


def test_two_opposite_features_get_opposite_weights() -> None:
    weights = fit([Question((SUBJECT, OBJECT), (True, False))] * MIN_COUNT, penalty=1.0)
    assert weights["subject"] == pytest.approx(-weights["object"])
    assert weights["subject"] > 0


def test_a_larger_penalty_gives_smaller_weights() -> None:
    questions = [Question((SUBJECT, OBJECT), (True, False))] * MIN_COUNT
    assert fit(questions, penalty=5.0)["subject"] < fit(questions, penalty=0.5)["subject"]


def test_questions_beside_teach_where_the_others_are_silent_and_count_less_where_they_disagree() -> None:
    subject, other = Question((SUBJECT, OBJECT), (True, False)), Question((SUBJECT, OBJECT), (False, True))
    assert fit([], penalty=1.0, beside=[subject] * MIN_COUNT)["subject"] > 0
    assert fit([subject] * MIN_COUNT, penalty=1.0, beside=[other] * 2 * MIN_COUNT)["subject"] > 0
    assert fit([subject] * MIN_COUNT + [other] * 2 * MIN_COUNT, penalty=1.0)["subject"] < 0


NOTHING_LEARNED = {
    "a feature seen too seldom": [Question((SUBJECT, OBJECT), (True, False))] * (MIN_COUNT - 1),
    "no candidate is right": [Question((SUBJECT, OBJECT), (False, False))] * MIN_COUNT,
    "every candidate is right": [Question((SUBJECT, OBJECT), (True, True))] * MIN_COUNT,
    "no questions": [],
}


@pytest.mark.parametrize("questions", NOTHING_LEARNED.values(), ids=NOTHING_LEARNED)
def test_nothing_is_learned_from(questions: list[Question]) -> None:
    assert fit(questions, penalty=1.0) == {}
