"""Rows: the records of the other rooms enter, cells under the names of the columns leave."""

import json
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from extract.articles.article import Article
from extract.articles.readers.failure import Failure
from extract.facts.fact import Fact
from extract.mentions.quantity import Money, Percentage
from extract.mentions.times.timex import Timex
from extract.spans import Mention
from extract.tables.columns import Row, checked


def row_of_fact(fact: Fact, *, story: str | None = None) -> Row:
    """The row of a fact, in the columns `FACTS`.

    Args:
        story: id of the first article that tells the same story; None where that was not asked.
    """
    equivalent = fact.equivalent_span
    return {
        "doc_id": fact.doc_id,
        "start": fact.span.start,
        "end": fact.span.end,
        "quantity_text": fact.quantity_text,
        "kind": fact.kind,
        "amount": checked(fact.amount),
        "amount_to": _maybe(fact.amount_to),
        "qualifier": fact.qualifier,
        "currency": fact.currency,
        "unit": fact.unit,
        "equivalent_amount": _maybe(fact.equivalent_amount),
        "equivalent_currency": fact.equivalent_currency,
        "equivalent_start": equivalent.start if equivalent else None,
        "equivalent_end": equivalent.end if equivalent else None,
        "per": fact.per,
        "base": fact.base,
        "actor": fact.actor,
        "action": fact.action,
        "status": fact.status,
        "recipient": fact.recipient,
        "programme": fact.programme,
        "date": fact.date,
        "date_basis": fact.date_basis,
        "source": fact.source,
        "section": fact.section,
        "actor_country": fact.actor_country,
        "recipient_country": fact.recipient_country,
        "sentence_start": fact.sentence.start,
        "sentence_end": fact.sentence.end,
        "sentence": fact.sentence_text,
        "rules": _compact({evidence.slot: evidence.rule for evidence in fact.evidence}),
        "confidence": fact.confidence,
        "confidences": _compact(dict(fact.confidences)),
        "story_id": story,
    }


def _maybe(amount: Decimal | None) -> Decimal | None:
    return None if amount is None else checked(amount)


def _compact(cells: Mapping[str, str | float]) -> str:
    """Compact JSON, in the order given."""
    return json.dumps(cells, separators=(",", ":"), ensure_ascii=False)


def rows_of_mentions(
    article: Article,
    *,
    money: Iterable[Mention[Money]],
    percentages: Iterable[Mention[Percentage]],
    times: Iterable[Mention[Timex]],
) -> Iterator[Row]:
    """The rows of an article's mentions, in the columns `MENTIONS`, in the order of the text."""
    found: list[tuple[Mention[object], Row]] = [
        *((mention, {"kind": "money", **_money(mention.value)}) for mention in money),
        *((mention, {"kind": "percent", **_percentage(mention.value)}) for mention in percentages),
        *((mention, {"kind": "time", **_time(mention.value)}) for mention in times),
    ]
    for mention, cells in sorted(found, key=lambda pair: pair[0].span):
        yield {
            "doc_id": article.id,
            "start": mention.span.start,
            "end": mention.span.end,
            "text": mention.quote,
            "section": article.section_at(mention.span.start),
            **cells,
        }


def _money(money: Money) -> Row:
    cells: Row = {
        "amount": checked(money.amount),
        "amount_to": _maybe(money.amount_to),
        "qualifier": money.qualifier,
        "currency": money.currency,
    }
    equivalent = money.equivalent
    if equivalent is None:
        return cells
    return {
        **cells,
        "equivalent_amount": checked(equivalent.amount),
        "equivalent_currency": equivalent.currency,
        "equivalent_start": equivalent.span.start,
        "equivalent_end": equivalent.span.end,
    }


def _percentage(percentage: Percentage) -> Row:
    return {
        "amount": checked(percentage.amount),
        "amount_to": _maybe(percentage.amount_to),
        "qualifier": percentage.qualifier,
        "unit": percentage.unit,
    }


def _time(timex: Timex) -> Row:
    return {
        "type": timex.type,
        "value": timex.value,
        "mod": timex.mod,
        "begin_point": timex.begin,
        "end_point": timex.end,
        "zone": timex.zone,
    }


def row_of_article(article: Article, *, language: str) -> Row:
    """The row of a cleaned article, in the columns `ARTICLES` and `TEXT`.

    Args:
        language: ISO 639-1 code of the language that its body is written in.
    """
    basis = "found" if article.published_found else "given"
    return {
        "id": article.id,
        "body": article.body,
        "title": article.title,
        "published": article.published,
        "published_basis": basis if article.published else None,
        "author": article.author,
        "outlet": article.outlet,
        "city": article.city,
        "language": language,
        "url": article.url,
        "text": article.text,
    }


def row_of_failure(failure: Failure) -> Row:
    """The row of a failure, in the columns `FAILURES`."""
    return {"file": failure.file, "place": failure.place, "id": failure.id, "reason": failure.reason}
