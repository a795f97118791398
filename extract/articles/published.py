"""The publication date that a page shows: its labelled lines enter, an ISO 8601 day or date-time leaves."""

import re
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from extract.articles.article import Line
from extract.articles.dateline import read_dateline
from extract.articles.days import Order, day_order, find_days
from extract.articles.looks import WORD
from extract.spans import Mention, Span

PUBLISHED = re.compile(r"\b(?:first |originally )?(?:published|posted|issued|released|created|date)\b", re.IGNORECASE)
UPDATED = re.compile(r"\b(?:last |re)?(?:updated?|modified|edited|changed|revised|reviewed)\b", re.IGNORECASE)
OTHER = re.compile(
    r"\b(?:air date|deadline|expires?|died|born|accessed|retrieved|copyright|said|says|replied|joined|since)\b|©",
    re.IGNORECASE,
)
WEEKDAY = re.compile(r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b", re.IGNORECASE)
CLOCK = re.compile(r"(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))?(?::\d\d)?(?:\.\d+)? ?(?P<half>[ap]\.?m\b)?", re.IGNORECASE)
STAMP = re.compile(r"\b(?:(?i:at|on|ore|a\.m|p\.m|am|pm|hrs?|o'clock)|T?\d{1,2}[:.]\d\d\S{0,9}|[A-Z]{1,4}[SD]?T|UTC)(?!\w)")
URL_DAY = re.compile(r"/(20\d\d)/(\d{1,2})/(\d{1,2})/|[/_-](20\d\d)-(\d\d)-(\d\d)(?!\d)")
LETTERS = 300  # characters of a line that may be a date line
OPENING = 3  # lines of the body in which a dateline may stand
DATELINE = 2.4  # score of its day: a stamp of the page, which has a time, goes before it
LONGEST = 40  # words of a line that may hold the date: byline, outlet, topic and two dates
NEAR = 30  # characters between a day and its time
LEAST = 1.0  # score from which a day is the date of publication
WORDS = 4  # blanks from which a line counts as distance; those of a share bar do not


class _Candidate(NamedTuple):
    score: float
    value: str


def find_published(text: str, lines: Sequence[Line], *, url: str | None = None) -> str | None:
    """The publication date that the page shows.

    A date line stands near the headline and the beginning of the body; dates told as published go before bare ones, bare ones
    before updates. Days that the text leaves open ("3 hours ago", "03/04/2025" where nothing tells the order) are none.

    Args:
        text: the text as it was given.
        lines: its labelled lines.
        url: where the article was published: its path may hold the day.

    Returns:
        `2025-03-02`, or `2025-03-02T09:29` where the time stands beside it; None if no date line is found.
    """
    body = [index for index, line in enumerate(lines) if line.label in ("body", "dateline")]
    first, last = (body[0], body[-1]) if body else (len(lines), len(lines))
    title = next((index for index, line in enumerate(lines) if line.label == "title"), None)
    between = list(accumulate((line.span.of(text).count(" ") >= WORDS for line in lines), initial=0))
    order: Order | None = None
    asked = False
    best = _Candidate(0.0, "")
    for index, line in enumerate(lines):
        quote = line.span.of(text)
        if not any(map(str.isdigit, quote[:LETTERS])):
            continue
        if 0 <= index - first < OPENING and (dateline := read_dateline(quote)) and dateline.day:
            best = max(best, _Candidate(DATELINE, dateline.day), key=lambda each: each.score)
        if len(quote) > LETTERS:
            continue
        if not asked and re.search(r"\d[/-]\d", quote):
            order, asked = day_order(text), True
        place = _place(index, first, last, title, between)
        if place is None:
            continue
        before = lines[index - 1].span.of(text) if index else ""
        for candidate in _in_line(quote, before, line, place, order):
            best = max(best, candidate, key=lambda each: each.score)
    if best.score >= LEAST:
        return best.value
    return _url_day(url) if url else None


def _place(index: int, first: int, last: int, title: int | None, between: Sequence[int]) -> float | None:
    """How well a line stands for a date line; None where none stands."""
    if index < first:
        near_title = title is not None and -1 <= index - title <= 6
        return 2.0 - min((between[first] - between[index]) * 0.05, 1.5) + (1.0 if near_title else 0.0)
    if index <= last:
        return 2.0 if index - first < 3 else 0.4
    return 1.2 if index - last <= 3 else 0.5 if index - last <= 12 else None


def _in_line(quote: str, before: str, line: Line, place: float, order: Order | None) -> list[_Candidate]:
    """The dates of one line, scored."""
    days = list(find_days(quote, order=order))
    words = len(WORD.findall(quote))
    if not days or words > LONGEST:
        return []
    covered = words - _other_words(quote, days)
    found = []
    end = 0
    for number, day in enumerate(days):
        until = days[number + 1].span.start if number + 1 < len(days) else len(quote)
        lead = quote[end : day.span.start]
        if not lead.strip() and len(before) < 40 and not list(find_days(before)):
            lead = before
        time = _clock(quote, Span(end, until), day.span)
        end = day.span.end
        published, updated = PUBLISHED.search(lead), UPDATED.search(lead)
        if OTHER.search(lead) or OTHER.search(quote[day.span.end : until]):
            continue
        score = place
        if published and (not updated or updated.start() < published.start()):
            score += 3.0
        elif updated:
            score -= 0.3
        elif line.label == "body" and covered * 2 < words:
            continue
        elif covered * 4 < words and words > 12:
            score -= 1.0
        if time:
            score += 0.5
        elif WEEKDAY.search(lead) and place < 1.7:
            score -= 1.5  # the day of the visit in the head of the page
        found.append(_Candidate(score, day.value + (f"T{time}" if time else "")))
    return found


def _other_words(quote: str, days: Sequence[Mention[str]]) -> int:
    """How many words of a line tell no time."""
    ends = [0, *(day.span.end for day in days)]
    starts = [*(day.span.start for day in days), len(quote)]
    between = " ".join(quote[end:start] for end, start in zip(ends, starts, strict=True))
    return len(WORD.findall(STAMP.sub(" ", between)))


def _clock(quote: str, room: Span, day: Span) -> str | None:
    """The time that stands beside a day, `HH:MM`."""
    after = quote[day.end : min(room.end, day.end + NEAR)]
    ahead = quote[max(room.start, day.start - NEAR) : day.start]
    for side, matches in ((after, list(CLOCK.finditer(after))[:1]), (ahead, list(CLOCK.finditer(ahead))[-1:])):
        for match in matches:
            value = _time(match)
            if value and not (side is after and UPDATED.search(after[: match.start()])):
                return value
    return None


def _time(match: re.Match[str]) -> str | None:
    hour, minute, half = int(match["hour"]), match["minute"], match["half"]
    if not (minute or half) or hour > 23 or int(minute or 0) > 59:
        return None
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half[0] in "pP" else 0)
    return f"{hour:02d}:{int(minute or 0):02d}"


def _url_day(url: str) -> str | None:
    """The day in the path of an address (`/2023/11/08/`)."""
    match = URL_DAY.search(url)
    if match is None:
        return None
    parts = [part for part in match.groups() if part]
    return next((day.value for day in find_days("-".join(parts))), None)
