"""Who says it: the speakers of sentences, the candidates of a quantity with how each reaches it, the sentences read for them."""

import pytest
from spacy.language import Language

from extract.articles.article import Source
from extract.articles.prepare import prepare
from extract.facts.frame import frame_of
from extract.facts.linking import quantities_of
from extract.facts.reading import outline, read
from extract.facts.slots.candidates import scene_of
from extract.facts.slots.sources import source_candidates
from extract.facts.slots.speakers import speakers
from extract.mentions.quantities import find_quantities

pytestmark = pytest.mark.model


SPEAKERS = [
    ("The ministry said it paid 5 million euros.", [("ministry", "said", "subject", "say")]),
    ("Prices rose 5 percent, the agency said.", [("agency", "said", "subject", "say")]),
    ("Analysts expect prices to rise 5 percent.", [("Analysts", "expect", "subject", "judge")]),
    ("The fortune was estimated at $5 million by Forbes.", [("Forbes", "estimated", "agent", "judge")]),
    ("Prices rose 5 percent, according to the ministry.", [("ministry", "according", "according-to", "say")]),
    (
        "Prices rose 5 percent, according to data compiled by Kantar.",
        [
            ("data", "according", "according-to", "say"),
            ("Kantar", "according", "according-author", "say"),
            ("data", "data", "authored-noun", "paper"),
            ("Kantar", "data", "author", "paper"),
        ],
    ),
    # What a paper has obtained is not the paper's.
    (
        "It owes $5 million, according to filings obtained by Kantar.",
        [("filings", "according", "according-to", "say"), ("filings", "filings", "noun", "paper")],
    ),
    (
        "A Kantar poll showed that 5 percent agree.",
        [
            ("poll", "poll", "authored-noun", "paper"),
            ("Kantar", "poll", "author", "paper"),
            ("poll", "showed", "subject", "show"),
            ("Kantar", "showed", "subject-author", "show"),
        ],
    ),
    # What a noun is about is not who wrote it.
    ("Campaign finance forecasts are late.", [("forecasts", "forecasts", "noun", "guess")]),
    ("Prices fell by 5 percent on lower demand, say analysts.", [("analysts", "say", "subject", "say")]),
    ("Forecasts of earnings are late.", [("Forecasts", "Forecasts", "noun", "guess")]),
    (
        "Prices rose 5 percent, according to the police statement.",
        [
            ("statement", "according", "according-to", "say"),
            ("police", "according", "according-author", "say"),
            ("statement", "statement", "authored-noun", "words"),
            ("police", "statement", "author", "words"),
        ],
    ),
    # Whom somebody tells it does not speak.
    ("Prices rose 5 percent, Maria Lind, president of Lindt Oil, told CNN.", [("Lind", "told", "subject", "say")]),
    # A name that the tagger takes for a verb.
    (
        "It has a 67% chance, according to election prediction market platform PredictIt.",
        [("PredictIt", "according", "according-to", "say")],
    ),
    ("The bank, a lender, said prices rose.", [("bank", "said", "subject", "say")]),
    # A verb that the parser takes for a plural.
    (
        "He took $5 million, a coat and dinners, the filing claims.",
        [("filing", "claims", "subject", "say")],
    ),
    ("The shop sold it for $5 per share.", []),
    ("It pays $5 (£4) per person.", []),
    ("Lithuania paid 5 million euros.", []),
]


@pytest.mark.parametrize(("text", "expected"), SPEAKERS)
def test_speakers(nlp: Language, text: str, expected: list[tuple[str, str, str, str]]) -> None:
    found = [(each.head.text, each.word.text, each.construction, each.kind) for each in speakers(nlp(text))]
    assert found == expected


# The text, whose last quantity is asked about, and of each candidate its rule and the feature that decides it.
CANDIDATES = [
    (
        "Norway said it paid 5 million euros.",
        {"Norway": ("speaker-subject", "reach=ccomp"), None: ("own-voice", "none&reached=True")},
    ),
    (
        "Prices rose by 5 percent, according to Maria Lind.",
        {"Maria Lind": ("speaker-according-to", "reach=adverbial"), None: ("own-voice", "none&reached=True")},
    ),
    (
        "“We are late,” said Maria Lind. “It will cost $5 million.”",
        {"Maria Lind": ("speaker-near-subject", "before1&touches"), None: ("own-voice", "none&reached=False")},
    ),
    (
        "“It will cost $5 million. We are late,” said Maria Lind.",
        {"Maria Lind": ("speaker-near-subject", "along&touches"), None: ("own-voice", "none&quoted=sentence")},
    ),
    # A word between marks of which nothing of the sentence hangs.
    (
        "If the law holds, Maria Lind argues, $5 million would be lost.",
        {"Maria Lind": ("speaker-subject", "reach=put-in"), None: ("own-voice", "none&reached=True")},
    ),
    # The determiner of the noun hangs on a verb that the parser takes for a plural.
    (
        "He took $5 million, a coat and dinners, the filing claims.",
        {"filing": ("speaker-subject", "reach=tail"), None: ("own-voice", "none&reached=True")},
    ),
    (
        "Maria Lind, who owes $5 million, said prices rose.",
        {"Maria Lind": ("speaker-subject", "inside"), None: ("own-voice", "none&reached=True")},
    ),
    (
        "Maria Lind said she was late for a sale that made $5 million.",
        {"Maria Lind": ("speaker-subject", "between=relcl"), None: ("own-voice", "none&reached=True")},
    ),
    ("Norway called it a “$5 million scandal”.", {None: ("own-voice", "none&quoted=words")}),
    (
        "Analysts said prices rose. They said it cost $5 million.",
        {"Analysts": ("speaker-subject", "before=many&resolved=thing"), None: ("own-voice", "none&again=many")},
    ),
    # Who spoke before speaks on, whatever else the pronoun could mean.
    (
        "Statistics Norway said prices rose. Turnover in the last quarter was $5 million, it said.",
        {
            "Statistics Norway": ("speaker-subject", "before=thing&resolved=organisation"),
            None: ("own-voice", "none&spoken=before1"),
        },
    ),
    (
        "Maria Lind said prices rose. The report said wages rose 5 percent.",
        {
            "report": ("speaker-noun", "kind=say&type=paper"),
            "Maria Lind": ("speaker-again-noun", "before=noun&resolved=thing"),
            None: ("own-voice", "none&again=noun"),
        },
    ),
    # Outside a quotation nobody who speaks later is asked.
    ("It will cost $5 million. We are late, said Maria Lind.", {None: ("own-voice", "none&reached=False")}),
    (
        "Statistics Norway said prices rose. The think tank said wages rose 5 percent.",
        {
            "think tank": ("speaker-subject", "told-again"),
            "Statistics Norway": ("speaker-again-subject", "again=noun&type=organisation"),
            None: ("own-voice", "none&again=noun"),
        },
    ),
]


@pytest.mark.parametrize(("text", "expected"), CANDIDATES)
def test_candidates(nlp: Language, text: str, expected: dict[str | None, tuple[str, str]]) -> None:
    reading = next(read(nlp, [outline(prepare(Source("hand", text)))]))
    scene = scene_of(reading)
    *_, (parsed, mention) = quantities_of(reading)
    frame = frame_of(parsed, mention)
    assert frame is not None
    found = source_candidates(reading, frame, scene.speech)
    features = {candidate.value: candidate.features for candidate in found}
    assert {each.value: each.rule for each in found} == {value: rule for value, (rule, _) in expected.items()}
    assert {value for value, (_, feature) in expected.items() if feature not in features[value]} == set()


# The text, and what of its neighbours counts for Maria Lind.
SPOKE_BEFORE = [
    ("Maria Lind said wages rose. She said it cost $5 million.", set()),
    ("Maria Lind said wages rose. He said it cost $5 million.", {"before1"}),
    ("“Wages rose,” Maria Lind said. “It cost $5 million,” Maria Lind said.", {"before1"}),  # a quotation is touched on both sides
]


@pytest.mark.parametrize(("text", "expected"), SPOKE_BEFORE)
def test_who_speaks_has_not_spoken_before(nlp: Language, text: str, expected: set[str]) -> None:
    reading = next(read(nlp, [outline(prepare(Source("hand", text)))]))
    ((parsed, mention),) = quantities_of(reading)
    frame = frame_of(parsed, mention)
    assert frame is not None
    found = source_candidates(reading, frame, scene_of(reading).speech)
    (features,) = (candidate.features for candidate in found if candidate.value == "Maria Lind")
    near = {feature.partition("&")[0] for feature in features}
    assert near & {"before1", "before2", "along", "after1", "after2"} == expected


FILLER = "Nobody was there. " * 3

READ = [
    # The sentence before a quantity is read only if that of the quantity may mean somebody of it.
    (FILLER + "Norway paid $5. " + FILLER, [3]),
    (FILLER + "Norway paid its farmers $5. " + FILLER, [2, 3]),
    (FILLER + "“The farmers” paid $5. " + FILLER, [2, 3]),
    (FILLER + "Theodor paid $5 in the summer of Italy. " + FILLER, [3]),
    # The sentence behind a quantity is read only if the quantity is quoted ...
    ("It costs $5. " + FILLER, [0]),
    (FILLER + "It costs $5. " + FILLER, [2, 3]),
    (FILLER + "“It costs $5. " + "It rains. " * 2 + "We pay,” he said. " + FILLER, [2, 3, 4, 5, 6]),
    # ... and of a long quotation what is near and what stands at its ends.
    (FILLER + "“It costs $5. " + "It rains. " * 9 + "We pay,” he said.", [2, 3, 4, 5, 6, 13]),
    (FILLER * 2 + "“It rains. " + "It is late. " * 9 + "It costs $5,” he said.", [5, 6, 13, 14, 15, 16]),
]


@pytest.mark.parametrize(("text", "expected"), READ)
def test_sentences_that_are_read(text: str, expected: list[int]) -> None:
    assert len(find_quantities(text).money) == 1
    assert [sentence.index for sentence in outline(prepare(Source("hand", text))).to_read()] == expected
