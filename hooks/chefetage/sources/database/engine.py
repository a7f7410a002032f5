"""Connections: DuckDB over files below `metrics/`, or whatever an address in the environment leads to."""

from __future__ import annotations

import os
import tempfile
from contextlib import contextmanager, suppress
from importlib.metadata import entry_points
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

import ibis

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import ibis.expr.types as ir

CONNECT_SECONDS = 10
"""How long to wait until a server answers at all."""
QUERY_SECONDS = 900
"""How long a server may work on the query."""
MEMORY = "512MB"
"""What the embedded DuckDB keeps in memory; what is more goes to a temporary folder."""
SPARK = "pyspark"
_POSTGRES = frozenset({"postgres", "postgresql"})
_CLOSED_DOORS = {"autoinstall_known_extensions": False, "autoload_known_extensions": False}
"""DuckDB would otherwise fetch its extensions from the network by itself."""
_ROWS_LOOKED_AT = 2048
"""To find out the delimiter."""
TEXT_FILES = (".csv", ".csv.gz", ".tsv", ".tsv.gz")
COLUMN_FILES = (".parquet",)
FILES = (*TEXT_FILES, *COLUMN_FILES)


class UnknownAddressError(Exception):
    """An address that no database is known for."""


@contextmanager
def embedded(folder: Path) -> Iterator[Any]:
    """Open a DuckDB in memory that can read the folder, and neither any other file nor the network."""
    with tempfile.TemporaryDirectory(prefix="chefetage-") as spill:
        config = _CLOSED_DOORS | {
            "memory_limit": MEMORY,
            "threads": min(os.cpu_count() or 1, 8),
            "temp_directory": spill,
            "preserve_insertion_order": False,
        }
        backend = ibis.duckdb.connect(**config)
        try:
            backend.settings["file_search_path"] = str(folder.resolve())
            backend.con.execute(f"SET allowed_directories = {_listed([f'{folder.resolve()}/', f'{spill}/'])}")
            # A query names files from metrics/, and DuckDB compares the names as they are written.
            backend.con.execute(f"SET allowed_paths = {_listed(_files_below(folder))}")
            backend.settings["enable_external_access"] = False
            backend.settings["lock_configuration"] = True
            yield backend
        finally:
            backend.disconnect()


def _files_below(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.name.endswith(FILES))


def _listed(texts: list[str]) -> str:
    """Return texts as a list in SQL. As a parameter it would do too, but then DuckDB loads all of pandas."""
    return "[{}]".format(", ".join("'{}'".format(text.replace("'", "''")) for text in texts))


@contextmanager
def connected(url: str) -> Iterator[Any]:
    """Open the database that an address leads to, for reading only where the engine can be told so.

    Raises:
        UnknownAddressError: no database is known for such an address.
        Exception: whatever the driver raises when it cannot connect.
    """
    scheme = urlsplit(url).scheme
    if scheme == "duckdb":
        backend = ibis.duckdb.connect(unquote(url.removeprefix("duckdb://")), read_only=True, **_CLOSED_DOORS)
    elif scheme in _POSTGRES:
        backend = ibis.connect(url, connect_timeout=CONNECT_SECONDS)
        backend.con.execute(f"SET statement_timeout = '{QUERY_SECONDS}s'")
        backend.con.execute("SET jit = off")  # to compile so long a query takes longer than to answer it
    elif any(point.name == scheme for point in entry_points(group="ibis.backends")):
        backend = ibis.connect(url)
    else:
        raise UnknownAddressError
    try:
        yield backend
    finally:
        if backend.name != SPARK:  # its session ends with the process, and may be somebody else's
            with suppress(Exception):
                backend.disconnect()


def file_table(backend: Any, path: Path) -> ir.Table:  # noqa: ANN401 – Ibis has no type for all its backends
    """Return a CSV or Parquet file as a table; of a CSV file all cells are text, so that no cell is guessed at.

    Raises:
        Exception: whatever DuckDB raises when it cannot read the file.
    """
    if path.name.endswith(COLUMN_FILES):
        return backend.read_parquet(path)
    # Looked at once; without it, DuckDB finds all of this out anew at every step.
    name = str(path).replace("'", "''")
    looked = f"sniff_csv('{name}', all_varchar=true, header=true, sample_size={_ROWS_LOOKED_AT})"
    delimiter, quote, escape, skip, columns = backend.con.execute(
        f"SELECT Delimiter, Quote, Escape, SkipRows, Columns FROM {looked}"  # noqa: S608 – our own path, quoted
    ).fetchone()
    return backend.read_csv(
        path,
        auto_detect=False,
        header=True,
        delim=delimiter,
        quote=quote if len(quote) == 1 else '"',  # a file without quotation marks has "(empty)" ones
        escape=escape if len(escape) == 1 else '"',
        skip=skip,
        columns={column["name"]: "VARCHAR" for column in columns},
    )


def named_table(backend: Any, name: str) -> ir.Table:  # noqa: ANN401 – see above
    """Return a table of a database by its name, which may have its schema's before it: `survey.answers`.

    Raises:
        Exception: whatever the driver raises when there is none.
    """
    database, _, table = name.rpartition(".")
    found = backend.table(table, database=database or None)
    return _with_moments(found, backend._session.table(name)) if backend.name == SPARK else found  # noqa: SLF001 – no other way to it


def selected(backend: Any, query: str) -> ir.Table:  # noqa: ANN401 – see above
    """Return what a query selects.

    Raises:
        Exception: whatever the driver raises when it does not understand the query.
    """
    found = backend.sql(query)
    return _with_moments(found, backend._session.sql(query)) if backend.name == SPARK else found  # noqa: SLF001 – see above


def _with_moments(table: ir.Table, frame: Any) -> ir.Table:  # noqa: ANN401 – a Spark frame, an extra's type
    """Return a table of Spark, its moments as such: Ibis takes them for what a clock showed, as it does with others."""
    moments = [field.name for field in frame.schema.fields if field.dataType.typeName() == "timestamp"]
    return table.mutate(**{name: table[name].cast("timestamp('UTC')") for name in moments})


def make_read_only(backend: Any) -> None:  # noqa: ANN401 – see above
    """Let a server refuse whatever would write; not earlier, as Ibis learns a query's columns from a temporary view."""
    if backend.name == "postgres":
        backend.con.execute("SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY")


def lines_of(backend: Any, query: ir.Table) -> list[dict[str, Any]]:  # noqa: ANN401 – see above
    """Return what a query answers.

    Raises:
        Exception: whatever the driver raises when it cannot answer.
    """
    if backend.name != "duckdb":
        return list(backend.to_pyarrow(query).to_pylist())
    # The way of Ibis loads all of pandas, which takes longer than many a query.
    answered = backend.con.execute(backend.compile(query))
    names = [column[0] for column in answered.description]
    return [dict(zip(names, row, strict=True)) for row in answered.fetchall()]
