"""What a line shows by where it stands: the looks and first odds of all lines enter, the names of the features that hold leave."""

import math
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from extract.articles.looks import Look

MOST = 45  # words that a single line may count for: a giant line must not outweigh an article
SHARES = (0.001, 0.02, 0.1, 0.3, 0.7, 0.9, 0.98, 0.999)
STEPS = (1, 2, 3, 5, 8, 13, 21)
SIGNS = ("related", "comments", "share", "account", "legal", "ad", "media", "bio", "nav", "byline")


def _grade(value: float) -> int:
    """A probability in sixths."""
    return min(int(value * 6), 5)


def best_run(gains: Sequence[float]) -> tuple[int, int]:
    """First index and end of the run of numbers with the largest sum; (0, 0) if none is above 0."""
    best, where, total, start = 0.0, (0, 0), 0.0, 0
    for index, gain in enumerate(gains):
        if total <= 0:
            total, start = 0.0, index
        total += gain
        if total > best:
            best, where = total, (start, index + 1)
    return where


def _mean(chances: Sequence[float], masses: Sequence[int], first: int, end: int) -> float | None:
    window = range(max(first, 0), min(end, len(chances)))
    mass = sum(masses[i] for i in window)
    return sum(chances[i] * masses[i] for i in window) / mass if mass else None


def _distances(strong: Sequence[bool]) -> list[int | None]:
    """How many lines back the last strong line stands."""
    found: list[int | None] = []
    last: int | None = None
    for index, is_strong in enumerate(strong):
        found.append(None if last is None else index - last)
        if is_strong:
            last = index
    return found


def _step(distance: int | None) -> str:
    return "none" if distance is None else str(bisect_left(STEPS, distance))


def surroundings(looks: Sequence[Look], odds: Sequence[float]) -> list[tuple[str, ...]]:
    """Features of each line that its neighbourhood gives it.

    Args:
        looks: all lines that are not blank, in order.
        odds: log odds of each to be the article's own, by its look alone.
    """
    count = len(looks)
    chances = [1 / (1 + math.exp(-max(min(odd, 20), -20))) for odd in odds]
    masses = [min(len(each.words), MOST) + 1 for each in looks]
    expected = [chance * mass for chance, mass in zip(chances, masses, strict=True)]
    total = sum(expected) or 1.0
    first, end = best_run([(2 * chance - 1) * mass for chance, mass in zip(chances, masses, strict=True)])
    strong = [chance > 0.8 and mass > 15 for chance, mass in zip(chances, masses, strict=True)]
    above = _distances(strong)
    below = _distances(strong[::-1])[::-1]
    share_of_strong = sum(strong) / max(count, 1)
    texts = Counter(each.words for each in looks)
    seen: set[tuple[str, ...]] = set()
    block = {word for each in looks[first:end] for word in each.words if len(word) > 4}
    counts = Counter(word for each in looks for word in set(each.words) if len(word) > 4)
    mean_all = sum(expected) / (sum(masses) or 1)
    heading = "none"
    heading_at = -1
    gone = 0.0
    rows = []
    for i, each in enumerate(looks):
        size = "short" if len(each.words) < 6 else "middle" if len(each.words) < 16 else "long"
        names = [f"self-{_grade(chances[i])}", f"self-{_grade(chances[i])}-{size}", "bias2", f"size-{size}"]
        for name, at in (("up1", i - 1), ("up2", i - 2), ("down1", i + 1), ("down2", i + 2)):
            if 0 <= at < count:
                names += [f"{name}-{_grade(chances[at])}", f"{name}-{_grade(chances[at])}-{size}"]
            else:
                names.append(f"{name}-edge")
        for name, a, b in (("up3", i - 3, i), ("up8", i - 8, i), ("down3", i + 1, i + 4), ("down8", i + 1, i + 9)):
            mean = _mean(chances, masses, a, b)
            names.append(f"{name}-none" if mean is None else f"{name}-{_grade(mean)}")
        before = gone / total
        gone += expected[i]
        after = max(total - gone, 0.0) / total
        names.append(f"before-{bisect_left(SHARES, before)}")
        names.append(f"after-{bisect_left(SHARES, after)}")
        names.append(f"after-{bisect_left(SHARES, after)}-{size}")
        names += [f"above-{_step(above[i])}", f"below-{_step(below[i])}"]
        names.append(f"between-{_step(above[i])}-{_step(below[i])}")
        place = "in" if first <= i < end else "head" if i < first else "tail"
        away = 0 if place == "in" else first - i if place == "head" else i - end + 1
        names += [f"run-{place}", f"run-{place}-{size}", f"run-{place}-{_step(away)}"]
        names.append(f"run-{place}-bullet" if each.bullet else f"run-{place}-plain")
        names.append(f"heading-{heading}")
        if heading != "none":
            names.append(f"heading-{heading}-{bisect_left(STEPS, i - heading_at)}")
        if strong[i]:
            names.append(f"strong-heading-{heading}")
        elif heading != "none":
            names.append(f"weak-heading-{heading}")
        # a heading holds for what follows until the article has gone on for two paragraphs
        if len(each.words) < 8 and not strong[i]:
            for kind in SIGNS:
                if kind in each.cues and each.cues[kind] * 2 >= len(each.words):
                    heading, heading_at = kind, i
                    break
        if i > 0 and strong[i] and strong[i - 1] and chances[i] > 0.9:
            heading = "none"
        if len(each.words) > 2 and texts[each.words] > 1:
            names += ["again" if each.words in seen else "twice", f"again-{size}"]
        seen.add(each.words)
        if len(each.words) >= 6:
            rare = {word for word in each.words if len(word) > 4}
            if rare:
                inside = first <= i < end
                known = sum(counts[word] > 1 if inside else word in block for word in rare) / len(rare)
                names += [f"known-{place}-{min(int(known * 5), 4)}", f"known-{min(int(known * 5), 4)}-{size}"]
        names.append(f"page-{min(int(mean_all * 5), 4)}-{place}")
        names.append(f"page-{min(int(mean_all * 5), 4)}-{size}")
        names.append(f"density-{min(int(share_of_strong * 5), 4)}-{size}")
        if each.bullet and i + 1 < count:
            names.append(f"list-{int(i > 0 and looks[i - 1].bullet)}{int(looks[i + 1].bullet)}")
        if not each.bullet and i + 1 < count and looks[i + 1].bullet:
            names.append(f"before-list-{size}")
        if 0 < i < count - 1:
            names.append(f"sandwich-{_grade(chances[i - 1])}-{_grade(chances[i + 1])}")
            if size != "long":
                names.append(f"sandwich-{_grade(chances[i - 1])}-{_grade(chances[i + 1])}-short")
        rows.append(tuple(names))
    return rows
