"""What an article says about itself besides its date: its labelled lines enter, author, outlet and place of writing leave."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from extract.articles.article import Line
from extract.articles.dateline import read_dateline
from extract.articles.days import find_days
from extract.articles.looks import CLOCK

NAME = r"[A-ZÀ-Þ][\w'’.-]*(?: (?:(?:de|da|di|van|von|der|den|bin|al|el|la|le) )?[A-ZÀ-Þ][\w'’.-]*){1,3}"
AUTHOR = re.compile(
    rf"^\W*(?:(?i:written|reported|story|words|posted|published) )?(?i:by):? "
    rf"(?P<names>{NAME}(?:(?:, (?:and )?| and | & ){NAME}){{0,4}})"
)
FIRST = 3  # lines of the body in which a dateline may stand


class Origin(NamedTuple):
    """Where an article comes from.

    Args:
        author: names of the byline, as written; None if there is none.
        outlet: agency or outlet that the dateline names.
        city: place of writing that the dateline names, as written.
    """

    author: str | None = None
    outlet: str | None = None
    city: str | None = None


def find_origin(text: str, lines: Sequence[Line]) -> Origin:
    """Author, outlet and city that the lines of an article tell.

    Args:
        text: the text as it was given.
        lines: its labelled lines.
    """
    body = [line for line in lines if line.label in ("body", "dateline")]
    start = body[0].span.start if body else len(text)
    bylines = [line for line in lines if line.label == "byline"]
    near = [line for line in bylines if line.span.start < start][::-1] + [line for line in bylines if line.span.start > start]
    author = next((found for line in near if (found := _author(line.span.of(text)))), None)
    for line in body[:FIRST]:
        dateline = read_dateline(line.span.of(text))
        if dateline:
            return Origin(author, dateline.outlet, dateline.city)
    return Origin(author)


def _author(quote: str) -> str | None:
    """The names of a byline without the date that follows them."""
    day, clock = next(find_days(quote), None), CLOCK.search(quote)
    end = min(day.span.start if day else len(quote), clock.start() if clock else len(quote))
    match = AUTHOR.match(quote[:end].rstrip())
    return match["names"] if match else None
