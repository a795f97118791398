"""Predicted rows for scoring: mappings with the fact table's columns enter, checked rows by article leave."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from extract.errors import NewsfactsError
from extract.evaluation.annotations import GoldArticle
from extract.spans import Span

Row = Mapping[str, object]
RowsByDoc = Mapping[str, Sequence[Row]]

RELATED = "related"


class PredictionError(NewsfactsError):
    """A predicted row that does not say where it stands, or not truly."""


def read_rows(path: Path) -> tuple[Row, ...]:
    """Reads rows from JSON lines.

    Raises:
        PredictionError: a line that is not a JSON object.
    """
    rows = []
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                row = json.loads(line)
            except ValueError:
                row = None
            if not isinstance(row, dict):
                raise PredictionError(
                    "not a row",
                    where=f"{path}, line {number}",
                    mend="one JSON object a line, as `newsfacts extract -o ROWS.jsonl` writes",
                )
            rows.append(row)
    return tuple(rows)


def by_doc(rows: Iterable[Row]) -> RowsByDoc:
    """Rows by `doc_id`, without those of related stories, which are never scored."""
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        if row.get("section") != RELATED:
            found[str(row.get("doc_id"))].append(row)
    return dict(found)


def check_rows(gold: Iterable[GoldArticle], rows: RowsByDoc) -> tuple[str, ...]:
    """Checks that each row of a gold article stands where it says.

    Returns:
        The `doc_id`s that gold does not have; their rows are not scored.

    Raises:
        PredictionError: a row without whole offsets, or whose `quantity_text` is not the text at its offsets.
    """
    texts = {article.id: article.text for article in gold}
    for doc_id in rows.keys() & texts.keys():
        for row in rows[doc_id]:
            there = span_of(row).of(texts[doc_id])
            quote = row.get("quantity_text", there)
            if quote != there:
                raise PredictionError(
                    f"quantity_text {quote!r}, but the text there is {there!r}",
                    where=f"{doc_id}, characters {row['start']}-{row['end']}",
                    mend="count offsets in code points of the text as given; were the rows made from this text?",
                )
    return tuple(sorted(rows.keys() - texts.keys()))


def span_of(row: Row) -> Span:
    """Where a predicted row stands.

    Raises:
        PredictionError: `start` or `end` is missing or no whole number.
    """
    start, end = row.get("start"), row.get("end")
    if not isinstance(start, int) or not isinstance(end, int):
        raise PredictionError(
            f"start and end are {start!r} and {end!r}", where=f"a row of {row.get('doc_id')}", mend="whole numbers, end exclusive"
        )
    return Span(start, end)


def equivalent_span_of(row: Row) -> Span | None:
    """Where the equivalent of a predicted row stands; None if it has none."""
    start, end = row.get("equivalent_start"), row.get("equivalent_end")
    return Span(start, end) if isinstance(start, int) and isinstance(end, int) else None
