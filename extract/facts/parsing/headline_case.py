"""The case of headlines: a line whose words all have capitals enters; the line as a sentence would write it leaves.

The parser takes most words with a capital for names, so that "Fed Hikes Rates" has no verb for it. A word keeps its capital where
the article has it inside a sentence, and loses it where the article or the vocabulary knows it as a common word. No letter is added
or taken away, so that every place in the line stays where it was.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from extract.facts.noun_kinds import noun_kinds
from extract.lexicons import read_table
from extract.mentions.countries import country_forms
from extract.mentions.name_words import function_words, given_names
from extract.mentions.proper_names import capitals_mean_nothing

LETTERS = r"[^\W\d_]+"
# A word and what it may end in; no part of "U.S.", "B460" or "$100B".
WORD = re.compile(rf"(?<![\w.])({LETTERS}(?:['’](?!s\b|S\b){LETTERS})*)(?!\.?\w)(['’][sS]\b)?")
INSIDE = re.compile(rf"(?<=[a-z,] )[A-Z]{LETTERS}")  # a capital that no sentence begins with
VERBS = ("action_classes", "speech_verbs", "status_cues")
UNITS = frozenset({"mln", "bln", "dlr", "dlrs", "pct", "pc", "cts", "stg"})  # of wires
SHORTEST = 3  # words of a headline that are no function words
ABBREVIATION = 3  # letters; what is not longer and known to nobody is none of the words of a line in capitals


@dataclass(frozen=True)
class Writing:
    """How the sentences of an article write its words.

    Args:
        text: the lines that are no headlines.
        words: of them.
        inside: how often a word stands with a capital inside a sentence.
    """

    text: str
    words: Counter[str]
    inside: Counter[str]

    @classmethod
    def of(cls, lines: Iterable[str]) -> "Writing":
        """How some lines that are no headlines write their words."""
        text = "\n".join(lines)
        return cls(text, Counter(_words(text)), Counter(INSIDE.findall(text)))


@cache
def _verbs() -> frozenset[str]:
    return frozenset(row["lemma"] for name in VERBS for row in read_table(name))


def _lemmas(word: str) -> Iterator[str]:
    """What a word in small letters can be a form of."""
    yield word
    if word.endswith("s"):
        yield word[:-1]
    if word.endswith(("es", "ed")):
        yield from (word[:-1], word[:-2])
    if word.endswith(("ies", "ied")):
        yield f"{word[:-3]}y"
    if word.endswith("ing"):
        yield from (word[:-3], f"{word[:-3]}e")


def _is_common(word: str) -> bool:
    """Whether the vocabulary knows a word, in small letters, as none of a name."""
    if word in function_words() or word in UNITS:
        return True
    title = word.capitalize()
    if title in country_forms() or title in given_names():
        return False
    return any(lemma in _verbs() or lemma in noun_kinds() for lemma in _lemmas(word))


def _belongs(line: str, word: re.Match[str], writing: Writing) -> bool:
    """Whether the sentences write a word of a line with a capital beside its neighbour: "the World Bank"."""
    before, after = _words(line[: word.start()])[-1:], _words(line[word.end() :])[:1]
    title = _title(word[1])
    beside = [f"{_title(each)} {title}" for each in before] + [f"{title} {_title(each)}" for each in after]
    return any(pair in writing.text for pair in beside)


def _words(line: str) -> list[str]:
    return [word[1] for word in WORD.finditer(line)]


def _title(word: str) -> str:
    return word[0].upper() + word[1:].lower()


def _written(line: str, word: re.Match[str], writing: Writing) -> str:
    """A word of a headline as a sentence would write it."""
    own, small, title = word[1], word[1].lower(), _title(word[1])
    shouted = line.isupper()
    if not shouted and own != title:  # "GDP", "iPhone", what is small already
        return word[0]
    ending = (word[2] or "").lower()
    common, inside = writing.words[small], writing.inside[title]
    if not common and writing.words[own]:
        return own + ending
    if (inside and (inside >= common or _belongs(line, word, writing))) or (not common and writing.words[title]):
        return title + ending
    if common or _is_common(small):
        return small + ending
    return (own if shouted and len(own) <= ABBREVIATION else title) + ending


def is_headline(line: str, *, title: bool = False) -> bool:
    """Whether all words of a line have capitals but those that have none in any headline.

    Args:
        line: the line.
        title: whether it stands above the article, where few words are enough.
    """
    if capitals_mean_nothing(line) or not title or line.endswith("."):
        return capitals_mean_nothing(line)
    words = [word for word in _words(line) if word.lower() not in function_words()]
    return len(words) >= SHORTEST and all(word[0].isupper() for word in words)


def sentence_case(line: str, writing: Writing) -> str:
    """A line in capitals as a sentence would write it, character for character."""
    found = WORD.sub(lambda word: _written(line, word, writing), line)
    return found[:1].upper() + found[1:] if len(found) == len(line) else line
