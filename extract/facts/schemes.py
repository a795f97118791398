"""Programme: an outline and the schemes that its text names enter; the scheme that each quantity belongs to leaves.

A quantity belongs to a scheme that its own sentence ties it to ("$2 million under the X"), to one that the next sentence claims
it for ("The aid is part of the X"), to the scheme of the quantity that it continues, or to one whose definition its purpose
matches. Text alone decides; no parse is needed.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.facts.reading import Outline
from extract.facts.scheme_definitions import matches_definition
from extract.facts.sentences import Sentence
from extract.mentions.programme_rules import Programme
from extract.mentions.quantity import Money
from extract.spans import Mention, Span

Schemes = tuple[Mention[Programme], ...]


@dataclass(frozen=True, slots=True)
class SchemeLink:
    """The scheme of a quantity.

    Args:
        name: the fullest form that the article has, without leading article.
        rule: name of the rule that tied the quantity to it.
        span: the words that name or stand for the scheme there.
    """

    name: str
    rule: str
    span: Span


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity within its sentence; `end` lies behind the bracket that gives it in another currency."""

    span: Span
    end: int
    money: bool


# What may stand between the word that ties and the name: "the government’s new", "a", "its own".
OWNER = r"(?:(?:the|a|an|its|his|her|their|our|this|that|such) )?(?:[\w’'.&-]+ ){0,3}?[\"“‘']?"
FRAME = re.compile(
    rf"\b(?:under|through|via|within|by means of|part of|(?:framework|context|scope|umbrella|auspices) of|covered by|financed by|funded by|pursuant to|belongs? to"
    rf"|refers? (?:\w+ )?to|called|dubbed|known as|thanks to|(?:share|portion|tranche|instalment|installment) of|drawn from|using|from) {OWNER}$",
    re.IGNORECASE,
)
ARGUMENT = re.compile(rf"^[^,]*\b(?:(?<!according )to|towards?|into|for|of|in|on|by|as) {OWNER}$", re.IGNORECASE)
GIVEN_TO = re.compile(rf"^[^,]*\b(?:(?<!according )to|towards?|into|for) {OWNER}$", re.IGNORECASE)
APPOSITION = re.compile(r"(?: [a-z-]+){1,4}, the $")
APART = re.compile(
    rf"\b(?:in addition to|besides|unlike|apart from|instead of|rather than|on top of|separate from|excluding|except|beyond|outside) {OWNER}$",
    re.IGNORECASE,
)
MODIFIER = re.compile(
    r"[ -](?:(?!(?:of|for|to|from|in|under|through|via|on|at|and|or|with|by|a|an|the|this|that)\b)[a-z-]+,? ){0,2}[\"“‘']?$"
)
# Words that begin another clause or topic: a name behind them is not the quantity's, nor a quantity behind them the name's.
BREAK = re.compile(
    r"[;?]|\b(?:while|whereas|but|although|though|because|said|says|told|compared|besides|unlike|who|instead of|rather than|in addition)\b",
    re.IGNORECASE,
)
CLAUSE = re.compile(
    r"\b(?:including|includes|not|made up of|consist(?:s|ing) of|compris(?:es|ing))\b|, (?:and|will|is|are|was|were|has|have|had|would|can|could|may)\b"
)
SUBJECT = r"(?:aid|assistance|package|funding|money|contribution|support|grant|loan|donation|tranche|commitment|pledge|shipment|delivery|sum|amount|funds|financing|total)"
BELONGING = r"\b(?:is|are|was|were|be|been|falls?|fell|comes?|came|belongs?|forms?|flows?|goes|went)\b"
MEMBER = re.compile(
    rf"(?:(?P<start>The|This|That|These|All|His|Her|Its|Their)\b(?: [\w-]+){{0,3}}? ?\b{SUBJECT}\b|(?P<pronoun>It|This|They)\b|(?i:{SUBJECT})\b)"
    rf"[^.;]{{0,60}}?{BELONGING}"
)
RESUMED = re.compile(rf"(?:The|This|That) {SUBJECT}\b")
CONTINUED = re.compile(
    r"\b(?:another|additional|further|extra|remaining|tranche|instalment|installment)(?: (?:of|worth))? $", re.IGNORECASE
)
ANAPHOR = re.compile(
    r"\b(?:the|this|that|its) (?:[a-z-]+ )?(?P<noun>fund|facility|mechanism|instrument|scheme|programme|program|initiative|act|law|bill|plan|package"
    r"|prize|vehicle)\b(?! of)",
    re.IGNORECASE,
)
FUNDS = frozenset({"fund", "facility", "mechanism", "instrument"})
# A general noun stands for any scheme of its kind, most nouns only for a scheme that is called so.
NOUNS_FOR = {
    "law": {"act", "law", "bill"},
    "program": {"program", "programme"},
    "mechanism": FUNDS,
    "instrument": FUNDS,
    "vehicle": FUNDS,
}
PROVIDING = re.compile(
    r"(?:,? (?:which|that|and))? (?:also |now |already |will |would |could |can |may |to |has |had |have )*(?:provid|g[ai]v|allocat|authori[sz]|includ|contain|set|offer"
    r"|cut|rais|cost|invest|spen[dt]|add|cap|appropriat|earmark|is|was|total|worth|consist|carr|pay|paid|pour|inject|unlock|deliver|mak|made|of"
    r"|mobili[sz]|allow|let|enabl|grant|award|support|fund|financ|direct|devot|dedicat|impos|limit|requir|pump|sen[dt]|establish|creat)"
)
# A sum with an article of its own, further down a list, is another thing.
ANOTHER = re.compile(r"\b(?:an?|another)(?: (?:further|separate|additional|new))? $", re.IGNORECASE)
STRICT = frozenset({"act", "law", "bill", "prize", "code"})  # many are named beside sums that are not theirs
GENERAL = frozenset(
    {"mechanism", "instrument", "scheme", "program", "programme", "initiative"}
)  # stand for a name without a noun of its own
BRACKET = re.compile(r" ?\([^()\n]{1,60}\)")
LOOK_BACK = 5  # sentences within which "the fund" still means the fund that was named
CLAIM_BACK = 4  # sentences over which "The aid is part of ..." reaches back
TOPIC_WORDS = 25  # between a scheme and a sum that it is the topic of


def scheme_links(outline: Outline, schemes: Schemes) -> dict[Span, SchemeLink]:
    """The scheme of each quantity of an article that has one, by the quantity's span.

    Args:
        outline: the article's sentences and quantities.
        schemes: `find_programmes` of the article's text.
    """
    if not schemes:
        return {}
    scenes = _scenes(outline, schemes)
    links = {quantity.span: link for scene in scenes for quantity in scene.quantities if (link := _own(scene, quantity))}
    for spread in (_claimed, _continued, _defined):
        for span, link in spread(scenes, links):
            links.setdefault(span, link)
    return links


@dataclass(frozen=True)
class Scene:
    """A sentence with its quantities and the schemes that it names or means."""

    text: str
    sentence: Sentence
    quantities: tuple[Quantity, ...]
    schemes: Schemes

    def between(self, start: int, end: int) -> bool:
        """Whether another quantity stands between two places."""
        return any(start <= quantity.span.start < end for quantity in self.quantities)


def _scenes(outline: Outline, schemes: Schemes) -> tuple[Scene, ...]:
    text = outline.article.text
    quantities: dict[int, list[Quantity]] = {}
    for mention in (*outline.quantities.money, *outline.quantities.percentages):
        if sentence := outline.sentence_at(mention.span.start):
            bracket = BRACKET.match(text, mention.span.end)
            money = isinstance(mention.value, Money)
            quantities.setdefault(sentence.index, []).append(
                Quantity(mention.span, bracket.end() if bracket else mention.span.end, money)
            )
    named: dict[int, list[Mention[Programme]]] = {}
    for scheme in schemes:
        if sentence := outline.sentence_at(scheme.span.start):
            named.setdefault(sentence.index, []).append(scheme)
    scenes = []
    for sentence in outline.sentences:
        own = named.get(sentence.index, [])
        if sentence.index in quantities or own:
            meant = _meant(
                text,
                sentence,
                own,
                [each for index in range(sentence.index - LOOK_BACK, sentence.index) for each in named.get(index, [])],
            )
            scenes.append(
                Scene(
                    text,
                    sentence,
                    tuple(sorted(quantities.get(sentence.index, []), key=lambda quantity: quantity.span)),
                    tuple(sorted((*own, *meant), key=lambda scheme: scheme.span)),
                )
            )
    return tuple(scenes)


def _meant(
    text: str, sentence: Sentence, own: Sequence[Mention[Programme]], before: Sequence[Mention[Programme]]
) -> Iterator[Mention[Programme]]:
    """The schemes that "the fund" or "this mechanism" stands for: the last one named that has such a noun."""
    for match in ANAPHOR.finditer(text, sentence.span.start, sentence.span.end):
        span = Span(*match.span())
        if any(span.overlaps(scheme.span) or scheme.span.start == span.end + 1 for scheme in own):
            continue
        noun = match["noun"].lower()
        nouns = NOUNS_FOR.get(noun, {noun})
        earlier = [*before, *(scheme for scheme in own if scheme.span.end <= span.start)]
        last = next((each for each in reversed(earlier) if each.value.certain and _nouns(each.value) & nouns), None)
        if last:
            yield Mention(span, match[0], last.value, "scheme-anaphor")


def _nouns(programme: Programme) -> set[str]:
    return set(programme.name.lower().split()) | ({programme.head} if programme.head else GENERAL)


def _own(scene: Scene, quantity: Quantity) -> SchemeLink | None:
    """The scheme that the quantity's own sentence ties it to: the firmest tie, of equals the nearest."""
    ties = []
    for scheme in scene.schemes:
        tie = _behind(scene, quantity, scheme) if scheme.span.start >= quantity.end else _ahead(scene, quantity, scheme)
        if tie:
            ties.append((*tie, scheme))
    if not ties:
        return None
    _, rule, scheme = min(ties, key=lambda tie: (tie[0], not tie[2].value.certain, abs(tie[2].span.start - quantity.span.start)))
    return SchemeLink(scheme.value.name, rule, scheme.span)


def _behind(scene: Scene, quantity: Quantity, scheme: Mention[Programme]) -> tuple[int, str] | None:
    """What ties a quantity to a scheme named after it."""
    gap = scene.text[quantity.end : scheme.span.start]
    alone = not scene.between(quantity.end, scheme.span.start)
    if alone and MODIFIER.fullmatch(gap):
        return 0, "scheme-modified"
    if BREAK.search(gap) or CLAUSE.search(gap) or APART.search(gap):
        return None
    if FRAME.search(gap):
        return 1, "scheme-frame"
    words = len(gap.split())
    if not alone or not quantity.money:
        return None
    if scheme.value.certain and APPOSITION.fullmatch(gap):
        return 1, "scheme-apposition"
    if ARGUMENT.search(gap) and words <= 15 if scheme.value.certain else GIVEN_TO.search(gap) and words <= 8:
        return 2, "scheme-argument"
    return None


def _ahead(scene: Scene, quantity: Quantity, scheme: Mention[Programme]) -> tuple[int, str] | None:
    """What ties a quantity to a scheme named before it."""
    bracket = BRACKET.match(scene.text, scheme.span.end)
    gap = scene.text[bracket.end() if bracket else scheme.span.end : quantity.span.start]
    before = scene.text[scene.sentence.span.start : scheme.span.start]
    if BREAK.search(gap) or APART.search(before):
        return None
    listed = [each for each in scene.quantities if scheme.span.end <= each.span.start < quantity.span.start]
    if listed and ANOTHER.search(gap):
        return None
    if not scene.between(scene.sentence.span.start, scheme.span.start) and FRAME.search(before):
        return 3, "scheme-frame-before"
    if scene.between(scene.sentence.span.start, scheme.span.start) and not CONTINUED.search(gap):
        return None
    if scheme.value.head in STRICT and not PROVIDING.match(gap):
        return None
    step = gap.split() if not listed else scene.text[listed[-1].end : quantity.span.start].split()
    reach = TOPIC_WORDS if scheme.value.certain and (quantity.money or listed) else 8
    if len(step) <= reach and (scheme.value.certain or PROVIDING.match(gap)):
        return 4, "scheme-topic"
    return None


def _claimed(scenes: Sequence[Scene], links: dict[Span, SchemeLink]) -> Iterator[tuple[Span, SchemeLink]]:
    """Quantities that a later sentence claims for a scheme: "The aid is part of the X." """
    for number, scene in enumerate(scenes):
        start = scene.sentence.span.start
        member = MEMBER.match(scene.text, start)
        scheme = next((each for each in scene.schemes if FRAME.search(scene.text[start : each.span.start])), None)
        if member is None or scheme is None or scene.between(start, scheme.span.start):
            continue
        reach = 1 if member["pronoun"] or member["start"] in ("This", "That", "These") else CLAIM_BACK
        earlier = [each for each in scenes[:number] if each.quantities and scene.sentence.index - each.sentence.index <= reach]
        later = [each for each in scenes[number + 1 :] if each.quantities and each.sentence.index == scene.sentence.index + 1]
        for claimed in earlier[-1:] or (later if reach > 1 else []):
            for quantity in claimed.quantities:
                if quantity.money:
                    yield quantity.span, SchemeLink(scheme.value.name, "scheme-claimed", scheme.span)


def _continued(scenes: Sequence[Scene], links: dict[Span, SchemeLink]) -> Iterator[tuple[Span, SchemeLink]]:
    """Quantities that go on from one with a scheme: "another $5 million", "The grant is made up of ..."."""
    last: tuple[int, SchemeLink] | None = None
    for scene in scenes:
        for quantity in scene.quantities:
            if quantity.span in links:
                last = (scene.sentence.index, links[quantity.span])
            elif last and quantity.money and scene.sentence.index - last[0] <= 1:
                resumed = RESUMED.match(scene.text, scene.sentence.span.start)
                if resumed or CONTINUED.search(
                    scene.text, max(scene.sentence.span.start, quantity.span.start - 40), quantity.span.start
                ):
                    yield quantity.span, SchemeLink(last[1].name, "scheme-continued", last[1].span)


def _defined(scenes: Sequence[Scene], links: dict[Span, SchemeLink]) -> Iterator[tuple[Span, SchemeLink]]:
    """Quantities spent on what the text says that a scheme is for."""
    schemes = [scheme for scene in scenes for scheme in scene.schemes if scheme.value.definition]
    for scene in scenes:
        for quantity in scene.quantities:
            if not quantity.money or quantity.span in links:
                continue
            purpose = scene.text[quantity.end : scene.sentence.span.end]
            for scheme in schemes:
                if scheme.value.definition and matches_definition(purpose, scheme.value.definition.of(scene.text)):
                    yield quantity.span, SchemeLink(scheme.value.name, "scheme-defined", scheme.span)
                    break
