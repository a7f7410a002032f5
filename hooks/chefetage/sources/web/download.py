"""One file from an https address: bounded in time, size and tries, and a token goes to no other host than the named."""

from __future__ import annotations

import logging
import ssl
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from urllib3 import Timeout
from urllib3.exceptions import HTTPError, LocationParseError, ReadTimeoutError, SSLError

from chefetage.sources.web.answer import (
    MOVED,
    OK,
    Limits,
    Trouble,
    origin,
    shown_type,
    trouble_of,
    type_of,
    whole_number,
)  # fmt: skip
from chefetage.sources.web.proxy import pool_for

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from urllib3 import BaseHTTPResponse, PoolManager

    from chefetage.sources.web.answer import Wanted

_CHUNK = 1 << 16


@dataclass(frozen=True, slots=True)
class Downloader:
    """Fetches files from the network."""

    limits: Limits = field(default_factory=Limits)
    context: ssl.SSLContext = field(default_factory=ssl.create_default_context)
    """Which certificates are trusted: those of the system, or of `SSL_CERT_FILE`."""
    sleep: Callable[[float], None] = time.sleep

    def fetch(self, wanted: Wanted, target: Path) -> Trouble | None:
        """Write what an address answers with to a file; return why not, if it is not there in full.

        Raises:
            OSError: the file cannot be written.
        """
        end = time.monotonic() + self.limits.whole
        timeout = Timeout(connect=self.limits.connect, read=self.limits.silence)
        try:
            pool = pool_for(wanted.proxy, self.context, timeout)
        except (HTTPError, ValueError):
            return Trouble("web-proxy-bad")
        with _silence(), pool:
            return self._patiently(_Download(pool, wanted, target, self.limits, end))

    def _patiently(self, download: _Download) -> Trouble | None:
        """Try until it works, or until another try cannot help or would come too late."""
        trouble = download.once()
        for number in range(self.limits.tries - 1):
            if trouble is None or not trouble.may_pass:
                break
            pause = self.limits.pause * 2**number if trouble.pause is None else trouble.pause
            if pause > self.limits.longest_pause or time.monotonic() + pause > download.end:
                break
            self.sleep(pause)
            trouble = download.once()
        return trouble


@dataclass(frozen=True, slots=True)
class _Download:
    """One file on its way."""

    pool: PoolManager
    wanted: Wanted
    target: Path
    limits: Limits
    end: float

    def once(self) -> Trouble | None:
        """Try once; what urllib3 says of a failure holds the address, so it is not passed on."""
        try:
            return self._follow()
        except SSLError:
            return Trouble("web-certificate")
        except LocationParseError:
            return Trouble("web-address-bad")
        except ReadTimeoutError:
            return Trouble("web-slow", {"seconds": round(self.limits.silence)}, may_pass=True)
        except (HTTPError, UnicodeError):
            return Trouble("web-unreachable", may_pass=True)

    def _follow(self) -> Trouble | None:
        """Ask, and follow to other addresses of the same host; to another host only where that is wanted."""
        address = self.wanted.address
        headers = {"Accept": self.wanted.accept, "Accept-Encoding": "identity", "User-Agent": "chefetage"}
        if self.wanted.token is not None:
            headers["Authorization"] = f"Bearer {self.wanted.token}"
        for _ in range(self.limits.redirects + 1):
            response = self.pool.urlopen("GET", address, headers=headers, redirect=False, preload_content=False)
            try:
                if response.status not in MOVED:
                    return self._keep(response)
                address = urljoin(address, response.headers.get("Location", ""))
            except ValueError:
                return Trouble("web-elsewhere")
            finally:
                response.close()
            if origin(address) != origin(self.wanted.address):
                scheme, host, _ = origin(address)
                if not self.wanted.may_leave or scheme != "https" or not host:
                    return Trouble("web-elsewhere")
                headers.pop("Authorization", None)
        return Trouble("web-circle")

    def _keep(self, response: BaseHTTPResponse) -> Trouble | None:
        """Write an answer to the file, if it is what is wanted."""
        if response.status != OK:
            return trouble_of(response)
        found = type_of(response)
        if found and not self.wanted.suits(found):
            return Trouble("web-type", {"found": shown_type(found), "wanted": self.wanted.accept})
        if whole_number(response.headers.get("Content-Length", "")) > self.limits.size:
            return self._too_large
        return self._pour(response)

    def _pour(self, response: BaseHTTPResponse) -> Trouble | None:
        """Write an answer's bytes as they come."""
        size = 0
        with self.target.open("wb") as stream:
            for chunk in _chunks(response):
                if chunk is None:
                    return Trouble("web-truncated", may_pass=True)
                size += len(chunk)
                if size > self.limits.size:
                    return self._too_large
                if time.monotonic() > self.end:
                    return Trouble("web-slow", {"seconds": round(self.limits.whole)})
                stream.write(chunk)
        return None

    @property
    def _too_large(self) -> Trouble:
        return Trouble("web-large", {"megabytes": self.limits.size >> 20})


def _chunks(response: BaseHTTPResponse) -> Iterator[bytes | None]:
    """Yield an answer's bytes, and `None` at the end if it breaks off: fewer than announced, or a torn chunk."""
    try:
        yield from response.stream(_CHUNK)
    except ReadTimeoutError:
        raise
    except HTTPError:
        yield None


@contextmanager
def _silence() -> Iterator[None]:
    """Let urllib3 log nothing: its lines hold addresses with all they ask for."""
    logger = logging.getLogger("urllib3.connectionpool")

    def nothing(_: logging.LogRecord) -> bool:
        return False

    logger.addFilter(nothing)
    try:
        yield
    finally:
        logger.removeFilter(nothing)
