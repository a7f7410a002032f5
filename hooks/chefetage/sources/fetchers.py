"""Which class fetches from which kind of source: written out, one line each."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from chefetage.sources.database.source import DatabaseSource
from chefetage.sources.file_source import FileSource
from chefetage.sources.web.download import Downloader
from chefetage.sources.web.source import WebSource

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from chefetage.model.metric import Metric
    from chefetage.model.project import Project
    from chefetage.model.source import Source
    from chefetage.sources.fetching import Fetcher


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a refresh needs besides the project."""

    metrics_folder: Path
    """The folder that the sources' paths start from."""
    today: date
    """The day as of which the counts are known."""
    environ: Mapping[str, str] = field(default_factory=dict, repr=False)
    """The environment variables that addresses and tokens are taken from; secrets, so they are in no `repr`."""
    downloader: Downloader | None = None
    """What fetches from the network; default: one with the usual patience, that trusts what the system trusts."""


def fetcher_for(source: Source, metrics: Sequence[Metric], project: Project, around: Surroundings) -> Fetcher:
    """Return a source ready to be asked for some of its metrics.

    Raises:
        zoneinfo.ZoneInfoNotFoundError: the settings name no known time zone.
    """
    place = next(name for name in _FETCHERS if getattr(source, name) is not None)
    return _FETCHERS[place](source, metrics, project, around)


def _file(source: Source, metrics: Sequence[Metric], project: Project, around: Surroundings) -> Fetcher:
    settings = project.settings
    return FileSource(
        source, metrics, project.dimensions, ZoneInfo(settings.timezone), settings.k, around.metrics_folder,
        around.today, project.rules.calendar.cut_off_days,
    )  # fmt: skip


def _address(source: Source, metrics: Sequence[Metric], project: Project, around: Surroundings) -> Fetcher:
    def read_file(downloaded: Source, folder: Path) -> Fetcher:
        return _file(downloaded, metrics, project, replace(around, metrics_folder=folder))

    return WebSource(source, around.environ, read_file, around.downloader or Downloader())


def _database(source: Source, metrics: Sequence[Metric], project: Project, around: Surroundings) -> Fetcher:
    settings = project.settings
    return DatabaseSource(
        source, metrics, project.dimensions, ZoneInfo(settings.timezone), settings.k, around.metrics_folder,
        around.today, around.environ, project.rules.calendar.cut_off_days,
    )  # fmt: skip


_FETCHERS: Mapping[str, Callable[[Source, Sequence[Metric], Project, Surroundings], Fetcher]] = {
    "file": _file,
    "table": _database,
    "query": _database,
    "address": _address,
}
"""The field that says where a source is, to what fetches from there."""
