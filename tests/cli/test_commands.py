"""The commands as they are typed: what is written, what is told, and the exit status."""

import bz2
import gzip
import io
import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import Decimal
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner, Result

import extract.cli
from extract.articles.article import Article, Source
from extract.articles.prepare import prepare
from extract.facts.fact import Evidence, Fact
from extract.spans import Span

FAULT = "IndexError: list index out of range; a fault of the program: please report it with the article"
BODY = "The town of Aston will get 5 million euros from the fund this year, its mayor told reporters on Sunday."
STORY = f"""{BODY} The council of Porthaven, its neighbour across the estuary, is to get twice as much over three years.
Both want to build ferries that run on batteries, which no yard of the region has done so far, and to train eighty welders for it.
The yards say they have orders for a dozen boats from the islands, where diesel has become dear and crews are hard to find."""
GERMAN = (
    "Die Stadt erhält in diesem Jahr fünf Millionen Euro aus dem Fonds, sagte ihr Bürgermeister am Sonntag vor Journalisten. " * 3
)


class Millions:
    """Takes every `5 million euros` for a fact; stumbles over the word `stumble`."""

    def read_sources(self, articles: Iterable[Source]) -> Iterator[tuple[Article, tuple[Fact, ...]]]:
        for article in articles:
            if "stumble" in article.text:
                raise IndexError("list index out of range")
            yield prepare(article), tuple(map(self._fact, [article] * article.text.count("5 million euros")))

    def _fact(self, article: Source) -> Fact:
        start = article.text.index("5 million euros")
        return Fact(
            article.id,
            Span(start, start + 15),
            "5 million euros",
            "money",
            Decimal("5E+6"),
            "body",
            Span(0, len(article.text)),
            article.text,
            currency="EUR",
            actor="Aston",
            status="planned",
            evidence=(Evidence("actor", "subject", Span(12, 17), "Aston", 0.7), Evidence("status", "will")),
        )


@pytest.fixture(autouse=True)
def _reader(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extract.cli.commands._pipeline", lambda *_: Millions())
    monkeypatch.setattr("extract.facts.pipeline.Pipeline", lambda _, **__: Millions())


def run(*words: str | Path, given: bytes | None = None) -> Result:
    """Runs a command in this process, so that the reader of facts can be another."""
    options = ["--workers", "0"] if words[0] == "extract" and "--help" not in words else []
    return CliRunner().invoke(extract.cli.main, [*map(str, words), *options], input=given)


def rows_of(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.fixture
def news(tmp_path: Path) -> Path:
    folder = tmp_path / "news"
    (folder / "2025").mkdir(parents=True)
    (folder / "2025" / "a.txt.gz").write_bytes(gzip.compress(BODY.encode()))
    (folder / "b.jsonl").write_text("\n".join([json.dumps({"id": "x", "text": BODY}), '{"id": "y"', '{"id": "z"}', ""]))
    (folder / "c.txt").write_bytes(b"\x00\x01" * 9)
    return folder


def test_extract_writes_rows_and_lists_what_failed(news: Path, tmp_path: Path) -> None:
    result = run("extract", news, "-o", tmp_path / "rows.jsonl")
    rows = rows_of(tmp_path / "rows.jsonl")
    assert [(row["doc_id"], row["amount"], row["currency"], row["amount_to"]) for row in rows] == [
        ("x", "5000000", "EUR", None),
        ("2025/a", "5000000", "EUR", None),
    ]
    assert rows_of(tmp_path / "rows.jsonl.failures.jsonl") == [
        {
            "file": str(news / "b.jsonl"),
            "place": "line 2",
            "id": "b#2",
            "reason": "broken JSON at character 11: Expecting ',' delimiter; write each record on one line, as a JSON writer does",
        },
        {
            "file": str(news / "b.jsonl"),
            "place": "line 3",
            "id": "b#3",
            "reason": "no text: none of the fields text, body, content, article, maintext holds any; there are id; "
            "name the field that holds it with --text-field",
        },
        {
            "file": str(news / "c.txt"),
            "place": "",
            "id": "c",
            "reason": "binary bytes, not text; take the text out of it first (a PDF with pdftotext, for one)",
        },
    ]
    assert f"{news / 'b.jsonl'}, line 2: broken JSON" in result.stderr
    assert re.search(
        rf"^2 articles, 2 rows, 3 failures \(listed in {tmp_path}/rows.jsonl.failures.jsonl\), \d+\.\d s$", result.stderr, re.M
    )
    assert result.exit_code == 1
    assert result.stdout == ""


def test_bad_vocabulary_is_told_before_anything_is_read(news: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    (tmp_path / "own.tsv").write_text("code\tforms\nKenya\tSh\n")
    result = run("extract", news, "-o", tmp_path / "rows.csv", "--vocabulary", tmp_path / "own.tsv")
    assert (result.exit_code, (tmp_path / "rows.csv").exists()) == (2, False)
    assert f"where: {tmp_path / 'own.tsv'}, line 2\n  mend: write three capital letters" in result.stderr


@pytest.mark.parametrize("target", ["rows.csv", "rows.parquet", "new/folder/rows.jsonl"])
def test_all_done_is_status_0_and_an_old_list_of_failures_goes(news: Path, tmp_path: Path, target: str) -> None:
    failures = tmp_path / f"{target}.failures.jsonl"
    failures.parent.mkdir(parents=True, exist_ok=True)
    failures.write_text("of yesterday")
    result = run("extract", news / "2025", "-o", tmp_path / target)
    assert result.exit_code == 0
    assert (tmp_path / target).exists()
    assert not failures.exists()


def test_an_article_that_the_reader_stumbles_over_does_not_stop_the_run(tmp_path: Path) -> None:
    lines = [{"id": "a", "text": BODY}, {"id": "b", "text": f"stumble {BODY}"}, {"id": "c", "text": BODY}]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, lines)))
    result = run("extract", tmp_path / "a.jsonl", "-o", tmp_path / "rows.jsonl")
    assert [row["doc_id"] for row in rows_of(tmp_path / "rows.jsonl")] == ["a", "c"]
    (failure,) = rows_of(tmp_path / "rows.jsonl.failures.jsonl")
    assert (failure["place"], failure["id"], failure["reason"]) == ("line 2", "b", FAULT)
    assert result.exit_code == 1


@pytest.mark.parametrize("names", [["nowhere"], ["c.txt"], ["empty"]])
def test_nothing_done_is_status_2_and_leaves_the_old_table(news: Path, tmp_path: Path, names: list[str]) -> None:
    (news / "empty").mkdir()
    (tmp_path / "rows.csv").write_text("of yesterday")
    result = run("extract", *(news / name for name in names), "-o", tmp_path / "rows.csv")
    assert result.exit_code == 2
    assert (tmp_path / "rows.csv").read_text() == "of yesterday"
    assert "0 articles" in result.stderr


def test_an_empty_folder_is_told(tmp_path: Path) -> None:
    assert f"no articles in {tmp_path}" in run("clean", tmp_path, "-o", "-").stderr


@pytest.mark.parametrize("target", ["rows.xls", "rows"])
def test_a_target_without_format_is_told_before_anything_is_read(news: Path, tmp_path: Path, target: str) -> None:
    result = run("extract", news, "-o", tmp_path / target)
    assert result.exit_code == 2
    assert result.stderr.startswith("TargetError: ")
    assert "mend: let the name end in .jsonl, .csv, .parquet" in result.stderr


def test_standard_input_and_output() -> None:
    result = run("extract", "-", "-o", "-", given=f"{BODY} “Ünïted”".encode())
    assert result.exit_code == 0
    assert [json.loads(line)["doc_id"] for line in result.stdout.splitlines()] == ["stdin#1"]
    assert "“Ünïted”" in result.stdout


def test_the_table_in_the_folder_that_is_read_is_no_source(news: Path) -> None:
    assert run("extract", news, "-o", news / "rows.jsonl").exit_code == 1
    first = rows_of(news / "rows.jsonl")
    run("extract", news, "-o", news / "rows.jsonl")
    assert rows_of(news / "rows.jsonl") == first


def test_clean_writes_articles(tmp_path: Path) -> None:
    record = {"key": "x", "story": BODY, "day": "2025-03-02", "head": "Aston gets money"}
    (tmp_path / "a.jsonl").write_text(json.dumps(record))
    options = ["--id-field", "key", "--text-field", "story", "--date-field", "day", "--title-field", "head"]
    assert run("clean", tmp_path / "a.jsonl", "-o", tmp_path / "clean.jsonl", *options).exit_code == 0
    row = {"id": "x", "body": BODY, "title": "Aston gets money", "published": "2025-03-02", "published_basis": "given"}
    nothing = dict.fromkeys(("author", "outlet", "city", "url"))
    assert rows_of(tmp_path / "clean.jsonl") == [row | nothing | {"language": "en", "story_id": "x"}]


def test_clean_keeps_the_text_in_which_offsets_count(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(f"<html><body><p>{BODY}</p><p>{BODY}</p></body></html>")
    run("clean", tmp_path / "a.html", "-o", tmp_path / "clean.jsonl", "--with-text")
    run("extract", tmp_path / "a.html", "-o", tmp_path / "rows.jsonl")
    (article,) = rows_of(tmp_path / "clean.jsonl")
    row = rows_of(tmp_path / "rows.jsonl")[0]
    start, end = row["start"], row["end"]
    assert isinstance(start, int)
    assert isinstance(end, int)
    assert str(article["text"])[start:end] == row["quantity_text"] == "5 million euros"


PAGE = f"<html><body><article><p>{BODY}</p></article></body></html>".encode()
RECORD = json.dumps({"text": BODY}).encode()
FEED = f"<rss><channel><item><description>{BODY}</description></item></channel></rss>".encode()
ATOM = f'<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>urn:1</id><summary>{BODY}</summary></entry></feed>'.encode()


def parquet(**columns: list[str]) -> bytes:
    out = io.BytesIO()
    pq.write_table(pa.table(columns), out)
    return out.getvalue()


def warc(page: bytes) -> bytes:
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page
    head = "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://news.example/\r\nContent-Type: application/http\r\n"
    head += f"Content-Length: {len(answer)}\r\n\r\n"
    return head.encode() + answer + b"\r\n\r\n"


GOOD = {  # file: content and ids
    "atom.xml": (ATOM, ["urn:1"]),
    "bzip2.txt.bz2": (bz2.compress(BODY.encode()), ["bzip2"]),
    "cp1252.txt": (BODY.replace("its", "it’s").encode("cp1252"), ["cp1252"]),
    "csv.csv": (f'text\n"{BODY}"\n"an open quote\n"{BODY}"\n'.encode(), ["csv#1", "csv#3"]),
    "deep/er/text.txt.gz": (gzip.compress(BODY.encode()), ["deep/er/text"]),
    "html.html": (PAGE, ["html"]),
    "htm.htm.gz": (gzip.compress(PAGE), ["htm"]),
    "json.json": (b"[" + RECORD + b"]", ["json#1"]),
    "jsonl.jsonl": (b"\n".join([RECORD, b'{"text": "One."', RECORD]), ["jsonl#1", "jsonl#3"]),
    "markdown.md": (BODY.encode(), ["markdown"]),
    "ndjson.ndjson.zst": (bytes(pa.compress(RECORD, codec="zstd")), ["ndjson#1"]),
    "parquet.parquet": (parquet(id=["p1"], maintext=[BODY]), ["p1"]),
    "rss.rss": (FEED, ["rss#1"]),
    "tsv.tsv": (f"id\ttext\nt1\t{BODY}\n".encode(), ["t1"]),
    "utf-16.txt": (BODY.encode("utf-16"), ["utf-16"]),
    "warc.warc.gz": (gzip.compress(warc(PAGE)) + gzip.compress(warc(PAGE)), ["warc#1", "warc#2"]),
}
BAD = {  # file: content and words of the reason
    "binary.txt": (bytes(range(256)), "binary bytes"),
    "cut.txt.gz": (gzip.compress(BODY.encode() * 99)[:-9], "breaks off or is damaged"),
    "cut.warc": (warc(PAGE)[:-40], "the record is cut off"),
    "date.jsonl": (b'{"text": "One.", "published": "2025-02-31"}', "absurd publication date"),
    "empty.txt": (b"", "the file is empty"),
    "german.txt": (GERMAN.encode(), "not English: the text is in 'de'"),
    "huge.html": (b"<p>One.</p>" * 500_000, "more than 5,000,000 bytes"),
    "nested.json": (b"[" * 100_000, "nested beyond all measure"),
    "script.html": (b"<html><script>draw()</script></html>", "no article in the page"),
    "titles.json": (b'{"title": "One."}', "no text: none of the fields"),
    "titles.parquet": (parquet(story=[BODY]), "no text: none of the fields"),
    "titles.csv": (b"story\nOne\n", "no text: none of the fields"),
    "torn.parquet": (b"PAR1PAR1", "broken Parquet"),
}


def test_a_folder_of_every_kind_good_and_bad_goes_through_in_one_command(tmp_path: Path) -> None:
    folder = tmp_path / "news"
    for name, (content, _) in {**GOOD, **BAD}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    (folder / "picture.png").write_bytes(b"no article")
    assert run("extract", folder, "-o", tmp_path / "rows.jsonl").exit_code == 1
    assert Counter(row["doc_id"] for row in rows_of(tmp_path / "rows.jsonl")) == Counter(
        id_ for _, ids in GOOD.values() for id_ in ids
    )
    failures = rows_of(tmp_path / "rows.jsonl.failures.jsonl")
    reasons = {Path(str(failure["file"])).name: str(failure["reason"]) for failure in failures}
    assert {name: words for name, (_, words) in BAD.items() if words not in reasons.pop(name, "")} == {}
    assert {(Path(str(each["file"])).name, each["place"]) for each in failures if Path(str(each["file"])).name in reasons} == {
        ("csv.csv", "line 3"),
        ("jsonl.jsonl", "line 2"),
    }


COPIES = [{"id": "a", "body": STORY}, {"id": "b", "body": f"PORTHAVEN (Wire) — {STORY}"}, {"id": "c", "body": BODY}]


@pytest.mark.parametrize(
    ("options", "expected"),
    [([], [("a", "a"), ("b", "a"), ("c", "c")]), (["--dedupe"], [("a", "a"), ("c", "c")])],
)
@pytest.mark.parametrize("command", ["extract", "clean"])
def test_copies_share_a_story(command: str, options: list[str], expected: list[tuple[str, str]], tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, COPIES)))
    assert run(command, tmp_path / "a.jsonl", "-o", tmp_path / "rows.jsonl", *options).exit_code == 0
    rows = rows_of(tmp_path / "rows.jsonl")
    assert [(row.get("doc_id") or row["id"], row["story_id"]) for row in rows] == expected


def test_verbose_tells_which_fields_were_taken(tmp_path: Path) -> None:
    records = [
        {"Body": BODY, "content": "x", "link": "u"},
        {"content": BODY, "date": "2025-03-02"},
        {"Body": BODY, "link": "v"},
        {},
    ]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, records)))
    told = run("clean", tmp_path / "a.jsonl", "-o", tmp_path / "rows.jsonl", "-v").stderr
    assert [line.removeprefix(str(tmp_path)) for line in told.splitlines() if " from " in line or "no field" in line] == [
        "/a.jsonl: text from 'Body', url from 'link'",
        "/a.jsonl: text from 'content', published from 'date'",
        "/a.jsonl: no field known",
    ]


def test_show_has_the_article_and_its_rows(news: Path, tmp_path: Path) -> None:
    result = run("show", news / "2025" / "a.txt.gz", "--svg", tmp_path / "a.svg")
    assert result.exit_code == 0
    assert "The town of Aston will get" in result.stdout
    assert "EUR" in result.stdout
    assert "5,000,000" in result.stdout
    assert (tmp_path / "a.svg").read_text(encoding="utf-8").startswith("<svg")


def test_explain_has_confidence_rule_and_words_of_each_slot(news: Path) -> None:
    result = run("explain", news / "2025" / "a.txt.gz")
    assert result.exit_code == 0
    lines = [line.split() for line in result.stdout.splitlines()]
    assert ["actor", "Aston", "0.70", "subject", "'Aston'", "12–17"] in lines
    assert ["status", "planned", "–", "will", "–"] in lines


GOLD_ROW = {"kind": "money", "amount": "5000000", "currency": "EUR", "actor": "Aston", "status": "planned"}


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    start = BODY.index("5 million euros")
    row = {**GOLD_ROW, "start": start, "end": start + 15, "quantity_text": "5 million euros", "section": "body"}
    missing = dict.fromkeys(
        ("amount_to", "qualifier", "unit", "per", "base", "recipient", "programme", "date", "date_basis", "source")
    )
    article = {"id": "a", "text": BODY, "published": None, "facts": [{**missing, "action": "get", **row}]}
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(article), encoding="utf-8")
    return path


def test_score_of_what_is_extracted(gold: Path) -> None:
    result = run("score", gold, "--json")
    assert result.exit_code == 0, result.output
    scores = json.loads(result.stdout)
    assert {name for name, score in scores.items() if score["f1"] == 1} == {"quantity", "span", "actor", "status", "card row"}
    assert scores["full row"] == {"precision": 0.0, "recall": 0.0, "f1": 0.0, "right": 0, "predicted": 1, "gold": 1}


def test_score_of_rows_that_are_given_shows_errors(gold: Path, tmp_path: Path) -> None:
    run("extract", gold, "-o", tmp_path / "rows.jsonl")
    result = run("score", gold, "--predicted", tmp_path / "rows.jsonl", "--errors", "9", "--slot", "action")
    assert result.exit_code == 0, result.output
    assert re.search(r"^card row +1\.000 +1\.000 +1\.000 +1/1/1$", result.stdout, re.M)
    assert "want get, have nothing" in result.stdout
    assert "[[5 million euros]]" in result.stdout


def test_heavy_packages_are_not_imported_for_help() -> None:
    heavy = {"spacy", "pandas", "pyarrow", "trafilatura", "dateparser", "numpy", "rich.console", "charset_normalizer", "py3langid"}
    code = "import sys; from extract.cli import main; main(['--help'], standalone_mode=False); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.splitlines()[-1].split())
    assert "extract.cli" in loaded
    assert not loaded & heavy


def test_importing_the_package_imports_nothing_heavy() -> None:
    done = subprocess.run(
        [sys.executable, "-c", "import sys, extract; print(*sys.modules)"], capture_output=True, text=True, check=True
    )
    assert not set(done.stdout.split()) & {"spacy", "pandas", "pyarrow", "extract.api"}


@pytest.mark.parametrize("command", sorted(extract.cli.main.commands))
def test_every_command_says_what_it_does(command: str) -> None:
    result = run(command, "--help")
    assert result.exit_code == 0
    assert f"Usage: main {command} [OPTIONS]" in result.stdout
