"""What the whole room finds in sentences of news: spans, values, bounds, look-alikes."""

import pytest

from extract.mentions.times.find import find_times

FRIDAY = "2025-03-14"


def found(text: str, published: str | None = FRIDAY, *, day_first: bool | None = None) -> list[tuple[str, str]]:
    return [(mention.quote, str(mention.value)) for mention in find_times(text, published=published, day_first=day_first)]


WRITTEN = [
    ("signed on March 1, 2024, in Paris", "March 1, 2024", "DATE 2024-03-01"),
    ("signed on 1st of March 2024 in Paris", "1st of March 2024", "DATE 2024-03-01"),
    ("signed on Sat., Mar. 1, 2025 in Paris", "Sat., Mar. 1, 2025", "DATE 2025-03-01"),
    ("signed on 01.03.2024 in Paris", "01.03.2024", "DATE 2024-03-01"),
    ("signed on 2024/03/01 in Paris", "2024/03/01", "DATE 2024-03-01"),
    ("signed on 25/12/2024 in Paris", "25/12/2024", "DATE 2024-12-25"),
    ("signed in March of 2024 in Paris", "March of 2024", "DATE 2024-03"),
    ("signed in mid-March 2024 in Paris", "mid-March 2024", "DATE 2024-03 MID"),
    ("signed in early 2024 in Paris", "early 2024", "DATE 2024 START"),
    ("debt at end-2024 was small", "end-2024", "DATE 2024 END"),
    ("strikes of the 1970s", "the 1970s", "DATE 197"),
    ("strikes of the late '80s", "the late '80s", "DATE 198 END"),
    ("walls of the 12th century", "the 12th century", "DATE 11"),
    ("fell by 1510 GMT in Paris", "1510 GMT", "TIME 2025-03-14T15:10 Z ../2025-03-14T15:10"),
    ("rose in 2024-25 - the best year", "2024-25", "DATE 2024 2024/2025"),
    ("rose in FY 2024-25 in Paris", "FY 2024-25", "DATE 2024 2024/2025"),
    ("fell in nineteen ninety-six", "nineteen ninety-six", "DATE 1996"),
    ("fought in 490 BC near the sea", "490 BC", "DATE BC0490"),
    ("rose in Q3 2024 in Paris", "Q3 2024", "DATE 2024-Q3"),
    ("rose in the third quarter of fiscal 2024 in Paris", "the third quarter of fiscal 2024", "DATE 2024-Q3"),
    ("rose in the second half of 2024 in Paris", "the second half of 2024", "DATE 2024-H2"),
    ("rose in 1H24 in Paris", "1H24", "DATE 2024-H1"),
    ("rose in FY2024 in Paris", "FY2024", "DATE 2024"),
    ("rose in FY2024/25 in Paris", "FY2024/25", "DATE 2024 2024/2025"),
    ("rose in 2024-25 in Paris", "2024-25", "DATE 2024 2024/2025"),
    ("rose in the summer of 2024 in Paris", "the summer of 2024", "DATE 2024-SU"),
    ("closed on Christmas Eve 2024 in Paris", "Christmas Eve 2024", "DATE 2024-12-24"),
    ("since 9/11 it has grown", "9/11", "DATE 2001-09-11 2001-09-11/.."),
    ("closed for Diwali 2024 in Delhi", "Diwali 2024", "DATE 2024"),
    ("closed for Orthodox Easter 2024 in Athens", "Orthodox Easter 2024", "DATE 2024-05-05"),
]

RELATIVE = [
    ("It fell yesterday.", "yesterday", "DATE 2025-03-13"),
    ("It fell the day before yesterday.", "the day before yesterday", "DATE 2025-03-12"),
    ("It fell last week.", "last week", "DATE 2025-W10"),
    ("It fell earlier this month.", "earlier this month", "DATE 2025-03 START"),
    ("It fell last quarter.", "last quarter", "DATE 2024-Q4"),
    ("It will fall next year.", "next year", "DATE 2026"),
    ("It fell two weeks ago.", "two weeks ago", "DATE 2025-W09"),
    ("It fell nearly three years ago.", "nearly three years ago", "DATE 2022 LESS_THAN"),
    ("It fell several years ago.", "several years ago", "DATE PAST_REF"),
    ("It fell last January.", "last January", "DATE 2025-01"),
    ("It fell last February.", "last February", "DATE 2024-02"),
    ("It fell last spring.", "last spring", "DATE 2024-SP"),
    ("It opens next spring.", "next spring", "DATE 2026-SP"),
    ("It fell over the weekend.", "the weekend", "DATE 2025-W10-WE"),
    ("It fell last Tuesday.", "last Tuesday", "DATE 2025-03-11"),
    ("It fell on Monday of last week.", "Monday of last week", "DATE 2025-03-03"),
    ("It fell in June last year.", "June last year", "DATE 2024-06"),
    ("It was shut last Oct. 23.", "last Oct. 23", "DATE 2024-10-23"),
    ("It has grown over the past five years.", "the past five years", "DURATION P5Y 2020/2025"),
    ("It will grow over the next decade.", "the next decade", "DURATION P10Y 2025/2035"),
    ("It is now in Rome.", "now", "DATE PRESENT_REF"),
    ("It will shut in the near future.", "the near future", "DATE FUTURE_REF"),
    ("It rained last night.", "last night", "TIME 2025-03-13TNI"),
    ("It rained on Thursday afternoon.", "Thursday afternoon", "TIME 2025-03-13TAF"),
    ("It shut at 10:30 a.m. EST.", "10:30 a.m. EST", "TIME 2025-03-14T10:30 -05:00"),
    ("It shut at noon Thursday.", "noon Thursday", "TIME 2025-03-13T12:00"),
    ("It costs $5 a month.", "a month", "SET P1M"),
    ("They meet every other week.", "every other week", "SET P2W"),
    ("They meet on Sundays.", "Sundays", "SET XXXX-WXX-7"),
    ("They meet daily.", "daily", "SET P1D"),
]

TENSE = [
    ("It is short of gas in the depths of summer.", "summer", "DATE 2025-SU"),
    ("Trade fell, they said in the August report.", "August", "DATE 2024-08"),
    ("It is in line with its forecast in June.", "June", "DATE 2024-06"),
    ("The fall comes after a Tuesday report on a plan to leave.", "Tuesday", "DATE 2025-03-11"),
    ("It would begin “by and by.” And on Friday, Rome left.", "Friday", "DATE 2025-03-14"),
    ("They did eventually meet on Tuesday in Rome.", "Tuesday", "DATE 2025-03-11"),
    ("He would not say on Wednesday whether it lost money.", "Wednesday", "DATE 2025-03-12"),
    ("It could be that August was weak.", "August", "DATE 2024-08"),
    ("The price has risen from $2 in August to $3.", "August", "DATE 2024-08"),
    ("Banks raised their bets on a cut in August.", "August", "DATE 2025-08"),
    ("The bank will lay off 50 by June.", "June", "DATE 2025-06 ../2025-06"),
    ("They have called for a strike starting Monday.", "Monday", "DATE 2025-03-17 2025-03-17/.."),
    ("They have set a date of 5 June for it.", "5 June", "DATE 2025-06-05"),
    ("They set banks an April 30 deadline.", "April 30", "DATE 2025-04-30"),
    ("The law takes effect on Jan. 1.", "Jan. 1", "DATE 2026-01-01"),
    ("On Wednesday, ahead of news that it would sell, Rome left.", "Wednesday", "DATE 2025-03-12"),
    ("The would-be killer struck Wednesday in Rome.", "Wednesday", "DATE 2025-03-12"),
    ("They expect it to slow from 4.6% in August.", "August", "DATE 2024-08"),
    ("He was taken by Hamas on October 7 in Israel.", "October 7", "DATE 2023-10-07"),
    ("Voters head to the polls on Tuesday.", "Tuesday", "DATE 2025-03-18"),
    ("The head of the bank left on Tuesday.", "Tuesday", "DATE 2025-03-11"),
    ("The cup kicks off June 11.", "June 11", "DATE 2025-06-11"),
    ("Come November, they may leave.", "November", "DATE 2025-11"),
    ("They have announced that its fair in August will go on.", "August", "DATE 2025-08"),
    ("The deal announced on Thursday will help.", "Thursday", "DATE 2025-03-13"),
    ("It has grown since June 2.", "June 2", "DATE 2024-06-02 2024-06-02/.."),
    ("It was 3 March - the day that he left.", "3 March", "DATE 2025-03-03"),
    ("One day it will be the largest.", "One day", "DATE FUTURE_REF"),
    ("In May she quit the party.", "May", "DATE 2024-05"),
    ("Forty were killed in the attack on Rome on April 7.", "April 7", "DATE 2024-04-07"),
    ("A trial over the attack will begin on April 7.", "April 7", "DATE 2025-04-07"),
    ("It was the first visit after the quake in April.", "April", "DATE 2024-04"),
    ("He told them that a cut in April is sure.", "April", "DATE 2025-04"),
    ("It has grown since April.", "April", "DATE 2024-04 2024-04/.."),
    ("Rome won’t be picked in September.", "September", "DATE 2025-09"),
    ("The data was likely stolen in an October leak.", "October", "DATE 2024-10"),
    ("It would follow an October proposal.", "October", "DATE 2024-10"),
    ("The vote comes after the ouster in November.", "November", "DATE 2024-11"),
    ("They were to meet in Rome, but on Monday he put it off.", "Monday", "DATE 2025-03-10"),
    ("Rome should attend a summit penned for November.", "November", "DATE 2025-11"),
    ("A win in November likely means cuts.", "November", "DATE 2025-11"),
    ("Half will be “fully equipped” by the winter, she said.", "the winter", "DATE 2025-WI ../2025-WI"),
    ("The bank said Friday it lost money.", "Friday", "DATE 2025-03-14"),
    ("The bank lost money, it said on Wednesday.", "Wednesday", "DATE 2025-03-12"),
    ("The bank will report on Wednesday.", "Wednesday", "DATE 2025-03-19"),
    ("The bank is scheduled to report Wednesday.", "Wednesday", "DATE 2025-03-19"),
    ("The bank has until Wednesday to answer.", "Wednesday", "DATE 2025-03-19 ../2025-03-19"),
    ("The bank said it would report on Wednesday.", "Wednesday", "DATE 2025-03-19"),
    ("The vote is on Wednesday.", "Wednesday", "DATE 2025-03-19"),
    ("The deal closes on Wednesday.", "Wednesday", "DATE 2025-03-19"),
    ("He said the toll, to start in October, is new.", "October", "DATE 2025-10"),
    ("The court meets Wednesday.", "Wednesday", "DATE 2025-03-19"),
    ("The vote was postponed until Wednesday.", "Wednesday", "DATE 2025-03-19 ../2025-03-19"),
    ("The offer had been due to end Wednesday.", "Wednesday", "DATE 2025-03-12"),
    ("The bank closed in October.", "October", "DATE 2024-10"),
    ("It pays on a still unspecified date in October.", "October", "DATE 2024-10"),
    ("It would pay on a still unspecified date in October.", "October", "DATE 2025-10"),
    ("The ban was extended through October.", "October", "DATE 2025-10 ../2025-10"),
    ("The toll rises in October.", "October", "DATE 2025-10"),
    ("The toll, starting in October, is new.", "October", "DATE 2025-10 2025-10/.."),
    ("The bank will close in October.", "October", "DATE 2025-10"),
    ("The bank closed in March.", "March", "DATE 2025-03"),
    ("The bank opened on December 30.", "December 30", "DATE 2024-12-30"),
    ("The bank opens on April 2.", "April 2", "DATE 2025-04-02"),
    ("A march planned for Wednesday was called off.", "Wednesday", "DATE 2025-03-19"),
    ("A rally is expected Wednesday.", "Wednesday", "DATE 2025-03-19"),
    ("The hearing is Wednesday.", "Wednesday", "DATE 2025-03-19"),
    ("The talks resume Sunday.", "Sunday", "DATE 2025-03-16"),
    ("Oil fell ahead of Sunday's talks.", "Sunday", "DATE 2025-03-16"),
    ("The vote was postponed to Monday.", "Monday", "DATE 2025-03-17"),
    ("The bank will report on Friday.", "Friday", "DATE 2025-03-14"),
    ("The chain is growing, announcing Tuesday that it would hire.", "Tuesday", "DATE 2025-03-11"),
    ("The minister told them on Sunday that the bank will close.", "Sunday", "DATE 2025-03-09"),
    ("He pleaded guilty Wednesday and will stay in prison.", "Wednesday", "DATE 2025-03-12"),
    ("In a statement following Thursday's vote, he wept.", "Thursday", "DATE 2025-03-13"),
    ("They are sure that Thursday's vote was fair.", "Thursday", "DATE 2025-03-13"),
    ("In May, the bank closed.", "May", "DATE 2024-05"),
    ("Ministers agreed to cut rates in May.", "May", "DATE 2025-05"),
    ("They were able to pay in May.", "May", "DATE 2024-05"),
    ("It has grown since going public in late June.", "late June", "DATE 2024-06 END"),
    ("Its self-driven cars will come in October.", "October", "DATE 2025-10"),
    ("If she wins in October, aid ends.", "October", "DATE 2025-10"),
    ("He spoke of the August meeting.", "August", "DATE 2025-08"),
    ("They fear August's vote.", "August", "DATE 2025-08"),
    ("They cited a November poll.", "November", "DATE 2024-11"),
    ("It opens in the autumn.", "the autumn", "DATE 2025-FA"),
    ("It was shut in the autumn.", "the autumn", "DATE 2024-FA"),
]

BOUNDS = [
    ("It has grown since 2022.", ["DATE 2022 2022/.."]),
    ("It will grow by 2030.", ["DATE 2030 ../2030"]),
    ("It is shut until May.", ["DATE 2025-05 ../2025-05"]),
    ("It grows from 2024 to 2027.", ["DATE 2024 2024/2027", "DATE 2027 2024/2027"]),
    ("It grew between 2019 and 2024.", ["DATE 2019 2019/2024", "DATE 2024 2019/2024"]),
    ("It grew from November to March 2024.", ["DATE 2023-11 2023-11/2024-03", "DATE 2024-03 2023-11/2024-03"]),
    (
        "It rained between 12 January and 16 January 2023.",
        ["DATE 2023-01-12 2023-01-12/2023-01-16", "DATE 2023-01-16 2023-01-12/2023-01-16"],
    ),
    (
        "The strike runs from Monday to Wednesday.",
        ["DATE 2025-03-10 2025-03-10/2025-03-12", "DATE 2025-03-12 2025-03-10/2025-03-12"],
    ),
    ("It grew in 2019-2024.", ["DATE 2019 2019/2024", "DATE 2024 2019/2024"]),
    ("It grew between July and September.", ["DATE 2024-07 2024-07/2024-09", "DATE 2024-09 2024-07/2024-09"]),
    ("The fair runs July 13-15.", ["DATE 2025-07-13 2025-07-13/2025-07-15"]),
    ("It rose in the year to June 30, 2024.", ["DURATION P1Y 2023-07/2024-06", "DATE 2024-06-30"]),
    ("It rose in the two weeks to March 12.", ["DURATION P2W 2025-02-27/2025-03-12", "DATE 2025-03-12"]),
    ("It rose in the first nine months of 2024.", ["DURATION P9M 2024-01/2024-09"]),
    ("It rose in the last three months of 2024.", ["DATE 2024-Q4"]),
    ("It rose 3% from 2023.", ["DATE 2023"]),
    ("It rose in January and February.", ["DATE 2025-01 2025-01/2025-02", "DATE 2025-02 2025-01/2025-02"]),
    ("It rose in 2023 and 2024.", ["DATE 2023", "DATE 2024"]),
]

FROM_TEXT = [
    ("In 2019 it fell. The following year it rose.", ["DATE 2019", "DATE 2020"]),
    ("It fell on May 3, 2019. The day before, it rose.", ["DATE 2019-05-03", "DATE 2019-05-02"]),
    (
        "It fell in the first quarter ended Oct. 31. In the quarter ended Oct. 31 it hired.",
        ["DATE 2025-Q1", "DATE 2024-10-31", "DATE 2025-Q1", "DATE 2024-10-31"],
    ),
    ("In May 2019 it fell. It rose the same month.", ["DATE 2019-05", "DATE 2019-05"]),
    ("It fell on May 3, 2019. Two days later it rose.", ["DATE 2019-05-03", "DATE 2019-05-05"]),
    ("In the third quarter it earned $3, up from $2 a year earlier.", ["DATE 2024-Q3", "DATE 2023-Q3"]),
    ("In the third quarter it earned $3. In the quarter it hired.", ["DATE 2024-Q3", "DATE 2024-Q3"]),
    ("It earned $3 in the third quarter, against $2 in the year-ago period.", ["DATE 2024-Q3", "DATE 2023-Q3"]),
    ("It earned $3 in the third quarter, against $2 in the same period last year.", ["DATE 2024-Q3", "DATE 2023-Q3"]),
    ("It sold two in June, against three in the same month of 2022.", ["DATE 2024-06", "DATE 2022-06"]),
    ("It fell on May 3, 2019. A few days later it rose.", ["DATE 2019-05-03", "DURATION PXD"]),
    (f"It fell on May 3, 2019. {'They all talked of it. ' * 30}Two days later it rose.", ["DATE 2019-05-03", "DURATION P2D"]),
    ("It fell on May 3, 2019. The next day it rose.", ["DATE 2019-05-03", "DATE 2019-05-04"]),
    ("It fell in 2019. Over the next year it will rise.", ["DATE 2019", "DATE 2026"]),
    ("In 1999 he left. Two years later, in 2001, he died.", ["DATE 1999", "DATE 2001", "DATE 2001"]),
    ("It was the coldest March since 1962.", ["DATE 2025-03", "DATE 1962 1962/.."]),
    ("Banks will stay shut until at least Tuesday.", ["DATE 2025-03-18 ../2025-03-18"]),
    ("The storm could last into the weekend.", ["DATE 2025-W11-WE"]),
    ("On Monday, at around 2 p.m. local time, it fell.", ["DATE 2025-03-10", "TIME 2025-03-10T14:00"]),
]

NO_TIME = [
    "Two thousand rupees fell.",
    "They own two thousand and five homes.",
    "It may fall.",
    "Theresa May fell.",
    "May I ask you?",
    "They march on Rome.",
    "A second man left.",
    "Half a second-hand car",
    "The Sun wrote it.",
    "It sold 2,500 cars.",
    "It cost 2010 dollars.",
    "About 1998 people came.",
    "A 2000-strong crowd",
    "He is 45 years old.",
    "The 12-year-old girl",
    "They won 3-2.",
    "Version 10.3.1 is out.",
    "Open 24/7 to all",
    "Flight 1549 sank.",
    "It fell 3/4 of a point.",
    "Call 555-2010-2015.",
    "A man in his 40s",
    "A quarter of them left.",
    "Three-quarters of them left.",
    "It cost $2019.",
    "The Daily Mail wrote it.",
    "IBM and Sun Microsystems rose.",
    "They read the Sun.",
    "H1N1 spread.",
    "He watched the film High Noon.",
    "USA Today wrote it.",
    "The fall of Rome hurt.",
    "Her second medal in as many days.",
    "Winter coats sell.",
]


@pytest.mark.parametrize(("text", "quote", "value"), WRITTEN)
def test_written_dates(text: str, quote: str, value: str) -> None:
    assert found(text) == [(quote, value)]


@pytest.mark.parametrize(("text", "quote", "value"), RELATIVE)
def test_times_relative_to_publication(text: str, quote: str, value: str) -> None:
    assert found(text) == [(quote, value)]


@pytest.mark.parametrize(("text", "quote", "value"), TENSE)
def test_tense_decides_the_side(text: str, quote: str, value: str) -> None:
    assert found(text) == [(quote, value)]


@pytest.mark.parametrize(("text", "values"), BOUNDS)
def test_intervals_begin_and_end(text: str, values: list[str]) -> None:
    assert [value for _, value in found(text)] == values


@pytest.mark.parametrize(("text", "values"), FROM_TEXT)
def test_times_relative_to_the_text(text: str, values: list[str]) -> None:
    assert [value for _, value in found(text)] == values


@pytest.mark.parametrize("text", NO_TIME)
def test_look_alikes(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It fell yesterday.", "DATE XXXX-XX-XX"),
        ("It fell last week.", "DATE XXXX-WXX"),
        ("It fell on March 1.", "DATE XXXX-03-01"),
        ("It fell in October.", "DATE XXXX-10"),
        ("It fell on Tuesday.", "DATE XXXX-WXX-2"),
        ("It fell in the third quarter.", "DATE XXXX-Q3"),
        ("It fell on March 1, 2024.", "DATE 2024-03-01"),
    ],
)
def test_without_publication_date_unknown_parts_are_x(text: str, value: str) -> None:
    assert [told for _, told in found(text, None)] == [value]


@pytest.mark.parametrize(
    ("published", "day_first", "value"),
    [
        (FRIDAY, True, "DATE 2025-01-03"),
        (FRIDAY, False, "DATE 2025-03-01"),
        (FRIDAY, None, "DATE 2025-03-01"),
        (None, True, "DATE 2025-01-03"),
    ],
)
def test_outlet_decides_the_order_of_digits(published: str | None, day_first: bool | None, value: str) -> None:  # noqa: FBT001
    assert found("signed on 03/01/2025 in Paris", published, day_first=day_first) == [("03/01/2025", value)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("signed on 03/01/2025 and paid on 25/01/2025", "DATE 2025-01-03"),
        ("signed on 03/01/2025 and paid on 01/25/2025", "DATE 2025-03-01"),
        ("signed on 03/01/2025 and paid on 5 February 2025", "DATE 2025-01-03"),
    ],
)
def test_days_of_the_text_tell_the_order_of_digits(text: str, value: str) -> None:
    assert found(text)[0] == ("03/01/2025", value)


def test_publication_may_have_a_clock() -> None:
    assert found("It fell yesterday.", "2025-03-14T23:30:00+01:00") == [("yesterday", "DATE 2025-03-13")]


def test_history_hangs_on_the_dates_before() -> None:
    text = (
        "In 1911 the dam broke. In 1912 it was mended, in 1913 it broke again, and in 1914 nobody came. By 1915 it had gone. "
        "In 1916 a new one was planned. On 3 May 1917 work began. In early June it stopped, and on 2 July it went on. "
        "In January the water came. In 1919 it was full, and on 4 March it broke."
    )
    values = [mention.value.value for mention in find_times(text, published="2020-05-05")]
    assert values[6:] == ["1917-05-03", "1917-06", "1917-07-02", "1918-01", "1919", "1919-03-04"]


def test_page_that_lists_old_years_is_no_history() -> None:
    archive = "\n\n".join(str(year) for year in range(1990, 2020))
    assert found(f"{archive}\n\nThe bank closed in October.")[-1] == ("October", "DATE 2024-10")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The firm expects to close the deal in the first quarter.", "DATE 2026-Q1"),
        ("The firm expects a loss for the third quarter.", "DATE 2025-Q3"),
        ("The firm closed the deal in the first quarter.", "DATE 2025-Q1"),
    ],
)
def test_quarter_ahead_is_that_of_next_year(text: str, value: str) -> None:
    assert [found_value for _, found_value in found(text, "2025-11-14")] == [value]


FAR_AND_AGAIN = [
    ("It flared after October 7.", [("October 7", "DATE 2024-10-07 2024-10-07/..")]),
    (
        "It began on June 1, 2024. The cause of the June 1 loss is unknown.",
        [("June 1, 2024", "DATE 2024-06-01"), ("June 1", "DATE 2024-06-01")],
    ),
    ("It planned a march for Saturday.", [("Saturday", "DATE 2025-03-15")]),
    ("It is near its high set on Aug. 30.", [("Aug. 30", "DATE 2024-08-30")]),
    ("It was sold a year ago - in Rome.", [("a year ago", "DATE 2024")]),
    ("It rose to a high for the year of $5.", [("the year", "DATE 2025")]),
    ("Radio 4's Today programme asked him.", []),
]


@pytest.mark.parametrize(("text", "expected"), FAR_AND_AGAIN)
def test_far_days_and_days_named_again(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


def test_week_that_has_just_ended() -> None:
    text = "It fell on Friday. For the week, it lost two points."
    assert found(text, "2025-03-17") == [("Friday", "DATE 2025-03-14"), ("the week", "DATE 2025-W11")]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("He is the strongest candidate against them in November.", "DATE 2024-11"),
        ("Their party won the election in November.", "DATE 2023-11"),
        ("The bank closed in November.", "DATE 2023-11"),
    ],
)
def test_november_of_an_even_year_is_that_of_the_vote(text: str, value: str) -> None:
    assert found(text, "2024-07-18") == [("November", value)]
