"""The publication date that a source gives, as an ISO 8601 day or date-time."""

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime

from extract.errors import SourceError

YEARS = range(1600, 2200)  # the first newspapers; beyond the second no plan of today's news reaches
DAY = re.compile(r"\d{4}-\d\d-\d\d")


def published_date(value: object) -> str | None:
    """The date in ISO 8601; None if none is given.

    ISO 8601 in any of its forms is read, and the dates of mails and feeds ("Sun, 02 Mar 2025 09:29:00 GMT").

    >>> published_date("2025-03-02 09:29")
    '2025-03-02T09:29:00'
    >>> published_date("20250302")
    '2025-03-02'

    Raises:
        SourceError: there is something, but it is no date of a newspaper.
    """
    if isinstance(value, date):  # a datetime is one too
        moment: date | None = value
    elif value is None or str(value).strip() == "":
        return None
    else:
        moment = _parsed(str(value).strip())
    if moment is None or moment.year not in YEARS:
        raise SourceError(f"absurd publication date {value!r}", mend="give it as 2025-03-02 or 2025-03-02T09:29, or as null")
    return moment.isoformat()


def _parsed(value: str) -> date | None:
    try:
        return date.fromisoformat(value)
    except ValueError:
        pass
    try:
        return datetime.fromisoformat(value)
    except ValueError:
        pass
    try:
        return parsedate_to_datetime(value)
    except ValueError:
        return None
