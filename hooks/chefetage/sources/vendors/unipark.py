"""Unipark and its elder, EFS Survey: one header row, beginning with `lfdn`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chefetage.sources.vendors.vendor import Status, Unwanted, Vendor, has

if TYPE_CHECKING:
    from chefetage.sources.vendors.vendor import Rows

_ITS_OWN = ("external_lfdn", "tester", "dispcode", "discode", "lastpage", "quality")


def _header_rows(rows: Rows) -> int:
    first = rows[0]
    return int(has(first, "lfdn") and any(has(first, name) for name in _ITS_OWN))


STATUSES = (
    Status(("tester",), {"1": Unwanted.TEST, "yes": Unwanted.TEST, "ja": Unwanted.TEST}, ("0",)),
    Status(("dispcode", "discode"), dict.fromkeys(("20", "21", "22", "23"), Unwanted.PARTIAL), ("31",)),
)
VENDOR = Vendor("unipark", _header_rows, STATUSES)
