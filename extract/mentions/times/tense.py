"""Which way a clause looks, past or future, by a light rule over its words: no parse is needed.

The nearest cue decides: a finite verb of the past or a modal, an auxiliary of the future, words such as "scheduled". The search stays
inside the sentence and prefers the words before the time expression, for the verb mostly stands there.
"""

from typing import Literal

from extract.mentions.times.lexer import Token, Tokens, lexicon

Direction = Literal["past", "future"]
REACH = 14
FORWARD = frozenset({"until", "till", "by", "through", "next", "from", "starting", "beginning", "pending", "before"})
BACKWARD = frozenset({"since"})
SKIPPED = frozenset({"the", "early", "late", "mid", "-", "end", "of", "a", "about", "around", "as", "soon", "in", "on"})


def cue_of(token: Token) -> Direction | None:
    """The direction that one word shows."""
    entry = lexicon().get(token.lower, {})
    if "FUTURE_CUE" in entry:
        return "future"
    if "PAST_CUE" in entry or (token.lower.endswith("ed") and len(token.lower) > 4):
        return "past"
    return None


def ends_sentence(tokens: Tokens, index: int) -> bool:
    """Whether a token closes the sentence."""
    token = tokens.items[index]
    if tokens.lower(index) in (";", "!", "?") or "\n" in token.text:
        return True
    if token.text != ".":
        return False
    following = tokens.items[index + 1] if index + 1 < len(tokens.items) else None
    return following is None or (following.start > token.end and not following.text[0].islower())


def direction_at(tokens: Tokens, start: int, end: int) -> Direction | None:
    """The direction of the clause around the tokens `start` to `end`; None where no cue is near."""
    before = start - 1
    while before >= 0 and start - before <= 4 and tokens.lower(before) in SKIPPED:
        before -= 1
    if tokens.lower(before) in FORWARD:
        return "future"
    if tokens.lower(before) in BACKWARD:
        return "past"
    for index in range(start - 1, max(-1, start - 1 - REACH), -1):
        if ends_sentence(tokens, index):
            break
        cue = cue_of(tokens.items[index])
        if cue == "past" and index > 0 and tokens.lower(index - 1) in ("be", "is", "are", "been", "to", "'re", "'s"):
            continue
        if cue:
            return cue
    for index in range(end, min(len(tokens.items), end + REACH)):
        if ends_sentence(tokens, index):
            break
        cue = cue_of(tokens.items[index])
        if cue:
            return cue
    return None
