"""A survey export as a source: read once for all months it holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from chefetage.sources.counting import count_answers
from chefetage.sources.fetching import FetchedMonth
from chefetage.sources.request import USUAL_CUT_OFF_DAYS, Request
from chefetage.sources.table import read_table

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date, tzinfo
    from pathlib import Path

    from chefetage.model.dimension import Dimension
    from chefetage.model.metric import Metric
    from chefetage.model.month import Month
    from chefetage.model.source import Source
    from chefetage.sources.findings import Findings

_MONTH = "{month}"


@dataclass(frozen=True, slots=True)
class FileSource:
    """A survey export; see `Fetcher`."""

    source: Source
    metrics: Sequence[Metric]
    """Those to be counted; the source says how each is read."""
    dimensions: Mapping[str, Dimension]
    zone: tzinfo
    """Where days begin."""
    k: int
    """The smallest number of answers that may be shown; and how often a word must come for a message to repeat it."""
    metrics_folder: Path
    today: date
    cut_off_days: int = USUAL_CUT_OFF_DAYS
    """The site's; the source may have its own."""

    def fetch(self, months: Sequence[Month], findings: Findings) -> Mapping[Month, FetchedMonth]:
        """Return the counts of the months: a file that names no month is read once for all of them."""
        pattern = self.source.file or ""
        if _MONTH not in pattern and self.source.date is not None:
            return self._read(pattern, months, findings)
        found: dict[Month, FetchedMonth] = {}
        for month in months:
            found |= self._read(pattern.replace(_MONTH, str(month)), [month], findings)
        return found

    def _read(self, file: str, months: Sequence[Month], findings: Findings) -> Mapping[Month, FetchedMonth]:
        findings.path = f"{self.metrics_folder.name}/{file}"
        source = self.source
        request = Request.of(source, self.metrics, self.dimensions, self.zone, self.k, self.today, self.cut_off_days)
        table = read_table(
            self.metrics_folder / file, findings, source.header_rows, source.delimiter,
            sheet=source.sheet, records=source.records,
        )  # fmt: skip
        counted = None if table is None else count_answers(table, request, months, findings)
        if table is None or counted is None:
            return {}
        others = counted.kept - sum(counted.in_months.values())
        if file != source.file and others:
            findings.hint("other-months", count=others)
        return {month: FetchedMonth(counted.stats[month], table.sheet.digest) for month in months}
