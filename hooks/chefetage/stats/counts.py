"""Counts whatever their way of counting: read, pooled, estimated, compared.

A snapshot holds whole numbers under these names:

| way of counting | names |
|---|---|
| score | `promoters`, `passives`, `detractors` |
| share | `k`, `n` |
| mean | `answer-1`, `answer-2` …: how often each answer of the scale was given |
| rate | `k`, `exposure` |
| time | `closed-6`: cases that took 6 units; `open-10`: cases open for 10 units so far |
| count | `count` |
| money | `amount` in whole euros, `n` cases |

Where answers are weighted, a score, share or mean also has `weight-…` for each of its names, the sum of weights in
millionths, and `squares`, the sum of squared weights in millionths.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import reduce
from operator import add
from typing import TYPE_CHECKING

from chefetage.model.counts import (
    MeanCounts,
    NpsCounts,
    RateCounts,
    ShareCounts,
    Strata,
    TimeCounts,
    Total,
    Weighted,
)
from chefetage.model.estimate import COUNTED, Estimate
from chefetage.model.metric import Statistic, Tally, Telling
from chefetage.stats import mean, nps, rate, share
from chefetage.stats.difference import ALPHA
from chefetage.stats.duration import compare_times, estimate_time
from chefetage.stats.mean import compare_means, estimate_mean, reach_of_the_unheard
from chefetage.stats.nps import compare_nps, estimate_nps
from chefetage.stats.rate import compare_numbers, compare_rates, estimate_rate
from chefetage.stats.share import compare_shares, estimate_share
from chefetage.stats.strata import pooled_strata
from chefetage.stats.total import estimate_total
from chefetage.stats.unequal import (
    FINITE,
    compare_unequal,
    effective_answers,
    estimate_unequal,
    knows_something,
    pooled_weighted,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from chefetage.model.counts import Counts
    from chefetage.stats.difference import Difference

_NAMES = {
    Tally.SCORE: ("promoters", "passives", "detractors"),
    Tally.SHARE: ("k", "n"),
    Tally.RATE: ("k", "exposure"),
    Tally.COUNT: ("count",),
    Tally.MONEY: ("amount", "n"),
}
_METHODS = {Tally.SCORE: nps.METHOD, Tally.SHARE: share.METHOD, Tally.MEAN: mean.METHOD, Tally.RATE: rate.METHOD}
_NUMBERED = {Tally.MEAN: ("answer",), Tally.TIME: ("closed", "open")}
_NUMBERED_NAME = re.compile(r"([a-z]+)-(-?\d{1,9})")
_WEIGHT = "weight-"
_SQUARES = "squares"
AS_IT_IS = Telling()
"""A way of telling for what needs no saying: scores, shares and means of answers that weigh the same."""


def counts_from(stats: Mapping[str, int], tally: Tally) -> Counts:  # noqa: PLR0911 – one a way of counting
    """Read the counts of a revision.

    Args:
        stats: The names that the way of counting has, and no others.
        tally: The way of counting.

    Raises:
        ValueError: A count is missing, unknown or negative, or there is more of a part than of the whole.
    """
    if any(count < 0 for count in stats.values()):
        raise ValueError(f"a count cannot be negative: {dict(stats)}")
    if _SQUARES in stats:
        return _weighted(stats, tally)
    if tally in _NUMBERED:
        return _numbered(stats, tally)
    expected = _NAMES[tally]
    if set(stats) != set(expected):
        raise ValueError(f"a {tally.value} needs {', '.join(expected)}; found {', '.join(stats)}")
    if tally is Tally.SCORE:
        return NpsCounts(stats["promoters"], stats["passives"], stats["detractors"])
    if tally is Tally.SHARE:
        if stats["k"] > stats["n"]:
            raise ValueError(f"{stats['k']} of {stats['n']} is not a share")
        return ShareCounts(stats["k"], stats["n"])
    if tally is Tally.RATE:
        return RateCounts(stats["k"], stats["exposure"])
    if tally is Tally.COUNT:
        return Total(stats["count"], stats["count"])
    return Total(stats["amount"], stats["n"])


def method_for(tally: Tally, telling: Telling = AS_IT_IS) -> str:
    """Return the name of the method by which a way of counting is estimated, answers of equal weight supposed."""
    if telling.is_fact or tally in {Tally.COUNT, Tally.MONEY}:
        return COUNTED
    if telling.population is not None:
        return FINITE
    return telling.quantile.value if tally is Tally.TIME else _METHODS[tally]


def pooled(parts: Sequence[Counts]) -> Counts:
    """Add up counts of one kind, such as those of twelve months.

    Raises:
        ValueError: There is nothing to add, or counts of several kinds are mixed.
    """
    if len({type(part) for part in parts}) != 1:
        raise ValueError("only counts of one kind can be pooled")
    first = parts[0]
    if isinstance(first, Strata):
        return pooled_strata([part for part in parts if isinstance(part, Strata)])
    if isinstance(first, Weighted):
        return pooled_weighted([part for part in parts if isinstance(part, Weighted)])
    return reduce(add, parts)  # pyright: ignore[reportArgumentType] – all of one type, which adds its own


def estimate(counts: Counts, telling: Telling = AS_IT_IS, alpha: float = ALPHA) -> Estimate | None:
    """Estimate a value with its interval at 1 − alpha, in the metric's unit.

    Returns:
        `None` without answers – no data is not 0 –, where weights leave fewer than two answers' worth, and where so
        many cases are open that their median is not reached. The interval of a mean ends where its scale does, and has
        a length even where all answers are the same.
    """
    found = _estimate(counts, telling, alpha)
    if found is None or telling.scale is None:
        return found
    lowest, highest = telling.scale
    if found.low == found.high and counts.n != telling.population:
        heard = effective_answers(counts) if isinstance(counts, Weighted) else counts.n
        low, high = reach_of_the_unheard(found.value, heard, telling.scale, alpha)
        return replace(found, low=low, high=high)
    return replace(found, low=max(found.low, lowest), high=min(found.high, highest))


def _estimate(counts: Counts, telling: Telling, alpha: float) -> Estimate | None:  # noqa: PLR0911 – one a kind
    if isinstance(counts, Total):
        return estimate_total(counts)
    if not knows_something(counts):
        return None
    if telling.population is not None and counts.n > telling.population:
        # Some answered more than once, as over several months: nobody knows how many customers they are.
        telling = replace(telling, population=None)
    if isinstance(counts, Weighted | Strata) or telling.population is not None:
        return estimate_unequal(counts, telling, alpha)
    if isinstance(counts, NpsCounts):
        return estimate_nps(counts, alpha)
    if isinstance(counts, ShareCounts):
        return _fact(counts) if telling.is_fact else estimate_share(counts, alpha)
    if isinstance(counts, MeanCounts):
        return estimate_mean(counts, alpha)
    if isinstance(counts, RateCounts):
        return estimate_rate(counts, alpha)
    if isinstance(counts, TimeCounts):
        return estimate_time(counts, telling.statistic or Statistic.MEDIAN, telling.quantile, alpha)
    raise TypeError("counts that nobody can estimate")


def compare(before: Counts, now: Counts, telling: Telling = AS_IT_IS, alpha: float = ALPHA) -> Difference | None:  # noqa: PLR0911
    """Compare two periods of different customers.

    Returns:
        `None` for what cannot be tested: an amount of money, a quantile that open cases keep out of reach, answers of
        which hardly any weighs something.

    Raises:
        ValueError: Nobody answered in one of the periods.
        TypeError: Counts of two kinds.
    """
    match before, now:
        case (NpsCounts(), NpsCounts()):
            return compare_nps(before, now, alpha)
        case (ShareCounts(), ShareCounts()):
            return compare_shares(before, now, alpha)
        case (MeanCounts(), MeanCounts()):
            return compare_means(before, now, alpha)
        case (RateCounts(), RateCounts()):
            return compare_rates(before, now, alpha)
        case (TimeCounts(), TimeCounts()):
            return compare_times(before, now, telling.statistic or Statistic.MEDIAN, telling.quantile, alpha)
        case (Total(), Total()):
            return None if telling.is_money else compare_numbers(before.amount, now.amount, alpha)
        case (Weighted(), Weighted()) | (Strata(), Strata()):
            known = knows_something(before) and knows_something(now)
            return compare_unequal(before, now, alpha) if known else None
        case _:
            raise TypeError("counts of two kinds cannot be compared")


def _fact(counts: ShareCounts) -> Estimate:
    value = 100 * counts.k / counts.n
    return Estimate(value, value, value, counts.n, COUNTED)


def _numbered(stats: Mapping[str, int], tally: Tally) -> MeanCounts | TimeCounts:
    found: dict[str, dict[int, int]] = {name: {} for name in _NUMBERED[tally]}
    for name, count in stats.items():
        part = _NUMBERED_NAME.fullmatch(name)
        if part is None or part[1] not in found:
            raise ValueError(f"a {tally.value} has no {name!r}")
        if count:
            found[part[1]][int(part[2])] = count
    piles = [tuple(sorted(pile.items())) for pile in found.values()]
    return MeanCounts(piles[0]) if tally is Tally.MEAN else TimeCounts(piles[0], piles[1])


def _weighted(stats: Mapping[str, int], tally: Tally) -> Weighted:
    own = {name: count for name, count in stats.items() if name != _SQUARES and not name.startswith(_WEIGHT)}
    counts = counts_from(own, tally)
    weights = {name.removeprefix(_WEIGHT): sum_ for name, sum_ in stats.items() if name.startswith(_WEIGHT)}
    if not isinstance(counts, NpsCounts | ShareCounts | MeanCounts) or weights.keys() != own.keys():
        raise ValueError(f"weights do not suit the counts: {', '.join(stats)}")
    return Weighted(counts, tuple(sorted(weights.items())), stats[_SQUARES])
