"""The finder of times on any text: sorted mentions without overlap, in time that grows as the text does."""

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.mentions.times.find import find_times
from extract.mentions.times.lexer import lexicon

FRIDAY = "2025-03-14"
SIGNS = [
    "3",
    "1st",
    "2024",
    "'24",
    "-",
    "–",
    ",",
    ".",
    "/",
    "10:30",
    "03/01/2025",
    "2024-25",
    "Christmas",
    "9/11",
    "Q3",
    "1990s",
    "BC",
]
WORDS = st.sampled_from(
    [*lexicon(), *SIGNS, "the", "a", "of", "ago", "since", "until", "from", "to", "half", "past", "every", "\n\n"]
)
DENSE = [
    "q1 ",
    "June 1 - ",
    "June 3 and 4, ",
    "Monday ",
    "1 and ",
    "half and a half ",
    "two or three or ",
    "the end of the ",
    "9 a.m. to ",
    "a year or ",
    "$1,,",
    "1:1:",
    "2020-",
    "'",
    " ",
    "\n ",
]
SIZE = 2_000


@settings(derandomize=True, deadline=None, max_examples=300)
@given(
    st.lists(WORDS, max_size=40).map(" ".join) | st.text(max_size=120),
    st.sampled_from([FRIDAY, None, "no date", "2024-02-29T10:00Z"]),
)
def test_any_text_gives_sorted_mentions_that_do_not_overlap(text: str, published: str | None) -> None:
    mentions = find_times(text, published=published)
    assert [mention.quote for mention in mentions] == [mention.span.of(text) for mention in mentions]
    assert all(first.span.end <= second.span.start for first, second in pairwise(mentions))
    assert all(mention.quote.strip() for mention in mentions)


def seconds(text: str) -> float:
    """The better of two times of the finder, in seconds of this process."""
    times = []
    for _ in range(2):
        start = time.process_time()
        find_times(text, published=FRIDAY)
        times.append(time.process_time() - start)
    return min(times)


@pytest.mark.parametrize("piece", DENSE)
def test_time_grows_as_the_text_does(piece: str) -> None:
    long, short = piece * (4 * SIZE // len(piece)), piece * (SIZE // len(piece))
    assert seconds(long) < 10 * seconds(short) + 0.01


def test_long_numbers_are_not_computed_with() -> None:
    digits = "9" * 200_000
    assert seconds(f"{digits} years ago, for {digits} years and in {digits}") < 1
