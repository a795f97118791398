"""Ids: in one run, an id stands for one text."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from hashlib import blake2b
from itertools import count
from typing import TypeVar

from extract.articles.article import Article, Source
from extract.articles.readers.failure import Failure

Given = TypeVar("Given", Source, Article, Source | Article, Source | Failure)


def once(found: Iterable[Given]) -> Iterator[Given]:
    """Each article once: an id met again with the same text is passed over, with another text it gets `~2`, `~3`, …."""
    digests: dict[str, list[bytes]] = {}
    for each in found:
        if isinstance(each, Failure):
            yield each
            continue
        digest = blake2b(each.text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
        met = digests.setdefault(each.id, [])
        if digest in met:
            continue
        met.append(digest)
        if len(met) == 1:
            yield each
        else:
            names = (f"{each.id}~{number}" for number in count(len(met)))
            name = next(name for name in names if name not in digests)
            digests[name] = [digest]
            yield replace(each, id=name)
