"""Whether a text tells history: then its dates hang on the dates before them, and not on its publication."""

from datetime import date

from extract.mentions.times.lexer import Tokens

NEWS = frozenset(
    {"yesterday", "today", "tomorrow", "tonight", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}
)
ANCIENT = frozenset({"bc", "bce"})
DISTANT = 4  # years before the publication from which a year is history
ENOUGH = 8
RATIO = 3


def is_narrative(tokens: Tokens, published: date | None) -> bool:
    """Whether years long before the publication outnumber what news tells its days by: weekdays, "today", the running years.

    Args:
        tokens: the text.
        published: its publication day; without one, dates can hang on nothing but the dates before them.
    """
    distant = near = 0
    for token in tokens.items:
        if len(token.text) == 4 and token.text.isdigit() and token.text[:2] in ("17", "18", "19", "20"):
            age = published.year - int(token.text) if published else DISTANT
            distant += age >= DISTANT
            near += abs(age) <= 1
        elif token.lower in ANCIENT:
            distant += 1
        elif token.lower in NEWS:
            near += 1
    return distant >= (ENOUGH if published else 1) and distant > RATIO * near
