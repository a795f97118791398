"""What a line shows by where it stands: the looks and first odds of all lines enter, the names of the features that hold leave.

An article is one run of paragraphs about the same people; menus, teasers and comments stand around it. Features say how the lines
near by look, how far the next paragraphs are, under which heading a line stands, and whether the article knows its words.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence

from extract.articles.layout import blocks, headline
from extract.articles.looks import Look
from extract.articles.page import Page, grade, heading_of, part, run_lengths, since, step, until

SHARES = (0.001, 0.02, 0.1, 0.3, 0.7, 0.9, 0.98, 0.999)  # borders between shares of the page


def surroundings(looks: Sequence[Look], odds: Sequence[float]) -> list[tuple[str, ...]]:
    """Features of each line that its neighbourhood gives it.

    Args:
        looks: all lines that are not blank, in order.
        odds: log odds of each to be the article's own, by its look alone.
    """
    if not looks:
        return []
    page = Page(looks, odds)
    columns = (
        _near(page),
        _distance(page),
        _under(page),
        _above(page),
        _titled(page),
        _known(page),
        _repeated(page),
        blocks(page),
        headline(page),
    )
    return [tuple(name for names in row for name in names) for row in zip(*columns, strict=True)]


def _near(page: Page) -> Iterator[list[str]]:
    """How the line itself and those next to it look."""
    for i, (chance, size) in enumerate(zip(page.chances, page.sizes, strict=True)):
        own = grade(chance)
        names = [f"self-{own}", f"self-{own}-{size}", f"size-{size}"]
        for name, at in (("up1", i - 1), ("up2", i - 2), ("down1", i + 1), ("down2", i + 2)):
            if 0 <= at < page.count:
                near = grade(page.chances[at])
                names += [f"{name}-{near}", f"{name}-{near}-{size}"]
            else:
                names.append(f"{name}-edge")
        for name, first, end in (("up3", i - 3, i), ("up8", i - 8, i), ("down3", i + 1, i + 4), ("down8", i + 1, i + 9)):
            names.append(f"{name}-{page.mean(first, end)}")
        if 0 < i < page.count - 1:
            between = f"between-{grade(page.chances[i - 1])}-{grade(page.chances[i + 1])}"
            names += [between, f"{between}-{'long' if size == 'long' else 'short'}"]
        if i + 1 < page.count:
            if page.looks[i].bullet:
                names.append(f"list-{int(i > 0 and page.looks[i - 1].bullet)}{int(page.looks[i + 1].bullet)}")
            elif page.looks[i + 1].bullet:
                names.append(f"before-list-{size}")
        yield names


def _distance(page: Page) -> Iterator[list[str]]:
    """Where the line stands to the paragraphs, to the run that is the article at first sight, and to date lines."""
    above, below = since(page.strong), until(page.strong)
    dates = [len(look.words) < 16 and not {"date", "byline", "ago"}.isdisjoint(look.features) for look in page.looks]
    dated, undated = since(dates), until(dates)
    runs = run_lengths([chance > 0.7 and len(look.words) > 11 for chance, look in zip(page.chances, page.looks, strict=True)])
    total = sum(page.expected) or 1.0
    mean = part(sum(page.expected) / (sum(page.masses) or 1), 5)
    density = part(sum(page.strong) / max(page.count, 1), 5)
    gone = 0.0
    for i, size in enumerate(page.sizes):
        before = bisect_left(SHARES, gone / total)
        gone += page.expected[i]
        after = bisect_left(SHARES, max(total - gone, 0.0) / total)
        place = "in" if i in page.run else "head" if i < page.run.start else "tail"
        away = {"in": 0, "head": page.run.start - i, "tail": i - page.run.stop + 1}[place]
        names = [f"before-{before}", f"after-{after}", f"after-{after}-{size}"]
        names += [f"above-{step(above[i])}", f"below-{step(below[i])}", f"inside-{step(above[i])}-{step(below[i])}"]
        names += [f"run-{place}", f"run-{place}-{size}", f"run-{place}-{step(away)}"]
        names.append(f"run-{place}-{'bullet' if page.looks[i].bullet else 'plain'}")
        names += [f"page-{mean}-{place}", f"page-{mean}-{size}", f"density-{density}-{size}"]
        names += [f"dated-{step(dated[i])}-{size}", f"undated-{step(undated[i])}-{size}"]
        if runs[i]:
            names.append(f"row-{step(runs[i])}-{size}")
        else:
            names.append(f"beside-row-{step(max(runs[max(i - 1, 0) : i + 2]))}-{size}")
        yield names


def _under(page: Page) -> Iterator[list[str]]:
    """Under which heading the line stands."""
    for i, (kind, lines, past) in enumerate(page.headings):
        names = [f"heading-{kind}", f"{'strong' if page.strong[i] else 'weak'}-heading-{kind}", *(f"past-{each}" for each in past)]
        if lines is not None:
            names.append(f"heading-{kind}-{step(lines)}")
        yield names


def _above(page: Page) -> Iterator[list[str]]:
    """Above which heading the line stands."""
    rows: list[list[str]] = []
    kind, lines, paragraphs = "none", 0, 0
    for i in range(page.count - 1, -1, -1):
        rows.append([f"next-{kind}", f"next-{kind}-{page.sizes[i]}", f"next-{kind}-{step(lines)}-{min(paragraphs, 3)}"])
        lines, paragraphs = lines + 1, paragraphs + page.strong[i]
        found = heading_of(page.looks[i]) if not page.strong[i] else None
        if found:
            kind, lines, paragraphs = found, 0, 0
    yield from reversed(rows)


def _titled(page: Page) -> Iterator[list[str]]:
    """Whether the line stands by lines that look like titles, and by datelines."""
    title = [5 <= len(look.words) <= 22 and not {"stop", "sentences", "byline", "date"} & set(look.features) for look in page.looks]
    opens = [page.strong[i] and "dateline" in page.looks[i].features for i in range(page.count)]
    above, below = since(opens), until(opens)
    times = Counter(look.words for look in page.looks)
    again = since([title[i] and times[page.looks[i].words] > 1 for i in range(page.count)])
    for i, size in enumerate(page.sizes):
        up, down = i > 0 and title[i - 1], i + 1 < page.count and title[i + 1]
        names = [f"title-{int(up)}{int(title[i])}{int(down)}-{size}", f"again-{step(again[i])}-{size}"]
        names.append(f"opened-{'below' if below[i] else 'above' if above[i] else 'self' if opens[i] else 'none'}-{size}")
        if title[i] and i + 1 < page.count:
            after = page.looks[i + 1]
            one = "stop" in after.features and "sentences" not in after.features and len(after.words) <= 35
            names.append(f"title-over-{'one' if one else page.sizes[i + 1]}")
        elif up:
            names.append(f"under-title-{'several' if 'sentences' in page.looks[i].features else 'one'}-{size}")
        yield names


def _known(page: Page) -> Iterator[list[str]]:
    """Whether the words and names of the line are those of the article."""
    inside = [page.looks[i] for i in page.run]
    words = Counter(word for look in inside for word in look.topic)
    people = Counter(name for look in inside for name in look.names)
    for i, look in enumerate(page.looks):
        own = i in page.run
        place = "in" if own else "head" if i < page.run.start else "tail"
        names: list[str] = []
        if look.topic and len(look.words) >= 6:
            share = part(sum(words[word] > own for word in look.topic) / len(look.topic), 5)
            names += [f"known-{place}-{share}", f"known-{share}-{page.sizes[i]}"]
        if look.names:
            share = part(sum(people[name] > own for name in look.names) / len(look.names), 4)
            names += [f"names-{place}-{share}", f"names-{share}-{page.sizes[i]}"]
        yield names


def _repeated(page: Page) -> Iterator[list[str]]:
    """Whether the line stands on the page more than once."""
    times = Counter(look.words for look in page.looks)
    seen: set[tuple[str, ...]] = set()
    for look, size in zip(page.looks, page.sizes, strict=True):
        if len(look.words) > 2 and times[look.words] > 1:
            yield ["again" if look.words in seen else "first-of-several", f"repeated-{size}"]
            seen.add(look.words)
        else:
            yield []
