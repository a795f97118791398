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
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from extract.articles.linemodel import LineModel, body_lines
from extract.articles.lines import find_lines
from extract.articles.looks import Look, look
from extract.spans import Span

WORD = re.compile(r"\w+")
GRAM = 4  # words in a row by which a line is found in the gold body
NEAR = 6  # lines to the next line of gold within which a line of fewer words can be of the body
COMMON = 8  # lines in which a feature must hold to have a weight
RIDGE_LOOK, RIDGE_PLACE = 4.0, 20.0  # by cross-validation
ROUNDS = 25
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


def fit(rows: Sequence[tuple[str, ...]], own: Sequence[bool], weights: Sequence[float], *, ridge: float) -> dict[str, float]:
    """Weights of a logistic regression over features that hold or do not, by Newton's method.

    Args:
        rows: features of each line.
        own: whether it is the article's own.
        weights: how much it counts.
        ridge: how much large weights cost.
    """
    counts = Counter(name for names in rows for name in set(names))
    columns = {name: index for index, name in enumerate(sorted(name for name, count in counts.items() if count >= COMMON))}
    matrix = np.zeros((len(rows), len(columns)), np.float32)
    for index, names in enumerate(rows):
        matrix[index, [columns[name] for name in names if name in columns]] = 1
    wanted, scale = np.array(own, np.float64), np.array(weights)
    found: NDArray[np.float64] = np.zeros(len(columns))
    for _ in range(ROUNDS):
        chances = 1 / (1 + np.exp(-(matrix @ found)))
        slope = matrix.T @ (scale * (wanted - chances)) - ridge * found
        bend = (scale * np.maximum(chances * (1 - chances), 1e-6)).astype(np.float32)
        step = np.linalg.solve((matrix * bend[:, None]).T @ matrix + ridge * np.eye(len(columns)), slope)
        found = found + step
        if np.abs(step).max() < 0.01:
            break
    return {name: float(found[index]) for name, index in columns.items()}


def train(pages: Sequence[Page]) -> LineModel:
    """The line model that pages teach.

    The second judgement learns from pages as a first one sees them that was trained without them: on pages that it has learned, the
    first is surer than it will ever be again.
    """
    parts = _parts(pages, INNER)
    firsts = [LineModel(_alone([page for page in pages if parts[page.group] != part]), {}) for part in range(INNER)]
    rows = [names for page in pages for names in firsts[parts[page.group]].features(page.looks)]
    own = [each for page in pages for each in page.own]
    weights = [each for page in pages for each in page.weights]
    return LineModel(_alone(pages), fit(rows, own, weights, ridge=RIDGE_PLACE))


def _alone(pages: Sequence[Page]) -> dict[str, float]:
    """Weights of the first judgement, which sees each line by itself."""
    own = [each for page in pages for each in page.own]
    weights = [each for page in pages for each in page.weights]
    return fit([each.features for page in pages for each in page.looks], own, weights, ridge=RIDGE_LOOK)


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
