"""The corpus format: `articles/ID.txt`, the text as given, beside `gold/ID.tsv`, one line a row.

A table opens with comments, of which `# published: 2025-03-02`, `# title: …` and `# url: …` are read; the first other line names
the columns. `|` parts the accepted answers of a cell, the best first; an empty answer is null. Columns that no row fills may be
left out.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from extract.errors import CorpusError
from extract.evaluation.annotations import NOTHING, VALUE_SLOTS, Accepted, GoldArticle, GoldRow
from extract.spans import Span

COLUMNS = ("quote", "start", "end", "kind", "equivalent_quote", "equivalent_start", "equivalent_end", "optional", *VALUE_SLOTS)
NEEDED = ("quote", "start", "end", "kind", "amount")
HEADER = re.compile(r"#\s*(published|title|url):\s*(.*\S)")
YES = "yes"


@dataclass(frozen=True)
class GoldLine:
    """One row of a table as it is written: its line number and its cells by column."""

    number: int
    cells: Mapping[str, str]


@dataclass(frozen=True)
class GoldTable:
    """A table as it is written.

    Args:
        top: every line above the rows, the one with the columns last.
        headers: what the comments at the top tell of the article.
    """

    path: Path
    top: tuple[str, ...]
    headers: Mapping[str, str]
    columns: tuple[str, ...]
    lines: tuple[GoldLine, ...]

    def place(self, line: GoldLine) -> str:
        """File and line, for messages."""
        return f"{self.path}, line {line.number}"


def corpus_files(folder: Path) -> tuple[tuple[Path, Path], ...]:
    """Text and table of every article of a corpus, by name.

    Raises:
        CorpusError: a text without table or a table without text.
    """
    texts = {path.stem: path for path in sorted((folder / "articles").glob("*.txt"))}
    tables = {path.stem: path for path in sorted((folder / "gold").glob("*.tsv"))}
    for name in sorted(texts.keys() ^ tables.keys()):
        lone = texts.get(name) or tables[name]
        other = folder / "gold" / f"{name}.tsv" if name in texts else folder / "articles" / f"{name}.txt"
        raise CorpusError("half an article", where=str(lone), mend=f"add {other}, or remove this file")
    return tuple((texts[name], tables[name]) for name in texts)


def read_corpus(folder: Path) -> tuple[GoldArticle, ...]:
    """Reads all articles of a corpus folder.

    Raises:
        CorpusError: a table is not well formed, or has offsets that are missing or no numbers.
    """
    return tuple(_article(text, read_table(table)) for text, table in corpus_files(folder))


def read_text(path: Path) -> str:
    """The text as given: line breaks are kept as they are, for offsets count them."""
    return path.read_bytes().decode("utf-8")


def read_table(path: Path) -> GoldTable:
    """Reads one table as it is written.

    Raises:
        CorpusError: no columns, unknown or missing columns, or a row with more or fewer cells.
    """
    top: list[str] = []
    headers: dict[str, str] = {}
    columns: tuple[str, ...] = ()
    lines: list[GoldLine] = []
    for number, line in enumerate(read_text(path).splitlines(), 1):
        if columns:
            lines.append(GoldLine(number, _cells(line, columns, f"{path}, line {number}")))
            continue
        top.append(line)
        if match := HEADER.match(line):
            headers[match[1]] = match[2]
        elif line and not line.startswith("#"):
            columns = _columns(line, f"{path}, line {number}")
    if not columns:
        raise CorpusError("a table without columns", where=str(path), mend=f"name the columns, at least {', '.join(NEEDED)}")
    return GoldTable(path, tuple(top), headers, columns, tuple(lines))


def _columns(line: str, place: str) -> tuple[str, ...]:
    columns = tuple(line.split("\t"))
    unknown = [column for column in columns if column not in COLUMNS]
    missing = [column for column in NEEDED if column not in columns]
    if unknown or missing:
        raise CorpusError(
            f"unknown columns {unknown}, missing columns {missing}", where=place, mend=f"use tabs between {', '.join(COLUMNS)}"
        )
    return columns


def _cells(line: str, columns: tuple[str, ...], place: str) -> dict[str, str]:
    cells = line.split("\t")
    if len(cells) != len(columns):
        raise CorpusError(
            f"{len(cells)} cells where the table has {len(columns)} columns",
            where=place,
            mend="part the cells by one tab each, also the empty ones",
        )
    return dict(zip(columns, cells, strict=True))


def _article(path: Path, table: GoldTable) -> GoldArticle:
    return GoldArticle(
        id=path.stem,
        text=read_text(path),
        rows=tuple(_row(line.cells, table.place(line)) for line in table.lines),
        published=table.headers.get("published"),
        title=table.headers.get("title"),
        url=table.headers.get("url"),
        place=str(table.path),
    )


def _row(cells: Mapping[str, str], place: str) -> GoldRow:
    second = cells.get("equivalent_quote", "")
    return GoldRow(
        span=_span(cells, "start", "end", place),
        quote=cells["quote"],
        kind=cells["kind"],
        values={slot: accepted for slot in VALUE_SLOTS if (accepted := _accepted(cells.get(slot, ""))) != NOTHING},
        equivalent_span=_span(cells, "equivalent_start", "equivalent_end", place) if second else None,
        equivalent_quote=second,
        optional=cells.get("optional") == YES,
        place=place,
    )


def _span(cells: Mapping[str, str], start: str, end: str, place: str) -> Span:
    written = cells.get(start, ""), cells.get(end, "")
    if not all(offset.isascii() and offset.isdigit() for offset in written):
        raise CorpusError(
            f"{start} and {end} are {written[0]!r} and {written[1]!r}",
            where=place,
            mend="let them be filled in from the quotes: `newsfacts place CORPUS`",
        )
    return Span(int(written[0]), int(written[1]))


def _accepted(cell: str) -> Accepted:
    return tuple(answer.strip() or None for answer in cell.split("|"))
