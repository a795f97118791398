"""Programme: an outline and the schemes that its text names enter; the scheme that each quantity belongs to leaves.

A quantity belongs to the scheme that its own sentence ties it to ("$2 million under the X"), else to one that a sentence near
by claims it for ("The aid is part of the X"), to that of the quantity which it continues ("another $5 million"), or to one whose
definition its purpose matches. The text alone decides; no parse is needed.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from extract.facts.reading import Outline
from extract.facts.scheme_definitions import matches_definition
from extract.facts.scheme_ties import FRAME, Quantity, Scene, SchemeLink, Schemes, bracket_end, tied, words_of
from extract.facts.sentences import Sentence
from extract.mentions.programme_rules import Programme
from extract.mentions.quantity import Money
from extract.spans import Mention, Span

__all__ = ["SchemeLink", "Schemes", "scheme_links"]

SUPPORT = words_of("support")
RESUMED = re.compile(rf"(?:The|This|That) {SUPPORT}\b")
# "The aid", "This medical assistance", "It", "Support", then a verb of belonging.
CLAIM = re.compile(
    rf"(?:(?:(?P<near>This|That|These)|The|All|His|Her|Its|Their)\b(?: [\w-]+){{0,3}}? ?\b{SUPPORT}\b"
    rf"|(?P<pronoun>It|This|They)\b|(?i:{SUPPORT})\b)[^.;]{{0,60}}?\b{words_of('belonging')}\b"
)
CONTINUED = re.compile(rf"\b{words_of('more')}(?: (?:of|worth))? $", re.IGNORECASE)
# A sum that is called a part of something goes to the scheme spoken of.
PART = re.compile(
    r"\b(?:first|second|third|fourth|fifth|sixth|next|last|final|initial|remaining|latest|\d+(?:st|nd|rd|th)) (?:[\w-]+ )?"
    r"(?:tranche|instalment|installment|disbursement|payout)\b",
    re.IGNORECASE,
)
PART_REACH = 60  # characters on either side of a sum in which it is called a part
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
LOOK_BACK = 5  # sentences within which "the fund" still means the fund that was named
CLAIM_BACK = 4  # sentences over which "The aid is part of ..." reaches back
PURPOSE = 300  # characters after a quantity that can say what it is for
MOST_DEFINED = 20  # definitions of one article that are looked at


def scheme_links(outline: Outline, schemes: Schemes) -> dict[Span, SchemeLink]:
    """The scheme of each quantity of an article that has one, by the quantity's span.

    Args:
        outline: the article's sentences and quantities.
        schemes: `find_programmes` of the article's text; those in clutter count for nothing.
    """
    links: dict[Span, SchemeLink] = {}
    if schemes:
        scenes = _scenes(outline, schemes)
        for related in (False, True):  # other stories on the page neither give nor take schemes
            part = [scene for scene in scenes if (scene.sentence.section == "related") is related]
            links |= {quantity.span: link for scene in part for quantity in scene.quantities if (link := tied(scene, quantity))}
            for span, link in (*_claimed(part), *_continued(part, links), *_defined(part)):
                links.setdefault(span, link)
    return links


def _scenes(outline: Outline, schemes: Schemes) -> list[Scene]:
    """The sentences that hold a quantity or a scheme, in order."""
    text = outline.article.text
    quantities: dict[int, list[Quantity]] = {}
    for mention in (*outline.quantities.money, *outline.quantities.percentages):
        if sentence := outline.sentence_at(mention.span.start):
            quantity = Quantity(mention.span, bracket_end(text, mention.span.end), isinstance(mention.value, Money))
            quantities.setdefault(sentence.index, []).append(quantity)
    named: dict[int, list[Mention[Programme]]] = {}
    for scheme in schemes:
        if sentence := outline.sentence_at(scheme.span.start):
            named.setdefault(sentence.index, []).append(scheme)
    scenes = []
    sole = _sole(schemes)
    for index in sorted(quantities.keys() | named.keys()):
        sentence = outline.sentences[index]
        before = [each for earlier in range(index - LOOK_BACK, index) for each in named.get(earlier, [])]
        last = {noun: programme for noun, (place, programme) in sole.items() if place < sentence.span.start}
        last |= {noun: scheme.value for scheme in before for noun in _nouns(scheme.value)}
        own = [*named.get(index, []), *_meant(text, sentence, named.get(index, []), last)]
        ordered = sorted(quantities.get(index, []), key=lambda quantity: quantity.span)
        scenes.append(Scene(text, sentence, tuple(ordered), tuple(sorted(own, key=lambda scheme: scheme.span))))
    return scenes


def _sole(schemes: Schemes) -> dict[str, tuple[int, Programme]]:
    """The nouns that only one scheme of the article has: they stand for it however far below its first mention."""
    owners: dict[str, dict[str, tuple[int, Programme]]] = {}
    for scheme in schemes:
        if scheme.value.certain and scheme.value.head:
            owners.setdefault(scheme.value.head, {}).setdefault(scheme.value.name, (scheme.span.start, scheme.value))
    return {noun: next(iter(each.values())) for noun, each in owners.items() if len(each) == 1}


def _meant(
    text: str, sentence: Sentence, own: Sequence[Mention[Programme]], before: Mapping[str, Programme]
) -> Iterator[Mention[Programme]]:
    """What "the fund" or "this mechanism" stands for: the last scheme named that has such a noun."""
    last = dict(before)
    coming = iter((*own, None))
    scheme = next(coming)
    for match in ANAPHOR.finditer(text, sentence.span.start, sentence.span.end):
        span = Span(*match.span())
        while scheme and scheme.span.end <= span.start:
            last |= dict.fromkeys(_nouns(scheme.value), scheme.value)
            scheme = next(coming)
        if scheme and scheme.span.start <= span.end + 1:
            continue  # "the fund" is the beginning of the name itself
        noun = match["noun"].lower()
        wanted = sorted(NOUNS_FOR.get(noun, frozenset()) | {noun}) + (
            [ANY] if noun in GENERAL and match["article"].lower() in THIS else []
        )
        meant = next((last[each] for each in wanted if each in last), None)
        if meant:
            yield Mention(span, match[0], meant, "scheme-anaphor")


def _nouns(programme: Programme) -> frozenset[str]:
    """The nouns that can stand for a scheme later; none for a name that may be no scheme's."""
    if not programme.certain:
        return frozenset()
    words = frozenset(programme.name.lower().split())
    return words | {programme.head, ANY} | (frozenset() if programme.head in words else GENERAL)


def _claimed(scenes: Sequence[Scene]) -> Iterator[tuple[Span, SchemeLink]]:
    """Sums that another sentence claims for a scheme: "The aid is part of the X"."""
    for number, scene in enumerate(scenes):
        start = scene.sentence.span.start
        claim = CLAIM.match(scene.text, start)
        scheme = next((each for each in scene.schemes if FRAME.search(scene.before(each.span.start))), None)
        if claim is None or scheme is None or scene.last_between(start, scheme.span.start):
            continue
        near = claim["near"] or claim["pronoun"]
        index = scene.sentence.index
        earlier = [each for each in scenes[max(0, number - CLAIM_BACK) : number] if each.quantities]
        target = next((each for each in reversed(earlier) if index - each.sentence.index <= (1 if near else CLAIM_BACK)), None)
        if target is None and not near:
            target = next((each for each in scenes[number + 1 : number + 2] if each.sentence.index == index + 1), None)
        for quantity in target.quantities if target else ():
            if quantity.money:
                yield quantity.span, SchemeLink(scheme.value.name, "scheme-claimed", scheme.span)


def _continued(scenes: Sequence[Scene], links: Mapping[Span, SchemeLink]) -> Iterator[tuple[Span, SchemeLink]]:
    """Sums that go on from one with a scheme: "another $5 million", "The grant is made up of ..."."""
    last: tuple[int, SchemeLink] | None = None
    for number, scene in enumerate(scenes):
        near = _only_scheme(scenes[max(0, number - LOOK_BACK) : number + 1], scene.sentence.index - LOOK_BACK)
        resumed = RESUMED.match(scene.text, scene.sentence.span.start)
        for quantity in scene.quantities:
            if quantity.span in links:
                last = (scene.sentence.index, links[quantity.span])
            elif quantity.money and near and _is_part(scene, quantity):
                yield quantity.span, SchemeLink(near.value.name, "scheme-part", near.span)
            # Within one sentence "another $5 million" is another thing; in the next it is more of the same.
            elif last and quantity.money and scene.sentence.index - last[0] == 1 and (resumed or _is_more(scene, quantity)):
                yield quantity.span, SchemeLink(last[1].name, "scheme-continued", last[1].span)


def _only_scheme(scenes: Sequence[Scene], since: int) -> Mention[Programme] | None:
    """The scheme that sentences name, if they name one alone."""
    named = [each for scene in scenes if scene.sentence.index >= since for each in scene.schemes if each.value.certain]
    return named[-1] if len({each.value.name for each in named}) == 1 else None


def _is_part(scene: Scene, quantity: Quantity) -> bool:
    first, last = (
        max(scene.sentence.span.start, quantity.span.start - PART_REACH),
        min(scene.sentence.span.end, quantity.end + PART_REACH),
    )
    return PART.search(scene.text, first, last) is not None


def _is_more(scene: Scene, quantity: Quantity) -> bool:
    return CONTINUED.search(scene.before(quantity.span.start)) is not None


def _defined(scenes: Sequence[Scene]) -> Iterator[tuple[Span, SchemeLink]]:
    """Sums that are spent on what the text says that a scheme does."""
    schemes = {scheme.value.name: scheme for scene in reversed(scenes) for scheme in scene.schemes if scheme.value.definition}
    for scene in scenes:
        for quantity in scene.quantities if schemes else ():
            purpose = scene.text[quantity.end : min(scene.sentence.span.end, quantity.end + PURPOSE)]
            for scheme in list(schemes.values())[-MOST_DEFINED:]:
                definition = scheme.value.definition
                if quantity.money and definition and matches_definition(purpose, definition.of(scene.text)):
                    yield quantity.span, SchemeLink(scheme.value.name, "scheme-defined", scheme.span)
                    break
