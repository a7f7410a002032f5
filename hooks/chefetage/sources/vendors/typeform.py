"""Typeform: one header row, the response's key under `#`, start and submission at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chefetage.sources.vendors.vendor import Status, Unwanted, Vendor, has

if TYPE_CHECKING:
    from chefetage.sources.vendors.vendor import Rows


def _header_rows(rows: Rows) -> int:
    first = rows[0]
    return int(first[0] == "#" and (has(first, "Submit Date (UTC)") or has(first, "Network ID")))


STATUSES = (Status(("Response Type",), {"partial": Unwanted.PARTIAL}, ("completed",)),)
VENDOR = Vendor("typeform", _header_rows, STATUSES)
