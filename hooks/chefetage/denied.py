"""Names that must stand nowhere and are kept outside the repository; read once, at the edge."""

from __future__ import annotations

import os
from pathlib import Path

from chefetage.model.rules import Denied

VARIABLE = "CHEFETAGE_DENIED_NAMES"
"""Names a file with one name a line; lines that begin with # say something about them."""


def denied_names() -> Denied:
    """Return the names in the file that the variable names; nobody where it is not set."""
    file = os.environ.get(VARIABLE, "")
    if not file:
        return Denied()
    try:
        lines = Path(file).read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError):
        return Denied(unread=VARIABLE)
    return Denied(tuple(name for line in lines if (name := line.strip()) and not name.startswith("#")))
