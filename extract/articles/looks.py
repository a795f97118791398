"""What a line shows by itself: its text enters, the names of the features that hold leave.

Features say what kind of line it is (length, sentence form, punctuation, capitals, vocabulary), never which words it holds.
"""

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from extract.lexicons import read_table

WORD = re.compile(r"[^\W_]+(?:['’.&-][^\W_]+)*")
ADDRESS = re.compile(r"\(?https?://[^\s)\]]+\)?")  # its parts are no words of the line
BULLET = re.compile(r"\s*(?:[*+•·▪●○■►▸–—-]|\d{1,2}[.)])(?:\s+|$)")
STOP = re.compile(r"[.!?][\"'”’)\]]*\s*$")
SEVERAL = re.compile(r"[.!?][\"'”’)\]]*\s+[\"'“‘(\[]*[A-Z0-9]")
MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}"
DATE = re.compile(
    rf"\b(?:{MONTH}\.? \d{{1,2}}(?:st|nd|rd|th)?\b|\d{{1,2}}(?:st|nd|rd|th)? {MONTH}\b|\d{{4}}-\d\d-\d\d|\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{2,4}})",
    re.IGNORECASE,
)
CLOCK = re.compile(r"\b\d{1,2}:\d\d(?::\d\d)?(?: ?[ap]\.?m\b)?|\b\d{1,2}(?:\.\d\d)? ?[ap]\.?m\b", re.IGNORECASE)
AGO = re.compile(
    r"\b(?:\d{1,3}|an?) ?(?:s|m|h|d|w|mo|y|sec|min|minute|hour|hr|day|week|month|year)s?\.? ago\b|\byesterday\b", re.IGNORECASE
)
JOINT = re.compile(r"[a-z]{2}[.!?’”]?[A-Z][a-z]")  # a headline glued to its summary
LINK = re.compile(r"https?:|www\.|\.(?:com|org|net|co\.uk)\b|@\w|[\w.]+@[\w.]+", re.IGNORECASE)
BYLINE = re.compile(r"\s*(?:[*+-] )?(?:(?:written|reported|story|words|posted|published) )?by:? [A-Z]", re.IGNORECASE)
DATELINE = re.compile(r"\s*[A-Z][A-Za-z.,'’/ -]{1,60}(?:\([^()]{2,40}\) ?)?(?:[—–_-]|--) ?[A-Z\"“]|\s*\([A-Z][^()]{2,40}\) ?[—–-]")
SIGNED = re.compile(r"^\s*[-–—(\[]")
LENGTHS = (2, 3, 4, 6, 8, 10, 13, 16, 20, 25, 32, 45, 70)
HEAD = 60  # words of a line that are looked at from its beginning: a menu or a sentence has shown itself by then
TAIL = 15  # words looked at from its end


@dataclass(frozen=True, slots=True)
class Look:
    """A line as it looks by itself.

    Args:
        words: its words in small letters.
        bullet: whether it begins with the sign of a list item.
        names: words written large within its sentences, in small letters.
        cues: the kinds of `line_cues.tsv` that occur, with the words that they cover.
        features: names of the features that hold.
    """

    words: tuple[str, ...]
    bullet: bool
    names: frozenset[str]
    cues: dict[str, int]
    features: tuple[str, ...]


@cache
def _phrases() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for row in read_table("line_cues"):
        first, *rest = WORD.findall(row["phrase"])
        table.setdefault(first, []).append((tuple(rest), row["kind"]))
    return {first: tuple(found) for first, found in table.items()}


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


def look(text: str) -> Look:
    """See a line by itself."""
    raw = WORD.findall(ADDRESS.sub(" ", text) if "http" in text else text)
    words = tuple(word.lower() for word in raw)
    count = len(words)
    cues = _cues(words)
    bullet = BULLET.match(text)
    names = ["bias", *(f"words>={least}" for least in LENGTHS if count >= least)]
    size = "short" if count < 6 else "middle" if count < 16 else "long"
    stripped = text.rstrip()
    last = stripped[-1:]
    if STOP.search(stripped[-6:]):
        names += ["stop", f"stop-{size}"]
    elif last in ":…,;>»|)":
        names += [f"last{last}", f"last{last}-{size}"]
    elif last in "\"'”’":
        names.append("last-quote")
    if SEVERAL.search(text):
        names += ["several", f"several-{size}"]
    if bullet:
        names += ["bullet", f"bullet-{size}", "bullet+" if "+" in bullet[0] else "bullet*" if "*" in bullet[0] else "bullet-other"]
    start = text[bullet.end() if bullet else 0 :].lstrip()
    if start[:1].islower():
        names += ["lower", f"lower-{size}"]
    elif start[:1] in "\"“‘'":
        names += ["quote", f"quote-{size}"]
    elif start[:1].isdigit():
        names += ["digit", f"digit-{size}"]
    elif not start[:1].isalnum():
        names.append("sign")
    if count:
        longer = [word for word in raw[:HEAD] if len(word) > 3]
        if longer:
            capital = sum(word[0].isupper() for word in longer) / len(longer)
            names.append(f"capitals-{size}-{min(int(capital * 5), 4)}")
        if count > 1 and all(word.isupper() or not word[0].isalpha() for word in raw):
            names += ["upper", f"upper-{size}"]
        seen = min(count, HEAD + TAIL)
        names.append(f"function-{size}-{min(int(cues.get('function', 0) / seen * 10), 4)}")
        digits = sum(word[0].isdigit() for word in raw[:HEAD]) / min(count, HEAD)
        if digits >= 0.2:
            names.append("figures-half" if digits >= 0.5 else "figures-some")
    else:
        names.append("empty")
    for name, pattern in (("date", DATE), ("clock", CLOCK), ("ago", AGO), ("link", LINK), ("joint", JOINT)):
        if pattern.search(text[:400]):
            names += [name, f"{name}-{size}"]
    for name, pattern in (("byline", BYLINE), ("dateline", DATELINE), ("signed", SIGNED)):
        if pattern.match(text):
            names += [name, f"{name}-{size}"]
    for sign in "|©":
        if sign in text:
            names += [f"has{sign}", f"has{sign}-{size}"]
    for kind, covered in cues.items():
        if kind == "function":
            continue
        share = covered / max(count, 1)
        names.append(f"{kind}-{size}")
        names.append(f"{kind}-{'most' if share >= 0.5 else 'some' if share >= 0.2 else 'few'}")
    large = frozenset(word.lower() for before, word in pairwise(raw) if word[0].isupper() and before[0].islower() and len(word) > 2)
    return Look(words, bullet is not None, large, cues, tuple(names))
