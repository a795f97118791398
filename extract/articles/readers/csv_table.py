"""CSV and TSV: one record a row under a header. A row that is broken is a failure, and reading goes on at the line below it."""

import csv
from collections import deque
from collections.abc import Iterator

from extract.articles.article import Source
from extract.articles.readers.encoding import decode
from extract.articles.readers.failure import Failure, Place
from extract.articles.readers.input import LIMIT, Input
from extract.articles.readers.lines import numbered_lines
from extract.articles.readers.records import has_text, no_text
from extract.errors import SourceError

DELIMITERS = ",;\t|"
LONGEST = 10_000  # lines of one row; a quote that is still open then was never closed

csv.field_size_limit(LIMIT)  # the standard limit is shorter than a long article; Python has one for the whole process

Line = tuple[int, str | SourceError]


def read_csv(given: Input) -> Iterator[Source | Failure]:
    """One article for each row; the header names the fields and shows the delimiter."""
    lines = _Lines(given)
    delimiter = lines.delimiter()
    rows = _rows(lines, delimiter)
    header = next(rows, (0, SourceError("the file is empty", mend="fetch it again, or take it out")))[1]
    if isinstance(header, SourceError):
        raise header
    if not has_text(given.fields, header):
        raise no_text(given.fields, header)
    for number, (line, cells) in enumerate(rows, 1):
        place = Place(given.file, f"line {line}")
        if isinstance(cells, SourceError):
            yield Failure.at(place, cells, id=f"{given.id}#{number}")
        elif len(cells) != len(header):
            what = f"{len(cells)} cells where the header has {len(header)}"
            error = SourceError(what, mend="put a cell that holds the delimiter or a line break in double quotes")
            yield Failure.at(place, error, id=f"{given.id}#{number}")
        else:
            yield given.record(dict(zip(header, cells, strict=True)), number, place)


class _Lines:
    """The lines of a file that are not blank, some of which may be given back to be read once more."""

    def __init__(self, given: Input) -> None:
        self._lines = numbered_lines(given)
        self._given_back: deque[Line] = deque()

    def take(self) -> Line | None:
        if self._given_back:
            return self._given_back.popleft()
        number, line = next(self._lines, (0, None))
        if line is None or isinstance(line, SourceError):
            return None if line is None else (number, line)
        try:
            return number, decode(line)
        except SourceError as error:
            return number, error

    def give_back(self, lines: list[Line]) -> None:
        self._given_back.extendleft(reversed(lines))

    def delimiter(self) -> str:
        """The one of the usual delimiters that stands most often in the first line."""
        first = self.take()
        if first is None or isinstance(first[1], SourceError):
            return DELIMITERS[0]
        self.give_back([first])
        return max(DELIMITERS, key=first[1].count)


def _rows(lines: _Lines, delimiter: str) -> Iterator[tuple[int, list[str] | SourceError]]:
    """The cells of each row, or what is wrong with it, with the number of the line that it begins in."""
    while (line := lines.take()) is not None:
        number, text = line
        if isinstance(text, SourceError):
            yield number, text
        elif text.strip():
            taken = _until_closed(lines, text)
            row = text + "".join(str(more) for _, more in taken)
            try:
                yield number, next(csv.reader([row], delimiter=delimiter, strict=True))
            except csv.Error as error:
                lines.give_back(taken)
                yield number, SourceError(f"broken quoting: {error}", mend='write a quote inside a quoted cell twice: ""')


def _until_closed(lines: _Lines, text: str) -> list[Line]:
    """The lines below the first that belong to its row: as long as a quoted cell is open."""
    taken: list[Line] = []
    is_open = text.count('"') % 2 == 1
    while is_open and len(taken) < LONGEST and (line := lines.take()) is not None:
        taken.append(line)
        if isinstance(line[1], SourceError):
            break
        is_open = is_open != (line[1].count('"') % 2 == 1)
    return taken
