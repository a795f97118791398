"""Author, outlet and city of an article."""

import pytest

from extract.articles.article import Line
from extract.articles.metadata import Origin, find_origin
from extract.spans import Span


def origin(byline: str, lead: str) -> Origin:
    text = f"{byline}\n{lead}"
    lines = (Line(Span(0, len(byline)), "byline"), Line(Span(len(byline) + 1, len(text)), "body"))
    return find_origin(text, lines)


@pytest.mark.parametrize(
    ("byline", "author"),
    [
        ("By Jane Miller", "Jane Miller"),
        ("by: Jane Miller", "Jane Miller"),
        ("Written by Jane Miller on November 7, 2023", "Jane Miller"),
        ("By Jane Miller, Tom Black and Ana de Sousa | 11 March 2020", "Jane Miller, Tom Black and Ana de Sousa"),
        ("By Jane Miller 9:29 AM", "Jane Miller"),
        ("March 2, 2025", None),
        ("By using this site you agree to our terms", None),
    ],
)
def test_author(byline: str, author: str | None) -> None:
    assert origin(byline, "The council met.").author == author


@pytest.mark.parametrize(
    ("lead", "outlet", "city"),
    [
        ("MADRID, Spain (AP) — The council met.", "AP", "MADRID"),
        ("(Reuters) -The council met.", "Reuters", None),
        ("KYIV, March 3 (Reuters) - The council met.", "Reuters", "KYIV"),
        ("NEW YORK, April 21 - The council met.", None, "NEW YORK"),
        ("ERIE, Pa. — The council met.", None, "ERIE"),
        ("BERGEN/OSLO, Oct. 5, 2022 (Newswire) – The council met.", "Newswire", "BERGEN/OSLO"),
        ("BOSTON, May 5, 2021 /Newswire/ -- The council met.", "Newswire", "BOSTON"),
        ("Rome, Aug. 5 - The council met.", None, "Rome"),
        ("Rome - The council met.", None, None),
        ("CNN — The council met.", "CNN", None),
        ("US-BACKED forces met.", None, None),
        ("The council - it met - said so.", None, None),
    ],
)
def test_dateline(lead: str, outlet: str | None, city: str | None) -> None:
    assert origin("By Jane Miller", lead)[1:] == (outlet, city)
