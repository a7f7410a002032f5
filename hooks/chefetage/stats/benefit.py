"""Whether a benefit may be told in euros: no amount on a change that is not proven."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chefetage.model.measure import Evidence

if TYPE_CHECKING:
    from collections.abc import Iterable

    from chefetage.model.estimate import Change
    from chefetage.model.measure import Measure
    from chefetage.model.metric import Metric


def is_backed(measure: Measure, changes: Iterable[tuple[Metric, Change]]) -> bool:
    """Return whether the measure's benefit may be shown as money.

    Args:
        measure: what was changed for customers.
        changes: of the metrics it names, those that the site has, each with its change by the month in question.

    - Without a benefit there is nothing to show.
    - A planned benefit is shown: it says of itself that nothing is measured yet.
    - A measured or confirmed one is shown where the measure names no metric – then the quantity itself was counted,
      such as calls at the switchboard – or where at least one of the metrics it names has changed for the better,
      proven, by that month.
    """
    if measure.benefit is None:
        return False
    if measure.benefit.evidence is Evidence.PLANNED or not measure.metrics:
        return True
    return any(change.trend.value == metric.direction.value for metric, change in changes)
