"""Money: expressions and the values that they have."""

import pytest

from extract.mentions.quantities import find_quantities

FORMS = [
    ("Signs on both sides: [$5], [5 $].", ["USD 5", "USD 5"]),
    ("They owe [£2.3m] and [€1-billion].", ["GBP 2300000", "EUR 1000000000"]),
    ("Paid in [US$1.5bn], [U.S. $5 million], [USD 5m] and [5 million U.S. dollars].", ["USD 1500000000"] + ["USD 5000000"] * 3),
    ("A full-width [＄５００] or [￥1,000].", ["USD 500", "JPY 1000"]),
    ("A no-break [20\u00a0million\u00a0euros] and [1\u202f234\u202f567 kr] in Oslo.", ["EUR 20000000", "NOK 1234567"]),
    ("It broke as [20 million\neuros] and as [$5\nmillion].", ["EUR 20000000", "USD 5000000"]),
    ("The mill paid [Rs 1,00,000] and then [Rs 2.5 lakh crore].", ["INR 100000", "INR 2500000000000"]),
    ("Bills of [1.234,56 €] and [EUR 20,000,000].", ["EUR 1234.56", "EUR 20000000"]),
    ("Rice costs [Rp 15.000] a kilo.", ["IDR 15000"]),
    ("In words [twenty-five thousand hryvnias] or [a million and a half dollars].", ["UAH 25000", "USD 1500000"]),
    ("Shares of it: [half a billion dollars], [a quarter of a million pounds].", ["USD 500000000", "GBP 250000"]),
    ("Mixed numbers: [2-1/2 billion euros], [2½ million yen].", ["EUR 2500000000", "JPY 2500000"]),
    (
        "Hyphens: a [200-million-euro] line, a [$1.5-billion] loan, a [500,000-dollar] bounty.",
        ["EUR 200000000", "USD 1500000000", "USD 500000"],
    ),
    ("A [billion-euro] fine for a [million-dollar] home.", ["EUR 1000000000", "USD 1000000"]),
    ("Wires wrote [dlrs 25 mln], [1.2 bln stg] and [40 cts].", ["USD 25000000", "GBP 1200000000", "USD 0.4"]),
    ("Orders of [120 MEUR] and [Australian dollars 648m].", ["EUR 120000000", "AUD 648000000"]),
    ("A loan of [5 million Brazilian real] and a [5,000 German mark] note.", ["BRL 5000000", "DEM 5000"]),
    ("A [500-pound] fine.", ["GBP 500"]),
    ("Small change: [10p], [56 cents], [25¢], [12 dollars and 50 cents].", ["GBP 0.1", "USD 0.56", "USD 0.25", "USD 12.5"]),
    ("Parts of one: [half a dollar], [three-quarters of a euro], [half a cent].", ["USD 0.5", "EUR 0.75", "USD 0.005"]),
    ("Old money: [FIM12 million], [DEM300], [DEM 50]; today's: [EUR5].", ["FIM 12000000", "DEM 300", "DEM 50", "EUR 5"]),
    ("Years or sums: a fee of [2000 dollars], [$5 million] in 2024 dollars.", ["USD 2000", "USD 5000000"]),
    ("Repeated units: [$10 million US dollars], [£94.50 GBP], [$50 CAD].", ["USD 10000000", "GBP 94.5", "CAD 50"]),
    ("Losses of [-$5 million], [$-99.99] and [minus 3 euros].", ["USD -5000000", "USD -99.99", "EUR -3"]),
    ("It was free: [$0].", ["USD 0"]),
]
RANGES = [
    ("from [$40 million] on January 6 to [$38 million]", ["USD 40000000", "USD 38000000"]),
    ("between [5 and 10 million euros]", ["EUR 5000000..10000000"]),
    ("between [$5 and $10 million]", ["USD 5000000..10000000"]),
    ("[$5-10 million]", ["USD 5000000..10000000"]),
    ("[€500m–€600m]", ["EUR 500000000..600000000"]),
    ("[5,000 to 50 million Hong Kong dollars]", ["HKD 5000..50000000"]),
    ("prices range from [$60,000 to over $2m]", ["USD 60000..2000000"]),
    ("from [2 to 3 billion euros]", ["EUR 2000000000..3000000000"]),
    ("Prices rose from [$5] to [$7]", ["USD 5", "USD 7"]),
    ("offers for the rising star ranged from [$5 to $7]", ["USD 5..7"]),
    ("fell from [$47 billion] to [$8 billion]", ["USD 47000000000", "USD 8000000000"]),
    ("raised from [5,000] to [15,000 yuan]", ["CNY 5000", "CNY 15000"]),
    ("lifted its guidance by [£15m] to [£995m]", ["GBP 15000000", "GBP 995000000"]),
    ("won [$5 million] and [$10 million]", ["USD 5000000", "USD 10000000"]),
]
QUALIFIERS = [
    ("Children sue over [$18 million].", ["USD 18000000"]),
    ("Banks will pay over [$9 million] and have paid out over [$8 million].", ["over USD 9000000", "over USD 8000000"]),
    ("He was dismissed over [€5 million]; it rose over [€6 million].", ["EUR 5000000", "over EUR 6000000"]),
    ("Under a [$4 billion] programme it paid under [$2 billion].", ["USD 4000000000", "under USD 2000000000"]),
    ("Bets added up to [£2.07m]. A fine of [$300] at most.", ["GBP 2070000", "up_to USD 300"]),
    ("more than [$2 billion]", ["over USD 2000000000"]),
    ("a [$4bn]-plus bid", ["over USD 4000000000"]),
    ("[$3 million] or more", ["over USD 3000000"]),
    ("nearly [2 million euros]", ["under EUR 2000000"]),
    ("up to [£3 billion]", ["up_to GBP 3000000000"]),
    ("[$12,000] or less", ["up_to USD 12000"]),
    ("an estimated [$30,000]", ["about USD 30000"]),
    ("estimated losses of [$30,000]", ["about USD 30000"]),
    ("prices edged up to [$30]", ["USD 30"]),
    ("an average of [$30]", ["USD 30"]),
]
EQUIVALENTS = [
    ("[20 million euros] ($21 million)", ["EUR 20000000 = USD 21000000"]),
    ("[$21 million] (20 million euros)", ["USD 21000000 = EUR 20000000"]),
    ("[€5m], or about $5.4m,", ["EUR 5000000 = USD 5400000"]),
    ("[£3bn] – the equivalent of $3.8bn –", ["GBP 3000000000 = USD 3800000000"]),
    ("[£1.5 billion] ($1.9bn; €1.7bn)", ["GBP 1500000000 = USD 1900000000"]),
    ("a [150,000 rouble] fine (£1,290)", ["RUB 150000 = GBP 1290"]),
    ("[C$5 million] ($3.7 million)", ["CAD 5000000 = USD 3700000"]),
    ("between [£475,000 ($610,000) and £479,999] ($616,000)", ["GBP 475000..479999 = USD 610000"]),
    ("[£800 to £1,200] ($1,030 to $1,545)", ["GBP 800..1200 = USD 1030"]),
    ("[$5 million] ([$2 million] in March)", ["USD 5000000", "USD 2000000"]),
]
CARRIED = [
    ("a gap of [112 mln dlrs] against [144 mln] in January", ["USD 112000000", "USD 144000000"]),
    ("rose from [$17 million] to [2.3 billion] last year", ["USD 17000000", "USD 2300000000"]),
    ("pays [€12bn], up from [8.8bn] in 2023", ["EUR 12000000000", "EUR 8800000000"]),
    ("pays [12 billion euros] against [8.8 billion] planned", ["EUR 12000000000", "EUR 8800000000"]),
    ("rose from [450,000 euros] to [1.2 million] in May", ["EUR 450000", "EUR 1200000"]),
    ("rose to [€12 billion] from [8.8] two years ago", ["EUR 12000000000", "EUR 8800000000"]),
    ("a net of [1,200,000 dlrs] vs [900,000].", ["USD 1200000", "USD 900000"]),
    ("a profit of [56 cents] against [42] a year earlier", ["USD 0.56", "USD 0.42"]),
    ("a profit of [$5.40] a share, against [4.80] a year earlier", ["USD 5.4", "USD 4.8"]),
    ("paid [450,000 euros] to 1.2 million people", ["EUR 450000"]),
    ("spent [$5 million] against 3 million people", ["USD 5000000"]),
    ("raised [$5 million] from 12 in 2020", ["USD 5000000"]),
    ("got [$500] against 3 in 2020", ["USD 500"]),
    ("spent [$5 million] on 3 million people", ["USD 5000000"]),
]
NOTHING = [
    "hundreds of thousands of pounds",
    "several million dollars and a few thousand euros",
    "a multimillion-dollar contract",
    "tens of millions of dollars",
    "The dollar fell as the pound rose.",
    "They play $2-a-side on Fridays.",
    "That is the $64,000 question.",
    "The rapper 50 Cent sang at COP27.",
    "She bought 5 BTC and 10 bitcoins.",
    "Boeing 737, Airbus A320, F-16, N95, M25, R2-D2, P5+1",
    "The boxer weighs 192 pounds; the baby was seven pounds.",
    "A ship brought 20 pounds of flour.",
    "Watch it in 1080p.",
    "ALL 5 of us came TOP 10.",
    "Call +1 555 123 4567 before 10 a.m.",
    "A 1,000-pound stone fell on a 670-pound load of hay.",
    "In 2018 Great Britain won; a third 100m crown and a new 1500m mark followed.",
    "A 2022 RAND study, the men's B 1,000m race, the S&P 500.",
    "See https://example.org/win-$500-now for more.",
    "Euro 2024 and the 2020 Euro",
    "In 1997 he won 50 games.",
    "Collars FIM9 to FIM12 and DEM3, model ITL10.",
    "Wages in constant 2010 dollars, prices in 2024 U.S. dollars, adjusted for 1990 dollars.",
    "Half a pound of flour; half a dollar bill.",
    "Five real friends made 3 marks in the sand.",
]


def marked(sentence: str) -> tuple[str, list[str]]:
    """The sentence without its brackets, and what stood in them."""
    parts = sentence.replace("]", "[").split("[")
    return "".join(parts), parts[1::2]


@pytest.mark.parametrize(("sentence", "values"), [*FORMS, *RANGES, *QUALIFIERS, *EQUIVALENTS, *CARRIED])
def test_money_is_found_with_its_value(sentence: str, values: list[str]) -> None:
    text, quotes = marked(sentence)
    found = find_quantities(text).money
    assert [(m.quote, str(m.value)) for m in found] == list(zip(quotes, values, strict=True))


@pytest.mark.parametrize("text", NOTHING)
def test_look_alikes_are_not_money(text: str) -> None:
    assert find_quantities(text).money == ()


def test_equivalent_tells_its_place() -> None:
    text = "It gave 20 million euros ($21 million)."
    (mention,) = find_quantities(text).money
    assert mention.value.equivalent is not None
    assert mention.value.equivalent.span.of(text) == "$21 million"


def test_no_word_is_broken_where_the_reach_of_an_anchor_ends() -> None:
    for length in range(60):
        text = f"It owes 5 euros to a b{'a' * length}nd of 24 Europeans."
        assert [mention.quote for mention in find_quantities(text).money] == ["5 euros"], text
