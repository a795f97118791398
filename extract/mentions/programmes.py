"""Names of schemes in a text: text enters, `Mention[Programme]` leaves, every mention with its scheme's fullest name."""

import re
from dataclasses import replace
from functools import cache
from itertools import pairwise

from extract.mentions.programme_rules import RULES, known_rules
from extract.mentions.programme_shapes import Programme
from extract.mentions.programme_words import Known, gazetteer, one_of
from extract.spans import Mention, Span

DEFINING = re.compile(
    r"[”\"’']?(?: \([^()\n]{1,40}\))?(?: (?:program(?:me)?|scheme|initiative|mechanism|fund|plan))?"
    r"(?P<definition>,? (?:which|whereby|under which|through which|that|designed|aimed|created|set up|established|intended"
    r"|an?|is|was|are|allows?|lets?|enables?|provides?|helps?|funds?|finances?|pays?|covers?|buys?|purchases?|entails?|means"
    r"|involves?) [^.;\n]{10,300})"
)
# "Under the so-called X, allies buy shells": the sentence that the name opens says what the scheme does, if it tells no sum.
OPENING = re.compile(r"(?:^|[.!?…:”\"\n] ?)(?:Under|Through|With) (?:the |an? )?(?:so-called |new )?[“\"‘']?$")
OPENED = re.compile(
    r"[”\"’']?(?: (?:program(?:me)?|scheme|initiative|mechanism|fund|plan))?(?P<definition>, [^.;\n\d$€£¥]{20,300})[.;\n]"
)
WEAKEST = "programme-framed"
HEADLINE = 200  # characters on either side of a name that show how its line is capitalised
MOST_ALIKE = 50  # schemes with a word in common among which the long form of a name is sought
WRAPPED = range(50, 100)  # characters of a full line in hard-wrapped text
SMALL_IN_HEADLINES = frozenset({"about", "after", "amid", "from", "into", "over", "than", "that", "under", "with"})


def find_programmes(text: str, *, own: tuple[Known, ...] = ()) -> tuple[Mention[Programme], ...]:
    """All names of schemes in a text, in order and without overlaps.

    Args:
        text: any text.
        own: a user's own schemes.
    """
    found: list[Mention[Programme]] = []
    flowing = _unwrapped(text)
    for rule in (*known_rules(own), *RULES):
        for match in rule.pattern.finditer(flowing):
            programme = rule.build(match)
            if programme is not None:
                start = flowing.rindex(programme.name, 0, match.end())
                span = Span(start, start + len(programme.name))
                found.append(Mention(span, span.of(text), programme, rule.name))
    named = _with_names(_settled(text, found, own), own)
    every = sorted((*named, *_acronyms(text, named)), key=lambda mention: mention.span)
    return tuple(_with_definition(flowing, mention) for mention in every)


def _unwrapped(text: str) -> str:
    """The text with a space for each line break of hard-wrapped lines: as long as it was, but names run on."""
    lines = text.split("\n")
    if max(map(len, lines)) >= WRAPPED.stop:
        return text
    joints = [" " if len(line) in WRAPPED and line[-1] not in ".!?:" and after else "\n" for line, after in pairwise(lines)]
    return "".join(line + joint for line, joint in zip(lines, [*joints, ""], strict=True))


def _settled(text: str, found: list[Mention[Programme]], own: tuple[Known, ...]) -> list[Mention[Programme]]:
    """Of mentions that overlap, the user's own, else the longest; a name in a headline of capitals only if it is certain."""
    names = {name for known in own for name in (*known.alone, *known.beside)}
    kept: list[Mention[Programme]] = []
    taken = bytearray(len(text))
    for mention in sorted(
        found, key=lambda m: (m.quote not in names, m.rule == WEAKEST, m.span.start - m.span.end, not m.value.certain)
    ):
        if not any(taken[mention.span.start : mention.span.end]) and (
            mention.value.certain or not _all_capitals(text, mention.span)
        ):
            kept.append(mention)
            taken[mention.span.start : mention.span.end] = b"\1" * (mention.span.end - mention.span.start)
    return sorted(kept, key=lambda m: m.span)


def _all_capitals(text: str, span: Span) -> bool:
    """Whether the line capitalises every long word, as headlines do: then capitals show no name."""
    before = text[max(0, span.start - HEADLINE) : span.start].rpartition("\n")[2]
    after = text[span.end : span.end + HEADLINE].partition("\n")[0]
    words = [word for word in f"{before} {after}".split() if len(word) > 3 and word not in SMALL_IN_HEADLINES and word[0].isalpha()]
    return len(words) >= 3 and not any(word[0].islower() for word in words)


def _words(programme: Programme) -> frozenset[str]:
    return frozenset(f"{programme.owner} {programme.name}".lower().replace("-", " ").split())


def _same(short: Programme, long: Programme) -> bool:
    """Whether a shorter name can be short for a longer one: the same head, and no word or year of its own."""
    return bool(short.head) and short.head == long.head and _words(short) <= _words(long)


def _with_names(mentions: list[Mention[Programme]], own_schemes: tuple[Known, ...]) -> list[Mention[Programme]]:
    """The mentions, each with the fullest name and the acronym that its scheme has in the text, or the user's own name."""
    canonical = {known.name for known in own_schemes}
    aliases = _aliases(own_schemes)
    fullest: dict[str, Programme] = {}
    for mention in mentions:
        own = mention.value
        group = aliases.get(own.name, own.name)
        best = fullest.get(group)
        if best is None or len(own.name) > len(best.name):
            fullest[group] = replace(own, acronym=own.acronym or (best.acronym if best else None))
        elif own.acronym and not best.acronym:
            fullest[group] = replace(best, acronym=own.acronym)
    holding: dict[str, list[Programme]] = {}
    for programme in fullest.values():
        for word in _words(programme):
            holding.setdefault(word, []).append(programme)
    named = []
    for mention in mentions:
        own = fullest[aliases.get(mention.value.name, mention.value.name)]
        first = own.name.lower().replace("-", " ").split()[0]
        longer = [other for other in holding[first][:MOST_ALIKE] if other.name != own.name and _same(own, other)]
        if len(longer) == 1:
            own = longer[0]
        full = aliases.get(mention.value.name)
        if full is not None and full in canonical:
            own = replace(own, name=full)
        named.append(replace(mention, value=replace(own, certain=own.certain or mention.value.certain)))
    return named


@cache
def _aliases(own: tuple[Known, ...]) -> dict[str, str]:
    """Any name of a well-known scheme → its full name."""
    return {name: known.name for known in reversed(gazetteer(own)) for name in (*known.beside, *known.alone)}


def _acronyms(text: str, mentions: list[Mention[Programme]]) -> list[Mention[Programme]]:
    """Later mentions of schemes by the acronyms that the text gives them."""
    schemes = {mention.value.acronym: mention.value for mention in mentions if mention.value.acronym}
    if not schemes:
        return []
    pattern = re.compile(rf"(?<![\w(-])(?<!, or )(?:{one_of(schemes)})(?![\w)-])")
    places = [mention.span for mention in mentions]
    return [
        Mention(span, match[0], schemes[match[0]], "programme-acronym")
        for match in pattern.finditer(text)
        if not any((span := Span(*match.span())).overlaps(place) for place in places)
    ]


def _with_definition(text: str, mention: Mention[Programme]) -> Mention[Programme]:
    match = DEFINING.match(text, mention.span.end)
    if match is None and OPENING.search(text, max(0, mention.span.start - 40), mention.span.start):
        match = OPENED.match(text, mention.span.end)
    if match is None:
        return mention
    return replace(mention, value=replace(mention.value, definition=Span(*match.span("definition"))))
