"""Training: annotated articles enter; the weights of the ranker leave, and how often they choose rightly on articles unseen.

Nothing but features and numbers is kept of the articles. `newsfacts train` writes `extract/data/weights.tsv` anew.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import mean

from extract.articles.article import Source
from extract.articles.prepare import prepare
from extract.evaluation.alignment import align
from extract.evaluation.annotations import GoldArticle, GoldRow
from extract.evaluation.calibration import Judged, judge
from extract.evaluation.fitting import Question, fit
from extract.evaluation.folding import fold_code, fold_name
from extract.evaluation.predictions import span_of
from extract.facts.dates.candidates import FactDate
from extract.facts.frame import frame_of
from extract.facts.linking import linked, quantities_of
from extract.facts.pipeline import Pipeline
from extract.facts.ranker import Weights, choose
from extract.facts.reading import Reading
from extract.facts.slots.candidates import SLOTS, scene_of, slot_candidates
from extract.mentions.quantity import Money

PENALTY = 4.0  # the best of 1 to 12 in cross-validation, within a point for all slots
FOLDS = 5
HEADER = "# Weights of the ranker, made by `newsfacts train`; see extract/facts/ranker.py.\nslot\tfeature\tweight\n"


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, and the article and the annotated row that it is asked of."""

    doc_id: str
    slot: str
    question: Question
    row: GoldRow


def readings(pipeline: Pipeline, gold: Sequence[GoldArticle]) -> tuple[Reading, ...]:
    """The annotated articles as linking sees them."""
    sources = (Source(each.id, each.text, each.published, each.title, each.url, each.place) for each in gold)
    return tuple(pipeline.readings(map(prepare, sources)))


def questions(gold: Sequence[GoldArticle], read: Sequence[Reading]) -> tuple[Asked, ...]:
    """The questions that gold answers: every ranked slot of every quantity that an annotated row covers."""
    return tuple(asked for article, reading in zip(gold, read, strict=True) for asked in _questions(article, reading))


def _questions(article: GoldArticle, reading: Reading) -> Iterator[Asked]:
    quantities = list(quantities_of(reading))
    if not quantities:
        return
    scene = scene_of(reading)
    frames = {mention.span.start: frame_of(parsed, mention) for parsed, mention in quantities}
    rows = [
        {"kind": "money" if isinstance(mention.value, Money) else "percent", "start": mention.span.start, "end": mention.span.end}
        for _, mention in quantities
    ]
    for pair in align(article.rows, rows):
        if pair.gold is None or pair.predicted is None or pair.gold.optional:
            continue
        frame = frames[span_of(pair.predicted).start]
        if frame is None:
            continue
        for slot, candidates in slot_candidates(scene, frame).items():
            accepted = tuple(is_accepted(pair.gold, slot, candidate.value) for candidate in candidates)
            yield Asked(article.id, slot, Question(tuple(candidates), accepted), pair.gold)


def is_accepted(row: GoldRow, slot: str, value: str | None) -> bool:
    """Whether gold accepts a candidate's value; a date must be right in value and basis."""
    if slot == "date":
        when = FactDate.of(value)
        return all(
            fold_code(given) in {fold_code(answer) for answer in row.accepted(name)}
            for name, given in (("date", when.date), ("date_basis", when.basis))
        )
    fold = fold_code if slot == "status" else fold_name
    return fold(value) in {fold(answer) for answer in row.accepted(slot)}


def train(asked: Iterable[Asked], *, beside: Iterable[Asked] = (), penalty: float = PENALTY) -> Weights:
    """Weights for each slot, from all questions of that slot; those beside count less."""
    own, others = _by_slot(asked), _by_slot(beside)
    return {slot: fit(own[slot], penalty=penalty, beside=others[slot]) for slot in SLOTS}


def _by_slot(asked: Iterable[Asked]) -> dict[str, list[Question]]:
    by_slot: dict[str, list[Question]] = {slot: [] for slot in SLOTS}
    for each in asked:
        by_slot[each.slot].append(each.question)
    return by_slot


def parts(doc_ids: Iterable[str], *, folds: int = FOLDS) -> dict[str, int]:
    """The part of each article in cross-validation."""
    return {doc_id: i % folds for i, doc_id in enumerate(sorted(set(doc_ids)))}


def fold_weights(
    asked: Sequence[Asked], part: Mapping[str, int], *, beside: Sequence[Asked] = (), penalty: float = PENALTY
) -> Mapping[int, Weights]:
    """For each part of the articles, weights fitted on all the others.

    Args:
        asked: questions of the articles.
        part: the part of each article.
        beside: questions of other articles, which take part in every fitting.
        penalty: how strongly weights are held to zero.
    """
    return {
        fold: train((each for each in asked if part[each.doc_id] != fold), beside=beside, penalty=penalty)
        for fold in sorted(set(part.values()))
    }


def judge_unseen(
    gold: Sequence[GoldArticle], read: Sequence[Reading], part: Mapping[str, int], folds: Mapping[int, Weights]
) -> tuple[Judged, ...]:
    """The rows of every article beside gold, filled with the weights that its part took no part in (`fold_weights`)."""
    judged: list[Judged] = []
    for article, reading in zip(gold, read, strict=True):
        judged += judge(article, tuple(linked(reading, weights=folds[part[article.id]])))
    return tuple(judged)


@dataclass(frozen=True, slots=True)
class Validation:
    """How a slot fares on articles that its weights were not fitted on.

    Args:
        slot: the slot.
        asked: how many questions.
        possible: share of them in which some candidate is right.
        right: share of them in which the chosen one is.
    """

    slot: str
    asked: int
    possible: float
    right: float


def cross_validate(asked: Sequence[Asked], part: Mapping[str, int], folds: Mapping[int, Weights]) -> tuple[Validation, ...]:
    """How often each question is answered rightly with the weights that its article's part took no part in (`fold_weights`)."""
    marks: dict[str, list[tuple[bool, bool]]] = {slot: [] for slot in SLOTS}
    for each in asked:
        marks[each.slot].append((any(each.question.accepted), _is_right(each, folds[part[each.doc_id]])))
    return tuple(Validation(slot, len(m), mean(a for a, _ in m), mean(b for _, b in m)) for slot, m in marks.items() if m)


def _is_right(asked: Asked, weights: Weights) -> bool:
    chosen = choose(asked.slot, asked.question.candidates, weights).candidate
    return next(right for each, right in zip(asked.question.candidates, asked.question.accepted, strict=True) if each is chosen)


def weights_table(weights: Mapping[str, Mapping[str, float]]) -> str:
    """The weights as `extract/data/weights.tsv` holds them, sorted by slot and feature."""
    rows = [f"{slot}\t{feature}\t{weight:g}\n" for slot in sorted(weights) for feature, weight in sorted(weights[slot].items())]
    return HEADER + "".join(rows)
