"""Signs and names that several currencies share take the one that the text is about."""

import pytest

from extract.mentions.quantities import find_quantities

CONTEXT = [
    ("It cost $5.", ["USD"]),
    ("The Australian treasurer told Sydney that Australia will spend $5 billion.", ["AUD"]),
    ("Australia and the United States will spend $5 billion, US officials told Canberra.", ["USD"]),
    ("Canada gave C$5 million; the US gave $3 million.", ["CAD", "USD"]),
    ("Toronto sold C$5 million of shoes. The shop in Canada spent $3 million.", ["CAD", "USD"]),
    (
        "Sydney spent A$10m on the bridge. A man in Australia said that $10 million was too much, $2 million enough.",
        ["AUD", "AUD", "AUD"],
    ),
    ("A Toronto shop spent $3 million, the most in Canada.", ["CAD"]),
    ("A Sydney shop paid 2 million Australian dollars; Australia got $3 million.", ["AUD", "USD"]),
    ("A Beijing firm with a Hong Kong unit paid 2 trillion yuan ($285 billion).", ["CNY"]),
    ("He paid 30 pounds.", ["GBP"]),
    ("A court in Cairo fined him 30,000 pounds.", ["EGP"]),
    ("Norway will pay 5 billion kroner.", ["NOK"]),
    ("Danish firms got 5 billion kroner.", ["DKK"]),
    ("A Prague court took 5 million crowns.", ["CZK"]),
    ("Mexico will give 50 million pesos.", ["MXN"]),
    ("Manila will give 50 million pesos.", ["PHP"]),
    ("The state paid 50 million pesos.", [None]),
    ("Kenya owes 300 million shillings; Uganda owes 400 million Ugandan shillings.", ["KES", "UGX"]),
    ("A farmer near Kisumu paid 300 shillings and Sh20 million.", ["KES", "KES"]),
    ("A Kampala trader paid 300 shillings.", ["UGX"]),
    ("Tanzania's port took 4 billion shillings.", ["TZS"]),
    ("She paid 300 shillings.", [None]),
    ("A loaf costs half a dinar in Amman.", ["JOD"]),
    ("Pakistan set aside Rs 5 billion.", ["PKR"]),
    ("A bank in Paris lent 300 mln francs.", ["FRF"]),
    ("Switzerland lent 300 million francs.", ["CHF"]),
    ("Serbia lent 300 million dinars.", ["RSD"]),
    ("Lagos paid N500 a seat.", ["NGN"]),
    ("Johannesburg fined him R500.", ["ZAR"]),
    ("Lusaka fined him K500.", ["ZMW"]),
    ("It paid 5 million Canadian dollars, 3 million Hong Kong dollars and 2 million Lebanese pounds.", ["CAD", "HKD", "LBP"]),
    ("Japan paid ¥500 and China paid CN¥500.", ["JPY", "CNY"]),
    ("It rose 5 cents in Ireland to €3.", ["EUR", "EUR"]),
    ("The ECB said 5 euros and 20 cents.", ["EUR"]),
]
UNNAMED = ["He wore R500 shoes.", "They paid K500.", "She wrote P500.", "The team had 5 won points."]


@pytest.mark.parametrize(("text", "currencies"), CONTEXT)
def test_currency_follows_the_text(text: str, currencies: list[str | None]) -> None:
    assert [mention.value.currency for mention in find_quantities(text).money] == currencies


@pytest.mark.parametrize("text", UNNAMED)
def test_doubtful_signs_need_their_country(text: str) -> None:
    assert find_quantities(text).money == ()


def test_the_usual_dollar_can_be_given() -> None:
    (mention,) = find_quantities("It cost $5.", dollar="NZD").money
    assert mention.value.currency == "NZD"
