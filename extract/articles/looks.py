"""What a line shows by itself: its text enters, the names of the features that hold leave.

Features say what kind of line it is (length, sentence form, punctuation, capitals, vocabulary), never which words it holds.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from extract.lexicons import read_table

WORD = re.compile(r"[^\W_]+(?:['’.&-][^\W_]+)*")
ADDRESS = re.compile(r"\(?https?://[^\s)\]]+\)?")  # its parts are no words of the line
NAME = re.compile(r"\b[a-zß-ÿ][^\W_]*,? ([A-ZÀ-Þ][^\W_]{2,})")
BULLET = re.compile(r"\s*(?:[*+•·▪●○■►▸–—-]|\d{1,2}[.)])(?:\s+|$)")
STOP = re.compile(r"[.!?][\"'”’)\]]*\s*$")
BROKEN_OFF = re.compile(r"(?:…|\.\.\.)[\])]?$")  # "…", "...", "[…]": a summary that goes on elsewhere
SEVERAL = re.compile(r"[.!?][\"'”’)\]]*\s+[\"'“‘(\[]*[A-Z0-9]")
MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}"
DATE = re.compile(
    rf"\b(?:{MONTH}\.? \d{{1,2}}(?:st|nd|rd|th)?\b|\d{{1,2}}(?:st|nd|rd|th)? {MONTH}\b"
    r"|\d{4}-\d\d-\d\d|\d{1,2}[/.]\d{1,2}[/.]\d{2,4})",
    re.IGNORECASE,
)
CLOCK = re.compile(r"\b\d{1,2}:\d\d(?::\d\d)?(?: ?[ap]\.?m\b)?|\b\d{1,2}(?:\.\d\d)? ?[ap]\.?m\b", re.IGNORECASE)
AGO = re.compile(
    r"\b(?:\d{1,3}|an?) ?(?:s|m|h|d|w|mo|y|sec|min|minute|hour|hr|day|week|month|year)s?\.? ago\b|\byesterday\b", re.IGNORECASE
)
JOINT = re.compile(r"[a-z]{2}[.!?’”]?[A-Z][a-z]")  # a headline glued to its summary
LINK = re.compile(r"https?:|www\.|\.(?:com|org|net|co\.uk)\b|@\w", re.IGNORECASE)
DIGIT = re.compile(r"\d")
BYLINE = re.compile(r"\s*(?:[*+-] )?(?i:(?:written|reported|story|words|posted|published) )?(?i:by):? [A-ZÀ-Þ]")
DATELINE = re.compile(r"\s*[A-Z][A-Za-z.,'’/ -]{1,60}(?:\([^()]{2,40}\) ?)?(?:[—–_-]|--) ?[A-Z\"“]|\s*\([A-Z][^()]{2,40}\) ?[—–-]")
SIGNED = re.compile(r"\s*[-–—(\[]")
FORMS = (("ago", AGO), ("link", LINK), ("joint", JOINT))
NUMERIC_FORMS = (("date", DATE), ("clock", CLOCK))
BEGINNINGS = (("byline", BYLINE), ("dateline", DATELINE), ("signed", SIGNED))
FIRST = 300  # characters in which forms are looked for
LENGTHS = (2, 3, 4, 6, 8, 10, 13, 16, 20, 25, 32, 45, 70)
TOPIC = 5  # letters from which a word tells what a text is about
HEAD = 60  # words of a line that are looked at from its beginning: a menu or a sentence has shown itself by then
TAIL = 15  # words looked at from its end


@dataclass(frozen=True, slots=True)
class Look:
    """A line as it looks by itself.

    Args:
        words: its words in small letters.
        bullet: whether it begins with the sign of a list item.
        names: words written large after one that is not, in small letters.
        topic: its longer words, which tell what it is about.
        cues: the kinds of `line_cues.tsv` that occur, with the words that they cover.
        features: names of the features that hold.
        apart: whether a blank line stands above it.
    """

    words: tuple[str, ...]
    bullet: bool
    names: frozenset[str]
    topic: frozenset[str]
    cues: dict[str, int]
    features: tuple[str, ...]
    apart: bool = False


@cache
def _phrases() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for row in read_table("line_cues"):
        first, *rest = WORD.findall(row["phrase"])
        table.setdefault(first, []).append((tuple(rest), row["kind"]))
    return {first: tuple(found) for first, found in table.items()}


@cache
def cue_words(kind: str) -> frozenset[str]:
    """The single words of a kind of cue."""
    return frozenset(row["phrase"] for row in read_table("line_cues") if row["kind"] == kind)


def _cues(words: tuple[str, ...]) -> dict[str, int]:
    """How many words of a line each kind of cue covers."""
    seen = words if len(words) <= HEAD + TAIL else words[:HEAD] + words[-TAIL:]
    phrases = _phrases()
    covered: dict[str, int] = {}
    for index, word in enumerate(seen):
        for rest, kind in phrases.get(word, ()):
            if not rest or seen[index + 1 : index + 1 + len(rest)] == rest:
                covered[kind] = covered.get(kind, 0) + 1 + len(rest)
    return covered


def look(text: str, *, apart: bool = False) -> Look:
    """See a line by itself.

    Args:
        text: the line.
        apart: whether a blank line stands above it.
    """
    raw = WORD.findall(ADDRESS.sub(" ", text) if "http" in text else text)
    words = tuple(map(str.lower, raw))
    size = "short" if len(raw) < 6 else "middle" if len(raw) < 16 else "long"
    cues = _cues(words)
    bullet = BULLET.match(text)
    features = [
        "bias",
        *_length(raw),
        *_end(text, size),
        *_start(text, bullet, size),
        *_signs(text, size),
        *_words(raw, cues, size),
    ]
    names = frozenset(map(str.lower, NAME.findall(text)))
    topic = frozenset(word for word in words if len(word) >= TOPIC)
    return Look(words, bullet is not None, names, topic, cues, tuple(features), apart)


def _length(raw: Sequence[str]) -> Iterator[str]:
    """How long the line is."""
    yield from (f"words>={least}" for least in LENGTHS[: bisect_right(LENGTHS, len(raw))])
    if not raw:
        yield "empty"


def _end(text: str, size: str) -> Iterator[str]:
    """How it ends, and whether sentences end within it."""
    end = text[-12:].rstrip()
    if BROKEN_OFF.search(end):
        yield from ("last…", f"last…-{size}")
    elif STOP.search(end):
        yield from ("stop", f"stop-{size}")
    elif end[-1:] in ":,;>»|)":
        yield from (f"last{end[-1:]}", f"last{end[-1:]}-{size}")
    elif end[-1:] in "\"'”’":
        yield "last-quote"
    if SEVERAL.search(text):
        yield from ("sentences", f"sentences-{size}")


def _start(text: str, bullet: re.Match[str] | None, size: str) -> Iterator[str]:
    """How it begins."""
    if bullet:
        yield from (
            "bullet",
            f"bullet-{size}",
            "bullet+" if "+" in bullet[0] else "bullet*" if "*" in bullet[0] else "bullet-other",
        )
    sign = text[bullet.end() if bullet else 0 :].lstrip()[:1]
    if sign.islower():
        yield from ("lower", f"lower-{size}")
    elif sign in "\"“‘'":
        yield from ("quote", f"quote-{size}")
    elif sign.isdigit():
        yield from ("digit", f"digit-{size}")
    elif not sign.isalnum():
        yield "sign"


def _signs(text: str, size: str) -> Iterator[str]:
    """Dates, addresses and other signs of its first characters."""
    head = text[:FIRST]
    for name, pattern in FORMS:
        if pattern.search(head):
            yield from (name, f"{name}-{size}")
    if DIGIT.search(head):
        for name, pattern in NUMERIC_FORMS:
            if pattern.search(head):
                yield from (name, f"{name}-{size}")
    for name, pattern in BEGINNINGS:
        if pattern.match(text):
            yield from (name, f"{name}-{size}")
    for sign in "|©":
        if sign in head:
            yield from (f"has{sign}", f"has{sign}-{size}")


def _words(raw: Sequence[str], cues: dict[str, int], size: str) -> Iterator[str]:
    """Its capitals, figures and vocabulary."""
    if not raw:
        return
    first = raw[:HEAD]
    longer = [word for word in first if len(word) > 3]
    if longer:
        yield f"capitals-{size}-{min(int(sum(word[0].isupper() for word in longer) / len(longer) * 5), 4)}"
    if len(raw) > 1 and all(word.isupper() or not word[0].isalpha() for word in raw):
        yield from ("upper", f"upper-{size}")
    yield f"function-{size}-{min(int(cues.get('function', 0) / min(len(raw), HEAD + TAIL) * 10), 4)}"
    figures = sum(word[0].isdigit() for word in first) / len(first)
    if figures >= 0.2:
        yield "figures-half" if figures >= 0.5 else "figures-some"
    for kind, covered in cues.items():
        if kind != "function":
            share = covered / len(raw)
            yield f"{kind}-{size}"
            yield f"{kind}-{'most' if share >= 0.5 else 'some' if share >= 0.2 else 'few'}"
