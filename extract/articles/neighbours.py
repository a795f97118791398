"""What a line shows by where it stands: the looks and first odds of all lines enter, the names of the features that hold leave.

An article is one run of paragraphs about the same people; menus, teasers and comments stand around it. Features say how the lines
near by look, how far the next paragraphs are, under which heading a line stands, and whether the article knows its words.
"""

import math
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property

from extract.articles.looks import Look

MOST = 45  # words that a single line may count for: a giant line must not outweigh an article
STEPS = (1, 2, 3, 5, 8, 13, 21)  # borders between distances, in lines
SHARES = (0.001, 0.02, 0.1, 0.3, 0.7, 0.9, 0.98, 0.999)  # borders between shares of the page
HEADINGS = ("related", "comments", "share", "account", "legal", "ad", "media", "bio", "nav", "byline")
HEADING = 8  # words that no heading has
LONG_WORD = 5  # letters from which a word tells what a text is about


def _grade(chance: float) -> int:
    """A probability in sixths."""
    return min(int(chance * 6), 5)


def _part(share: float, parts: int) -> int:
    """A share in so many parts."""
    return min(int(share * parts), parts - 1)


def _step(distance: int | None) -> str:
    return "none" if distance is None else str(bisect_left(STEPS, distance))


def best_run(gains: Sequence[float]) -> range:
    """The run of numbers with the largest sum; empty if none is above 0."""
    best, run, total, start = 0.0, range(0), 0.0, 0
    for index, gain in enumerate(gains):
        if total <= 0:
            total, start = 0.0, index
        total += gain
        if total > best:
            best, run = total, range(start, index + 1)
    return run


def since(marks: Sequence[bool]) -> list[int | None]:
    """How many lines before each the last marked one stands."""
    found: list[int | None] = []
    last: int | None = None
    for index, mark in enumerate(marks):
        found.append(None if last is None else index - last)
        if mark:
            last = index
    return found


def until(marks: Sequence[bool]) -> list[int | None]:
    """How many lines after each the next marked one stands."""
    return since(marks[::-1])[::-1]


def run_lengths(marks: Sequence[bool]) -> list[int]:
    """Length of the run of marked lines that each line is part of; 0 for those that are not marked."""
    lengths = [0] * len(marks)
    start = 0
    for index in range(len(marks) + 1):
        if index == len(marks) or not marks[index]:
            lengths[start:index] = [index - start] * (index - start)
            start = index + 1
    return lengths


def _heading(look: Look) -> str | None:
    """Of which kind of heading a line is."""
    if len(look.words) >= HEADING:
        return None
    return next((kind for kind in HEADINGS if look.cues.get(kind, 0) * 2 >= max(len(look.words), 1)), None)


class _Page:
    """All lines of a page with what is counted over the whole of it."""

    def __init__(self, looks: Sequence[Look], odds: Sequence[float]) -> None:
        self.looks = looks
        self.count = len(looks)
        self.chances = [1 / (1 + math.exp(-max(min(odd, 20.0), -20.0))) for odd in odds]
        self.masses = [min(len(look.words), MOST) + 1 for look in looks]
        self.sizes = ["short" if len(look.words) < 6 else "middle" if len(look.words) < 16 else "long" for look in looks]
        self.expected = [chance * mass for chance, mass in zip(self.chances, self.masses, strict=True)]
        self.strong = [chance > 0.8 and mass > 15 for chance, mass in zip(self.chances, self.masses, strict=True)]
        self.run = best_run([(2 * chance - 1) * mass for chance, mass in zip(self.chances, self.masses, strict=True)])

    @cached_property
    def headings(self) -> list[tuple[str, int | None, tuple[str, ...]]]:
        """Kind of the heading above each line, lines since then, and the kinds of all headings since the article began.

        A heading holds until the article has gone on for two paragraphs.
        """
        rows: list[tuple[str, int | None, tuple[str, ...]]] = []
        kind, at, past = "none", 0, tuple[str, ...]()
        begun = self.run.start
        for index, look in enumerate(self.looks):
            rows.append((kind, None if kind == "none" else index - at, past))
            if len(look.words) < HEADING and not self.strong[index]:
                found = _heading(look)
                if found:
                    kind, at = found, index
                    if index > begun and found not in past:
                        past = (*past, found)
            elif self.strong[index] and index and self.strong[index - 1]:
                kind = "none"
        return rows

    def mean(self, first: int, end: int) -> str:
        """Grade of the lines of a window, each weighted by its words."""
        window = range(max(first, 0), min(end, self.count))
        mass = sum(self.masses[i] for i in window)
        return str(_grade(sum(self.expected[i] for i in window) / mass)) if mass else "none"


def surroundings(looks: Sequence[Look], odds: Sequence[float]) -> list[tuple[str, ...]]:
    """Features of each line that its neighbourhood gives it.

    Args:
        looks: all lines that are not blank, in order.
        odds: log odds of each to be the article's own, by its look alone.
    """
    if not looks:
        return []
    page = _Page(looks, odds)
    columns = (
        _near(page),
        _distance(page),
        _under(page),
        _above(page),
        _titled(page),
        _known(page),
        _repeated(page),
        _blocks(page),
        _shapes(page),
        _headline(page),
    )
    return [tuple(name for names in row for name in names) for row in zip(*columns, strict=True)]


def _near(page: _Page) -> Iterator[list[str]]:
    """How the line itself and those next to it look."""
    for i, (chance, size) in enumerate(zip(page.chances, page.sizes, strict=True)):
        grade = _grade(chance)
        names = [f"self-{grade}", f"self-{grade}-{size}", f"size-{size}"]
        for name, at in (("up1", i - 1), ("up2", i - 2), ("down1", i + 1), ("down2", i + 2)):
            if 0 <= at < page.count:
                near = _grade(page.chances[at])
                names += [f"{name}-{near}", f"{name}-{near}-{size}"]
            else:
                names.append(f"{name}-edge")
        for name, first, end in (("up3", i - 3, i), ("up8", i - 8, i), ("down3", i + 1, i + 4), ("down8", i + 1, i + 9)):
            names.append(f"{name}-{page.mean(first, end)}")
        if 0 < i < page.count - 1:
            between = f"between-{_grade(page.chances[i - 1])}-{_grade(page.chances[i + 1])}"
            names += [between, f"{between}-{'long' if size == 'long' else 'short'}"]
        if i + 1 < page.count:
            if page.looks[i].bullet:
                names.append(f"list-{int(i > 0 and page.looks[i - 1].bullet)}{int(page.looks[i + 1].bullet)}")
            elif page.looks[i + 1].bullet:
                names.append(f"before-list-{size}")
        yield names


def _distance(page: _Page) -> Iterator[list[str]]:
    """Where the line stands to the paragraphs, to the run that is the article at first sight, and to date lines."""
    above, below = since(page.strong), until(page.strong)
    dates = [len(look.words) < 16 and not {"date", "byline", "ago"}.isdisjoint(look.features) for look in page.looks]
    dated, undated = since(dates), until(dates)
    runs = run_lengths([chance > 0.7 and len(look.words) > 11 for chance, look in zip(page.chances, page.looks, strict=True)])
    total = sum(page.expected) or 1.0
    mean = _part(sum(page.expected) / (sum(page.masses) or 1), 5)
    density = _part(sum(page.strong) / max(page.count, 1), 5)
    gone = 0.0
    for i, size in enumerate(page.sizes):
        before = bisect_left(SHARES, gone / total)
        gone += page.expected[i]
        after = bisect_left(SHARES, max(total - gone, 0.0) / total)
        place = "in" if i in page.run else "head" if i < page.run.start else "tail"
        away = {"in": 0, "head": page.run.start - i, "tail": i - page.run.stop + 1}[place]
        names = [f"before-{before}", f"after-{after}", f"after-{after}-{size}"]
        names += [f"above-{_step(above[i])}", f"below-{_step(below[i])}", f"inside-{_step(above[i])}-{_step(below[i])}"]
        names += [f"run-{place}", f"run-{place}-{size}", f"run-{place}-{_step(away)}"]
        names.append(f"run-{place}-{'bullet' if page.looks[i].bullet else 'plain'}")
        names += [f"page-{mean}-{place}", f"page-{mean}-{size}", f"density-{density}-{size}"]
        names += [f"dated-{_step(dated[i])}-{size}", f"undated-{_step(undated[i])}-{size}"]
        if runs[i]:
            names.append(f"row-{_step(runs[i])}-{size}")
        else:
            names.append(f"beside-row-{_step(max(runs[max(i - 1, 0) : i + 2]))}-{size}")
        yield names


def _under(page: _Page) -> Iterator[list[str]]:
    """Under which heading the line stands."""
    for i, (kind, lines, past) in enumerate(page.headings):
        names = [f"heading-{kind}", f"{'strong' if page.strong[i] else 'weak'}-heading-{kind}", *(f"past-{each}" for each in past)]
        if lines is not None:
            names.append(f"heading-{kind}-{_step(lines)}")
        yield names


def _above(page: _Page) -> Iterator[list[str]]:
    """Above which heading the line stands."""
    rows: list[list[str]] = []
    kind, lines, paragraphs = "none", 0, 0
    for i in range(page.count - 1, -1, -1):
        rows.append([f"next-{kind}", f"next-{kind}-{page.sizes[i]}", f"next-{kind}-{_step(lines)}-{min(paragraphs, 3)}"])
        lines, paragraphs = lines + 1, paragraphs + page.strong[i]
        found = _heading(page.looks[i]) if not page.strong[i] else None
        if found:
            kind, lines, paragraphs = found, 0, 0
    yield from reversed(rows)


def _titled(page: _Page) -> Iterator[list[str]]:
    """Whether the line stands by lines that look like titles, and by datelines."""
    title = [5 <= len(look.words) <= 22 and not {"stop", "sentences", "byline", "date"} & set(look.features) for look in page.looks]
    opens = [page.strong[i] and "dateline" in page.looks[i].features for i in range(page.count)]
    above, below = since(opens), until(opens)
    times = Counter(look.words for look in page.looks)
    again = since([title[i] and times[page.looks[i].words] > 1 for i in range(page.count)])
    for i, size in enumerate(page.sizes):
        up, down = i > 0 and title[i - 1], i + 1 < page.count and title[i + 1]
        names = [f"title-{int(up)}{int(title[i])}{int(down)}-{size}", f"again-{_step(again[i])}-{size}"]
        names.append(f"opened-{'below' if below[i] else 'above' if above[i] else 'self' if opens[i] else 'none'}-{size}")
        if title[i] and i + 1 < page.count:
            after = page.looks[i + 1]
            one = "stop" in after.features and "sentences" not in after.features and len(after.words) <= 35
            names.append(f"title-over-{'one' if one else page.sizes[i + 1]}")
        elif up:
            names.append(f"under-title-{'several' if 'sentences' in page.looks[i].features else 'one'}-{size}")
        yield names


def _known(page: _Page) -> Iterator[list[str]]:
    """Whether the words and names of the line are those of the article."""
    inside = [page.looks[i] for i in page.run]
    words = Counter(word for look in inside for word in set(look.words) if len(word) >= LONG_WORD)
    people = Counter(name for look in inside for name in look.names)
    for i, look in enumerate(page.looks):
        own = i in page.run
        place = "in" if own else "head" if i < page.run.start else "tail"
        names: list[str] = []
        rare = {word for word in look.words if len(word) >= LONG_WORD} if len(look.words) >= 6 else None
        if rare:
            part = _part(sum(words[word] > own for word in rare) / len(rare), 5)
            names += [f"known-{place}-{part}", f"known-{part}-{page.sizes[i]}"]
        if look.names:
            part = _part(sum(people[name] > own for name in look.names) / len(look.names), 4)
            names += [f"names-{place}-{part}", f"names-{part}-{page.sizes[i]}"]
        yield names


def _repeated(page: _Page) -> Iterator[list[str]]:
    """Whether the line stands on the page more than once."""
    times = Counter(look.words for look in page.looks)
    seen: set[tuple[str, ...]] = set()
    for look, size in zip(page.looks, page.sizes, strict=True):
        if len(look.words) > 2 and times[look.words] > 1:
            yield ["again" if look.words in seen else "first-of-several", f"repeated-{size}"]
            seen.add(look.words)
        else:
            yield []


def _blocks(page: _Page) -> Iterator[list[str]]:
    """The block of lines without a blank one between them that the line stands in, on pages that have blank lines."""
    starts = [i for i in range(page.count) if i == 0 or page.looks[i].apart]
    ends = [*starts[1:], page.count]
    lone = sum(page.strong[first] for first, end in zip(starts, ends, strict=True) if end - first == 1)
    strong = sum(page.strong)
    style = "none" if len(starts) == 1 else "apart" if 2 * lone > strong else "mixed"
    for first, end in zip(starts, ends, strict=True):
        mass, hope = sum(page.masses[first:end]), sum(page.expected[first:end])
        for i in range(first, end):
            size = page.sizes[i]
            if style == "none":
                yield [f"style-none-{size}"]
                continue
            names = [f"style-{style}-{size}", f"block-{style}-{_step(end - first)}-{size}"]
            names.append(
                f"in-block-{'lone' if end - first == 1 else 'first' if i == first else 'last' if i == end - 1 else 'middle'}-{size}"
            )
            if end - first > 1:
                names.append(f"block-mean-{_grade((hope - page.expected[i]) / (mass - page.masses[i]))}-{size}")
            yield names


LONG = (3, 6, 10, 16, 31)
SHAPE = (
    "bullet+",
    "bullet*",
    "bullet-other",
    "stop",
    "sentences",
    "upper",
    "joint",
    "byline",
    "date",
    "quote",
    "lower",
    "has|",
    "last…",
    "last:",
)


def _shape(look: Look) -> tuple[int, ...]:
    """What lines of one list have in common."""
    held = set(look.features)
    capitals = next((int(name[-1]) > 2 for name in look.features if name.startswith("capitals-")), False)
    return (bisect_left(LONG, len(look.words) + 1), capitals, *(name in held for name in SHAPE))


def _shapes(page: _Page) -> Iterator[list[str]]:
    """How many lines of the page have the shape of this one, how those look, and whether they stand beside it or in turns."""
    shapes = [_shape(look) for look in page.looks]
    counts = Counter(shapes)
    hope: Counter[tuple[int, ...]] = Counter()
    for shape, chance in zip(shapes, page.chances, strict=True):
        hope[shape] += chance
    same = [False, *(a == b for a, b in zip(shapes, shapes[1:], strict=False)), False]
    runs = [0] * page.count
    start = 0
    for i in range(page.count):
        if not same[i + 1]:
            runs[start : i + 1] = [i + 1 - start] * (i + 1 - start)
            start = i + 1
    for i, shape in enumerate(shapes):
        size = page.sizes[i]
        names = [f"shapes-{_step(counts[shape])}-{size}", f"shape-run-{_step(runs[i])}-{size}"]
        if counts[shape] > 1:
            names.append(f"shape-mean-{_grade((hope[shape] - page.chances[i]) / (counts[shape] - 1))}-{size}")
        for period in (2, 3):
            turns = sum(
                0 <= at < page.count and shapes[at] == shape for at in (i - 2 * period, i - period, i + period, i + 2 * period)
            )
            if turns and runs[i] == 1:
                names.append(f"turns-{period}-{turns}-{size}")
        yield names


BELOW = 15  # lines below a headline whose words are those of its story
TITLE_WORDS = range(4, 26)
TITLE_SHARES = (0.2, 0.4, 0.7, 1.0, 1.4)


def _headline(page: _Page) -> Iterator[list[str]]:
    """Where the line stands to the likeliest headline, the line whose words recur most in the paragraphs below it, and its words."""
    places: dict[str, list[int]] = {}
    words = [frozenset(word for word in look.words if len(word) >= LONG_WORD) for look in page.looks]
    for i, (look, mass) in enumerate(zip(page.looks, page.masses, strict=True)):
        if mass > 12:
            for word in words[i]:
                places.setdefault(word, []).append(i)
    best, at = 0.0, None
    for i, look in enumerate(page.looks):
        if (
            len(look.words) in TITLE_WORDS
            and not look.bullet
            and len(words[i]) > 1
            and not {"stop", "sentences", "byline"} & set(look.features)
        ):
            score = 0.0
            for word in words[i]:
                found = places.get(word)
                if found:
                    first = bisect_left(found, i + 1)
                    score += min(bisect_left(found, i + BELOW + 1) - first, 3)
            score /= len(words[i]) + 2
            if score > best:
                best, at = score, i
    grade = bisect_left(TITLE_SHARES, best)
    for i, size in enumerate(page.sizes):
        if at is None:
            yield [f"headless-{size}"]
            continue
        shared = min(len(words[i] & words[at]), 3)
        where = "at" if i == at else f"below-{_step(i - at)}" if i > at else f"above-{_step(at - i)}"
        yield [
            f"headline-{where}-{size}",
            f"headline-{where}-{grade}",
            f"headline-words-{shared}-{size}",
            f"headline-{'below' if i > at else 'above'}-{shared}-{size}",
        ]
