"""A page in one line: where the article begins and ends, and what the parts around it are."""

import pytest

from extract.articles.article import Source
from extract.articles.lines import find_lines
from extract.articles.prepare import prepare
from extract.spans import Span

ARTICLE = (
    "OSTRAVA (Reuters) - The city council voted on Monday to repair the old bridge over the river, closed since winter. "
    "Engineers told the council that the work would take two summers and that buses would be sent over the northern road. "
    "“We have waited long enough for this bridge,” said the mayor, Petr Novak, who had asked the province for help three times. "
    "The province will pay 40 million crowns, about half of the cost, while the city hopes to find the rest in its own budget. "
    "Novak said the council would ask for offers in May and choose a builder before the summer begins."
)
HEADLINES = " ".join(
    f"{name} Shares Slide As {name} Chief Warns Of Slower Sales In Europe And Asia While Rivals Gain Ground In Quarter"
    for name in ("Alder", "Birch", "Cedar", "Dogwood", "Elm", "Fir", "Ginkgo", "Hazel", "Ivy", "Juniper")
)
SIGN_OFF = "(Reporting by Jane Miller in Ostrava; Editing by Tom Black)"
TEASER = "PRAGUE (Reuters) - A brewery said on Tuesday that it would close two of its five plants by the end of the year."
TEASED = "We recently published a list of ten mills to buy in spring."
BROKEN = "Flour prices rose 12% in the past year and […]"
NOTICE = "Sign in to access your account. All rights reserved."
ERROR = "Oops, something went wrong Type the name of a place for relevant results"
RELEASE = "View original content: https://wire.example/releases/bridge-301.html"

MAY = "The council meets again in May, when the builders will have told it what a new deck of oak or of steel would cost."
OWN, TEASES, SELLS = (True, False), (False, False), (False, True)
LINES = {
    # one line: its parts, with whether each is the article's own (None if its form does not tell) and whether it is an advert
    "stories around a signed article": (
        f"{HEADLINES}. {ARTICLE} {SIGN_OFF} {TEASER}",
        [(f"{HEADLINES}.", *TEASES), (f"{ARTICLE} {SIGN_OFF}", *OWN), (TEASER, *TEASES)],
    ),
    "teasers and a notice": (
        f"{ARTICLE} {TEASED} {BROKEN} {NOTICE}",
        [(ARTICLE, None, False), (TEASED, *TEASES), (f"{BROKEN} {NOTICE}", *SELLS)],
    ),
    "error before the dateline": (
        f"{ERROR} {ARTICLE} {MAY}",
        [(ERROR, *TEASES), (f"{ARTICLE} {MAY}", *OWN)],
    ),
    "press release": (f"{ARTICLE} {RELEASE} {TEASER}", [(f"{ARTICLE} {RELEASE}", *OWN), (TEASER, *TEASES)]),
    "footer": (
        f"{ARTICLE} {MAY} © 2025 Example Media. All rights reserved.",
        [(f"{ARTICLE} {MAY}", None, False), ("© 2025 Example Media. All rights reserved.", *SELLS)],
    ),
    "offer in capitals may stand anywhere": (
        f"{ARTICLE} CLICK HERE TO GET THE NEWS OF OSTRAVA APP{MAY}",
        [(f"{ARTICLE} CLICK HERE TO GET THE NEWS OF OSTRAVA APP{MAY}", None, False)],
    ),
    "article alone": (f"{ARTICLE} {ARTICLE}", [(f"{ARTICLE} {ARTICLE}", None, False)]),
    "one word of a page is no page": (
        f"{ARTICLE} He signed a petition on cookies and privacy; his newsletter has 300 readers.",
        [(f"{ARTICLE} He signed a petition on cookies and privacy; his newsletter has 300 readers.", None, False)],
    ),
    "foreign from the start": (f"{NOTICE} " * 20, [((f"{NOTICE} " * 20), None, False)]),
}


@pytest.mark.parametrize(("text", "parts"), LINES.values(), ids=LINES)
def test_parts_of_a_giant_line(text: str, parts: list[tuple[str, bool | None, bool]]) -> None:
    assert [(piece.span.of(text), piece.own, piece.advert) for piece in find_lines(text)] == [
        (quote.strip(), own, advert) for quote, own, advert in parts
    ]


@pytest.mark.parametrize(
    ("words", "section"),
    [
        ("40 million crowns", "body"),
        ("We recently published", "related"),
        ("All rights reserved", "clutter"),
    ],
)
def test_section_within_a_giant_line(words: str, section: str) -> None:
    text = f"{ARTICLE} {TEASED} {BROKEN} {NOTICE}"
    assert prepare(Source("a", text)).section_at(text.index(words)) == section


def test_parts_count_in_the_text_as_given() -> None:
    text = f"Council votes to repair the old bridge\n\n{ARTICLE} {TEASED} {BROKEN} {NOTICE}\n"
    spans = [line.span for line in prepare(Source("a", text)).lines]
    start = text.index("OSTRAVA")
    assert spans[:2] == [Span(0, 38), Span(start, start + len(ARTICLE))]
    assert spans[-1].end == len(text) - 1
