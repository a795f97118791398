"""What could not be read: the record that stands in the list of failures."""

import re
from dataclasses import dataclass

from extract.errors import NewsfactsError


@dataclass(frozen=True, slots=True)
class Place:
    """Where a record was read.

    Args:
        file: the file as it was found, or `stdin`.
        record: `line 3`, `record 2`; empty if the whole file is one record.
    """

    file: str
    record: str = ""

    def __str__(self) -> str:
        return f"{self.file}, {self.record}" if self.record else self.file

    @classmethod
    def of(cls, text: str) -> "Place":
        """The place that `str` wrote, as `Source.place` holds it.

        >>> Place.of("news, old.jsonl, line 3")
        Place(file='news, old.jsonl', record='line 3')
        """
        match = re.fullmatch(r"(.*), ((?:line|record) \d+)", text, re.DOTALL)
        return cls(match[1], match[2]) if match else cls(text)


@dataclass(frozen=True, slots=True)
class Failure:
    """A record that gave no article, or an article that gave no rows because something went wrong.

    Args:
        file: the file that holds it.
        place: line or record in the file; empty if it is the whole file.
        id: its `doc_id`, if that is known.
        reason: what is wrong and how to mend it, in one line.
    """

    file: str
    place: str
    id: str | None
    reason: str

    @classmethod
    def at(cls, place: Place, error: Exception, *, id: str | None = None) -> "Failure":
        """The failure that an error at a place amounts to."""
        if isinstance(error, NewsfactsError):
            reason = f"{error.what}; {error.mend}" if error.mend else error.what
        else:
            reason = f"{type(error).__name__}: {error}; a fault of the program: please report it with the article"
        return cls(place.file, place.record, id, reason)

    def __str__(self) -> str:
        return f"{Place(self.file, self.place)}: {self.reason}"
