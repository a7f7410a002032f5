"""The demo's snapshots: exports written and refreshed as a team would have done, month after month."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from chefetage.sources.demo_exports import MONTHS, SEED, write_demo_exports
from chefetage.sources.fetchers import Surroundings
from chefetage.sources.refresh import refresh

if TYPE_CHECKING:
    from pathlib import Path

    from chefetage.model.month import Month
    from chefetage.model.problem import Problem
    from chefetage.model.project import Project
    from chefetage.model.snapshot import Snapshot

REFRESHED_ON = (3, 20)
"""Days of the following month: first for the edition, then once no more answers come."""


def live_through(
    project: Project, metrics_folder: Path, until: Month, months: int = MONTHS, seed: int = SEED
) -> tuple[dict[Month, Snapshot], tuple[Problem, ...]]:
    """Return the snapshots of all months, or the errors that stopped it; writes exports, no snapshots.

    Args:
        project: Metrics, sources and dimensions; its snapshots are not looked at.
        metrics_folder: The folder that the sources' paths start from; exports go to `exports/` in it.
        until: The last month.
        months: How many months.
        seed: Of the exports.
    """
    snapshots: dict[Month, Snapshot] = {}
    for month in (until - (months - 1)).until(until):
        for day in REFRESHED_ON:
            today = (month + 1).first_day + timedelta(days=day - 1)
            write_demo_exports(metrics_folder / "exports", month, 1, seed, as_of=today)
            known = replace(project, snapshots=snapshots)
            refreshed = refresh(known, [month], Surroundings(metrics_folder, today))
            for news in refreshed.months:
                if news.snapshot is not None:
                    snapshots[month] = news.snapshot
            if not refreshed.months:
                failed = [problem for failure in refreshed.failures for problem in failure.problems]
                return snapshots, (*refreshed.errors, *failed)
    return snapshots, ()
