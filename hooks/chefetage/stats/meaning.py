"""The numbers that a metric's sentence of meaning may use.

„Von 100 Kunden würden uns {promoters_of_100} begeistert empfehlen, {detractors_of_100} raten eher ab.“
"""

from __future__ import annotations

from fractions import Fraction
from types import MappingProxyType
from typing import TYPE_CHECKING

from chefetage.model.counts import (
    MeanCounts,
    NpsCounts,
    RateCounts,
    ShareCounts,
    Strata,
    TimeCounts,
    Weighted,
)
from chefetage.model.metric import Tally
from chefetage.stats.rounding import decimals_of, round_half_away

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal

    from chefetage.model.counts import Counts
    from chefetage.model.estimate import Figure
    from chefetage.model.metric import Metric

_COUNTED_IN_FULL = frozenset({Tally.COUNT, Tally.MONEY})
_PARTS = {
    Tally.SCORE: ("detractors", "passives", "promoters"),
    Tally.SHARE: ("k", "rest"),
}
"""Parts into which the answers fall, the least welcome first."""
_NUMBERS = {Tally.RATE: ("k", "exposure"), Tally.TIME: ("closed", "open")}


def placeholder_names(metric: Metric) -> frozenset[str]:
    """Return the placeholders that a metric's sentence may use."""
    ends = () if metric.tally in _COUNTED_IN_FULL else ("low", "high")
    parts = _part_names(metric)
    return frozenset(
        ("value", "n", *ends, *parts, *(f"{part}_of_100" for part in parts), *_NUMBERS.get(metric.tally, ()))
    )


def placeholders(figure: Figure) -> Mapping[str, int | Decimal]:
    """Return what stands for each placeholder.

    - `value` and, where it is an estimate, `low` and `high`: in the metric's unit, rounded as they are displayed;
    - `n`: answers, cases, or the exposure of a rate;
    - answers by part: `promoters`, `passives`, `detractors` of a score, `k` and the `rest` of a share, `answer_1`,
      `answer_2` … of a mean;
    - the same with `_of_100`: whole customers out of a hundred, rounded so that together they are a hundred, each off
      by less than one; where answers weigh differently, after weighting;
    - `k` and `exposure` of a rate, `closed` and `open` cases of a time.

    Returns:
        Only what may be told: all of `placeholder_names` where the figure has an estimate, else at most `n`.
    """
    if figure.estimate is None or figure.counts is None:
        return MappingProxyType({} if figure.n is None else {"n": figure.n})
    decimals = decimals_of(figure.estimate, figure.metric.unit)
    told: dict[str, int | Decimal] = {
        "value": round_half_away(figure.estimate.value, decimals),
        "low": round_half_away(figure.estimate.low, decimals),
        "high": round_half_away(figure.estimate.high, decimals),
        "n": figure.counts.n,
        **_numbers(figure.counts),
    }
    names = _part_names(figure.metric)
    if names:
        counted, weighed = _parts(figure.counts), _weighed(figure.counts)
        told |= {name: counted.get(name, 0) for name in names}
        of_100 = _of_100({name: weighed.get(name, 0) for name in names})
        told |= {f"{name}_of_100": count for name, count in of_100.items()}
    allowed = placeholder_names(figure.metric)
    return MappingProxyType({name: number for name, number in told.items() if name in allowed})


def _part_names(metric: Metric) -> tuple[str, ...]:
    if metric.tally is Tally.MEAN and metric.scale is not None:
        low, high = metric.scale
        return tuple(f"answer_{answer}" for answer in range(low, high + 1))
    return _PARTS.get(metric.tally, ())


def _numbers(counts: Counts) -> dict[str, int]:
    if isinstance(counts, RateCounts):
        return {"k": counts.k, "exposure": counts.exposure}
    if isinstance(counts, TimeCounts):
        still_open = sum(count for _, count in counts.still_open)
        return {"closed": counts.n - still_open, "open": still_open}
    return {}


def _parts(counts: Counts) -> dict[str, int]:
    """Return the answers by part, as they came."""
    if isinstance(counts, NpsCounts):
        return {"detractors": counts.detractors, "passives": counts.passives, "promoters": counts.promoters}
    if isinstance(counts, ShareCounts):
        return {"k": counts.k, "rest": counts.n - counts.k}
    if isinstance(counts, MeanCounts):
        return {f"answer_{answer}": count for answer, count in counts.answers}
    if isinstance(counts, Weighted):
        return _parts(counts.counts)
    if isinstance(counts, Strata):
        found: dict[str, int] = {}
        for _, group in counts.parts:
            for name, count in _parts(group).items():
                found[name] = found.get(name, 0) + count
        return found
    return {}


def _weighed(counts: Counts) -> Mapping[str, int | Fraction]:
    """Return how much the answers of each part weigh, exactly, in any unit."""
    if isinstance(counts, Weighted):
        weights = {name.replace("-", "_", 1): weight for name, weight in counts.weights}
        if isinstance(counts.counts, ShareCounts):
            return {"k": weights["k"], "rest": weights["n"] - weights["k"]}
        return weights
    if isinstance(counts, Strata):
        found: dict[str, Fraction] = {}
        for weight, group in counts.parts:
            for name, count in _parts(group).items():
                found[name] = found.get(name, Fraction(0)) + Fraction(weight) * Fraction(count, group.n)
        return found
    return _parts(counts)


def _of_100(parts: Mapping[str, int | Fraction]) -> dict[str, int]:
    """Share out a hundred customers by largest remainder; of equal remainders the part named first gets one.

    Rounded each for itself, three parts add up to 99 or 101 about every fourth time. Of two parts `k` comes out the
    same either way.
    """
    whole_weight = Fraction(sum(parts.values()))
    exact = {part: 100 * weight / whole_weight for part, weight in parts.items()}
    whole = {part: int(share) for part, share in exact.items()}
    by_remainder = sorted(parts, key=lambda part: whole[part] - exact[part])
    for part in by_remainder[: 100 - sum(whole.values())]:
        whole[part] += 1
    return whole
