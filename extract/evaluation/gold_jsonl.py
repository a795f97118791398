"""Gold as JSON lines: one article a line, `{"id", "text", "published"?, "title"?, "url"?, "facts": [row, ...]}`.

In a row, a slot holds a value, a list of accepted values (the best first) or null.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from extract.errors import CorpusError
from extract.evaluation.annotations import NOTHING, VALUE_SLOTS, Accepted, GoldArticle, GoldRow
from extract.spans import Span


def read_jsonl(path: Path) -> tuple[GoldArticle, ...]:
    """Reads every line that is not blank.

    Raises:
        CorpusError: a line is not JSON, or lacks what an article or a row needs.
    """
    articles = []
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            place = f"{path}, line {number}"
            try:
                articles.append(_article(json.loads(line), place))
            except (ValueError, TypeError, AttributeError) as error:
                raise CorpusError(f"not an annotated article: {error}", where=place, mend="mend the JSON of this line") from error
            except KeyError as error:
                raise CorpusError(f"gold without {error}", where=place, mend=f"add {error} to the article or its rows") from error
    return tuple(articles)


def _article(record: Mapping[str, Any], place: str) -> GoldArticle:
    return GoldArticle(
        id=record["id"],
        text=record["text"],
        rows=tuple(_row(row, f"{place}, fact {number}") for number, row in enumerate(record["facts"], 1)),
        published=record.get("published"),
        title=record.get("title"),
        url=record.get("url"),
        place=place,
    )


def _row(row: Mapping[str, Any], place: str) -> GoldRow:
    second = row.get("equivalent_start")
    return GoldRow(
        span=Span(row["start"], row["end"]),
        quote=row["quantity_text"],
        kind=row["kind"],
        values={slot: accepted for slot in VALUE_SLOTS if (accepted := _accepted(row.get(slot))) != NOTHING},
        equivalent_span=None if second is None else Span(second, row["equivalent_end"]),
        equivalent_quote=row.get("equivalent_text") or "",
        optional=bool(row.get("optional")),
        place=place,
    )


def _accepted(cell: object) -> Accepted:
    values = cell if isinstance(cell, list) else [cell]
    return tuple(None if value in (None, "") else str(value) for value in values) or NOTHING
