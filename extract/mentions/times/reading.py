"""What the rules share: common pieces of patterns, and the ways to write what they read."""

from collections.abc import Iterable
from datetime import date

from extract.mentions.times.grammar import Phrase
from extract.mentions.times.lexer import Token, lexicon, meaning
from extract.mentions.times.numerals import read_spoken_year
from extract.mentions.times.periods import UNKNOWN, Grain, Period
from extract.mentions.times.timex import Timex

EDGE = "(?:(?:the? [very]? EDGE_ADJ (?:[-]|PART_WORD? (?:of|in|on)?)?|the? [very]? EDGE_NOUN of) the?)?"
NUMBER = (
    "(?:CARDINAL (?:[- and]{0,3} a? [-]? (?:CARDINAL|half|quarter|SLASHED)){0,4}"
    "|(?:INT|DECIMAL) (?:[- and]{0,3} a? [-]? (?:half|quarter|SLASHED|hundred|thousand|million))?)"
)
COUNT = f"(?:a? {NUMBER} of?|a? (?:good|great)? VAGUE of? the?|[a an]|SLASHED [a an]?|half [a an]?)"
LIMIT = (
    "(?:nearly|almost|(?:just)? (?:over|under) (?!the)|more than|less than|at least|up to|no (?:more|less) than"
    "|as (?:much|many|long) as)?"
)
HEDGE = f"(?:about|around|roughly|approximately|{LIMIT})?"
OUTSIDE = frozenset({"about", "around", "roughly", "approximately", "within"})  # what hedges a length from outside its span
HEDGES = {
    "nearly": "LESS_THAN",
    "almost": "LESS_THAN",
    "under": "LESS_THAN",
    "less than": "LESS_THAN",
    "over": "MORE_THAN",
    "more than": "MORE_THAN",
    "at least": "EQUAL_OR_MORE",
    "no less": "EQUAL_OR_MORE",
    "up to": "EQUAL_OR_LESS",
    "no more": "EQUAL_OR_LESS",
    "within": "EQUAL_OR_LESS",
    "about": "APPROX",
    "around": "APPROX",
    "roughly": "APPROX",
    "approximately": "APPROX",
    "couple": "APPROX",
    "or so": "APPROX",
}
QUOTES = frozenset({'"', "“", "‘", "'", "`", "«"})
DAY = "(?P<day>DAYNUM|ORDNUM|TENS [-]? (?:ORDINAL|SMALL)|ORDINAL)"
SPOKEN_YEAR = "(?:(?:TEEN|TENS) [-]? (?:TENS|TEEN) (?:[-]? SMALL)?|two thousand (?:and? (?:TEEN|SMALL|TENS (?:[-]? SMALL)?))?)"
GRAINS: dict[str, Grain] = {
    "day": "day",
    "week": "week",
    "weekend": "weekend",
    "month": "month",
    "quarter": "quarter",
    "half": "half",
    "year": "year",
    "decade": "decade",
    "century": "century",
}


def has_class(token: Token, kind: str) -> bool:
    """Whether a word has a class."""
    return kind in lexicon().get(token.lower, ())


def edge_of(phrase: Phrase, limit: int = 4) -> str | None:
    """The TIMEX3 modifier that the first words of a phrase say: `START` for "early", `END` for "the end of"."""
    for token in phrase.tokens.items[phrase.start : min(phrase.end, phrase.start + limit)]:
        for kind in ("EDGE_ADJ", "EDGE_NOUN"):
            if has_class(token, kind):
                return meaning(token, kind)
    return None


def hedge_of(phrase: Phrase) -> str | None:
    """The TIMEX3 modifier that the words of a phrase say: `LESS_THAN` for "nearly", `APPROX` for "about"."""
    words = f" {' '.join(phrase.words)} "
    inside = next((mod for word, mod in HEDGES.items() if f" {word} " in words), None)
    return inside or (HEDGES[phrase.before()] if phrase.before() in OUTSIDE else None)


def date_timex(period: Period | None, mod: str | None = None) -> Timex | None:
    """A `DATE` of a period; None for none."""
    return None if period is None else Timex("DATE", period.value, mod)


def open_date(grain: Grain, mod: str | None = None) -> Timex:
    """A `DATE` of which only the grain is known."""
    return Timex("DATE", UNKNOWN[grain], mod)


def capital(token: Token | None) -> bool:
    """Whether a word begins with a capital letter."""
    return token is not None and token.text[0].isupper()


def is_title(phrase: Phrase, last: Token) -> bool:
    """Whether quotation marks open at a phrase whose last word has a capital: the film or the show "This Week"."""
    return capital(last) and phrase.end - phrase.start > 1 and phrase.before() in QUOTES


DATED = frozenset({"UNIT", "UNITS", "EDGE_NOUN", "PART_WORD", "MONTH", "SEASON", "ORDINAL", "DAYPART"})
PARTS = frozenset({"rest", "remainder", "balance", "course", "most", "much", "all", "bulk"})  # of the year


def is_prize(phrase: Phrase) -> bool:
    """Whether a unit behind "of" only picks out a thing: "player of the year", "pick of the week"."""
    if phrase.before() != "of" or phrase.before(2) in PARTS:
        return False
    return lexicon().get(phrase.before(2), {}).keys().isdisjoint(DATED)


SHOWS = frozenset({"programme", "program", "show"})


def ends_name(phrase: Phrase) -> bool:
    """Whether a phrase of one word ends a name inside a sentence: "USA Today wrote", "BBC North West Tonight"."""
    first, following = phrase.tokens.items[phrase.start], phrase.following
    before = phrase.tokens.items[phrase.start - 1] if phrase.start else None
    inside = following is not None and (following.text[0].islower() or following.lower == "'s")
    short = before is not None and len(before.text) > 1 and before.text.isupper() and not first.text.isupper()
    if capital(first) and following is not None and following.lower in SHOWS and phrase.end - phrase.start == 1:
        return True
    return capital(first) and capital(before) and (inside or short) and phrase.end - phrase.start == 1


def day_number(phrase: Phrase, part: str = "day") -> int:
    """The day that a part says: `1`, `1st`, `first` or `twenty-first`."""
    number = 0
    for token in phrase.part(part):
        for kind in ("TENS", "ORDINAL", "SMALL"):
            if has_class(token, kind):
                number += int(meaning(token, kind))
                break
        else:
            number += int(token.text.rstrip("stndrhSTNDRH")) if token.text[0].isdigit() else 0
    return number


def year_number(tokens: tuple[Token, ...], pivot: int = 70) -> int:
    """The year that `2025` or `'25` says; two digits from `pivot` on lie in the last century."""
    digits = tokens[-1].text
    if not digits.isdigit():
        return read_spoken_year(tokens) or 0
    year = int(digits)
    if len(digits) == 2:
        year += 1900 if year >= pivot else 2000
    return year


def nearest(candidates: Iterable[Period | None], day: date) -> Period | None:
    """The candidate whose first day is nearest to a day."""
    real = [candidate for candidate in candidates if candidate]
    return min(real, key=lambda candidate: abs((candidate.first - day).days)) if real else None
