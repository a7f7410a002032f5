"""The numbers that a metric's sentence of meaning may use.

„Von 100 Kunden würden uns {promoters_of_100} begeistert empfehlen, {detractors_of_100} raten eher ab.“
"""

from __future__ import annotations

from fractions import Fraction
from types import MappingProxyType
from typing import TYPE_CHECKING

from chefetage.model.counts import NpsCounts, ShareCounts
from chefetage.model.metric import MetricKind
from chefetage.stats.rounding import decimals_for, round_half_away

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal

    from chefetage.model.counts import Counts
    from chefetage.model.estimate import Figure

_ALWAYS = ("value", "low", "high", "n")


def placeholder_names(kind: MetricKind) -> frozenset[str]:
    """Return the placeholders that a metric of this kind may use."""
    parts = ("detractors", "passives", "promoters") if kind is MetricKind.NPS else ("k", "rest")
    return frozenset((*_ALWAYS, *parts, *(f"{part}_of_100" for part in parts)))


def placeholders(figure: Figure) -> Mapping[str, int | Decimal]:
    """Return what stands for each placeholder.

    `value`, `low` and `high` are in the metric's unit, rounded as they are displayed; `n` and the counts – `promoters`,
    `passives`, `detractors`, or `k` and the `rest` – are answers. The same with `_of_100` are whole customers out of a
    hundred: rounded so that together they are a hundred, each off by less than one.

    Returns:
        Only what may be told: all of `placeholder_names` where the figure has an estimate, else at most `n`.
    """
    if figure.estimate is None or figure.counts is None:
        return MappingProxyType({} if figure.n is None else {"n": figure.n})
    decimals = decimals_for(figure.counts.n)
    parts = _parts(figure.counts)
    return MappingProxyType(
        {
            "value": round_half_away(figure.estimate.value, decimals),
            "low": round_half_away(figure.estimate.low, decimals),
            "high": round_half_away(figure.estimate.high, decimals),
            "n": figure.counts.n,
            **parts,
            **({f"{part}_of_100": count for part, count in _of_100(parts).items()} if parts else {}),
        }
    )


def _parts(counts: Counts) -> dict[str, int]:
    """Return the answers by group, the least welcome first."""
    if isinstance(counts, NpsCounts):
        return {"detractors": counts.detractors, "passives": counts.passives, "promoters": counts.promoters}
    if isinstance(counts, ShareCounts):
        return {"k": counts.k, "rest": counts.n - counts.k}
    return {}


def _of_100(parts: Mapping[str, int]) -> dict[str, int]:
    """Share out a hundred customers by largest remainder; of equal remainders the part named first gets one.

    Rounded each for itself, three parts add up to 99 or 101 about every fourth time. Of two parts `k` comes out the
    same either way.
    """
    n = sum(parts.values())
    exact = {part: Fraction(100 * count, n) for part, count in parts.items()}
    whole = {part: int(share) for part, share in exact.items()}
    by_remainder = sorted(parts, key=lambda part: whole[part] - exact[part])
    for part in by_remainder[: 100 - sum(whole.values())]:
        whole[part] += 1
    return whole
