"""A file read row by row, DuckDB, PostgreSQL and Spark agree to the last count."""

from __future__ import annotations

import pytest

TYPES = {
    "answered": "timestamptz",
    "region": "text",
    "score": "integer",
    "agree": "text",
    "mark": "smallint",
    "weight": "numeric(12, 6)",
    "status": "varchar(20)",
    "comment": "text",
}


@pytest.fixture(params=[1, 2])
def rows(request, tools):
    return tools.answers(request.param)


@pytest.fixture
def expected(bench, tools, rows):
    tools.write_csv(bench.folder / "answers.csv", rows)
    fetched, findings = bench.file(file="answers.csv")
    assert findings.errors == ()
    counts = tools.plain(fetched)
    assert len(counts) == 10
    assert all(stats["nps"]["region.south"]["promoters"] for stats in counts.values())
    return counts


@pytest.mark.parametrize("name", ["answers.csv", "answers.csv.gz"])
def test_duckdb_counts_a_text_file_like_one_read_row_by_row(bench, tools, rows, expected, name):
    tools.write_csv(bench.folder / name, rows)
    fetched, findings = bench.database(table=name)
    assert findings.errors == ()
    assert tools.plain(fetched) == expected


def test_duckdb_counts_a_parquet_file_like_one_read_row_by_row(bench, tools, rows, expected):
    tools.write_parquet(bench.folder / "answers.parquet", rows)
    fetched, findings = bench.database(table="answers.parquet")
    assert findings.errors == ()
    assert tools.plain(fetched) == expected


@pytest.mark.usefixtures("rows")
def test_duckdb_counts_what_a_query_selects(bench, tools, expected):
    fetched, findings = bench.database(query="SELECT * FROM read_csv('answers.csv', all_varchar = true)")
    assert findings.errors == ()
    assert tools.plain(fetched) == expected


def test_postgresql_counts_like_a_file_read_row_by_row(bench, tools, rows, expected, postgres, fill):
    fill(postgres, "answers", TYPES, rows)
    bench.environ["CX_DB"] = postgres
    for place in ({"table": "answers"}, {"table": "public.answers"}, {"query": "SELECT * FROM answers"}):
        fetched, findings = bench.database(connection="CX_DB", **place)
        assert findings.errors == ()
        assert tools.plain(fetched) == expected


def test_postgresql_counts_text_columns_like_a_file_read_row_by_row(bench, tools, rows, expected, postgres, fill):
    texts = [{name: None if value is None else str(value) for name, value in row.items()} for row in rows]
    fill(postgres, "texts", dict.fromkeys(TYPES, "text"), texts)
    bench.environ["CX_DB"] = postgres
    fetched, findings = bench.database(connection="CX_DB", table="texts")
    assert findings.errors == ()
    assert tools.plain(fetched) == expected


@pytest.mark.spark
@pytest.mark.parametrize("rows", [1], indirect=True)
def test_spark_counts_like_a_file_read_row_by_row(bench, tools, rows, expected, spark):
    tools.write_parquet(bench.folder / "answers.parquet", rows)
    spark.read.parquet(str(bench.folder / "answers.parquet")).createOrReplaceTempView("answers")
    spark.read.csv(str(bench.folder / "answers.csv"), header=True).createOrReplaceTempView("texts")
    bench.environ["CX_DB"] = "pyspark://"
    for place in ({"table": "answers"}, {"table": "texts"}, {"query": "SELECT * FROM answers"}):
        fetched, findings = bench.database(connection="CX_DB", **place)
        assert findings.errors == ()
        assert tools.plain(fetched) == expected
