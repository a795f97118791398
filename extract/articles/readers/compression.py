"""Compression: gzip, bzip2 and Zstandard are seen by their first bytes and undone while reading."""

import bz2
import gzip
import io

ENDINGS = (".gz", ".bz2", ".zst")


def without_ending(name: str) -> str:
    """The file's name without the ending of its compression.

    >>> without_ending("2025/03/a.html.gz")
    '2025/03/a.html'
    """
    for ending in ENDINGS:
        if name.casefold().endswith(ending):
            return name[: -len(ending)]
    return name


def decompressed(raw: io.BufferedReader) -> io.BufferedReader:
    """The stream's content; `raw` itself if it is not compressed."""
    head = raw.peek(4)
    if head.startswith(b"\x1f\x8b"):
        return io.BufferedReader(gzip.GzipFile(fileobj=raw))
    if head.startswith(b"BZh"):
        return io.BufferedReader(bz2.BZ2File(raw))
    if head.startswith(b"\x28\xb5\x2f\xfd"):
        import pyarrow  # heavy; needed only here

        return io.BufferedReader(pyarrow.CompressedInputStream(raw, "zstd"))
    return raw
