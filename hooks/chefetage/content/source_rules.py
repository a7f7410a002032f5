"""What the fields of a source ask of each other, beyond the shape of each."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from chefetage.content.findings import Findings
    from chefetage.model.location import FieldPath
    from chefetage.model.source import Column, Source

    _Found = tuple[FieldPath, str, dict[str, object]]

_WORKBOOK = ".xlsx"
_NEEDS = {
    "sheet": ("file",), "header_rows": ("file", "address"), "connection": ("table", "query"), "token": ("address",),
    "format": ("address",), "records": ("address",), "delimiter": ("file", "address"),
}  # fmt: skip
"""Field to the places it goes with; it says nothing about any other."""


def fields_belong_together(source: Source, findings: Findings) -> None:
    """Note fields that say nothing about this place or layout, and those that need one another."""
    for path, check_id, params in (*_of_place(source), *_of_paths(source)):
        findings.error(source.at(*path), check_id, **params)
    for metric_id, column in source.metrics.items():
        for path, check_id, params in _of_column(source, column):
            findings.error(source.at("metrics", metric_id, *path), check_id, **params)


def _of_place(source: Source) -> Iterator[_Found]:
    place = next(name for name in ("file", "table", "query", "address") if getattr(source, name) is not None)
    for field, places in _NEEDS.items():
        if getattr(source, field) is not None and place not in places:
            yield _needs(field, " / ".join(places))
    if source.file is not None and source.sheet is not None and not _is_workbook(source.file):
        yield _needs("sheet", _WORKBOOK)
    if source.records is not None and source.format == "csv":
        yield _needs("records", "format: json")
    if source.date_format is not None and source.date is None:
        yield _needs("date_format", "date")


def _of_paths(source: Source) -> Iterator[_Found]:
    for field, path in (("file", source.file), ("table", source.table)):
        if path is not None and "://" in path:
            yield (field,), "address-in-file", {"field": field}
        elif path is not None and source.connection is None and _leads_out(path):
            yield (field,), "path-leads-out", {"field": field}


def _of_column(source: Source, column: Column) -> Iterator[_Found]:
    if source.layout == "totals":
        if not column.counts:
            yield (), "missing-field", {"field": "counts", "name": "counts"}
        for field in ("column", "missing", "labels", "weight", "opened", "closed", "open_when"):
            if getattr(column, field):
                yield _needs(field, "layout: answers")
        return
    if column.counts:
        yield _needs("counts", "layout: totals")
    if (column.opened is None) != (column.closed is None):
        there, absent = ("opened", "closed") if column.closed is None else ("closed", "opened")
        yield _needs(there, absent)
    elif column.opened is not None and column.column:
        yield ("column",), "time-twice", {}
    if column.open_when and not column.column:
        yield _needs("open_when", "column")


def _needs(field: str, needs: str) -> _Found:
    return (field,), "field-needs", {"field": field, "needs": needs}


def _is_workbook(file: str) -> bool:
    return PurePosixPath(file.lower()).suffix == _WORKBOOK


def _leads_out(path: str) -> bool:
    """Whether a path points out of `metrics/`, where no one would look for data."""
    return path.startswith(("/", "\\", "~")) or ".." in path.replace("\\", "/").split("/") or path[1:2] == ":"
