"""Scoring from the command line: gold and a pipeline, or rows that were written before, enter; the table of scores leaves."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from extract.articles.article import Source
from extract.articles.readers.failure import Failure
from extract.articles.readers.published import published_date
from extract.batch.run import FactReader, extract
from extract.errors import ModelError
from extract.evaluation.annotations import GoldArticle
from extract.evaluation.floors import hold_floors
from extract.evaluation.gold import read_gold
from extract.evaluation.predictions import Row, by_doc, check_rows, read_rows
from extract.evaluation.reliability import reliability
from extract.evaluation.report import render, render_errors, render_reliability
from extract.evaluation.scoring import Scores
from extract.evaluation.scoring import score as score_rows
from extract.facts.pipeline import Pipeline

FLOORS = "floors.json"


def score(
    gold: Sequence[Path],
    reader: FactReader | None,
    predicted: Path | None,
    *,
    errors: int,
    slot: str | None,
    as_json: bool,
    update_floors: bool,
    allow_regression: bool,
) -> Iterator[str]:
    """Scores rows against gold.

    Args:
        gold: corpus folders and files of JSON lines.
        reader: reads the facts of the gold articles, if no rows are given.
        predicted: rows to score instead.
        errors: how many errors are shown.
        slot: whose errors are shown; None for all.

    Yields:
        What is to be printed; the scores before a floor is found to be missed.
    """
    articles = [article for path in gold for article in read_gold(path)]
    rows = by_doc(read_rows(predicted) if predicted else _extracted(articles, reader))
    for unknown in check_rows(articles, rows):
        click.echo(f"rows of an article that gold does not have: {unknown}", err=True)
    scores = score_rows(articles, rows)
    yield _as_json(scores) if as_json else render(scores)
    if not as_json and (reliable := reliability(articles, rows)):
        yield "\n" + render_reliability(reliable)
    if errors:
        yield render_errors(scores, limit=errors, slot=slot)
    (corpus,) = gold if len(gold) == 1 else (None,)
    if corpus and ((corpus / FLOORS).exists() or update_floors):
        yield hold_floors(scores, corpus=corpus, floors=corpus / FLOORS, update=update_floors, allow_regression=allow_regression)


def _extracted(articles: Sequence[GoldArticle], reader: FactReader | None) -> list[Row]:
    """Rows of the gold articles, in the order of gold; an article that fails is told and counts as missed."""
    if reader is None:
        raise ValueError("rows or a reader of facts are needed")
    sources = [
        Source(article.id, article.text, published_date(article.published), article.title, article.url, article.place)
        for article in articles
    ]
    rows: list[Row] = []
    for outcome in extract(sources, reader, any_language=True):
        if isinstance(outcome, Failure):
            click.echo(outcome, err=True)
        else:
            rows.extend(outcome.rows)
    return rows


def _as_json(scores: Scores) -> str:
    return json.dumps(
        {
            measure: {
                "precision": tally.precision,
                "recall": tally.recall,
                "f1": tally.f1,
                "right": tally.right,
                "predicted": tally.predicted,
                "gold": tally.gold,
            }
            for measure, tally in scores.tallies.items()
        },
        indent=1,
    )


def train(
    gold: Sequence[Path],
    pipeline: Pipeline,
    target: Path,
    *,
    beside: Sequence[Path],
    confidence: Path | None,
    validate: bool,
) -> Iterator[str]:
    """Fits the ranker's weights to gold and writes them.

    Args:
        gold: corpus folders and files of JSON lines.
        beside: the same of articles of another kind, whose rows count less and on which nothing is measured.
        pipeline: reads the gold articles; its own weights are not used.
        target: the table of weights, as `extract/data/weights.tsv`.
        confidence: the table of confidences to write, as `extract/data/confidence.tsv`.
        validate: whether to tell first how the slots, and the confidences, fare in cross-validation.

    Yields:
        What is to be printed.

    Raises:
        ModelError: scipy is not installed.
    """
    try:
        from extract.evaluation import calibration, training
    except ImportError as error:
        raise ModelError("training needs scipy", mend='run `pip install "newsfacts[train]"`') from error

    articles = [article for path in gold for article in read_gold(path)]
    read = training.readings(pipeline, articles)
    asked = training.questions(articles, read)
    others = [article for path in beside for article in read_gold(path)]
    taught = training.questions(others, training.readings(pipeline, others))
    part = training.parts(article.id for article in articles)
    folds = training.fold_weights(asked, part, beside=taught) if confidence or validate else {}
    judged = training.judge_unseen(articles, read, part, folds) if folds else ()
    if validate:
        yield f"{'slot':<12}{'asked':>7}{'possible':>10}{'right':>8}"
        for slot in training.cross_validate(asked, part, folds):
            yield f"{slot.slot:<12}{slot.asked:>7}{slot.possible:>10.3f}{slot.right:>8.3f}"
        yield "\n" + render_reliability(calibration.cross_validated_reliability(judged, part))
    weights = training.train(asked, beside=taught)
    target.write_text(training.weights_table(weights), encoding="utf-8")
    yield f"{sum(map(len, weights.values()))} weights of {len(weights)} slots in {target}"
    if confidence:
        curves = calibration.calibrate(judged)
        confidence.write_text(calibration.calibration_table(curves), encoding="utf-8")
        yield f"{sum(map(len, curves.values()))} curves of {len(curves)} slots in {confidence}"
