"""Google Forms: one header row, the moment of the answer in the first column."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chefetage.sources.vendors.vendor import Vendor

if TYPE_CHECKING:
    from chefetage.sources.vendors.vendor import Rows

_MOMENTS = frozenset({"timestamp", "zeitstempel", "horodateur", "marca temporal", "informazioni cronologiche"})


def _header_rows(rows: Rows) -> int:
    return int(rows[0][0].casefold() in _MOMENTS)


VENDOR = Vendor("google-forms", _header_rows)
