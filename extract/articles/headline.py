"""The headline of a page: the lines above the body enter, the index of the headline leaves."""

import re
from collections.abc import Sequence

from extract.articles.looks import AGO, BYLINE, CLOCK, DATE, LINK, Look, cue_words

SPAN = 80  # lines above the body that are looked at: share bars and galleries stand between
WORDS = 4  # a line of more words counts as distance, one of a share bar does not
LEAD = 12  # lines of the body whose words the headline shares
NAMED = 4  # letters that a word has that says what a story is about
STAMPED = 2  # lines between a headline and its byline or date
NOISE = ("nav", "share", "account", "legal", "ad", "comments", "bio")
LIST = re.compile(r"\s*[\w ]{3,20}:[^,]{1,40},[^,]{1,40}(?:,[^,]{1,40}){0,20}$")  # "Tags: schools, taxes, councils"
SENTENCE = re.compile(r"[.!]['\"”’]*$")


def _words(look: Look) -> frozenset[str]:
    return frozenset(word for word in look.words if len(word) >= NAMED) - cue_words("function")


def find_headline(quotes: Sequence[str], looks: Sequence[Look], kept: Sequence[bool]) -> int | None:
    """Which line is the headline: it shares its words with the body, stands shortly above it, and is neither name nor date.

    Args:
        quotes: the lines.
        looks: how each looks.
        kept: whether each is of the body.

    Returns:
        Index of the line; None if the text shows no headline.
    """
    body = [index for index, keep in enumerate(kept) if keep]
    if not body:
        return None
    first = body[0]
    about = frozenset().union(*(_words(looks[index]) for index in body[:LEAD]))
    places: dict[tuple[str, ...], int] = {}
    for look in looks[:first]:
        places[look.words] = places.get(look.words, 0) + 1
    stamped = [{"byline", "date"} & set(look.features) and len(look.words) <= 16 for look in looks[: first + 1]]
    best, at, between = 0.0, None, 0
    for index in range(first - 1, max(first - SPAN, 0) - 1, -1):
        between += len(looks[index].words) > WORDS
        score = _score(quotes[index].strip(), looks[index], about)
        if score is None:
            continue
        score += (1.0 if places[looks[index].words] > 1 else 0.0) - 0.06 * between
        score += (
            0.7 if any(stamped[index + 1 : index + 1 + STAMPED]) else 0.4 if any(stamped[max(index - STAMPED, 0) : index]) else 0.0
        )
        if score > best:
            best, at = score, index
    return at


def _score(quote: str, look: Look, about: frozenset[str]) -> float | None:
    """How much a line looks like the headline of a story about these words; None if it cannot be one."""
    count = len(look.words)
    if (
        not 3 <= count <= 35
        or look.bullet
        or BYLINE.match(quote)
        or LINK.search(quote)
        or AGO.search(quote)
        or quote[-1] in ":,…"
        or LIST.match(quote)
    ):
        return None
    if (DATE.search(quote) or CLOCK.search(quote)) and count < 8:
        return None
    if sum(look.cues.get(kind, 0) for kind in NOISE) * 3 > count:
        return None
    words = _words(look)
    shared = len(words & about) / max(len(words), 3)
    score = 4 * shared
    if count < 5:
        score -= 0.8
    if SENTENCE.search(quote):
        score -= 2.0  # a standfirst is a sentence, a headline hardly ever
    if "media" in look.cues and (count > 18 or look.cues["media"] * 5 >= count):
        score -= 1.5
    return score
