"""What `chefetage inspect` prints: lines for people, or one object for programs."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from chefetage.model.metric import MetricKind, Unit
from chefetage.sources.column_look import Holds
from chefetage.sources.look import metric_entry
from chefetage.sources.tally import answers_in
from chefetage.sources.words import message
from chefetage.stats.counts import counts_from, estimate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from chefetage.locales import Locale
    from chefetage.model.estimate import Estimate
    from chefetage.sources.answers import Question
    from chefetage.sources.column_look import ColumnLook
    from chefetage.sources.findings import Findings
    from chefetage.sources.look import Look, Trial
    from chefetage.sources.table import Table

_DELIMITER_NAMES = {",": "comma", ";": "semicolon", "\t": "tab", "|": "bar"}


@dataclass(frozen=True)
class Inspection:
    """All that is known of a file; what could not be found out is `None`."""

    findings: Findings
    table: Table | None = None
    look: Look | None = None
    question: Question | None = None
    trial: Trial | None = None
    entry: str | None = None

    @cached_property
    def estimated(self) -> Estimate | None:
        """The value with its interval; nothing without answers."""
        if self.trial is None or self.question is None:
            return None
        return estimate(counts_from(self.trial.stats, self.question.tally))


def as_json(inspection: Inspection, locale: Locale) -> dict[str, Any]:
    """Return one object; values are in points or percent, unrounded."""
    table, look, trial, estimated = inspection.table, inspection.look, inspection.trial, inspection.estimated
    found: dict[str, Any] = {"file": inspection.findings.path}
    if table is not None and look is not None:
        found |= {
            "encoding": table.sheet.encoding,
            "delimiter": table.sheet.delimiter,
            "header_rows": len(table.header.rows),
            "rows": look.rows,
        }
    if inspection.question is not None:
        found |= {
            "kept": trial and trial.kept,
            "dropped": trial and trial.rows - trial.kept,
            "n": trial and answers_in(trial.stats),
            **(trial.stats if trial else {}),
            "value": estimated and estimated.value,
            "low": estimated and estimated.low,
            "high": estimated and estimated.high,
            "method": estimated and estimated.method,
            "entry": inspection.entry,
        }
    elif look is not None:
        found["columns"] = [_column_json(column) for column in look.columns]
    problems = [*inspection.findings.errors, *inspection.findings.hints]
    found["problems"] = [
        {
            "row": problem.location.line,
            "column": problem.location.column,
            "severity": problem.severity.value,
            "id": problem.id,
            "message": message(problem, locale),
        }
        for problem in problems
    ]
    return found


def _column_json(column: ColumnLook) -> dict[str, Any]:
    return {
        "name": column.name,
        "answered": column.answered,
        "holds": column.holds.value,
        "low": column.low,
        "high": column.high,
        "words": dict(column.words),
        "rare_words": column.rare_words,
        "date_formats": list(column.date_formats),
        "suggestion": column.suggestion and column.suggestion.value,
    }


def lines(inspection: Inspection, locale: Locale) -> Iterator[str]:
    """Yield lines for people to read."""
    table, look = inspection.table, inspection.look
    if table is None or look is None:
        return
    name = _DELIMITER_NAMES.get(table.sheet.delimiter or "")
    yield locale.say(
        "commands.inspect.file", file=inspection.findings.path, encoding=table.sheet.encoding,
        delimiter=locale.say(f"commands.inspect.delimiters.{name}") if name else repr(table.sheet.delimiter),
        header_rows=len(table.header.rows), rows=locale.number(look.rows), columns=table.header.width,
    )  # fmt: skip
    if inspection.question is None:
        yield ""
        for number, column in enumerate(look.columns, start=1):
            yield _column_line(number, column, locale)
    elif inspection.trial is not None and inspection.entry is not None:
        yield from _trial_lines(inspection.trial, inspection.question, inspection.estimated, locale)
        yield ""
        yield locale.say("commands.inspect.paste")
        yield ""
        yield inspection.entry
        yield locale.say("commands.inspect.paste-metric")
        yield ""
        yield metric_entry(inspection.question).rstrip()


def _column_line(number: int, column: ColumnLook, locale: Locale) -> str:
    holds = locale.say(f"commands.inspect.holds.{column.holds}", low=column.low, high=column.high)
    if column.holds is Holds.NUMBERS and column.low is None:
        holds = locale.say("commands.inspect.holds.many-numbers")
    words = [f"{locale.quoted(word)} ({count})" for word, count in column.words]
    if column.rare_words:
        words.append(locale.say(f"commands.inspect.rare-word{'s' * (column.rare_words > 1)}", count=column.rare_words))
    if words:
        holds = locale.say("commands.inspect.with-words", holds=holds, words=", ".join(words))
    if column.date_formats and column.date_formats[0]:
        holds += f" (date_format: {' / '.join(column.date_formats)})"
    name = column.name or locale.say("commands.inspect.nameless")
    line = locale.say("commands.inspect.column", number=number, name=name, answered=column.answered, holds=holds)
    if column.suggestion is None:
        return line
    return line + locale.say(
        "commands.inspect.suggestion", use=locale.say(f"commands.inspect.uses.{column.suggestion}")
    )


def _trial_lines(trial: Trial, question: Question, estimated: Estimate | None, locale: Locale) -> Iterator[str]:
    n = estimated.n if estimated else 0
    yield locale.say(
        "commands.inspect.respondents", rows=locale.number(trial.rows), dropped=locale.number(trial.rows - trial.kept),
        missing=locale.number(trial.kept - n), n=locale.number(n),
    )  # fmt: skip
    if estimated is None:
        yield locale.say("commands.inspect.nobody")
        return
    is_score = question.kind is MetricKind.NPS
    unit = Unit.POINTS if is_score else Unit.PERCENT
    counts = {key: locale.number(count) for key, count in trial.stats.items()}
    yield locale.say(f"commands.inspect.counts.{'score' if is_score else 'share'}", **counts)
    yield locale.say(
        "commands.inspect.value", value=locale.value(estimated.value, unit, 1),
        interval=locale.interval(estimated.low, estimated.high, unit, 1),
        method=locale.say(f"values.method.{estimated.method}"),
    )  # fmt: skip
