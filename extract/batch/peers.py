"""Peers that the bench times the program against, each as a user would run it: articles enter, what they make of them leaves.

They are given the same records in JSON lines, and load what they need themselves.
"""

import json
import re
from collections.abc import Callable, Iterator
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import dateparser
import spacy
from price_parser import Price

SCALES = {"thousand": 10**3, "million": 10**6, "m": 10**6, "billion": 10**9, "bn": 10**9, "trillion": 10**12}
SCALE = re.compile(rf"\d\s*-?\s*({'|'.join(SCALES)})\b", re.IGNORECASE)
NAMES = ("GPE", "NORP", "ORG", "PERSON")


def pipe(path: Path, model: str) -> Iterator[object]:
    """SpaCy's whole pipeline over the texts, and nothing done with what it finds."""
    nlp = spacy.load(model)
    yield from nlp.pipe(record["text"] for record in _records(path))


def afternoon(path: Path, model: str) -> Iterator[object]:
    """The plain solution of an afternoon: a row for each MONEY and PERCENT of spaCy.

    price-parser reads the amount, the names around it act, and dateparser reads the last date of the sentence.
    """
    nlp = spacy.load(model)
    given = ((record["text"], record) for record in _records(path))
    for doc, record in nlp.pipe(given, as_tuples=True):
        for entity in doc.ents:
            if entity.label_ in ("MONEY", "PERCENT") and (amount := _amount(entity.text)) is not None:
                names = [other for other in entity.sent.ents if other.label_ in NAMES]
                yield {
                    "doc_id": record["id"],
                    "start": entity.start_char,
                    "end": entity.end_char,
                    "amount": amount,
                    "actor": next((name.text for name in reversed(names) if name.end <= entity.start), None),
                    "recipient": next((name.text for name in names if name.start >= entity.end), None),
                    "action": entity.root.head.lemma_,
                    "date": _date(entity.sent.ents, record["published"]),
                }


def _records(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _amount(text: str) -> Decimal | None:
    amount = Price.fromstring(text).amount
    scale = SCALE.search(text)
    return amount * SCALES[scale[1].lower()] if amount is not None and scale else amount


def _date(entities: Any, published: str | None) -> str | None:
    settings = {"RELATIVE_BASE": datetime.fromisoformat(published[:10])} if published else {}
    dates = [entity.text for entity in entities if entity.label_ == "DATE"]
    found = dateparser.parse(dates[-1], languages=["en"], settings=settings) if dates else None
    return found.date().isoformat() if found else published


PEERS: dict[str, Callable[[Path, str], Iterator[object]]] = {"nlp.pipe": pipe, "afternoon": afternoon}
