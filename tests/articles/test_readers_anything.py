"""Whatever bytes stand in a file, reading it ends, raises nothing, and tells of each record an article or a failure."""

import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.articles.article import Source
from extract.articles.readers.compression import decompressed
from extract.articles.readers.failure import Failure
from extract.articles.readers.formats import READERS
from extract.articles.readers.html import each_opened
from extract.articles.readers.records import Fields
from extract.articles.readers.sources import File, read_files

PIECES = [
    b'{"text": "',
    b'"}',
    b"[",
    b"]",
    b",",
    b"\n",
    b'"',
    b"text,id\n",
    b"<p>",
    b"</p>",
    b"<rss><item>",
    b"<description>",
    b"One.",
    b"\xff",
]
PIECES += [
    b"\x00",
    b"\x1f\x8b",
    b"BZh9",
    b"\x28\xb5\x2f\xfd",
    b"PAR1",
    b"WARC/1.0\r\n",
    b"Content-Length: 9\r\n\r\n",
    "é".encode(),
    b"\\ud800",
]
ANYTHING = st.lists(st.one_of(st.sampled_from(PIECES), st.binary(max_size=8)), max_size=12).map(b"".join)


def read(path: Path | None, stdin: bytes = b"") -> list[Source | Failure]:
    file = File(path, "stdin" if path is None else path.name)
    return list(each_opened(read_files([file], fields=Fields(), stdin=io.BufferedReader(io.BytesIO(stdin)))))


@pytest.mark.parametrize("ending", ["", *READERS])
def test_any_bytes_in_a_file(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"a{ending}"

    @settings(derandomize=True, deadline=None, max_examples=40)
    @given(ANYTHING)
    def anything(data: bytes) -> None:
        path.write_bytes(data)
        for each in read(path):
            assert isinstance(each, Source | Failure)
            assert isinstance(each, Source) or (each.reason and each.file == str(path))
            assert isinstance(each, Failure) or (each.text.strip() and each.text.encode("utf-8"))

    anything()


@settings(derandomize=True, deadline=None, max_examples=100)
@given(ANYTHING)
def test_any_bytes_on_standard_input(data: bytes) -> None:
    assert all(isinstance(each, Source | Failure) for each in read(None, data))


@settings(derandomize=True, deadline=None, max_examples=100)
@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cc"]), min_size=1).filter(str.strip))
def test_a_text_comes_back_as_it_was_given(text: str) -> None:
    (source,) = read(None, text.encode("utf-8-sig"))
    assert isinstance(source, Failure) or source.text == text


def test_what_is_not_compressed_is_left_alone() -> None:
    raw: io.BufferedReader = io.BufferedReader(io.BytesIO(b"BZ is no mark of bzip2"))
    assert decompressed(raw) is raw
