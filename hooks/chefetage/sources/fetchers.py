"""Which class fetches from which kind of source: written out, one line each."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from chefetage.sources.columns import Request
from chefetage.sources.counting import count_answers
from chefetage.sources.fetching import FetchedMonth
from chefetage.sources.table import read_table
from chefetage.sources.web.download import Downloader
from chefetage.sources.web.source import WebSource

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from chefetage.model.metric import Metric
    from chefetage.model.month import Month
    from chefetage.model.project import Project
    from chefetage.model.source import Source
    from chefetage.sources.fetching import Fetcher
    from chefetage.sources.findings import Findings


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a refresh needs besides the project."""

    metrics_folder: Path
    """The folder that the sources' paths start from."""
    today: date
    """The day as of which the counts are known."""
    environ: Mapping[str, str] = field(default_factory=dict)
    """The environment variables that addresses and tokens are taken from."""
    downloader: Downloader | None = None
    """What fetches from the network; default: one with the usual patience, that trusts what the system trusts."""


@dataclass(frozen=True, slots=True)
class FileSource:
    """A survey export."""

    source: Source
    request: Request
    metrics_folder: Path

    def fetch(self, months: Sequence[Month], findings: Findings) -> Mapping[Month, FetchedMonth]:
        """Return the counts of the months; see `Fetcher`."""
        return {month: found for month in months if (found := self._month(month, findings)) is not None}

    def _month(self, month: Month, findings: Findings) -> FetchedMonth | None:
        pattern = self.source.file or ""
        file = pattern.replace("{month}", str(month))
        findings.path = f"{self.metrics_folder.name}/{file}"
        table = read_table(self.metrics_folder / file, findings, self.source.header_rows, self.source.delimiter)
        counted = None if table is None else count_answers(table, self.request, month, findings)
        if table is None or counted is None:
            return None
        if "{month}" in pattern and counted.kept > counted.in_month:
            findings.hint("other-months", count=counted.kept - counted.in_month)
        return FetchedMonth(counted.stats, table.file.digest)


def fetcher_for(source: Source, metrics: Sequence[Metric], project: Project, around: Surroundings) -> Fetcher:
    """Return a source ready to be asked for some of its metrics.

    Raises:
        zoneinfo.ZoneInfoNotFoundError: the settings name no known time zone.
    """
    place = next(name for name in _FETCHERS if getattr(source, name) is not None)
    return _FETCHERS[place](source, metrics, project, around)


def _file(source: Source, metrics: Sequence[Metric], project: Project, around: Surroundings) -> Fetcher:
    zone = ZoneInfo(project.settings.timezone)
    request = Request.of(source, metrics, project.dimensions, zone, project.settings.k)
    return FileSource(source, request, around.metrics_folder)


def _address(source: Source, metrics: Sequence[Metric], project: Project, around: Surroundings) -> Fetcher:
    def read_file(downloaded: Source, folder: Path) -> Fetcher:
        return _file(downloaded, metrics, project, replace(around, metrics_folder=folder))

    return WebSource(source, around.environ, read_file, around.downloader or Downloader())


_FETCHERS: Mapping[str, Callable[[Source, Sequence[Metric], Project, Surroundings], Fetcher]] = {
    "file": _file,
    "address": _address,
}
"""The field that says where a source is, to what fetches from there."""
