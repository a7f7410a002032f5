"""What one cell says: an answer that counts one way or the other, none, or something that cannot be."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from chefetage.model.metric import Metric, MetricKind
from chefetage.sources.text import number_or_word, plain, tidy

if TYPE_CHECKING:
    from collections.abc import Mapping

    from chefetage.model.source import Column

_LEADING_NUMBER = re.compile(r"(-?[0-9]+)\b")
"""As tools write the worded ends of a scale: `5: the most challenging part`."""
NPS_SCALE = (0, 10)
_PROMOTERS_FROM = 9
_PASSIVES_FROM = 7


class Verdict(StrEnum):
    """What an answer is to its metric."""

    PROMOTER = "promoters"
    PASSIVE = "passives"
    DETRACTOR = "detractors"
    COUNTS = "k"
    COUNTS_NOT = "other"
    MISSING = "missing"
    OFF_SCALE = "off-scale"
    """Not on the scale, and neither declared missing nor a label."""
    ALMOST = "almost"
    """All but equal to an answer that counts, such as `Ja.` for `Ja`: too likely a slip to be counted either way."""


ANSWERS = {
    MetricKind.NPS: (Verdict.PROMOTER, Verdict.PASSIVE, Verdict.DETRACTOR),
    MetricKind.CSAT: (Verdict.COUNTS, Verdict.COUNTS_NOT),
    MetricKind.SHARE: (Verdict.COUNTS, Verdict.COUNTS_NOT),
}
"""The verdicts that are valid answers, by kind."""


@dataclass(frozen=True, slots=True)
class Question:
    """How the answers of one column are to be read."""

    kind: MetricKind
    scale: tuple[int, int] | None = None
    """Lowest and highest answer, both included."""
    top: frozenset[int | str] = frozenset()
    """Answers that count, for a share."""
    missing: frozenset[int | str] = frozenset()
    labels: Mapping[str, int | str] = field(default_factory=dict)

    @classmethod
    def of(cls, metric: Metric, column: Column) -> Question:
        """Return how a metric is read from a column."""
        return cls.make(metric.kind, column, metric.scale, metric.top)

    @classmethod
    def make(
        cls, kind: MetricKind, column: Column, scale: tuple[int, int] | None, top: tuple[int | str, ...]
    ) -> Question:
        """Return a question, its words tidied and its numbers made numbers, however they were written."""
        return cls(
            kind,
            NPS_SCALE if kind is MetricKind.NPS else scale,
            frozenset(number_or_word(str(answer)) for answer in top),
            frozenset(number_or_word(str(code)) for code in column.missing),
            {tidy(text): number_or_word(str(answer)) for text, answer in column.labels.items()},
        )

    def judge(self, cell: str) -> Verdict:
        """Return what a cell is to the metric; an empty one is missing.

        A share without a scale knows no wrong numbers. It knows wrong words: if `labels` name the right ones, all
        others; if all that counts is numbers, those that do not begin with one.
        """
        text = tidy(cell)
        answer = self.labels.get(text, number_or_word(text))
        if not text or answer in self.missing or number_or_word(text) in self.missing:
            return Verdict.MISSING
        if self.scale is not None and not (isinstance(answer, int) and self.scale[0] <= answer <= self.scale[1]):
            return Verdict.OFF_SCALE
        if self.kind is MetricKind.NPS:
            return _nps_verdict(answer)
        if answer in self.top:
            return Verdict.COUNTS
        if any(_is_almost(answer, counting) for counting in self.top):
            return Verdict.ALMOST
        return Verdict.COUNTS_NOT if self._is_known(answer) else Verdict.OFF_SCALE

    def _is_known(self, answer: int | str) -> bool:
        """Whether an answer that does not count is an answer at all."""
        if isinstance(answer, int) or answer in self.labels.values():
            return True
        if self.labels:
            return False
        return _LEADING_NUMBER.match(answer) is not None or any(isinstance(counting, str) for counting in self.top)

    @property
    def allowed(self) -> str:
        """The answers that are on the scale, for messages: `0–10`, or the words."""
        if self.scale is not None:
            return f"{self.scale[0]}–{self.scale[1]}"
        return ", ".join(sorted(str(answer) for answer in {*self.top, *self.labels}))


def _is_almost(answer: int | str, counting: int | str) -> bool:
    """Whether two different answers are probably the same: `Ja.` and `Ja`, `5` and `5 – very satisfied`."""
    if isinstance(answer, str) and isinstance(counting, str):
        return plain(answer) != "" and plain(answer) == plain(counting)
    if isinstance(answer, int) and isinstance(counting, int):
        return False
    number, word = (answer, counting) if isinstance(answer, int) else (counting, answer)
    leading = _LEADING_NUMBER.match(str(word))
    return leading is not None and int(leading[1]) == number


def _nps_verdict(answer: int | str) -> Verdict:
    if not isinstance(answer, int):
        return Verdict.OFF_SCALE
    if answer >= _PROMOTERS_FROM:
        return Verdict.PROMOTER
    return Verdict.PASSIVE if answer >= _PASSIVES_FROM else Verdict.DETRACTOR


def stats_of(tally: Mapping[Verdict, int], kind: MetricKind) -> dict[str, int]:
    """Return the counts as a snapshot holds them: `promoters`, `passives`, `detractors`, or `k` and `n`."""
    if kind is MetricKind.NPS:
        return {verdict.value: tally.get(verdict, 0) for verdict in ANSWERS[kind]}
    counting = tally.get(Verdict.COUNTS, 0)
    return {"k": counting, "n": counting + tally.get(Verdict.COUNTS_NOT, 0)}
