"""Small projects made of model objects, and the oracles."""

from __future__ import annotations

import json
from collections import defaultdict
from datetime import date
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

from chefetage.model.core import Core
from chefetage.model.dimension import Dimension, SegmentValue
from chefetage.model.event import Event
from chefetage.model.metric import Cadence, Direction, Metric, MetricKind, Unit
from chefetage.model.month import Month
from chefetage.model.project import Project
from chefetage.model.settings import Brand, Settings
from chefetage.model.snapshot import MetricMonth, Revision, RevisionStatus, Snapshot

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def make_metric(metric_id: str = "nps", kind: MetricKind = MetricKind.NPS, **facts: Any) -> Metric:
    """A metric with everything that is required."""
    is_nps = kind is MetricKind.NPS
    required: dict[str, Any] = {
        "name": {"de": "Name", "en": "Name"},
        "question": {"de": "Würden Sie uns empfehlen?", "en": "Would you recommend us?"},
        "unit": Unit.POINTS if is_nps else Unit.PERCENT,
        "direction": Direction.UP,
        "cadence": Cadence.MONTH,
        "owner": {"de": "Leitung Kundenerlebnis"},
        "source": "survey",
        "meaning": {"de": "Von 100 Kunden …"},
        "top": () if is_nps else (4, 5),
    }
    return Metric(id=metric_id, kind=kind, **(required | facts))


class Workshop:
    """Puts a project together: metrics first, then answers, then `build`."""

    def __init__(self) -> None:
        self.metrics: dict[str, Metric] = {}
        self.events: dict[str, Event] = {}
        self._revisions: dict[Month, dict[str, dict[str, list[Revision]]]] = defaultdict(
            lambda: defaultdict(lambda: defaultdict(list))
        )
        self._definitions: dict[tuple[Month, str], str] = {}
        self._stale: dict[tuple[Month, str], date] = {}
        self._dimensions: dict[str, Dimension] = {}
        self._hidden: dict[tuple[Month, str], list[str]] = defaultdict(list)

    def metric(self, metric_id: str = "nps", kind: MetricKind = MetricKind.NPS, **facts: Any) -> Workshop:
        self.metrics[metric_id] = make_metric(metric_id, kind, **facts)
        return self

    def event(self, day: date, *, breaks: bool = True, metrics: tuple[str, ...] = ()) -> Workshop:
        key = f"event-{len(self.events)}"
        facts: dict[str, Any] = {"id": key, "date": day, "title": {"de": "Neu"}, "metrics": metrics, "break": breaks}
        self.events[key] = Event(**facts)
        return self

    def answers(
        self,
        month: str | Month,
        *counts: int,
        metric: str = "nps",
        group: str = "all",
        known_on: date | None = None,
        status: RevisionStatus = RevisionStatus.FINAL,
    ) -> Workshop:
        """Three counts are promoters, passives, detractors; two are k and n."""
        keys = ("promoters", "passives", "detractors") if len(counts) == 3 else ("k", "n")
        stats = dict(zip(keys, counts, strict=True))
        return self.stats(month, stats, metric=metric, group=group, known_on=known_on, status=status)

    def stats(
        self,
        month: str | Month,
        stats: Mapping[str, int],
        *,
        metric: str = "nps",
        group: str = "all",
        known_on: date | None = None,
        status: RevisionStatus = RevisionStatus.FINAL,
    ) -> Workshop:
        """Counts under the names they have in a snapshot."""
        when = Month.parse(month) if isinstance(month, str) else month
        self._revisions[when][metric][group].append(
            Revision(
                known_on=known_on or (when + 1).first_day,
                status=status,
                stats=dict(stats),
                result=None,
                method="",
                source="survey",
                digest="",
            )
        )
        return self

    def every_month(self, first: str, last: str, *counts: int, metric: str = "nps", group: str = "all") -> Workshop:
        for month in Month.parse(first).until(Month.parse(last)):
            self.answers(month, *counts, metric=metric, group=group)
        return self

    def hide(self, month: str, dimension: str, metric: str = "nps") -> Workshop:
        when = Month.parse(month)
        self._hidden[when, metric].append(dimension)
        _ = self._revisions[when][metric]
        return self

    def defined(self, month: str, definition: str, metric: str = "nps") -> Workshop:
        """Say by which definition a month was counted; all are the same otherwise."""
        self._definitions[Month.parse(month), metric] = definition
        return self

    def stale(self, month: str, since: date, metric: str = "nps") -> Workshop:
        """Say since when a month's source cannot be read."""
        when = Month.parse(month)
        self._stale[when, metric] = since
        _ = self._revisions[when][metric]
        return self

    def dimension(self, dimension_id: str, **values: Mapping[str, Any]) -> Workshop:
        """A way to divide customers; each group with the facts it has in `segments.yml`."""
        named = {key: SegmentValue(name={"de": key}, **facts) for key, facts in values.items()}
        self._dimensions[dimension_id] = Dimension(name={"de": dimension_id}, values=named)
        return self

    def build(self, *, core: tuple[str, ...] = (), k: int = 5, dimensions: Mapping[str, tuple[str, ...]] | None = None):
        return Project(
            today=date(2026, 11, 21),
            settings=Settings(k=k),
            brand=Brand(company="Lindenried"),
            metrics=self.metrics,
            core=Core(years={"2024": core}) if core else None,
            events=self.events,
            dimensions=self._dimensions
            | {
                name: Dimension(name={"de": name}, values={value: SegmentValue(name={"de": value}) for value in values})
                for name, values in (dimensions or {}).items()
            },
            snapshots={month: self._snapshot(month) for month in sorted(self._revisions)},
        )

    def _snapshot(self, month: Month) -> Snapshot:
        metrics = {
            metric: MetricMonth(
                definition=self._definitions.get((month, metric), "0123456789ab"),
                groups={group: tuple(revisions) for group, revisions in groups.items()},
                hidden=tuple(self._hidden[month, metric]),
                stale=self._stale.get((month, metric)),
            )
            for metric, groups in self._revisions[month].items()
        }
        return Snapshot(schema=1, month=month, metrics=metrics)


@pytest.fixture
def metric():
    """A function that makes a metric."""
    return make_metric


@pytest.fixture
def workshop() -> Workshop:
    """An empty project in the making."""
    return Workshop()


@pytest.fixture(scope="session")
def oracle(fixtures: Path):
    """A function from an oracle's id to what is given and what is expected."""
    entries = json.loads((fixtures / "oracles" / "oracles.json").read_text(encoding="utf-8"))
    by_id = {entry["id"]: SimpleNamespace(given=entry["given"], expect=entry["expect"]) for entry in entries}
    return by_id.__getitem__


@pytest.fixture(scope="session")
def oracle_cases(fixtures: Path):
    """Pairs of input and expected value from other projects' test suites."""
    return json.loads((fixtures / "oracles" / "oracle_cases.json").read_text(encoding="utf-8"))
