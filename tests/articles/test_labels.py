"""Labels of lines, and what prepare tells of an article."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.articles.article import Source
from extract.articles.linemodel import body_lines
from extract.articles.lines import find_lines
from extract.articles.page import best_run, run_lengths, since, until
from extract.articles.prepare import prepare

PARAGRAPHS = (
    "OSTRAVA (Reuters) - The city council voted on Monday to repair the old bridge over the river, closed since winter.",
    "Engineers told the council that the work would take two summers and that buses would be sent over the northern road.",
    "“We have waited long enough for this bridge,” said the mayor, Petr Novak, who had asked the province for help three times.",
    "The province will pay 40 million crowns, about half of the cost, while the city hopes to find the rest in its own budget.",
    "Novak said the council would ask for offers in May and choose a builder before the summer begins.",
)
PAGE = "\n".join(
    [
        "Skip to content",
        "* Home",
        "* News",
        "* Sport",
        "* Weather",
        "Sign in",
        "Subscribe",
        "Council votes to repair the old bridge",
        "By Jane Miller and Tom Black",
        "March 2, 2025 9:29 AM",
        "Share on Facebook",
        "Share on Twitter",
        "2 min read",
        *PARAGRAPHS[:3],
        "Advertisement",
        *PARAGRAPHS[3:],
        "Read more",
        "* Harbour wall to cost $90 million more than planned",
        "* Five things to do this weekend",
        "Most popular",
        "* Bakery wins prize",
        "Comments",
        "Sign up for our newsletter",
        "Privacy Policy",
        "© 2025 Example Media. All rights reserved.",
    ]
)


def test_page_keeps_the_article_and_nothing_else() -> None:
    assert prepare(Source("a", PAGE)).body == "\n".join(PARAGRAPHS)


def test_what_a_page_tells_of_its_article() -> None:
    article = prepare(Source("a", PAGE))
    assert (article.title, article.author, article.outlet, article.city, article.published) == (
        "Council votes to repair the old bridge",
        "Jane Miller and Tom Black",
        "Reuters",
        "OSTRAVA",
        "2025-03-02T09:29",
    )


@pytest.mark.parametrize(
    ("line", "section"),
    [
        ("Council votes to repair the old bridge", "title"),
        ("By Jane Miller and Tom Black", "clutter"),
        ("2 min read", "clutter"),
        (PARAGRAPHS[3], "body"),
        ("* Harbour wall to cost $90 million more than planned", "related"),
        ("Privacy Policy", "clutter"),
    ],
)
def test_section_of_a_line(line: str, section: str) -> None:
    assert prepare(Source("a", PAGE)).section_at(PAGE.index(line)) == section


def test_clean_article_is_kept_whole() -> None:
    text = "Council votes to repair the old bridge\n\n" + "\n\n".join(PARAGRAPHS)
    assert [line.label for line in prepare(Source("a", text)).lines] == ["title", *["body"] * 5]


def test_title_given_apart_is_found_in_the_text() -> None:
    article = prepare(Source("a", PAGE.replace("Sign in", "Old bridge", 1), title="Council votes to repair the old bridge"))
    assert [line.span.of(article.text) for line in article.lines if line.label == "title"] == [
        "Council votes to repair the old bridge"
    ]


LAST_TEASER = [
    # headline of another story with its summary, above a list of headlines
    ("Harbour wall to cost $90 million more than planned", "The port will borrow the money.", "Most popular", "related"),
    # a subhead and the last paragraph
    ("What the council does next", "The council meets again in May to choose a builder.", "Most popular", "body"),
]


@pytest.mark.parametrize(("title", "summary", "heading", "section"), LAST_TEASER)
def test_teaser_below_the_last_paragraph(title: str, summary: str, heading: str, section: str) -> None:
    foot = f"{heading}\nBakery wins prize\nFive things to do this weekend\n"
    text = "Council votes to repair the old bridge\n" + "\n".join(PARAGRAPHS) + f"\n{title}\n{summary}\n{foot}"
    article = prepare(Source("a", text))
    assert [article.section_at(text.index(line)) for line in (title, summary)] == [section, section]


STORIES = (
    ("Harbour wall to cost $90 million more than planned", "The port will borrow the money from three banks in the capital."),
    ("Bakery wins prize for rye bread at the autumn fair", "Its oven was built in 1911 and burns nothing but beech wood."),
    ("Fifty years of trams: how the city found its lines", "A show in the old depot tells of 2.4 million passengers a year."),
    ("Council votes to repair the old bridge over the river", "The province will pay 40 million crowns, about half of the cost."),
    ("School roofs to be renewed before the winter comes", "Work is to begin in May and to cost 3 million crowns a school."),
    ("Swimmers want the lido open until late September", "More than 5% of the town have put their names below the letter."),
)
LISTS = {
    "headline over summary": "\n".join(f"{title}\n{summary}" for title, summary in STORIES),
    "with dates and topics": "\n\n".join(f"{title}\nMarch 2, 2025\n{title}\n{summary}\nRead more" for title, summary in STORIES),
    "summaries that break off": "\n".join(f"* {title} {summary[:-12]}..." for title, summary in STORIES),
    "glued": "\n".join(f"{title}{summary}" for title, summary in STORIES),
    "headlines only": "\n".join(f"* {title}" for title, _ in STORIES),
}


@pytest.mark.parametrize("page", LISTS.values(), ids=LISTS)
def test_a_list_of_stories_is_no_article(page: str) -> None:
    text = f"Home\nNews\nSport\nSign in\nLatest news\n{page}\nMost popular\nPrivacy Policy\n"
    article = prepare(Source("a", text))
    assert {article.section_at(line.span.start) for line in article.lines} <= {"related", "clutter"}


HEADS = [
    "Home\nNews\nCouncil votes to repair the old bridge\nMarch 2, 2025 9:29 AM\n2 min read\nThis audio is made by a machine\n",
    "Bridge gets a roof\nCouncil votes to repair the old bridge\nBy Jane Miller\nComments Off\nTags: council, bridge, mayor\n",
    "03-04-2025 07:30\nCouncil votes to repair the old bridge\nComments Off\nTags: council, bridge, river\n",
    "Council votes to repair the old bridge\nMarkets Live\nDAX 12,703.75 -2.49% | EUR/USD 1.1707 -0.32% | Brent $43.16 -0.37%\n",
]


@pytest.mark.parametrize("head", HEADS)
def test_headline_stands_by_its_stamp(head: str) -> None:
    text = head + "\n".join(PARAGRAPHS)
    lines = prepare(Source("a", text)).lines
    assert [line.span.of(text) for line in lines if line.label in ("title", "standfirst")] == [
        "Council votes to repair the old bridge"
    ]


def test_pointer_to_a_film_is_no_caption() -> None:
    text = PAGE.replace("Advertisement", "WATCH: Why one mayor sold $90 million of bridges")
    assert prepare(Source("a", text)).section_at(text.index("WATCH")) == "related"


def test_text_that_is_cleaned_is_kept() -> None:
    text = "Set of three lamps\n$24.99\nDimmable, with a remote\nDesk with two drawers\n$139\nMade of oak\n"
    assert prepare(Source("a", text, cleaned=True)).body == text.strip()


HEADLINES = " ".join(
    f"{name} Shares Slide As {name} Chief Warns Of Slower Sales In Europe And Asia While Rivals Gain Ground In Quarter"
    for name in ("Alder", "Birch", "Cedar", "Dogwood", "Elm", "Fir", "Ginkgo", "Hazel", "Ivy", "Juniper")
)
SIGN_OFF = "(Reporting by Jane Miller in Ostrava; Editing by Tom Black)"
TEASER = "PRAGUE (Reuters) - A brewery said on Tuesday that it would close two of its five plants by the end of the year."


def test_stories_glued_to_the_article_are_other_lines() -> None:
    text = f"{HEADLINES}. {' '.join(PARAGRAPHS)} {SIGN_OFF} {TEASER}"
    assert [(piece.span.of(text), piece.own) for piece in find_lines(text)] == [
        (f"{HEADLINES}.", False),
        (f"{' '.join(PARAGRAPHS)} {SIGN_OFF}", True),
        (TEASER, False),
    ]


def test_long_paragraph_is_one_line() -> None:
    text = " ".join(PARAGRAPHS * 3)
    assert [(piece.span, piece.own) for piece in find_lines(text)] == [((0, len(text)), None)]


@pytest.mark.parametrize(
    ("odds", "words", "kept"),
    [
        ([], [], []),
        ([-3.0, -3.0], [9, 9], [False, False]),
        ([-3.0, 4.0, 4.0, -3.0], [9, 9, 9, 9], [False, True, True, False]),
        ([4.0, -3.0, 4.0], [9, 9, 9], [True, False, True]),  # a box in the middle
        ([4.0, -0.5, 4.0], [9, 9, 9], [True, True, True]),  # a doubtful line between two paragraphs
        ([4.0, -0.5, 4.0], [9, 1, 9], [True, False, True]),  # a doubtful word
        ([4.0, 4.0, -1.0, -5.0, -5.0, -5.0, 0.5], [9] * 7, [True, True, False, False, False, False, False]),  # a teaser far below
    ],
)
def test_body_is_one_run_with_gaps(odds: list[float], words: list[int], kept: list[bool]) -> None:
    assert body_lines(odds, words) == kept


def test_runs_and_distances() -> None:
    marks = [True, True, False, True]
    assert (run_lengths(marks), since(marks), until(marks)) == ([2, 2, 0, 1], [None, 1, 1, 2], [1, 2, 1, None])
    assert (best_run([-1.0, 2.0, -1.0, 3.0, -9.0, 3.5]), best_run([-1.0])) == (range(1, 4), range(0))


@settings(derandomize=True, deadline=None, max_examples=60)
@given(st.text(alphabet="ab AB.\n*-“©1\r\t", max_size=400))
def test_lines_cover_all_that_is_not_blank(text: str) -> None:
    lines = prepare(Source("a", text)).lines
    covered = {offset for line in lines for offset in range(line.span.start, line.span.end)}
    assert all(offset in covered for offset, sign in enumerate(text) if not sign.isspace())
    assert all(first.span.end <= second.span.start for first, second in pairwise(lines))
