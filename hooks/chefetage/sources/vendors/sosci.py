"""SoSci Survey: one header row of variables; with labels, a second one below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chefetage.sources.vendors.vendor import Status, Unwanted, Vendor, has

if TYPE_CHECKING:
    from chefetage.sources.vendors.vendor import Rows


def _header_rows(rows: Rows) -> int:
    first = rows[0]
    if not has(first, "CASE", "QUESTNNR", "MODE", "STARTED"):
        return 0
    at = [name.casefold() for name in first].index("case")
    return 2 if len(rows) > 1 and at < len(rows[1]) and not rows[1][at].isdigit() else 1


_MODES = {"admin": Unwanted.TEST, "pretest": Unwanted.TEST, "debug": Unwanted.TEST, "test": Unwanted.TEST}
STATUSES = (
    Status(("MODE",), _MODES, ("interview",)),
    Status(("FINISHED",), {"0": Unwanted.PARTIAL, "false": Unwanted.PARTIAL}, ("1", "TRUE")),
)
VENDOR = Vendor("sosci", _header_rows, STATUSES)
