"""What a time expression is resolved against: the publication date, and the dates that the text named before."""

import re
from dataclasses import dataclass, replace
from datetime import date, datetime

from extract.mentions.times.periods import Grain, Period, period_of, read_period
from extract.mentions.times.timex import Timex

DAY = re.compile(r"\d{4}-\d\d-\d\d")
NEAR_PAST, NEAR_FUTURE = -2, 10  # years by which a bare year may move a story
SUMMED = frozenset({"P6M", "P9M", "P12M"})


@dataclass(frozen=True, slots=True)
class Context:
    """Where a phrase stands in time.

    Args:
        published: day of publication; None if it is not known.
        day_first: whether 03/01 is the third of January; None where neither the outlet nor the text tells.
        narrative: whether the text tells history, so that its dates hang on the dates before them rather than on its publication.
        last: the calendar date named last.
        thread: the month or day named last, on which the next one without a year hangs in history.
        era: the year named since then, if it is not far off; None if there is none.
        last_day: the day named last, or the day of the clock time.
        last_quarter: the quarter named last that has begun; figures are compared with the same quarter of another year.
        months: the first and last of the months together that were told last, where they are known.
        summed: whether months together were told last ("the nine months"); then figures are compared with the year.
        days: those named so far; one that is named again without its year is the same.
        place: number of the token behind the date named last.
    """

    published: date | None
    day_first: bool | None = None
    narrative: bool = False
    last: Period | None = None
    thread: Period | None = None
    era: Period | None = None
    last_day: Period | None = None
    last_quarter: Period | None = None
    summed: bool = False
    months: tuple[Period, Period] | None = None
    days: frozenset[Period] = frozenset()
    place: int = 0

    @property
    def anchor(self) -> Period | None:
        """The day from which deictic words count ("yesterday", "last week")."""
        return Period(self.published, "day") if self.published else None

    @property
    def reference(self) -> Period | None:
        """The date from which the story goes on ("the following day"): the last one named, else the publication."""
        return self.last or self.anchor

    def now(self, grain: Grain) -> Period | None:
        """The period of a grain that holds the publication day."""
        return period_of(self.published, grain) if self.published else None

    def replaces_quarter(self, quarter: Period) -> bool:
        """Whether figures told after this quarter are its own: a finished quarter that is no older than the one before."""
        known, today = self.last_quarter, self.published or date.max
        if known is None:
            return quarter.first <= today
        return quarter.last < today and (known.last >= today or quarter.first >= known.first)

    def is_near(self, year: Period) -> bool:
        """Whether a story may go on in a year: not one that it only looks back or ahead to."""
        told = self.era or self.thread
        return told is None or NEAR_PAST <= year.first.year - told.first.year <= NEAR_FUTURE

    def summing(self, timex: Timex) -> "Context":
        """The context behind months that figures are summed over: in news, those of the running year if they name none."""
        first, last = read_period(timex.begin or ""), read_period(timex.end or "")
        months = (first, last) if first and last and first.grain == last.grain == "month" else None
        if timex.value not in SUMMED:
            return replace(self, months=months) if months else self
        return replace(self, summed=True, months=months, last=self.last if self.narrative else first)

    def after(self, timex: Timex, place: int) -> "Context":
        """The context behind a time expression that ends before the token `place`."""
        if timex.type not in ("DATE", "TIME"):
            return self.summing(timex)
        period = read_period(timex.value.split("T")[0])
        if period is None:
            return self
        context = replace(self, last=period, place=place)
        if period.grain in ("day", "month", "season"):
            context = replace(context, thread=period, era=None)
        elif period.grain == "year" and self.is_near(period):
            context = replace(context, era=period)
        if period.grain == "day":
            context = replace(context, last_day=period, days=context.days | {period})
        if period.grain == "quarter" and self.replaces_quarter(period):
            context = replace(context, last_quarter=period, summed=False, months=None)
        return context


def read_published(published: str | None) -> date | None:
    """The day of an ISO 8601 day or date-time; None where it is none."""
    match = DAY.match(published or "")
    if match is None:
        return None
    try:
        return datetime.strptime(match[0], "%Y-%m-%d").date()  # noqa: DTZ007 - a calendar day has no zone
    except ValueError:
        return None
