from decimal import Decimal

import pytest

from extract.evaluation.folding import fold_code, fold_name, fold_number

NAMES = [
    ("Lithuanian Defense Ministry", "lithuanian defense ministry"),
    ("the Bank of England", "bank of england"),
    ("The", "the"),
    ("an", "an"),
    ("Norway's pension fund", "norway pension fund"),
    ("Norway’s", "norway"),
    ("workers' pay", "workers pay"),
    ("U.S.", "us"),
    ("U.S. Steel Corp.", "us steel"),
    ("J. P. Example", "j p example"),
    ("Nestlé S.A.", "nestle"),
    ("Volvo AG", "volvo"),
    ("company", "company"),
    ("AT&T", "at t"),
    ("40% club", "40% club"),
    ("¡…!", None),
    ("", None),
    (None, None),
]


@pytest.mark.parametrize(("written", "folded"), NAMES)
def test_name(written: str | None, folded: str | None) -> None:
    assert fold_name(written) == folded


@pytest.mark.parametrize(("written", "folded"), [(" P1Y ", "P1Y"), ("EUR", "EUR"), ("eur", "eur"), ("", None), (None, None)])
def test_code(written: str | None, folded: str | None) -> None:
    assert fold_code(written) == folded


NUMBERS = [
    ("20000000", Decimal(20000000)),
    ("2E+7", Decimal(20000000)),
    ("0.254", Decimal("0.25")),
    ("-0.5", Decimal("-0.5")),
    ("many", "many"),
    ("1" * 40, "1" * 40),
    ("", None),
    (None, None),
]


@pytest.mark.parametrize(("written", "folded"), NUMBERS)
def test_number(written: str | None, folded: Decimal | str | None) -> None:
    assert fold_number(written) == folded
