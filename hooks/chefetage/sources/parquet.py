"""Parquet files, read by DuckDB, a batch of rows at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chefetage.sources.export_file import digest_of
from chefetage.sources.sheet import Format, Sheet, as_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from chefetage.sources.findings import Findings

_BATCH = 5000
_SAFE = {"autoinstall_known_extensions": "false", "autoload_known_extensions": "false"}


def parquet(path: Path, findings: Findings) -> Sheet | None:
    """Return the rows of a Parquet file, its columns' names as the first; `None`, with an error, if it is damaged."""
    try:
        import duckdb  # noqa: PLC0415 – an extra
    except ModuleNotFoundError:
        findings.error("extra-missing", file=findings.path, what="Parquet")
        return None

    def records(found: Findings | None) -> Iterator[tuple[int, list[str]]]:
        number = 1
        try:
            with duckdb.connect(":memory:", config=dict(_SAFE)) as connection:
                rows = connection.execute("SELECT * FROM read_parquet(?)", [str(path)])
                yield number, [str(column[0]) for column in rows.description or ()]
                while batch := rows.fetchmany(_BATCH):
                    for row in batch:
                        number += 1
                        yield number, [as_text(cell) for cell in row]
        except duckdb.Error as error:
            if found is not None:
                found.error("row-broken", number, reason=type(error).__name__, line=number)

    try:
        next(records(None))
    except StopIteration:
        findings.error("unreadable-file", file=findings.path, reason="Parquet")
        return None
    return Sheet(Format.PARQUET, digest_of(path), records)
