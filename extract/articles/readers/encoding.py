"""Encodings: bytes enter, text leaves.

UTF-8 is believed first, then, where the text is mostly ASCII, western Windows; all else is detected by charset-normalizer.
"""

import codecs
import io
import re
from typing import Any

from extract.errors import SourceError

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
MARKS = tuple(mark for mark, _ in BOMS)
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


def as_utf_8(stream: io.BufferedReader) -> io.BufferedReader:
    """The stream with UTF-16 and UTF-32 recoded, so that its lines end in one byte; all else as it is."""
    head = stream.peek(64)[:64]
    for mark, codec in BOMS[1:]:
        if head.startswith(mark):
            stream.read(len(mark))
            return io.BufferedReader(_Recoded(stream, codec))
    return stream


class _Recoded(io.RawIOBase):
    """A stream of another encoding as UTF-8; what cannot be read in it becomes U+FFFD."""

    def __init__(self, stream: io.BufferedReader, codec: str) -> None:
        self._stream, self._decoder, self._held = stream, codecs.getincrementaldecoder(codec)("replace"), b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        while not self._held:
            data = self._stream.read(io.DEFAULT_BUFFER_SIZE)
            self._held = self._decoder.decode(data, final=not data).encode("utf-8")
            if not data:
                break
        part, self._held = self._held[: len(buffer)], self._held[len(buffer) :]
        buffer[: len(part)] = part
        return len(part)


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
