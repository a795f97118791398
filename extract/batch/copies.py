"""Copies: outcomes enter in the order of their sources; each leaves with the story of its article, or without rows."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from extract.articles.readers.failure import Failure
from extract.articles.stories import Stories
from extract.batch.outcome import Outcome


def with_stories(outcomes: Iterable[Outcome], stories: Stories, *, dedupe: bool = False) -> Iterator[Outcome]:
    """The outcomes with `story_id` in each row.

    Args:
        stories: those that were met before.
        dedupe: leave the rows of an article out whose story another article told before.
    """
    return (with_story(each, stories, dedupe=dedupe) for each in outcomes)


def with_story(outcome: Outcome, stories: Stories, *, dedupe: bool = False) -> Outcome:
    """One outcome as `with_stories` gives it."""
    if isinstance(outcome, Failure):
        return outcome
    story = stories.of(outcome.id, outcome.signature)
    if dedupe and story != outcome.id:
        return replace(outcome, rows=())
    return replace(outcome, rows=tuple({**row, "story_id": story} for row in outcome.rows))
