"""Qualtrics: names, questions and import ids in three header rows; two in older files, or without the ids."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chefetage.sources.vendors.vendor import Status, Unwanted, Vendor, has

if TYPE_CHECKING:
    from chefetage.sources.vendors.vendor import Rows

_IMPORT_ID = '{"ImportId":'
_HEADERS = 3
_ITS_OWN = ("StartDate", "EndDate", "Status", "IPAddress", "Progress", "Finished", "RecordedDate", "ResponseId")
_ENOUGH = 4


def _header_rows(rows: Rows) -> int:
    for at, row in enumerate(rows[:_HEADERS]):
        if any(cell.replace(" ", "").startswith(_IMPORT_ID) for cell in row):
            return at + 1
    first = rows[0]
    below = rows[1] if len(rows) > 1 else ()
    if first[0] == "V1" and below and below[0].startswith("Response"):
        return 2
    if sum(has(first, name) for name in _ITS_OWN) < _ENOUGH:
        return 0
    return 2 if below and not any(character.isdigit() for character in below[0]) else 1


_PREVIEWS = {
    "survey preview": Unwanted.PREVIEW, "umfragevorschau": Unwanted.PREVIEW, "vorschau": Unwanted.PREVIEW,
    "preview": Unwanted.PREVIEW, "survey test": Unwanted.TEST, "umfragetest": Unwanted.TEST, "test": Unwanted.TEST,
    "spam": Unwanted.SPAM, "possible spam": Unwanted.SPAM,
}  # fmt: skip
_CODES = {
    "1": Unwanted.PREVIEW, "2": Unwanted.TEST, "8": Unwanted.SPAM, "9": Unwanted.PREVIEW, "12": Unwanted.SPAM,
    "17": Unwanted.PREVIEW, "40": Unwanted.SPAM, "48": Unwanted.SPAM,
}  # fmt: skip
STATUSES = (
    Status(("Status", "Response Type", "Antworttyp"), _PREVIEWS | _CODES, ("0", "IP Address", "IP-Adresse")),
    Status(("DistributionChannel", "Distribution Channel"), _PREVIEWS, ("anonymous", "email")),
    Status(("Finished", "Beendet"), {"0": Unwanted.PARTIAL, "false": Unwanted.PARTIAL}, ("1", "True", "TRUE")),
)
VENDOR = Vendor("qualtrics", _header_rows, STATUSES)
