"""A table with one header row that shows no tool's marks; what tools call previews and tests is known here too."""

from __future__ import annotations

from chefetage.sources.vendors.vendor import Status, Unwanted, Vendor

_WORDS = {
    "survey preview": Unwanted.PREVIEW, "preview": Unwanted.PREVIEW, "umfragevorschau": Unwanted.PREVIEW,
    "survey test": Unwanted.TEST, "test": Unwanted.TEST, "test data": Unwanted.TEST, "spam": Unwanted.SPAM,
}  # fmt: skip

STATUSES = (
    Status(("Status", "Response Type", "Response Status", "DistributionChannel", "Distribution Channel"), _WORDS),
)  # fmt: skip
VENDOR = Vendor("plain", lambda _: 1, STATUSES)
