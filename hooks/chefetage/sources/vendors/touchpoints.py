"""Touchpoints and the upload format of the US customer-experience reports: one header row of fixed names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chefetage.sources.vendors.vendor import Vendor, has

if TYPE_CHECKING:
    from chefetage.sources.vendors.vendor import Rows


def _header_rows(rows: Rows) -> int:
    return int(has(rows[0], "external_id", "question_1", "positive_effectiveness"))


VENDOR = Vendor("touchpoints", _header_rows)
