"""What the engine has counted, as the counts of a snapshot; what cannot be counted, as findings."""

from __future__ import annotations

import hashlib
import json
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from chefetage.model.snapshot import ALL
from chefetage.sources.answers import NO_ANSWERS, Verdict
from chefetage.sources.database.category import WAITING, answer_in
from chefetage.sources.database.plan import UNKNOWN_GROUP
from chefetage.sources.database.ways import WRONG, Answers, Pile
from chefetage.sources.discretion import may_repeat_number
from chefetage.sources.fetching import FetchedMonth
from chefetage.sources.text import number_or_word

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from chefetage.model.month import Month
    from chefetage.model.source import Source
    from chefetage.sources.answers import Question
    from chefetage.sources.database.plan import Counting
    from chefetage.sources.findings import Findings

_DIGEST_LENGTH = 12


@dataclass(frozen=True, slots=True)
class Line:
    """One line that an engine answers with; see `counting.counted`."""

    metric: str
    dimension: str
    month: Month | None
    """`None` if its rows belong to no month."""
    has_day: bool
    """Of those, whether a day is given, though one that cannot be read."""
    group: str
    category: str
    times: int
    weight: int
    square: int
    unweighed: int


class Folded:
    """All lines of one query, put together."""

    def __init__(self, countings: Sequence[Counting]) -> None:
        self._countings = {counting.id: counting for counting in countings}
        self._piles: dict[tuple[str, Month], dict[str, Pile]] = defaultdict(lambda: defaultdict(Pile.empty))
        self._rows: Counter[Month] = Counter()
        self._wrong: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
        self._unknown: dict[str, Counter[str]] = defaultdict(Counter)
        self._unweighed: Counter[str] = Counter()
        self._waiting: Counter[str] = Counter()
        self._without_day: dict[bool, Counter[str]] = {True: Counter(), False: Counter()}

    def add(self, lines: Iterable[Line]) -> None:
        """Take in what the engine answered. Each dimension tells of all rows, so the first also tells of all groups."""
        for line in lines:
            counting = self._countings[line.metric]
            is_first = not counting.splits or line.dimension == counting.splits[0].dimension
            if line.month is None:
                self._without_day[line.has_day][line.metric] += line.times if is_first else 0
                continue
            if line.group == UNKNOWN_GROUP:
                self._unknown[line.dimension][line.metric] += line.times
            if is_first:
                self._rows[line.month] += line.times
            if line.category == WAITING:
                self._waiting[line.metric] += line.times if is_first else 0
                continue
            verdict = line.category if line.category.startswith(WRONG) else counting.way.verdict(line.category)
            if is_first:
                self._count(counting, line.month, ALL, verdict, line)
            if counting.splits and line.group != UNKNOWN_GROUP:
                self._count(counting, line.month, line.group, verdict, line)

    def _count(self, counting: Counting, month: Month, group: str, verdict: str, line: Line) -> None:
        if verdict not in NO_ANSWERS and not verdict.startswith(WRONG):
            self._piles[counting.id, month][group].add(verdict, line.times, line.weight, line.square)
            self._unweighed[counting.id] += line.unweighed if group == ALL else 0
        elif verdict != Verdict.MISSING and group == ALL:
            self._wrong[counting.id][verdict, line.category] += line.times

    def holds(self, month: Month) -> bool:
        """Whether there is any row of the month."""
        return self._rows[month] > 0

    def month(self, month: Month) -> FetchedMonth:
        """Return the counts of a month; every group with a name is there, whether or not it answered."""
        stats: dict[str, dict[str, dict[str, int]]] = {}
        for counting in self._countings.values():
            piles = self._piles[counting.id, month]
            named = [group for split in counting.splits for group in split.named]
            of_metric = stats.setdefault(counting.metric.id, {})
            for group in dict.fromkeys([ALL, *list(piles), *named]):
                of_metric.setdefault(group, {}).update(counting.way.stats(piles[group]))
        text = json.dumps(stats, sort_keys=True)
        return FetchedMonth(stats, hashlib.sha256(text.encode()).hexdigest()[:_DIGEST_LENGTH])

    def report(self, source: Source, findings: Findings, k: int) -> None:
        """Tell what could not be counted: how often it came, and what it is only if that can be nobody's name."""
        for has_day, counts in self._without_day.items():
            if count := max(counts.values(), default=0):
                where = source.at("date")
                problem = "database-date-bad" if has_day else "database-date-empty"
                findings.error(problem, where.line, where.column, column=source.date, count=count)
        for dimension, unknown in self._unknown.items():
            where = source.at("segments", dimension)
            findings.error(
                "database-segment-unshown", where.line, where.column, column=source.segments[dimension],
                dimension=dimension, count=max(unknown.values()),
            )  # fmt: skip
        for counting in self._countings.values():
            where = source.at("metrics", counting.metric.id)
            if count := self._unweighed[counting.id]:
                weight = source.metrics[counting.metric.id].weight
                findings.error("database-weight-bad", where.line, where.column, column=weight, count=count)
            if count := self._waiting[counting.id]:
                findings.hint(
                    "windows-open", where.line, where.column, count=count, metric=counting.metric.id,
                    days=counting.metric.window_days,
                )  # fmt: skip
            for problem, params in _wrong(self._wrong[counting.id], counting, k):
                findings.error(
                    problem, where.line, where.column, column=counting.column, decimal=source.decimal, **params
                )


def _wrong(wrong: Mapping[tuple[str, str], int], counting: Counting, k: int) -> Iterable[tuple[str, dict[str, object]]]:
    """Yield a finding for each kind of mistake."""
    if isinstance(counting.way, Answers):
        yield from _wrong_answers(wrong, counting.way.question, k)
        return
    for (mistake, _), count in sorted(wrong.items()):
        yield f"database-{mistake.removeprefix(WRONG)}", {"count": count}


def _wrong_answers(
    wrong: Mapping[tuple[str, str], int], question: Question, k: int
) -> Iterable[tuple[str, dict[str, object]]]:
    """Yield a finding for each number that may be told, and one for all else that is no answer."""
    unshown: Counter[str] = Counter()
    for (verdict, category), count in sorted(wrong.items()):
        answer = answer_in(category)
        number = None if answer is None else number_or_word(answer)
        if isinstance(number, int) and may_repeat_number(number, count, question.scale, k):
            yield "database-answer-off-scale", {"answer": number, "count": count, "allowed": question.allowed}
        else:
            unshown[verdict] += count
    for verdict, count in sorted(unshown.items()):
        problem = "database-answers-almost" if verdict == Verdict.ALMOST else "database-answers-unshown"
        yield problem, {"count": count, "allowed": question.allowed}
