"""A page as plain text, and when the whole page is read."""

import pytest
from lxml.html import document_fromstring

from extract.articles.article import Page
from extract.articles.prepare import prepare
from extract.articles.readers.html import opened
from extract.articles.readers.page_text import page_text

PARAGRAPHS = [
    "The city council voted on Monday to repair the old bridge over the river, which has been closed to lorries since winter.",
    "Engineers told the council that the work would take two summers and that buses would be sent over the northern road.",
    "The province will pay for half of the work, while the city hopes to find the rest in its budget for the coming year.",
]


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>One <b>two</b> three.</p><p>Four.</p>", "One two three.\nFour."),
        ("<div>One<div>two</div>three</div>", "One\ntwo\nthree"),
        ("<ul><li>One</li><li><a>two</a> three</li><li> </li></ul>", "* One\n* two three"),
        ("One<br>two<script>x = 1</script>three", "One\ntwothree"),
        ("<p>One\n  two</p><!-- three --><style>p {}</style>", "One two"),
        ("<table><tr><td>One</td><td>two</td></tr></table>", "One\ntwo"),
    ],
)
def test_one_line_a_block(markup: str, text: str) -> None:
    assert page_text(document_fromstring(f"<html><head><title>T</title></head><body>{markup}</body></html>")) == text


def test_deep_pages_are_read() -> None:
    assert page_text(document_fromstring("<html><body>" + "<div>" * 200 + "One")) == "One"


def test_article_that_markup_tells_is_kept_whole() -> None:
    menu = "<nav><ul><li><a href='/'>Home</a></li><li><a href='/n'>News</a></li></ul></nav>"
    body = "".join(f"<p>{each}</p>" for each in PARAGRAPHS)
    page = f"<html><head><title>Bridge</title></head><body>{menu}<article>{body}</article></body></html>"
    source = opened(Page("a", page.encode(), place="a.html"))
    assert (source.cleaned, prepare(source).body) == (True, "\n".join(PARAGRAPHS))


@pytest.mark.parametrize(("kind", "whole"), [("story", False), ("related sidebar", True)])
def test_whole_page_where_the_markup_hides_a_part_of_the_article(kind: str, whole: bool) -> None:  # noqa: FBT001 - a column of the table
    paragraphs = [f"{each} It was decision {number} of the day." for number in range(4) for each in PARAGRAPHS]
    first, rest = ("".join(f"<p>{each}</p>" for each in part) for part in (paragraphs[:4], paragraphs[4:]))
    page = f"<html><body><div class='post'><h1>Bridge</h1>{first}</div><div class='{kind}'>{rest}</div></body></html>"
    source = opened(Page("a", page.encode(), place="a.html"))
    assert (source.cleaned, paragraphs[-1] in prepare(source).body) == (not whole, True)
