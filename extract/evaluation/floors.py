"""Floors: F1 that the scores of the corpus must reach. They are pinned to the corpus by its hash, and only rise."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from extract.errors import NewsfactsError
from extract.evaluation.gold_tsv import corpus_files
from extract.evaluation.scoring import Scores

PLACES = 1000  # floors are cut, not rounded, to three decimals


class FloorError(NewsfactsError):
    """Scores below a floor, floors of another corpus, or floors that would sink."""


@dataclass(frozen=True)
class Floors:
    """What `floors.json` holds.

    Args:
        corpus_sha256: of the corpus that was scored.
        f1: the floor of each measure.
    """

    corpus_sha256: str
    articles: int
    rows: int
    f1: Mapping[str, float]


def hold_floors(scores: Scores, *, corpus: Path, floors: Path, update: bool = False, allow_regression: bool = False) -> str:
    """Holds scores against the floors, or sets the floors to the scores.

    Args:
        corpus: folder with `articles/` and `gold/`, the one that was scored.
        floors: the file that keeps the floors.
        update: raise the floors to the scores and pin the corpus, instead of comparing.
        allow_regression: let an update lower floors.

    Returns:
        One line that says how it went.

    Raises:
        FloorError: a score lies below its floor, the corpus is not the one that was pinned, or an update would lower a floor.
    """
    now = _floors_of(scores, corpus)
    before = _read(floors)
    if update:
        sunk = _below(now, before) if before else {}
        if sunk and not allow_regression:
            raise FloorError(
                f"floors would sink: {_list(sunk)}",
                where=str(floors),
                mend="mend what got worse, or update with --allow-regression and say why in the commit",
            )
        floors.write_text(json.dumps(asdict(now), indent=2) + "\n", encoding="utf-8")
        return f"floors set: {now.articles} articles, {now.rows} rows, {floors}"
    if before is None:
        raise FloorError("no floors to hold", where=str(floors), mend="set them with --update-floors")
    if before.corpus_sha256 != now.corpus_sha256:
        raise FloorError("the corpus is not the one of the floors", where=str(floors), mend="set them anew with --update-floors")
    if sunk := _below(now, before):
        raise FloorError(f"scores below their floors: {_list(sunk)}", where=str(floors), mend="mend what got worse")
    return f"floors hold: {now.articles} articles, {now.rows} rows"


def corpus_sha256(corpus: Path) -> str:
    """Hash of the names and bytes of all texts and tables."""
    digest = hashlib.sha256()
    for pair in corpus_files(corpus):
        for path in pair:
            content = path.read_bytes()
            digest.update(f"{path.name} {len(content)}\n".encode())
            digest.update(content)
    return digest.hexdigest()


def _floors_of(scores: Scores, corpus: Path) -> Floors:
    return Floors(
        corpus_sha256=corpus_sha256(corpus),
        articles=len(corpus_files(corpus)),
        rows=scores.tallies["quantity"].gold,
        f1={measure: int(tally.f1 * PLACES) / PLACES for measure, tally in scores.tallies.items()},
    )


def _read(path: Path) -> Floors | None:
    if not path.exists():
        return None
    try:
        return Floors(**json.loads(path.read_text(encoding="utf-8")))
    except (ValueError, TypeError) as error:
        raise FloorError(
            f"floors that cannot be read: {error}", where=str(path), mend="take the file of the last commit"
        ) from error


def _below(now: Floors, before: Floors) -> dict[str, tuple[float, float]]:
    """By measure, score and floor of those that sank; a measure without floor cannot sink."""
    return {measure: (f1, before.f1[measure]) for measure, f1 in now.f1.items() if f1 < before.f1.get(measure, 0.0)}


def _list(sunk: Mapping[str, tuple[float, float]]) -> str:
    return ", ".join(f"{measure} {f1:.3f} < {floor:.3f}" for measure, (f1, floor) in sunk.items())
