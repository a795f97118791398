"""What holds for any text: spans are true, mentions are apart, and time grows no faster than the text."""

import time
from decimal import Decimal
from functools import cache
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.mentions.quantities import find_quantities
from extract.mentions.quantity import Money, Percentage
from extract.spans import Mention

WORDS = (
    "$ € US$ Rs kr N 5 1,000 2.5 - ( ) million bn half a and to from between euros pounds cents % percent points about or in of ½"
)
PIECES = st.sampled_from((*WORDS.split(" "), " ", "\n", "1/2", "one", "hundred", ",", "."))
DENSE = ["$", "1,", "million ", "1 ", "one hundred and ", "1-", "from ", "(", "1.1", "$ ", "half ", "half of ", "about ", "%", "x"]
PROSE = "The ministry said that the country had spent 20 million euros ($21 million) on roads, 5 percent more than it planned. "
SIZE = 30_000


@settings(derandomize=True, deadline=None, max_examples=200)
@given(st.lists(PIECES, max_size=40).map(" ".join) | st.lists(PIECES, max_size=40).map("".join) | st.text(max_size=200))
def test_mentions_quote_the_text_and_do_not_overlap(text: str) -> None:
    found = find_quantities(text)
    mentions: list[Mention[Money | Percentage]] = sorted((*found.money, *found.percentages), key=lambda mention: mention.span)
    assert [m.quote for m in mentions] == [text[m.span.start : m.span.end] for m in mentions]
    assert all(one.span.end <= two.span.start for one, two in pairwise(mentions))
    assert all(m.quote.strip() == m.quote != "" for m in mentions)
    assert all(m.value.amount.is_finite() for m in mentions)


@settings(derandomize=True, deadline=None)
@given(st.integers(min_value=0, max_value=10**12), st.sampled_from(["$", "£", "€"]))
def test_any_whole_number_is_read_with_or_without_commas(number: int, sign: str) -> None:
    found = find_quantities(f"They paid {sign}{number:,} and {sign}{number} then.").money
    assert [mention.value.amount for mention in found] == [Decimal(number)] * 2


@cache
def seconds(text: str) -> float:
    """The best of three times of the finder."""
    times = []
    for _ in range(3):
        start = time.perf_counter()
        find_quantities(text)
        times.append(time.perf_counter() - start)
    return min(times)


@pytest.mark.parametrize("piece", DENSE)
def test_repeated_pieces_take_no_longer_than_prose(piece: str) -> None:
    assert seconds(piece * (SIZE // len(piece))) < 3 * seconds(PROSE * (SIZE // len(PROSE)))
