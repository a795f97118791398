"""What stands for a scheme that was named before: "the fund", "this mechanism", "it"."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from extract.facts.schemes.ties import FRAME_WORDS, GIVEN_WORDS, Schemes, words_of
from extract.facts.sentences import Sentence
from extract.mentions.programme_shapes import Programme
from extract.spans import Mention, Span

ANAPHOR = re.compile(rf"\b(?P<article>the|this|that|such|its) (?:[a-z-]+ )?(?P<noun>{words_of('noun')})\b(?! of)", re.IGNORECASE)
FUNDS = frozenset({"fund", "facility", "mechanism", "instrument"})
# A general noun stands for any scheme of its kind, most nouns only for a scheme that is called so.
NOUNS_FOR: Mapping[str, frozenset[str]] = {
    "law": frozenset({"act", "law", "bill"}),
    "program": frozenset({"program", "programme"}),
    "mechanism": FUNDS,
    "instrument": FUNDS,
    "vehicle": FUNDS,
}
# Stand for a scheme whose name has no noun of its own, and after "this" for any.
GENERAL = frozenset({"mechanism", "instrument", "scheme", "program", "programme", "initiative"})
THIS = frozenset({"this", "that", "such"})
ANY = "*"  # the noun that every scheme has
# A sentence that begins with a scheme, or with its pronoun, or with what was done to it ("Set up in 2023, it ...").
OWN = "’s "  # between what stands for a scheme and another that it has
SUBJECT = re.compile(r"(?:^|[.!?\n][\"”’']?\s*)[\"“‘']?(?:(?:The|Its|Their|This|That) )?(?:[\w’'&-]+ ){0,2}?[\"“‘']?$")
FOUNDING = re.compile(rf"\b{words_of('founding')} (?:(?:the|a|an|its|his|her|their) )?(?:[\w’'&-]+ ){{0,2}}$")
SUBJECT_REACH = 60  # characters before a name in which its sentence begins
PRONOUN = re.compile(r"Its?\b")
FOUNDED = re.compile(rf"{words_of('founded')}\b(?=[^,.;]{{0,80}}, it\b)")
# "would be spent on it": a pronoun behind such a word is the scheme that the sentence named.
OBJECT = re.compile(rf"\b(?:{FRAME_WORDS}|{GIVEN_WORDS}|on|of) (?P<it>it)\b")


def sole_nouns(schemes: Schemes) -> dict[str, tuple[int, Programme]]:
    """The nouns that only one scheme of the article has: they stand for it however far below its first mention.

    Where an article names one scheme alone, the general nouns stand for it even if its name may be none.
    """
    certain = [scheme for scheme in schemes if scheme.value.certain] or schemes
    alone = len({scheme.value.name for scheme in certain}) == 1
    general = dict.fromkeys(GENERAL, (certain[0].span.start, certain[0].value)) if alone else {}
    owners: dict[str, dict[str, tuple[int, Programme]]] = {}
    for scheme in schemes:
        if scheme.value.certain and scheme.value.head:
            owners.setdefault(scheme.value.head, {}).setdefault(scheme.value.name, (scheme.span.start, scheme.value))
    return general | {noun: next(iter(each.values())) for noun, each in owners.items() if len(each) == 1}


def nouns_of(programme: Programme) -> frozenset[str]:
    """The nouns that can stand for a scheme later; none for a name that may be no scheme's."""
    if not programme.certain:
        return frozenset()
    words = frozenset(programme.name.lower().split())
    return words | {programme.head, ANY} | (frozenset() if programme.head in words else GENERAL)


def meant(
    text: str,
    sentence: Sentence,
    own: Sequence[Mention[Programme]],
    before: Mapping[str, Programme],
    former: Sequence[Mention[Programme]],
) -> Iterator[Mention[Programme]]:
    """The words of a sentence that stand for a scheme.

    Args:
        text: of the article.
        sentence: where to look.
        own: the schemes that it names, in order.
        before: the last scheme named before it, by the nouns that can stand for it.
        former: the schemes that the sentence before names: what it begins with is what "it" stands for, what it ends with is what
            "Set up in 2023, it" stands for.
    """
    opening = PRONOUN.match(text, sentence.span.start, sentence.span.end)
    founded = FOUNDED.match(text, sentence.span.start, sentence.span.end)
    if opening and former and _begins(text, former[0]):
        yield Mention(Span(*opening.span()), opening[0], former[0].value, "scheme-pronoun")
    elif founded and former:
        yield Mention(Span(*founded.span()), founded[0], former[-1].value, "scheme-pronoun")
    last = dict(before)
    coming = iter((*own, None))
    scheme = next(coming)
    for match in ANAPHOR.finditer(text, sentence.span.start, sentence.span.end):
        span = Span(*match.span())
        while scheme and scheme.span.end <= span.start:
            last |= dict.fromkeys(nouns_of(scheme.value), scheme.value)
            scheme = next(coming)
        if scheme and scheme.span.start <= span.end + len(OWN):
            continue  # "the fund" is the beginning of the name itself, "the law’s" has what it names
        noun = match["noun"].lower()
        wanted = sorted(NOUNS_FOR.get(noun, frozenset()) | {noun}) + (
            [ANY] if noun in GENERAL and match["article"].lower() in THIS else []
        )
        found = next((last[each] for each in wanted if each in last), None)
        if found:
            yield Mention(span, match[0], replace(found, certain=True), "scheme-anaphor")
    for match in OBJECT.finditer(text, sentence.span.start, sentence.span.end):
        named = [each.value for each in own if each.span.end < match.start()]
        if len({each.name for each in named}) == 1:
            yield Mention(Span(*match.span("it")), match["it"], replace(named[0], certain=True), "scheme-pronoun")


def _begins(text: str, scheme: Mention[Programme]) -> bool:
    """Whether a scheme is the first thing that its sentence names, or what the sentence says has begun."""
    first = max(0, scheme.span.start - SUBJECT_REACH)
    return any(pattern.search(text, first, scheme.span.start) for pattern in (SUBJECT, FOUNDING))
