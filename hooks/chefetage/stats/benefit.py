"""Whether a benefit may be told in euros: no amount on a change that is not proven."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chefetage.model.measure import Evidence
from chefetage.stats.changes import change

if TYPE_CHECKING:
    from datetime import date

    from chefetage.model.measure import Measure
    from chefetage.model.month import Month
    from chefetage.model.project import Project


def is_backed(project: Project, measure: Measure, month: Month | None, known_by: date | None = None) -> bool:
    """Return whether the measure's benefit may be shown as money in a month.

    - Without a benefit there is nothing to show.
    - A planned benefit is shown: it says of itself that nothing is measured yet.
    - A measured or confirmed one is shown where the measure names no metric – then the quantity itself was counted,
      such as calls at the switchboard – or where at least one of the metrics it names has changed for the better,
      proven, by that month.

    Metrics that the site does not have prove nothing.
    """
    if measure.benefit is None:
        return False
    if measure.benefit.evidence is Evidence.PLANNED or not measure.metrics:
        return True
    known = [project.metrics[name] for name in measure.metrics if name in project.metrics]
    return month is not None and any(
        change(project, metric.id, month, known_by=known_by).trend.value == metric.direction.value for metric in known
    )
