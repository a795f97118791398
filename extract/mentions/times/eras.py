"""Seasons, decades and centuries: `last spring`, `the summer of 2017`, `the 1990s`, `the '80s`, `the 19th century`."""

import re

from extract.mentions.times.anchors import Context
from extract.mentions.times.grammar import Phrase, TimeRule
from extract.mentions.times.lexer import meaning
from extract.mentions.times.numerals import read_spoken_year
from extract.mentions.times.periods import period_of, year_of
from extract.mentions.times.reading import EDGE, SPOKEN_YEAR, capital, date_timex, edge_of, has_class, year_number
from extract.mentions.times.tense import direction_at
from extract.mentions.times.timex import Timex
from extract.rules import Example

YEAR_CUES = frozenset({"in", "since", "by", "until", "of", "from", "to"})
SEASON_CUES = frozenset(
    {"in", "into", "since", "by", "until", "during", "through", "throughout", "of", "over", "for", "before", "after", "spent"}
)
SEASON_ENDS = frozenset(
    {
        ".",
        ",",
        ";",
        ":",
        ")",
        "-",
        "–",
        "—",
        "'s",
        "”",
        '"',
        "and",
        "or",
        "but",
        "as",
        "at",
        "by",
        "for",
        "in",
        "of",
        "on",
        "to",
        "with",
    }
    | {
        "the",
        "when",
        "while",
        "because",
        "before",
        "after",
        "from",
        "that",
        "this",
        "is",
        "was",
        "will",
        "would",
        "has",
        "had",
        "last",
    }
)
FALLING = frozenset({"short", "into", "under", "outside", "within", "on", "from", "to", "below", "through", "between", "foul"})
CLAUSE_ENDS = frozenset({"", ".", ",", ";", ":", ")", "and", "to", "until", "when", "that"})
DECADE = re.compile(r"(?:\d\d)?\d0'?s")
SOON = 3  # months: a season that begins so soon is ahead where no tense says otherwise
STARTS = {"WI": 12, "SP": 3, "SU": 6, "FA": 9}


def near_season(code: str, relation: str, context: Context, phrase: Phrase) -> str | None:
    """The year of the season that a relation or the tense says; None if there is no anchor."""
    narrative = context.narrative and context.last is not None
    base = context.last if narrative else context.anchor
    if base is None:
        return None
    year, month = base.first.year, base.first.month
    start = STARTS[code]
    running = period_of(base.first, "season")
    now = running is not None and running.value.endswith(code)
    if relation in ("last", "past", "previous"):
        year -= 1 if now or start > month else 0
    elif relation in ("next", "coming", "following"):
        year += 1 if start <= month else 0
    elif narrative:
        year += 0
    elif now and running:
        year = running.first.year
    elif relation != "this":
        over = start <= month  # then only a clear future means that of next year
        direction = direction_at(phrase.tokens, phrase.start, phrase.end, weak=not over)
        soon = direction is None and relation in ("", "the") and 0 < start - month <= SOON
        ahead = direction == "future" or soon
        year += 1 if ahead and over else -1 if not ahead and not over else 0
    written = year_of(year)
    return written.value if written else None


def season(phrase: Phrase, context: Context) -> Timex | None:
    """A season, with its year told or near."""
    token = phrase["season"]
    code = meaning(token, "SEASON")
    relation = phrase.word("relation")
    if phrase.has("year"):
        if capital(token) and phrase.place("year")[0] < phrase.place("season")[0] and capital(phrase.following):
            return None  # "the 2022 Winter Olympics"
        return Timex("DATE", f"{year_number(phrase.part('year')):04d}-{code}", edge_of(phrase))
    if (
        token.lower in ("fall", "spring")
        and phrase.words == [token.lower]
        and phrase.before() not in ("in", "this", "last", "next", "since", "by", "until")
    ):
        return None
    if token.lower == "fall" and relation == "that" and phrase.after() in FALLING:
        return None  # "actions that fall short of war"
    if token.lower == "fall" and phrase.after() == "of" and not phrase.has("year"):
        return None  # "until the fall of the city"
    if relation in ("", "the") and phrase.before() not in SEASON_CUES:
        return None
    following = phrase.following
    if phrase.words == [token.lower] and following and following.lower not in SEASON_ENDS and not phrase.has("year"):
        return None  # "the end of winter payments"
    if phrase.has("side") and context.anchor:
        year = context.anchor.first.year + {"last": -1, "this": 0, "next": 1}[phrase.word("side")]
        return Timex("DATE", f"{year:04d}-{code}", edge_of(phrase))
    return Timex(
        "DATE", f"{near_season(code, relation.split()[0] if relation else '', context, phrase) or 'XXXX'}-{code}", edge_of(phrase)
    )


def decade(phrase: Phrase, context: Context) -> Timex | None:
    """A decade in digits or words."""
    token = phrase["decade"]
    if phrase.before() in ("his", "her", "their", "my", "your", "our", "its"):
        return None
    if has_class(token, "DECADE_WORD"):
        value = f"{190 + int(meaning(token, 'DECADE_WORD')) // 10}"
    else:
        digits = "".join(char for char in token.text if char.isdigit())
        if len(digits) == 2 and digits[1] != "0":
            return None
        if len(digits) == 4 and not token.text[4].isalpha() and phrase.end - phrase.start == 1:
            return date_timex(year_of(int(digits)))  # "in 2020's election"
        beside = phrase.before() in ("and", "or", "to", "-", "–") and DECADE.fullmatch(phrase.before(2))  # "the 1970s and 80s"
        if len(digits) == 2 and "the" not in phrase.words and not phrase.has("mark") and not beside:
            return None
        value = digits[:3] if len(digits) == 4 else f"{'20' if digits[0] in '01' else '19'}{digits[0]}"
    if not "100" <= value <= "220":
        return None
    return Timex("DATE", value, edge_of(phrase))


def century(phrase: Phrase, context: Context) -> Timex | None:
    """A numbered century: the 19th is `18`."""
    token = phrase["number"]
    number = int(meaning(token, "ORDINAL")) if has_class(token, "ORDINAL") else int(token.text[:-2])
    era = "BC" if phrase.has("bc") else ""
    return Timex("DATE", f"{era}{number - 1:02d}", edge_of(phrase)) if 1 <= number <= 30 else None


def spoken_year(phrase: Phrase, context: Context) -> Timex | None:
    """A year in words; thousands count people and sums unless a word before them asks for a year."""
    counted = phrase.part("year")[1].lower == "thousand" and not phrase.has("said")
    if counted and not (phrase.before() in YEAR_CUES and (phrase.after() in CLAUSE_ENDS or "\n" in phrase.after())):
        return None
    year = read_spoken_year(phrase.part("year"))
    return date_timex(year_of(year), edge_of(phrase)) if year else None


RULES = (
    TimeRule(
        "time-season",
        f"{EDGE} the? (?P<relation>last|past|previous|this past|this coming|this|next|coming|following|that same|that|same)?"
        f" (?P<season>SEASON) (?:,? of? (?P<year>YEARNUM|['] TWO|{SPOKEN_YEAR})|of? (?P<side>last|this|next) year"
        "|(?=(?:[- – /]|and|or|to|through|until) (?:the|EDGE_ADJ|[-]){0,3} SEASON ,? of? (?P<year>YEARNUM)))?",
        season,
        (
            Example("Prices fell in [[the summer]] and autumn of 2015 too.", "DATE 2015-SU", also=("autumn of 2015",)),
            Example("Prices fell in [[the summer of 2017]] too.", "DATE 2017-SU"),
            Example("Prices fell [[last spring]] too.", "DATE 2024-SP"),
        ),
        (
            "Prices fall again",
            "A fall of 3 points",
            "Springfield",
            "The end of winter payments",
            "It lasted until the fall of Rome",
        ),
    ),
    TimeRule(
        "time-year-season",
        "(?P<year>YEARNUM) (?P<season>SEASON)",
        season,
        (Example("Prices rose in [[2017 summer]] too.", "DATE 2017-SU"),),
        ("In 2,000 springs",),
    ),
    TimeRule(
        "time-decade",
        f"{EDGE} the? EDGE_ADJ? [-]? (?P<mark>['])? (?P<decade>DECADES|DECADE_WORD)",
        decade,
        (
            Example("Rates soared in [[the 1970s]], he said.", "DATE 197"),
            Example("Rates soared in [[the late '80s]], he said.", "DATE 198 END"),
            Example("Rates soared in the 1990's and in [[2020's]] boom, he said.", "DATE 2020", also=("the 1990's",)),
            Example("Rates soared in the 1970s and [[80s]], he said.", "DATE 198", also=("the 1970s",)),
        ),
        ("A man in his 40s", "In her twenties"),
    ),
    TimeRule(
        "time-century",
        f"{EDGE} the? EDGE_ADJ? [-]? (?P<number>ORDNUM|ORDINAL) [-]? century (?P<bc>bc|bce)?",
        century,
        (Example("It was built in [[the 19th century]], he said.", "DATE 18"),),
        ("The century club",),
    ),
    TimeRule(
        "time-spoken-year",
        f"{EDGE} (?P<said>the? year)? (?P<year>{SPOKEN_YEAR})(?!COUNTED)",
        spoken_year,
        (
            Example("It was in [[nineteen ninety-six]] that it fell.", "DATE 1996"),
            Example("It fell in [[two thousand and five]], he said.", "DATE 2005"),
            Example("It fell in [[the year two thousand]] in Rome.", "DATE 2000"),
        ),
        ("Nineteen men left", "Two thousand rupees were paid", "It was seen in two thousand homes"),
    ),
)
