"""What users see when the fault is ours: one line with a remedy, and the details in a file."""

from __future__ import annotations

import traceback
from typing import TYPE_CHECKING

from chefetage.content import read_settings
from chefetage.locales import available, speak

if TYPE_CHECKING:
    from pathlib import Path

LOG = ".cache/chefetage/error.log"


def report_fault(root: Path, fault: Exception) -> str:
    """Write what happened to `.cache/chefetage/error.log` and return what to tell, in the site's first language."""
    log = root / LOG
    try:
        log.parent.mkdir(parents=True, exist_ok=True)
        log.write_text("".join(traceback.format_exception(fault)), encoding="utf-8")
    except OSError:
        pass
    return speak(_language(root)).say("findings.fault", what=f"{type(fault).__name__}: {fault}", log=LOG)


def _language(root: Path) -> str:
    try:
        languages = read_settings(root)[0].languages
    except Exception:  # noqa: BLE001 – whatever it was, it must still be told
        languages = ()
    return next((each for each in languages if each in available()), available()[0])
