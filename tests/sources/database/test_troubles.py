"""What goes wrong with a database is told in a sentence: never a traceback, a password or somebody's answer."""

from __future__ import annotations

import importlib.util
import socket

import pytest

from chefetage.locales import speak
from chefetage.sources.database import source as database
from chefetage.sources.words import message


@pytest.fixture
def told(bench, tools):
    def ask(**facts):
        tools.write_csv(bench.folder / "answers.csv", tools.answers(1, 50))
        _, findings = bench.database(**facts)
        assert findings.errors
        for problem in findings.errors:
            for language in ("de", "en"):
                text = message(problem, speak(language))
                assert not any(secret in text for secret in ("s3cret", "Beispiel", "127.0.0.1", "postgres://cx"))
        return [problem.id for problem in findings.errors]

    return ask


@pytest.mark.parametrize(
    ("facts", "problem"),
    [
        ({"table": "nowhere.csv"}, "database-file-missing"),
        ({"table": "../secrets.csv"}, "database-file-missing"),
        ({"table": "answers.xlsx"}, "database-file-kind"),
        ({"query": "SELECT * FROM read_csv('/etc/passwd')"}, "database-forbidden"),
        ({"query": "SELEC 1"}, "database-query-bad"),
        ({"query": "SELECT * FROM 'https://example.org/x.csv'"}, "database-forbidden"),
        ({"table": "answers.csv", "date": "when"}, "column-missing"),
        ({"table": "answers.csv", "date_format": "%d. %B %Y"}, "database-date-format"),
        ({"table": "answers.csv", "date": "score"}, "database-date-bad"),
        ({"table": "answers.csv", "segments": {"region": "status"}}, "database-segment-unshown"),
        ({"table": "answers.csv", "only": {"status": "nobody"}}, "database-no-rows"),
        ({"table": "x", "connection": "CX_NONE"}, "database-url-missing"),
        ({"table": "x", "connection": "CX_ODD"}, "database-url-bad"),
        ({"table": "x", "connection": "CX_FAR"}, "database-unreachable"),
    ],
)
def test_a_trouble_is_a_finding(bench, told, facts, problem):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    bench.environ |= {"CX_ODD": "carrier-pigeon://coop", "CX_FAR": f"postgres://cx:s3cret@127.0.0.1:{port}/x"}
    assert problem in told(**facts)


def test_a_missing_column_is_told_with_the_nearest(bench, tools):
    tools.write_csv(bench.folder / "answers.csv", tools.answers(1, 50))
    _, findings = bench.database(table="answers.csv", date="answerd")
    (error,) = findings.errors
    assert (error.params["wanted"], error.params["nearest"]) == ("answerd", "answered")


def test_a_wrong_password_a_missing_table_and_a_missing_right_are_told(bench, told, postgres, fill):
    fill(postgres, "answers", {"answered": "timestamptz", "score": "text"}, [])
    bench.environ |= {"CX_DB": postgres, "CX_WRONG": postgres.replace("s3cret-Pa55", "s3cret-wrong")}
    assert told(table="answers", connection="CX_WRONG") == ["database-refused"]
    assert told(table="answer", connection="CX_DB") == ["database-table-missing"]
    assert told(query="SELECT pg_sleep(1) FROM nowhere", connection="CX_DB") == ["database-query-bad"]
    _, findings = bench.database(table="answer", connection="CX_DB")
    assert findings.errors[0].params["nearest"] == "answers"


def test_a_server_that_takes_too_long_is_told(bench, told, postgres, monkeypatch):
    monkeypatch.setattr("chefetage.sources.database.engine.QUERY_SECONDS", 1)
    bench.environ["CX_DB"] = postgres
    slow = (
        "SELECT now() AS answered, 'Nord' AS region, 9 AS score, 'Ja' AS agree, 1 AS mark, 1 AS weight, "
        "'complete' AS status, pg_sleep(5)::text AS slow"
    )
    assert told(query=f"SELECT * FROM ({slow}) AS rows WHERE slow IS NOT NULL", connection="CX_DB") == ["database-slow"]


def test_a_query_cannot_write(bench, told, postgres, fill):
    fill(postgres, "keep", {"answered": "timestamptz"}, [])
    bench.environ["CX_DB"] = postgres
    assert told(query="DROP TABLE keep", connection="CX_DB")
    assert told(query="WITH gone AS (DELETE FROM keep RETURNING *) SELECT * FROM gone", connection="CX_DB")


@pytest.mark.parametrize(
    ("address", "extra"), [("", "sources"), ("postgres://cx@db/x", "postgres"), ("pyspark://", "spark")]
)
def test_a_missing_extra_is_named(bench, told, monkeypatch, address, extra):
    found = importlib.util.find_spec
    monkeypatch.setattr(
        database, "find_spec", lambda name: None if name in {"duckdb", "psycopg", "pyspark"} else found(name)
    )
    bench.environ["CX_DB"] = address
    tools_facts = {"table": "answers.csv"} if not address else {"table": "answers", "connection": "CX_DB"}
    assert told(**tools_facts) == ["database-extra-missing"]
    _, findings = bench.database(**tools_facts)
    assert f"chefetage[{extra}]" in message(findings.errors[0], speak("de"))


def test_a_damaged_parquet_file_is_told(bench, told):
    bench.folder.mkdir(parents=True, exist_ok=True)
    (bench.folder / "torn.parquet").write_bytes(b"PAR1 torn")
    assert told(table="torn.parquet") == ["database-file-unread"]


def test_an_answer_that_cannot_be_is_counted_and_a_code_is_named(bench, tools):
    rows = [row | {"score": 77 if number % 2 else "Frau Beispiel"} for number, row in enumerate(tools.answers(1, 200))]
    tools.write_csv(bench.folder / "answers.csv", rows)
    _, findings = bench.database(table="answers.csv")
    found = {error.id: error.params for error in findings.errors}
    assert found["database-answer-off-scale"]["answer"] == 77
    assert found["database-answers-unshown"]["count"] > 5


def test_nothing_leaves_the_engine_but_counts(bench, tools, monkeypatch):
    from chefetage.sources.database import engine  # noqa: PLC0415 – needs the extra

    seen = []
    told = engine.lines_of
    monkeypatch.setattr(engine, "lines_of", lambda *asked: seen.extend(told(*asked)) or seen)
    tools.write_csv(bench.folder / "answers.csv", tools.answers(1, 2000))
    fetched, findings = bench.database(table="answers.csv")
    assert fetched
    assert findings.errors == ()
    texts = {str(cell) for line in seen for cell in line.values()}
    assert not any("Beispiel" in text for text in texts)
    known = {"metric", "dimension", "period", "grouping", "category", "times", "weight", "square", "unweighed"}
    assert {name for line in seen for name in line} == known
    assert len({line["category"] for line in seen}) < 40
