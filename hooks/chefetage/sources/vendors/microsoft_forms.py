"""Microsoft Forms: a workbook that begins with number, start and completion of each response."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chefetage.sources.vendors.vendor import Vendor, has

if TYPE_CHECKING:
    from chefetage.sources.vendors.vendor import Rows

_BEGINNINGS = (("ID", "Start time", "Completion time"), ("ID", "Startzeit", "Fertigstellungszeit"))


def _header_rows(rows: Rows) -> int:
    return int(any(has(rows[0], *names) for names in _BEGINNINGS))


VENDOR = Vendor("microsoft-forms", _header_rows)
