import json
from pathlib import Path

import pytest

from extract.errors import CorpusError
from extract.evaluation.annotations import GoldArticle, GoldRow
from extract.evaluation.gold import read_gold
from extract.spans import Span

TEXT = "Norway lent Chad 5 million euros ($6 million).\nRates rose 2%."
COLUMNS = (
    "quote\tstart\tend\tkind\tequivalent_quote\tequivalent_start\tequivalent_end\toptional\t"
    "amount\tcurrency\tunit\tequivalent_amount\tequivalent_currency\tactor\taction\tstatus\trecipient\tdate\tsection"
)
LOAN = "5 million euros\t17\t32\tmoney\t$6 million\t34\t44\t\t5000000\tEUR\t\t6000000\tUSD\tNorway\tlend\tactual\tChad|\t2025\tbody"
RATES = "2%\t58\t60\tpercent\t\t\t\tyes\t2\t\tpercent\t\t\trates\trise\tactual\t\t|2025\tbody"

ARTICLE = GoldArticle(
    id="loan",
    text=TEXT,
    rows=(
        GoldRow(
            span=Span(17, 32),
            quote="5 million euros",
            kind="money",
            values={
                "amount": ("5000000",),
                "currency": ("EUR",),
                "equivalent_amount": ("6000000",),
                "equivalent_currency": ("USD",),
                "actor": ("Norway",),
                "action": ("lend",),
                "status": ("actual",),
                "recipient": ("Chad", None),
                "date": ("2025",),
                "section": ("body",),
            },
            equivalent_span=Span(34, 44),
            equivalent_quote="$6 million",
        ),
        GoldRow(
            span=Span(58, 60),
            quote="2%",
            kind="percent",
            values={
                "amount": ("2",),
                "unit": ("percent",),
                "actor": ("rates",),
                "action": ("rise",),
                "status": ("actual",),
                "date": (None, "2025"),
                "section": ("body",),
            },
            optional=True,
        ),
    ),
    published="2025-03-02",
    title="Norway lends",
)


def corpus(folder: Path, *rows: str, columns: str = COLUMNS, text: str = TEXT) -> Path:
    (folder / "articles").mkdir()
    (folder / "gold").mkdir()
    (folder / "articles" / "loan.txt").write_text(text, encoding="utf-8", newline="")
    top = ["# published: 2025-03-02", "# title: Norway lends", "# a note", columns]
    (folder / "gold" / "loan.tsv").write_text("\n".join([*top, *rows]) + "\n", encoding="utf-8")
    return folder


def without_places(article: GoldArticle) -> GoldArticle:
    rows = tuple(
        GoldRow(row.span, row.quote, row.kind, row.values, row.equivalent_span, row.equivalent_quote, optional=row.optional)
        for row in article.rows
    )
    return GoldArticle(article.id, article.text, rows, article.published, article.title)


def test_corpus(tmp_path: Path) -> None:
    (article,) = read_gold(corpus(tmp_path, LOAN, RATES))
    assert without_places(article) == ARTICLE


def test_place_of_row(tmp_path: Path) -> None:
    (article,) = read_gold(corpus(tmp_path, LOAN, RATES))
    assert article.rows[1].place == f"{tmp_path / 'gold' / 'loan.tsv'}, line 6"


def test_json_lines(tmp_path: Path) -> None:
    facts = [
        {
            "start": 17,
            "end": 32,
            "quantity_text": "5 million euros",
            "kind": "money",
            "amount": "5000000",
            "currency": "EUR",
            "unit": None,
            "equivalent_text": "$6 million",
            "equivalent_start": 34,
            "equivalent_end": 44,
            "equivalent_amount": "6000000",
            "equivalent_currency": "USD",
            "actor": "Norway",
            "action": ["lend"],
            "status": "actual",
            "recipient": ["Chad", None],
            "source": [],
            "date": "2025",
            "section": "body",
        },
        {
            "start": 58,
            "end": 60,
            "quantity_text": "2%",
            "kind": "percent",
            "amount": "2",
            "unit": "percent",
            "actor": "rates",
            "action": "rise",
            "status": "actual",
            "date": [None, "2025"],
            "section": "body",
            "optional": True,
        },
    ]
    record = {"id": "loan", "text": TEXT, "published": "2025-03-02", "title": "Norway lends", "facts": facts}
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(record) + "\n\n", encoding="utf-8")
    (article,) = read_gold(path)
    assert without_places(article) == ARTICLE


def test_line_breaks_are_kept(tmp_path: Path) -> None:
    crlf = TEXT.replace("\n", "\r\n")
    (article,) = read_gold(corpus(tmp_path, LOAN, RATES.replace("58\t60", "59\t61"), text=crlf))
    assert article.text == crlf


BAD_ROWS = [
    (LOAN.replace("17\t32", "18\t33"), "move the offsets by -1"),
    (LOAN.replace("17\t32", "0\t15"), "move the offsets by +17"),
    (LOAN.replace("5 million euros", "7 million euros"), "write the quote as the text has it"),
    (LOAN.replace("34\t44", "35\t45"), "move the offsets by -1"),
    (LOAN.replace("17\t32", "\t"), "newsfacts place"),
    (LOAN.replace("17\t32", "17\t3²"), "newsfacts place"),
    (LOAN.replace("money", "cash"), "one of money, percent"),
    (LOAN.replace("actual", "done"), "one of actual, planned, possible, denied"),
    (LOAN.replace("5000000", "5m"), "plain decimal digits"),
    (LOAN.replace("5000000", "NaN"), "plain decimal digits"),
    (LOAN.replace("5000000", ""), "every row has one"),
    (LOAN.replace("Norway", ""), "every row has one"),
    (LOAN.replace("EUR", "euro"), "ISO 4217, of money only"),
    (LOAN.replace("EUR", ""), "ISO 4217, of money only"),
    (RATES.replace("\t2\t\t", "\t2\tEUR\t"), "ISO 4217, of money only"),
    (RATES.replace("\tpercent\t\t\trates", "\t\t\t\trates"), "of percent only"),
    (RATES.replace("|2025", "2025-13"), "ISO 8601, see the contract"),
    (RATES.replace("|2025", "spring"), "ISO 8601, see the contract"),
    (LOAN.replace("6000000", ""), "the amount and its place, or neither"),
    (LOAN.replace("USD", ""), "ISO 4217, of an equivalent"),
    (LOAN + "\tmore", "part the cells by one tab each, also the empty ones"),
]


@pytest.mark.parametrize(("row", "mend"), BAD_ROWS)
def test_bad_row(tmp_path: Path, row: str, mend: str) -> None:
    with pytest.raises(CorpusError) as caught:
        read_gold(corpus(tmp_path, row))
    assert mend in caught.value.mend


@pytest.mark.parametrize("date", ["199", "2025-W08", "2025-Q1", "2025-H2", "2025-SU", "2022/..", "../2030-06-30", "2024/2027"])
def test_good_date(tmp_path: Path, date: str) -> None:
    (article,) = read_gold(corpus(tmp_path, RATES.replace("|2025", date)))
    assert article.rows[0].accepted("date") == (date,)


def test_unknown_column(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match=r"unknown columns \['colour'\], missing columns \['amount'\]"):
        read_gold(corpus(tmp_path, columns="quote\tstart\tend\tkind\tcolour"))


@pytest.mark.parametrize("lone", ["articles/other.txt", "gold/other.tsv"])
def test_half_an_article(tmp_path: Path, lone: str) -> None:
    (corpus(tmp_path, LOAN) / lone).write_text("quote\n", encoding="utf-8")
    with pytest.raises(CorpusError, match="half an article"):
        read_gold(tmp_path)


BAD_LINES = [
    ("{broken", "mend the JSON of this line"),
    ("[1]", "mend the JSON of this line"),
    ('{"id": "a", "text": "b"}', "add 'facts' to the article or its rows"),
    ('{"id": "a", "text": "b", "facts": [{"start": 0}]}', "to the article or its rows"),
]


@pytest.mark.parametrize(("line", "mend"), BAD_LINES)
def test_bad_line(tmp_path: Path, line: str, mend: str) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(f"\n{line}\n", encoding="utf-8")
    with pytest.raises(CorpusError) as caught:
        read_gold(path)
    assert (caught.value.where, mend in caught.value.mend) == (f"{path}, line 2", True)


@pytest.mark.parametrize("name", ["nowhere", "empty.jsonl"])
def test_no_gold(tmp_path: Path, name: str) -> None:
    (tmp_path / "empty.jsonl").write_text("", encoding="utf-8")
    with pytest.raises(CorpusError):
        read_gold(tmp_path / name)
