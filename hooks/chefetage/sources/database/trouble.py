"""What went wrong with a database, in findings: never the address, the password, or a row of it.

Drivers put all of these into their messages. So a message is repeated only where it is about the query itself, which
stands in the repository anyway; everything else is told by its kind.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

if TYPE_CHECKING:
    from collections.abc import Mapping

_UNREACHABLE = ("OperationalError", "ConnectionException", "ConnectionTimeout", "SparkConnectGrpcException")
_REFUSED = ("password authentication failed", "no pg_hba.conf entry", "no password supplied", "does not exist")
_ABOUT_THE_QUERY = frozenset(
    {"ParserException", "BinderException", "CatalogException", "ParseException", "AnalysisException", "ParseError"}
)
_TABLE_MISSING = ("42P01", "3F000")
_COLUMN_MISSING = "42703"
_NO_RIGHT = "42501"
_TIMEOUT = "57014"
_SHORTEST_SECRET = 3
_LONGEST_REASON = 200


@dataclass(frozen=True, slots=True)
class Trouble:
    """A finding's id, and what it has to say."""

    problem: str
    params: Mapping[str, object] = field(default_factory=dict)


def trouble_with_connection(error: Exception) -> Trouble:
    """Return why a connection could not be opened."""
    text = str(error).lower()
    if "timeout" in text or "timed out" in text:
        return Trouble("database-slow")
    if any(sign in text for sign in _REFUSED):
        return Trouble("database-refused")
    return Trouble("database-unreachable")


def trouble_with_query(error: Exception, url: str) -> Trouble:
    """Return why a query could not be answered.

    Args:
        error: What the driver raised.
        url: The address with its password, to be kept out of every message.
    """
    state, kind = getattr(error, "sqlstate", None), type(error).__name__
    if state == _TIMEOUT or kind in {"QueryCanceled", "InterruptException"}:
        return Trouble("database-slow")
    if state == _NO_RIGHT or kind == "PermissionException":
        return Trouble("database-forbidden")
    if kind in _UNREACHABLE and state is None:
        return Trouble("database-unreachable")
    if kind in _ABOUT_THE_QUERY or (state or "").startswith("42"):
        return Trouble("database-query-bad", {"reason": scrubbed(str(error), url)})
    return Trouble("database-failed", {"reason": state or kind})


def is_missing_table(error: Exception) -> bool:
    """Whether the database has no such table."""
    return type(error).__name__ == "TableNotFound" or getattr(error, "sqlstate", None) in _TABLE_MISSING


def scrubbed(message: str, url: str) -> str:
    """Return the first line of a message without any part of an address."""
    line = next(iter(message.strip().splitlines()), "")
    for secret in sorted(_parts(url), key=len, reverse=True):
        line = line.replace(secret, "…")
    return re.sub(r"\b\w+://\S+", "…", line)[:_LONGEST_REASON]


def _parts(url: str) -> set[str]:
    """Return what of an address must not be told."""
    if not url:
        return set()
    try:
        split = urlsplit(url)
        parts = {url, split.netloc, split.hostname or "", split.username or "", split.password or ""}
    except ValueError:
        return {url}
    return {form for part in parts for form in (part, unquote(part)) if len(form) >= _SHORTEST_SECRET}
