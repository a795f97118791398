"""The learned part of labelling: looks of all lines enter, which of them are the article's own leaves.

Two logistic regressions whose weights are a readable table (`line_weights.tsv`): the first judges each line by its look, the second
by its look and by how the first judged the lines around it. `extract.evaluation.train_lines` makes the table.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from extract.articles.looks import Look
from extract.articles.neighbours import surroundings
from extract.lexicons import read_table

LEAN = 0.15  # log odds added to every line: a sentence lost costs more than a line of clutter kept
GAP = 0.4  # log odds that each foreign line inside the body costs: menus do not stand in the middle of articles
SHORT = 3  # words up to which a line inside the body goes by its own odds: "Advertisement" interrupts, a subhead does not


@dataclass(frozen=True, slots=True)
class LineModel:
    """Weights of the features, as log odds.

    Args:
        look: those of a line by itself, for the first judgement.
        place: those of a line in its neighbourhood, for the second.
    """

    look: Mapping[str, float]
    place: Mapping[str, float]

    def features(self, looks: Sequence[Look]) -> Iterator[tuple[str, ...]]:
        """What the second judgement sees of each line."""
        alone = [_sum(self.look, look.features) for look in looks]
        return (look.features + names for look, names in zip(looks, surroundings(looks, alone), strict=True))

    def odds(self, looks: Sequence[Look]) -> list[float]:
        """Log odds of each line to be the article's own words below its headline."""
        return [_sum(self.place, names) for names in self.features(looks)]


def _sum(weights: Mapping[str, float], names: Sequence[str]) -> float:
    return sum([weights[name] for name in names if name in weights], 0.0)


@cache
def line_model() -> LineModel:
    """The model that comes with the program."""
    rows = read_table("line_weights")
    look, place = ({row["feature"]: float(row["weight"]) for row in rows if row["stage"] == stage} for stage in ("look", "place"))
    return LineModel(look, place)


def body_lines(odds: Sequence[float], words: Sequence[int]) -> list[bool]:
    """Which lines are the body: the best path through a page that has a head, one article with gaps, and a tail.

    Args:
        odds: log odds of each line to be body.
        words: how many words each has.
    """
    never = float("-inf")
    head, body, gap, tail = 0.0, never, never, never
    steps: list[tuple[int, int, int]] = []  # where the best path to body, gap and tail came from
    for odd in odds:
        into_body = max((head, 0), (body, 1), (gap, 2))
        into_gap = max((body, 1), (gap, 2))
        into_tail = max((body, 1), (tail, 3))
        steps.append((into_body[1], into_gap[1], into_tail[1]))
        body, gap, tail = into_body[0] + odd + LEAN, into_gap[0] - GAP, into_tail[0]
    state = max((head, 0), (body, 1), (tail, 3))[1]
    kept = []
    for odd, count, step in zip(reversed(odds), reversed(words), reversed(steps), strict=True):
        kept.append(state == 1 and (odd + LEAN > 0 or count > SHORT))
        state = (0, *step)[state]
    return kept[::-1]
