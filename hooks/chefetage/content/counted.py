"""Counts that suit their metric: what no value can be computed from never reaches a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chefetage.stats.counts import counts_from, estimate

if TYPE_CHECKING:
    from collections.abc import Mapping

    from chefetage.content.findings import Findings
    from chefetage.model.location import FieldPath
    from chefetage.model.metric import Metric
    from chefetage.model.month import Month
    from chefetage.model.snapshot import MetricMonth, Revision, Snapshot


def without_unfit_counts(
    snapshots: Mapping[Month, Snapshot], metrics: Mapping[str, Metric], findings: Findings
) -> dict[Month, Snapshot]:
    """Return the snapshots without the metrics whose counts cannot be: one error for each metric and month.

    Values of metrics that nobody defines stay: they are not looked at by anyone.
    """
    return {month: _without(snapshot, metrics, findings) for month, snapshot in snapshots.items()}


def _without(snapshot: Snapshot, metrics: Mapping[str, Metric], findings: Findings) -> Snapshot:
    sound: dict[str, MetricMonth] = {}
    for metric_id, values in snapshot.metrics.items():
        metric = metrics.get(metric_id)
        unfit = None if metric is None else _first_unfit(values, metric)
        if metric is None or unfit is None:
            sound[metric_id] = values
        else:
            path, revision = unfit
            found = ", ".join(f"{name} {count}" for name, count in list(revision.stats.items())[:_MOST_SHOWN])
            place = snapshot.at("metrics", metric_id, *path)
            findings.error(place, "unfit-counts", found=found or "–", metric=metric.kind.value)
    return snapshot if len(sound) == len(snapshot.metrics) else snapshot.model_copy(update={"metrics": sound})


def _first_unfit(values: MetricMonth, metric: Metric) -> tuple[FieldPath, Revision] | None:
    for group, revisions in values.groups.items():
        for index, revision in enumerate(revisions):
            if not _is_fit(revision, metric):
                return ("groups", group, index, "stats"), revision
    return None


def _is_fit(revision: Revision, metric: Metric) -> bool:
    try:
        counts = counts_from(revision.stats, metric.tally)
        estimate(counts, metric.telling)
    except (ValueError, ArithmeticError):  # weights of nothing, more answers than customers, numbers beyond all bounds
        return False
    return True


_MOST_SHOWN = 6
"""Of more counts than that the first ones are enough to know the place by."""
