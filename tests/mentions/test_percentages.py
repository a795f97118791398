"""Percentages and shares: expressions and the values that they have."""

import pytest

from extract.mentions.quantities import find_quantities

PERCENT = [
    ("Up [5%], [5 %], [5 percent], [5 per cent], [5pct], [5pc] and [five per cent].", ["5 percent"] * 7),
    ("Yields of [-0.4%] and [minus 0.4 percent].", ["-0.4 percent"] * 2),
    ("A [51-percent] stake grew by [6-1/8 pct].", ["51 percent", "6.125 percent"]),
    ("It rose [three-tenths of 1 percent], then [half a percent].", ["0.3 percent", "0.5 percent"]),
    (
        "It fell [3 percentage points], a [0.5 percentage-point] more, [2.5 pp] in all.",
        ["3 percentage_point", "0.5 percentage_point", "2.5 percentage_point"],
    ),
    ("A [quarter-point] cut after a rise of [half a percentage point].", ["0.25 percentage_point", "0.5 percentage_point"]),
    ("Bonds lost [25 basis points] or [50bp].", ["25 basis_point", "50 basis_point"]),
    ("Between [10 and 20 percent] or [60-65%], [six to seven pct].", ["10..20 percent", "60..65 percent", "6..7 percent"]),
    ("It rose from [2%] to [3%].", ["2 percent", "3 percent"]),
    ("It fell [6.5%], against [3.1] a year earlier.", ["6.5 percent", "3.1 percent"]),
    ("It slowed to [3 percent] from [3.4] in April, against [2.8] a month before.", ["3 percent", "3.4 percent", "2.8 percent"]),
    ("It cut the rate from [5 per cent] to [4.5].", ["5 percent", "4.5 percent"]),
    ("Shares rose [3%] to 45 on Monday; the index fell [3%] from 107.2 in May.", ["3 percent", "3 percent"]),
    (
        "The party polls at [43%], [three points] ahead; a survey in May found a [2-point] gap.",
        ["43 percent", "3 percentage_point", "2 percentage_point"],
    ),
    ("The jobless rate fell [two points] to [5 percent].", ["2 percentage_point", "5 percent"]),
    ("It raised interest rates by [half a point].", ["0.5 percentage_point"]),
    ("Over [90%], up to [30%] and [20%] or more.", ["over 90 percent", "up_to 30 percent", "over 20 percent"]),
    ("It spends [0.25%] of GDP.", ["0.25 percent"]),
]
SHARES = [
    ("[A third] of its budget went, [two-thirds] of the staff too.", ["33.33 percent", "66.67 percent"]),
    ("Nearly a third of it, [31%], is lost; [48 percent], or almost half of them, won.", ["31 percent", "48 percent"]),
    ("Almost [half] of the aid came; [half] the fine is paid.", ["under 50 percent", "50 percent"]),
    ("It will cut [a third] from the bill and owns [a fifth].", ["33.33 percent", "20 percent"]),
    ("Sales rose from [a quarter] to [a third], costs fell by nearly [half].", ["25 percent", "33.33 percent", "under 50 percent"]),
    ("Water use dropped [a fifth] to 30 litres.", ["20 percent"]),
    (
        "More than [half] said no, about [a quarter] were unsure, [a tenth] are away.",
        ["over 50 percent", "about 25 percent", "10 percent"],
    ),
    ("It bought a [one-fifth] stake for cash.", ["20 percent"]),
    ("Over [three-quarters] of them paid in [three quarters] of the cases.", ["over 75 percent", "75 percent"]),
    ("[One in five] of the cars, [nine out of 10] shells and [one in eight] men.", ["20 percent", "90 percent", "12.5 percent"]),
]
NOTHING = [
    "In the second half of the year and the third quarter of 2024",
    "half an hour, half a mile, two and a half years, a quarter of an hour",
    "It costs half as much, a third more, twice the price.",
    "a one in 10,000 chance; the odds are 50-50",
    "one in 2005 and two in 10 minutes",
    "A third person came on the fourth of July.",
    "A third man came a third time; he scored a third and was followed by a third.",
    "She lost the first two games and lost a third in May.",
    "Two mills fell silent and they will cut a third.",
    "It grew to a third page; they hold a third meeting and control a third party.",
    "Profit fell for three quarters in a row and will rise three quarters later.",
    "It fell to two and a third; it rose by an hour and a quarter.",
    "more than half an hour, about half past nine, cut in half, by half time",
    "the 90th percentile and a small percent",
    "won by 3 points",
    "At one point voters left; a ten-point plan; pollsters made three points.",
    "In a poll of coaches they lead by 8 points; the survey's index fell 4 points.",
    "The Dow fell 40 points after the vote on interest rates; she won the match by half a point.",
    "the opposite half of the draw, the top half of the table",
]


def marked(sentence: str) -> tuple[str, list[str]]:
    """The sentence without its brackets, and what stood in them."""
    parts = sentence.replace("]", "[").split("[")
    return "".join(parts), parts[1::2]


@pytest.mark.parametrize(("sentence", "values"), [*PERCENT, *SHARES])
def test_percentage_is_found_with_its_value(sentence: str, values: list[str]) -> None:
    text, quotes = marked(sentence)
    found = find_quantities(text).percentages
    assert [(m.quote, str(m.value)) for m in found] == list(zip(quotes, values, strict=True))


@pytest.mark.parametrize("text", NOTHING)
def test_look_alikes_are_not_percentages(text: str) -> None:
    assert find_quantities(text).percentages == ()
