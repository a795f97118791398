"""Linking: a reading enters; one `Fact` for each quantity of its sentences leaves."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import cast

from extract.facts.confidence import EMPTY, FILLED, NO_RULE, ROW, Calibration, Signal, Signals, confidences, shipped_calibration
from extract.facts.dates.candidates import FactDate
from extract.facts.fact import DateBasis, Evidence, Fact, Status
from extract.facts.frame import frame_of
from extract.facts.ranker import Choice, Weights, choose
from extract.facts.reading import Parsed, Reading
from extract.facts.schemes.links import SchemeLink, scheme_links
from extract.facts.slots.candidates import SLOTS, Scene, scene_of, slot_candidates
from extract.facts.slots.rates import rate_of
from extract.mentions.quantity import Money, Percentage
from extract.spans import Mention, Span

Quantity = Mention[Money] | Mention[Percentage]


def link(reading: Reading, *, weights: Weights, calibration: Calibration | None = None) -> tuple[Fact, ...]:
    """The facts of an article, in the order of their quantities.

    Args:
        reading: the article as it was read.
        weights: of the ranker.
        calibration: of the confidences; that which comes with the program if None.
    """
    known = shipped_calibration() if calibration is None else calibration
    return tuple(_sure(fact, confidences(signals, known)) for fact, signals in linked(reading, weights=weights))


def linked(reading: Reading, *, weights: Weights) -> Iterator[tuple[Fact, Signals]]:
    """The facts of an article without their confidences, each with what filled its slots."""
    scene: Scene | None = None
    links: Mapping[Span, SchemeLink] = {}
    for parsed, mention in quantities_of(reading):
        if scene is None:
            scene, links = scene_of(reading), scheme_links(reading.outline, reading.outline.schemes)
        yield _fact(scene, parsed, mention, links.get(mention.span), weights)


def _sure(fact: Fact, found: Mapping[str, float]) -> Fact:
    """The fact with its confidences, in per cent exactly."""
    rounded = {slot: round(each, 2) for slot, each in found.items()}
    evidence = tuple(replace(each, confidence=rounded.get(each.slot)) for each in fact.evidence)
    return replace(fact, confidence=rounded.pop(ROW), confidences=tuple(rounded.items()), evidence=evidence)


def quantities_of(reading: Reading) -> Iterator[tuple[Parsed, Quantity]]:
    """The quantities in the sentences of an article outside its clutter, in order, each with its parsed sentence."""
    found = reading.outline.quantities
    mentions: list[Quantity] = [*found.money, *found.percentages]
    for mention in sorted(mentions, key=lambda mention: mention.span):
        sentence = reading.outline.sentence_at(mention.span.start)
        if sentence is not None and sentence.index in reading.parsed:
            yield reading.parsed[sentence.index], mention


def _bare(reading: Reading, parsed: Parsed, mention: Quantity) -> Fact:
    """The fact with what grammar knows of its quantity."""
    value, sentence = mention.value, parsed.sentence
    fact = Fact(
        doc_id=reading.article.id,
        span=mention.span,
        quantity_text=mention.quote,
        kind="money" if isinstance(value, Money) else "percent",
        amount=value.amount,
        section="body" if sentence.section == "clutter" else sentence.section,
        sentence=sentence.span,
        sentence_text=sentence.span.of(reading.article.text),
        amount_to=value.amount_to,
        qualifier=value.qualifier,
        evidence=(Evidence("amount", mention.rule, mention.span, mention.quote),),
    )
    if isinstance(value, Percentage):
        return replace(fact, unit=value.unit)
    twin = value.equivalent
    return replace(
        fact,
        currency=value.currency,
        equivalent_amount=twin.amount if twin else None,
        equivalent_currency=twin.currency if twin else None,
        equivalent_span=twin.span if twin else None,
    )


def _fact(scene: Scene, parsed: Parsed, mention: Quantity, scheme: SchemeLink | None, weights: Weights) -> tuple[Fact, Signals]:
    text = scene.reading.article.text
    fact = _bare(scene.reading, parsed, mention)
    evidence = list(fact.evidence)

    def seen(slot: str, rule: str, span: Span | None) -> None:
        evidence.append(Evidence(slot, rule, span, span.of(text) if span else ""))

    choices: dict[str, Choice] = {}
    frame = frame_of(parsed, mention)
    if frame is not None:
        candidates = slot_candidates(scene, frame)
        choices = {slot: choose(slot, candidates[slot], weights) for slot in SLOTS if slot in candidates}
    for slot, choice in choices.items():
        if choice.candidate.value is not None:
            seen(slot, choice.candidate.rule, choice.candidate.span)
    if scheme is not None:
        seen("programme", scheme.rule, scheme.span)
    end = fact.equivalent_span.end if fact.equivalent_span else mention.span.end
    rate = rate_of(text, Span(mention.span.start, max(end, mention.span.end)), is_money=fact.kind == "money")
    if rate is not None:
        seen("per", rate.rule, rate.span)
    values = {slot: choice.candidate.value for slot, choice in choices.items()}
    when = FactDate.of(values.get("date"))
    actor, recipient = values.get("actor"), values.get("recipient")
    alpha2 = scene.names.alpha2
    filled = replace(
        fact,
        actor=actor,
        action=values.get("action"),
        status=cast("Status", values.get("status") or "actual"),
        recipient=recipient,
        programme=scheme.name if scheme else None,
        date=when.date,
        date_basis=cast("DateBasis | None", when.basis),
        source=values.get("source"),
        actor_country=alpha2.get(actor) if actor else None,
        recipient_country=alpha2.get(recipient) if recipient else None,
        base=values.get("base"),
        per=rate.per if rate else None,
        evidence=tuple(evidence),
    )
    signals = {
        "amount": Signal(mention.rule),
        "per": Signal(rate.rule if rate else NO_RULE),
        "programme": Signal(scheme.rule if scheme else NO_RULE),
    }
    for slot, choice in choices.items():
        signals[slot] = Signal(EMPTY if choice.candidate.value is None else FILLED, choice.probability)
    return filled, signals
