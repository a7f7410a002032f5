"""What `chefetage inspect --json` prints: one object, whatever happens; what is not known is null."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from chefetage.model.counts import Weighted
from chefetage.model.metric import Tally
from chefetage.sources.entry import METRIC, metric_entry
from chefetage.sources.words import message
from chefetage.stats.unequal import effective_answers

if TYPE_CHECKING:
    from chefetage.cli.inspection import Inspection
    from chefetage.locales import Locale
    from chefetage.model.problem import Problem
    from chefetage.sources.column_look import ColumnLook


def as_json(inspection: Inspection, locale: Locale) -> dict[str, Any]:
    """Return the object; values are in the metric's unit, points or percent, unrounded."""
    table, look, findings = inspection.table, inspection.look, inspection.findings
    found: dict[str, Any] = {
        "file": findings.path,
        "vendor": table and table.vendor.id,
        "format": table and table.sheet.format.value,
        "encoding": table and table.sheet.encoding,
        "delimiter": table and table.sheet.delimiter,
        "header_rows": table and len(table.header.rows),
        "rows": look and look.rows,
        "kept": look and look.kept,
        "dropped": look and look.rows - look.kept,
        "dropped_because": look and {"blank": look.blank, "only": look.left_out},
    }
    if inspection.wanted is not None:
        found |= _value(inspection)
    elif look is not None:
        found["columns"] = [_column(column) for column in look.columns]
    found["problems"] = [_problem(problem, locale) for problem in (*findings.errors, *findings.hints)]
    return found


def _value(inspection: Inspection) -> dict[str, Any]:
    estimated, wanted, counts = inspection.estimated, inspection.wanted, inspection.counts
    value = estimated and estimated.value
    found: dict[str, Any] = {
        "column": inspection.source.metrics[METRIC].column,
        "kind": wanted and wanted.question.kind.value,
        **(inspection.stats or {}),
        "n": counts and counts.n,
        "value": value,
        "low": estimated and estimated.low,
        "high": estimated and estimated.high,
        "unit": inspection.unit and inspection.unit.value,
        "method": estimated and estimated.method,
    }
    if wanted is not None and wanted.tally is Tally.MEAN:
        found |= {"mean": value, "of_maximum": inspection.of_maximum}
    if isinstance(counts, Weighted):
        found["effective_n"] = effective_answers(counts)
    return found | {
        "entry": inspection.entry,
        "metric": wanted and metric_entry(wanted, inspection.told_as),
    }


def _column(column: ColumnLook) -> dict[str, Any]:
    return {
        "name": column.name,
        "answered": column.answered,
        "holds": column.holds.value,
        "low": column.low,
        "high": column.high,
        "scale": column.scale,
        "words": dict(column.words),
        "rare_words": column.rare_words,
        "missing": list(column.codes),
        "labels": dict(column.labels),
        "date_formats": list(column.date_formats),
        "decimal": column.decimal,
        "suggestion": column.suggestion and column.suggestion.value,
    }


def _problem(problem: Problem, locale: Locale) -> dict[str, Any]:
    return {
        "row": problem.location.line,
        "column": problem.location.column,
        "severity": problem.severity.value,
        "id": problem.id,
        "message": message(problem, locale),
    }
