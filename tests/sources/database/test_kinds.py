"""Every kind of metric, counted by an engine as from a file read row by row."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from chefetage.model.metric import MetricKind, Unit

TYPES = {
    "answered": "timestamptz",
    "region": "text",
    "opened": "timestamptz",
    "closed": "timestamptz",
    "hours": "numeric(12, 3)",
    "euro": "numeric(12, 4)",
    "state": "text",
    "complaint": "integer",
}
WORDS = {"name": {"de": "Zahl"}, "question": {}, "definition": {"de": "Was gezählt wird."}}
CLOCK = {"clock": {"de": "alle Stunden"}}


def cases(seed=3, count=2000):
    chance = random.Random(seed)
    rows = []
    for _ in range(count):
        opened = datetime(2026, 2, 1, 0, 30, tzinfo=UTC) + timedelta(seconds=chance.randrange(60 * 60 * 24 * 290))
        lasted = timedelta(seconds=int(chance.expovariate(1 / 90_000)))
        rows.append(
            {
                "answered": opened,
                "region": chance.choice(["Nord", "Süd", "Ost", None]),
                "opened": opened,
                "closed": None if chance.random() < 0.1 else opened + lasted,
                "hours": Decimal(chance.randrange(0, 90_000)) / 1000 if chance.random() > 0.1 else None,
                "euro": Decimal(chance.randrange(0, 5_000_000)) / 10_000 if chance.random() > 0.2 else None,
                "state": chance.choice(["open", "closed", "closed"]),
                "complaint": chance.choice([1, None, None]),
            }
        )
    return rows


@pytest.fixture
def kinds(bench, tools):
    bench.metrics = (
        tools.metric("waiting", MetricKind.TIME_TO_RESOLUTION, unit=Unit.HOURS, **WORDS, **CLOCK),
        tools.metric("minutes", MetricKind.TIME_TO_RESOLUTION, unit=Unit.MINUTES, **WORDS, **CLOCK),
        tools.metric("told", MetricKind.TIME_TO_RESOLUTION, unit=Unit.HOURS, **WORDS, **CLOCK),
        tools.metric("goodwill", MetricKind.MONEY, unit=Unit.EURO, **WORDS),
        tools.metric("contacts", MetricKind.COUNT, unit=Unit.COUNT, **WORDS),
        tools.metric("complaints", MetricKind.COUNT, unit=Unit.COUNT, **WORDS),
    )
    read = {
        "waiting": {"opened": "opened", "closed": "closed"},
        "minutes": {"opened": "opened", "closed": "closed"},
        "told": {"column": "hours", "open_when": {"state": "open"}},
        "goodwill": {"column": "euro"},
        "contacts": {},
        "complaints": {"column": "complaint"},
    }
    return {"only": {}, "metrics": read}


@pytest.fixture
def rows():
    return cases()


@pytest.fixture
def expected(bench, tools, kinds, rows):
    tools.write_csv(bench.folder / "cases.csv", rows)
    fetched, findings = bench.file(file="cases.csv", **kinds)
    assert findings.errors == ()
    counts = tools.plain(fetched)
    assert len(counts) == 10
    assert any(name.startswith("open-") for name in counts[max(counts)]["waiting"]["all"])
    return counts


def test_duckdb_counts_every_kind_in_a_text_file(bench, tools, kinds, expected):
    fetched, findings = bench.database(table="cases.csv", **kinds)
    assert findings.errors == ()
    assert tools.plain(fetched) == expected


def test_duckdb_counts_every_kind_in_a_parquet_file(bench, tools, kinds, rows, expected):
    tools.write_parquet(bench.folder / "cases.parquet", rows)
    fetched, findings = bench.database(table="cases.parquet", **kinds)
    assert findings.errors == ()
    assert tools.plain(fetched) == expected


def test_postgresql_counts_every_kind(bench, tools, kinds, rows, expected, postgres, fill):
    bench.environ["CX_DB"] = postgres
    texts = [{name: None if value is None else str(value) for name, value in row.items()} for row in rows]
    for table, types, filled in (("cases", TYPES, rows), ("case_texts", dict.fromkeys(TYPES, "text"), texts)):
        fill(postgres, table, types, filled)
        fetched, findings = bench.database(connection="CX_DB", table=table, **kinds)
        assert findings.errors == ()
        assert tools.plain(fetched) == expected


@pytest.mark.spark
def test_spark_counts_every_kind(bench, tools, kinds, rows, expected, spark):
    tools.write_parquet(bench.folder / "cases.parquet", rows)
    spark.read.parquet(str(bench.folder / "cases.parquet")).createOrReplaceTempView("cases")
    spark.read.csv(str(bench.folder / "cases.csv"), header=True).createOrReplaceTempView("case_texts")
    bench.environ["CX_DB"] = "pyspark://"
    for table in ("cases", "case_texts"):
        fetched, findings = bench.database(connection="CX_DB", table=table, **kinds)
        assert findings.errors == ()
        assert tools.plain(fetched) == expected


LOCAL = [
    # Clocks go back at 03:00 on 25 October 2026 and forward at 02:00 on 29 March: hours told twice, hours left out.
    ("2026-10-25 02:30", "2026-10-25 04:30"),
    ("2026-10-25 01:30", "2026-10-25 02:30"),
    ("2026-03-29 01:30", "2026-03-29 03:30"),
    ("2026-03-29 02:30", "2026-03-29 06:00:30"),
    ("2026-03-29", "2026-03-30"),
    ("2026-10-25", "2026-10-26T00:00:00.5"),
    ("2026-10-25T02:30+02:00", "2026-10-25T02:30+01:00"),
    ("2026-10-25T00:30Z", "2026-10-25T06:30:59-0500"),
    ("2026-10-30 10:00", ""),
    ("2026-10-30 10:00", "2026-12-24 10:00"),
    ("", ""),
]


def test_moments_around_the_turn_of_the_clocks_are_told_alike(bench, tools, kinds):
    kinds = {"only": {}, "segments": {}, "metrics": {"minutes": {"opened": "opened", "closed": "closed"}}}
    bench.metrics = (tools.metric("minutes", MetricKind.TIME_TO_RESOLUTION, unit=Unit.MINUTES, **WORDS, **CLOCK),)
    rows = [{"answered": opened[:10] or "2026-10-01", "opened": opened, "closed": closed} for opened, closed in LOCAL]
    tools.write_csv(bench.folder / "local.csv", rows)
    months = bench.months("2026-03", "2026-10")
    expected, findings = bench.file(months, file="local.csv", **kinds)
    assert findings.errors == ()
    fetched, findings = bench.database(months, table="local.csv", **kinds)
    assert findings.errors == ()
    assert tools.plain(fetched) == tools.plain(expected)


@pytest.fixture
def totals(bench, tools):
    bench.metrics = (
        tools.metric("answered", MetricKind.RESPONSE_RATE, **WORDS),
        tools.metric(
            "complaints", MetricKind.COMPLAINT_RATE, unit=Unit.PER_THOUSAND, exposure={"de": "Fälle"}, **WORDS
        ),
        tools.metric("effort", MetricKind.MEAN, unit=Unit.SCALE, scale=(1, 3)),
        tools.metric("goodwill", MetricKind.MONEY, unit=Unit.EURO, **WORDS),
    )
    return {
        "layout": "totals",
        "only": {},
        "metrics": {
            "answered": {"counts": {"k": "back", "n": "sent"}},
            "complaints": {"counts": {"k": "bad", "exposure": "sent"}},
            "effort": {"counts": {"answer-1": "one", "answer-2": "two", "answer-3": "three"}},
            "goodwill": {"counts": {"amount": "euro", "n": "sent"}},
        },
    }


def lines(count=300):
    chance = random.Random(9)
    for _ in range(count):
        sent = chance.randrange(1, 5000)
        yield {
            "answered": f"2026-{chance.randrange(2, 12):02}-{chance.randrange(1, 29):02}",
            "region": chance.choice(["Nord", "Süd", "Ost", ""]),
            "sent": f"{sent:,}",
            "back": chance.randrange(sent + 1),
            "bad": chance.randrange(9),
            "one": chance.randrange(9),
            "two": chance.randrange(9),
            "three": chance.randrange(9),
            "euro": f"{chance.randrange(10_000_000) / 100:.2f} €",
        }


def test_rows_that_are_already_counted_are_added_up(bench, tools, totals):
    tools.write_csv(bench.folder / "totals.csv", list(lines()))
    expected, findings = bench.file(file="totals.csv", **totals)
    assert findings.errors == ()
    fetched, findings = bench.database(table="totals.csv", **totals)
    assert findings.errors == ()
    assert tools.plain(fetched) == tools.plain(expected)


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"back": "99,999"}, "database-total-more"),
        ({"back": "-1"}, "database-total-bad"),
        ({"sent": ""}, "database-total-bad"),
        ({"bad": "1.5"}, "database-total-bad"),
        ({"euro": "viel"}, "database-total-bad"),
    ],
)
def test_a_total_that_cannot_be_is_an_error(bench, tools, totals, change, problem):
    tools.write_csv(bench.folder / "totals.csv", [*lines(), {**next(lines()), **change}])
    _, findings = bench.database(table="totals.csv", **totals)
    assert problem in tools.ids(findings)


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"hours": "-1"}, "database-duration-bad"),
        ({"hours": "long"}, "database-duration-bad"),
        ({"euro": "-0.5"}, "database-amount-bad"),
        ({"euro": "1.00005"}, "database-amount-bad"),
        ({"opened": "yesterday"}, "database-moment-bad"),
        ({"opened": "2026-02-01", "closed": "2026-02-30 10:00"}, "database-moment-bad"),
        ({"opened": "", "closed": "2026-10-05 10:00"}, "database-opened-empty"),
        ({"opened": "2026-10-05 10:00", "closed": "2026-10-05 09:00"}, "database-closed-early"),
    ],
)
def test_a_cell_that_cannot_be_is_an_error(bench, tools, kinds, rows, change, problem):
    wrong = {"answered": "2026-10-05", "region": "Nord", "opened": "", "closed": "", "hours": "", "euro": "",
             "state": "closed", "complaint": ""}  # fmt: skip
    tools.write_csv(bench.folder / "cases.csv", [*rows, wrong | change])
    _, findings = bench.database(table="cases.csv", **kinds)
    assert set(tools.ids(findings)) == {problem}
    assert all(finding.params["count"] == 1 for finding in findings.errors)


def test_what_a_source_leaves_out_is_an_error(bench, tools, kinds):
    tools.write_csv(bench.folder / "cases.csv", cases(count=50))
    kinds["metrics"] |= {"goodwill": {}}
    _, findings = bench.database(table="cases.csv", **kinds)
    assert tools.ids(findings) == ["column-unnamed"]
    _, findings = bench.database(table="cases.csv", **kinds, layout="totals")
    assert set(tools.ids(findings)) == {"total-impossible", "total-counts"}
