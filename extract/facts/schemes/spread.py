"""Schemes beyond the sentence: quantities that their own sentence ties to no scheme enter; what the text around says leaves.

A sum belongs to a scheme that another sentence claims it for ("All of it comes from the X"), whose sums it continues or divides
("another $5 million", "€3 million of it"), whose sum it tells again, whose definition its purpose matches, whose noun it
modifies before the name comes ("a $10 billion fund"), or that the article is about, if it is a sum that is given.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from extract.facts.schemes.definitions import matches_definition
from extract.facts.schemes.ties import FRAME, STRICT, Quantity, Scene, SchemeLink, words_of
from extract.mentions.programme_shapes import Programme
from extract.spans import Mention, Span

Links = Mapping[Span, SchemeLink]
Found = Iterator[tuple[Span, SchemeLink]]

SUPPORT = rf"{words_of('support')}s?"
# "The aid", "This medical assistance", "It", "Support", "All of it", then a verb of belonging.
CLAIM = re.compile(
    rf"(?:(?P<all>(?:All|Each|Both)(?: (?:of (?:it|them|this|that|these)|this|that|these|the {SUPPORT}))?\b)"
    rf"|(?:(?P<near>This|That|These)|The|All|His|Her|Its|Their)\b(?: [\w-]+){{0,3}}? ?\b{SUPPORT}\b"
    rf"|(?P<pronoun>It|This|They)\b|(?i:{SUPPORT})\b)[^.;]{{0,60}}?\b{words_of('belonging')}\b"
)
RESUMED = re.compile(
    rf"(?:(?:With|Including|After|Counting) )?(?:The|This|That|this|that|the|[A-Z]\w+[’']s) "
    rf"(?:(?:full|entire|whole|total|overall|first|second|third|latest) )?{SUPPORT}\b"
    r"|(?:This|That|It) brings\b|The same (?:goes|holds|is true|applies)\b"
)
CONTINUED = re.compile(rf"\b{words_of('more')}(?: (?:of|worth))? $", re.IGNORECASE)
# A sum that is called a part of something goes to the scheme spoken of.
PART = re.compile(
    r"\b(?:first|second|third|fourth|fifth|sixth|next|last|final|initial|remaining|latest|\d+(?:st|nd|rd|th)) (?:[\w-]+ )?"
    r"(?:tranche|instalment|installment|disbursement|payout)\b",
    re.IGNORECASE,
)
PART_REACH = 60  # characters on either side of a sum in which it is called a part
# "€3 billion of it", "Of the money, €3 billion", "of which €3 billion", "the remaining €3 billion".
SHARE_BEFORE = re.compile(
    rf"(?:^|[,;:] )of (?:which|(?:this|that|the)(?: {SUPPORT})?),? (?:[\w-]+ ){{0,3}}$|\bremaining $", re.IGNORECASE
)
SHARE_AFTER = re.compile(
    rf" of (?:it|them|(?:this|that|the) (?:[a-z]+ )?{SUPPORT})\b"
    r"| of (?:this|that|these)(?= (?:is|are|was|were|will|would|goes|go|has|have|had|must)\b|[,.;)])"
)
# "this will rise to €3 billion"
CHANGED = re.compile(
    r"\b(?:this|that|it|which|the (?:sum|amount|total)) (?:[a-z]+ ){0,2}(?:rise|go up|increase|grow|fall|raise)\w* to $"
)
TRANSFER = re.compile(rf"\b{words_of('transfer')}\w*\b|\b{SUPPORT}\b", re.IGNORECASE)
TRANSFER_REACH = 90  # characters on either side of a sum in which it is said to be given
# "the total", "each loan", "these grants": money that has been spoken of.
RESUMPTION = re.compile(rf"\b(?:[Tt]he|[Tt]his|[Tt]hat|[Tt]hese|[Ee]ach) (?:[\w-]+ )?{SUPPORT}\b")
GETTING = re.compile(rf"\b{words_of('getting')}\b")
ELSEWHERE = re.compile(rf"\b{words_of('elsewhere')} (?:[\w-]+ ){{0,2}}$", re.IGNORECASE)
SHARE_BACK = 2  # sentences within which a sum is shared out
ELSEWHERE_FIRST = re.compile(rf"(?i:{words_of('elsewhere')})\b")
CLAIM_BACK = 4  # sentences over which "The aid is part of ..." reaches back
LOOK_BACK = 5  # sentences within which a scheme is spoken of
PURPOSE = 300  # characters after a quantity that can say what it is for
MOST_DEFINED = 20  # definitions of one article that are looked at
LEAD = 6  # sentences from the start that say what an article is about
PUBLIC = 1_000_000  # what a scheme gives away, not what a person gets, pays or saves
NOTE = 7  # sentences of a note, which says of each sum what it belongs to
AGAIN = 2  # mentions that make a scheme of the first sentences the topic
OFTEN = 3  # mentions that make a scheme the topic wherever they stand
DOMINANT = 2  # times that it is named for each time that another is


def claimed(scenes: Sequence[Scene]) -> Found:
    """Sums that another sentence claims for a scheme: "The aid is part of the X"."""
    for number, scene in enumerate(scenes):
        start = scene.sentence.span.start
        claim = CLAIM.match(scene.text, start)
        scheme = next((each for each in scene.schemes if FRAME.search(scene.before(each.span.start))), None)
        if claim is None or scheme is None or scene.last_between(start, scheme.span.start):
            continue
        near = claim["near"] or claim["pronoun"]
        index = scene.sentence.index
        earlier = [each for each in scenes[:number] if each.quantities]
        if claim["all"]:
            targets = [each for each in earlier if not each.schemes]
        else:
            targets = [each for each in earlier[-1:] if index - each.sentence.index <= (1 if near else CLAIM_BACK)]
        if not targets and not near:
            targets = [each for each in scenes[number + 1 : number + 2] if each.sentence.index == index + 1]
        for quantity in (each for target in targets for each in target.quantities if not _is_elsewhere(target, each)):
            if quantity.money:
                yield quantity.span, SchemeLink(scheme.value.name, "scheme-claimed", scheme.span)


def continued(scenes: Sequence[Scene], links: Links) -> Found:
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
            elif (
                last
                and scene.sentence.index - last[0] == 1
                and (_is_share(scene, quantity) or (quantity.money and (resumed or _is_more(scene, quantity))))
            ):
                yield quantity.span, SchemeLink(last[1].name, "scheme-continued", last[1].span)


def shared_out(scenes: Sequence[Scene], links: Links) -> Found:
    """Sums of the sentences right behind one with a scheme that say who gets how much of it."""
    last: tuple[int, SchemeLink, str | None] | None = None
    for scene in scenes:
        for quantity in scene.quantities:
            if quantity.money is None:
                continue
            if quantity.span in links:
                last = scene.sentence.index, links[quantity.span], quantity.money.currency
            elif (
                last
                and scene.sentence.index - last[0] <= SHARE_BACK
                and quantity.money.currency == last[2]
                and _is_got(scene, quantity)
            ):
                last = scene.sentence.index, last[1], last[2]
                yield quantity.span, SchemeLink(last[1].name, "scheme-shared-out", last[1].span)


def _is_got(scene: Scene, quantity: Quantity) -> bool:
    """Whether somebody gets a sum, in a sentence that names no scheme."""
    getting = GETTING.search(scene.text, *_window(scene, quantity, PART_REACH))
    return getting is not None and not scene.schemes and not _is_elsewhere(scene, quantity)


def _only_scheme(scenes: Sequence[Scene], since: int) -> Mention[Programme] | None:
    """The scheme that sentences name, if they name one alone."""
    named = [each for scene in scenes if scene.sentence.index >= since for each in scene.schemes if each.value.certain]
    return named[-1] if len({each.value.name for each in named}) == 1 else None


def _window(scene: Scene, quantity: Quantity, reach: int) -> tuple[int, int]:
    return max(scene.sentence.span.start, quantity.span.start - reach), min(scene.sentence.span.end, quantity.end + reach)


def _is_part(scene: Scene, quantity: Quantity) -> bool:
    return PART.search(scene.text, *_window(scene, quantity, PART_REACH)) is not None


def _is_more(scene: Scene, quantity: Quantity) -> bool:
    before = scene.before(quantity.span.start)
    return CONTINUED.search(before) is not None or CHANGED.search(before) is not None


def _is_share(scene: Scene, quantity: Quantity) -> bool:
    after = SHARE_AFTER.match(scene.text, quantity.end)
    return after is not None or SHARE_BEFORE.search(scene.before(quantity.span.start)) is not None


def defined(scenes: Sequence[Scene]) -> Found:
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


def told_again(scenes: Sequence[Scene], links: Links) -> Found:
    """Sums of the first sentences that a later sentence tells again with a scheme."""
    later: dict[tuple[str, str | None], SchemeLink] = {}
    for scene in reversed(scenes):
        if scene.sentence.index < LEAD:
            for quantity in scene.quantities:
                if quantity.span not in links and (link := later.get(_sum_of(quantity))):
                    yield quantity.span, SchemeLink(link.name, "scheme-told-again", link.span)
        for quantity in scene.quantities:
            if quantity.money and (link := links.get(quantity.span)):
                later[_sum_of(quantity)] = link


def _sum_of(quantity: Quantity) -> tuple[str, str | None]:
    return (
        (f"{quantity.money.amount.normalize()}-{quantity.money.amount_to}", quantity.money.currency) if quantity.money else ("", "")
    )


def of_article(scenes: Sequence[Scene], links: Links) -> Found:
    """Sums that are given, in an article that is about one scheme, where nothing says that they are another's."""
    topic = _topic(scenes)
    if topic is None:
        return
    own = {quantity.money.currency for s in scenes for quantity in s.quantities if quantity.money and quantity.span in links}
    for scene in scenes:
        if any(scheme.value.name != topic.value.name for scheme in scene.schemes):
            continue
        if not scene.schemes and not RESUMPTION.search(scene.text, scene.sentence.span.start, scene.sentence.span.end):
            continue
        for quantity in scene.quantities:
            if (
                quantity.money
                and quantity.span not in links
                and quantity.money.amount >= PUBLIC
                and (not own or quantity.money.currency in own)
                and TRANSFER.search(scene.text, *_window(scene, quantity, TRANSFER_REACH))
                and not _is_elsewhere(scene, quantity)
            ):
                yield quantity.span, SchemeLink(topic.value.name, "scheme-of-article", topic.span)


def _topic(scenes: Sequence[Scene]) -> Mention[Programme] | None:
    """The scheme that an article is about: named again and again, from its first sentences or often, and no other as often."""
    if not scenes or scenes[-1].sentence.index < NOTE:
        return None
    named = [(scene.sentence.index, scheme) for scene in scenes for scheme in scene.schemes if scheme.value.certain]
    counts = Counter(scheme.value.name for _, scheme in named).most_common(2)
    if not counts or (len(counts) == 2 and counts[0][1] < DOMINANT * counts[1][1]):
        return None
    name, times = counts[0]
    first, scheme = next((index, scheme) for index, scheme in named if scheme.value.name == name)
    if scheme.value.head in STRICT:
        return None
    return scheme if times >= (AGAIN if first < LEAD else OFTEN) else None


def _is_elsewhere(scene: Scene, quantity: Quantity) -> bool:
    """Whether the words before a sum, or those that begin its sentence, set it apart: "a separate $3 billion"."""
    opening = ELSEWHERE_FIRST.match(scene.text, scene.sentence.span.start)
    return opening is not None or ELSEWHERE.search(scene.before(quantity.span.start)) is not None
