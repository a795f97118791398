"""Encodings: bytes enter, text leaves.

UTF-8 is believed first, then, where the text is mostly ASCII, western Windows; all else is detected by charset-normalizer.
"""

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
WESTERN = "cp1252"  # what the web takes an unmarked page for; detection is bad at texts with few bytes beyond ASCII
CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
LOOKED_AT = 100_000  # bytes or characters from the start, by which binary data is known


def decode(data: bytes) -> str:
    """The text of `data`, without its byte order mark; line breaks stay as they are.

    Raises:
        SourceError: the bytes are no text.
    """
    text = _decoded(data)
    head = text[:LOOKED_AT]
    if len(CONTROL.findall(head)) > len(head) // 100:
        raise _binary()
    return text


def _decoded(data: bytes) -> str:
    for mark, codec in BOMS:
        if data.startswith(mark):
            return _as(codec, data[len(mark) :])
    if b"\0" in data[:LOOKED_AT]:
        return _as(_utf_16(data[:LOOKED_AT]), data)
    for codec in ("utf-8", *([WESTERN] if _is_mostly_ascii(data) else ())):
        try:
            return data.decode(codec)
        except UnicodeDecodeError:
            pass
    return data.decode(_detected(data))


def _is_mostly_ascii(data: bytes) -> bool:
    """Whether fewer than a tenth of the bytes are beyond ASCII, as in English with its quotes, dashes, pounds and names."""
    return 10 * sum(byte > 127 for byte in data[:LOOKED_AT]) < len(data[:LOOKED_AT])


def _as(codec: str, data: bytes) -> str:
    try:
        return data.decode(codec)
    except UnicodeDecodeError as error:
        raise SourceError(f"the text begins as {codec} but is not: byte {error.start}", mend="save it as UTF-8") from error


def _utf_16(head: bytes) -> str:
    """UTF-16 without mark is known by its zeros: every other byte of Latin letters is one. All else with zeros is binary."""
    for codec, upper in (("utf-16-le", head[1::2]), ("utf-16-be", head[0::2])):
        if upper.count(0) > 0.7 * len(upper):
            return codec
    raise _binary()


def _detected(data: bytes) -> str:
    from charset_normalizer import from_bytes  # heavy; most files are UTF-8

    best = from_bytes(data).best()
    if best is None:
        raise _binary()
    return best.encoding


def _binary() -> SourceError:
    return SourceError("binary bytes, not text", mend="take the text out of it first (a PDF with pdftotext, for one)")
