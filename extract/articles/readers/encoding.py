"""Encodings: bytes enter, text leaves. UTF-8 is believed first; anything else is detected by charset-normalizer."""

import codecs
import re

from extract.errors import SourceError

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
LOOKED_AT = 100_000


def decode(data: bytes) -> str:
    """The text of `data`, without its byte order mark; line breaks stay as they are.

    Raises:
        SourceError: the bytes are no text.
    """
    for mark, codec in BOMS:
        if data.startswith(mark):
            return _decoded(data[len(mark) :], codec)
    head = data[:LOOKED_AT]
    if b"\0" in head:
        return _without_mark(data)
    if len(CONTROL.findall(head)) > len(head) // 100:
        raise _binary()
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _detected(data)


def _decoded(data: bytes, codec: str) -> str:
    try:
        return data.decode(codec)
    except UnicodeDecodeError as error:
        raise SourceError(
            f"the file begins as {codec} but is not: byte {error.start}",
            mend="save it as UTF-8",
        ) from error


def _without_mark(data: bytes) -> str:
    """UTF-16 of mostly Latin letters, where every other byte is zero; all else that holds zeros is binary."""
    for codec, zeros in (("utf-16-le", data[1:LOOKED_AT:2]), ("utf-16-be", data[0:LOOKED_AT:2])):
        if zeros.count(0) > 0.7 * len(zeros):
            return _decoded(data, codec)
    raise _binary()


def _detected(data: bytes) -> str:
    from charset_normalizer import from_bytes  # heavy; most files are UTF-8

    best = from_bytes(data).best()
    if best is None:
        raise _binary()
    # Among the code pages that read these bytes alike, the one of western Windows is the likeliest for English.
    codec = "cp1252" if "cp1252" in best.could_be_from_charset else best.encoding
    return data.decode(codec)


def _binary() -> SourceError:
    return SourceError("binary bytes, not text", mend="take the text out of it first (a PDF with pdftotext, for one)")
