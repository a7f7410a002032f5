"""Where recordings are kept: behind an https address, or in a folder of the company's network."""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Protocol
from urllib.parse import quote, unquote, urlsplit, urlunsplit

from chefetage.sources.web.answer import Limits, Trouble, Wanted
from chefetage.sources.web.download import Downloader
from chefetage.sources.web.proxy import proxy_for

if TYPE_CHECKING:
    from collections.abc import Mapping

STORE, TOKEN = "CHEFETAGE_MEDIA_STORE", "CHEFETAGE_MEDIA_TOKEN"
LARGEST = 1 << 28
"""Bytes of one recording: an hour of film for a telephone."""

_TOKEN = re.compile(r"[\x21-\x7e]+")
_NO_MEDIA = ("text/", "application/json", "application/xml", "application/xhtml")
"""What a login page or a list of files comes as."""
_NOT_FOUND = frozenset({404, 410})


class Store(Protocol):
    """A place that recordings can be fetched from."""

    def fetch(self, key: str, target: Path) -> Trouble | None:
        """Write a recording to a file; return why not, if it is not there in full.

        Raises:
            OSError: the file cannot be written.
        """
        ...


@dataclass(frozen=True, slots=True)
class FolderStore:
    """A folder."""

    folder: Path

    def fetch(self, key: str, target: Path) -> Trouble | None:
        """Copy a recording; see `Store`."""
        source = (self.folder / key).resolve()
        if not source.is_relative_to(self.folder.resolve()) or not source.is_file():
            return Trouble("missing")
        try:
            stream = source.open("rb")
        except OSError:
            return Trouble("unreadable")
        with stream:
            if source.stat().st_size > LARGEST:
                return Trouble("web-large", {"megabytes": LARGEST >> 20})
            with target.open("wb") as copy:
                shutil.copyfileobj(stream, copy, 1 << 20)
        return None


@dataclass(frozen=True, slots=True)
class WebStore:
    """An https address below which recordings are found by their keys."""

    address: str = field(repr=False)
    token: str | None = field(repr=False)
    downloader: Downloader
    environ: Mapping[str, str] = field(repr=False)

    def fetch(self, key: str, target: Path) -> Trouble | None:
        """Download a recording; see `Store`. Where the store sends on to another host, the token stays behind."""
        parts = urlsplit(self.address)
        address = urlunsplit(parts._replace(path=f"{parts.path.rstrip('/')}/{quote(key)}"))
        proxy = proxy_for(address, self.environ)
        wanted = Wanted(address, self.token, "audio/*, video/*", _is_media, proxy, may_leave=True)
        trouble = self.downloader.fetch(wanted, target)
        if trouble is not None and trouble.params.get("status") in _NOT_FOUND:
            return Trouble("missing")
        return trouble


def store_from(environ: Mapping[str, str], root: Path, downloader: Downloader | None = None) -> Store | Trouble:
    """Return the store that the environment names, or what is wrong with it; its content is never repeated.

    Args:
        environ: The environment variables.
        root: What a relative folder starts from.
        downloader: What fetches from the network; default: one that trusts what the system trusts.
    """
    address = environ.get(STORE, "").strip()
    if not address:
        return Trouble("no-store")
    if "://" not in address:
        return _folder(root / Path(address).expanduser())
    if address.startswith("file://"):
        host, _, path = address.removeprefix("file://").partition("/")
        return _folder(Path(f"/{unquote(path)}")) if host in {"", "localhost"} else Trouble("no-folder")
    token = environ.get(TOKEN, "").strip() or None
    trouble = _wrong_with(address, token)
    return trouble or WebStore(address, token, downloader or Downloader(Limits(size=LARGEST)), environ)


def _wrong_with(address: str, token: str | None) -> Trouble | None:
    try:
        parts = urlsplit(address)
        sound = bool(parts.hostname) and parts.port != 0 and not any(character.isspace() for character in address)
    except ValueError:
        return Trouble("web-address-bad")
    if parts.scheme != "https":
        return Trouble("web-not-https")
    if not sound:
        return Trouble("web-address-bad")
    if parts.username is not None or parts.password is not None:
        return Trouble("web-password")
    return Trouble("web-token-bad") if token is not None and not _TOKEN.fullmatch(token) else None


def _folder(folder: Path) -> FolderStore | Trouble:
    return FolderStore(folder) if folder.is_dir() else Trouble("no-folder")


def _is_media(content_type: str) -> bool:
    return not content_type.startswith(_NO_MEDIA)
