"""Proper names by their capitals: a text enters, its capitalised names leave, with titles taken off persons.

One pass of a regular expression over the whole article, so that names are known also from sentences that spaCy never sees.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from extract.mentions.countries import country_forms
from extract.mentions.name_words import (
    SMALL,
    NameKind,
    calendar_words,
    function_words,
    given_names,
    head_words,
    kind_of,
    like_person,
    not_names,
    titles,
)
from extract.mentions.short_forms import in_brackets, ticker_behind
from extract.spans import Span

CAPITAL = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĢĪİĶĹĻŁŃŅŇŌŐŘŚŞŠŤŪŮŰŹŻŽ"
# One capitalised word: initials with stops, or a word with inner hyphens, stops and apostrophes but no possessive; "iPhone", "3M".
# A possessive inside a name: "People's Bank", "Citizens' Advice".
POSSESSIVE = (
    r"(?:(?:People|Women|Children|Men|Sheriff|Prosecutor|Governor|King|Queen|Moody|Sotheby|Christie|Macy|Lloyd)['’]s"
    r"|[A-Z][a-z]+(?:an|ant|en|ent|er|ist|ive|or)s['’])(?= [A-Z])"
)
WORD = (
    rf"(?:{POSSESSIVE}|(?:[A-Z]\.){{1,4}}(?![a-z])|(?:[iex]|[dl]['’]|al-|\d{{1,2}})?[{CAPITAL}][\w+]*"
    r"(?:[-&.](?=\w)[\w+]+|['’](?!s?\b)\w+){0,4})"
)
# The stop of an abbreviation, which ends no name.
STOPPED = (
    r"(?:(?<=\b(?:Co|St|Jr|Sr|Mr|Ms|Dr|Lt))\.|(?<=\b(?:Corp|Bros|Dept|Sens|Reps|Prof|Capt))\."
    r"|(?<=\b(?:Inc|Ltd|Pty|Pte|Gen|Sen|Rep|Gov|Col|Maj|Sgt|Adm|Mrs|Rev))\.)?"
)
PARTICLE = (
    r"(?:de(?: la| los| las)?|des|del|della|di|da|das|dos|du|aux|van(?: der| den)?|von(?: der)?|der|bin|ibn|al|el|le|et|y|und|für)"
)
JOINT = rf"(?: (?:of the|of|{PARTICLE}|&|and(?= Co\b| Company\b| Sons\b)) | |, (?=(?:Inc|Ltd|LLC|Corp|Jr|Sr)\b))"
NICKNAME = rf"(?: [\"“‘']{WORD}[\"”’'](?= {WORD}))?"
SEQUENCE = re.compile(rf"(?<![\w@#/.])(?<!\w-){WORD}{STOPPED}{NICKNAME}(?:{JOINT}{WORD}{STOPPED}{NICKNAME}){{0,9}}")
# What follows the head word of an organisation: "Center for Rural Policy", "Ministry of Trade and Fisheries".
MORE = re.compile(rf" (for the|for an?|for|and|on the|on) ({WORD}{STOPPED}(?:{JOINT}{WORD}{STOPPED}){{0,5}})")
NUMBER = re.compile(
    r" \d{1,4}(?![\w.,%-]*\d|[%\w]| ?(?:per ?cent|pct|percent|million|billion|mln|bln|euros|dollars|points|basis|stg)\b)"
)
LOWER = re.compile(r"(?<![\w])[a-z]{2,}")
OPENING = frozenset('.!?:…\n"“‘•|*–—(-')
QUOTES = {'"': '"', "“": "”", "‘": "’"}
ORIGIN = re.compile(r"-(?:[a-z]+ed|born|led|run|era)$")  # "Oslo-based", "Danish-born"
LEGAL_STOP = ("Inc", "Corp", "Co", "Ltd", "Jr", "Sr", "Bros")
WORDS_IN_CASE = re.compile(r"[A-Za-z][\w'’-]{3,}")


@dataclass(frozen=True, slots=True)
class ProperName:
    """A capitalised name where it stands.

    Args:
        span: the name, without title, article and possessive.
        words: its text.
        kind: what its words or its title make it; None if they say nothing.
        roles: what the title before it says the person is: ("prime minister",).
        acronym: the short form that stands behind it in brackets.
        opener: whether it is one word that opens a sentence, so that its capital alone does not make it a name.
    """

    span: Span
    words: str
    kind: NameKind | None = None
    roles: tuple[str, ...] = ()
    acronym: str | None = None
    opener: bool = False


def capitals_mean_nothing(line: str) -> bool:
    """Whether a line is a headline in title case or capitals, so that a capital tells no name."""
    if line.isupper():
        return " " in line
    if line.endswith((".", '."', ".”", "?", "!")):
        return False
    words = WORDS_IN_CASE.findall(line)
    return len(words) >= 4 and sum(word[0].isupper() for word in words) >= 0.75 * len(words)


def lower_words(text: str) -> frozenset[str]:
    """The words that a text writes in lower case: they are common nouns also where a sentence begins with them."""
    return frozenset(LOWER.findall(text))


def find_proper_names(text: str, spans: tuple[Span, ...], lower: frozenset[str]) -> Iterator[ProperName]:
    """Capitalised names in the sentences of a text, in order.

    Args:
        text: the article's text.
        spans: its sentences; a name never crosses their borders.
        lower: what `lower_words` says of the text.
    """
    for span in spans:
        if capitals_mean_nothing(span.of(text)):
            continue
        place = span.start
        while match := SEQUENCE.search(text, place, span.end):
            found = _numbered(text, _extended(text, Span(*match.span()), span.end), span.end)
            place = found.end
            if QUOTES.get(text[found.start - 1 : found.start], "?") == text[found.end : found.end + 1] and found.start > 0:
                yield from _name(text, found)
                continue
            before = text[max(span.start, found.start - 2) : found.start].rstrip(" ")
            opening = before == "" or before[-1] in OPENING
            if opening or not match[0].isalnum():
                yield from _names(text, found, opening=opening, lower=lower)
            else:
                yield from _name(text, found)


def _extended(text: str, found: Span, limit: int) -> Span:
    """The name with what follows "for", "on" or "and" where its head word asks for it."""
    while text[found.end + 1 : found.end + 2] in {"f", "a", "o"} and (more := MORE.match(text, found.end, limit)):
        words = found.of(text).removeprefix("The ").split()
        heads = head_words()
        if words[-1] not in heads and (words[0] not in heads or not {"of", "for", "on"} & set(words)):
            return found
        if more[1] == "and" and (
            not {"of", "for", "on"} & set(words) or more[2].split()[0] in heads or words[-1] in country_forms()
        ):
            return found
        if words[-1] in heads and heads[words[-1]].end not in {"", "public"}:
            return found
        found = Span(found.start, more.end())
    return found


def _numbered(text: str, found: Span, limit: int) -> Span:
    """The name with its number, where the number is part of it: "FTSE 100", a law with its year, a name in quotes."""
    number = NUMBER.match(text, found.end, limit) if text[found.end + 1 : found.end + 2].isdigit() else None
    if number is None:
        return found
    words = found.of(text).split(" ")
    last, longer = words[-1], Span(found.start, number.end())
    head, opening = head_words().get(last), head_words().get(words[0])
    counted = (head is not None and (head.end == "numbered" or (head.kind == "thing" and len(number[0]) == 5))) or (
        opening is not None and opening.end == "numbered" and "of" in words  # "Source of Aid 2"
    )
    if counted or (
        last not in not_names() and (text[number.end() : number.end() + 1] in {'"', "”"} or text.count(longer.of(text)) > 1)
    ):
        return longer
    return found


def _names(text: str, found: Span, *, opening: bool, lower: frozenset[str]) -> Iterator[ProperName]:
    """The names in one capitalised sequence: sentence openers and titles off, what only stands beside a person's name apart."""
    parts = [Span(found.start + part.start(), found.start + part.end()) for part in re.finditer(r"\S+", found.of(text))]
    words = [part.of(text).rstrip(",") for part in parts]
    begin, end = 0, len(words)
    while begin < end and _opener(words[begin], opening=opening and begin == 0, alone=end - begin == 1, lower=lower):
        begin += 1
    if opening and begin == 0 and words[0].lower() in lower and words[0] not in given_names() and like_person(" ".join(words[1:])):
        begin = 1  # "Climber Lina Berg" as a sentence or a line begins
    while begin < end and (words[end - 1] in SMALL or (words[end - 1] in not_names() and words[end - 1] not in head_words())):
        end -= 1
    first = begin
    for place in range(begin, end):
        if words[place] in SMALL:
            first = place + 1
        elif origin := ORIGIN.search(words[place]):
            yield from _name(text, Span(parts[first].start, parts[place].start + origin.start()))
            begin = first = place + 1
    while begin < end and (
        words[begin] in SMALL or (words[begin] in calendar_words() and kind_of(" ".join(words[begin:end])) is None)
    ):
        begin += 1
    if opening and begin == 0 and _drops_before_of(text, found, words):
        begin = 2 + (words[2:3] == ["the"])
    if begin >= end:
        return
    parts, words = parts[begin:end], words[begin:end]
    title = _title(words)
    if title is not None:
        first, last, roles = title
        if first:
            yield from _split(text, parts[:first])
        if last < len(words):
            yield from _split(text, parts[last:], kind="person", roles=roles)
        return
    holder = _behind_office(words)
    if holder:
        yield from _split(text, parts[2 + (words[2] == "the") : holder])
        yield from _name(text, Span(parts[holder].start, parts[-1].end), kind="person", roles=(titles()[words[0]].role,))
        return
    if opening and len(words) == 1 and begin == 0 and not words[0].isupper():
        yield from (replace(name, opener=True) for name in _name(text, parts[0]))
        return
    yield from _split(text, parts)


def _behind_office(words: list[str]) -> int:
    """Where the holder of an office begins behind it and its body ("Director of the Fish Council Lina Berg"); 0 if nowhere."""
    if len(words) < 4 or words[1] != "of" or words[0] not in titles() or not titles()[words[0]].role:
        return 0
    for first in range(3, len(words)):
        rest = words[first:]
        named = " ".join(rest)
        if like_person(named) or (words[first - 1] in head_words() and len(rest) in {2, 3} and not SMALL & set(rest)):
            return first if kind_of(named) is None else 0
    return 0


def _drops_before_of(text: str, found: Span, words: list[str]) -> bool:
    """Whether a common noun opens the sentence and only what follows "of" is a name: "Shares of Fjord fell"."""
    if len(words) < 3 or words[1] not in {"of", "of the"} or words[0] in head_words() or words[0] in titles():
        return False
    return text.count(found.of(text)) == 1


def _opener(word: str, *, opening: bool, alone: bool, lower: frozenset[str]) -> bool:
    """Whether the first word of a sequence is capitalised only because it opens a sentence or quotation."""
    small = word.lower()
    if small in {"the", "a", "an"}:
        return True
    if not opening or word in country_forms() or word.isupper():
        return False
    return small in function_words() or (alone and small in lower and word not in given_names())


def _title(words: list[str]) -> tuple[int, int, tuple[str, ...]] | None:
    """Where the titles before a person's name begin and end, and the roles that they tell; the last group of titles counts."""
    groups: list[tuple[int, int, tuple[str, ...], bool]] = []
    place = 0
    while place < len(words):
        length = next((size for size in (3, 2, 1) if " ".join(words[place : place + size]) in titles()), 0)
        if not length or place + length > len(words):
            place += 1
            continue
        kind, role = titles()[" ".join(words[place : place + length])]
        roles: tuple[str, ...] = (role,) if role else ()
        weak = kind == "weak"
        if groups and groups[-1][1] == place:
            first, _, earlier, was_weak = groups.pop()
            groups.append((first, place + length, earlier + roles, weak and was_weak))
        else:
            groups.append((place, place + length, roles, weak))
        place += length
    for first, last, roles, weak in reversed(groups):
        rest = words[last:]
        if rest and rest[0] in SMALL:
            continue
        if weak and not (1 <= len(rest) <= 3 and kind_of(" ".join(rest)) is None and kind_of(" ".join(words[first:])) is None):
            continue
        return first, last, roles
    return None


def _split(text: str, parts: list[Span], *, kind: NameKind | None = None, roles: tuple[str, ...] = ()) -> Iterator[ProperName]:
    """A person apart from what stands before the name ("Ghana John Mahama") and after it ("Lind of Stellar Bank")."""
    words = [part.of(text) for part in parts]
    if "of" in words[1:-1] and words[words.index("of", 1) - 1].rstrip(".") not in head_words():
        joint = words.index("of", 1)
        name = Span(parts[0].start, parts[joint - 1].end).of(text)
        if kind == "person" or like_person(name) or text.count(name) > text.count(f"{name} of"):
            yield from _split(text, parts[:joint], kind=kind, roles=roles)
            rest = parts[joint + 1 :]
            yield from _split(text, rest[1:] if rest[0].of(text) == "the" else rest)
            return
    for first in range(1, len(words) - 1):
        if (
            like_person(" ".join(words[first:]))
            and words[0] not in given_names()
            and not words[first - 1].endswith(".")
            and words[first - 1] not in SMALL
            and (words[0] in country_forms() or first > 1)
        ):
            yield from _name(text, Span(parts[0].start, parts[first - 1].end))
            yield from _name(text, Span(parts[first].start, parts[-1].end), kind="person", roles=roles)
            return
    yield from _name(text, Span(parts[0].start, parts[-1].end), kind=kind, roles=roles)


def _name(text: str, span: Span, *, kind: NameKind | None = None, roles: tuple[str, ...] = ()) -> Iterator[ProperName]:
    words = span.of(text).rstrip(",")
    if words.endswith(".") and not words[:-1].endswith(LEGAL_STOP) and not re.search(r"(?:^|\W)(?:[A-Z]\.)+$", words):
        words = words[:-1]
    if len(words) < 2 or words in not_names() or words in titles() or words == "The":
        return
    name = ProperName(Span(span.start, span.start + len(words)), words, kind or kind_of(words), roles)
    found = in_brackets(text, name.span) or ticker_behind(text, name.span)
    if found is None:
        yield name
        return
    whole, short = found
    words = whole.of(text)
    yield replace(name, span=whole, words=words, kind=kind or kind_of(words), acronym=short)
