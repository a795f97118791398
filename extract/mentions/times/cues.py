"""What one word shows of the time a clause looks to: a finite verb of the past, an auxiliary of the future, what is scheduled."""

from typing import Literal

from extract.mentions.times.lexer import Tokens, lexicon

Direction = Literal["past", "future"]
AUXILIARIES = frozenset(
    {"will", "would", "to", "can", "could", "may", "might", "should", "must", "shall", "n't", "not", "'ll", "did"}
)
IMPLYING = frozenset(
    {"able", "managed", "had", "began", "started", "continued", "failed", "helped", "used", "forced", "went", "came", "chose"}
    | {"attempted", "tried"}
)  # what somebody was able to do is done: the infinitive has their tense
NO_VERB_BEHIND = frozenset({"up", "according", "close", "next", "related", "prior", "back", "access", "thanks", "compared"})
NAMING = frozenset({"called", "named", "dubbed", "titled", "nicknamed", "based", "located"})
PLANS = frozenset({"plan", "plans", "planned", "planning"})
NEW = frozenset({"a", "an", "another", "further", "more", "new"})  # what one plans that is not yet there
NOUNS = frozenset({"planning", "forecast", "forecasts"})  # behind an article or a possessive
UNCHANGED = frozenset(
    {"set", "quit", "cut", "put", "hit", "shut", "lay", "meet", "resume"}
)  # verbs whose tensed form is their infinitive
DETERMINERS = frozenset({"a", "an", "the", "its", "their", "his", "her", "our", "'s"})
ALREADY = frozenset({"still", "yet", "as", "already", "previously", "newly", "recently"})
INTENDING = frozenset(
    {"set", "is", "are", "was", "were", "scheduled", "expected", "due", "planned", "plans", "planning", "plan", "supposed", "hopes"}
    | {"likely", "ready", "going", "about", "wants", "intends", "aims", "slated", "invited", "preparing", "poised", "hoped"}
    | {"destined", "expects"}
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
)  # "he would not say on Friday whether"
PERFECT = frozenset({"has", "have", "'ve"})
IRREGULAR = frozenset(
    {"been", "gone", "risen", "fallen", "grown", "taken", "given", "seen", "done", "become", "begun", "known", "shown", "driven"}
    | {"spoken", "written", "broken", "chosen", "stolen", "made", "said", "told", "held", "won", "lost", "paid", "sold", "hit"}
)
GOING = frozenset({"go", "head", "heads"})  # "voters go to the polls on Tuesday"
APPOINTED = frozenset({"date", "deadline", "trial", "hearing", "vote", "election", "meeting", "target", "goal"})  # "set a date of"
CUTS = frozenset({"rate", "tax", "pay", "price", "spending", "point", "budget", "production", "output", "job", "jumbo", "further"})
BETTING = frozenset({"bets", "odds", "hopes", "expectations", "prospects"})  # "for a cut in June"
BET_ON = frozenset({"for", "of", "on", "that"})
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
    if word in GOING:
        return "future" if tokens.lower(index + 1) in ("to", "into") and tokens.lower(index - 1) not in AUXILIARIES else None
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
