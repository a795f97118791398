"""Ids: in one run, an id stands for one text."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from hashlib import blake2b
from itertools import count
from typing import TypeVar

from extract.articles.article import Article, Given, Page, Source
from extract.articles.readers.failure import Failure

Told = TypeVar("Told", Source, Article, Source | Article, Given | Failure)


def content_digest(given: Article | Given) -> bytes:
    """Digest of what is told from others under the same id: a text, or the bytes of a page."""
    content = given.content if isinstance(given, Page) else given.text.encode("utf-8", "surrogatepass")
    return blake2b(content, digest_size=16).digest()


def once(found: Iterable[Told]) -> Iterator[Told]:
    """Each article once: an id met again with the same text is passed over, with another text it gets `~2`, `~3`, …."""
    digests: dict[str, list[bytes]] = {}
    for each in found:
        if isinstance(each, Failure):
            yield each
            continue
        digest = content_digest(each)
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
