"""What a line shows by the layout of its page: the block between blank lines that it stands in, and the likeliest headline."""

from bisect import bisect_left
from collections.abc import Iterator

from extract.articles.page import Page, grade, step

PARAGRAPH = 12  # words from which a line may tell the story of a headline
BELOW = 15  # lines below a headline whose words are those of its story
TIMES = 3  # lines in which a word of a headline counts at most
TITLE_WORDS = range(4, 26)
TITLE_SHARES = (0.2, 0.4, 0.7, 1.0, 1.4)  # borders between how often the words of a headline recur
NO_TITLE = frozenset({"stop", "sentences", "byline"})


def blocks(page: Page) -> Iterator[list[str]]:
    """Features of the block of lines without a blank one between them, on pages that have blank lines."""
    starts = [i for i in range(page.count) if i == 0 or page.looks[i].apart]
    ends = [*starts[1:], page.count]
    lone = sum(page.strong[first] for first, end in zip(starts, ends, strict=True) if end - first == 1)
    style = "none" if len(starts) == 1 else "apart" if 2 * lone > sum(page.strong) else "mixed"
    for first, end in zip(starts, ends, strict=True):
        mass, hope = sum(page.masses[first:end]), sum(page.expected[first:end])
        for i in range(first, end):
            size = page.sizes[i]
            names = [f"style-{style}-{size}"]
            if style != "none":
                place = "lone" if end - first == 1 else "first" if i == first else "last" if i == end - 1 else "middle"
                names += [f"block-{style}-{step(end - first)}-{size}", f"in-block-{place}-{size}"]
                if end - first > 1:
                    names.append(f"block-mean-{grade((hope - page.expected[i]) / (mass - page.masses[i]))}-{size}")
            yield names


def headline(page: Page) -> Iterator[list[str]]:
    """Features of where the line stands to the likeliest headline, whose words recur most in the paragraphs below it."""
    at, recurring = _likeliest(page)
    worth = bisect_left(TITLE_SHARES, recurring)
    for i, size in enumerate(page.sizes):
        if at is None:
            yield [f"headless-{size}"]
            continue
        shared = min(len(page.looks[i].topic & page.looks[at].topic), 3)
        side = "below" if i > at else "above"
        where = "at" if i == at else f"{side}-{step(abs(i - at))}"
        yield [
            f"headline-{where}-{size}",
            f"headline-{where}-{worth}",
            f"headline-words-{shared}-{size}",
            f"headline-{side}-{shared}-{size}",
        ]


def _likeliest(page: Page) -> tuple[int | None, float]:
    """Which line is the headline, and how often its words recur; None if there is none."""
    places: dict[str, list[int]] = {}
    for i, look in enumerate(page.looks):
        if len(look.words) >= PARAGRAPH:
            for word in look.topic:
                places.setdefault(word, []).append(i)
    best, at = 0.0, None
    for i, look in enumerate(page.looks):
        if len(look.words) not in TITLE_WORDS or look.bullet or len(look.topic) < 2 or not NO_TITLE.isdisjoint(look.features):
            continue
        found = [places[word] for word in look.topic if word in places]
        recurring = sum(min(bisect_left(lines, i + BELOW + 1) - bisect_left(lines, i + 1), TIMES) for lines in found)
        worth = recurring / (len(look.topic) + 2)
        if worth > best:
            best, at = worth, i
    return at, best
