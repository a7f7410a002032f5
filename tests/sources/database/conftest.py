"""Engines that really run, and the same answers in each of them."""

from __future__ import annotations

import csv
import gzip
import os
import random
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import psycopg
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from chefetage.model.dimension import Dimension, SegmentValue
from chefetage.model.metric import Cadence, Direction, Metric, MetricKind, Unit
from chefetage.model.month import Month
from chefetage.model.source import Source
from chefetage.sources.database.source import DatabaseSource
from chefetage.sources.fetching import FetchedMonth
from chefetage.sources.file_source import FileSource
from chefetage.sources.findings import Findings

BERLIN = ZoneInfo("Europe/Berlin")
TODAY = date(2026, 11, 20)
MONTHS = Month(2026, 2).until(Month(2026, 11))
COLUMNS = ("id", "answered", "region", "score", "agree", "mark", "weight", "status", "comment")


def metric(metric_id: str, kind: MetricKind, **facts: Any) -> Metric:
    required: dict[str, Any] = {
        "name": {"de": metric_id},
        "question": {"de": "Wie war es?"},
        "unit": Unit.PERCENT,
        "direction": Direction.UP,
        "cadence": Cadence.MONTH,
        "owner": {"de": "Leitung"},
        "source": "survey",
        "meaning": {"de": "So ist es."},
    }
    return Metric(id=metric_id, kind=kind, **(required | facts))


METRICS = (
    metric("nps", MetricKind.NPS, unit=Unit.POINTS),
    metric("agreed", MetricKind.SHARE, top=("Ja",)),
    metric("grade", MetricKind.MEAN, unit=Unit.SCALE, scale=(1, 6), flip=True),
    metric("solved", MetricKind.FCR, top=("Ja", "Yes"), window_days=7),
    metric("top-marks", MetricKind.CSAT, scale=(1, 6), top=(5, 6), flip=True),
)
READ = {
    "nps": {"column": "score", "missing": [99], "weight": "weight"},
    "agreed": {"column": "agree"},
    "grade": {"column": "mark"},
    "solved": {"column": "agree", "missing": ["weiß nicht"]},
    "top-marks": {"column": "mark", "weight": "weight"},
}
REGION = Dimension(
    name={"de": "Region"},
    values={
        "north": SegmentValue(name={"de": "Nord"}, answers=("Nord", "N")),
        "south": SegmentValue(name={"de": "Süd"}, answers=("Süd",)),
        "east": SegmentValue(name={"de": "Ost"}, answers=("Ost",)),
    },
)


def answers(seed: int, count: int = 3000) -> list[dict[str, Any]]:
    """Made-up answers: around the turns of months and of clocks, some cells empty, some written oddly."""
    chance = random.Random(seed)
    turns = [datetime(2026, m, 1, tzinfo=BERLIN) for m in range(3, 12)]
    turns += [datetime(2026, 3, 29, 1, tzinfo=UTC), datetime(2026, 10, 25, 1, tzinfo=UTC)]
    rows = []
    for number in range(count):
        if chance.random() < 0.5:
            moment = chance.choice(turns) + timedelta(minutes=chance.randint(-180, 180))
        else:
            moment = datetime(2026, 2, 1, 12, tzinfo=UTC) + timedelta(minutes=chance.randrange(60 * 24 * 290))
        rows.append(
            {
                "id": number,
                "answered": moment.astimezone(UTC),
                "region": chance.choice(["Nord", "N", "Süd", "Su\u0308d", " Ost ", "", None]),
                "score": chance.choice([*range(11), 99, None]),
                "agree": chance.choice(["Ja", "Ja ", "Nein", "weiß nicht", "Yes", "3 von 5", "", None]),
                "mark": chance.choice([*range(1, 7), None]),
                "weight": Decimal(chance.randrange(0, 3_000_000)) / 1_000_000,
                "status": chance.choice(["complete", "complete", "partial"]),
                "comment": f"Frau Beispiel {number}",
            }
        )
    return rows


def text_of(value: Any) -> str:
    if value is None:
        return ""
    return value.isoformat() if isinstance(value, datetime) else str(value)


def write_csv(path: Path, rows: Sequence[Mapping[str, Any]]) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "wt", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(rows[0])
        writer.writerows([text_of(value) for value in row.values()] for row in rows)
    return path


def write_parquet(path: Path, rows: Sequence[Mapping[str, Any]]) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    pq.write_table(pa.Table.from_pylist([dict(row) for row in rows]), path)
    return path


@dataclass
class Bench:
    """A folder, and what is asked of what lies there or elsewhere."""

    folder: Path
    metrics: Sequence[Metric] = METRICS
    dimensions: Mapping[str, Dimension] = field(default_factory=lambda: {"region": REGION})
    environ: dict[str, str] = field(default_factory=dict)

    def source(self, **facts: Any) -> Source:
        usual: dict[str, Any] = {
            "id": "survey",
            "date": "answered",
            "only": {"status": "complete"},
            "segments": {"region": "region"},
            "metrics": READ,
        }
        return Source.model_validate(usual | facts)

    def months(self, *names: str) -> tuple[Month, ...]:
        return tuple(Month.parse(name) for name in names)

    def database(self, months: Sequence[Month] = MONTHS, **facts: Any) -> tuple[Mapping[Month, FetchedMonth], Findings]:
        """Ask a database."""
        findings = Findings("sources.yml")
        asked = DatabaseSource(
            self.source(**facts), self.metrics, self.dimensions, BERLIN, 5, self.folder, TODAY, self.environ
        )
        return asked.fetch(months, findings), findings

    def file(self, months: Sequence[Month] = MONTHS, **facts: Any) -> tuple[Mapping[Month, FetchedMonth], Findings]:
        """Read a file, row by row."""
        findings = Findings("sources.yml")
        read = FileSource(self.source(**facts), self.metrics, self.dimensions, BERLIN, 5, self.folder, TODAY)
        return read.fetch(months, findings), findings


def plain(fetched: Mapping[Month, FetchedMonth]) -> dict[Month, dict[str, dict[str, dict[str, int]]]]:
    """Counts without the groups that nobody is in, of which it does not matter whether they are named."""
    return {
        month: {
            name: {group: dict(stats) for group, stats in groups.items() if any(stats.values())}
            for name, groups in one.stats.items()
        }
        for month, one in fetched.items()
    }


def ids(findings: Findings) -> list[str]:
    return [problem.id for problem in findings.errors]


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    return Bench(tmp_path / "metrics")


@dataclass(frozen=True)
class Helpers:
    """Functions that tests of engines share."""

    answers: Callable[..., list[dict[str, Any]]] = answers
    write_csv: Callable[..., Path] = write_csv
    write_parquet: Callable[..., Path] = write_parquet
    plain: Callable[..., Any] = plain
    ids: Callable[[Findings], list[str]] = ids
    metric: Callable[..., Metric] = metric


@pytest.fixture(scope="session")
def tools() -> Helpers:
    return Helpers()


def _binaries() -> Path | None:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    if found:
        return found[-1].parent
    on_path = shutil.which("initdb")
    return Path(on_path).parent if on_path else None


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The address of a PostgreSQL server with a password, on the loopback interface."""
    binaries = _binaries()
    as_root = os.geteuid() == 0
    if binaries is None or (as_root and shutil.which("setpriv") is None):
        reason = "PostgreSQL is not installed"
        if os.environ.get("CHEFETAGE_REQUIRE_SERVERS"):
            pytest.fail(reason)
        pytest.skip(reason)
    # Sockets need short paths, and the server's user must be able to reach its folder.
    with tempfile.TemporaryDirectory(prefix="chefetage-pg-") as name:
        folder = Path(name)
        user: list[str] = []
        if as_root:
            shutil.chown(folder, "postgres", "postgres")
            user = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"]
        (folder / "password").write_text("s3cret-Pa55\n")
        (folder / "password").chmod(0o644)
        data, port = folder / "data", _free_port()
        subprocess.run(
            [*user, binaries / "initdb", "-D", data, "-U", "cx", "--pwfile", folder / "password", "-A", "scram-sha-256",
             "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"],
            check=True, capture_output=True,
        )  # fmt: skip
        options = f"-c listen_addresses=127.0.0.1 -p {port} -k {folder} -c fsync=off"
        subprocess.run(
            [*user, binaries / "pg_ctl", "-D", data, "-w", "-l", folder / "log", "-o", options, "start"],
            check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        try:
            yield f"postgres://cx:s3cret-Pa55@127.0.0.1:{port}/postgres"
        finally:
            subprocess.run(
                [*user, binaries / "pg_ctl", "-D", data, "-m", "immediate", "stop"], check=True, capture_output=True
            )


def fill_postgres(url: str, table: str, types: Mapping[str, str], rows: Sequence[Mapping[str, Any]]) -> None:
    """Make a table anew, with columns of the types given."""
    columns = ", ".join(f'"{name}" {kind}' for name, kind in types.items())
    with psycopg.connect(url) as connection, connection.cursor() as cursor:
        cursor.execute(f"DROP TABLE IF EXISTS {table}; CREATE TABLE {table} ({columns})")
        with cursor.copy(f"COPY {table} FROM STDIN") as copy:
            for row in rows:
                copy.write_row([row[name] for name in types])


@pytest.fixture(scope="session")
def fill() -> Callable[..., None]:
    return fill_postgres


@pytest.fixture(scope="session")
def spark() -> Iterator[Any]:
    """A Spark session in local mode, which the address `pyspark://` leads to."""
    if find_spec("pyspark") is None:
        pytest.skip("Spark is tested by make test-spark")
    if shutil.which("java") is None:
        reason = "Java is not installed"
        if os.environ.get("CHEFETAGE_REQUIRE_SERVERS"):
            pytest.fail(reason)
        pytest.skip(reason)
    sql = import_module("pyspark.sql")
    with tempfile.TemporaryDirectory(prefix="chefetage-spark-") as folder:
        session = (
            sql.SparkSession.builder.master("local[2]")
            .config("spark.ui.enabled", "false")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.sql.warehouse.dir", folder)
            .config("spark.sql.shuffle.partitions", "2")
            .config("spark.sql.session.timeZone", "UTC")
            .getOrCreate()
        )
        yield session
        session.stop()
