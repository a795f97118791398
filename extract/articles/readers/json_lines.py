"""JSON lines: one record a line, read line by line in constant memory."""

import json
from collections.abc import Iterator

from extract.articles.article import Source
from extract.articles.readers.encoding import decode
from extract.articles.readers.failure import Failure, Place
from extract.articles.readers.input import Input
from extract.articles.readers.lines import numbered_lines
from extract.errors import SourceError


def read_json_lines(given: Input) -> Iterator[Source | Failure]:
    """One article for each line that is not blank; a line that cannot be read is a failure and the next is read."""
    records = 0
    for number, line in numbered_lines(given):
        place = Place(given.file, f"line {number}")
        if isinstance(line, SourceError):
            yield Failure.at(place, line)
            records += 1
            continue
        if not line.strip():
            continue
        records += 1
        try:
            record = _parsed(line)
        except SourceError as error:
            yield Failure.at(place, error, id=f"{given.id}#{records}")
        else:
            yield given.record(record, records, place)
    if not records:
        raise SourceError("the file is empty", mend="fetch it again, or take it out")


def _parsed(line: bytes) -> object:
    try:
        return json.loads(decode(line.rstrip()))
    except json.JSONDecodeError as error:
        raise SourceError(
            f"broken JSON at character {error.pos + 1}: {error.msg}",
            mend="write each record on one line, as a JSON writer does",
        ) from error
    except RecursionError as error:
        raise SourceError("JSON nested beyond all measure", mend="take the line out") from error
