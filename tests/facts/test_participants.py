"""How the phrases of a sentence stand to its last quantity, as features of the actor."""

import pytest
from spacy.language import Language

from extract.articles.article import Source
from extract.articles.prepare import prepare
from extract.facts.frame import frame_of
from extract.facts.linking import quantities_of
from extract.facts.names.table import build_names
from extract.facts.ranker import Candidate
from extract.facts.reading import outline, read
from extract.facts.slots.actor_and_recipient import actor_candidates
from extract.facts.slots.habits import find_habits
from extract.facts.slots.participants import count_names, find_participants

pytestmark = pytest.mark.model


def candidates_in(nlp: Language, text: str) -> dict[str | None, Candidate]:
    """The actors of a text's last quantity by value."""
    reading = next(read(nlp, [outline(prepare(Source("hand", text)))]))
    *_, (parsed, mention) = quantities_of(reading)
    frame = frame_of(parsed, mention)
    assert frame is not None
    names = build_names(reading)
    counts = count_names(names)
    found = find_participants(reading, frame, names, counts)
    return {each.value: each for each in actor_candidates(frame, found, counts, find_habits(names))}


YES = [
    # text, candidate, a feature that it has
    ("Norway's surplus rose 5%.", "Norway", "owner-of-subject0"),
    ("Norway's surplus rose 5%.", "Norway", "owner-of-subject0:attribute"),
    ("Norwegian exports rose 5%.", "Norway", "owner-of-subject0"),
    ("The population of Norway rose 5%.", "Norway", "owner-of-subject0"),
    # What kind of thing the subject is.
    ("The farmer paid 5 million euros.", "farmer", "subject0&kind=person"),
    # Other quantities between.
    ("Norway gave 5 million euros and Finland 7 million euros.", "Norway", "between=1&before&several=True"),
    ("Norway gave 5 million euros and Finland 7 million euros.", "Finland", "between=0&before&several=True"),
    ("Norway gave 7 million euros.", "Norway", "between=0&before&several=False"),
    # Parallel quantities, each before its own.
    ("Sales rose 5% in Norway and 7% in Finland.", "Finland", "prep=in&after1-2&several=True"),
    # Names that have a quantity of their own each.
    ("Others paid: Norway with 5 million euros, Finland with 7 million euros.", "Finland", "parallel=True&kind=country"),
    ("Others paid: Norway with 5 million euros, Finland with 7 million euros.", "Norway", "parallel=False"),
    # Of what stands in another sentence, what the subject here is.
    ("Norway met Finland. The farmer paid 5 million euros.", "Norway", "is=previous:subject&nearest=0-person"),
    ("Norway met Finland. Norway's surplus rose 5%.", "Finland", "is=last-country&nearest=0-attribute"),
    ("Norway met Finland. Worth 5 million euros.", "Finland", "is=last-country&nearest=none"),
    # How it stands elsewhere.
    ("Norway met a spy. The aid to Finland from Norway rose 5%.", "Norway", "type=country&habit=acts"),
    ("Norway gave aid to Finland. The aid from Norway rose 5%.", "Finland", "type=country&habit=suffers"),
    ("Norway gave aid to Finland. Its king said Finland is worth 5 million euros.", "Finland", "type=country&habit=both"),
    ("Norwegian exports rose 5%.", "Norway", "type=country&habit=acts"),
]
NO = [
    # text, candidate, a feature that it has not
    ("The farmer paid 5 million euros to Norway.", "farmer", "habit=acts"),
    ("Norway met Finland with 5 million euros.", "Norway", "parallel=False"),
    ("Lindt rose 5% in Norway.", "Norway", "owner-of-subject0"),
    ("Lindt fined Norway's exporters 5 million euros.", "Norway", "owner-of-subject0"),
    ("The farmer paid 5 million euros.", "farmer", "subject0&kind=group"),
]


@pytest.mark.parametrize(("text", "value", "feature"), YES)
def test_features_of_actors(nlp: Language, text: str, value: str, feature: str) -> None:
    assert feature in candidates_in(nlp, text)[value].features


@pytest.mark.parametrize(("text", "value", "feature"), NO)
def test_features_that_look_alike(nlp: Language, text: str, value: str, feature: str) -> None:
    assert feature not in candidates_in(nlp, text)[value].features


def test_another_quantity_is_nobody(nlp: Language) -> None:
    """A currency beside another sum takes no part."""
    found = candidates_in(nlp, "Norway gave 5 million DKK to Finland and 7 million DKK to Latvia.")
    assert set(found) == {"Norway", "Finland", "Latvia"}


def test_the_label_of_an_entry_is_nobody(nlp: Language) -> None:
    """Trackers put the code of an entry behind its sum."""
    text = "Norway met Finland and Latvia. Norway, unlike Finland and Latvia, paid 5 million euros (NOH2)."
    assert set(candidates_in(nlp, text)) == {"Norway", "Finland", "Latvia"}


def test_a_day_is_nobody(nlp: Language) -> None:
    """Times take no part, whatever stands before them."""
    assert set(candidates_in(nlp, "Norway paid 5 million euros in the week to Wednesday.")) == {"Norway"}
