"""The grammar's machinery: rules are patterns over the words' classes, matched over one symbol a token.

The lexer gives every token a symbol that stands for the set of its classes. A pattern such as

    "(?P<month>MONTH) [.]? (?P<day>DAY)"

is a regular expression whose upper-case names are classes, whose lower-case words and bracketed signs are tokens as written, and
whose blanks mean nothing; a part may have the same name in up to three branches. It is compiled once to a regular expression over
symbols, so that a document costs one pass of the lexer and cheap passes over a string of one character a token. Repetition is
bounded everywhere, which keeps matching linear.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Literal

from extract.mentions.times.anchors import Context
from extract.mentions.times.lexer import Alphabet, Token, Tokens
from extract.mentions.times.needs import Needs, read_needs, stretches
from extract.mentions.times.timex import Timex
from extract.rules import Example

PART = re.compile(
    r"\(\?P<\w+>|\(\?<?[:=!]|\[(?P<signs>[^\]]+)\]|(?P<name>[A-Z][A-Z_]+)|(?P<word>[a-z]+(?:'[a-z]+)?)|(?P<sign>[|(){}?,0-9])|\s+"
)
COMMON = frozenset({"the", "a", "an", "of", "in", "on", "to", "and", "at", "by", "for", "or", "as", "that", ".", ",", "-", "'"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """What a rule matched: a run of tokens with named parts.

    Args:
        tokens: those of the whole text.
        match: the match over the symbols; its positions are token numbers.
    """

    tokens: Tokens
    match: re.Match[str]

    @property
    def start(self) -> int:
        """Number of the first token."""
        return self.match.start()

    @property
    def end(self) -> int:
        """Number behind the last token."""
        return self.match.end()

    def place(self, part: str) -> tuple[int, int]:
        """Where a named part stands; `(-1, -1)` if the rule has no such part or it took no part in the match."""
        for name in (part, f"{part}_2", f"{part}_3"):
            if name in self.match.re.groupindex and self.match.start(name) >= 0:
                return self.match.span(name)
        return (-1, -1)

    def has(self, part: str) -> bool:
        """Whether a named part took part in the match."""
        return self.place(part)[0] >= 0

    def part(self, part: str) -> tuple[Token, ...]:
        """The tokens of a named part; none if it took no part."""
        start, end = self.place(part)
        return self.tokens.items[start:end] if start >= 0 else ()

    def token(self, part: str) -> Token | None:
        """The first token of a named part; None if it took no part."""
        start, _ = self.place(part)
        return self.tokens.items[start] if start >= 0 else None

    def __getitem__(self, part: str) -> Token:
        """The first token of a part that is in every match of the rule."""
        return self.tokens.items[self.place(part)[0]]

    def word(self, part: str) -> str:
        """The named part in lower case, tokens joined by blanks; empty if it took no part."""
        return " ".join(token.lower for token in self.part(part))

    @property
    def words(self) -> list[str]:
        """All words of the phrase in lower case."""
        return [token.lower for token in self.tokens.items[self.start : self.end]]

    def before(self, count: int = 1) -> str:
        """The word `count` places before the phrase, in lower case; empty at the edge of the text."""
        return self.tokens.lower(self.start - count)

    @property
    def following(self) -> Token | None:
        """The token behind the phrase; None at the end of the text."""
        return self.tokens.items[self.end] if self.end < len(self.tokens.items) else None

    def after(self, count: int = 1) -> str:
        """The word `count` places behind the phrase, in lower case; empty at the edge of the text."""
        return self.tokens.lower(self.end + count - 1)


@dataclass(frozen=True, slots=True)
class TimeRule:
    """One rule of the grammar of times.

    It differs from `extract.rules.Rule` in two things: its pattern runs over classes of words, and what it builds depends on where
    the phrase stands (anchor date, dates before it, tense). A part named `timex` marks the span; without one it is the whole match.

    Args:
        name: unique in the whole program.
        pattern: see the module.
        build: the value of a phrase in its context, or None where it turns out to be no time.
        yes: examples that the rule must find, read with the anchor 2025-03-14, a Friday.
        no: look-alikes in which the room must find nothing.
        moves: where the text goes on from the date: not from one that news only compares figures with, nor from "today" in history.
    """

    name: str
    pattern: str
    build: Callable[[Phrase, Context], Timex | None]
    yes: tuple[Example, ...]
    no: tuple[str, ...]
    moves: Literal["always", "in history", "in news"] = "always"


@dataclass(frozen=True, slots=True)
class Compiled:
    """A rule and its pattern over symbols.

    Args:
        rule: the rule.
        pattern: its pattern over symbols.
        marked: the parts of the pattern that mark the span.
        needs: what every match holds.
    """

    rule: TimeRule
    pattern: re.Pattern[str]
    marked: tuple[str, ...]
    needs: Needs

    def span(self, match: re.Match[str]) -> tuple[int, int]:
        """The tokens of the time expression in a match: those of the part that marks it, else all."""
        return next((match.span(part) for part in self.marked if match.start(part) >= 0), match.span())

    def matches(self, symbols: str, present: frozenset[str], places: Mapping[str, Sequence[int]]) -> Iterator[re.Match[str]]:
        """The matches in a text of these symbols, in order.

        Args:
            symbols: the text's.
            present: which ones they are.
            places: where each of them stands, but for words that no rule knows.
        """
        if self.needs.symbols is None:
            yield from self.pattern.finditer(symbols)
        elif found := self.needs.symbols & present:
            needed = sorted(chain.from_iterable([places[symbol] for symbol in found]))
            for start, end in stretches(needed, self.needs.width):
                yield from self.pattern.finditer(symbols, start, end)


def words_of(patterns: Iterable[str]) -> frozenset[str]:
    """The literal words and signs that patterns name: the lexer must tell them from other words."""
    found: set[str] = set()
    for pattern in patterns:
        for match in PART.finditer(pattern):
            found.update(match["signs"].split() if match["signs"] else [])
            found.update([match["word"]] if match["word"] else [])
            found.update(",." if match["sign"] == "," else "")
    return frozenset(found)


def compile_pattern(pattern: str, alphabet: Alphabet) -> re.Pattern[str]:
    """A pattern over classes as a regular expression over symbols.

    Raises:
        ValueError: the pattern holds something else than classes, words, signs and bounded operators.
    """
    parts, position = [], 0
    quantifier = False
    names: Counter[str] = Counter()
    while position < len(pattern):
        match = PART.match(pattern, position)
        if match is None:
            raise ValueError(f"cannot read {pattern[position:]!r} in {pattern!r}")
        position = match.end()
        text = match[0]
        if text.startswith("(?P<"):
            name = text[4:-1]
            names[name] += 1
            parts.append(text if names[name] == 1 else f"(?P<{name}_{names[name]}>")
        elif quantifier or text == "{":
            quantifier = text != "}"
            parts.append(text)
        elif match["name"]:
            parts.append(alphabet.of_class(match["name"]))
        elif match["signs"]:
            parts.append(alphabet.of_words(match["signs"].split()))
        elif match["word"] or text == ",":
            parts.append(alphabet.of_words([text]))
        elif not text.isspace():
            parts.append(text)
    return re.compile("".join(parts))


def compile_rule(rule: TimeRule, alphabet: Alphabet) -> Compiled:
    """A rule with its pattern over the symbols of an alphabet."""
    pattern = compile_pattern(rule.pattern, alphabet)
    needs = read_needs(pattern.pattern, frozenset(alphabet.words[word] for word in COMMON & alphabet.words.keys()))
    return Compiled(rule, pattern, tuple(part for part in pattern.groupindex if part.startswith("timex")), needs)


def compile_rules(rules: Iterable[TimeRule], alphabet: Alphabet) -> tuple[Compiled, ...]:
    """Rules with their patterns over the symbols of an alphabet."""
    return tuple(compile_rule(rule, alphabet) for rule in rules)
