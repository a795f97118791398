"""Short forms told beside a name: acronyms in brackets and tickers; a name enters, its span and its short form leave.

Pages of stock news write "Nordtech NRDT" and, where a link was taken out, "NordtechNRDT"; later the ticker stands alone.
"""

import re

from extract.mentions.name_words import SMALL, head_words
from extract.spans import Span

BRACKET = re.compile(r" ?[(<](?:[A-Za-z]{2,8}: ?)?[\"“‘']?([A-Z][A-Za-z&.-]{1,9})[\"”’']?[)>]")
TICKER = re.compile(r"(?<=[a-z.])( ?)([A-Z]{3,5})$")
LONGEST_START = 60  # characters before "and" that can belong to a name


def in_brackets(text: str, span: Span) -> tuple[Span, str] | None:
    """The name and the acronym that stands behind it in brackets; None if none does."""
    bracket = BRACKET.match(text, span.end)
    if bracket is None or not is_acronym(bracket[1], span.of(text)):
        return None
    short = bracket[1].rstrip(".")
    return _spelled_out(text, span, short), short


def ticker_behind(text: str, span: Span) -> tuple[Span, str] | None:
    """The name without the ticker at its end, and the ticker; None if it ends in none.

    A ticker begins with the first letter of a word of the name and stands alone elsewhere in the text; behind a space all its
    letters are the name's, in their order.
    """
    behind = TICKER.search(span.of(text))
    if behind is None or behind[2] in head_words():
        return None
    name, ticker = span.of(text)[: behind.start()], behind[2]
    if not re.search(rf"\b{'.*'.join(ticker) if behind[1] else ticker[0]}", name, re.IGNORECASE):
        return None
    alone = len(re.findall(rf"(?<!\w){ticker}(?!\w)", text)) - text.count(f"{name} {ticker}")
    return (Span(span.start, span.start + len(name)), ticker) if alone else None


def _spelled_out(text: str, span: Span, short: str) -> Span:
    """The name before a short form in brackets, with what its letters ask for before "and" or "on": "Panel on Fish"."""
    joint = text[max(0, span.start - 5) : span.start].split(" ")[-2:-1]
    if not set(joint) & SMALL or _initials(span.of(text)).lower() == short.lower():
        return span
    window = max(0, span.start - LONGEST_START)
    for word in reversed(list(re.finditer(r"\S+", text[window : span.start]))):
        if not word[0][0].isupper() and word[0] not in SMALL:
            break
        longer = Span(window + word.start(), span.end)
        if word[0] not in SMALL and _initials(longer.of(text)) == short:
            return longer
    return span


def _initials(words: str) -> str:
    return "".join(part[0] for part in words.split() if part not in SMALL)


def is_acronym(short: str, words: str) -> bool:
    """Whether a bracketed word is the short form of the name before it: its initials in any case, or capitals for the most part.

    >>> is_acronym("Dat", "Department of Agriculture and Trade"), is_acronym("Spain", "Bank of the North")
    (True, False)
    """
    return _initials(words).lower() == short.lower() or sum(letter.isupper() for letter in short) * 2 > len(short)
