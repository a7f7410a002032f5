"""A site of scores and shares never waits for SciPy."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import chefetage

LOOK = """
import sys
import chefetage.build, chefetage.cli, chefetage.mkdocs_events
from chefetage.model.counts import NpsCounts, ShareCounts, Strata, Total, Weighted
from chefetage.model.metric import Telling
from chefetage.stats.counts import compare, estimate, pooled

weighted = Weighted(ShareCounts(30, 40), (("k", 30_000_000), ("n", 40_000_000)), 40_000_000)
scores, shares = (NpsCounts(50, 30, 20), NpsCounts(60, 30, 20)), (ShareCounts(5, 400), ShareCounts(9, 300))
for before, now in (scores, shares, (weighted, weighted), (Strata(((1.0, scores[0]),)), Strata(((1.0, scores[1]),)))):
    assert estimate(pooled([before, now])) is not None
    assert compare(before, now) is not None
assert estimate(Total(99, 9)) is not None
assert estimate(scores[0], Telling(population=120)) is not None
print(*sorted(name for name in ("scipy", "numpy") if name in sys.modules))
"""


def printed(script: str) -> list[str]:
    """What a fresh Python prints, with the package that is tested here."""
    environment = {**os.environ, "PYTHONPATH": str(Path(chefetage.__path__[0]).parent)}
    found = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, env=environment)
    return found.stdout.split()


def test_building_a_site_and_its_scores_and_shares_loads_no_scipy():
    assert printed(LOOK) == []


def test_scipy_stats_is_never_loaded_not_even_for_means_rates_and_times():
    look = """
import sys
from chefetage.model.counts import MeanCounts, RateCounts, TimeCounts
from chefetage.stats.counts import compare, estimate

for counts in (MeanCounts(((1, 5), (5, 9))), RateCounts(7, 900), TimeCounts(((3, 9), (7, 9)))):
    assert estimate(counts) is not None
    assert compare(counts, counts) is not None
print("scipy.special" in sys.modules, "scipy.stats" in sys.modules)
"""
    assert printed(look) == ["True", "False"]
