"""Formats: which reader reads a file, by the ending of its name or, where that says nothing, by its first bytes."""

import io

from extract.articles.readers.csv_table import read_csv
from extract.articles.readers.feed import read_feed
from extract.articles.readers.html import read_html
from extract.articles.readers.input import Reader
from extract.articles.readers.json_lines import read_json_lines
from extract.articles.readers.json_values import read_json
from extract.articles.readers.parquet import read_parquet
from extract.articles.readers.plain_text import read_plain_text
from extract.articles.readers.warc import read_warc

READERS: dict[str, Reader] = {
    ".txt": read_plain_text,
    ".text": read_plain_text,
    ".md": read_plain_text,
    ".html": read_html,
    ".htm": read_html,
    ".xhtml": read_html,
    ".jsonl": read_json_lines,
    ".ndjson": read_json_lines,
    ".json": read_json,
    ".csv": read_csv,
    ".tsv": read_csv,
    ".parquet": read_parquet,
    ".warc": read_warc,
    ".rss": read_feed,
    ".atom": read_feed,
    ".xml": read_feed,
}

BEGINNINGS: tuple[tuple[tuple[bytes, ...], Reader], ...] = (
    ((b'{"',), read_json_lines),
    ((b"{", b"[{", b"[\n"), read_json),
    ((b"par1",), read_parquet),
    ((b"warc/",), read_warc),
    ((b"<rss", b"<feed", b"<rdf", b"<?xml"), read_feed),
    ((b"<!doctype html", b"<html", b"<head", b"<body", b"<!--"), read_html),
)
"""First bytes, in lower case, of files whose names say nothing; what begins otherwise is plain text."""


def ending_of(name: str) -> str:
    """The format's ending of a file name without the ending of its compression, in lower case; empty if it is none of ours.

    >>> ending_of("news/A.HTML")
    '.html'
    """
    dot = name.rfind(".")
    ending = name[dot:].casefold() if dot >= 0 else ""
    return ending if ending in READERS else ""


def reader_of(ending: str, stream: io.BufferedReader) -> Reader:
    """The reader for an ending; for the empty ending, the one that fits the first bytes."""
    if ending:
        return READERS[ending]
    head = stream.peek(512)[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return next((reader for beginnings, reader in BEGINNINGS if head.startswith(beginnings)), read_plain_text)
