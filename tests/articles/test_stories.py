"""Stories: copies of an article share one, whatever its outlet changed; other articles have their own."""

import pytest

from extract.articles.stories import Stories, likeness, signature

WIRE = """The harbour of Tallmouth will get 40 million euros for a new quay, the transport ministry said on Tuesday.
Work is to begin in May and to end within three years, so that ferries of twice the present length can land.
"We have waited for this quay since my father was harbour master," said Ida Renn, who runs the port with a staff of ninety.
The opposition called the plan too small. Its spokesman asked why the breakwater, which a storm damaged in 2019, was left out.
Fishermen fear for their moorings on the eastern side, where the quay is planned, and have written to the mayor about it.
The ministry expects that freight will grow by a fifth once the quay is open, mostly with timber and wind turbine blades."""
OTHER = """The university of Karlby has opened a laboratory in which glaciers are grown in tanks and melted under lamps.
Its director said that no two of them behave alike, and that models of the sea level will have to take account of it.
Students from four countries have come for the first experiments, which last a winter each and are filmed from below.
Next year a larger tank is to be filled with salt water, so that the shelves of the south can be studied in the cellar too."""
PARAGRAPHS = WIRE.split("\n")

COPIES = [
    ("the same", WIRE),
    ("in other lines and capitals", WIRE.replace("\n", " ").upper()),
    ("with an agency's dateline", f"TALLMOUTH (Wire) — {WIRE}"),
    ("cut at the end", "\n".join(PARAGRAPHS[:-1])),
    ("with a paragraph of its own", f"{WIRE}\nOur reporter Jo Lind contributed from the quay, where rain fell all day."),
    ("with a sentence left out", WIRE.replace(" The opposition called the plan too small.", "")),
]
OTHERS = [
    ("another story", OTHER),
    ("a story that quotes it", "\n".join((OTHER, PARAGRAPHS[0]))),
    ("too short to be told from others", PARAGRAPHS[0]),
    ("nothing", ""),
]


@pytest.mark.parametrize("body", [body for _, body in COPIES], ids=[name for name, _ in COPIES])
def test_copies_are_one_story(body: str) -> None:
    stories = Stories()
    assert [stories.of("first", signature(WIRE)), stories.of("copy", signature(body))] == ["first", "first"]


@pytest.mark.parametrize("body", [body for _, body in OTHERS], ids=[name for name, _ in OTHERS])
def test_others_are_not(body: str) -> None:
    stories = Stories()
    assert [stories.of("first", signature(WIRE)), stories.of("other", signature(body))] == ["first", "other"]


def test_a_story_has_the_id_of_its_first_article_also_when_copies_drift() -> None:
    stories = Stories()
    bodies = [WIRE, "\n".join(PARAGRAPHS[:-1]), OTHER, WIRE]
    assert [stories.of(str(number), signature(body)) for number, body in enumerate(bodies)] == ["0", "0", "2", "0"]


def test_what_is_remembered_is_bounded() -> None:
    stories = Stories(remembered=1)
    bodies = [WIRE, WIRE, OTHER, WIRE, WIRE]
    assert [stories.of(str(number), signature(body)) for number, body in enumerate(bodies)] == ["0", "0", "2", "3", "3"]


def test_a_signature_is_the_same_on_every_machine() -> None:
    assert (len(signature(WIRE)), signature(WIRE)[:8].hex()) == (320, "4c820200c2a9bf12")


def test_likeness_is_the_share_of_common_runs() -> None:
    half = "\n".join(PARAGRAPHS[:3])
    assert likeness(signature(WIRE), signature(WIRE)) == 1.0
    assert likeness(signature(WIRE), signature(half)) == pytest.approx(0.5, abs=0.15)
    assert likeness(signature(WIRE), signature(OTHER)) < 0.05
