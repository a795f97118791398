"""A giant line: where the article begins and ends in it, and what its foreign parts are.

Some scrapes give a page as a single line: headlines of other stories without a stop between them, then the article, then offers,
teasers of other stories and notices of the site. Its sentences are judged one by one; the end of the article is where what
follows is foreign on the whole. Nothing is cut off without a sign that only a page shows (an offer, a notice, a summary that breaks
off), so that an article in one line stays whole.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, islice
from operator import itemgetter

from extract.articles.cues import begins_with_cue, cue_places, has_cue
from extract.articles.looks import NAME
from extract.spans import Span

GLUED = ((60, 0.22), (90, 0.1))  # words without a stop, and the share written large, from which they are headlines and no sentence
RUN = 150  # words that such runs have at least: a long sentence of many names is shorter
BETWEEN = 60  # words of sentences that may stand before and between them
LEAST = 60  # words that an article has at least before it can end
SHOUTED = 4  # letters written large by which a phrase is part of a box in capitals, which may stand anywhere
OPENING = 3  # sentences in which a dateline is the article's own
LOUD = 12, 0.7  # words from which a sentence written large is a run of headlines, and the share of such words
WORD = re.compile(r"\S+")
STOP = re.compile(
    r"[.!?][\"'”’)\]]*\s+(?=©|[\"'“‘(\[]*[A-Z0-9])|(?<=[a-z)])[.!?](?=[\"“]?[A-Z])|(?:\[(?:…|\.\.\.)\]|…)\s+(?=[A-Z])"
)
BROKEN_OFF = re.compile(r"\[(?:…|\.\.\.)\]")
RIGHTS = re.compile(r"(?:©|\([Cc]\)|\b[Cc]opyright) ?(?:(?:19|20)\d\d|[A-Z])")
AGENCY = re.compile(r"\([A-Z][A-Za-z ]{1,24}\) ?[-–—]{1,2} ?(?=[\"“]?[A-Z])")
CITY = re.compile(r"[A-Z][A-Z.'’/-]+(?: [A-Z][A-Z.'’/-]+){0,3}(?:, (?:[A-Z][a-z]+\.?){1,2})? $")
SIGN_OFF = re.compile(
    r"\((?:additional |with )?(?:reporting|writing|editing|compiled|edited|written|produced)\b[^()]{3,400}\)"
    r"|\b(?:this (?:article|story|post) (?:(?:(?:is|was) )?originally (?:published|posted)|first appeared)|originally appeared)"
    r" (?:at|on|by|in) ?[^.]{2,80}\.(?:(?:com|org|net)\b\)?\.?)?"
    r"|\bview (?:original content|source version)\b[^.]{0,30}:\s*https?:\S+",
    re.IGNORECASE,
)
PLAIN = -1.3  # log odds of a sentence without a sign to be foreign
SIGNS = {"notice": 4.0, "offer": 3.0, "promotion": 3.0, "disclosure": 2.5, "teaser": 2.5}  # what signs of a page add
ENDS = 3.0  # what a sign of rights, a summary that breaks off, a dateline below the opening and a run of headlines add
STRANGE = 0.7  # what a sentence adds whose names the article has not used
BESIDE = 1  # sentences on either side of an offer or notice that go with it, below the article
FOREIGN = 2.0  # log odds from which the rest of a line is foreign


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a giant line.

    Args:
        span: where it stands.
        own: whether it is the article's own; None if the line shows no seam.
        advert: whether its words offer something or are a notice of the site.
    """

    span: Span
    own: bool | None
    advert: bool = False


def parts(text: str, span: Span) -> list[Part]:
    """A giant line as headlines, article and what stands below it; as one part where it shows no seam."""
    begin = _opening(text, Span(_after_headlines(text, span), span.end))
    end, signed = _end(text, Span(begin, span.end))
    own = True if signed or begin > span.start else None
    found = [Part(Span(span.start, begin), own=False), Part(Span(begin, end), own), *_below(text, Span(end, span.end))]
    return [Part(part, each.own, each.advert) for each in found if (part := trimmed(text, each.span))]


def sentences(text: str, span: Span) -> Iterator[Span]:
    """The sentences of a line, cut cheaply; also where a stop is glued to the next one and where a summary breaks off."""
    start = span.start
    for stop in STOP.finditer(text, span.start, span.end):
        yield Span(start, stop.end())
        start = stop.end()
    if start < span.end:
        yield Span(start, span.end)


def trimmed(text: str, span: Span) -> Span | None:
    """The span without white space at its ends; None where it is blank."""
    quote = span.of(text)
    left = len(quote) - len(quote.lstrip())
    length = len(quote.strip())
    return Span(span.start + left, span.start + left + length) if length else None


def _after_headlines(text: str, span: Span) -> int:
    """Where a run of headlines at the beginning of a line ends; its start if there is none."""
    begin = span.start
    foreign = between = 0
    for sentence in sentences(text, span):
        words = sentence.of(text).split()
        large = sum(word[0].isupper() for word in words)
        if any(len(words) >= least and large >= share * len(words) for least, share in GLUED):
            foreign, between, begin = foreign + between + len(words), 0, sentence.end
        else:
            between += len(words)
            if between > BETWEEN:
                break
    return begin if foreign >= RUN and begin < span.end else span.start


def _opening(text: str, span: Span) -> int:
    """Where the article begins behind a notice without a stop: at its dateline."""
    first = next(sentences(text, span), span)
    notices = cue_places(text, first, "notice")
    agency = AGENCY.search(text, notices[-1][0], first.end) if notices else None
    if agency is None:
        return span.start
    city = CITY.search(text, notices[-1][0], agency.start())
    return city.start() if city else agency.start()


def _end(text: str, span: Span) -> tuple[int, bool]:
    """Where the article ends, behind its sign-off or where the rest of the line is foreign on the whole; and whether it signs off.

    A line that is foreign from its beginning is left to the judgement of lines.
    """
    least = next((word.end() for word in islice(WORD.finditer(text, *span), LEAST, None)), span.end)
    signed = SIGN_OFF.search(text, least, span.end)
    if signed:
        return signed.end(), True
    signs = _signs(text, span)
    if not signs:
        return span.end, False
    cut = list(sentences(text, span))
    best, total, at = FOREIGN, 0.0, span.end
    shown = False
    for sentence, (odd, sign) in zip(reversed(cut), reversed(_foreign(text, cut, signs)), strict=True):
        total += odd
        shown |= sign
        if shown and total > best:
            best, at = total, sentence.start
    return at if at >= least else span.end, False


def _is_loud(quote: str) -> bool:
    words = [word for word in quote.split() if len(word) > 3]
    return len(words) >= LOUD[0] and sum(word[0].isupper() and not word.isupper() for word in words) >= LOUD[1] * len(words)


def _signs(text: str, span: Span) -> list[tuple[int, str, float]]:
    """Where a line shows signs that only a page shows, which they are, and what they add to the odds of their sentence."""
    cues = cue_places(text, span, *SIGNS)
    found = [(place, kind, SIGNS[kind]) for place, kind in cues if not text[place : place + SHOUTED].isupper()]
    found += [(match.start(), "rights", ENDS) for match in RIGHTS.finditer(text, *span)]
    found += [(match.start(), "broken-off", ENDS) for match in BROKEN_OFF.finditer(text, *span)]
    found += [(match.start(), "dateline", ENDS) for match in AGENCY.finditer(text, *span)]
    return sorted(found)


def _foreign(text: str, cut: Sequence[Span], signs: Sequence[tuple[int, str, float]]) -> list[tuple[float, bool]]:
    """Log odds of each sentence of a line to be foreign, and whether it has a sign that only a page shows."""
    known: set[str] = set()
    odds = []
    for index, sentence in enumerate(cut):
        quote = sentence.of(text)
        names = {name.removesuffix("'s").removesuffix("’s") for name in NAME.findall(quote)}
        here = signs[bisect_left(signs, sentence.start, key=itemgetter(0)) : bisect_left(signs, sentence.end, key=itemgetter(0))]
        shown = {kind: odd for _, kind, odd in here if index >= OPENING or kind != "dateline"}
        odd = PLAIN + sum(shown.values()) + ENDS * _is_loud(quote) + STRANGE * (len(names) > 1 and known.isdisjoint(names))
        if odd <= 0:
            known |= names
        odds.append((odd, bool(shown)))
    return odds


def _below(text: str, span: Span) -> Iterator[Part]:
    """What stands below the article: runs of offers and notices, with the few words between them, and runs of teasers."""
    cut = list(sentences(text, span))
    sells = [_is_advert(sentence.of(text)) for sentence in cut]
    for advert, run in groupby(range(len(cut)), lambda index: any(sells[max(index - BESIDE, 0) : index + BESIDE + 1])):
        indices = list(run)
        yield Part(Span(cut[indices[0]].start, cut[indices[-1]].end), own=False, advert=advert)


def _is_advert(sentence: str) -> bool:
    """Whether a sentence offers something to the reader, or is a notice of the site."""
    return has_cue(sentence, "notice", "offer", "promotion", "disclosure") or begins_with_cue(sentence, "imperative")
