"""The status: whether the thing happened, is planned, is possible or is denied."""

from spacy.tokens import Token

from extract.facts.context import ABOVE, NEGATION, classes_of, lemma
from extract.facts.frame import Frame
from extract.facts.ranker import Candidate

STATUSES = ("actual", "planned", "possible", "denied")
AUXILIARY = ("aux", "auxpass")


def _verb_features(verb: Token, level: int) -> list[str]:
    auxiliaries = [lemma(child) for child in verb.children if child.dep_ in AUXILIARY]
    marks = [lemma(child) for child in verb.children if child.dep_ in ("mark", "advmod") and child.i < verb.i]
    features = [f"tag{level}={verb.tag_}", f"lemma{level}={lemma(verb)}", f"dep{level}={verb.dep_}"]
    features += [f"class{level}={name}" for name in classes_of(verb)]
    features += [f"aux{level}={word}" for word in auxiliaries]
    features += [f"aux{level}={word}&tag={verb.tag_}" for word in auxiliaries]
    features += [f"mark{level}={word}" for word in marks]
    if any(child.dep_ == "neg" or (child.lower_ in NEGATION and child.dep_ in ("det", "advmod")) for child in verb.children):
        features.append(f"negated{level}")
    if not auxiliaries and verb.tag_ in ("VB", "VBP", "VBG", "VBN"):
        features.append(f"bare{level}={verb.tag_}&dep={verb.dep_}")
    return features


def status_candidates(frame: Frame, *, time_side: str) -> list[Candidate]:
    """The four statuses, each with the features of the verbs and nouns above the quantity.

    Args:
        frame: the quantity's frame.
        time_side: where the time of the fact lies from the publication: `past`, `present`, `future`, `unknown`.
    """
    features = ["always", f"section={frame.parsed.sentence.section}", f"time={time_side}", f"kind={frame.is_money}"]
    features.append(f"label={frame.label}")
    for level, verb in enumerate(frame.predicates[: 1 + ABOVE]):
        features += _verb_features(verb, level)
    for noun in frame.nouns[:2]:
        features.append(f"noun={lemma(noun)}")
        features += [f"nounclass={name}" for name in classes_of(noun)]
        features += [f"modifier={lemma(child)}" for child in noun.children if child.dep_ in ("amod", "compound", "det")]
    features += [f"own={lemma(child)}" for child in frame.tokens.root.children if child.dep_ in ("amod", "advmod")]
    if len(frame.predicates) > 1:
        first, second = frame.predicates[:2]
        features.append(f"pair={lemma(second)}>{first.dep_}")
        features.append(f"pairtag={second.tag_}>{first.tag_}&{first.dep_}")
    unique = tuple(dict.fromkeys(features))
    verb = frame.predicates[0]
    return [
        Candidate(
            status, f"status-of-{verb.pos_.lower()}", tuple(f"{status}|{feature}" for feature in unique), frame.parsed.span_of(verb)
        )
        for status in STATUSES
    ]
