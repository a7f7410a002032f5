"""All that `chefetage inspect` has found out of a file."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from chefetage.model.counts import MeanCounts, Weighted
from chefetage.model.metric import UNITS, MetricKind, Tally, Telling, Unit
from chefetage.stats.counts import counts_from, estimate

if TYPE_CHECKING:
    from collections.abc import Mapping

    from chefetage.model.counts import Counts
    from chefetage.model.estimate import Estimate
    from chefetage.model.metric import Statistic
    from chefetage.model.source import Source
    from chefetage.sources.findings import Findings
    from chefetage.sources.look import Look
    from chefetage.sources.request import Wanted
    from chefetage.sources.table import Table


@dataclass(frozen=True)
class Inspection:
    """What is known; what was not asked or could not be found out is `None`."""

    findings: Findings
    source: Source
    table: Table | None = None
    look: Look | None = None
    wanted: Wanted | None = None
    told_as: Statistic | None = None
    stats: Mapping[str, int] | None = None
    """The counts, by the names of `chefetage.stats.counts`."""
    entry: str | None = None
    """For `sources.yml`."""

    @cached_property
    def counts(self) -> Counts | None:
        """The counts, to reckon with."""
        if self.stats is None or self.wanted is None:
            return None
        return counts_from(self.stats, self.wanted.tally)

    @cached_property
    def estimated(self) -> Estimate | None:
        """The value with its interval; nothing without answers."""
        if self.counts is None or self.wanted is None:
            return None
        question = self.wanted.question
        telling = Telling(
            self.told_as,
            is_fact=question.kind is MetricKind.RESPONSE_RATE,
            is_money=question.kind is MetricKind.MONEY,
            scale=question.scale if self.wanted.tally is Tally.MEAN else None,
        )
        return estimate(self.counts, telling)

    @property
    def unit(self) -> Unit | None:
        """The unit of the value."""
        if self.wanted is None:
            return None
        units = UNITS[self.wanted.tally]
        return self.wanted.unit if self.wanted.unit in units else units[0]

    @property
    def of_maximum(self) -> float | None:
        """A mean in percent of the best answer, as some reports have it; it is no share of customers."""
        if self.wanted is None or self.estimated is None or self.wanted.question.scale is None:
            return None
        if not isinstance(self.counts.counts if isinstance(self.counts, Weighted) else self.counts, MeanCounts):
            return None
        best = self.wanted.question.scale[1]
        return 100 * self.estimated.value / best if best > 0 else None
