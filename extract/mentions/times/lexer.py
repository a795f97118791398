"""Text to tokens, each with its classes: the first step of the grammar of times.

A token is a word, a number, a sign or a numeric date such as `03/01/2025`. Its classes (`MONTH`, `UNIT`, `YEARNUM`, …) come from
the table `times_words.tsv` or, for what is written in digits, from its shape. Every set of classes has one symbol, so the tokens
of a text are also a string of symbols, over which the rules run.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from extract.lexicons import read_table

TOKEN = re.compile(
    r"(?![ \t\r\f\v\xa0]\S)(?:"  # no token begins with a blank inside a line, which is passed at once
    r"(?P<word>[oO]['’]clock|[aApP]\.\s?[mM]\b\.?|[^\W\d_]+\d*)"
    r"|(?=\d)(?:"
    r"(?P<stamp>(?<![\w-])\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?(?![\w]))"
    r"|(?P<numdate>(?<![\w$€£./-])(?:\d{1,2}(?P<a>[-/.])(?:\d{1,2}|[A-Za-z]{3,9})(?P=a)(?:\d{4}|\d\d)"
    r"|\d{4}(?P<b>[-/.])\d{1,2}(?P=b)\d{1,2})(?![\w/-]|\.\d))"
    r"|(?P<nummonth>(?<![\w$€£./-])(?:0?[1-9]|1[0-2])[-/](?:19|20)\d\d(?![\w/-]))"
    r"|(?P<clock>(?<![\w:.,$€£])\d{1,2}:[0-5]\d(?::[0-5]\d)?(?![\d:]))"
    r"|(?P<slashed>(?<![\w$€£./-])\d{1,2}/\d{1,2}(?![\w/]|-\d))"
    r"|(?P<ordinal>\d{1,2}(?:st|nd|rd|th)\b)"
    r"|(?P<decades>\d{2}(?:\d0)?['’]?s\b)"
    r"|(?P<decimal>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+(?:\.\d+)*)"
    r"|(?P<digits>\d+))"
    r"|(?P<gap>(?:(?<![ \t\r\f\v\xa0])[ \t\r\f\v\xa0]{1,40}|[.!?:;\"”][ \t\r\f\v\xa0]{0,40})?\n[ \t\r\f\v\xa0]*(?:\n\s*)?)"
    r"|(?P<sum>[$€£¥₹#]\s?\d(?:[\d,.]*\d)?)"
    r"|(?P<possessive>['’][sS]\b)"
    r"|(?P<sign>\S))",
)
CODES = {
    "QUARTER_CODE": re.compile(r"q[1-4]"),
    "HALF_CODE": re.compile(r"h[12]"),
    "FISCAL_CODE": re.compile(r"[fc]y(?:\d\d|\d{4})"),
    "QUARTER_YEAR": re.compile(r"q\d\d"),
    "WEEK_CODE": re.compile(r"w(?:0[1-9]|[1-4]\d|5[0-3])"),
    "MINUTE_CODE": re.compile(r"h[0-5]\d"),
    "GLUED_DAY": re.compile(
        r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?"
        r"|dec(?:ember)?)\d{1,2}"
    ),
}
OTHER = "\u0100"


class Token(NamedTuple):
    """A piece of the text.

    Args:
        text: as written.
        start: offset of its first character.
        end: offset behind its last character.
        lower: in lower case, apostrophes straightened.
    """

    text: str
    start: int
    end: int
    lower: str


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a text, and their symbols as a string of the same length."""

    text: str
    items: tuple[Token, ...]
    symbols: str

    def lower(self, index: int) -> str:
        """The token at a place in lower case; empty outside the text."""
        return self.items[index].lower if 0 <= index < len(self.items) else ""


@cache
def lexicon() -> Mapping[str, Mapping[str, str]]:
    """Classes of the words, each with what the word means in it: `{"march": {"MONTH": "3"}, …}`."""
    entries: dict[str, dict[str, str]] = {}
    for row in read_table("times_words"):
        entries.setdefault(row["word"], {})[row["class"]] = row["value"]
    return MappingProxyType({word: MappingProxyType(classes) for word, classes in entries.items()})


@cache
def holiday_rules() -> Mapping[str, str]:
    """How each named day is dated, by its name in lower case without apostrophes and full stops."""
    return MappingProxyType({row["name"]: row["rule"] for row in read_table("holidays")})


@cache
def holiday_pattern() -> tuple[frozenset[str], re.Pattern[str]]:
    """The words that begin names of days, and all names, the longest first, with apostrophes and stops where they may stand."""
    names = sorted(holiday_rules(), key=len, reverse=True)
    words = [[re.sub(r"(?<=\w)s$", "['’]?s['’]?", re.escape(word)) for word in name.split()] for name in names]
    pattern = "|".join(r"\.?\s?[ \n-]".join(parts) for parts in words)
    firsts = {re.split(r"[ -]", name)[0].removesuffix("s") for name in names}
    firsts |= {f"{first}s" for first in firsts}
    return frozenset(firsts), re.compile(rf"(?:{pattern})(?!\w)", re.IGNORECASE)


def holiday_at(text: str, start: int) -> Token | None:
    """The named day that begins at a place, as one token whose `lower` is the name in the table."""
    _, pattern = holiday_pattern()
    match = pattern.match(text, start)
    if match is None:
        return None
    if text[start].islower() and match[0] != match[0].lower():
        return None  # "shares rose Monday"
    name = re.sub(r"[.\s]+", " ", re.sub(r"['’]", "", match[0].lower())).strip()
    known = name if name in holiday_rules() else name.replace("-", " ")
    return Token(match[0], start, match.end(), known) if known in holiday_rules() else None


def meaning(token: Token, kind: str) -> str:
    """What the token's word means in a class: the number of a month, the grain of a unit."""
    return lexicon()[token.lower][kind]


def classes_of_digits(text: str) -> frozenset[str]:
    """Classes of a whole number written in digits."""
    number = int(text) if len(text) <= 4 else 10_000
    classes = {"INT"}
    if len(text) <= 2:
        classes |= {"TWO"} if len(text) == 2 else set()
        classes |= {"DAYNUM"} if 1 <= number <= 31 else set()
        classes |= {"HOURNUM"} if number <= 24 else set()
    if len(text) == 3 and number % 100 < 60:
        classes.add("HUNDREDS")
    if len(text) == 4:
        classes |= {"YEARNUM"} if 1000 <= number <= 2199 else set()
        classes |= {"FOUR"} if int(text[:2]) <= 24 and int(text[2:]) <= 59 else set()
    return frozenset(classes)


SHAPES: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "gap": frozenset({"GAP"}),
        "stamp": frozenset({"STAMP"}),
        "numdate": frozenset({"NUMDATE"}),
        "nummonth": frozenset({"NUMMONTH"}),
        "clock": frozenset({"CLOCK"}),
        "slashed": frozenset({"SLASHED"}),
        "sum": frozenset({"SUM"}),
        "ordinal": frozenset({"ORDNUM"}),
        "decades": frozenset({"DECADES"}),
        "decimal": frozenset({"DECIMAL"}),
        "possessive": frozenset({"POSS"}),
        "holiday": frozenset({"HOLIDAY"}),
    }
)
DIGITS = frozenset(
    classes_of_digits(text)
    for text in (
        "0",
        "00",
        "1",
        "01",
        "24",
        "25",
        "31",
        "32",
        "99",
        "123",
        "1000",
        "1059",
        "1060",
        "2160",
        "2500",
        "0030",
        "0070",
        "12345",
    )
)


@dataclass(frozen=True, slots=True)
class Alphabet:
    """Which symbol stands for which classes and literal words.

    Args:
        words: symbol of every known word.
        sets: symbol of every set of classes that shapes can have.
        classes: the symbols of each class.
    """

    words: Mapping[str, str]
    sets: Mapping[frozenset[str], str]
    classes: Mapping[str, str]

    def of_class(self, name: str) -> str:
        """A class as a regular expression.

        Raises:
            ValueError: no word and no shape has the class.
        """
        if name == "ANY":
            return "."
        if name not in self.classes:
            raise ValueError(f"no word has the class {name}; known are {', '.join(sorted(self.classes))}")
        return f"[{self.classes[name]}]"

    @property
    def ordered(self) -> frozenset[str]:
        """The symbols of dates in digits that may begin with their day or with their month."""
        return frozenset(self.classes["NUMDATE"] + self.classes["SLASHED"])

    def of_words(self, words: Iterable[str]) -> str:
        """Literal words as a regular expression."""
        return f"[{''.join(self.words[word] for word in words)}]"


def build_alphabet(literals: frozenset[str]) -> Alphabet:
    """An alphabet that tells apart all classes and the literal words of the rules."""
    keys: dict[tuple[frozenset[str], str], str] = {}
    classes: dict[str, str] = {}

    def symbol(kinds: frozenset[str], literal: str) -> str:
        key = (kinds, literal)
        if key not in keys:
            keys[key] = chr(0x101 + len(keys))
            for kind in kinds:
                classes[kind] = classes.get(kind, "") + keys[key]
        return keys[key]

    entries = lexicon()
    words = {
        word: symbol(frozenset(entries.get(word, ())), word if word in literals else "")
        for word in sorted(entries.keys() | literals)
    }
    sets = {
        kinds: symbol(kinds, "")
        for kinds in sorted({*SHAPES.values(), *DIGITS, *(frozenset({name}) for name in CODES)}, key=sorted)
    }
    return Alphabet(words, sets, classes)


def symbol_of(kind: str, text: str, lower: str, alphabet: Alphabet) -> str:
    """The symbol of one token that is no known word."""
    if kind == "word":
        if lower[-1].isdigit():
            for name, pattern in CODES.items():
                if pattern.fullmatch(lower):
                    return alphabet.sets[frozenset({name})]
        return OTHER
    if kind == "sign":
        return OTHER
    if kind == "digits":
        return alphabet.sets[classes_of_digits(text)]
    return alphabet.sets[SHAPES[kind]]


def read_tokens(text: str, alphabet: Alphabet) -> Tokens:
    """The tokens of a text. A line break inside a sentence is no token; one that ends a sentence or a paragraph is a `GAP`."""
    items, symbols = [], []
    done = 0
    known, (firsts, _) = alphabet.words, holiday_pattern()
    met: dict[str, tuple[str, str]] = {}  # words and signs that begin no holiday, in lower case and as symbols: they come again
    for match in TOKEN.finditer(text):
        start, end = match.span()
        if start < done:
            continue
        word = match[0]
        if word in met:
            lower, symbol = met[word]
            items.append(Token(word, start, end, lower))
            symbols.append(symbol)
            continue
        kind = match.lastgroup or ""
        if kind == "gap" and word.isspace() and word.count("\n") < 2:
            continue
        lower = word.lower().replace("’", "'")
        if lower in firsts and kind in ("word", "slashed"):
            named = holiday_at(text, start)
            if named:
                items.append(named)
                symbols.append(alphabet.sets[SHAPES["holiday"]])
                done = named.end
                continue
        items.append(Token(word, start, end, lower))
        symbol = (known.get(lower) if kind in ("word", "sign") else None) or symbol_of(kind, word, lower, alphabet)
        symbols.append(symbol)
        if kind in ("word", "sign") and lower not in firsts:
            met[word] = lower, symbol
    return Tokens(text, tuple(items), "".join(symbols))
