"""What a phrase is to the words that say what is done with a sentence's last quantity, and how well that fits a recipient."""

import pytest
from spacy.language import Language

from extract.articles.article import Source
from extract.articles.prepare import prepare
from extract.facts.frame import frame_of
from extract.facts.linking import quantities_of
from extract.facts.noun_kinds import kinds_of
from extract.facts.reading import outline, read
from extract.facts.slots.arguments import Predicates, rank_of

pytestmark = pytest.mark.model


ARGUMENTS = [
    # sentence, phrase's head, function, where, rank as actor, rank as recipient
    ("Norway gave Ukraine 5 million euros.", "Norway", "subject", "near", 1, 0),
    ("Norway gave Ukraine 5 million euros.", "Ukraine", "object", "near", 0, 1),
    ("Norway sent 5 million euros in aid to Ukraine.", "Ukraine", "to", "near", 0, 1),
    ("Norway announced 5 million euros in aid for Ukraine.", "Ukraine", "for", "near", 0, 2),
    # Whatever the parser hangs it on.
    ("The strike has cost passengers as much as 5 million euros.", "passengers", "object", "near", 0, 1),
    ("The court fined the bank 5 million euros.", "bank", "object", "near", 0, 1),
    ("The bank was fined 5 million euros by the court.", "bank", "passive-subject", "near", 0, 1),
    ("The bank was fined 5 million euros by the court.", "court", "agent", "near", 1, 0),
    # At the other end of what the noun says.
    ("The bank faces a fine of 5 million euros.", "bank", "receiver", "near", 0, 1),
    ("The museum received a grant of 5 million euros.", "museum", "receiver", "near", 4, 1),
    # Only a penalty falls on who pays it.
    ("The bank paid a penalty of 5 million euros.", "bank", "receiver", "near", 0, 1),
    ("The bank paid a ransom of 5 million euros.", "bank", "subject", "near", 1, 0),
    # Who is made to pay, and whom.
    ("The court ordered the bank to pay 5 million euros.", "bank", "ordered", "near", 0, 1),
    ("The bank was told to pay 5 million euros.", "bank", "ordered", "near", 0, 1),
    ("The court ordered the bank to pay farmers 5 million euros.", "court", "subject", "above", 1, 0),
    ("The court ordered the bank to repay 5 million euros to farmers.", "farmers", "payee", "near", 0, 0),
    ("The bank decided to repay 5 million euros to farmers.", "farmers", "to", "near", 0, 1),
    ("The firm asked the bank for 5 million euros.", "bank", "object", "near", 0, 1),
    # The verb says what its object is, whatever the sum consists of.
    ("The strike will cost passengers more than 5 million euros in losses.", "passengers", "object", "near", 0, 1),
    ("The strike left passengers with a bill of 5 million euros.", "passengers", "object", "near", 0, 1),
    # What the sum hangs on though it belongs elsewhere.
    ("The ministry agreed on a grant to farmers of 5 million euros.", "farmers", "to", "chain", 0, 1),
    # What for.
    ("Norway set aside 5 million euros to help farmers.", "farmers", "purpose", "near+1", 0, 3),
    ("According to Lindt, it paid 5 million euros.", "Lindt", "according to", "near", 0, 0),
    # A clause that hangs on the sum.
    ("The ministry regrets the 5 million euros awarded to the builder.", "builder", "to", "near", 0, 1),
    # What stands behind "to" gets nothing where nothing is given.
    ("The price in Norway rose to 5 million euros.", "Norway", "in", "near+1", 0, 0),
    ("The bank in Norway paid 5 million euros.", "Norway", "in", "near+1", 0, 0),
]


@pytest.mark.parametrize(("text", "head", "function", "where", "as_actor", "as_recipient"), ARGUMENTS)
def test_arguments(nlp: Language, text: str, head: str, function: str, where: str, as_actor: int, as_recipient: int) -> None:
    reading = next(read(nlp, [outline(prepare(Source("hand", text)))]))
    *_, (parsed, mention) = quantities_of(reading)
    frame = frame_of(parsed, mention)
    assert frame is not None
    argument = Predicates(frame).argument(next(token for token in parsed.doc if token.text == head))
    found = (argument.function, argument.where, rank_of("actor", argument), rank_of("recipient", argument))
    assert found == (function, where, as_actor, as_recipient)


KINDS = [
    ("Taxpayers wait.", ("person",)),
    ("Families wait.", ("group",)),
    ("Revenues fell.", ("possession",)),
    ("The frobnicators wait.", ("unknown",)),
]


@pytest.mark.parametrize(("text", "kinds"), KINDS)
def test_kinds_of_the_first_noun(nlp: Language, text: str, kinds: tuple[str, ...]) -> None:
    assert kinds_of(next(token for token in nlp(text) if token.pos_ in ("NOUN", "PROPN"))) == kinds
