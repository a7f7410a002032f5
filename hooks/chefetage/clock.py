"""Today, read once, at the edge."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

EPOCH = "SOURCE_DATE_EPOCH"

_LAST = int(datetime(2100, 12, 31, tzinfo=UTC).timestamp())
"""Later than any briefing; such numbers are milliseconds, or slips."""


def today_at(timezone: str) -> date:
    """Return the day it is: by `SOURCE_DATE_EPOCH` (seconds since 1970, UTC) if that is set, else by the clock.

    Args:
        timezone: a name such as `Europe/Berlin`; that of the settings is always one.

    Raises:
        ValueError: `SOURCE_DATE_EPOCH` is set to something else; the message is for whoever set it.
    """
    seconds = os.environ.get(EPOCH, "")
    now = _moment(seconds) if seconds else datetime.now(UTC)
    return now.astimezone(ZoneInfo(timezone)).date()


def _moment(seconds: str) -> datetime:
    if seconds.isascii() and seconds.isdigit() and len(seconds) <= len(str(_LAST)) and int(seconds) <= _LAST:
        return datetime.fromtimestamp(int(seconds), UTC)
    raise ValueError(
        f"{EPOCH} must be a whole number of seconds since 1970, such as 1795219200; found {seconds[:40]!r}"
    )
