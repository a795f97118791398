"""Which way a clause looks, past or future, by a light rule over its words: no parse is needed.

The nearest cue decides: a finite verb of the past, an auxiliary of the future, words such as "scheduled". The search stays inside
the sentence and prefers the words before the time expression, for the verb mostly stands there.
"""

import re
from collections.abc import Iterable, Iterator

from extract.mentions.times.cues import SKIPPED, Direction, cue_of, ends_sentence, is_infinitive, is_past_perfect
from extract.mentions.times.lexer import Tokens

FIGURE = re.compile(r"[$€£¥]?\d")
REACH = 14
WIDE = 20  # for months and days of a month, which mostly stand behind more of their clause than weekdays
NEAR = 5
FORWARD = frozenset({"until", "till", "by", "through", "pending", "before", "starting", "beginning", "effective"})
PROLONGING = frozenset(
    {"extended", "postponed", "delayed", "deferred", "adjourned", "suspended", "rescheduled", "pushed", "gave", "given", "remanded"}
    | {"extend", "postpone", "delay", "defer", "adjourn", "reschedule", "push", "postponing", "delaying", "extending"}
)  # what was done so until or to a day leaves the day ahead
STARTING = frozenset({"starting", "beginning", "effective"})
ORDERING = frozenset(
    {"called", "announced", "ordered", "approved", "declared", "threatened", "vowed", "agreed", "proposed", "barred", "banned"}
)  # what was announced so starting with a day begins ahead
TELLING = frozenset({"announcing", "saying", "telling", "adding", "warning", "reporting"})
AWAITED = frozenset({"scheduled", "due", "slated", "expected"})
PLANNING = AWAITED | {"planned", "set", "booked", "listed", "pencilled", "penciled", "penned", "timed", "forecast"}  # with "for"
PUBLISHED = frozenset(
    {
        "report",
        "statement",
        "filing",
        "letter",
        "memo",
        "post",
        "tweet",
        "interview",
        "speech",
        "note",
        "release",
        "email",
        "survey",
    }
)  # "a Tuesday report", "the August survey": out already
APART = frozenset(
    {",", "–", "—", "and", "but", "while", "when", "which", "who", "after", "as"}
)  # behind these, another clause begins
ADJOINING = frozenset(
    {"in", "with", "after", "ahead", "before", "despite", "during", "amid", "at", "as", "following", "just", "on"}
)
CLAUSE_ENDS = frozenset({"", ",", "and", "but", "“", '"', "(", "—", "–"})
SOONEST = frozenset({"soon", "early"})
WERE = frozenset({"was", "were", "had", "did"})
WILL = frozenset({"will", "would", "'ll"})
TOWARDS = frozenset({"come", "toward", "towards", "approaching"})  # "come November, she will vote"
TURNS = frozenset({"but", "while", "though", "although", "yet"})  # behind these, a clause has a tense of its own


def cues(tokens: Tokens, places: Iterable[int], *, weak: bool) -> Iterator[Direction]:
    """The directions that the words at some places show, up to the end of the sentence; behind an infinitive, only the future.

    What a figure rises "from" is past.
    """
    free = risen = False
    for index in places:
        if ends_sentence(tokens, index):
            return
        risen = risen or tokens.lower(index) == "to"
        if tokens.lower(index) == "from" and not risen and FIGURE.match(tokens.lower(index + 1)):
            yield "past"
        cue = cue_of(tokens, index, weak=weak)
        if cue == "future" or (cue and not free):
            yield cue
        free = free or is_infinitive(tokens, index)


def behind_adjunct(tokens: Tokens, end: int) -> int:
    """Where a clause goes on whose opening date is followed by an adjunct between commas: "On Monday, in a bid to win, he left"."""
    if tokens.lower(end) != "," or tokens.lower(end + 1) not in ADJOINING:
        return end
    for place in range(end + 2, min(len(tokens.items), end + REACH)):
        if ends_sentence(tokens, place):
            return end
        if tokens.lower(place) == ",":
            return place
    return end


def opens_clause(tokens: Tokens, before: int) -> bool:
    """Whether a time expression stands at the head of its clause, behind the word at `before` and a preposition."""
    return before < 0 or tokens.lower(before) in CLAUSE_ENDS or ends_sentence(tokens, before)


def direction_at(tokens: Tokens, start: int, end: int, *, weak: bool = True) -> Direction | None:
    """The direction of the clause around the tokens `start` to `end`.

    Args:
        tokens: the text.
        start: number of the first token of the time expression.
        end: number behind its last token.
        weak: whether modals and plans count as future, and not only "will" and what is scheduled.

    Returns:
        The direction; None where no cue is near.
    """
    before = start - 1
    while before >= 0 and start - before <= 4 and tokens.lower(before) in SKIPPED:
        before -= 1
    opener = tokens.lower(before)
    if opener == "since" or opener in TELLING:
        return "past"
    planned = before - 1 if opener == "for" else before
    if tokens.lower(planned) in (PLANNING if opener == "for" else AWAITED) and not is_past_perfect(tokens, planned):
        return "future"
    if opener == "ahead" or opener in ("is", "are"):
        return "future"
    if [tokens.lower(place) for place in (start - 3, start - 1)] == ["as", "as"] and tokens.lower(start - 2) in SOONEST:
        return "future"
    if tokens.lower(end) in WERE:
        return "past"
    if (tokens.lower(end) in WILL and cue_of(tokens, before, weak=False) != "past") or opener in TOWARDS:
        return "future"
    told = tokens.lower(end) == "that"  # "said Friday that": the verb beside it decides, not those of what was said
    reach = NEAR if told else WIDE if weak else REACH
    left = cues(tokens, range(start - 1, max(-1, start - 1 - reach), -1), weak=weak or opener in FORWARD)
    onward = behind_adjunct(tokens, end) if opens_clause(tokens, before) else end
    right = cues(tokens, range(onward, min(len(tokens.items), onward + (WIDE if weak else REACH))), weak=weak or opener in FORWARD)
    forward = opener in FORWARD or opener == "to"
    leading = PROLONGING | (ORDERING if opener in STARTING else frozenset())
    if forward and any(tokens.lower(place) in leading for place in range(max(0, before - REACH), before)):
        return "future"
    if opener in FORWARD:
        seen = (next(left, None), next(right, None))
        return "past" if "past" in seen and "future" not in seen else "future"
    if told:
        return next(left, "past")
    if opener in TURNS:
        return next(right, None) or next(left, None)
    return next(left, None) or (None if tokens.lower(end) in APART and not opens_clause(tokens, before) else next(right, None))
