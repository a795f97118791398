"""Training of the line model: pages with their article's own text enter, the table of weights leaves.

    python -m extract.evaluation.train_lines PAGES.jsonl -o extract/data/line_weights.tsv
    python -m extract.evaluation.train_lines PAGES.jsonl --folds 8 -o bodies.jsonl

Each record holds `id`, `text` (a page, or a clean article with its headline) and `gold_body` (the article's own text below its
headline), and may hold `group` (pages of one group are never parted between training and testing; the id if absent) and `weight`
(1 if absent). With `--folds`, what leaves is the body of each page as a model trained without its group sees it.
"""

import argparse
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_array

from extract.articles.linemodel import LineModel, body_lines
from extract.articles.lines import find_lines
from extract.articles.looks import Look, look
from extract.spans import Span

WORD = re.compile(r"\w+")
GRAM = 4  # words in a row by which a line is found in the gold body
NEAR = 6  # lines to the next line of gold within which a line of fewer words can be of the body
SITES = 4  # groups of pages in which a feature must hold to have a weight: what one site does is no rule
RIDGE_LOOK, RIDGE_PLACE = 16.0, 40.0  # by cross-validation
ROUNDS = 200
INNER = 5  # parts of the pages, each judged by the lines' looks as the others teach it
MOST = 45  # words that a line may count for at most

HEADER = (
    "# Log odds that a feature of a line adds to its being the article's own; made by extract.evaluation.train_lines, not edited.\n"
    "stage\tfeature\tweight\n"
)


@dataclass(frozen=True)
class Page:
    """A page with its lines, which of them are the article's own, and how much each counts in training."""

    id: str
    group: str
    text: str
    spans: tuple[Span, ...]
    looks: tuple[Look, ...]
    own: tuple[bool, ...]
    weights: tuple[float, ...]


def read_pages(path: Path) -> Iterator[Page]:
    """Pages of a file of JSON lines."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            pieces = find_lines(record["text"])
            spans = tuple(piece.span for piece in pieces)
            quotes = [span.of(record["text"]) for span in spans]
            masses = [min(len(WORD.findall(quote)), MOST) + 1.5 for quote in quotes]
            scale = 60 * record.get("weight", 1) / (sum(masses) or 1)
            yield Page(
                id=record["id"],
                group=record.get("group", record["id"]),
                text=record["text"],
                spans=spans,
                looks=tuple(look(quote, apart=piece.apart) for quote, piece in zip(quotes, pieces, strict=True)),
                own=tuple(own_lines(quotes, record["gold_body"])),
                weights=tuple(scale * mass for mass in masses),
            )


def own_lines(quotes: Sequence[str], body: str) -> list[bool]:
    """Which lines of a page stand in the article's own text.

    A line of four words or more does if half of its runs of four words occur there; a shorter one if it is a line there and stands
    near a longer one that does.
    """
    gold = WORD.findall(body.lower())
    grams = {tuple(gold[i : i + GRAM]) for i in range(len(gold) - GRAM + 1)}
    short = {tuple(WORD.findall(line.lower())) for line in body.split("\n")}
    lines = [WORD.findall(quote.lower()) for quote in quotes]
    shares = [
        sum(tuple(words[i : i + GRAM]) in grams for i in range(len(words) - GRAM + 1)) / (len(words) - GRAM + 1)
        if len(words) >= GRAM
        else 0.0
        for words in lines
    ]
    sure = [share >= 0.7 and len(words) >= 2 * GRAM for share, words in zip(shares, lines, strict=True)]
    return [
        share >= 0.5 if len(words) >= GRAM else bool(words) and tuple(words) in short and any(sure[max(i - NEAR, 0) : i + NEAR + 1])
        for i, (share, words) in enumerate(zip(shares, lines, strict=True))
    ]


def fit(pages: Sequence[Page], rows: Sequence[tuple[str, ...]], *, ridge: float) -> dict[str, float]:
    """Weights of a logistic regression over features that hold or do not.

    Args:
        pages: those whose lines the rows are.
        rows: features of each line.
        ridge: how much large weights cost.
    """
    columns: dict[str, int] = {}
    held = [[columns.setdefault(name, len(columns)) for name in set(names)] for names in rows]
    places = np.fromiter(chain.from_iterable(held), np.int64)
    ends = np.concatenate([[0], np.cumsum([len(names) for names in held])])
    matrix = csr_array((np.ones(len(places)), places, ends), shape=(len(rows), len(columns)))
    kept = np.flatnonzero(_sites(matrix, pages) >= SITES)
    matrix = matrix[:, kept]
    across = matrix.T.tocsr()
    wanted = np.array([own for page in pages for own in page.own], np.float64)
    scale = np.array([weight for page in pages for weight in page.weights])

    def loss(weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        odds = matrix @ weights
        missed = scale * (1 / (1 + np.exp(-odds)) - wanted)
        cost = scale @ (np.logaddexp(0, odds) - wanted * odds) + ridge / 2 * weights @ weights
        return float(cost), across @ missed + ridge * weights

    found = minimize(loss, np.zeros(len(kept)), jac=True, method="L-BFGS-B", options={"maxiter": ROUNDS, "ftol": 1e-7}).x
    names = list(columns)
    return {names[column]: float(weight) for column, weight in zip(kept, found, strict=True)}


def _sites(matrix: csr_array, pages: Sequence[Page]) -> NDArray[np.float64]:
    """In how many groups of pages each feature holds."""
    numbers = {group: number for number, group in enumerate(sorted({page.group for page in pages}))}
    of_line = np.array([numbers[page.group] for page in pages for _ in page.spans])
    groups = csr_array((np.ones(len(of_line)), (of_line, np.arange(len(of_line)))), shape=(len(numbers), len(of_line)))
    return np.asarray(((groups @ matrix) > 0).sum(axis=0), np.float64).ravel()


def train(pages: Sequence[Page]) -> LineModel:
    """The line model that pages teach.

    The second judgement learns from pages as a first one sees them that was trained without them: on pages that it has learned, the
    first is surer than it will ever be again.
    """
    parts = _parts(pages, INNER)
    firsts = [LineModel(_alone([page for page in pages if parts[page.group] != part]), {}) for part in range(INNER)]
    rows = [names for page in pages for names in firsts[parts[page.group]].features(page.looks)]
    return LineModel(_alone(pages), fit(pages, rows, ridge=RIDGE_PLACE))


def _alone(pages: Sequence[Page]) -> dict[str, float]:
    """Weights of the first judgement, which sees each line by itself."""
    return fit(pages, [each.features for page in pages for each in page.looks], ridge=RIDGE_LOOK)


def _parts(pages: Sequence[Page], count: int) -> dict[str, int]:
    """In which of so many parts each group of pages is."""
    return {group: index % count for index, group in enumerate(sorted({page.group for page in pages}))}


def table(model: LineModel) -> str:
    """The model as the text of `line_weights.tsv`; weights that round to nothing are left out."""
    stages = (("look", model.look), ("place", model.place))
    rows = ((stage, name, f"{weight:.3f}") for stage, weights in stages for name, weight in sorted(weights.items()))
    return HEADER + "".join(f"{stage}\t{name}\t{weight}\n" for stage, name, weight in rows if float(weight))


def held_out(pages: Sequence[Page], *, folds: int) -> Iterator[tuple[Page, list[bool]]]:
    """Each page with the lines that a model keeps which was trained without the page's group."""
    groups = _parts(pages, folds)
    for fold in range(folds):
        model = train([page for page in pages if groups[page.group] != fold])
        for page in pages:
            if groups[page.group] == fold:
                yield page, body_lines(model.odds(page.looks), [len(each.words) for each in page.looks])


def bodies(kept: Iterable[tuple[Page, list[bool]]]) -> str:
    """JSON lines with `id` and `body` of each page."""
    rows = (
        (page.id, "\n".join(span.of(page.text) for span, keep in zip(page.spans, lines, strict=True) if keep))
        for page, lines in kept
    )
    return "".join(json.dumps({"id": name, "body": body}, ensure_ascii=False) + "\n" for name, body in rows)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(prog="python -m extract.evaluation.train_lines", description="Train the line model.")
    parser.add_argument("pages", type=Path, help="JSON lines with id, text and gold_body")
    parser.add_argument("-o", "--output", type=Path, required=True, help="the table of weights, or the bodies if --folds is given")
    parser.add_argument("--folds", type=int, help="cross-validate over so many parts instead")
    given = parser.parse_args(arguments)
    pages = list(read_pages(given.pages))
    result = bodies(held_out(pages, folds=given.folds)) if given.folds else table(train(pages))
    given.output.write_text(result, encoding="utf-8")


if __name__ == "__main__":
    main()
