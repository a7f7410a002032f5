"""All survey tools that are recognised: written out, one line each, the first that fits counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chefetage.sources.vendors import (
    alchemer,
    google_forms,
    limesurvey,
    microsoft_forms,
    plain,
    qualtrics,
    sosci,
    surveymonkey,
    touchpoints,
    typeform,
    unipark,
)  # fmt: skip

if TYPE_CHECKING:
    from chefetage.sources.vendors.vendor import Rows, Vendor

VENDORS = (
    qualtrics.VENDOR,
    google_forms.VENDOR,
    microsoft_forms.VENDOR,
    typeform.VENDOR,
    alchemer.VENDOR,
    touchpoints.VENDOR,
    sosci.VENDOR,
    unipark.VENDOR,
    limesurvey.VENDOR,
    surveymonkey.VENDOR,
    plain.VENDOR,
)
"""SurveyMonkey's mark, a second header row, is the weakest, so it comes after all other tools."""


def recognise(rows: Rows) -> tuple[Vendor, int]:
    """Return the tool that wrote a file, and how many of its first rows are headers.

    Args:
        rows: The first rows, tidied; at least one, with at least one cell.
    """
    return next((vendor, headers) for vendor in VENDORS if (headers := vendor.header_rows(rows)))
