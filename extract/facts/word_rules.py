"""Word rules: spaCy's attribute ruler with a memory, its lemmatizer with an index. News repeats its words.

Most of the ruler's rules ask for the tag, the label or the written form of a single token. What they say is the same wherever these
are the same, so the ruler is asked once for a token of each kind, and remembered. A sentence in which another rule holds is given
to the ruler itself: what leaves is what the ruler would have said.
"""

import re
from collections.abc import Sequence
from typing import Any

from spacy.language import Language
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler, Lemmatizer
from spacy.tokens import Doc
from spacy.vocab import Vocab

Match = tuple[int, int, int, int]
"""As the ruler has it: number of the rule, its name in the vocabulary, first token, token behind the last."""
Kind = tuple[int, int, int, int]
"""All that a simple rule can ask for: the tag, whether it is space, and the form and the label where rules name them."""

ASKED = frozenset({"TAG", "DEP", "LOWER", "IS_SPACE"})
UNNAMED = -1  # form or label that no simple rule names


def remember_word_rules(nlp: Language) -> None:
    """Give the attribute ruler of a pipeline a memory, if it has one."""
    ruler = nlp.get_pipe("attribute_ruler") if "attribute_ruler" in nlp.pipe_names else None
    if isinstance(ruler, AttributeRuler):
        ruler.match = Memory(ruler).match  # type: ignore[method-assign]


def index_lemmas(nlp: Language) -> None:
    """Let the lemmatizer of a pipeline look known words up: the tables of the model are lists, searched from the top for each."""
    lemmatizer = nlp.get_pipe("lemmatizer") if "lemmatizer" in nlp.pipe_names else None
    if isinstance(lemmatizer, Lemmatizer) and lemmatizer.lookups.has_table("lemma_index"):
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


class Openings(dict[tuple[int, int], bool]):
    """Whether a rule can begin with a token of this form and label, as far as these tell; remembered once it has been asked."""

    def __init__(self, vocab: Vocab, openings: Sequence[dict[str, Any]]) -> None:
        super().__init__()
        self._strings, self._openings = vocab.strings, openings

    def __missing__(self, kind: tuple[int, int]) -> bool:
        """The answer for a form and label that are new."""
        words = {"LOWER": self._strings[kind[0]], "DEP": self._strings[kind[1]]}
        self[kind] = any(
            all(may_hold(condition[asked], word) for asked, word in words.items() if asked in condition)
            for condition in self._openings
        )
        return self[kind]


class Memory:
    """What the simple rules of a ruler say of each kind of token, as far as it has been asked."""

    def __init__(self, ruler: AttributeRuler) -> None:
        rules: list[dict[str, Any]] = list(ruler.patterns)
        patterns = [tokens for rule in rules for tokens in rule["patterns"]]
        simple = [tokens[0] for tokens in patterns if is_simple(tokens)]
        self._asked = ruler.match
        self._forms, self._labels = (
            {ruler.vocab.strings.add(value) for token in simple if asked in token for value in values_of(token[asked]) or ()}
            for asked in ("LOWER", "DEP")
        )
        self._others = Matcher(ruler.vocab)
        others = [tokens for tokens in patterns if not is_simple(tokens)]
        if others:
            self._others.add("others", others)
        self._opens = Openings(ruler.vocab, [tokens[0] for tokens in others])
        self._said: dict[Kind, tuple[tuple[int, int], ...]] = {}

    def match(self, doc: Doc) -> list[Match]:
        """The rules that hold in a sentence, as `AttributeRuler.match` gives them, those of each token in their order."""
        told: list[list[int]] = doc.to_array(["TAG", "IS_SPACE", "LOWER", "DEP"]).tolist()
        opens = self._opens
        if any(opens[form, label] for _, _, form, label in told) and self._others(doc, allow_missing=True):
            matches: list[Match] = self._asked(doc)
            return matches
        forms, labels, said = self._forms, self._labels, self._said
        kinds: list[Kind] = [
            (tag, space, form if form in forms else UNNAMED, label if label in labels else UNNAMED)
            for tag, space, form, label in told
        ]
        for place, kind in enumerate(kinds):
            if kind not in said:
                alone = self._asked(doc[place : place + 1])  # type: ignore[arg-type]  # its matcher takes spans too
                said[kind] = tuple((rule, name) for rule, name, _, _ in alone)
        return [(rule, name, place, place + 1) for place, kind in enumerate(kinds) for rule, name in said[kind]]
