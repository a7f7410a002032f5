"""The ways of counting inside an engine: what is read of a row, and what that comes out as in a snapshot."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Protocol

import ibis

from chefetage.sources.answers import Question, Verdict, stats_of
from chefetage.sources.database.amounts import amount_of
from chefetage.sources.database.category import EMPTY, Vocabulary, example_of
from chefetage.sources.database.cells import tidied, with_category
from chefetage.sources.database.steps import step
from chefetage.sources.numbers import MILLION, whole

if TYPE_CHECKING:
    from collections.abc import Mapping

    import ibis.expr.types as ir

WRONG = "!"
"""Begins a category, and a verdict, that is a mistake: what follows is the end of a finding's id."""
_COUNTED = "counted"
_LARGEST = 10**15
_LONGEST = 999_999_999
"""In units; see `chefetage.sources.times`."""
_FOUR_DECIMALS = 100
"""Millionths in a ten-thousandth, the smallest part of an amount."""


@dataclass(slots=True)
class Pile:
    """What an engine has counted of one group in one month, by verdict."""

    times: dict[str, int]
    sums: dict[str, int]
    """Of weights or amounts, in millionths."""
    squares: int = 0

    @classmethod
    def empty(cls) -> Pile:
        """Return a pile of nothing."""
        return cls({}, {})

    def add(self, verdict: str, times: int, sum_: int, square: int) -> None:
        """Add what one line says."""
        self.times[verdict] = self.times.get(verdict, 0) + times
        self.sums[verdict] = self.sums.get(verdict, 0) + sum_
        self.squares += square


class Way(Protocol):
    """One way of counting."""

    def cells(self, rows: ir.Table) -> dict[str, ir.Value]:
        """Return the columns that are read, under names of their own; rows that agree in them are put together."""
        ...

    def judged(self, rows: ir.Table) -> ir.Table:
        """Return the rows, their `times` and `period` among them, with a `category`, and a `weight` where it sums."""
        ...

    def verdict(self, category: str) -> str:
        """Return the name under which a category is counted, `Verdict.MISSING`, or a mistake."""
        ...

    def stats(self, pile: Pile) -> dict[str, int]:
        """Return the counts as a snapshot holds them."""
        ...


@dataclass(frozen=True, slots=True)
class Answers:
    """Answers, one a row, judged by a question; weighted if there is a column of weights."""

    column: str
    question: Question
    vocabulary: Vocabulary
    weight: str | None = None
    decimal: str = "."

    def cells(self, rows: ir.Table) -> dict[str, ir.Value]:
        """Return the answer; see `Way`."""
        return {"answer": rows[self.column]}

    def weighing(self, rows: ir.Table) -> dict[str, ir.Value]:
        """Return a row's weight in millionths, its square, and whether it is none; nothing without weights."""
        if self.weight is None:
            return {}
        weight = amount_of(rows[self.weight], self.decimal)
        is_weight = weight.is_number & (weight.millionths >= 0)
        exact = ibis.cases((is_weight, weight.millionths), else_=ibis.literal(0)).cast("decimal(19, 0)")
        return {"weight": exact, "square": exact * exact, "unweighed": ibis.cases((is_weight, 0), else_=1)}

    def judged(self, rows: ir.Table) -> ir.Table:
        """Return the rows with what their answers come out as."""
        return with_category(rows, "answer", self.vocabulary)

    def verdict(self, category: str) -> str:
        """Return what the question says of every answer of the category."""
        return self.question.judge(example_of(category, self.question))

    def stats(self, pile: Pile) -> dict[str, int]:
        """Return the counts, and the sums of weights; see `Way`."""
        stats = stats_of(pile.times, self.question)
        if self.weight is None:
            return stats
        squares = (pile.squares + MILLION // 2) // MILLION
        sums = stats_of(pile.sums, self.question)
        return stats | {f"weight-{name}": weight for name, weight in sums.items()} | {"squares": squares}


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows; with a column, those in which it is filled in."""

    column: str
    missing: frozenset[str]

    def cells(self, rows: ir.Table) -> dict[str, ir.Value]:
        """Return the column, if there is one; see `Way`."""
        return {"answer": rows[self.column]} if self.column else {}

    def judged(self, rows: ir.Table) -> ir.Table:
        """Return the rows, those that count called so."""
        if not self.column:
            return step(rows, category=ibis.literal(_COUNTED))
        is_none = tidied(rows["answer"]).isin(sorted(self.missing | {""}))
        return step(rows, category=ibis.cases((is_none, EMPTY), else_=ibis.literal(_COUNTED)))

    def verdict(self, category: str) -> str:
        """Return whether a row counts."""
        return _COUNTED if category == _COUNTED else Verdict.MISSING

    def stats(self, pile: Pile) -> dict[str, int]:
        """Return how many rows there are."""
        return {"count": pile.times.get(_COUNTED, 0)}


@dataclass(frozen=True, slots=True)
class Amounts:
    """Euros, added up to the hundredth of a cent."""

    column: str
    missing: frozenset[str]
    decimal: str

    def cells(self, rows: ir.Table) -> dict[str, ir.Value]:
        """Return the amount; see `Way`."""
        return {"answer": rows[self.column]}

    def judged(self, rows: ir.Table) -> ir.Table:
        """Return the rows, with the sum of their amounts in millionths."""
        amount = amount_of(rows["answer"], self.decimal)
        rows = step(rows, text=tidied(rows["answer"]), is_number=amount.is_number, amount=amount.millionths)
        is_sound = rows.is_number & (rows.amount % _FOUR_DECIMALS == 0) & (rows.amount <= _most())
        category = ibis.cases(
            (rows.text.isin(sorted(self.missing | {""})), EMPTY),
            (is_sound & (rows.amount >= 0), _COUNTED),
            else_=ibis.literal(f"{WRONG}amount-bad"),
        )
        return step(rows, category=category, weight=ibis.cases((is_sound, rows.amount), else_=0) * rows.times)

    def verdict(self, category: str) -> str:
        """Return whether an amount counts."""
        return Verdict.MISSING if category == EMPTY else category

    def stats(self, pile: Pile) -> dict[str, int]:
        """Return whole euros, rounded once at the end, and how many amounts they come from."""
        euros = Decimal(pile.sums.get(_COUNTED, 0)) / MILLION
        return {"amount": whole(euros), "n": pile.times.get(_COUNTED, 0)}


@dataclass(frozen=True, slots=True)
class Sum:
    """One count of rows that are already counted."""

    name: str
    """As a snapshot calls it, such as `k`."""
    columns: Mapping[str, str]
    """All counts of the row to their columns."""
    decimal: str

    def cells(self, rows: ir.Table) -> dict[str, ir.Value]:
        """Return the count, and the whole that it is a part of; see `Way`."""
        cells = {"answer": rows[self.columns[self.name]]}
        if self.name == "k" and "n" in self.columns:
            cells["whole"] = rows[self.columns["n"]]
        return cells

    def judged(self, rows: ir.Table) -> ir.Table:
        """Return the rows, with the sum of their counts in millionths."""
        count = amount_of(rows["answer"], self.decimal)
        columns = {"is_number": count.is_number, "amount": count.millionths}
        if "whole" in rows.columns:
            columns["most"] = amount_of(rows["whole"], self.decimal).millionths
        rows = step(rows, **columns)
        is_sound = rows.is_number & (rows.amount >= 0) & (rows.amount <= _most())
        if self.name != "amount":
            is_sound &= rows.amount % MILLION == 0
        branches = [(~is_sound, f"{WRONG}total-bad")]
        if "most" in rows.columns:
            branches.append((rows.amount > rows.most, f"{WRONG}total-more"))
        category = ibis.cases(*branches, else_=ibis.literal(_COUNTED))
        return step(
            rows, category=category, weight=ibis.cases((is_sound, self._whole(rows.amount)), else_=0) * rows.times
        )

    def _whole(self, amount: ir.DecimalValue) -> ir.DecimalValue:
        """Return millionths rounded to whole units, half of one away from zero: each row is one number."""
        if self.name != "amount":
            return amount
        return ((amount + MILLION // 2) // MILLION).cast("decimal(38, 0)") * MILLION

    def verdict(self, category: str) -> str:
        """Return whether a count counts."""
        return category

    def stats(self, pile: Pile) -> dict[str, int]:
        """Return the sum."""
        return {self.name: pile.sums.get(_COUNTED, 0) // MILLION}


@dataclass(frozen=True, slots=True)
class Durations:
    """Cases whose duration stands in a column, in the metric's unit."""

    column: str
    missing: frozenset[str]
    still_open: Mapping[str, str]
    """Columns and what they hold of a case that is still open."""
    decimal: str

    def cells(self, rows: ir.Table) -> dict[str, ir.Value]:
        """Return the duration, and whether the case is open; see `Way`."""
        is_open = ibis.literal(bool(self.still_open))
        for name, value in self.still_open.items():
            is_open &= tidied(rows[name]) == value
        return {"answer": rows[self.column], "is_open": is_open}

    def judged(self, rows: ir.Table) -> ir.Table:
        """Return the rows with whole units as the category."""
        duration = amount_of(rows["answer"], self.decimal)
        rows = step(rows, text=tidied(rows["answer"]), is_number=duration.is_number, units=duration.millionths)
        is_sound = rows.is_number & (rows.units >= 0) & (rows.units <= _LONGEST * MILLION)
        units = ((rows.units + MILLION // 2) // MILLION).cast("int64")
        return step(
            rows,
            category=ibis.cases(
                (rows.text.isin(sorted(self.missing | {""})), EMPTY),
                (~is_sound, f"{WRONG}duration-bad"),
                else_=times_name(rows.is_open, units),
            ),
        )

    def verdict(self, category: str) -> str:
        """Return the name of a case's time; see `Way`."""
        return Verdict.MISSING if category == EMPTY else category

    def stats(self, pile: Pile) -> dict[str, int]:
        """Return how many cases took how long."""
        return by_duration(pile.times)


def _most() -> ir.DecimalScalar:
    """Return the largest number that is read, in millionths."""
    return ibis.literal(Decimal(_LARGEST * MILLION), type="decimal(38, 0)")


def times_name(is_open: ir.BooleanValue, units: ir.IntegerValue) -> ir.StringValue:
    """Return the name under which a snapshot counts a case: `closed-6`, `open-10`."""
    state = ibis.cases((is_open, "open-"), else_=ibis.literal("closed-"))
    return state.concat(units.cast("string"))


def by_duration(times: Mapping[str, int]) -> dict[str, int]:
    """Return counts of times, closed ones first and the shortest first."""
    named = sorted((name.partition("-")[0], int(name.partition("-")[2])) for name in times)
    return {f"{state}-{units}": times[f"{state}-{units}"] for state, units in named}
