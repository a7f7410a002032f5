"""Drawings of earlier builds: a file each, named by the digest of all it depends on.

A file that is damaged is no drawing, and a folder that cannot be written is no error: then the build takes longer.
"""

from __future__ import annotations

import os
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from tempfile import NamedTemporaryFile


class Cache:
    """A folder of drawings."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def read(self, key: str) -> str | None:
        """Return a drawing; `None` if it is not there whole."""
        try:
            digest, _, text = self._path(key).read_bytes().partition(b"\n")
            return text.decode("utf-8") if digest == _digest(text) else None
        except (OSError, UnicodeDecodeError):
            return None

    def write(self, key: str, drawing: str) -> None:
        """Keep a drawing, whole or not at all."""
        text = drawing.encode("utf-8")
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            with NamedTemporaryFile(dir=self._folder, prefix=".", suffix=".part", delete=False) as file:
                part = Path(file.name)
                try:
                    file.write(_digest(text) + b"\n" + text)
                except OSError:
                    file.close()
                    part.unlink()
                    raise
            try:
                os.replace(part, self._path(key))  # noqa: PTH105 – says that it replaces
            except OSError:
                part.unlink()

    def _path(self, key: str) -> Path:
        return self._folder / f"{key}.svg"


def _digest(text: bytes) -> bytes:
    return sha256(text).hexdigest().encode()
