"""What a person looks at: an article with its quantities, names and dates in colour, its rows, and where each slot comes from."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from rich.box import SIMPLE_HEAD
from rich.console import Group, RenderableType
from rich.rule import Rule
from rich.table import Column, Table
from rich.text import Text

from extract.articles.article import SECTIONS, Article
from extract.facts.fact import Fact
from extract.mentions.times.find import find_times
from extract.spans import Span
from extract.tables.columns import plain

STYLES = {"quantity": "bold yellow", "name": "bold green", "programme": "bold magenta", "date": "bold cyan"}
SECTION_STYLES = {"title": "bold", "body": "", "related": "dim italic", "clutter": "dim"}
NAME_SLOTS = {"actor": "name", "recipient": "name", "source": "name", "programme": "programme"}
SHORT = frozenset({"action", "date", "status"})
COLUMNS = ("actor", "action", "quantity", "recipient", "programme", "date", "status", "source")


def shown(article: Article, facts: Iterable[Fact]) -> RenderableType:
    """The article, a legend of the colours and the table of its rows."""
    facts = tuple(facts)
    legend = Text.assemble(*((f" {name} ", style) for name, style in STYLES.items()))
    return Group(Rule(f"{article.id}  {article.published or ''}"), coloured(article, facts), "", legend, rows(facts))


def coloured(article: Article, facts: Iterable[Fact]) -> Text:
    """The text as it was given, clutter dimmed, with the words that facts come from in colour."""
    text = Text(article.text)
    for line in article.lines:
        text.stylize(SECTION_STYLES[SECTIONS[line.label]], *line.span)
    for span, style in _marks(article, facts):
        if article.section_at(span.start) != "clutter":
            text.stylize(style, *span)
    return text


def _marks(article: Article, facts: Iterable[Fact]) -> Iterator[tuple[Span, str]]:
    for time in find_times(article.text, published=article.published):
        yield time.span, STYLES["date"]
    for fact in facts:
        for evidence in fact.evidence:
            if evidence.span and evidence.slot in NAME_SLOTS:
                yield evidence.span, STYLES[NAME_SLOTS[evidence.slot]]
    for fact in facts:
        yield fact.span, STYLES["quantity"]


def rows(facts: Iterable[Fact]) -> Table:
    """The rows with the columns that a person reads first, as far as any row fills them."""
    cells = [{column: quantity(fact) if column == "quantity" else getattr(fact, column) for column in COLUMNS} for fact in facts]
    filled = [column for column in COLUMNS if any(row[column] for row in cells)]
    table = Table(*(Column(name, no_wrap=name in SHORT, overflow="fold") for name in filled), box=SIMPLE_HEAD, padding=(0, 1, 0, 0))
    for row in cells:
        table.add_row(*(Text(row[column] or "–") for column in filled))
    return table


def quantity(fact: Fact) -> str:
    """The quantity in one cell: `over EUR 20,000,000 = USD 21,000,000 per P1Y`, `0.25% of GDP`."""
    amount = _grouped(fact.amount) if fact.amount_to is None else f"{_grouped(fact.amount)}–{_grouped(fact.amount_to)}"
    words = [fact.qualifier or "", fact.currency or "", amount if fact.unit != "percent" else f"{amount}%"]
    if fact.unit in ("percentage_point", "basis_point"):
        words.append(fact.unit.replace("_", " ") + "s")
    if fact.equivalent_amount is not None:
        words.append(f"= {fact.equivalent_currency or ''} {_grouped(fact.equivalent_amount)}")
    words += [f"of {fact.base}"] if fact.base else []
    words += [f"per {fact.per}"] if fact.per else []
    return " ".join(word for word in words if word)


def _grouped(amount: Decimal) -> str:
    return f"{Decimal(plain(amount)):,}"


def explained(facts: Iterable[Fact]) -> RenderableType:
    """For each row its sentence, and for each slot the value, how likely it is right, the rule and the words it was filled from."""
    return Group(*map(_explained, facts))


def _explained(fact: Fact) -> RenderableType:
    table = Table("slot", "value", "confidence", "rule", "words", box=None, padding=(0, 2))
    for evidence in fact.evidence:
        words = f"{evidence.quote!r} {evidence.span.start}–{evidence.span.end}" if evidence.span else "–"
        sure = "–" if evidence.confidence is None else f"{evidence.confidence:.2f}"
        table.add_row(*map(Text, (evidence.slot, _value(fact, evidence.slot), sure, evidence.rule, words)))
    head = Text(f"{fact.doc_id} {fact.span.start}–{fact.span.end}: {fact.quantity_text}", style=STYLES["quantity"])
    return Group(head, Text(fact.sentence_text, style="italic"), table, "")


def _value(fact: Fact, slot: str) -> str:
    value = getattr(fact, slot, None)
    return "–" if value is None else str(value)
