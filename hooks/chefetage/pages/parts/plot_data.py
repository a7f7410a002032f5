"""The numbers of a chart in Vega-Lite: from a metric or as they stand in it, for drawing and as a table."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from chefetage.charts.scales import places
from chefetage.charts.vega.reading import Path, SpecError
from chefetage.charts.vega.rules import data_of
from chefetage.charts.vega.words import titles_of
from chefetage.model.month import Month
from chefetage.model.nearest import nearest
from chefetage.pages.parts.chart import level_words, unit_words
from chefetage.pages.parts.number import SERIES, omitted_words
from chefetage.pages.parts.segments import dimension_name, view_segments
from chefetage.pages.press import phrase

if TYPE_CHECKING:
    from collections.abc import Mapping

    from chefetage.locales import Locale
    from chefetage.model.estimate import Figure
    from chefetage.model.metric import Metric
    from chefetage.pages.context import Context

MAX_MONTHS = 120
_DAY, _MONTH = re.compile(r"\d{4}-\d\d-\d\d"), re.compile(r"\d{4}-\d\d")

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class DataTable:
    """A chart's numbers for those who would rather read them."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Numbers:
    """What a chart draws."""

    tables: tuple[DataTable, ...]
    notes: tuple[Markup, ...]
    errors: tuple[SpecError, ...]
    is_empty: bool = False
    """Whether there is no value anywhere."""


@dataclass(frozen=True, slots=True)
class _Source:
    rows: list[Row]
    table: DataTable
    note: Markup


def fill_in(c: Context, spec: dict[str, Any]) -> Numbers:
    """Put the rows of metrics into a chart, in place of what asks for them, and return what readers see of them.

    A value that must not be shown is empty in the rows, and in the table a word says why.
    """
    sources: list[_Source] = []
    errors: list[SpecError] = []
    titles = titles_of(spec)
    for path, data in list(data_of(spec)):
        try:
            source = _asked(c, data, path) if "metric" in data else _inline(c.locale, data["values"], titles)
        except SpecError as error:
            errors.append(error)
            continue
        for asked in ("metric", "months", "segment"):
            data.pop(asked, None)
        data["values"] = source.rows
        sources.append(source)
    values = [row for source in sources for row in source.rows if not isinstance(row, dict) or _has_value(row)]
    return Numbers(
        tables=tuple(source.table for source in sources),
        notes=tuple(dict.fromkeys(source.note for source in sources if source.note)),
        errors=tuple(errors),
        is_empty=not values,
    )


def _has_value(row: Row) -> bool:
    return "value" not in row or row["value"] is not None


def _asked(c: Context, data: Mapping[str, Any], path: Path) -> _Source:
    name, dimension, months = data["metric"], data.get("segment"), data.get("months", SERIES)
    if "values" in data:
        raise SpecError("vega-data", path)
    if not isinstance(name, str) or name not in c.project.metrics:
        raise _unknown((*path, "metric"), "metric", str(name), c.project.metrics)
    if dimension is not None and not (isinstance(dimension, str) and dimension in c.project.dimensions):
        raise _unknown((*path, "segment"), "dimension", str(dimension), c.project.dimensions)
    if isinstance(months, bool) or not isinstance(months, int) or not 1 <= months <= MAX_MONTHS:
        raise SpecError("block-months", (*path, "months"), block="vega-lite", max=MAX_MONTHS)
    metric = c.project.metrics[name]
    return _course(c, metric, months) if dimension is None else _groups(c, metric, dimension)


def _unknown(path: Path, kind: str, written: str, known: Mapping[str, object]) -> SpecError:
    return SpecError(
        "unknown-in-block", path, block="vega-lite", kind=kind, id=written, nearest=nearest(written, known)
    )


def _course(c: Context, metric: Metric, months: int) -> _Source:
    series = c.series(metric.id, months)
    columns = (c.say("metric.column.month"), *_value_columns(c))
    cells = tuple((c.locale.month_short(figure.month), *_cells(c, figure)) for figure in series)
    rows = [{"month": figure.month.first_day.isoformat(), **_values(figure)} for figure in series]
    if not any(figure.estimate for figure in series) or c.month is None:
        note = omitted_words(c, metric) or Markup.escape(c.say("chart.no-data"))
    else:
        note = phrase(
            c, "plot.course", company=c.project.brand.company, what=unit_words(c, metric),
            first=c.locale.month(series[0].month), last=c.locale.month(series[-1].month),
        )  # fmt: skip
    return _Source(rows, DataTable(columns, cells), note)


def _groups(c: Context, metric: Metric, dimension: str) -> _Source:
    segments = view_segments(c, metric, (dimension,))
    found = segments.dimensions[0] if segments.dimensions else None
    groups = found.groups if found else ()
    columns = (dimension_name(c, dimension), *_value_columns(c))
    cells = tuple((group.name, *_cells(c, group.figure)) for group in groups)
    rows = [{"group": group.name, **_values(group.figure)} for group in groups]
    if not any(group.figure.estimate for group in groups) or segments.month is None:
        note = omitted_words(c, metric) or Markup.escape(c.say("chart.no-data"))
    else:
        note = phrase(
            c, "plot.groups", company=c.project.brand.company, what=unit_words(c, metric),
            month=c.locale.month(segments.month), level=level_words(c, segments),
        )  # fmt: skip
    if found and found.hidden:
        note = Markup("{} {}").format(note, found.hidden)
    return _Source(rows, DataTable(columns, cells), note)


def _value_columns(c: Context) -> tuple[str, str, str]:
    return c.say("metric.column.value"), c.say("metric.column.interval"), "n"


def _values(figure: Figure) -> Row:
    """Return what may be drawn of a figure; nothing of one that is hidden, not even how many answered."""
    estimate = figure.estimate
    if estimate is None:
        return dict.fromkeys(("value", "low", "high", "n"))
    ends = {"value": estimate.value, "low": estimate.low, "high": estimate.high}
    return {name: round(end, 10) for name, end in ends.items()} | {"n": figure.n}


def _cells(c: Context, figure: Figure) -> tuple[str, str, str]:
    if figure.estimate is None or figure.n is None:
        return c.locale.figure(figure), "", ""
    interval = "–" if figure.estimate.is_fact else c.locale.figure_interval(figure)
    return c.locale.figure(figure), interval, c.locale.number(figure.n)


def _inline(locale: Locale, values: list[Any], titles: Mapping[str, str]) -> _Source:
    rows = [row if isinstance(row, dict) else {"data": row} for row in values]
    names = tuple(dict.fromkeys(name for row in rows for name in row))
    columns = [_column(locale, [row.get(name) for row in rows]) for name in names]
    cells = tuple(zip(*columns, strict=True))
    return _Source(values, DataTable(tuple(titles.get(name, name) for name in names), cells), Markup())


def _column(locale: Locale, values: list[Any]) -> list[str]:
    """Return one column's cells; its numbers all have as many decimals as the finest."""
    numbers = [value for value in values if isinstance(value, int | float) and not isinstance(value, bool)]
    decimals = max((places(value) for value in numbers), default=0)
    return [_cell(locale, value, decimals) for value in values]


def _cell(locale: Locale, value: object, decimals: int) -> str:
    if value is None or isinstance(value, bool):
        return "–" if value is None else str(value).lower()
    return locale.number(value, decimals) if isinstance(value, int | float) else _as_date(locale, str(value))


def _as_date(locale: Locale, text: str) -> str:
    try:
        if _DAY.fullmatch(text):
            return locale.day(date.fromisoformat(text))
        return locale.month(Month.parse(text)) if _MONTH.fullmatch(text) else text
    except ValueError:
        return text
