"""Placing: the offsets of a corpus table are filled in from its quotes, so that nobody counts them.

An author writes the quote and leaves `start` and `end` empty. Where the text holds the quote more than once, words around it tell
which is meant: `has provided [[910 million euros]]`; the table is rewritten with the bare quote. Offsets that no longer fit an
edited text move to the nearest place where the quote stands.
"""

from collections.abc import Mapping
from pathlib import Path

from extract.errors import CorpusError
from extract.evaluation.checking import nearest_place
from extract.evaluation.gold_tsv import GoldTable, corpus_files, read_table, read_text
from extract.rules import MARK

PLACED = (("quote", "start", "end"), ("equivalent_quote", "equivalent_start", "equivalent_end"))


def place_corpus(folder: Path) -> tuple[Path, ...]:
    """Fills in and mends the offsets of every table of a corpus, and sorts the rows by them.

    Returns:
        The tables that were rewritten.

    Raises:
        CorpusError: a quote that the text does not have, or has more than once with nothing to tell which.
    """
    rewritten = []
    for text_path, table_path in corpus_files(folder):
        table = read_table(table_path)
        text = read_text(text_path)
        rows = sorted((_placed(text, line.cells, table.place(line)) for line in table.lines), key=lambda cells: int(cells["start"]))
        written = _render(table, rows)
        if written != read_text(table_path):
            table_path.write_text(written, encoding="utf-8", newline="\n")
            rewritten.append(table_path)
    return tuple(rewritten)


def _placed(text: str, cells: Mapping[str, str], place: str) -> dict[str, str]:
    placed = dict(cells)
    for quote, start, end in PLACED:
        written = cells.get(quote, "")
        if not written:
            continue
        if cells.get(start, "").isdigit():
            bare = written
            at = nearest_place(text, bare, int(cells[start]))
        else:
            after = int(placed["end"]) if quote != "quote" else 0
            bare, at = _find(text, written, after, place)
        if at is None:
            raise CorpusError("the text does not have the quote", where=f"{place}, {written!r}", mend="write it as the text has it")
        placed |= {quote: bare, start: str(at), end: str(at + len(bare))}
    return placed


def _find(text: str, written: str, after: int, place: str) -> tuple[str, int | None]:
    """The bare quote, and where it stands: an equivalent at the first place behind its amount, any other at its only one."""
    match = MARK.search(written)
    bare = match[1] if match else written
    before = match.start() if match else 0
    context = MARK.sub(r"\1", written)
    first = text.find(context, after)
    if first < 0:
        return bare, None
    if not after and text.find(context, first + 1) >= 0:
        raise CorpusError(
            "the text has the quote more than once",
            where=f"{place}, {written!r}",
            mend="write words around it and [[double brackets]] about the quantity",
        )
    return bare, first + before


def _render(table: GoldTable, rows: list[dict[str, str]]) -> str:
    lines = ["\t".join(row[column] for column in table.columns) for row in rows]
    return "\n".join([*table.top, *lines]) + "\n"
