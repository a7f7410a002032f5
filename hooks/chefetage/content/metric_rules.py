"""What the fields of a metric ask of each other, beyond the shape of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chefetage.model.metric import NPS_SCALE, UNITS, Cadence, Comparison, MetricKind, Tally

if TYPE_CHECKING:
    from collections.abc import Iterator

    from chefetage.content.findings import Findings
    from chefetage.model.metric import Metric

_WIDEST_SCALE = 101
"""Answers from 0 to 100 are the finest that anybody asks for."""
_SAMPLES = frozenset({Tally.SCORE, Tally.SHARE, Tally.MEAN})
"""Ways of counting answers, which are a sample of all that could have been given."""
_COUNTED_IN_FULL = frozenset({MetricKind.RESPONSE_RATE, MetricKind.CHURN, MetricKind.RETENTION})


def fits_its_kind(metric: Metric, findings: Findings) -> None:
    """Note a unit of another kind, a scale that cannot be, and fields that mean nothing for the kind."""
    allowed = UNITS[metric.tally]
    if metric.unit not in allowed:
        params = {"found": metric.unit.value, "allowed": ", ".join(allowed), "metric": _told(metric)}
        findings.error(metric.at("unit"), "metric-unit", **params)
    _note_scale(metric, findings)
    for field in _meaningless(metric):
        findings.error(metric.at(field), "metric-field", field=field, metric=_told(metric))
    if metric.valid_from is not None and metric.valid_to is not None and metric.valid_from > metric.valid_to:
        _note_order(metric, findings)
    if metric.axis is not None and metric.axis[0] >= metric.axis[1]:
        findings.error(metric.at("axis"), "axis-order", low=f"{metric.axis[0]:.15g}", high=f"{metric.axis[1]:.15g}")
    if metric.compare is Comparison.MONTH and metric.cadence is Cadence.QUARTER:
        findings.error(metric.at("compare"), "compare-and-cadence")


def _note_order(metric: Metric, findings: Findings) -> None:
    findings.error(metric.at("valid_to"), "valid-order", low=metric.valid_from, high=metric.valid_to)


def _note_scale(metric: Metric, findings: Findings) -> None:
    if metric.scale is None:
        if metric.flip:
            findings.error(metric.at("flip"), "flip-without-scale")
        return
    low, high = metric.scale
    if metric.kind is MetricKind.NPS:
        if metric.scale != NPS_SCALE:
            findings.error(metric.at("scale"), "metric-scale")
    elif low >= high or high - low >= _WIDEST_SCALE:
        findings.error(metric.at("scale"), "odd-scale", low=low, high=high)
    elif metric.tally is Tally.SHARE:
        beyond = [answer for answer in metric.top if not isinstance(answer, int) or not low <= answer <= high]
        if beyond:
            params = {"found": ", ".join(map(str, beyond)), "low": low, "high": high}
            findings.error(metric.at("top"), "top-off-scale", **params)
        elif len(set(metric.counting)) > high - low:
            findings.error(metric.at("top" if metric.top else "scale"), "top-is-all", low=low, high=high)


def _meaningless(metric: Metric) -> Iterator[str]:
    """Yield the fields that are written although nothing follows from them for this kind."""
    answers = metric.tally in _SAMPLES and metric.kind not in _COUNTED_IN_FULL
    if metric.kind is MetricKind.NPS and metric.flip:
        yield "flip"
    if metric.top and metric.tally is not Tally.SHARE:
        yield "top"
    if metric.scale is not None and metric.tally not in _SAMPLES:
        yield "scale"
    if metric.window_days is not None and metric.kind is not MetricKind.FCR:
        yield "window_days"
    if metric.exposure and metric.tally is not Tally.RATE:
        yield "exposure"
    if metric.clock and metric.tally is not Tally.TIME:
        yield "clock"
    if "quantile" in metric.model_fields_set and metric.tally is not Tally.TIME:
        yield "quantile"
    if metric.population is not None and not answers:
        yield "population"
    if metric.weighted_by is not None and not answers:
        yield "weighted_by"


def _told(metric: Metric) -> str:
    """Return the kind, with how it is told where there is a choice: `csat (mean)`."""
    return metric.kind.value if metric.told_as is None else f"{metric.kind.value} ({metric.told_as.value})"
