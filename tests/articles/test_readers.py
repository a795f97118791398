"""Files of every kind, good and bad, and what the readers make of them."""

import bz2
import gzip
import io
import json
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from extract.articles.article import Page, Source
from extract.articles.readers.failure import Failure
from extract.articles.readers.html import each_opened
from extract.articles.readers.records import Fields
from extract.articles.readers.sources import File, find_files, read_files

LINE = '{"id": "a", "text": "The fund paid 5 million euros."}\n'
PAGE = """<html><head><title>Fund pays</title><meta property="article:published_time" content="2025-03-02T09:00:00Z">
<link rel="canonical" href="https://news.example/fund"></head><body><nav><a href="/">Home</a> <a href="/w">World</a></nav>
<article><h1>Fund pays</h1><p>The fund paid 5 million euros to the town on Sunday, its director told reporters there.</p>
<p>A second part of the sum will follow in the spring, after the council has agreed to the plan of the works.</p></article>
<footer>Subscribe to our newsletter</footer></body></html>"""


RSS = """<?xml version="1.0"?><rss xmlns:c="http://purl.org/rss/1.0/modules/content/"><channel><title>News</title>
<item><title>First</title><guid>https://news.example/1</guid><pubDate>Sun, 02 Mar 2025 09:29:00 GMT</pubDate>
<description>Short.</description><c:encoded><![CDATA[<p>One &amp; <b>two</b>.</p><p>Three.</p>]]></c:encoded></item>
<item><title>Second</title><description>Plain 1 &lt; 2.</description></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>urn:1</id><link href="https://news.example/1"/><title>First</title>
<updated>2025-03-02T09:29:00Z</updated><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><h2>One <i>two</i>.</h2>
<p>Three.</p></div></content></entry></feed>"""


def warc() -> bytes:
    """An archive of a request and its answer, a plain text."""

    def record(kind: str, block: bytes) -> bytes:
        head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: https://news.example/1\r\nContent-Length: {len(block)}\r\n"
        return head.encode() + f"Content-Type: application/http; msgtype={kind}\r\n\r\n".encode() + block + b"\r\n\r\n"

    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nThe plain text of a fetch."
    return record("request", b"GET /1 HTTP/1.1\r\n\r\n") + record("response", answer)


def parquet(columns: dict[str, list[object]]) -> bytes:
    out = io.BytesIO()
    pq.write_table(pa.table(columns), out)
    return out.getvalue()


def zstd(data: bytes) -> bytes:
    return bytes(pa.compress(data, codec="zstd"))


def read(*names: str | Path, stdin: bytes = b"", fields: Fields = Fields()) -> list[Source | Failure]:  # noqa: B008
    files = find_files([str(name) for name in names])
    return list(each_opened(read_files(files, fields=fields, stdin=io.BufferedReader(io.BytesIO(stdin)))))


def brief(found: list[Source | Failure]) -> list[tuple[str | None, str]]:
    """Id and text of an article, id and place of a failure."""
    return [(each.id, each.text) if isinstance(each, Source) else (each.id, f"! {each.place}") for each in found]


GOOD = [
    # file, content, ids and texts
    ("a.txt", b"One.\r\nTwo.\n", [("a", "One.\r\nTwo.\n")]),
    ("a.md", "Ünïted".encode(), [("a", "Ünïted")]),
    ("a.TXT", b"One.", [("a", "One.")]),
    ("a.txt.gz", gzip.compress(b"One."), [("a", "One.")]),
    ("a.txt.bz2", bz2.compress(b"One."), [("a", "One.")]),
    ("a.txt.zst", zstd(b"One."), [("a", "One.")]),
    ("a.gz", gzip.compress(b"One."), [("a", "One.")]),
    ("no ending", b"One.", [("no ending", "One.")]),
    ("notes.log", b"One.", [("notes.log", "One.")]),
    ("a.jsonl", LINE.encode(), [("a", "The fund paid 5 million euros.")]),
    ("a.jsonl.gz", gzip.compress(LINE.encode()), [("a", "The fund paid 5 million euros.")]),
    ("a.ndjson", b'{"text": "One."}\n\n{"text": "Two."}', [("a#1", "One."), ("a#2", "Two.")]),
    ("a.log", LINE.encode(), [("a", "The fund paid 5 million euros.")]),
    ("a.JSON", b'{"Headline": "H", "Body": "One."}', [("a", "One.")]),
    ("a.json", b'[{"text": "One."}]', [("a#1", "One.")]),
    ("a.json", b"[]", []),
    ("a.json", b'{\n "id": "x",\n "text": "One."\n}\n', [("x", "One.")]),
    ("a.json", b'{"text": "One."}\n{"text": "Two."}', [("a#1", "One."), ("a#2", "Two.")]),
    (
        "a.json",
        b'{"status": "ok", "articles": [{"content": "One."}, {"id": "x", "content": "Two."}]}',
        [("a#1", "One."), ("x", "Two.")],
    ),
    ("a.json", '[{"text": "Ünïted"}]'.encode("utf-16"), [("a#1", "Ünïted")]),
    ("a.jsonl", '{"text": "Ünïted"}\n{"text": "Two"}'.encode("utf-16"), [("a#1", "Ünïted"), ("a#2", "Two")]),
    ("export", b'[\n {"text": "One."}\n]', [("export#1", "One.")]),
    ("a.csv", b'id,Text\nx,"One, ""two"".\nThree."\n\n,Four\n', [("x", 'One, "two".\nThree.'), ("a#2", "Four")]),
    ("a.csv", b"\xef\xbb\xbftext;id\r\nOne, two;x\r\n", [("x", "One, two")]),
    ("a.tsv.gz", gzip.compress(b"id\ttext\nx\tOne, two"), [("x", "One, two")]),
    ("a.tsv", "id\ttext\nx\tÜnïted".encode("utf-16"), [("x", "Ünïted")]),
    ("a.csv", f'text\n"{"long " * 40_000}"'.encode(), [("a#1", "long " * 40_000)]),
    ("a.parquet", parquet({"Id": ["x", None], "maintext": ["One.", "Two."], "n": [1, 2]}), [("x", "One."), ("a#2", "Two.")]),
    ("table", parquet({"text": ["One."] * 1_000, "id": [str(n) for n in range(1_000)]}), [(str(n), "One.") for n in range(1_000)]),
    ("a.rss", RSS.encode(), [("https://news.example/1", "One & two.\nThree."), ("a#2", "Plain 1 < 2.")]),
    ("a.xml", ATOM.encode(), [("urn:1", "One two.\nThree.")]),
    ("a.warc", warc(), [("a#2", "The plain text of a fetch.")]),
    ("a.warc.gz", gzip.compress(warc()), [("a#2", "The plain text of a fetch.")]),
    ("a.jsonl", b'{"id": 7, "maintext": "M", "content": "C"}', [("7", "C")]),
    ("a.jsonl", b'{"text": "", "body": " ", "article": "A"}', [("a#1", "A")]),
    ("a.jsonl", b'{"text": "half \\ud83d pair"}', [("a#1", "half � pair")]),
]


@pytest.mark.parametrize(("name", "content", "expected"), GOOD)
def test_good_files(tmp_path: Path, name: str, content: bytes, expected: list[tuple[str, str]]) -> None:
    (tmp_path / name).write_bytes(content)
    assert brief(read(tmp_path / name)) == expected


ENGLISH = "The bank said it paid £5 million – not €6 million – to the town’s council in “Zürich”, its mayor told reporters there."
RUSSIAN = "Банк выплатил городу пять миллионов евро, сообщил мэр журналистам в понедельник. Деньги пойдут на ремонт школ и больниц."
CHINESE = "市长周一向记者表示，该银行已向该市支付五百万欧元。这笔钱将用于修缮学校和医院，其余部分明年支付。"
ENCODINGS = [
    *((ENGLISH, codec) for codec in ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252")),
    ("Only one ’ here.", "cp1252"),
    ("The fund paid £5.", "latin-1"),
    (RUSSIAN, "cp1251"),
    (CHINESE, "gb18030"),
]


@pytest.mark.parametrize(("text", "codec"), ENCODINGS)
def test_encodings(tmp_path: Path, text: str, codec: str) -> None:
    (tmp_path / "a.txt").write_bytes(text.encode(codec))
    assert brief(read(tmp_path / "a.txt")) == [("a", text)]


BAD = [
    # file, content, failures and articles, words of the first reason
    ("a.txt", b"", [("a", "! ")], "the file is empty; fetch it again"),
    ("a.txt", b" \n", [("a", "! ")], "the file is empty"),
    ("a.txt", bytes(range(256)) * 9, [("a", "! ")], "binary bytes, not text; take the text out of it"),
    ("a.txt", b"\xff\xfe\x00\xd8", [("a", "! ")], "begins as utf-16-le but is not"),
    ("a.txt.gz", gzip.compress(b"One." * 999)[:-20], [("a", "! ")], "breaks off or is damaged"),
    ("a.txt.bz2", bz2.compress(b"One." * 999)[:-20], [("a", "! ")], "breaks off or is damaged"),
    ("a.txt.zst", zstd(b"One." * 999)[:-9], [("a", "! ")], "breaks off or is damaged"),
    ("a.txt.gz", b"\x1f\x8bnot really", [("a", "! ")], "breaks off or is damaged"),
    ("a.jsonl", b"\n\n", [("a", "! ")], "the file is empty"),
    (
        "a.jsonl",
        LINE.encode() + b'{"id": "b", "te\n',
        [("a", "The fund paid 5 million euros."), ("a#2", "! line 2")],
        "broken JSON",
    ),
    (
        "a.jsonl",
        b'{"id": "b", "te\n' + LINE.encode(),
        [("a#1", "! line 1"), ("a", "The fund paid 5 million euros.")],
        "character 13: Unterminated string",
    ),
    ("a.jsonl", b'{"headline": "x"}', [("a#1", "! line 1")], "none of the fields text, body, content, article, maintext"),
    ("a.jsonl", b'{"text": null}', [("a#1", "! line 1")], "--text-field"),
    ("a.jsonl", b'{"text": ["One."]}', [("a#1", "! line 1")], "the text is a list"),
    ("a.jsonl", b"[1, 2]", [("a#1", "! line 1")], "a list where an object with a text was expected"),
    ("a.jsonl", b"[" * 100_000, [("a#1", "! line 1")], "nested beyond all measure"),
    ("a.jsonl", b"\x00\x01\x02\x03", [("a#1", "! line 1")], "binary bytes"),
    ("a.jsonl", b'{"text": "One.", "published": "2025-13-45"}', [("a#1", "! line 1")], "absurd publication date '2025-13-45'"),
    ("a.jsonl", b'{"text": "One.", "published": "9999-01-01"}', [("a#1", "! line 1")], "absurd publication date"),
    ("a.jsonl.gz", gzip.compress(LINE.encode() * 9999, 0)[:-99], None, "breaks off or is damaged"),
    ("a.html", b"<html><body></body></html>", [("a", "! ")], "no article in the page"),
    ("a.html", b"", [("a", "! ")], "the file is empty"),
    ("a.html", b"<div>" * 50_000, [("a", "! ")], "no article in the page"),
    ("a.json", b"", [("a", "! ")], "the file is empty"),
    ("a.json", b'[{"text": "One."}, {"text": "Tw', [("a#1", "One."), ("a#2", "! record 2")], "broken JSON: Unterminated string"),
    (
        "a.json",
        b'[{"text": "One."}, 7, {"text": "Two."}]',
        [("a#1", "One."), ("a#2", "! record 2"), ("a#3", "Two.")],
        "a int where",
    ),
    ("a.json", b'{"results": []', [("a#1", "! record 1")], "broken JSON"),
    ("a.json", b'{"status": "none"}', [("a", "! ")], "there are status"),
    ("a.json", b'[{"text": "\xff"}]', [("a#1", "! record 1")], "not in UTF-8"),
    ("a.json", b"[" * 100_000, [("a#1", "! record 1")], "nested beyond all measure"),
    ("a.csv", b"", [("a", "! ")], "the file is empty"),
    ("a.csv", b"id,story\nx,One\n", [("a", "! ")], "there are id, story; name the field that holds it with --text-field"),
    ("a.csv", b"id,text\nx,One,two\ny,Three", [("a#1", "! line 2"), ("y", "Three")], "3 cells where the header has 2"),
    ("a.csv", b'id,text\nx,"One\ny,Two\nz,Three', [("a#1", "! line 2"), ("y", "Two"), ("z", "Three")], "broken quoting"),
    ("a.csv", b'id,text\nx,"One"!\ny,"Two\n."', [("a#1", "! line 2"), ("y", "Two\n.")], "broken quoting: ',' expected after '\"'"),
    ("a.csv", b"text\nOne\n\x00\x01\x02\nTwo", [("a#1", "One"), ("a#2", "! line 3"), ("a#3", "Two")], "binary bytes"),
    ("a.parquet", parquet({"story": ["One."]}), [("a", "! ")], "there are story"),
    ("a.parquet", parquet({"text": ["One."]})[:-9], [("a", "! ")], "broken Parquet"),
    ("a.parquet", b"PAR1", [("a", "! ")], "broken Parquet"),
    ("a.parquet", parquet({"text": ["One.", None]}), [("a#1", "One."), ("a#2", "! record 2")], "no text"),
    ("a.rss", RSS[:-30].encode(), [("a", "! ")], "broken XML"),
    ("a.xml", b"<urlset><url/></urlset>", [("a", "! ")], "no feed: <urlset> without entries"),
    ("a.xml", b"<rss><item><title>One</title></item></rss>", [("a#1", "! record 1")], "no text"),
    ("a.warc", warc()[:-12], [("a#2", "! record 2")], "the record is cut off"),
    ("a.warc", warc().replace(b"WARC-Target-URI", b"X-Target"), [("a", "! ")], "broken after record 0: a record lacks a header"),
    ("a.warc", b"no archive\n", [("a", "! ")], "broken after record 0"),
    ("a.html", b"<p>One.</p>" * 500_000, [("a", "! ")], "more than 5,000,000 bytes"),
    ("a.html", f"<p {' '.join(f'a{n}=1' for n in range(9_999))}>One.</p>".encode(), [("a", "! ")], "more than 1,000 attributes"),
    ("missing.txt", None, [(None, "! ")], "no such file or folder"),
    ("*.nothing", None, [(None, "! ")], "a glob must match at least one file"),
]


@pytest.mark.parametrize(("name", "content", "expected", "reason"), BAD)
def test_bad_files(tmp_path: Path, name: str, content: bytes | None, expected: list[tuple[str, str]] | None, reason: str) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    found = read(tmp_path / name)
    failure = next(each for each in found if isinstance(each, Failure))
    assert reason in failure.reason
    assert failure.file == str(tmp_path / name)
    if expected is not None:
        assert brief(found) == expected


def test_articles_before_the_end_of_a_truncated_file_are_read(tmp_path: Path) -> None:
    lines = "".join(json.dumps({"id": str(number), "text": f"Article {number}."}) + "\n" for number in range(5_000))
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(lines.encode())[:-5_000])
    *articles, failure = read(tmp_path / "a.jsonl.gz")
    assert 1 <= len(articles) < 5_000
    assert [each.id for each in articles] == [str(number) for number in range(len(articles))]
    assert isinstance(failure, Failure)
    assert failure.place == f"line {len(articles) + 1}"


def test_pages_are_handed_out_as_they_were_fetched(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(b"<p>One.")
    files = find_files([str(tmp_path)])
    assert list(read_files(files, fields=Fields(), stdin=io.BufferedReader(io.BytesIO()))) == [
        Page("a", b"<p>One.", place=str(tmp_path / "a.html"))
    ]


def test_a_page_gives_text_title_date_and_address(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(PAGE, encoding="utf-8")
    (source,) = read(tmp_path / "a.html")
    assert isinstance(source, Source)
    assert (source.id, source.title, source.published, source.url) == ("a", "Fund pays", "2025-03-02", "https://news.example/fund")
    assert "The fund paid 5 million euros to the town" in source.text
    assert "newsletter" not in source.text


PAGES = [
    ("utf-8", "utf-8", "Zürich paid “£5 million”"),
    ("windows-1252", "cp1252", "Zürich paid “£5 million”"),
    ("iso-8859-1", "cp1252", "Zürich paid “£5 million”"),
    ("windows-1251", "cp1251", "Цюрих заплатил 5 миллионов"),
    ("utf-8", "cp1252", "Zürich paid “£5 million”"),
    ("no-such-charset", "utf-8", "Zürich paid “£5 million”"),
]


@pytest.mark.parametrize(("declared", "codec", "words"), PAGES)
def test_the_encoding_that_a_page_declares(tmp_path: Path, declared: str, codec: str, words: str) -> None:
    page = PAGE.replace("<head>", f'<head><meta http-equiv="Content-Type" content="text/html; charset={declared}">')
    (tmp_path / "a.html").write_bytes(page.replace("The fund paid 5 million euros", words).encode(codec))
    (source,) = read(tmp_path / "a.html")
    assert isinstance(source, Source)
    assert words in source.text


def test_what_a_record_gives(tmp_path: Path) -> None:
    record = {"id": "x", "text": "One.", "headline": "H", "date": "20250302T0929", "link": "https://news.example/x", "other": 1}
    (tmp_path / "a.jsonl").write_text("\n" + json.dumps(record), encoding="utf-8")
    place = f"{tmp_path / 'a.jsonl'}, line 2"
    assert read(tmp_path / "a.jsonl") == [Source("x", "One.", "2025-03-02T09:29:00", "H", "https://news.example/x", place)]


def test_named_fields_take_the_place_of_the_usual_ones(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"text": "teaser", "story": "One.", "day": "2025-03-02", "date": "1.1."}', encoding="utf-8")
    (source,) = read(tmp_path / "a.jsonl", fields=Fields(text=("story",), published=("day",)))
    assert isinstance(source, Source)
    assert (source.text, source.published) == ("One.", "2025-03-02")


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    for name in ("2025/03/a.html.gz", "2025/b.txt", "2025/.hidden.txt", "z.txt", "c.png", "rows.jsonl.failures.jsonl"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(gzip.compress(PAGE.encode()) if name.endswith("gz") else f"In {name}.".encode())
    return tmp_path


def test_a_folder_gives_all_known_files_below_in_order(tree: Path) -> None:
    assert [each.id for each in read(tree)] == ["z", "2025/b", "2025/03/a"]


@pytest.mark.parametrize(
    ("pattern", "ids"),
    [("**/*.txt", ["2025/b", "z"]), ("2025/*.txt", ["b"]), ("20*/0?/*", ["2025/03/a"]), ("[a-c].png", ["c.png"])],
)
def test_globs(tree: Path, pattern: str, ids: list[str]) -> None:
    assert [each.id for each in read(tree / pattern)] == ids


def test_files_that_the_run_writes_are_passed_over(tree: Path) -> None:
    found = find_files([str(tree)], skip=[tree / "2025" / ".." / "z.txt"])
    assert [each.below for each in found if isinstance(each, File)] == ["2025/b.txt", "2025/03/a.html.gz"]


STDIN = [
    (b"One.", [("stdin#1", "One.")]),
    (LINE.encode(), [("a", "The fund paid 5 million euros.")]),
    (b'{"text": "One."}\n{"text": "Two."}\n', [("stdin#1", "One."), ("stdin#2", "Two.")]),
    (gzip.compress(b"One."), [("stdin#1", "One.")]),
    (b"", [("stdin", "! ")]),
]


@pytest.mark.parametrize(("given", "expected"), STDIN)
def test_standard_input(given: bytes, expected: list[tuple[str, str]]) -> None:
    assert brief(read("-", stdin=given)) == expected


IDS = [
    (
        [("x", "One."), ("x", "One."), ("x", "Two."), ("x", "Three."), ("x", "Two.")],
        [("x", "One."), ("x~2", "Two."), ("x~3", "Three.")],
    ),
    ([("x~2", "One."), ("x", "Two."), ("x", "Three.")], [("x~2", "One."), ("x", "Two."), ("x~3", "Three.")]),
    ([("x", "One."), ("x", "Two."), ("x~2", "Three.")], [("x", "One."), ("x~2", "Two."), ("x~2~2", "Three.")]),
    ([("x", "One."), ("y", "One.")], [("x", "One."), ("y", "One.")]),
]


@pytest.mark.parametrize(("records", "expected"), IDS)
def test_an_id_is_one_article(tmp_path: Path, records: list[tuple[str, str]], expected: list[tuple[str, str]]) -> None:
    lines = [json.dumps({"id": id_, "text": text}) for id_, text in records]
    (tmp_path / "a.jsonl").write_text("\n".join(lines), encoding="utf-8")
    assert brief(read(tmp_path / "a.jsonl")) == expected
