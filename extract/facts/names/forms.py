"""The forms of an article's names where they stand: capitals over the whole text, spaCy's entities in the parsed sentences."""

import re
from collections.abc import Mapping
from dataclasses import replace

from extract.facts.context import predicates
from extract.facts.names.seen_forms import Form
from extract.facts.reading import Reading
from extract.mentions.entities import Entity
from extract.mentions.name_words import head_words
from extract.mentions.proper_names import capitals_mean_nothing, find_proper_names
from extract.spans import Span


def name_forms(reading: Reading, entities: Mapping[int, tuple[Entity, ...]], lower: frozenset[str]) -> list[Form]:
    """Every form of a name where it stands, in order."""
    text = reading.article.text
    spans = tuple(sentence.span for sentence in reading.outline.sentences)
    forms = {
        name.span.start: Form(name.span, name.words, name.kind, None, name.roles, name.acronym, name.opener)
        for name in find_proper_names(text, spans, lower)
    }
    told = frozenset(form.words for form in forms.values())
    for number, parsed in reading.parsed.items():
        start = parsed.sentence.span.start
        first = next((token for token in parsed.doc if token.is_alpha), None)
        opener = forms.get(start + first.idx) if first is not None else None
        if first is not None and opener is not None and opener.opener and first.tag_ == "NNP":
            forms[opener.span.start] = replace(opener, opener=False)
        sentence = parsed.sentence.span.of(text)
        headline = capitals_mean_nothing(sentence)
        for entity in () if sentence.isupper() else entities[number]:
            if headline:
                entity = _without_common_words(entity, lower, told)
            span = Span(start + entity.place, start + entity.place + len(entity.text))
            known = forms.get(span.start)
            if known is None or _is_more(known.words, entity.text):
                forms[span.start] = Form(span, entity.text, tagged=entity.kind, headline=headline)
            elif known.words == entity.text:
                forms[span.start] = replace(known, tagged=entity.kind)
    return sorted(forms.values(), key=lambda form: form.span)


def _without_common_words(entity: Entity, lower: frozenset[str], told: frozenset[str]) -> Entity:
    """An entity of a headline in title case without the words behind it that are no part of the name: "Lindt Takes".

    They are words that the article writes small, a verb of money behind what it does not write together elsewhere, or all behind
    the longest name that its other lines have.
    """
    words = entity.text.split()
    begins = [" ".join(words[:length]) for length in range(len(words), 0, -1)]
    while len(words) > 1 and words[-1] not in head_words() and (words[-1].lower() in lower or _is_verb(words, told)):
        words = words[:-1]
    known = next((begin for begin in begins if begin in told), " ".join(words))
    return replace(entity, text=entity.text[: min(len(known), len(" ".join(words)))])


def _is_verb(words: list[str], told: frozenset[str]) -> bool:
    """Whether the last word of a headline's entity is a verb of money in the third person: "Slumps" in "Lindt Slumps"."""
    return words[-1].endswith("s") and words[-1].lower()[:-1] in predicates() and " ".join(words) not in told


def _is_more(words: str, tagged: str) -> bool:
    """Whether an entity has what capitals alone do not show: a possessive or a number inside, "and" between two parts."""
    return tagged.startswith(words) and re.match(r"['’]s [A-Z]| and [A-Z]| \d", tagged[len(words) :]) is not None
