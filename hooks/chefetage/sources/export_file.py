"""A file from a survey tool, before anything is known of its columns: packing, encoding, digest."""

from __future__ import annotations

import codecs
import gzip
import hashlib
import io
import re
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO, cast

from chefetage.sources.sheet import Format

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from chefetage.sources.findings import Findings

_CHUNK = 1 << 20
_GZIP = b"\x1f\x8b"
_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
"""How .xlsx and .xls begin."""
_PARQUET = b"PAR1"
_LARGEST = 8_000_000_000
"""Bytes of text, unpacked; a hundred million answers are less."""
_JSON = re.compile(rb"\s*(\{|\[\s*[\[{])")
_WEB_PAGE = re.compile(rb"\s*<")
"""What is downloaded when nobody was logged in any more, and what some tools call .xls."""
_UTF_32 = (b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff")
DIGEST_LENGTH = 12


class _TooLargeError(Exception):
    """More text than any export holds: a file that was packed to grow without end."""


@dataclass(frozen=True, slots=True)
class ExportFile:
    """A file that can be read as text."""

    path: Path
    format: Format
    """CSV or JSON."""
    encoding: str
    """`utf-8`, `utf-8-sig`, `utf-16` or `cp1252`."""
    packed: bool
    """Whether it is a gzip file."""
    digest: str
    """The first twelve hex digits of the SHA-256 of the file as it lies there."""

    def open(self) -> io.TextIOWrapper:
        """Open the file as text, line ends as they are."""
        return io.TextIOWrapper(_open_bytes(self.path, packed=self.packed), encoding=self.encoding, newline="")


def examine(path: Path, findings: Findings) -> ExportFile | None:
    """Find out how to read a file, in constant memory; `None`, with an error in `findings`, if it cannot be read.

    The encoding is a byte order mark's, else UTF-8 if the whole file is valid UTF-8, else Windows-1252, which is
    reported as a hint since it can only be assumed.
    """
    if not path.is_file():
        findings.error("file-missing", file=findings.path)
        return None
    try:
        digest = digest_of(path)
        with path.open("rb") as stream:
            packed = stream.read(2) == _GZIP
        with _open_bytes(path, packed=packed) as stream:
            head = stream.read(64)
        other = _other_format(head)
        if other is not None:
            findings.error(other, file=findings.path)
            return None
        encoding = None if head.startswith(_UTF_32) else _encoding(path, head, packed=packed)
    except _TooLargeError:
        findings.error("file-too-large", file=findings.path, megabytes=_LARGEST // 1_000_000)
        return None
    except (OSError, EOFError, zlib.error) as error:  # a damaged gzip file raises any of them
        findings.error("unreadable-file", file=findings.path, reason=str(error))
        return None
    if encoding is None:
        findings.error("unknown-encoding", file=findings.path)
        return None
    if encoding == "cp1252":
        findings.hint("assumed-encoding", encoding="Windows-1252")
    form = Format.JSON if _JSON.match(head.removeprefix(codecs.BOM_UTF8)) else Format.CSV
    return ExportFile(path, form, encoding, packed, digest)


def format_of(path: Path) -> Format:
    """Return what kind of file it is by how it begins, whatever its name; what is no workbook may be text.

    Raises:
        OSError: it cannot be read.
    """
    with path.open("rb") as stream:
        head = stream.read(8)
    if head.startswith(_WORKBOOKS):
        return Format.WORKBOOK
    return Format.PARQUET if head.startswith(_PARQUET) else Format.CSV


def _other_format(head: bytes) -> str | None:
    """Return the finding for a file that begins like something else than a table."""
    if head.startswith(_WORKBOOKS):
        return "archive"
    return "web-page" if _WEB_PAGE.match(head.removeprefix(codecs.BOM_UTF8)) else None


def _open_bytes(path: Path, *, packed: bool) -> BinaryIO:
    return cast("BinaryIO", gzip.open(path, "rb")) if packed else path.open("rb")


def digest_of(path: Path) -> str:
    """Return the first twelve hex digits of a file's SHA-256. Raises `OSError` if it cannot be read."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()[:DIGEST_LENGTH]


def _encoding(path: Path, head: bytes, *, packed: bool) -> str | None:
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        candidates = ["utf-16"]
    elif head.startswith(codecs.BOM_UTF8):
        candidates = ["utf-8-sig"]
    else:
        candidates = ["utf-8", "cp1252"]
    return next((name for name in candidates if _decodes(path, name, packed=packed)), None)


def _decodes(path: Path, encoding: str, *, packed: bool) -> bool:
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        for chunk in _chunks(path, packed=packed):
            if "\0" in decoder.decode(chunk):
                return False
        decoder.decode(b"", final=True)
    except UnicodeError:
        return False
    return True


def _chunks(path: Path, *, packed: bool) -> Iterator[bytes]:
    with _open_bytes(path, packed=packed) as stream:
        size = 0
        while chunk := stream.read(_CHUNK):
            size += len(chunk)
            if size > _LARGEST:
                raise _TooLargeError
            yield chunk
