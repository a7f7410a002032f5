"""Coverage by trying: customers answer by chance with known chances; how often does the interval hold the truth?"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np

from chefetage.model.counts import MeanCounts, NpsCounts, RateCounts, ShareCounts, Strata, TimeCounts, Weighted
from chefetage.model.metric import Statistic, Telling
from chefetage.stats.counts import compare, estimate
from chefetage.stats.other_intervals import wald_score, wald_share
from chefetage.stats.paired import compare_paired

if TYPE_CHECKING:
    from collections.abc import Callable

    from chefetage.model.counts import Counts

SEED = 20261001

Chance = np.random.Generator
Ends = tuple[float, float]


@dataclass(frozen=True)
class Case:
    """One kind of number with a known truth."""

    names: dict[str, str]
    n: int
    """Answers, or what stands for them; in each of two periods where a change is tried."""

    truth: float
    draw: Callable[[Chance], tuple[Ends, Ends | None]]
    """Draws answers and returns our interval, and the textbook's if there is one to compare with."""


def covered(case: Case, trials: int) -> tuple[float, float | None]:
    """Return how often the two intervals hold the truth, from 0 to 1."""
    chance = np.random.default_rng([SEED, CASES.index(case)])
    ours = textbook = 0
    has_textbook = False
    for _ in range(trials):
        own, other = case.draw(chance)
        ours += holds(own, case.truth)
        if other is not None:
            has_textbook = True
            textbook += holds(other, case.truth)
    return ours / trials, textbook / trials if has_textbook else None


def holds(ends: Ends, truth: float) -> bool:
    """Whether an interval holds the truth; a hair more, as 0.1 + 0.2 is not 0.3."""
    return ends[0] - 1e-9 <= truth <= ends[1] + 1e-9


def ends_of(counts: Counts, telling: Telling | None = None) -> Ends:
    """Return our interval; where there is no value, it holds nothing."""
    found = estimate(counts, telling or Telling())
    return (math.nan, math.nan) if found is None else (found.low, found.high)


def draw_scores(chance: Chance, n: int, shares: tuple[float, float, float]) -> NpsCounts:
    """Draw promoters, passives and detractors."""
    return NpsCounts(*map(int, chance.multinomial(n, shares)))


def score(n: int, chance: Chance, shares: tuple[float, float, float]) -> tuple[Ends, Ends]:
    """One period of scores."""
    counts = draw_scores(chance, n, shares)
    return ends_of(counts), wald_score(counts)


def share(n: int, chance: Chance, truth: float) -> tuple[Ends, Ends]:
    """One period of shares."""
    counts = ShareCounts(int(chance.binomial(n, truth)), n)
    return ends_of(counts), wald_share(counts)


def change(
    n: int, chance: Chance, draw: Callable[[Chance, int, Any], Counts], chances: tuple[Any, Any]
) -> tuple[Ends, None]:
    """Two periods of different customers."""
    found = compare(draw(chance, n, chances[0]), draw(chance, n, chances[1]))
    assert found is not None
    return (found.low, found.high), None


def draw_share(chance: Chance, n: int, truth: float) -> ShareCounts:
    """Draw customers of whom some count."""
    return ShareCounts(int(chance.binomial(n, truth)), n)


def draw_rate(chance: Chance, n: int, truth: float) -> RateCounts:
    """Draw complaints about n orders; `truth` is per 1,000."""
    return RateCounts(int(chance.poisson(n * truth / 1000)), n)


def rate(n: int, chance: Chance, truth: float) -> tuple[Ends, None]:
    """One period of complaints."""
    return ends_of(draw_rate(chance, n, truth)), None


EFFORT = (0.02, 0.027, 0.053, 0.08, 0.133, 0.274, 0.413)
"""Chances of the answers 1 to 7."""


def effort(n: int, chance: Chance) -> tuple[Ends, None]:
    """One period of answers on a scale from 1 to 7."""
    counts = MeanCounts(tuple(enumerate(map(int, chance.multinomial(n, EFFORT)), start=1)))
    return ends_of(counts, Telling(scale=(1, 7))), None


TYPICAL_TIME, SPREAD = 600.0, 1.2
"""Minutes that half of the cases take, and the deviation of the logarithm."""


def piles(times: np.ndarray[Any, np.dtype[np.int64]]) -> tuple[tuple[int, int], ...]:
    """Return times with their counts, the shortest first."""
    values, counts = np.unique(times, return_counts=True)
    return tuple(zip(values.tolist(), counts.tolist(), strict=True))


def time(n: int, chance: Chance, statistic: Statistic) -> tuple[Ends, None]:
    """Cases that are all closed, in minutes."""
    times = np.rint(TYPICAL_TIME * np.exp(SPREAD * chance.standard_normal(n))).astype(np.int64)
    return ends_of(TimeCounts(piles(times)), Telling(statistic)), None


def time_with_open(n: int, chance: Chance) -> tuple[Ends, None]:
    """Cases counted at a random moment of their first four days: about one in six is still open."""
    times = np.rint(TYPICAL_TIME * np.exp(SPREAD * chance.standard_normal(n))).astype(np.int64)
    seen = np.rint(chance.uniform(0, 5760, n)).astype(np.int64)
    is_over = times <= seen
    counts = TimeCounts(piles(times[is_over]), piles(seen[~is_over]))
    return ends_of(counts, Telling(Statistic.MEDIAN)), None


def weighted(n: int, chance: Chance) -> tuple[Ends, None]:
    """A third of the customers give two thirds of the answers; weights put that right."""
    eager = int(chance.binomial(n, 2 / 3))
    counts = (int(chance.binomial(eager, 0.9)), int(chance.binomial(n - eager, 0.7)))
    light, heavy = 500_000, 2_000_000
    weights = (("k", counts[0] * light + counts[1] * heavy), ("n", eager * light + (n - eager) * heavy))
    squares = (eager * light**2 + (n - eager) * heavy**2) // 1_000_000
    return ends_of(Weighted(ShareCounts(sum(counts), n), weights, squares)), None


def groups(n: int, chance: Chance) -> tuple[Ends, None]:
    """Two groups with stated weights; the smaller one gives most of the answers."""
    some, many = n // 4, n - n // 4
    strata = Strata(
        ((0.7, draw_scores(chance, some, (0.7, 0.2, 0.1))), (0.3, draw_scores(chance, many, (0.4, 0.3, 0.3))))
    )
    return ends_of(strata), None


def few_customers(n: int, chance: Chance) -> tuple[Ends, None]:
    """Three quarters of a small number of customers answered, none of them twice."""
    customers = n * 4 // 3
    stands = (customers * 55 // 100, customers * 25 // 100)
    everybody = (*stands, customers - sum(stands))
    drawn = NpsCounts(*map(int, chance.multivariate_hypergeometric(everybody, n)))
    return ends_of(drawn, Telling(population=customers)), None


MOVES = {
    (1, 1): 0.40, (1, 0): 0.08, (1, -1): 0.02,
    (0, 1): 0.14, (0, 0): 0.16, (0, -1): 0.03,
    (-1, 1): 0.04, (-1, 0): 0.06, (-1, -1): 0.07,
}  # fmt: skip
"""Chances of going from one stand to another."""


def same_customers(n: int, chance: Chance) -> tuple[Ends, None]:
    """The same customers asked twice."""
    drawn = chance.multinomial(n, list(MOVES.values()))
    found = compare_paired(dict(zip(MOVES, map(int, drawn), strict=True)))  # type: ignore[arg-type]
    return (found.low, found.high), None


MIXED, PLEASED, IMPROVED = (0.45, 0.35, 0.20), (0.80, 0.15, 0.05), (0.50, 0.32, 0.18)
TRUE_EFFORT = sum(answer * chance for answer, chance in enumerate(EFFORT, start=1))
NINETIETH = TYPICAL_TIME * math.exp(SPREAD * 1.2815515655446004)

_TRIED: tuple[tuple[str, str, tuple[int, ...], float, Callable[..., tuple[Ends, Ends | None]], dict[str, Any]], ...] = (
    ("NPS, wahr 25", "NPS, true 25", (30, 100, 400), 25.0, score, {"shares": MIXED}),
    ("NPS, wahr 75", "NPS, true 75", (10, 30, 100), 75.0, score, {"shares": PLEASED}),
    ("Anteil, wahr 83 %", "share, true 83%", (30, 100, 400), 83.0, share, {"truth": 0.83}),
    ("Anteil, wahr 3 %", "share, true 3%", (30, 100, 400), 3.0, share, {"truth": 0.03}),
    ("Veränderung des NPS, wahr +7", "change of NPS, true +7", (100, 400), 7.0, change,
     {"draw": draw_scores, "chances": (MIXED, IMPROVED)}),
    ("Veränderung eines Anteils, wahr −6,5 PP", "change of a share, true −6.5 pp", (100, 400), -6.5, change,
     {"draw": draw_share, "chances": (0.825, 0.76)}),
    ("Mittelwert, Skala 1 bis 7", "mean, scale 1 to 7", (30, 100, 400), TRUE_EFFORT, effort, {}),
    ("Beschwerden, wahr 3 je 1.000", "complaints, true 3 per 1,000", (1000, 12_000), 3.0, rate, {"truth": 3.0}),
    ("Veränderung der Beschwerden, wahr +1,5 je 1.000", "change of complaints, true +1.5 per 1,000", (12_000,), 1.5,
     change,
     {"draw": draw_rate, "chances": (3.0, 4.5)}),
    ("Dauer, Median", "time, median", (30, 100, 400), TYPICAL_TIME, time, {"statistic": Statistic.MEDIAN}),
    ("Dauer, 90 % erledigt", "time, 90% done", (100, 400), NINETIETH, time, {"statistic": Statistic.P90}),
    ("Dauer, Median, ein Teil noch offen", "time, median, some still open", (30, 100, 400), TYPICAL_TIME,
     time_with_open, {}),
    ("Anteil, gewichtete Antworten", "share, weighted answers", (100, 400), 100 * (2 * 0.7 + 0.9) / 3, weighted, {}),
    ("NPS aus gewichteten Gruppen", "NPS from weighted groups", (100, 400), 45.0, groups, {}),
    ("NPS, 60 von 80 Kunden", "NPS, 60 of 80 customers", (60,), 35.0, few_customers, {}),
    ("NPS, dieselben Kunden zweimal", "NPS, the same customers twice", (100,), 13.0, same_customers, {}),
)  # fmt: skip
"""German and English name, numbers of answers, the truth, how it is drawn, and with which chances."""

CASES = tuple(
    Case({"de": german, "en": english}, n, truth, partial(draw, n, **chances))
    for german, english, sizes, truth, draw, chances in _TRIED
    for n in sizes
)
