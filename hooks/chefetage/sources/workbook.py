"""Excel workbooks: true days and numbers, one sheet. Read into memory, so only up to a size."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING, Any

from chefetage.sources.export_file import digest_of
from chefetage.sources.sheet import Format, Sheet, as_text
from chefetage.sources.vendors.summary import is_summary_workbook

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from chefetage.sources.findings import Findings

MEGABYTES = 200
"""What a workbook may come to when unpacked; a million rows of twenty columns are less."""
_SHOWN = 12
"""Names of sheets in a message."""


def workbook(path: Path, sheet: str | None, findings: Findings) -> Sheet | None:
    """Return the rows of a sheet; `None`, with an error in `findings`, if it cannot be read or is not clear which.

    Args:
        path: A file that begins like a workbook.
        sheet: The sheet's name; not needed if there is only one with anything in it.
        findings: Where errors go.
    """
    try:
        import python_calamine  # noqa: PLC0415 – an extra
    except ModuleNotFoundError:
        findings.error("extra-missing", file=findings.path, what="Excel")
        return None
    if not _is_sound(path, findings):
        return None
    try:
        book = python_calamine.CalamineWorkbook.from_path(path)
        names = book.sheet_names
        if sheet is None and is_summary_workbook(names):
            findings.error("summary-file", file=findings.path)
            return None
        chosen = _choose(book, names, sheet, findings)
        if chosen is None:
            return None
        rows = [
            [as_text(cell) for cell in row] for row in book.get_sheet_by_name(chosen).to_python(skip_empty_area=False)
        ]
    except (python_calamine.CalamineError, OSError, ValueError) as error:
        findings.error("unreadable-file", file=findings.path, reason=str(error))
        return None

    def records(_: Findings | None) -> Iterator[tuple[int, list[str]]]:
        return enumerate(rows, start=1)

    return Sheet(Format.WORKBOOK, digest_of(path), records, name=chosen if len(names) > 1 else None)


def _is_sound(path: Path, findings: Findings) -> bool:
    """Whether the file is a workbook and no larger than it may be, told without unpacking it."""
    size = path.stat().st_size
    if zipfile.is_zipfile(path):
        try:
            with zipfile.ZipFile(path) as archive:
                members = archive.infolist()
        except (zipfile.BadZipFile, OSError, ValueError) as error:
            findings.error("unreadable-file", file=findings.path, reason=str(error))
            return False
        if not any(member.filename.startswith("xl/") for member in members):
            findings.error("archive", file=findings.path)
            return False
        size = sum(member.file_size for member in members)
    if size > MEGABYTES * 1_000_000:
        findings.error("file-too-large", file=findings.path, megabytes=MEGABYTES)
        return False
    return True


def _choose(book: Any, names: list[str], sheet: str | None, findings: Findings) -> str | None:  # noqa: ANN401 – an extra's type
    if sheet is not None:
        if sheet in names:
            return sheet
        findings.error("sheet-missing", sheet=sheet, sheets=_listed(names))
        return None
    filled = [name for name in names if book.get_sheet_by_name(name).total_height > 0]
    if len(filled) == 1:
        return filled[0]
    if filled:
        findings.error("sheet-unnamed", file=findings.path, sheets=_listed(filled))
    else:
        findings.error("no-header", 1)
    return None


def _listed(names: list[str]) -> str:
    return ", ".join(names[:_SHOWN]) + (", …" if len(names) > _SHOWN else "")
