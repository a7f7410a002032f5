"""Today, read once, at the edge."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

EPOCH = "SOURCE_DATE_EPOCH"


def today_at(timezone: str) -> date:
    """Return the day it is: by `SOURCE_DATE_EPOCH` (seconds since 1970, UTC) if that is set, else by the clock.

    Args:
        timezone: a name such as `Europe/Berlin`.
    """
    seconds = os.environ.get(EPOCH, "")
    now = datetime.fromtimestamp(int(seconds), UTC) if seconds.isdigit() else datetime.now(UTC)
    return now.astimezone(ZoneInfo(timezone)).date()
