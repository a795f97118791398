"""Publication dates as sources give them."""

from datetime import date, datetime

import pytest

from extract.articles.readers.published import published_date
from extract.errors import SourceError


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (None, None),
        ("", None),
        ("  ", None),
        ("2025-03-02", "2025-03-02"),
        ("20250302", "2025-03-02"),
        ("2025-W09-7", "2025-03-02"),
        ("2025-03-02T09:29", "2025-03-02T09:29:00"),
        ("2025-03-02 09:29:30", "2025-03-02T09:29:30"),
        ("2025-03-02T09:29:30.1234567", "2025-03-02T09:29:30.123456"),
        ("2025-03-02T09:29:30.5Z", "2025-03-02T09:29:30.500000+00:00"),
        ("2025-03-02T23:29:30-02:00", "2025-03-02T23:29:30-02:00"),
        ("Sun, 02 Mar 2025 09:29:00 GMT", "2025-03-02T09:29:00+00:00"),
        ("2 Mar 2025 09:29:00 -0500", "2025-03-02T09:29:00-05:00"),
        (date(2025, 3, 2), "2025-03-02"),
        (datetime(2025, 3, 2, 9, 29), "2025-03-02T09:29:00"),  # noqa: DTZ001 # a source may give one without zone
    ],
)
def test_dates(given: object, expected: str | None) -> None:
    assert published_date(given) == expected


@pytest.mark.parametrize(
    "given", ["2025-13-45", "0000-00-00", "0025-03-02", "9999-12-31", "2025-02-30", "yesterday", "soon", 7, "2025"]
)
def test_absurd_dates(given: object) -> None:
    with pytest.raises(SourceError, match="absurd publication date"):
        published_date(given)
