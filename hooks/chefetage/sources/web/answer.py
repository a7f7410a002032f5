"""What is asked of an address, what comes back in place of a file, and how much patience that is worth."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Callable

    from urllib3 import BaseHTTPResponse

OK = 200
MOVED = frozenset({301, 302, 303, 307, 308})
_REFUSED = frozenset({401, 403})
_TOO_MANY = 429
_SERVER = frozenset({500, 502, 503, 504})
_LONGEST_TYPE = 60
_MARKS = "/+.-"


@dataclass(frozen=True, slots=True)
class Limits:
    """How much patience a download is worth; times in seconds."""

    connect: float = 10
    silence: float = 60
    """Longest wait for the next bytes."""
    whole: float = 900
    """All of it, pauses included."""
    tries: int = 4
    pause: float = 1
    """After the first failed try; it doubles each time."""
    longest_pause: float = 60
    """The longest that a server may ask to wait."""
    size: int = 1 << 29
    """Most bytes, unpacked."""
    redirects: int = 5


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for. Neither address nor token may reach a message: both may be secret."""

    address: str = field(repr=False)
    token: str | None = field(repr=False)
    accept: str
    """The content type to ask for."""
    suits: Callable[[str], bool]
    """Says whether a content type that comes back, such as `text/csv`, will do."""
    proxy: str | None = field(default=None, repr=False)
    """The machine to go through; it may hold a password."""
    may_leave: bool = False
    """Whether the address may send on to another host: over https only, and the token stays behind."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why there is no file; its words stand under its id in `commands.sources`."""

    id: str
    params: dict[str, object] = field(default_factory=dict)
    may_pass: bool = False
    """Whether another try may help."""
    pause: float | None = None
    """Seconds that the server asks to wait."""


def trouble_of(response: BaseHTTPResponse) -> Trouble:
    """Return what an answer without a file means."""
    params: dict[str, object] = {"status": response.status}
    if response.status in _REFUSED:
        return Trouble("web-refused", params)
    if response.status != _TOO_MANY and response.status not in _SERVER:
        return Trouble("web-status", params)
    pause = _seconds(response.headers.get("Retry-After", ""))
    problem = "web-too-often" if response.status == _TOO_MANY else "web-server"
    return Trouble(problem, params, may_pass=True, pause=pause)


def type_of(response: BaseHTTPResponse) -> str:
    """Return the content type without its parameters, in small letters; empty if there is none."""
    return response.headers.get("Content-Type", "").partition(";")[0].strip().lower()


def shown_type(content_type: str) -> str:
    """Return a content type as messages may repeat it: only what looks like one."""
    plain = all(character.isalnum() or character in _MARKS for character in content_type)
    return content_type if plain and len(content_type) <= _LONGEST_TYPE else "?"


def whole_number(text: str) -> int:
    """Return a header's number; of more than 18 digits the first 18, and 0 for anything else."""
    digits = text.strip()
    return int(digits[:18]) if digits.isascii() and digits.isdecimal() else 0


def origin(address: str) -> tuple[str, str | None, int | None]:
    """Return scheme, host and port; three empty values for what is no address."""
    try:
        parts = urlsplit(address)
        port = parts.port or 443
    except ValueError:
        return "", None, None
    return parts.scheme, parts.hostname, port


def _seconds(text: str) -> float | None:
    """Return the seconds that a server asks to wait, given as such or as a moment; `None` if it does not ask."""
    if text.strip().isdecimal():
        return float(whole_number(text))
    try:
        return max(parsedate_to_datetime(text).timestamp() - time.time(), 0)
    except (ValueError, OverflowError):
        return None
