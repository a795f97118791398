"""Labels: the lines of a text enter, each leaves with what it is.

Which lines are the article's own is learned (`linemodel`); what the others are, and which is the headline, is told by rules.
"""

import re
from collections.abc import Sequence

from extract.articles.article import Label, Line
from extract.articles.headline import find_headline
from extract.articles.linemodel import body_lines, line_model
from extract.articles.lines import Piece
from extract.articles.looks import AGO, BYLINE, CLOCK, DATE, DATELINE, Look, look

CERTAIN = {True: 4.0, False: -20.0}  # log odds of a part whose form alone tells what it is
TRUST = 9.0  # log odds that each line of a cleaned text is the article's own before it is looked at
BELOW_TITLE = 8  # lines below the headline in which a standfirst may stand
NEAR = 2  # lines of body from which a caption is at most away
TITLE, SUMMARY = 7, 35  # words that a headline has at least, and the sentence below it at most
PARAGRAPHS = 2  # paragraphs with a stop that stand above a teaser
TEASER = 4  # words that a teaser has at least
POINTER = re.compile(r"\s*(?:watch|video|listen|podcast|read|see|gallery|in pictures)\b[\w ]{0,12}:", re.IGNORECASE)
LINKED = 20  # words that such a link has at most
LISTED, LIST_SHARE = 5, 0.75  # teasers that a list has at least, and their share of its longer lines
UNTITLED = frozenset({"stop", "sentences", "byline", "dateline", "date", "last:", "last-quote", "quote-middle"})
NOISE = ("nav", "share", "account", "legal", "comments", "ad")


def label_lines(text: str, pieces: Sequence[Piece], *, title: str | None, cleaned: bool = False) -> tuple[Line, ...]:
    """Say what each line is.

    Args:
        text: the text as it was given.
        pieces: its lines that are not blank.
        title: the headline if the source gives it apart; a line that repeats it is the title too.
        cleaned: whether what surrounded the article has been taken off already.
    """
    quotes = [piece.span.of(text) for piece in pieces]
    looks = [look(quote, apart=piece.apart) for quote, piece in zip(quotes, pieces, strict=True)]
    odds = [
        chance if piece.own is None else CERTAIN[piece.own] for piece, chance in zip(pieces, line_model().odds(looks), strict=True)
    ]
    kept = body_lines([odd + TRUST * cleaned for odd in odds], [len(each.words) for each in looks])
    if not cleaned and _is_list(looks, kept):
        kept = [False] * len(kept)
    _drop_last_teaser(looks, kept)
    given = look(title).words if title else None
    headline = next((index for index, each in enumerate(looks) if given and each.words == given), None)
    if headline is None:
        headline = find_headline(quotes, looks, kept)
    labels = [
        _body(quotes[index], looks[index]) if kept[index] else _other(quotes, looks, kept, index, headline)
        for index in range(len(quotes))
    ]
    if headline is not None:
        labels[headline] = "title"
    return tuple(Line(piece.span, label) for piece, label in zip(pieces, labels, strict=True))


def _is_list(looks: Sequence[Look], kept: Sequence[bool]) -> bool:
    """Whether what was kept are teasers of a section front, a list of headlines or of search results, and no article."""
    long = [index for index, keep in enumerate(kept) if keep and len(looks[index].words) >= TITLE]
    teasers = sum(_is_teaser(looks, index) for index in long)
    if teasers >= LISTED:
        return teasers >= LIST_SHARE * len(long)
    if not 0 < teasers == len(long):
        return False
    listed = [index for index in range(len(looks)) if _is_teaser(looks, index)]
    summaries = sum(not _breaks_off(looks[index]) for index in listed)
    titles = sum(_breaks_off(looks[index]) for index in long)
    return summaries >= LISTED or (len(listed) >= LISTED and titles >= min(len(long), 2))


def _is_teaser(looks: Sequence[Look], index: int) -> bool:
    """Whether a line is a headline, or a summary: it breaks off, is glued to its headline, or is one sentence below one."""
    features = looks[index].features
    if _breaks_off(looks[index]):
        return True
    one = "stop" in features and "sentences" not in features and len(looks[index].words) <= SUMMARY
    return one and ("joint" in features or (index > 0 and _is_title(looks[index - 1])))


def _breaks_off(each: Look) -> bool:
    return "last…" in each.features or _is_title(each)


def _is_title(each: Look) -> bool:
    return TITLE - 2 <= len(each.words) <= LINKED and not UNTITLED & set(each.features)


def _drop_last_teaser(looks: Sequence[Look], kept: list[bool]) -> None:
    """Take the headline of another story and its summary, one sentence, off the end of the body: headings of other stories follow.

    A subhead with the last paragraph of the article below it is shorter, and the summary of a story is not.
    """
    last = max((index for index, keep in enumerate(kept) if keep), default=0)
    if last < PARAGRAPHS or last + 1 >= len(looks) or looks[last + 1].cues.get("related", 0) * 2 < len(looks[last + 1].words):
        return
    title, summary = looks[last - 1], looks[last]
    if (
        len(title.words) >= TITLE
        and {"stop", "sentences", "bullet"}.isdisjoint(title.features)
        and len(summary.words) <= SUMMARY
        and "stop" in summary.features
        and "sentences" not in summary.features
        and all("stop" in look.features for look in looks[last - 1 - PARAGRAPHS : last - 1])
    ):
        kept[last - 1 : last + 1] = [False, False]


def _body(quote: str, each: Look) -> Label:
    """`dateline` for a line that holds nothing else, as "LONDON (Reuters) —" does; `related` for a link to a film or story."""
    if POINTER.match(quote) and len(each.words) <= LINKED and "stop" not in each.features:
        return "related"
    return "dateline" if len(each.words) <= 6 and quote.rstrip()[-1] in "—–-" and DATELINE.match(f"{quote.rstrip()} A") else "body"


def _other(quotes: Sequence[str], looks: Sequence[Look], kept: Sequence[bool], index: int, headline: int | None) -> Label:
    """What a line outside the body is."""
    quote, each = quotes[index], looks[index]
    count = len(each.words)
    noise = sum(each.cues.get(kind, 0) for kind in NOISE)
    if BYLINE.match(quote) or (count <= 14 and "byline" in each.cues and (DATE.search(quote) or CLOCK.search(quote))):
        return "byline"
    if POINTER.match(quote):
        return "related"
    if _is_caption(looks, kept, index, headline):
        return "caption"
    if (
        headline is not None
        and headline < index <= headline + BELOW_TITLE
        and 7 <= count <= 60
        and not any(kept[headline:index])
        and noise * 4 < count
        and "media" not in each.cues
        and "has|" not in each.features
        and not (AGO.search(quote) or DATE.search(quote))
    ):
        return "standfirst"
    return "related" if count >= TEASER and noise * 3 < count else "clutter"


def _is_caption(looks: Sequence[Look], kept: Sequence[bool], index: int, headline: int | None) -> bool:
    """Whether a line tells what a picture of the article shows: a sentence with a credit in it or in the line below."""
    each = looks[index]
    below_headline = headline is not None and headline < index and not any(kept[headline:index])
    if len(each.words) < 8 or each.bullet or not (below_headline or any(kept[max(index - NEAR, 0) : index + NEAR + 4])):
        return False
    credit = looks[index + 1] if index + 1 < len(looks) and not kept[index + 1] else None
    return "media" in each.cues or (
        credit is not None and len(credit.words) <= 8 and credit.cues.get("media", 0) * 3 >= len(credit.words) > 0
    )
