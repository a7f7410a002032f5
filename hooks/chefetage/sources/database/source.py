"""A database, or a file too large to go through row by row, behind the same protocol as every source."""

from __future__ import annotations

from dataclasses import dataclass, field
from importlib.util import find_spec
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from chefetage.sources.request import USUAL_CUT_OFF_DAYS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date, tzinfo
    from pathlib import Path

    from chefetage.model.dimension import Dimension
    from chefetage.model.metric import Metric
    from chefetage.model.month import Month
    from chefetage.model.source import Source
    from chefetage.sources.fetching import FetchedMonth
    from chefetage.sources.findings import Findings

_EXTRAS = {"postgres": "postgres", "postgresql": "postgres", "pyspark": "spark"}
"""Scheme of an address to the extra that brings its driver; all others need what is built in."""
_DRIVERS = {"sources": ("ibis", "duckdb"), "postgres": ("ibis", "psycopg"), "spark": ("ibis", "pyspark")}


@dataclass(frozen=True, slots=True)
class DatabaseSource:
    """One table or query; without a connection, a file below `metrics/` that DuckDB reads."""

    source: Source
    metrics: Sequence[Metric]
    dimensions: Mapping[str, Dimension]
    zone: tzinfo
    k: int
    metrics_folder: Path
    today: date
    environ: Mapping[str, str] = field(repr=False)
    cut_off_days: int = USUAL_CUT_OFF_DAYS
    """The site's; the source may have its own."""

    def fetch(self, months: Sequence[Month], findings: Findings) -> Mapping[Month, FetchedMonth]:
        """Return the counts of the months, all from one query; see `Fetcher`."""
        findings.path = self.source.path or findings.path
        url = ""
        if self.source.connection is not None:
            where = self.source.at("connection")
            url = self.environ.get(self.source.connection, "").strip()
            if not url:
                findings.error("database-url-missing", where.line, where.column, name=self.source.connection)
                return {}
        extra = _EXTRAS.get(_scheme(url), "sources")
        if any(find_spec(module) is None for module in _DRIVERS[extra]):
            findings.error("database-extra-missing", extra=extra)
            return {}
        # Ibis takes a second to load; whoever does not ask a database shall not wait for it.
        from chefetage.sources.database.asking import ask  # noqa: PLC0415

        return ask(self, url, tuple(sorted(set(months))), findings)


def _scheme(url: str) -> str:
    try:
        return urlsplit(url).scheme
    except ValueError:
        return ""
