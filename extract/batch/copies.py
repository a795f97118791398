"""Copies: outcomes enter in the order of their sources; each leaves with the story of its article, or without rows."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from extract.articles.readers.failure import Failure
from extract.articles.stories import Stories
from extract.batch.run import Outcome


def with_stories(outcomes: Iterable[Outcome], stories: Stories, *, dedupe: bool = False) -> Iterator[Outcome]:
    """The outcomes with `story_id` in each row.

    Args:
        stories: those that were met before.
        dedupe: leave the rows of an article out whose story another article told before.
    """
    for each in outcomes:
        if isinstance(each, Failure):
            yield each
            continue
        story = stories.of(each.id, each.signature)
        if dedupe and story != each.id:
            yield replace(each, rows=())
        else:
            yield replace(each, rows=tuple({**row, "story_id": story} for row in each.rows))
