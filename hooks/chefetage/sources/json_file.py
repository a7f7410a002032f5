"""JSON files, as survey tools' interfaces give them: one list of records."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chefetage.sources.records import LARGEST, NoRecords, records_in
from chefetage.sources.sheet import Format, Sheet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from chefetage.sources.export_file import ExportFile
    from chefetage.sources.findings import Findings


def json_file(file: ExportFile, where: str | None, findings: Findings) -> Sheet | None:
    """Return the records of a JSON file as rows, their fields' names as the first; `None`, with an error, if none.

    Args:
        file: The file.
        where: Names down to the list of records; `None` to take the only list there is.
        findings: Where errors go.
    """
    with file.open() as stream:
        text = stream.read(LARGEST + 1)
    if len(text) > LARGEST:
        findings.error("file-too-large", file=findings.path, megabytes=LARGEST >> 20)
        return None
    found = records_in(text.encode("utf-8", "surrogatepass"), where, may_look=True)
    if isinstance(found, NoRecords):
        findings.error(f"file-{found.id}", file=findings.path, **found.params)
        return None
    columns, rows = found.columns, found.rows

    def records(_: Findings | None) -> Iterator[tuple[int, list[str]]]:
        yield 1, list(columns)
        for number, row in enumerate(rows, start=2):
            yield number, [row.get(column, "") for column in columns]

    return Sheet(Format.JSON, file.digest, records, name=found.where)
