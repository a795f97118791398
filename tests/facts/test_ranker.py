"""The ranker: which candidate is chosen, and how sure it is."""

import math

import pytest

from extract.facts.ranker import FILLED, Candidate, choose

LOG = {"half": 0.0, "one": 1.0, "two": 2.0, "low": -2.0}
WEIGHTS = {"actor": LOG}


def _candidates(*given: tuple[str | None, str]) -> list[Candidate]:
    return [Candidate(value, "rule", (feature,)) for value, feature in given]


CHOSEN = [
    ((("Lithuania", "one"), ("Ukraine", "two")), "Ukraine"),
    ((("Lithuania", "two"), ("Ukraine", "two")), "Lithuania"),  # of equals, the first
    ((("Lithuania", "unknown"), ("Ukraine", "low")), "Lithuania"),  # a feature without weight counts nothing
    (((None, "half"), ("Ukraine", "half")), "Ukraine"),  # likely enough to be filled
    (((None, "two"), ("Ukraine", "low")), None),
    (((None, "two"),), None),
]


@pytest.mark.parametrize(("given", "expected"), CHOSEN)
def test_choose(given: tuple[tuple[str | None, str], ...], expected: str | None) -> None:
    assert choose("actor", _candidates(*given), WEIGHTS).candidate.value == expected


def test_probability_is_the_softmax_of_the_summed_weights() -> None:
    choice = choose("actor", [Candidate("a", "r", ("one", "one", "half")), Candidate("b", "r", ("half",))], WEIGHTS)
    assert choice.probability == pytest.approx(math.exp(2) / (math.exp(2) + 1))


def test_a_cell_stays_empty_below_the_threshold() -> None:
    just_under = {"actor": {"empty": math.log((1 - FILLED) / FILLED) + 0.01}}
    assert choose("actor", _candidates((None, "empty"), ("Ukraine", "half")), just_under).candidate.value is None


def test_a_source_is_filled_only_if_surer_than_other_slots() -> None:
    between = {slot: {"empty": math.log((1 - 0.35) / 0.35)} for slot in ("actor", "source")}
    assert choose("actor", _candidates((None, "empty"), ("Ukraine", "half")), between).candidate.value == "Ukraine"
    assert choose("source", _candidates((None, "empty"), ("Ukraine", "half")), between).candidate.value is None


def test_a_slot_without_weights_takes_the_first() -> None:
    assert choose("source", _candidates(("a", "one"), ("b", "two")), WEIGHTS).candidate.value == "a"


def test_a_slot_without_candidates_is_an_error() -> None:
    with pytest.raises(ValueError, match="no candidates for actor"):
        choose("actor", [], WEIGHTS)
