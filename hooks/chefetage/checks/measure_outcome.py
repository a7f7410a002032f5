"""What has come of a measure is written down once it could be known.

Passes: `status: done` with an `outcome`; a measure that has been running for half a year; a benefit that was measured.
Fails: `status: done` or `stopped` without an outcome; `status: running` for more than a year without one.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from chefetage.model.measure import Evidence, MeasureStatus
from chefetage.model.problem import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from chefetage.model.measure import Measure
    from chefetage.model.project import Project

ID = "measure-without-outcome"
LONG = timedelta(days=365)
_OVER = frozenset({MeasureStatus.DONE, MeasureStatus.STOPPED})


def check(project: Project) -> Iterator[Problem]:
    """Yield one hint per measure of which nobody says what came of it."""
    for measure in project.measures.values():
        if measure.outcome or _is_measured(measure):
            continue
        has_run_long = measure.status is MeasureStatus.RUNNING and project.today - measure.since > LONG
        if measure.status in _OVER or has_run_long:
            yield Problem(measure.at("status"), Severity.HINT, ID, {"date": measure.since})


def _is_measured(measure: Measure) -> bool:
    return measure.benefit is not None and measure.benefit.evidence is not Evidence.PLANNED
