"""Names beside a noun: a noun and the names of its sentence enter; the name that says whom the noun means leaves.

"the Finnish carmaker Lindt", "its chief executive, Maria Lind," and "Lindt, the carmaker," each name one bearer twice.
"""

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from extract.facts.context import lemma
from extract.facts.names.occurrences import NameMention
from extract.facts.names.roles import calls_thing, is_role
from extract.mentions.name_words import people_nouns

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
CLAUSES = frozenset({"relcl", "acl", "ccomp", "advcl"})
BEARERS = frozenset({"person", "organisation"})
DETERMINERS = frozenset({"the", "a", "an", "its", "his", "her", "their", "this", "that"})


def name_beside(doc: Doc, token: Token, names: Sequence[NameMention]) -> tuple[NameMention, str] | None:
    """The name that stands for the same as a singular noun, and the rule that says so; None if none does.

    Args:
        doc: the sentence.
        token: the noun.
        names: the names of people, organisations, places and things in the sentence.
    """
    if token.pos_ != "NOUN" or token.tag_ == "NNS":
        return None
    for name in names:
        if name.start == token.i + 1 and _belongs_to(token, doc[name.start : name.end].root):
            return name, "name-behind-noun"
    determined = any(child.lower_ in DETERMINERS for child in token.lefts)
    apposed = next((child for child in token.rights if child.dep_ == "appos"), None)
    if apposed is not None and (is_role(token) or (determined and doc[apposed.left_edge.i - 1].text == ",")):
        kinds = BEARERS | {"thing"} if lemma(token) in people_nouns() else BEARERS  # a name of unknown kind
        for name in names:
            if name.start <= apposed.i < name.end and name.name.kind in kinds:
                return name, "role-apposition" if is_role(token) else "apposition"
    if token.dep_ == "appos" and determined and token.ent_type_ not in ("DATE", "TIME"):
        for name in names:
            if name.start <= token.head.i < name.end and (name.name.kind != "place" or calls_thing(token)):
                return name, "apposed-to-name"
    return None


def _belongs_to(noun: Token, name: Token) -> bool:
    """Whether a name right behind a noun goes with it: not "the deal Lind signed", where it is the subject of a clause."""
    if name.dep_ in SUBJECTS and name.head.dep_ in CLAUSES and noun not in name.subtree:
        return False
    if noun.head == name or name.head == noun:
        return True
    # The parser takes "The paper Crier said" for two subjects, or for a subject and an object, of the verb.
    return is_role(noun) and name.head == noun.head
