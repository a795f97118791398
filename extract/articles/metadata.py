"""What an article says about itself besides its date: its labelled lines enter, author, outlet and place of writing leave."""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from extract.articles.article import Line
from extract.articles.days import find_days
from extract.articles.looks import CLOCK
from extract.lexicons import read_table

NAME = r"[A-ZÀ-Þ][\w'’.-]*(?: (?:(?:de|da|di|van|von|der|den|bin|al|el|la|le) )?[A-ZÀ-Þ][\w'’.-]*){1,3}"
AUTHOR = re.compile(
    rf"^\W*(?:(?i:written|reported|story|words|posted|published) )?(?i:by):? "
    rf"(?P<names>{NAME}(?:(?:, (?:and )?| and | & ){NAME}){{0,4}})"
)
# "MADRID, Spain (AP) —", "KYIV, March 3 (Reuters) -", "(Reuters) -", "AUSTIN (KXAN) —", "SYDNEY, April 21 -", "ERIE, Pa. —"
DATELINE = re.compile(
    r"^\s*(?P<city>[A-ZÀ-Þ][A-ZÀ-Þ'’.]+(?:[ /-][A-ZÀ-Þ][A-ZÀ-Þ'’.]+){0,3})?(?:, (?P<region>[A-Z][\w. ]{1,30}?))?"
    r"(?:, (?:\w+\.? \d{1,2}(?:, \d{4})?))?(?: ?\((?P<outlet>[A-Z][^()]{1,40})\))?(?:\s*[—–_]\s*|\s+--?\s*)(?=[\"“‘'A-Z0-9]|$)"
)
FIRST = 3  # lines of the body in which a dateline may stand


@cache
def _outlets() -> frozenset[str]:
    return frozenset(row["outlet"] for row in read_table("outlets"))


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
        match = DATELINE.match(line.span.of(text)[:160])
        if match and (match["city"] or match["outlet"]):
            if match["outlet"] is None and match["city"] in _outlets():
                return Origin(author, match["city"])
            return Origin(author, match["outlet"], match["city"])
    return Origin(author)


def _author(quote: str) -> str | None:
    """The names of a byline without the date that follows them."""
    day, clock = next(find_days(quote), None), CLOCK.search(quote)
    end = min(day.span.start if day else len(quote), clock.start() if clock else len(quote))
    match = AUTHOR.match(quote[:end].rstrip())
    return match["names"] if match else None
