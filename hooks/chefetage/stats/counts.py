"""Counts whatever their kind: read, pooled, estimated, compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chefetage.model.estimate import NpsCounts, ShareCounts
from chefetage.model.metric import MetricKind
from chefetage.stats.difference import ALPHA
from chefetage.stats.nps import compare_nps, estimate_nps
from chefetage.stats.share import compare_shares, estimate_share

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from chefetage.model.estimate import Counts, Estimate
    from chefetage.stats.difference import Difference

_KEYS = {
    MetricKind.NPS: ("promoters", "passives", "detractors"),
    MetricKind.SHARE: ("k", "n"),
    MetricKind.CSAT: ("k", "n"),
}


def counts_from(stats: Mapping[str, int], kind: MetricKind) -> Counts:
    """Read the counts of a revision.

    Args:
        stats: `promoters`, `passives` and `detractors`, or `k` and `n`; nothing else.
        kind: The kind of the metric, which decides which of the two.

    Raises:
        ValueError: A count is missing, unknown or negative, or k is larger than n.
    """
    expected = _KEYS[kind]
    if set(stats) != set(expected):
        raise ValueError(f"a metric of kind {kind.value!r} needs {', '.join(expected)}; found {', '.join(stats)}")
    if any(count < 0 for count in stats.values()):
        raise ValueError(f"a count cannot be negative: {dict(stats)}")
    if kind is MetricKind.NPS:
        return NpsCounts(stats["promoters"], stats["passives"], stats["detractors"])
    if stats["k"] > stats["n"]:
        raise ValueError(f"{stats['k']} of {stats['n']} is not a share")
    return ShareCounts(stats["k"], stats["n"])


def pooled(parts: Sequence[Counts]) -> Counts:
    """Add up counts of one kind, such as those of twelve months.

    Raises:
        ValueError: There is nothing to add, or scores and shares are mixed.
    """
    scores = [part for part in parts if isinstance(part, NpsCounts)]
    shares = [part for part in parts if isinstance(part, ShareCounts)]
    if bool(scores) == bool(shares):
        raise ValueError("only counts of one kind can be pooled")
    if scores:
        return NpsCounts(
            sum(part.promoters for part in scores),
            sum(part.passives for part in scores),
            sum(part.detractors for part in scores),
        )
    return ShareCounts(sum(part.k for part in shares), sum(part.n for part in shares))


def estimate(counts: Counts, alpha: float = ALPHA) -> Estimate | None:
    """Estimate a score in points or a share in percent, at 1 − alpha; `None` without answers: no data is not 0."""
    if counts.n == 0:
        return None
    if isinstance(counts, NpsCounts):
        return estimate_nps(counts, alpha)
    return estimate_share(counts, alpha)


def compare(before: Counts, now: Counts, alpha: float = ALPHA) -> Difference:
    """Compare two periods of different customers; see `compare_nps` and `compare_shares`.

    Raises:
        ValueError: Nobody answered in one of the periods.
        TypeError: A score and a share.
    """
    if isinstance(before, NpsCounts) and isinstance(now, NpsCounts):
        return compare_nps(before, now, alpha)
    if isinstance(before, ShareCounts) and isinstance(now, ShareCounts):
        return compare_shares(before, now, alpha)
    raise TypeError("a score and a share cannot be compared")
