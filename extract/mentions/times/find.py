"""Finds the times of a text: the rules of all modules, overlaps settled, values resolved in the order of the text.

Enters a text and its publication date; leave `Mention[Timex]` records, sorted, without overlap. Of overlapping phrases the earliest
wins, of those that begin together the longest, of equals the rule named first.
"""

from functools import cache

from extract.articles.days import day_order
from extract.mentions.times import (
    absolute,
    clock,
    dayparts,
    distances,
    durations,
    eras,
    events,
    fiscal,
    holidays,
    month_days,
    months,
    offsets,
    ordinals,
    quarters,
    references,
    relative,
    sets,
    stretches,
    weekdays,
    weeks,
)
from extract.mentions.times.anchors import Context, read_published
from extract.mentions.times.bounds import bounded
from extract.mentions.times.grammar import Compiled, Phrase, TimeRule, compile_rules, words_of
from extract.mentions.times.lexer import OTHER, Alphabet, Tokens, build_alphabet, read_tokens
from extract.mentions.times.narrative import is_narrative
from extract.mentions.times.timex import Timex
from extract.spans import Mention, Span

ROOM_RULES: tuple[TimeRule, ...] = (
    *events.RULES,
    *absolute.RULES,
    *ordinals.RULES,
    *months.RULES,
    *month_days.RULES,
    *weekdays.RULES,
    *relative.RULES,
    *weeks.RULES,
    *quarters.RULES,
    *fiscal.RULES,
    *eras.RULES,
    *holidays.RULES,
    *clock.RULES,
    *dayparts.RULES,
    *distances.RULES,
    *sets.RULES,
    *offsets.RULES,
    *stretches.RULES,
    *durations.RULES,
    *references.RULES,
)


@cache
def grammar() -> tuple[Alphabet, tuple[Compiled, ...]]:
    """All rules, compiled over one alphabet."""
    alphabet = build_alphabet(words_of(rule.pattern for rule in ROOM_RULES))
    return alphabet, compile_rules(ROOM_RULES, alphabet)


def candidates(tokens: Tokens, rules: tuple[Compiled, ...]) -> list[tuple[int, int, int, Phrase]]:
    """Phrases of all rules: first token, minus the length, number of the rule, phrase; in the order in which they win."""
    found = []
    places: dict[str, list[int]] = {}
    for place, symbol in enumerate(tokens.symbols):
        if symbol != OTHER:
            places.setdefault(symbol, []).append(place)
    present = frozenset(places)
    for number, compiled in enumerate(rules):
        for match in compiled.matches(tokens.symbols, present, places):
            start, end = compiled.span(match)
            if tokens.items[end - 1].text == "." and end - start > 1:
                end -= 1  # the full stop of an abbreviation may be that of the sentence
            if end > start:
                found.append((start, start - end, number, Phrase(tokens, match)))
    found.sort(key=lambda candidate: candidate[:3])
    return found


def find_times(text: str, *, published: str | None, day_first: bool | None = None) -> tuple[Mention[Timex], ...]:
    """The time expressions of a text.

    Args:
        text: the text as it was given.
        published: ISO 8601 day or date-time of publication; None if it is not known, then deictic parts of values are `X`.
        day_first: whether 03/01/2025 is the third of January; None where the outlet is not known: the text's other days may tell.

    Returns:
        Mentions sorted by place, without overlap.
    """
    alphabet, rules = grammar()
    tokens = read_tokens(text, alphabet)
    phrases = candidates(tokens, rules)
    if day_first is None and not alphabet.ordered.isdisjoint(tokens.symbols):
        order = day_order(text)
        day_first = None if order is None else order == "day first"
    context = Context(read_published(published), day_first, is_narrative(tokens, read_published(published)))
    kind = "in history" if context.narrative else "in news"
    found: list[tuple[int, int, Mention[Timex]]] = []
    done = 0
    for start, length, number, phrase in phrases:
        if start < done:
            continue
        timex = rules[number].rule.build(phrase, context)
        if timex is None:
            continue
        done = start - length
        span = Span(tokens.items[start].start, tokens.items[done - 1].end)
        found.append((start, done, Mention(span, span.of(text), timex, rules[number].rule.name)))
        if rules[number].rule.moves in ("always", kind):
            context = context.after(timex, done)
    return bounded(found, tokens, context.published)
