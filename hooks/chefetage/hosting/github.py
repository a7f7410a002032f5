"""Asks GitHub who can read a repository and its Pages site.

Source: https://docs.github.com/rest/repos/repos and https://docs.github.com/rest/pages/pages.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from urllib3 import Retry
from urllib3.exceptions import HTTPError, LocationParseError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from urllib3 import BaseHTTPResponse, PoolManager

REPOSITORY = re.compile(r"(?!\.+/)[A-Za-z0-9_.-]+/(?!\.+$)[A-Za-z0-9_.-]+")
_VISIBILITIES = ("public", "private", "internal")
_OK, _NOT_FOUND = 200, 404
_REFUSED = frozenset({401, 403})
_MAY_PASS = (500, 502, 503, 504)
_LARGEST = 1 << 20


@dataclass(frozen=True, slots=True)
class Visibility:
    """Who can read what, as GitHub says."""

    repository: bool
    """Whether everybody can read the files."""
    site: bool
    """Whether everybody can read the site."""


@dataclass(frozen=True, slots=True)
class Unknown:
    """Why GitHub did not say; its words stand under its id in `commands.guard.unknown`."""

    id: str
    params: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class GitHub:
    """GitHub's programming interface; nothing is sent to it but the token."""

    pool: PoolManager
    address: str
    """Such as `https://api.github.com`."""
    token: str = field(repr=False)
    pause: float = 1
    """Seconds after the first failed try; it doubles each time."""
    tries: int = 3

    def visibility(self, repository: str) -> Visibility | Unknown:
        """Return who can read a repository, `OWNER/NAME`, and its Pages site."""
        files = self._ask(f"/repos/{repository}")
        if isinstance(files, Unknown):
            return Unknown("no-repository") if files.params.get("status") == _NOT_FOUND else files
        if files.get("visibility") not in _VISIBILITIES:
            return Unknown("nonsense")
        pages = self._ask(f"/repos/{repository}/pages")
        if isinstance(pages, Unknown):
            return Unknown("no-site") if pages.params.get("status") == _NOT_FOUND else pages
        site = pages.get("public")
        if not isinstance(site, bool):
            return Unknown("nonsense")
        return Visibility(files["visibility"] == "public", site)

    def _ask(self, path: str) -> Mapping[str, object] | Unknown:
        """Return the object that an address answers with."""
        headers = {
            "Accept": "application/vnd.github+json",
            "Authorization": f"Bearer {self.token}",
            "User-Agent": "chefetage",
            "X-GitHub-Api-Version": "2022-11-28",
        }
        again = Retry(
            self.tries - 1, redirect=0, backoff_factor=self.pause, status_forcelist=_MAY_PASS,
            respect_retry_after_header=False, raise_on_redirect=False, raise_on_status=False,
        )  # fmt: skip
        address = self.address.rstrip("/") + path
        try:
            response = self.pool.urlopen(
                "GET", address, headers=headers, retries=again, redirect=False, preload_content=False
            )
            try:
                return _object(response)
            finally:
                response.close()
        except LocationParseError:
            return Unknown("bad-address")
        except (HTTPError, UnicodeError):
            return Unknown("no-answer")


def _object(response: BaseHTTPResponse) -> Mapping[str, object] | Unknown:
    if response.status in _REFUSED:
        return Unknown("refused", {"status": response.status})
    if response.status != _OK:
        return Unknown("status", {"status": response.status})
    try:
        answer = json.loads(response.read(_LARGEST))
    except (ValueError, RecursionError):
        return Unknown("nonsense")
    return answer if isinstance(answer, dict) else Unknown("nonsense")
