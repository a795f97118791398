"""Whether a text tells history: then its dates hang on the dates before them, and not on its publication."""

from datetime import date

from extract.mentions.times.lexer import Tokens

NEWS = frozenset(
    {"yesterday", "today", "tomorrow", "tonight", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}
)
DISTANT = 2
ENOUGH = 8


def is_narrative(tokens: Tokens, published: date | None) -> bool:
    """Whether years long before the publication outnumber the words by which news tells its days.

    Args:
        tokens: the text.
        published: its publication day; without one, any year is taken for distant.
    """
    distant = deictic = 0
    for token in tokens.items:
        if len(token.text) == 4 and token.text.isdigit() and token.text[:2] in ("17", "18", "19", "20"):
            year = int(token.text)
            distant += published is None or published.year - year >= DISTANT
        elif token.lower in NEWS:
            deictic += 1
    if published is None:
        return distant > 0
    return distant >= ENOUGH and distant > 3 * deictic
