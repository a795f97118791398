"""Quick words: spaCy's attribute ruler and lemmatizer with a memory. News repeats its words.

Most of the ruler's rules ask for the tag, the label or the written form of a single token, and the lemmatizer asks for no more.
What they say is the same wherever these are the same, so they are asked once for a token of each kind, and remembered. A sentence
in which another rule holds is given to the ruler itself: what leaves is what ruler and lemmatizer would have said.
"""

import re
from collections.abc import Mapping
from typing import Any, TypeGuard

import numpy as np
from spacy.language import Language
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler, Lemmatizer
from spacy.tokens import Doc, Token

Kind = tuple[int, int, int]
"""All that a simple rule can ask for: the tag, the form, and the label where rules name it."""

ASKED = frozenset({"TAG", "DEP", "LOWER", "IS_SPACE"})
TOLD: list[int | str] = ["TAG", "POS", "MORPH", "LEMMA"]  # what rules set
ANY: dict[str, Any] = {}  # a condition that always holds
UNNAMED = -1  # a label that no simple rule names
MOST = 50_000  # kinds of words that are remembered
RULER, LEMMATIZER = "attribute_ruler", "lemmatizer"


def remember_words(nlp: Language) -> None:
    """Give ruler and lemmatizer of a pipeline a memory, if it has them."""
    components, names = dict(nlp._components), [name for name, _ in nlp._components]
    ruler, lemmatizer = components.get(RULER), components.get(LEMMATIZER)
    if isinstance(lemmatizer, Lemmatizer):
        index_lemmas(lemmatizer)
    if type(ruler) is AttributeRuler:
        behind = names[names.index(RULER) + 1 :][:1] == [LEMMATIZER]
        quick = QuickWords(ruler, lemmatizer if behind and is_usual(lemmatizer) else None)
        nlp._components = [(name, quick if name == RULER else component) for name, component in nlp._components]


def is_usual(lemmatizer: object) -> TypeGuard[Lemmatizer]:
    """Whether a lemmatizer asks for nothing but the form, part of speech and morphology of a word that has no lemma yet."""
    return isinstance(lemmatizer, Lemmatizer) and lemmatizer.mode in ("rule", "lookup") and not lemmatizer.overwrite


def index_lemmas(lemmatizer: Lemmatizer) -> None:
    """Let a lemmatizer look known words up: the tables of the model are lists, searched from the top for each."""
    if lemmatizer.lookups.has_table("lemma_index"):
        index = lemmatizer.lookups.get_table("lemma_index")
        index.update({kind: frozenset(words) for kind, words in index.items()})


def values_of(condition: Any) -> list[str] | None:
    """The values that a condition of a rule compares with; None if it asks for more than whether a value is among them."""
    if isinstance(condition, str):
        return [condition]
    if isinstance(condition, dict) and condition.keys() <= {"IN", "NOT_IN"}:
        return [value for values in condition.values() for value in values]
    return None


def is_simple(tokens: list[dict[str, Any]]) -> bool:
    """Whether a rule asks only for what a `Kind` tells of one token."""
    return (
        len(tokens) == 1
        and tokens[0].keys() <= ASKED
        and all(values_of(tokens[0][asked]) is not None for asked in ("LOWER", "DEP") if asked in tokens[0])
    )


def may_hold(condition: Any, word: str) -> bool:
    """Whether a condition of a rule can hold for a word; what is not understood may.

    >>> may_hold("gon", "gone"), may_hold({"REGEX": "^y.?$"}, "y"), may_hold({"IN": ["is"]}, "are"), may_hold({"FUZZY": "x"}, "y")
    (False, True, False, True)
    """
    if isinstance(condition, str):
        return condition == word
    if isinstance(condition, dict) and condition.keys() <= {"IN", "REGEX"}:
        return word in condition.get("IN", [word]) and re.search(condition.get("REGEX", ""), word) is not None
    return True


class QuickWords:
    """The component that takes the place of a ruler, and tells the lemmas too where the lemmatizer comes next.

    Args:
        ruler: the ruler, which is asked for what is not remembered.
        lemmatizer: the lemmatizer behind it; None where it is of another kind, or stands elsewhere.
    """

    def __init__(self, ruler: AttributeRuler, lemmatizer: Lemmatizer | None) -> None:
        rules: list[dict[str, Any]] = list(ruler.patterns)
        patterns = [tokens for rule in rules for tokens in rule["patterns"]]
        simple = [tokens[0] for tokens in patterns if is_simple(tokens)]
        others = [tokens for tokens in patterns if not is_simple(tokens)]
        self._ruler, self._lemmatizer = ruler, lemmatizer
        openings = [tokens[0] for tokens in others]
        self._openings = [  # what they ask of form and label; of the label only where kinds tell those apart that are asked for
            (token.get("LOWER", ANY), token.get("DEP", ANY) if values_of(token.get("DEP")) else ANY) for token in openings
        ]
        self._forms, self._labels = (
            {
                ruler.vocab.strings.add(value)
                for token in (*simple, *openings)
                if asked in token
                for value in values_of(token[asked]) or ()
            }
            for asked in ("LOWER", "DEP")
        )
        self._others = Matcher(ruler.vocab)
        if others:
            self._others.add("others", others)
        self._rules: dict[Kind, list[tuple[int, int]]] = {}  # that hold for a token, by what simple rules ask for
        self._known: dict[Kind, list[int]] = {}
        self._special: set[Kind] = set()  # white space, and what another rule can begin with

    def __call__(self, doc: Doc) -> Doc:
        """Set tags, parts of speech, morphology and lemmas of a parsed document's words."""
        told: list[list[int]] = doc.to_array(["TAG", "ORTH", "DEP"]).tolist()
        known, labels = self._known, self._labels
        if len(known) > MOST:
            known.clear()
        kinds: list[Kind] = [(tag, form, label if label in labels else UNNAMED) for tag, form, label in told]
        new = {kind: place for place, kind in enumerate(kinds) if kind not in known}
        self._special.update(kind for kind, place in new.items() if self._is_special(doc[place]))
        if not self._special.isdisjoint(kinds) and self._is_for_ruler(doc):
            return self._ruler(doc)
        if new:
            self._ask(doc, new)
            rows = doc.to_array(TOLD).tolist()
            known.update((kind, rows[place]) for kind, place in new.items())
        if len(new) < len(kinds):
            doc.from_array(TOLD, np.array([known[kind] for kind in kinds], dtype=np.uint64))  # type: ignore[arg-type]
        return doc

    def _is_special(self, token: Token) -> bool:
        """Whether a token is white space, or another rule can begin with it, as far as its form and label tell."""
        return token.is_space or any(may_hold(form, token.lower_) and may_hold(label, token.dep_) for form, label in self._openings)

    def _is_for_ruler(self, doc: Doc) -> bool:
        """Whether a document has white space for a token, or a rule of several tokens holds in it."""
        return any(token.is_space for token in doc) or bool(self._others(doc, allow_missing=True))

    def _ask(self, doc: Doc, kinds: Mapping[Kind, int]) -> None:
        """Let ruler and lemmatizer set tokens of a document, by their places."""
        for (tag, _, label), place in kinds.items():
            token = doc[place]
            asked = tag, token.lower if token.lower in self._forms else UNNAMED, label
            if asked not in self._rules:
                alone = self._ruler.match(doc[place : place + 1])  # type: ignore[arg-type]  # its matcher takes spans too
                self._rules[asked] = [(rule, name) for rule, name, _, _ in alone]
            matches = [(rule, name, place, place + 1) for rule, name in self._rules[asked]]
            self._ruler.set_annotations(doc, matches)  # type: ignore[no-untyped-call]
            if self._lemmatizer is not None and not token.lemma:
                token.lemma_ = self._lemmatizer.lemmatize(token)[0]
