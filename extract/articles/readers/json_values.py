"""JSON: a record, a list of records, records one after the other, or an object that holds a list of them."""

import codecs
import io
import json
import re
from collections.abc import Iterator, Mapping
from itertools import chain, islice

from extract.articles.article import Source
from extract.articles.readers.encoding import as_utf_8
from extract.articles.readers.failure import Failure, Place
from extract.articles.readers.input import DAMAGE, LIMIT, Input, damaged
from extract.articles.readers.records import has_text
from extract.errors import SourceError

LISTS = ("articles", "items", "results", "documents", "docs", "data")  # under which an object may hold its records
CHUNK = 1 << 18  # bytes
BETWEEN = re.compile(r"[\s,]*")


def read_json(given: Input) -> Iterator[Source | Failure]:
    """One article for each record; of a list, one record at a time is held in memory."""
    stream = as_utf_8(given.stream)
    listed = stream.peek(64)[:64].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"[")
    values = _values(stream)
    head = list(islice(values, 2))
    if not listed and not head:
        raise SourceError("the file is empty", mend="fetch it again, or take it out")
    if not listed and len(head) == 1 and isinstance(head[0], Mapping):
        yield from _alone(given, head[0])
        return
    for number, value in enumerate(chain(head, values), 1):
        place = Place(given.file, f"record {number}")
        yield (
            Failure.at(place, value, id=f"{given.id}#{number}")
            if isinstance(value, SourceError)
            else given.record(value, number, place)
        )


def _alone(given: Input, record: Mapping[str, object]) -> Iterator[Source | Failure]:
    """The articles of a file that is one object: itself, or the list that it holds."""
    if not has_text(given.fields, record):
        for name in LISTS:
            records = record.get(name)
            if isinstance(records, list):
                for number, each in enumerate(records, 1):
                    yield given.record(each, number, Place(given.file, f"record {number}"))
                return
    yield given.source(record, Place(given.file), given.only_id)


def _values(stream: io.BufferedReader) -> Iterator[object]:
    """The values of a stream or of the list that it is, one after the other; an error as the last where it is broken."""
    parse = json.JSONDecoder().raw_decode
    chunks = _chunks(stream)
    held, position, wanted = "", 0, 1
    opened = False
    try:
        while True:
            position = BETWEEN.match(held, position).end()  # type: ignore[union-attr]  # it matches anywhere
            if not opened and held[position : position + 1] == "[":
                opened, position = True, position + 1
                continue
            if opened and held[position : position + 1] == "]":
                return
            try:
                value, position = parse(held, position)
            except json.JSONDecodeError as error:
                more = "".join(islice(chunks, wanted))
                if not more or len(held) > LIMIT:
                    if held[position:].strip():
                        yield SourceError(f"broken JSON: {error.msg}", mend="mend or fetch the file; the records before are read")
                    return
                held, position, wanted = held[position:] + more, 0, 2 * wanted
            else:
                opened, wanted = True, 1
                yield value
    except RecursionError:
        yield SourceError("JSON nested beyond all measure", mend="take the record out")
    except SourceError as error:
        yield error


def _chunks(stream: io.BufferedReader) -> Iterator[str]:
    """The stream's text, piece by piece.

    Raises:
        SourceError: it is damaged, or neither UTF-8 nor marked as UTF-16 or UTF-32.
    """
    decoder = codecs.getincrementaldecoder("utf-8-sig")()
    while True:
        try:
            data = stream.read(CHUNK)
            text = decoder.decode(data, final=not data)
        except UnicodeDecodeError as error:
            raise SourceError("the JSON is not in UTF-8", mend="save it as UTF-8") from error
        except DAMAGE as error:
            raise damaged(error) from error
        if not data:
            return
        yield text
