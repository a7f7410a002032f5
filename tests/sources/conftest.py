"""Exports written on the spot, and small projects that read them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from chefetage.model.dimension import Dimension, SegmentValue
from chefetage.model.metric import Cadence, Direction, Metric, MetricKind, Unit
from chefetage.model.month import Month
from chefetage.model.problem import Problem, Severity
from chefetage.model.project import Project
from chefetage.model.settings import Brand, Settings
from chefetage.model.snapshot import Snapshot
from chefetage.model.source import Source
from chefetage.sources.fetchers import Surroundings
from chefetage.sources.findings import Findings
from chefetage.sources.refresh import Refreshed, refresh
from chefetage.sources.revisions import Difference
from chefetage.sources.table import Table, read_table

OCTOBER = Month(2026, 10)


def metric(metric_id: str = "nps", kind: MetricKind = MetricKind.NPS, **facts: Any) -> Metric:
    is_nps = kind is MetricKind.NPS
    required: dict[str, Any] = {
        "name": {"de": "Weiterempfehlung", "en": "Recommendation"},
        "question": {"de": "Würden Sie uns empfehlen?"},
        "unit": Unit.POINTS if is_nps else Unit.PERCENT,
        "direction": Direction.UP,
        "cadence": Cadence.MONTH,
        "owner": {"de": "Leitung Kundenerlebnis"},
        "source": "survey",
        "meaning": {"de": "Von 100 Kunden …"},
        "top": () if is_nps else (4, 5),
    }
    return Metric(id=metric_id, kind=kind, **(required | facts))


def dimension(**groups: str) -> Dimension:
    """A dimension: id of the group = what the export calls it."""
    values = {name: SegmentValue(name={"de": name}, answers=(answer,)) for name, answer in groups.items()}
    return Dimension(name={"de": "Region", "en": "Region"}, values=values)


@dataclass(frozen=True)
class OneMonth:
    """What a refresh of one month came to."""

    whole: Refreshed
    snapshot: Snapshot | None
    differences: tuple[Difference, ...]

    @classmethod
    def of(cls, whole: Refreshed) -> OneMonth:
        (news,) = whole.months or (None,)
        return cls(whole, news and news.snapshot, news.differences if news else ())

    @property
    def errors(self) -> tuple[Problem, ...]:
        failed = [problem for failure in self.whole.failures for problem in failure.problems]
        return (*self.whole.errors, *(problem for problem in failed if problem.severity is Severity.ERROR))

    @property
    def hints(self) -> tuple[Problem, ...]:
        return self.whole.hints


@dataclass
class Desk:
    """A folder with exports, a project that reads them, and what is known so far."""

    folder: Path
    metrics: list[Metric] = field(default_factory=lambda: [metric()])
    dimensions: dict[str, Dimension] = field(default_factory=dict)
    source: dict[str, Any] = field(default_factory=dict)
    k: int = 5
    snapshots: dict[Month, Snapshot] = field(default_factory=dict)

    def export(self, text: str | bytes, name: str = "october.csv") -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    def scores(self, answers: dict[int, int], **groups: dict[str, dict[int, int]]) -> None:
        """Write an export of scores, score → how often; with a dimension, group → score → how often."""
        rows = [f"{score}," for score, times in answers.items() for _ in range(times)]
        for named in groups.values():
            rows += [
                f"{s},{group}" for group, scores in named.items() for s, times in scores.items() for _ in range(times)
            ]
        self.export("\n".join(["Score,Group", *rows]) + "\n")

    @property
    def project(self) -> Project:
        facts: dict[str, Any] = {
            "id": "survey",
            "file": "october.csv",
            "period": "file",
            "metrics": {one.id: {"column": "Score"} for one in self.metrics},
            "segments": dict.fromkeys(self.dimensions, "Group"),
        }
        source = Source.model_validate(facts | self.source)
        return Project(
            today=date(2026, 11, 3),
            settings=Settings(k=self.k),
            brand=Brand(company="Lindenried"),
            metrics={one.id: one for one in self.metrics},
            sources={"survey": source},
            dimensions=self.dimensions,
            snapshots=self.snapshots,
        )

    def try_refresh(self, day: int = 3, month: Month = OCTOBER) -> OneMonth:
        """Refresh on a day of November 2026, and keep nothing."""
        return OneMonth.of(refresh(self.project, [month], Surroundings(self.folder, date(2026, 11, day))))

    def refresh(self, day: int = 3, month: Month = OCTOBER) -> OneMonth:
        """Refresh on a day of November 2026, and keep what came of it."""
        refreshed = self.try_refresh(day, month)
        assert not refreshed.errors, refreshed.errors
        if refreshed.snapshot is not None:
            self.snapshots = {**self.snapshots, month: refreshed.snapshot}
        return refreshed


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """An empty desk with one recommendation score."""
    return Desk(tmp_path / "metrics")


@pytest.fixture(scope="session")
def new_desk() -> Callable[..., Desk]:
    """Sets up any number of desks."""
    return Desk


@pytest.fixture(scope="session")
def make_metric() -> Callable[..., Metric]:
    """Makes a metric with everything that is required."""
    return metric


@pytest.fixture(scope="session")
def make_dimension() -> Callable[..., Dimension]:
    """Makes a dimension of named groups."""
    return dimension


@pytest.fixture
def table(tmp_path: Path) -> Callable[..., tuple[Table | None, Findings]]:
    """Reads text or bytes as a table."""

    def read(content: str | bytes, **how: Any) -> tuple[Table | None, Findings]:
        path = tmp_path / "export.csv"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        findings = Findings("export.csv")
        return read_table(path, findings, **how), findings

    return read
