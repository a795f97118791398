"""Formats: which reader reads a file, by the ending of its name or, where that says nothing, by its first bytes."""

import io

from extract.articles.readers.html import read_html
from extract.articles.readers.input import Reader
from extract.articles.readers.json_lines import read_json_lines
from extract.articles.readers.plain_text import read_plain_text

READERS: dict[str, Reader] = {
    ".txt": read_plain_text,
    ".text": read_plain_text,
    ".md": read_plain_text,
    ".html": read_html,
    ".htm": read_html,
    ".xhtml": read_html,
    ".jsonl": read_json_lines,
    ".ndjson": read_json_lines,
}


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
    head = stream.peek(512)[:512].lstrip(b"\xef\xbb\xbf \t\r\n")
    if head.startswith(b"{"):
        return read_json_lines
    if head.lower().startswith((b"<!doctype html", b"<html", b"<head", b"<body", b"<!--", b"<?xml")):
        return read_html
    return read_plain_text
