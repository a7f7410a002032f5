"""From what somebody typed after `chefetage inspect` to how the file is read, and what its column is asked."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click
from pydantic import ValidationError

from chefetage.model.metric import STATISTICS, MetricKind, Statistic, Tally, Unit, tally_of, told_as, top_boxes
from chefetage.model.source import Column, Source
from chefetage.sources.answers import Question
from chefetage.sources.entry import METRIC
from chefetage.sources.request import Wanted
from chefetage.sources.scales import scale_around, scale_of
from chefetage.sources.table import DELIMITERS
from chefetage.sources.text import number_or_word
from chefetage.sources.totals import names_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from chefetage.sources.column_look import ColumnLook
    from chefetage.sources.findings import Findings
    from chefetage.sources.look import Look
    from chefetage.sources.table import Table

    Scale = tuple[int, int]

_USUAL_SCALES = {MetricKind.CSAT: (1, 5), MetricKind.CES: (1, 7)}
_NUMBERS = re.compile(r"\s*-?\d+(\s*,\s*-?\d+)+\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The options, as Click hands them over."""

    column: str | None
    kind: str | None
    statistic: str | None
    scale: str | None
    flip: bool
    top: tuple[str, ...]
    missing: tuple[str, ...]
    label: tuple[str, ...]
    weight: str | None
    only: tuple[str, ...]
    total: tuple[str, ...]
    opened: str | None
    closed: str | None
    open_when: tuple[str, ...]
    unit: str
    decimal: str
    date_format: str | None
    header_rows: int | None
    delimiter: str | None
    sheet: str | None
    records: str | None

    @property
    def told_as(self) -> Statistic | None:
        """What the value is told as."""
        if self.kind is None:
            return None
        return told_as(MetricKind(self.kind), None if self.statistic is None else Statistic(self.statistic))

    @property
    def tally(self) -> Tally | None:
        """How answers are counted."""
        return None if self.kind is None else tally_of(MetricKind(self.kind), self.told_as)


def source_of(file: Path, asked: Asked) -> Source:
    """Return how the file is read.

    Raises:
        click.UsageError: Options that say nothing, or do not suit each other.
    """
    _check(asked)
    column = Column(
        column=asked.column or "",
        missing=_answers(asked.missing),
        labels={text: number_or_word(value) for text, value in _pairs(asked.label, "--label TEXT=VALUE")},
        weight=asked.weight,
        opened=asked.opened,
        closed=asked.closed,
        open_when=dict(_pairs(asked.open_when, "--open-when COLUMN=VALUE")),
        counts=dict(_pairs(asked.total, "--total COUNT=COLUMN", is_first=True)),
    )
    facts = {
        "id": "survey",
        "file": str(file),
        "period": "file",
        "header_rows": asked.header_rows,
        "delimiter": asked.delimiter,
        "sheet": asked.sheet,
        "records": asked.records,
        "decimal": asked.decimal,
        "date_format": asked.date_format,
        "layout": "totals" if asked.total else "answers",
        "only": dict(_pairs(asked.only, "--only COLUMN=VALUE")),
        "metrics": {METRIC: column},
    }
    try:
        return Source.model_validate(facts)
    except ValidationError as error:
        raise click.UsageError(str(error.errors()[0]["msg"])) from error


def ask(asked: Asked, source: Source, table: Table, look: Look, findings: Findings) -> Wanted | None:
    """Return what the column is asked; `None`, with an error in `findings`, if its scale cannot be told.

    Where no scale is said, a mean takes the one that the answers seem to be on, and says so as a hint.
    """
    if asked.kind is None or asked.tally is None:
        return None
    kind = MetricKind(asked.kind)
    column = source.metrics[METRIC]
    scale = _scale(asked.scale) if asked.scale else _USUAL_SCALES.get(kind)
    if scale is None and asked.tally is Tally.MEAN and source.layout == "answers":
        found = _found_scale(column, table, look, findings)
        if found is None:
            return None
        scale = found
    top = _answers(asked.top) or top_boxes(kind, scale)
    if asked.top and not asked.scale and any(isinstance(answer, str) for answer in top):
        scale = None  # words that count are on no usual scale
    question = Question.make(kind, column, scale, top, asked.tally, flip=asked.flip)
    unit = Unit(asked.unit) if asked.tally is Tally.TIME else Unit.PERCENT
    return Wanted(column, question, unit)


def _found_scale(column: Column, table: Table, look: Look, findings: Findings) -> Scale | None:
    at = table.header.find(column.column, findings)
    if at is None:
        return None
    scale = _scale_in(look.columns[at], column)
    if scale is None:
        findings.error("scale-unknown", 1, at + 1, column=column.column)
    else:
        findings.hint("scale-assumed", 1, at + 1, column=column.column, low=scale[0], high=scale[1])
    return scale


def _scale_in(seen: ColumnLook, column: Column) -> Scale | None:
    missing = {number_or_word(str(code)) for code in column.missing}
    numbers = {number: times for number, times in seen.numbers.items() if number not in missing}
    for value in column.labels.values():
        if isinstance(value, int):
            numbers[value] = numbers.get(value, 0) + 1
    return scale_of(numbers)[0] or scale_around(numbers)


def _check(asked: Asked) -> None:  # noqa: C901 – one a rule
    if asked.delimiter is not None and (len(asked.delimiter) != 1 or asked.delimiter in '"\r\n'):
        raise click.UsageError(f"a delimiter is one character, such as {' '.join(map(repr, DELIMITERS))}")
    if asked.kind is None:
        if asked.column is not None or asked.total or asked.opened or asked.closed:
            raise click.UsageError("--column needs --kind: what to read it as")
        return
    kind = MetricKind(asked.kind)
    if asked.statistic is not None and Statistic(asked.statistic) not in STATISTICS.get(kind, ()):
        allowed = " or ".join(STATISTICS.get(kind, ())) or "nothing else"
        raise click.UsageError(f"--statistic: {kind.value} is told as {allowed}")
    if kind is MetricKind.NPS and (asked.top or asked.scale):
        raise click.UsageError("a recommendation score needs neither --top nor --scale: it is 9 and 10 on 0-10")
    if (asked.opened is None) != (asked.closed is None):
        raise click.UsageError("--opened and --closed belong together")
    is_time = asked.tally is Tally.TIME
    if (asked.opened or asked.open_when) and not is_time:
        raise click.UsageError("--opened, --closed and --open-when are for --kind time-to-resolution")
    if asked.total:
        _check_total(asked)
    elif asked.column is None and asked.tally is not Tally.COUNT and not (is_time and asked.opened):
        raise click.UsageError("--kind needs --column: what to read")
    elif asked.tally in {Tally.SHARE, Tally.RATE} and not asked.top and kind not in _USUAL_SCALES:
        raise click.UsageError(f"{kind.value} needs --top: the answers that count, or --total: the columns of counts")
    if asked.flip and asked.scale is None and kind not in _USUAL_SCALES:
        raise click.UsageError("--flip needs --scale: where 1 is the best answer, which is the worst?")


def _check_total(asked: Asked) -> None:
    if asked.tally is None:
        return
    scale = _scale(asked.scale) if asked.scale else None
    names = names_of(asked.tally, scale)
    if not names:
        reason = "say --scale" if asked.tally is Tally.MEAN else "it is read case by case"
        raise click.UsageError(f"{asked.kind} does not come as totals here: {reason}")
    given = {name for name, _ in _pairs(asked.total, "--total COUNT=COLUMN", is_first=True)}
    if given != set(names):
        raise click.UsageError(f"totals of {asked.kind} need --total {' --total '.join(f'{name}=…' for name in names)}")


def _scale(text: str) -> Scale:
    found = re.fullmatch(r"(-?\d{1,3})-(-?\d{1,3})", text.replace("–", "-"))
    if found is None or int(found[1]) >= int(found[2]):
        raise click.UsageError(f"not a scale: {text!r}; write --scale 1-5")
    return int(found[1]), int(found[2])


def _answers(given: Iterable[str]) -> tuple[int | str, ...]:
    """Return answers as columns have them; `4,5` are two, since no answer is a broken number."""
    parts = [part for text in given for part in (text.split(",") if _NUMBERS.fullmatch(text) else [text])]
    return tuple(number_or_word(part) for part in parts)


def _pairs(given: Iterable[str], form: str, *, is_first: bool = False) -> list[tuple[str, str]]:
    pairs = []
    for text in given:
        left, sign, right = text.partition("=") if is_first else text.rpartition("=")
        if not sign or not left:
            raise click.UsageError(f"{text!r} is not of the form {form}")
        pairs.append((left, right))
    return pairs
