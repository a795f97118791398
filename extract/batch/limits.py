"""Limits: what an article may take of a worker before the worker is ended."""

import signal
from dataclasses import dataclass

OUT_OF_MEMORY = 86  # exit status of a worker that met its limit of memory


@dataclass(frozen=True, slots=True)
class Limits:
    """What a worker may take.

    Args:
        seconds: for one article; a batch has as much, and a sixteenth of it more for each article.
        megabytes: of memory, the model and all; enforced where the system does (Linux).
        start: seconds for loading the model.
    """

    seconds: float = 60.0
    megabytes: int = 3_000
    start: float = 600.0

    def of(self, articles: int) -> float:
        """Seconds for so many articles together."""
        return self.seconds if articles == 1 else self.seconds * (1 + articles / 16)

    @property
    def too_slow(self) -> str:
        """Why an article was set aside that took too long."""
        return f"not read within {self.seconds:g} s, also alone; allow it more with --time-limit, or take it out"

    def reason_of(self, status: int | None) -> str:
        """Why an article was set aside with which a worker ended by itself.

        Args:
            status: exit status of the worker; negative for a signal.
        """
        if status == OUT_OF_MEMORY:
            return f"needs more than {self.megabytes:,} MB of memory; allow it more with --memory-limit, or take it out"
        if status == -signal.SIGKILL:
            return "its worker was killed, as systems do that run out of memory; give it a machine with more, or take it out"
        return f"ended its worker with status {status}; a fault of the program: please report it with the article"
