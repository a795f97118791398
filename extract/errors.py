"""Errors that a person reads: what went wrong, where, and how to mend it."""

from collections.abc import Callable
from functools import partial


class NewsfactsError(Exception):
    """Base of all errors that the program raises on purpose.

    Args:
        what: one line that says what is wrong.
        where: file, line, record or characters; empty if there is no place.
        mend: what to do about it.
    """

    def __init__(self, what: str, *, where: str = "", mend: str = "") -> None:
        self.what, self.where, self.mend = what, where, mend
        super().__init__(what, where, mend)

    def __reduce__(self) -> tuple[Callable[[], "NewsfactsError"], tuple[()]]:
        """How it is sent from one process to another."""
        return partial(type(self), self.what, where=self.where, mend=self.mend), ()

    def __str__(self) -> str:
        lines = [f"{type(self).__name__}: {self.what}"]
        if self.where:
            lines.append(f"  where: {self.where}")
        if self.mend:
            lines.append(f"  mend: {self.mend}")
        return "\n".join(lines)


class SourceError(NewsfactsError):
    """A file, stream or record that cannot be read as an article."""


class ModelError(NewsfactsError):
    """A spaCy pipeline that is missing or lacks a component."""


class TargetError(NewsfactsError):
    """A table that cannot be written where it was asked for."""


class CorpusError(NewsfactsError):
    """Gold that contradicts its text or its format."""


class WorkerError(NewsfactsError):
    """Processes that cannot be started or do not answer."""
