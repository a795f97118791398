"""Currencies: the signs, codes and names by which news calls them, and which ISO 4217 codes each of these may mean.

Vocabulary: `extract/data/currencies.tsv` (order is weight), `currency_defaults.tsv`, and the country names of `countries.tsv`.
"""

from collections.abc import Callable
from types import MappingProxyType

from extract.lexicons import Row, read_table
from extract.rules import alternation

_ROWS = read_table("currencies")
_COUNTRIES = read_table("countries")


def _forms(column: str, key: Callable[[str], str] = str) -> MappingProxyType[str, tuple[str, ...]]:
    """Each form of a column with the codes that it may mean."""
    forms: dict[str, tuple[str, ...]] = {}
    for row in _ROWS:
        for form in filter(None, row[column].split("|")):
            codes = forms.get(key(form), ())
            forms[key(form)] = codes if row["code"] in codes else (*codes, row["code"])
    return MappingProxyType(forms)


SIGNS = _forms("signs")
LETTERS = _forms("letters")
NAMES = _forms("words", str.lower)
CAREFUL_NAMES = _forms("careful", str.lower)
MINOR_NAMES = _forms("minor", str.lower)
DEFAULTS = MappingProxyType({row["form"]: row["code"] for row in read_table("currency_defaults")})
CODES = tuple(row["code"] for row in _ROWS)
GONE = frozenset(row["code"] for row in _ROWS if row["until"])
"""Codes of money that is no country's any more."""

_CODES_OF_COUNTRY: MappingProxyType[str, tuple[str, ...]] = _forms("countries")


def _country_words(row: Row) -> tuple[str, ...]:
    """The words by which a country is called: name, demonyms, other names."""
    return tuple(word for column in ("name", "demonyms", "aliases") for word in row[column].split("|") if word)


LANDS = MappingProxyType(
    {
        word.lower(): _CODES_OF_COUNTRY[row["alpha2"]]
        for row in _COUNTRIES
        for word in _country_words(row)
        if row["alpha2"] in _CODES_OF_COUNTRY
    }
    | {"us": ("USD",), "u.s.": ("USD",), "u.s": ("USD",), "west african": ("XOF",), "central african": ("XAF",), "taiwan": ("TWD",)}
)
"""Country words, in small letters, with the codes of the country's currencies, old ones included."""

PLACES = MappingProxyType(
    {
        word: codes
        for row in _COUNTRIES
        if (codes := _CODES_OF_COUNTRY.get(row["alpha2"]))
        for word in (*_country_words(row), *filter(None, row["capitals"].split("|")))
    }
    | _forms("places")
    | {"US": ("USD",), "U.S.": ("USD",)}
)
"""Words of a text, as written, that tell of a country, with the codes of its currencies."""

_LETTER_BEFORE = r"(?<![^\W\d_])(?<![$€£])"
_WORDY = [form for form in SIGNS if form[0].isalpha()]
_GRAPHIC = [form for form in SIGNS if not form[0].isalpha()]
SIGN = rf"(?:{_LETTER_BEFORE}(?!(?<=the\s)(?i:US)\s\$)(?:{alternation(_WORDY)})|{alternation(_GRAPHIC)})"
LETTER = rf"(?:{_LETTER_BEFORE}(?<!&)(?:{alternation(LETTERS)}))"
NAME = rf"(?i:{alternation(NAMES)})(?![^\W_])"
CAREFUL_NAME = rf"(?i:{alternation(CAREFUL_NAMES)})(?![^\W_])"
MINOR_NAME = rf"(?i:{alternation(name for name in MINOR_NAMES if len(name) > 1)})(?![^\W_])"
MINOR_SHORT = r"[p¢](?![^\W_]|-\d)"
CODE = rf"(?:{alternation(CODES)})"
LAND = rf"(?i:{alternation(LANDS)})"


def codes_of(form: str) -> tuple[str, ...]:
    """The codes that a sign or name may mean, the weightiest first; none if it is no form of a currency."""
    form = " ".join(form.split())
    small = form.lower()
    return SIGNS.get(form) or LETTERS.get(form) or NAMES.get(small) or CAREFUL_NAMES.get(small) or MINOR_NAMES.get(small) or ()


def codes_in_land(codes: tuple[str, ...], land: str) -> tuple[str, ...]:
    """Those of the codes that belong to the country that a word names."""
    own = LANDS.get(" ".join(land.lower().split()), ())
    return tuple(code for code in codes if code in own)
