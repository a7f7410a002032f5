"""Measure the database source: ten million answers, 24 months, five groups, against the bare query in DuckDB.

Run by `make bench`. Both read the same file, in turns. What is compared are medians: of the time from the question to
the counts, with libraries loaded; and of whole processes, interpreter and libraries included.
"""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
import time
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

ROOT = Path(__file__).parent.parent.parent
FOLDER = ROOT / ".cache/bench/metrics"
GROUPS = ("north", "south", "east", "west", "online")
MOST = 1.3
"""Times the bare query, at most."""
ROUNDS = 7
MOST_MEMORY = 1000
"""Megabytes."""
_ANSWERS = """
    SELECT i AS id, DATE '2024-11-01' + CAST(hash(i) % 730 AS INTEGER) AS answered,
           ['north', 'south', 'east', 'west', 'online'][1 + CAST(hash(i + 1) % 5 AS INTEGER)] AS segment,
           CAST(hash(i + 2) % 11 AS INTEGER) AS score
    FROM range(10000000) AS t(i)
"""
_BARE = """
    SELECT date_trunc('month', answered) AS month, segment, score, count(*)
    FROM '{file}' WHERE answered >= DATE '2024-11-01' AND answered < DATE '2026-11-01' GROUP BY ALL
"""


def make_files() -> None:
    """Write the answers as CSV and as Parquet, always the same, unless they are there."""
    import duckdb  # noqa: PLC0415 – each process loads what it measures

    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, options in (("responses.csv", "FORMAT csv, HEADER"), ("responses.parquet", "FORMAT parquet")):
        if not (FOLDER / name).exists():
            duckdb.connect().execute(f"COPY ({_ANSWERS}) TO '{FOLDER / name}' ({options})")


def bare(name: str) -> float:
    """Return the seconds that the bare query takes."""
    import duckdb  # noqa: PLC0415 – see above

    start = time.perf_counter()
    counts = duckdb.connect().execute(_BARE.format(file=FOLDER / name)).fetchall()
    assert len(counts) == 24 * len(GROUPS) * 11
    return time.perf_counter() - start


def fetch(name: str) -> float:
    """Return the seconds that the source takes for the same counts."""
    from chefetage.model.dimension import Dimension, SegmentValue  # noqa: PLC0415 – see above
    from chefetage.model.metric import Cadence, Direction, Metric, MetricKind, Unit  # noqa: PLC0415
    from chefetage.model.month import Month  # noqa: PLC0415
    from chefetage.model.source import Column, Source  # noqa: PLC0415
    from chefetage.sources.database.source import DatabaseSource  # noqa: PLC0415
    from chefetage.sources.findings import Findings  # noqa: PLC0415

    words = {"de": "Zahl"}
    nps = Metric(
        id="nps", kind=MetricKind.NPS, name=words, question=words, unit=Unit.POINTS, direction=Direction.UP,
        cadence=Cadence.MONTH, owner=words, source="responses", meaning=words,
    )  # fmt: skip
    region = Dimension(name=words, values={group: SegmentValue(name=words) for group in GROUPS})
    source = Source(
        id="responses", table=name, date="answered", segments={"region": "segment"},
        metrics={"nps": Column(column="score")},
    )  # fmt: skip
    asked = DatabaseSource(
        source, (nps,), {"region": region}, ZoneInfo("Europe/Berlin"), 5, FOLDER, date(2026, 11, 20), {}
    )
    findings = Findings("sources.yml")
    # Loaded before the clock starts, like DuckDB above; what loading costs, the whole process tells.
    import ibis.backends.duckdb  # noqa: PLC0415
    import ibis.backends.sql.compilers  # noqa: F401, PLC0415
    import pyarrow as pa  # noqa: F401, PLC0415

    import chefetage.sources.database.asking  # noqa: F401, PLC0415

    start = time.perf_counter()
    months = asked.fetch(Month(2024, 11).until(Month(2026, 10)), findings)
    taken = time.perf_counter() - start
    assert not findings.errors
    assert sum(sum(month.stats["nps"]["all"].values()) for month in months.values()) == 10_000_000
    return taken


def measure(way: str, name: str) -> tuple[float, float]:
    """Return seconds of a whole process, and megabytes at its peak."""
    start = time.perf_counter()
    done = subprocess.run(
        [sys.executable, __file__, way, name], check=True, capture_output=True, text=True, cwd=ROOT,
        env={"PYTHONPATH": str(ROOT / "hooks")},
    )  # fmt: skip
    return time.perf_counter() - start, float(done.stdout)


def main() -> None:
    """Measure both kinds of file, in turns, and print the ratios."""
    make_files()
    for name in ("responses.csv", "responses.parquet"):
        wholes: dict[str, list[tuple[float, float]]] = {"bare": [], "fetch": []}
        questions: dict[str, list[float]] = {"bare": [], "fetch": []}
        for _ in range(ROUNDS):
            for way, results in wholes.items():
                results.append(measure(way, name))
        for _ in range(ROUNDS):
            questions["bare"].append(bare(name))
            questions["fetch"].append(fetch(name))
        whole = {way: statistics.median(seconds for seconds, _ in results) for way, results in wholes.items()}
        question = {way: statistics.median(results) for way, results in questions.items()}
        print(
            f"{name} ({(FOLDER / name).stat().st_size / 1e6:.0f} MB, 10 million answers): "
            f"question {question['fetch'] / question['bare']:.2f} times the bare query "
            f"({question['fetch']:.2f} s against {question['bare']:.2f} s; at most {MOST}), "
            f"whole process {whole['fetch'] / whole['bare']:.2f} times, "
            f"peak memory {max(megabytes for _, megabytes in wholes['fetch']):.0f} MB (at most {MOST_MEMORY})"
        )


if __name__ == "__main__":
    if len(sys.argv) > 1:
        {"bare": bare, "fetch": fetch}[sys.argv[1]](sys.argv[2])
        print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000)
    else:
        main()
