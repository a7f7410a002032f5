"""What one cell says: an answer that counts one way or the other, none, or something that cannot be."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from chefetage.model.metric import NPS_SCALE, Metric, MetricKind, Tally
from chefetage.sources.text import number_or_word, plain, tidy

if TYPE_CHECKING:
    from collections.abc import Mapping

    from chefetage.model.source import Column

_LEADING_NUMBER = re.compile(r"(-?[0-9]+)\b(?![.,][0-9])")
"""As tools write the worded ends of a scale: `5: the most challenging part`; `4.5` is an average, no answer."""
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


NO_ANSWERS = frozenset({Verdict.MISSING, Verdict.OFF_SCALE, Verdict.ALMOST})
"""The verdicts that are no valid answers; all others are counted under their name."""


@dataclass(frozen=True, slots=True)
class Question:
    """How the answers of one column are to be read."""

    kind: MetricKind
    tally: Tally = Tally.SHARE
    flip: bool = False
    """Whether answers are turned round on their scale: 1 is best."""
    scale: tuple[int, int] | None = None
    """Lowest and highest answer, both included."""
    top: frozenset[int | str] = frozenset()
    """Answers that count, for a share."""
    missing: frozenset[int | str] = frozenset()
    labels: Mapping[str, int | str] = field(default_factory=dict)

    @classmethod
    def of(cls, metric: Metric, column: Column) -> Question:
        """Return how a metric is read from a column."""
        return cls.make(metric.kind, column, metric.scale, metric.counting, metric.tally, flip=metric.flip)

    @classmethod
    def make(  # noqa: PLR0913 – what a metric says of its answers
        cls,
        kind: MetricKind,
        column: Column,
        scale: tuple[int, int] | None,
        top: tuple[int | str, ...],
        tally: Tally = Tally.SHARE,
        *,
        flip: bool = False,
    ) -> Question:
        """Return a question, its words tidied and its numbers made numbers, however they were written."""
        return cls(
            kind,
            Tally.SCORE if kind is MetricKind.NPS else tally,
            flip,
            NPS_SCALE if kind is MetricKind.NPS else scale,
            frozenset(number_or_word(str(answer)) for answer in top),
            frozenset(number_or_word(str(code)) for code in column.missing),
            {tidy(text): number_or_word(str(answer)) for text, answer in column.labels.items()},
        )

    def judge(self, cell: str) -> str:
        """Return what a cell is to the metric: a `Verdict`, or `answer-4` for a mean; an empty one is missing.

        A share without a scale knows no wrong numbers. It knows wrong words: if `labels` name the right ones, all
        others; if all that counts is numbers, those that do not begin with one.
        """
        text = tidy(cell)
        answer = self.labels.get(text, number_or_word(text))
        if not text or answer in self.missing or number_or_word(text) in self.missing:
            return Verdict.MISSING
        if self.scale is not None and not (isinstance(answer, int) and self.scale[0] <= answer <= self.scale[1]):
            return Verdict.OFF_SCALE
        if self.flip and self.scale is not None and isinstance(answer, int):
            answer = sum(self.scale) - answer
        if self.tally is Tally.SCORE:
            return _nps_verdict(answer)
        if self.tally is Tally.MEAN:
            return f"answer-{answer}" if isinstance(answer, int) else Verdict.OFF_SCALE
        return self._share_verdict(answer)

    def _share_verdict(self, answer: int | str) -> Verdict:
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


def stats_of(tally: Mapping[str, int], question: Question) -> dict[str, int]:
    """Return the counts as a snapshot holds them; see `chefetage.stats.counts` for the names."""
    if question.tally is Tally.SCORE:
        return {
            verdict.value: tally.get(verdict, 0) for verdict in (Verdict.PROMOTER, Verdict.PASSIVE, Verdict.DETRACTOR)
        }
    if question.tally is Tally.MEAN:
        low, high = question.scale or (0, -1)
        return {f"answer-{answer}": tally.get(f"answer-{answer}", 0) for answer in range(low, high + 1)}
    counting = tally.get(Verdict.COUNTS, 0)
    whole = "exposure" if question.tally is Tally.RATE else "n"
    return {"k": counting, whole: counting + tally.get(Verdict.COUNTS_NOT, 0)}
