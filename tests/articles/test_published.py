"""Days written on a page, and which of them is the publication date."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.articles.article import Source
from extract.articles.days import day_order, find_days
from extract.articles.prepare import prepare

BODY = (
    "The city council voted on Monday to repair the old bridge over the river, which has been closed to lorries since winter.\n"
    "Engineers told the council that the work would take two summers and that buses would be sent over the northern road.\n"
    "“We have waited long enough for this bridge,” said the mayor, who had asked the province for help three times.\n"
    "The province will pay for half of the work, while the city hopes to find the rest in its budget for the coming year.\n"
)


@pytest.mark.parametrize(
    ("page", "order"),
    [
        ("27/02/2026 and 03/04/2026", "day first"),
        ("11/23/2019", "month first"),
        ("03/04/2025 5pm EST", "month first"),
        ("03/04/2025 17:00 GMT", "day first"),
        ("03/04/2025, after 2 March 2025", "day first"),
        ("03/04/2025, after March 2, 2025", "month first"),
        ("03/04/2025 17:00", "day first"),
        ("03/04/2025 5:00 pm", None),
        ("03/04/2025", None),
    ],
)
def test_order_of_numeric_days(page: str, order: str | None) -> None:
    assert day_order(page) == order


HEADS = [
    ("March 2, 2025 9:29 AM\n", "2025-03-02T09:29"),
    ("By Jane Miller\nPublished 10:02 PM EST Nov 19, 2019\n", "2019-11-19T22:02"),
    ("PUBLISHED: November 8, 2023 at 4:56 p.m. | UPDATED: November 9, 2023 at 6:00 p.m.\n", "2023-11-08T16:56"),
    ("Updated: 9 November 2023\nPublished: 8 November 2023\n", "2023-11-08"),
    ("Last updated 8 Nov 2023\n", "2023-11-08"),
    ("Published\n27 Feb 2026\n", "2026-02-27"),
    ("Thursday, November 9th 2023\nNews\nSport\nWeather\nPosted on November 8, 2023\n", "2023-11-08"),
    ("27/02/2026\n", "2026-02-27"),
    ("03/04/2025 17:00 GMT\n", "2025-04-03T17:00"),
    ("03/04/2025\n", None),
    ("03-04-2025 07:30\n", "2025-04-03T07:30"),
    ("Nov. 6, 2024 10:14 a.m. PT\n", "2024-11-06T10:14"),
    ("Mon 3 Feb 2025 10.00 GMT\n", "2025-02-03T10:00"),
    ("2025-02-03T10:00:00Z\n", "2025-02-03T10:00"),
    ("(Bergen) 06.03.2025, 17:45\n", "2025-03-06T17:45"),
    ("05 maggio 2024 ore 15:40\n", "2024-05-05T15:40"),
    ("Updated 11/23/19 5:02 pm\n", "2019-11-23T17:02"),
    ("Last Updated: Nov 8, 2023, 06:00 PM IST\n", "2023-11-08T18:00"),
    ("First posted 8 Nov 2023, modified 9 Nov 2023\n", "2023-11-08"),
    ("The mayor died on 8 November 2023\n", None),
    ("© 2023 Example Media\n", None),
    ("Published 3 hours ago\n", None),
    ("By Jane Miller\n", None),
]


@pytest.mark.parametrize(("head", "published"), HEADS)
def test_date_in_the_head(head: str, published: str | None) -> None:
    article = prepare(Source("a", f"Council votes to repair the old bridge\n{head}\n{BODY}"))
    assert (article.published, article.published_found) == (published, published is not None)


DATELINES = [
    ("OSTRAVA, March 2, 2025 - ", "2025-03-02"),
    ("OSTRAVA/NEW YORK, Sept 2, 2025 (Newswire) – ", "2025-09-02"),
    ("OSTRAVA, Czechia, March 2, 2025 (AP) — ", "2025-03-02"),
    ("OSTRAVA (Reuters), 2 March 2025 - ", "2025-03-02"),
    ("OSTRAVA, March 02, 2025 /Newswire/ -- ", "2025-03-02"),
    ("OSTRAVA, 2 March 2025. ", "2025-03-02"),
    ("OSTRAVA, March 2, 2025: ", "2025-03-02"),
    ("OSTRAVA (March 2, 2025) - ", "2025-03-02"),
    ("Ostrava, March 2, 2025 — ", "2025-03-02"),
    ("(Ostrava) 02.03.2025 - ", "2025-03-02"),
    ("OSTRAVA, March 2 - ", None),
    ("On March 2, 2025, ", None),
    ("In Ostrava on March 2, 2025, ", None),
    ("Since March 2, 2025: ", None),
    ("Ostrava, March 2, 2025. ", None),
    ("Copyright 2025 - ", None),
]


@pytest.mark.parametrize(("opening", "published"), DATELINES)
def test_date_in_the_dateline(opening: str, published: str | None) -> None:
    assert prepare(Source("a", f"Council votes to repair the old bridge\n{opening}{BODY}")).published == published


def test_dated_stamp_completes_a_dateline_without_year() -> None:
    head = "27-FEB-2019 15:02\nOSTRAVA, Feb 27 - "
    assert prepare(Source("a", f"Council votes to repair the old bridge\n{head}{BODY}")).published == "2019-02-27T15:02"


def test_day_of_an_event_in_the_text_is_not_taken() -> None:
    event = "On January 19, 2023, the city announced its largest repair so far, and work began on May 5, 2023.\n"
    assert prepare(Source("a", f"Council votes to repair the old bridge\n{event}{BODY}{event}")).published is None


def test_date_of_another_story_below_is_not_taken() -> None:
    tail = "Share\nTweet\nMore stories\nSign in\nNewsletter\nRiver floods the harbour\nJanuary 3, 2024\n"
    assert prepare(Source("a", f"Council votes to repair the old bridge\n{BODY}{tail * 4}")).published is None


def test_date_of_the_source_wins() -> None:
    article = prepare(Source("a", f"Council votes to repair the old bridge\nMarch 2, 2025\n\n{BODY}", published="2025-03-05"))
    assert (article.published, article.published_found) == ("2025-03-05", False)


def test_day_in_the_address_where_the_text_has_none() -> None:
    article = prepare(Source("a", BODY, url="https://news.example/2023/11/08/bridge.html"))
    assert (article.published, article.published_found) == ("2023-11-08", True)


@settings(derandomize=True, deadline=None)
@given(st.text(alphabet="0123456789/-. :,apmMarchJune©\n", max_size=80))
def test_days_stand_where_they_say(text: str) -> None:
    days = list(find_days(text, order="day first"))
    assert all(day.span.of(text) == day.quote for day in days)
    assert all(not first.span.overlaps(second.span) for first, second in pairwise(days))
