"""Alchemer, once SurveyGizmo: one header row, beginning with when a response was started and submitted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chefetage.sources.vendors.vendor import Status, Unwanted, Vendor, has

if TYPE_CHECKING:
    from chefetage.sources.vendors.vendor import Rows


def _header_rows(rows: Rows) -> int:
    return int(has(rows[0], "Time Started", "Date Submitted", "Status"))


_TEST: dict[str, Unwanted] = dict.fromkeys(("1", "true", "yes", "test"), Unwanted.TEST)
STATUSES = (
    Status(("Test Data", "Is Test Data", "IsTestData"), _TEST, ("0", "False", "No")),
    Status(
        ("Status",), {"test": Unwanted.TEST, "test data": Unwanted.TEST, "partial": Unwanted.PARTIAL}, ("Complete",)
    ),
)
VENDOR = Vendor("alchemer", _header_rows, STATUSES)
