"""One column of one export: its answers judged and counted, what cannot be an answer remembered; see `Reading`."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from chefetage.sources.answers import NO_ANSWERS, Question, Verdict, stats_of
from chefetage.sources.discretion import USUAL_K, may_repeat_number, may_repeat_word
from chefetage.sources.piles import Piles
from chefetage.sources.scales import no_answers
from chefetage.sources.text import most_like, number_or_word, tidy

if TYPE_CHECKING:
    from chefetage.model.month import Month
    from chefetage.sources.findings import Findings
    from chefetage.sources.reading import Row
    from chefetage.sources.weights import Weights

_MANY_WORDS = 12
"""More different words than this that are no answers, and the column holds free text, which is never shown."""
_REMEMBERED = 1000
"""Different wrong answers remembered; after that they are only counted, so memory stays constant."""
_LONGEST_SHOWN = 40


class Asked:
    """Counts the answers to one question, for all respondents and by group."""

    def __init__(
        self, name: str, position: int, question: Question, k: int = USUAL_K, weights: Weights | None = None
    ) -> None:
        self.name = name
        """The column's name, for messages."""
        self.position = position
        self.question = question
        self._k = k
        self._weights = weights
        self._judge = lru_cache(maxsize=4096)(question.judge)
        self._piles = Piles()
        self._wrong: dict[str, tuple[int, str]] = {}
        self._wrong_times: Counter[str] = Counter()
        self._wrong_rows = 0

    def hear(self, row: Row) -> None:
        """Count one respondent's answer, for the groups he or she belongs to."""
        cell = row.cells[self.position]
        verdict = self._judge(cell)
        if verdict not in NO_ANSWERS:
            self._piles.add(row.month, row.groups, verdict)
            if self._weights is not None:
                self._weights.weigh(row, verdict)
        elif verdict is not Verdict.MISSING:
            self._wrong_rows += 1
            text = tidy(cell)
            if text in self._wrong or len(self._wrong) < _REMEMBERED:
                self._wrong.setdefault(text, (row.number, verdict))
                self._wrong_times[text] += 1

    def stats(self, month: Month | None, group: str) -> dict[str, int]:
        """Return the counts of a group."""
        stats = stats_of(self._piles.of(month, group), self.question)
        if self._weights is None:
            return stats
        return stats | self._weights.stats(month, group, lambda sums: stats_of(sums, self.question))

    def groups(self, month: Month | None) -> tuple[str, ...]:
        """All respondents, and the groups that somebody answered in."""
        return self._piles.groups(month)

    def report(self, findings: Findings) -> None:
        """Tell what was no answer: each different one once, with its first row and how often it came.

        It is repeated only if it can be a forgotten label or code; the rest is counted, and a column of free text is
        called that.
        """
        if self._weights is not None:
            self._weights.report(findings)
        words = [text for text in self._wrong if isinstance(number_or_word(text), str)]
        if len(words) > _MANY_WORDS or any(len(text) > _LONGEST_SHOWN for text in words):
            row = min(self._wrong[text][0] for text in words)
            findings.error(
                "answers-free-text", row, self.position + 1, column=self.name, count=self._wrong_rows,
                allowed=self.question.allowed,
            )  # fmt: skip
            return
        known = [str(answer) for answer in {*self.question.top, *self.question.labels}]
        shown = [text for text in self._wrong if self._may_repeat(text, known)]
        for text in shown:
            row, verdict = self._wrong[text]
            findings.error(
                "answer-almost" if verdict is Verdict.ALMOST else "answer-off-scale", row, self.position + 1,
                answer=text, column=self.name, allowed=self.question.allowed, count=self._wrong_times[text],
                nearest=most_like(text, known) if text in words else None,
            )  # fmt: skip
        rows = [row for text, (row, _) in self._wrong.items() if text not in shown]
        if rows:
            count = self._wrong_rows - sum(self._wrong_times[text] for text in shown)
            findings.error(
                "answers-unshown", min(rows), self.position + 1, column=self.name, allowed=self.question.allowed,
                count=count,
            )  # fmt: skip

    def _may_repeat(self, text: str, known: list[str]) -> bool:
        answer, times = number_or_word(text), self._wrong_times[text]
        if isinstance(answer, int):
            return may_repeat_number(answer, times, self.question.scale, self._k)
        return text in no_answers([text]) or may_repeat_word(text, times, known, self._k)
