"""Which way a clause looks, past or future, by a light rule over its words: no parse is needed.

The nearest cue decides: a finite verb of the past, an auxiliary of the future, words such as "scheduled". The search stays inside
the sentence and prefers the words before the time expression, for the verb mostly stands there.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Literal

from extract.mentions.times.lexer import Tokens, lexicon

Direction = Literal["past", "future"]
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
AUXILIARIES = frozenset(
    {"will", "would", "to", "can", "could", "may", "might", "should", "must", "shall", "n't", "not", "'ll", "did"}
)
AWAITED = frozenset({"scheduled", "due", "slated", "expected"})
PLANNING = AWAITED | {"planned", "set", "booked", "listed", "pencilled", "penciled", "penned", "timed", "forecast"}  # with "for"
IMPLYING = frozenset(
    {"able", "managed", "had", "began", "started", "continued", "failed", "helped", "used", "forced", "went", "came", "chose"}
    | {"attempted", "tried"}
)  # what somebody was able to do is done: the infinitive has their tense
NO_VERB_BEHIND = frozenset({"up", "according", "close", "next", "related", "prior", "back", "access", "thanks", "compared"})
NAMING = frozenset({"called", "named", "dubbed", "titled", "nicknamed", "based", "located"})
PLANS = frozenset({"plan", "plans", "planned", "planning"})
NEW = frozenset({"a", "an", "another", "further", "more", "new"})  # what one plans that is not yet there
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
NOUNS = frozenset({"planning", "forecast", "forecasts"})  # behind an article or a possessive
UNCHANGED = frozenset(
    {"set", "quit", "cut", "put", "hit", "shut", "lay", "meet", "resume"}
)  # verbs whose tensed form is their infinitive
APART = frozenset(
    {",", "–", "—", "and", "but", "while", "when", "which", "who", "after", "as"}
)  # behind these, another clause begins
ADJOINING = frozenset(
    {"in", "with", "after", "ahead", "before", "despite", "during", "amid", "at", "as", "following", "just", "on"}
)
CLAUSE_ENDS = frozenset({"", ",", "and", "but", "“", '"', "(", "—", "–"})
DETERMINERS = frozenset({"a", "an", "the", "its", "their", "his", "her", "our", "'s"})
ALREADY = frozenset({"still", "yet", "as", "already", "previously", "newly", "recently"})
SOONEST = frozenset({"soon", "early"})
INTENDING = frozenset(
    {"set", "is", "are", "was", "were", "scheduled", "expected", "due", "planned", "plans", "planning", "plan", "supposed", "hopes"}
    | {
        "likely",
        "ready",
        "going",
        "about",
        "wants",
        "intends",
        "aims",
        "slated",
        "invited",
        "preparing",
        "poised",
        "hoped",
        "expects",
    }
)
NONFINITE = frozenset(
    {"be", "is", "are", "been", "to", "'re", "being", "stay", "stays", "staying", "remain", "remains", "remaining"}
    | {"get", "gets", "getting"}
)
LIKELY_PAST = frozenset({"was", "were", "had", "has", "have", "been", "most", "more", "very"})  # "was likely stolen in April"
CLOSING = frozenset({'"', "”", "’", ")"})
QUOTES = frozenset({'"', "“", "‘", "'"})
SILENT = frozenset(
    {"say", "comment", "confirm", "discuss", "disclose", "elaborate", "specify", "identify", "name", "reveal", "detail"}
)
PERFECT = frozenset({"has", "have", "'ve"})
IRREGULAR = frozenset(
    {"been", "gone", "risen", "fallen", "grown", "taken", "given", "seen", "done", "become", "begun", "known", "shown", "driven"}
    | {
        "spoken",
        "written",
        "broken",
        "chosen",
        "stolen",
        "made",
        "said",
        "told",
        "held",
        "won",
        "lost",
        "paid",
        "sold",
        "cut",
        "hit",
    }
)
APPOINTED = frozenset({"date", "deadline", "trial", "hearing", "vote", "election", "meeting", "target", "goal"})
CUTS = frozenset({"rate", "tax", "pay", "price", "spending", "point", "budget", "production", "output", "job", "jumbo", "further"})
WERE = frozenset({"was", "were", "had", "did"})
BETTING = frozenset({"bets", "odds", "hopes", "expectations", "prospects"})  # "for a cut in June"
BET_ON = frozenset({"for", "of", "on", "that"})
TURNS = frozenset({"but", "while", "though", "although", "yet"})  # behind these, a clause has a tense of its own
SKIPPED = frozenset(
    {"the", "early", "late", "mid", "-", "end", "of", "a", "about", "around", "on", "in", "as", "soon", "next", "at", "least"}
)


def is_past_perfect(tokens: Tokens, index: int) -> bool:
    """Whether a word stands behind "had been": what had been due is past."""
    return tokens.lower(index - 1) == "been" and tokens.lower(index - 2) == "had"


def is_nonfinite(tokens: Tokens, index: int) -> bool:
    """Whether a participle stands behind "be" or "remain", an adverb or quotation mark aside: "will be “fully equipped”"."""
    before = index - 1
    while index - before <= 3 and (tokens.lower(before) in QUOTES or tokens.lower(before).endswith("ly")):
        before -= 1
    return tokens.lower(before) in NONFINITE


def is_attribute(tokens: Tokens, index: int) -> bool:
    """Whether a participle stands behind an article or a hyphen, as in "a still unspecified date", and so says no tense."""
    before = index - 2 if tokens.lower(index - 1) in ALREADY else index - 1
    return tokens.lower(before) in DETERMINERS or tokens.lower(index - 1) == "-"


def is_perfect(tokens: Tokens, index: int) -> bool:
    """Whether "has" or "have" and a participle stand there, an adverb aside, and no modal before them: "has since risen"."""
    behind = tokens.lower(index + 1)
    if behind.endswith("ly") or behind in ALREADY or behind in ("not", "since", "also", "never"):
        behind = tokens.lower(index + 2)
    return tokens.lower(index - 1) not in AUXILIARIES and (behind in IRREGULAR or (behind.endswith("ed") and len(behind) > 4))


def is_cut(tokens: Tokens, index: int) -> bool:
    """Whether a cut is a noun: "a rate cut in June"."""
    return tokens.lower(index) == "cut" and tokens.lower(index - 1) in CUTS


def cue_of(tokens: Tokens, index: int, *, weak: bool) -> Direction | None:
    """The direction that one word shows; `weak` counts modals and plans beside "will" and "scheduled"."""
    word = tokens.lower(index)
    entry = lexicon().get(word, {})
    if word == "to" and tokens.lower(index - 1) in INTENDING:
        return "past" if is_past_perfect(tokens, index - 1) else "future"
    if word in NOUNS and tokens.lower(index - 1) in DETERMINERS:
        return None
    if word == "may" and tokens.items[index].text == "May" and index and not ends_sentence(tokens, index - 1):
        return None
    if word == "would" and tokens.lower(index + 1) == "not" and tokens.lower(index + 2) in SILENT:
        return "past"
    if word == "would" and tokens.lower(index + 1) == "-":
        return None  # "the would-be assassin"
    if word in PERFECT:
        return "past" if is_perfect(tokens, index) else None
    if word in BETTING:
        return "future" if weak and tokens.lower(index + 1) in BET_ON else None
    if word == "set" and tokens.lower(index + 1) in DETERMINERS and tokens.lower(index + 2) in APPOINTED:
        return "future"
    before = index - 2 if tokens.lower(index - 1).endswith("ly") else index - 1
    if (word == "going" and tokens.lower(index + 1) != "to") or (word in UNCHANGED and tokens.lower(before) in AUXILIARIES):
        return None
    if weak and word == "to" and tokens.lower(index - 1) == "," and tokens.lower(index + 1).isalpha():
        return "future"
    if word == "won" and tokens.lower(index + 1) in QUOTES and tokens.lower(index + 2) == "t":
        return "future"  # "won't"
    if word == "likely" and tokens.lower(index - 1) in LIKELY_PAST:
        return None
    if "FUTURE_CUE" in entry:
        if is_past_perfect(tokens, index):
            return "past"
        if weak or entry["FUTURE_CUE"] == "strong" or (word in PLANS and tokens.lower(index + 1) in NEW):
            return "future"
        return "past" if "PAST_CUE" in entry else None
    if is_nonfinite(tokens, index) or word in NAMING or tokens.lower(index - 1) in DETERMINERS or is_cut(tokens, index):
        return None
    return (
        "past"
        if word == "since" or "PAST_CUE" in entry or (word.endswith("ed") and len(word) > 4 and not is_attribute(tokens, index))
        else None
    )


def ends_sentence(tokens: Tokens, index: int) -> bool:
    """Whether a token closes the sentence."""
    token = tokens.items[index]
    if token.lower in (";", "!", "?") or "\n" in token.text:
        return True
    if token.text != ".":
        return False
    behind = index + 2 if tokens.lower(index + 1) in CLOSING else index + 1
    following = tokens.items[behind] if behind < len(tokens.items) else None
    return following is None or (following.start > token.end and not following.text[0].islower())


def is_infinitive(tokens: Tokens, index: int) -> bool:
    """Whether "to" and a verb stand there that may not be done yet: "to pay", and neither "to readers" nor "able to pay"."""
    verb = tokens.lower(index + 1)
    return (
        tokens.lower(index) == "to"
        and tokens.lower(index - 1) not in IMPLYING | NO_VERB_BEHIND
        and verb.isalpha()
        and tokens.items[index + 1].text == verb
        and verb not in DETERMINERS | SKIPPED
        and (not verb.endswith("s") or verb.endswith("ss"))
        and not verb.endswith("ing")
    )


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
