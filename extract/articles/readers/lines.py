"""Lines of a stream, in constant memory however long the stream or a line is."""

from collections.abc import Iterator

from extract.articles.readers.encoding import as_utf_8
from extract.articles.readers.input import DAMAGE, LIMIT, Input, damaged
from extract.errors import SourceError


def numbered_lines(given: Input) -> Iterator[tuple[int, bytes | SourceError]]:
    """Lines with their breaks, numbered from 1; an error in the place of one that is too long, and where the data is damaged."""
    stream = as_utf_8(given.stream)
    number = 0
    while True:
        number += 1
        try:
            line = stream.readline(LIMIT)
            if len(line) == LIMIT and not line.endswith(b"\n"):
                while line and not line.endswith(b"\n"):
                    line = stream.readline(LIMIT)
                yield number, SourceError(f"more than {LIMIT:,} bytes in one line", mend="no article is so long; split it")
                continue
        except DAMAGE as error:
            yield number, damaged(error)
            return
        if not line:
            return
        yield number, line
