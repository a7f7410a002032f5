"""Which metrics every edition of a year shows."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from chefetage.model.base import Frozen, MetricRef

Year = Annotated[str, StringConstraints(pattern=r"^(19|20)[0-9]{2}$")]


class Core(Frozen):
    """`core.yml`: what every edition of a year shows, so that a new year's choice leaves old editions as they were."""

    years: dict[Year, Annotated[tuple[MetricRef, ...], Field(min_length=2, max_length=5)]]
    """By year, as it is written in the file."""

    def of(self, year: int) -> tuple[MetricRef, ...]:
        """Return the choice for a year: its own, else the nearest earlier one; empty before the first."""
        chosen = max((each for each in self.years if int(each) <= year), default=None)
        return () if chosen is None else self.years[chosen]
