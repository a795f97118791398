"""Proper names by their capitals: a text enters, spans of its capitalised names leave, with the titles taken off persons.

One pass of a regular expression over the whole article, so that names are known also from sentences that spaCy never sees.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from extract.lexicons import read_table
from extract.mentions.countries import country_forms
from extract.spans import Span

NameKind = Literal["country", "bloc", "organisation", "person", "place", "thing"]

# One capitalised word: initials with stops, a word with inner capitals, hyphens and apostrophes (not the possessive), "iPhone", "3M".
WORD = (
    r"(?:(?:[A-Z]\.){1,4}(?![a-z])|(?:[a-z]{1,2}[-'’]?|\d{1,2})?[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĢĪİĶĹĻŁŃŅŇŌŐŘŚŞŠŤŪŮŰŹŻŽ][\w+]*"
    r"(?:[-&.](?=\w)[\w+]+|['’](?!s?\b)\w+){0,4}(?:(?<=\b(?:Inc|Ltd|Pty|Pte|Dep|Gen|Sen|Rep|Gov|Col|Maj|Sgt))\.|(?<=\b(?:Corp|Bros|Dept|Sens|Reps|Prof|Capt))\.|(?<=\b(?:Co|St|Jr|Sr|Mr|Ms|Dr|Lt|No))\.|(?<=\bMrs)\.)?)"
)
JOINT = r"(?: (?:of the|of|de la|de|del|della|di|da|dos|van der|van den|van|von der|von|der|bin|ibn|al|el|le|du|&) | |, (?=(?:Inc|Ltd|LLC|Corp)\b))"
SEQUENCE = re.compile(rf"(?<![\w@#/.-]){WORD}(?:{JOINT}{WORD}){{0,9}}")
# "Centers for Disease Control and Prevention", "Ministry of Foreign Affairs and Trade": only behind the head word of an organisation.
LONGER = re.compile(rf" (?:for|for the|and|and the|on|in) ({WORD}(?:{JOINT}{WORD}){{0,5}})")
BRACKET = re.compile(
    r" ?[(<](?:(?:NYSE|NASDAQ|Nasdaq|LSE|TSX|ASX|ETR|EPA)[^A-Z()]{0,3})?[\"“‘']?([A-Z][A-Za-z&.-]{1,9})[\"”’']?[)>]"
)
LOWER = re.compile(r"(?<![\w])[a-z]{2,}(?![\w])")
OPENING = re.compile(r"[.!?:…\n\"“‘•|*–—(-]\s*$")


@dataclass(frozen=True, slots=True)
class ProperName:
    """A capitalised name where it stands.

    Args:
        span: the name, without title, article and possessive.
        words: its text.
        kind: what its words or its title make it; None if they say nothing.
        roles: what the title before it says the person is: ("prime minister",).
        acronym: the short form that stands behind it in brackets.
    """

    span: Span
    words: str
    kind: NameKind | None
    roles: tuple[str, ...] = ()
    acronym: str | None = None


@cache
def titles() -> dict[str, tuple[str, str]]:
    """Kind and role of each title."""
    return {row["title"]: (row["kind"], row["role"]) for row in read_table("titles")}


@cache
def head_words() -> dict[str, tuple[NameKind, str]]:
    """What a word at the head of a name makes it, and whether it is an end that may be left off."""
    kinds: dict[str, NameKind] = {"organisation": "organisation", "place": "place", "thing": "thing"}
    return {row["word"]: (kinds[row["kind"]], row["end"]) for row in read_table("organisation_words")}


@cache
def not_names() -> frozenset[str]:
    """Capitalised words that name nobody."""
    return frozenset(row["word"] for row in read_table("not_names"))


@cache
def given_names() -> dict[str, str]:
    """Given names and who bears them: `f`, `m` or `fm`."""
    return {row["name"]: row["gender"] for row in read_table("given_names")}


@cache
def function_words() -> frozenset[str]:
    """Words that are capitalised only because a sentence begins with them."""
    return frozenset(row["word"] for row in read_table("function_words"))


def kind_of(words: str) -> NameKind | None:
    """What the words of a name make it: by its head word, a legal end, a given name, or as an acronym."""
    form = country_forms().get(words)
    if form is not None:
        return form.country.kind
    parts = words.split()
    heads = head_words()
    first_of = next((i for i, part in enumerate(parts) if part in {"of", "for"}), None)
    head = parts[first_of - 1] if first_of else parts[-1]
    for word in (parts[-1].rstrip("."), head):
        if word in heads and len(parts) > 1:
            return heads[word][0]
    if 2 <= len(parts) <= 4 and parts[0] in given_names() and "&" not in parts:
        return "person"
    if re.fullmatch(r"[A-Z][A-Z&.]{1,6}", words):
        return "organisation"
    return None


def _capitals_mean_nothing(line: str) -> bool:
    """Whether a line is a headline in title case or capitals, so that a capital tells no name."""
    words = re.findall(r"[A-Za-z][\w'’-]{3,}", line)
    capitals = sum(word[0].isupper() for word in words)
    return len(words) >= 4 and capitals >= 0.75 * len(words)


def find_proper_names(text: str, spans: tuple[Span, ...]) -> Iterator[ProperName]:
    """Capitalised names in the sentences of a text, in order.

    Args:
        text: the article's text.
        spans: its sentences; a name never crosses their borders.
    """
    lower = set(LOWER.findall(text))
    for span in spans:
        if _capitals_mean_nothing(span.of(text)):
            continue
        place = span.start
        while match := SEQUENCE.search(text, place, span.end):
            found = _extended(text, Span(*match.span()), span.end)
            place = found.end
            opening = found.start == span.start or OPENING.search(text, max(span.start, found.start - 3), found.start) is not None
            yield from _names(text, found, opening=opening, lower=lower)


def _extended(text: str, found: Span, limit: int) -> Span:
    """The name with what follows "for" or "and" where its head word asks for it."""
    heads = head_words()
    words = found.of(text).split()
    if heads.get(words[0], ("", ""))[0] != "organisation" and heads.get(words[-1], ("", "end"))[1] != "":
        return found
    more = LONGER.match(text, found.end, limit)
    if more is None:
        return found
    joint = text[found.end : more.start(1)].strip()
    if (
        (joint.startswith("for")
        and words[-1] in heads)
        or (joint == "and"
        and "of" in words
        and words[0] in heads)
        or (joint == "on"
        and words[-1] in {"Committee", "Commission"})
    ):
        return _extended(text, Span(found.start, more.end()), limit)
    return found


def _names(text: str, found: Span, *, opening: bool, lower: set[str]) -> Iterator[ProperName]:
    """The names in one capitalised sequence: sentence openers and titles off, the employer before a title apart."""
    start, end = found
    parts = [Span(found.start + m.start(), found.start + m.end()) for m in re.finditer(r"\S+", found.of(text))]
    words = [part.of(text).rstrip(",") for part in parts]
    while words and (
        words[0].lower() in function_words()
        or (
            opening
            and words[0].lower() in lower
            and words[0] not in country_forms()
            and (len(words) == 1 or words[0] not in head_words())
        )
    ):
        words, parts, opening = words[1:], parts[1:], False
    while words and (
        words[-1].lower() in function_words() or words[-1] in {"of", "of the", "&"} or (words[-1] in not_names() and len(words) > 1)
    ):
        words, parts = words[:-1], parts[:-1]
    while words and words[0] in not_names():
        words, parts = words[1:], parts[1:]
    if not words:
        return
    cut = _title_end(words)
    if cut is not None:
        begin, until, roles, weak = cut
        rest = words[until:]
        if not weak or (
            1 <= len(rest) <= 3
            and kind_of(" ".join(rest)) in (None, "person")
            and (len(rest) > 1 or (begin == 0 and opening is False))
        ):
            if begin:
                yield from _one(text, parts[:begin], words[:begin], None, ())
            if rest:
                yield from _one(text, parts[until:], rest, "person", roles)
            return
    yield from _one(text, parts, words, None, ())


def _title_end(words: list[str]) -> tuple[int, int, tuple[str, ...], bool] | None:
    """Where the title in a sequence begins and ends, the roles it tells, and whether it is a weak one."""
    known = titles()
    best: tuple[int, int, tuple[str, ...], bool] | None = None
    place = 0
    while place < len(words):
        for length in (3, 2, 1):
            title = " ".join(words[place : place + length])
            if len(words) >= place + length and title in known:
                kind, role = known[title]
                if words[place + length : place + length + 1] in (["of"], ["for"]):
                    return best
                roles = (role,) if role else ()
                if best is not None and best[1] == place:
                    best = (best[0], place + length, best[2] + roles, best[3] and kind == "weak")
                else:
                    best = (place, place + length, roles, kind == "weak")
                place += length - 1
                break
        place += 1
    return best


def _one(text: str, parts: list[Span], words: list[str], kind: NameKind | None, roles: tuple[str, ...]) -> Iterator[ProperName]:
    span = Span(parts[0].start, parts[0].start + len(text[parts[0].start : parts[-1].end].rstrip(",")))
    name = span.of(text)
    if (
        name.endswith(".")
        and not name[:-1].rsplit(" ", 1)[-1].endswith(("Inc", "Corp", "Co", "Ltd", "Jr", "Sr", "Bros"))
        and not re.search(r"(?:^|\W)(?:[A-Z]\.)+$", name)
    ):
        span, name = Span(span.start, span.end - 1), name[:-1]
    if len(name) < 2 or name in not_names():
        return
    bracket = BRACKET.match(text, span.end)
    acronym = bracket[1].rstrip(".") if bracket and sum(c.isupper() for c in bracket[1]) * 2 >= len(bracket[1]) else None
    yield ProperName(span, name, kind or kind_of(name), roles, acronym)
