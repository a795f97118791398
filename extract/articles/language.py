"""The language of a text: English by its function words, every other by py3langid."""

import re

from py3langid import rank

PREFIX = 1_500  # characters that are looked at: more change no answer, and the cost stays below a millisecond
# Words of no other language that is written in Latin letters, or rare there, and how many English ones hold such a word at least.
ENGLISH = re.compile(r"\b(?:the|of|and|that|with|from|this|have|has|which|their|would)\b")
WORDS_FOR_ONE = 14
LETTERS = 200  # a text with fewer letters is read as English


def language_of(text: str) -> str:
    """The language that a text is written in.

    Args:
        text: the body of an article; only its beginning is looked at.

    Returns:
        ISO 639-1 code; `en` for texts with fewer than 200 letters.
    """
    prefix = text[:PREFIX]
    if sum(map(str.isalpha, prefix)) < LETTERS:
        return "en"
    if is_plainly_english(prefix):
        return "en"
    # what has no two-letter code goes to its nearest relative: headlines look like Nigerian Pidgin, Cantonese is filed as Chinese
    return next(str(code) for code, _ in rank(prefix) if len(code) == 2)


def is_plainly_english(text: str) -> bool:
    """Whether the words in the middle of a text, where a page has its article, are beyond doubt English; costs next to nothing."""
    start = max(0, (len(text) - PREFIX) // 2)
    middle = text[start : start + PREFIX]
    return len(ENGLISH.findall(middle)) * WORDS_FOR_ONE > middle.count(" ")
