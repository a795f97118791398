"""Boxes glued into a line of the article, and the phrases that tell them."""

import pytest

from extract.articles.article import Line
from extract.articles.boxes import unboxed
from extract.articles.cues import begins_with_cue, cue_places, has_cue
from extract.spans import Span

BEFORE = "The council voted on Monday to repair the bridge."
BOXES = [
    # box, the text behind it, label of the box
    ("Related article Harbour wall is to cost $90 million more than planned", "In May the work will begin.", "related"),
    ("Related article Harbour wall is to cost $90 million more in Ostrava", "Under the plan the city pays half.", "related"),
    ("Related articleHarbour wall is to cost $90 million more than planned", "“We have waited,” said the mayor.", "related"),
    ("Related article Harbour wall is to cost $90 million more than planned", "Novak said the city would pay.", "related"),
    ("READ MORE: What will the harbour wall cost?", "Novak has asked for help.", "related"),
    ("HARBOUR WALL TO COST $90 MILLION MORE THAN PLANNED, PORT SAYS", "Novak has asked for help.", "related"),
    ("CLICK HERE TO GET THE NEWS OF OSTRAVA APP", "Novak has asked for help.", "clutter"),
    (
        "Most Read from Kurier Who Pays for the Bridge? Mayor Bets $15 Million on a Tunnel Lorries Are Back, and They Are Loud",
        "Novak has asked for help.",
        "related",
    ),
    ("Sign up for our weekly newsletter from $5 a month.", "Novak has asked for help.", "clutter"),
    ("Our quarterly newsletter has returned 373% since May 2014.", "Novak has asked for help.", "clutter"),
]


@pytest.mark.parametrize(("box", "after", "label"), BOXES)
def test_box_leaves_the_line(box: str, after: str, label: str) -> None:
    text = f"{BEFORE} {box} {after}"
    lines = unboxed(text, Line(Span(0, len(text)), "body"))
    assert [(line.span.of(text), line.label) for line in lines] == [(BEFORE, "body"), (box, label), (after, "body")]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            f"{BEFORE}BRIDGE TO STAY CLOSED UNTIL SUMMER, COUNCIL SAYSNovak has asked for help three times.",
            [BEFORE, "BRIDGE TO STAY CLOSED UNTIL SUMMER, COUNCIL SAYS", "Novak has asked for help three times."],
        ),
        (
            f"{BEFORE}Most Read from KurierWho Pays for the Bridge?A $15 Million TunnelPrague Mayor Jan Novak has replied.",
            [
                BEFORE,
                "Most Read from KurierWho Pays for the Bridge?A $15 Million Tunnel",
                "Prague Mayor Jan Novak has replied.",
            ],
        ),
        (
            "The old bridge on May 2, 2025. Jane Miller/AFP/Getty Images Novak has asked for help three times.",
            ["The old bridge on May 2, 2025. Jane Miller/AFP/Getty Images", "Novak has asked for help three times."],
        ),
        (
            "The old bridge. Tom Black/Example Media via REUTERS Novak has asked for help.",
            ["The old bridge. Tom Black/Example Media via REUTERS", "Novak has asked for help."],
        ),
    ],
)
def test_line_is_cut_where_words_are_glued(text: str, parts: list[str]) -> None:
    assert [line.span.of(text) for line in unboxed(text, Line(Span(0, len(text)), "body"))] == parts


WHOLE = [
    "It was the most read from start to end, and the Most Read list of the site says so.",
    "He read a related article on the harbour wall, which is to cost $90 million more than planned.",
    'The banner said "KEEP THE OLD BRIDGE OF OSTRAVA OPEN FOR US ALL" and hung there until the mayor had it taken down.',
    "His newsletter earns $5 million a year, and 40% of its readers are in Prague.",
    "Subscribers signed up for the service at $5 a month, the company said.",
    "The deal between ING, BNP, SEB, RBS and UBS is worth $2 billion, said people who know of the talks.",
    '"KEEP THE OLD BRIDGE OF OSTRAVA OPEN FOR US ALL" hung there in letters of red and gold until the mayor had it taken down.',
    "The grain went by rail and then via AP Moeller ships to the south.",
    "Brewers, AP reported, sold 3% less beer last year.",
]


@pytest.mark.parametrize("text", WHOLE)
def test_line_of_the_article_stays_whole(text: str) -> None:
    line = Line(Span(0, len(text)), "body")
    assert list(unboxed(text, line)) == [line]


def test_cues_are_found_as_they_are_written() -> None:
    text = "Story:  Sign-up\there! Don’t miss our   Newsletter"
    assert cue_places(text, Span(0, len(text)), "offer") == [(8, "offer"), (33, "offer")]
    assert (has_cue(text, "offer"), has_cue(text, "notice"), begins_with_cue(text[21:], "imperative")) == (True, False, True)
    assert not begins_with_cue(text, "imperative")
