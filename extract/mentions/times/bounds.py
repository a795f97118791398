"""Where intervals begin and end: what "since", "until", "by", "from … to", "between … and", "the year to" say around dates."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from extract.mentions.times.lexer import Tokens
from extract.mentions.times.periods import Period, period_of, read_period
from extract.mentions.times.timex import Timex
from extract.spans import Mention

Found = tuple[int, int, Mention[Timex]]

BEGIN = frozenset({"since", "after", "starting", "beginning", "effective", "beyond"})
END = frozenset({"until", "till", "by", "through", "before", "til", "untill"})
BETWEEN = frozenset({"early", "the", "about", "around", "on", "at", "in", "of", "late", "as", "least"})
LINKS = frozenset({"to", "until", "till", "through", "-", "–", "—", "and"})
DASHES = frozenset({"-", "–", "—", "to", "through"})
ENDS = frozenset({"to", "ended", "ending", "through"})
MID_MONTH = range(5, 28)  # days at which no whole months end; accounts close on the Saturday nearest to the end of one
LENGTH = re.compile(r"P(\d{1,3})([DWMY])")


def is_date(timex: Timex) -> bool:
    """Whether a time stands at a known place of the calendar, as the end of an interval does."""
    return timex.type in ("DATE", "TIME") and not timex.value.endswith("_REF")


def without_clock(value: str, other: str) -> str:
    """A value cut to its day where the other end of the interval tells no time of day."""
    return value if "T" in other else value.split("T")[0]


def opener_of(tokens: Tokens, start: int) -> str:
    """The word that opens an interval before a token; of "from the" it is "from"."""
    place = start - 1
    while place >= 0 and start - place <= 3 and tokens.lower(place) in BETWEEN:
        place -= 1
    return tokens.lower(place)


def are_neighbours(first: Timex, second: Timex) -> bool:
    """Whether a day or month follows upon the other, as May upon April; years and quarters joined so mostly have a figure each."""
    begin, end = read_period(first.value), read_period(second.value)
    return begin is not None and end is not None and begin.grain in ("day", "month") and begin.shift(1) == end


def are_linked(tokens: Tokens, first: Found, second: Found) -> bool:
    """Whether two dates are the ends of one interval: "from X to Y", "between X and Y", "X-Y", "June 3 and 4"."""
    link = [tokens.lower(place) for place in range(first[1], second[0])]
    if not 0 < len(link) <= 3 or not (is_date(first[2].value) and is_date(second[2].value)):
        return False
    if all(word in DASHES for word in link) or (link == ["and"] and are_neighbours(first[2].value, second[2].value)):
        return True
    return opener_of(tokens, first[0]) in ("from", "between") and link[0] in LINKS


def stretch_before(length: Timex, end: Period) -> tuple[str, str] | None:
    """First and last value of a stretch of a known length that ends with a period: "the year to March"."""
    match = LENGTH.fullmatch(length.value)
    if match is None:
        return None
    count, unit = int(match[1]), match[2]
    if unit in "DW":
        first = end.shift(1 - count * (7 if unit == "W" else 1)) if end.grain == "day" else None
        return (first.value, end.value) if first else None
    if end.grain == "year" and unit == "Y":
        begin = end.shift(1 - count)
        return (begin.value, end.value) if begin else None
    months, last = count * (12 if unit == "Y" else 1), period_of(end.last, "month")
    if end.grain == "day" and end.first.day in MID_MONTH:
        before = last.shift(-months) if last else None
        return (before.first.replace(day=end.first.day + 1).isoformat(), end.value) if before else None
    first = last.shift(1 - months) if last else None
    return (first.value, last.value) if first and last and end.grain in ("day", "month") else None


def begins(timex: Timex, opener: str, published: date | None) -> bool:
    """Whether an interval begins with a date; "from" opens one only ahead, for figures rise and fall "from" the past."""
    period = read_period(timex.value)
    ahead = period is not None and published is not None and period.first > published
    return opener in BEGIN or (opener == "from" and ahead)


def ends_with(tokens: Tokens, end: int, then: int) -> bool:
    """Whether a length is told to end with the date behind it: "the year to March", "the six-month period ended March 3"."""
    between = [tokens.lower(place) for place in range(end, then)]
    return 0 < len(between) <= 3 and (between[0] in ENDS or (between[0] == "period" and between[1:2] != [] and between[1] in ENDS))


def bounded(found: Sequence[Found], tokens: Tokens, published: date | None) -> tuple[Mention[Timex], ...]:
    """The mentions with the bounds that the words around them open or close."""
    values = [mention.value for _, _, mention in found]
    for index, (start, end, mention) in enumerate(found):
        following = found[index + 1] if index + 1 < len(found) else None
        timex = values[index]
        if timex.begin or timex.end:
            continue
        if following and timex.type == "DURATION" and ends_with(tokens, end, following[0]):
            last = read_period(following[2].value.value)
            ends = stretch_before(timex, last) if last else None
            if ends:
                values[index] = replace(timex, begin=ends[0], end=ends[1])
        elif following and are_linked(tokens, found[index], following):
            first, last_value = mention.value.value, following[2].value.value
            ends = (without_clock(first, last_value), without_clock(last_value, first))
            for place in (index, index + 1):
                values[place] = replace(values[place], begin=ends[0], end=ends[1])
        elif is_date(timex) and begins(timex, opener_of(tokens, start), published):
            values[index] = replace(timex, begin=timex.value)
        elif is_date(timex) and opener_of(tokens, start) in END:
            values[index] = replace(timex, end=timex.value)
    return tuple(replace(mention, value=value) for (_, _, mention), value in zip(found, values, strict=True))
