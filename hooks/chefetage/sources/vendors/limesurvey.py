"""LimeSurvey: one header row of codes, or of codes and questions: `satis1[SQ001]. How satisfied …`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from chefetage.sources.vendors.vendor import Vendor, has

if TYPE_CHECKING:
    from chefetage.sources.vendors.vendor import Rows

_CODED = re.compile(r"[A-Za-z]\w*(\[\w+\])*\. .+")
_FULL = (("submitdate", "lastpage", "startlanguage"), ("Date submitted", "Last page", "Start language"))


def _header_rows(rows: Rows) -> int:
    first = rows[0]
    if any(has(first, *names) for names in _FULL):
        return 1
    coded = sum(_CODED.fullmatch(name) is not None for name in first)
    return int(len(first) > 2 and coded * 2 > len(first))  # noqa: PLR2004 – more than a list


VENDOR = Vendor("limesurvey", _header_rows)
