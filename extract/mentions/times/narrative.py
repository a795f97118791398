"""Whether a text tells history: then its dates hang on the dates before them, and not on its publication."""

from datetime import date

from extract.mentions.times.lexer import Tokens, lexicon

NEWS = frozenset(
    {"yesterday", "today", "tomorrow", "tonight", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}
)
ANCIENT = frozenset({"bc", "bce"})
DISTANT = 4  # years before the publication from which a year is history
ENOUGH = 8
RATIO = 3
SPARSEST = 500  # words for each such year: a page is no history because its margins list old years
TELLING = frozenset(
    {"in", "of", "since", "by", "until", "till", "from", "during", "to", "between", "and", "before", "after", "through"}
)


def is_told(tokens: Tokens, index: int) -> bool:
    """Whether a year stands in a sentence, behind a preposition, a month or its day, and not in a list or a heading."""
    before = index - 2 if tokens.lower(index - 1) in (",", ".") else index - 1
    word = tokens.lower(before)
    if "MONTH" in lexicon().get(word, {}):
        return tokens.lower(before - 1).isalnum()
    return word in TELLING or "EDGE_ADJ" in lexicon().get(word, {}) or word[:1].isdigit()


def is_narrative(tokens: Tokens, published: date | None) -> bool:
    """Whether years long before the publication outnumber what news tells its days by: weekdays, "today", the running years.

    Args:
        tokens: the text.
        published: its publication day; without one, dates can hang on nothing but the dates before them.
    """
    distant = near = 0
    for index, token in enumerate(tokens.items):
        if len(token.text) == 4 and token.text.isdigit() and token.text[:2] in ("17", "18", "19", "20"):
            age = published.year - int(token.text) if published else DISTANT
            distant += age >= DISTANT and is_told(tokens, index)
            near += abs(age) <= 1
        elif token.lower in ANCIENT:
            distant += 1
        elif token.lower in NEWS:
            near += 1
    if published is None:
        return distant > 0 and distant > RATIO * near
    return distant >= ENOUGH and distant > RATIO * near and distant * SPARSEST >= len(tokens.items)
