"""Programme: an outline and the schemes that its text names enter; the scheme that each quantity belongs to leaves.

A quantity belongs to the scheme that its own sentence ties it to ("$2 million under the X"), else to one that a sentence near
by claims it for ("The aid is part of the X"), to that of the quantity which it continues ("another $5 million"), or to one whose
definition its purpose matches. The text alone decides; no parse is needed.
"""

from extract.facts.reading import Outline
from extract.facts.schemes.anaphora import meant, nouns_of, sole_nouns
from extract.facts.schemes.spread import claimed, continued, defined, of_article, shared_out, told_again
from extract.facts.schemes.ties import Quantity, Scene, SchemeLink, Schemes, bracket_end, tied
from extract.mentions.programme_shapes import Programme
from extract.mentions.quantity import Money
from extract.spans import Mention, Span

__all__ = ["SchemeLink", "Schemes", "scheme_links"]

LOOK_BACK = 5  # sentences within which "the fund" still means the fund that was named


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
            for span, link in (*claimed(part), *continued(part, links), *defined(part)):
                links.setdefault(span, link)
            links |= shared_out(part, links)
            links |= told_again(part, links)
            links |= of_article(part, links)
    return links


def _scenes(outline: Outline, schemes: Schemes) -> list[Scene]:
    """The sentences that hold a quantity or a scheme, in order."""
    text = outline.article.text
    quantities: dict[int, list[Quantity]] = {}
    for mention in (*outline.quantities.money, *outline.quantities.percentages):
        if sentence := outline.sentence_at(mention.span.start):
            quantity = Quantity(
                mention.span, bracket_end(text, mention.span.end), mention.value if isinstance(mention.value, Money) else None
            )
            quantities.setdefault(sentence.index, []).append(quantity)
    named: dict[int, list[Mention[Programme]]] = {}
    for scheme in schemes:
        if sentence := outline.sentence_at(scheme.span.start):
            named.setdefault(sentence.index, []).append(scheme)
    scenes: list[Scene] = []
    sole = sole_nouns(schemes)
    for index in sorted(quantities.keys() | named.keys()):
        sentence = outline.sentences[index]
        before = [each for earlier in range(index - LOOK_BACK, index) for each in named.get(earlier, [])]
        last = {noun: programme for noun, (place, programme) in sole.items() if place < sentence.span.start}
        last |= {noun: scheme.value for scheme in before for noun in nouns_of(scheme.value)}
        own = [*named.get(index, []), *meant(text, sentence, named.get(index, []), last, named.get(index - 1, []))]
        ordered = sorted(quantities.get(index, []), key=lambda quantity: quantity.span)
        scenes.append(Scene(text, sentence, tuple(ordered), tuple(sorted(own, key=lambda scheme: scheme.span))))
    return scenes
