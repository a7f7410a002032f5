"""Real exports, and what is known to be true of them, counted both ways: by `inspect` and by `refresh`."""

import json

import pytest
from click.testing import CliRunner

from chefetage.cli.inspect import inspect
from chefetage.model.metric import MetricKind

CARPENTRIES = "exports/carpentries/20200326-longterm-other_questions-no-open.csv"
LONGTERM = "exports/carpentries/longterm_October2017.csv"
AMBASSADORS = "exports/cncf/CNCF_Ambassadors_Survey_2021.csv"
MEMBERS = "exports/cncf/CNCF Marketing and Member Survey 1H 2020.csv"
JUPYTER = "exports/surveygizmo/20160115235816-SurveyExport.csv.gz"
CONTRIBEX = "exports/surveymonkey/k8s_contribex-survey-2019.ip-masked.csv"
AIRPORT = "open_data/sfo/{}_SFO_Customer_Survey_20250817.csv"
RECOMMEND = (
    "Would you recommend CNCF to other open source projects, and why?10 - strongly agree, 1 - strongly disagree."
)
REVIEW = "Code/Documentation review"
SATISFIED = {"kind": "csat", "missing": (6, 0, "Blank")}

KNOWN = [
    (CARPENTRIES, "recommendation_score", {"kind": "nps", "missing": ("NA",)}, (93, 32, 9), 62.687),
    (LONGTERM, "Recommended", {"kind": "share", "top": ("Yes.",)}, (298, 401), 74.314),
    (AMBASSADORS, RECOMMEND, {"kind": "nps", "header_rows": 2}, (35, 5, 4), 70.4545),
    (
        MEMBERS, "Would you recommend CNCF membership to other companies?",
        {"kind": "share", "top": ("Yes",), "header_rows": 2}, (93, 100), 93.0,
    ),
    (JUPYTER, "Status", {"kind": "share", "top": ("Complete",)}, (779, 1706), 45.6624),
    (AIRPORT.format(2017), "NETPRO", {"kind": "nps", "missing": (11,)}, (1436, 968, 342), 39.840),
    (AIRPORT.format(2015), "Q7ALL", SATISFIED, (2248, 2810), 80.0),
    (AIRPORT.format(2016), "Q7ALL", SATISFIED, (2364, 2919), 80.987),
    (AIRPORT.format(2017), "Q7ALL", SATISFIED, (2206, 2688), 82.068),
    *(
        (CONTRIBEX, REVIEW, {"kind": "share", "top": top, "header_rows": 2}, (k, 200), k / 2)
        for top, k in [
            (("1: not challenging at all",), 28), ((2,), 61), ((3,), 59), ((4,), 31),
            (("5: the most challenging part",), 21), ((4, "5: the most challenging part"), 52),
        ]
    ),
]  # fmt: skip
NAMES = [f"{file.rpartition('/')[2][:24]} {column[:12]} {counts}" for file, column, _, counts, _ in KNOWN]


def named(counts):
    return dict(zip(("promoters", "passives", "detractors") if len(counts) == 3 else ("k", "n"), counts, strict=True))


@pytest.mark.parametrize(("file", "column", "how", "counts", "value"), KNOWN, ids=NAMES)
def test_inspect_finds_what_is_known(fixtures, file, column, how, counts, value):
    options = [f"--{name}={one}" for name in ("top", "missing") for one in how.get(name, ())]
    result = CliRunner().invoke(
        inspect, [str(fixtures / file), "--column", column, "--kind", how["kind"], *options, "--json"]
    )
    assert result.exit_code == 0, result.output
    found = json.loads(result.stdout)
    assert {key: found[key] for key in named(counts)} == named(counts)
    assert found["value"] == pytest.approx(value, abs=5e-4)
    assert found["low"] < found["value"] < found["high"]
    assert found["header_rows"] == how.get("header_rows", 1)
    assert [problem for problem in found["problems"] if problem["severity"] == "error"] == []


@pytest.mark.parametrize(("file", "column", "how", "counts", "value"), KNOWN, ids=NAMES)
def test_refresh_finds_what_is_known(fixtures, desk, make_metric, file, column, how, counts, value):
    kind = MetricKind(how["kind"])
    facts = {"scale": (1, 5)} if kind is MetricKind.CSAT else {"top": how["top"]} if "top" in how else {}
    desk.metrics = [make_metric("known", kind, **facts)]
    desk.folder = fixtures
    desk.source = {
        "file": file,
        "header_rows": how.get("header_rows", 1),
        "metrics": {"known": {"column": column, "missing": how.get("missing", ())}},
    }
    refreshed = desk.refresh()
    (revision,) = refreshed.snapshot.metrics["known"].groups["all"]
    assert revision.stats == named(counts)
    assert revision.result.value == pytest.approx(value, abs=5e-4)


def test_the_interval_of_the_carpentries_is_the_published_one(fixtures):
    arguments = ["--column", "recommendation_score", "--kind", "nps", "--missing", "NA", "--json"]
    found = json.loads(CliRunner().invoke(inspect, [str(fixtures / CARPENTRIES), *arguments]).stdout)
    assert (found["rows"], found["kept"], found["dropped"], found["n"]) == (176, 176, 0, 134)
    assert (round(found["low"], 2), round(found["high"], 2)) == (51.00, 71.63)


def test_a_code_for_no_answer_is_never_taken_for_a_promoter(fixtures):
    arguments = ["--column", "NETPRO", "--kind", "nps", "--json"]
    result = CliRunner().invoke(inspect, [str(fixtures / AIRPORT.format(2017)), *arguments])
    assert result.exit_code == 1
    found = json.loads(result.stdout)
    assert found["value"] is None
    assert "„11“" in found["problems"][0]["message"]
    assert "84-mal" in found["problems"][0]["message"]


def test_an_answer_that_ends_in_a_full_stop_is_not_taken_for_another(fixtures):
    arguments = ["--column", "Recommended", "--kind", "share", "--top", "Yes", "--lang", "en"]
    result = CliRunner().invoke(inspect, [str(fixtures / LONGTERM), *arguments])
    assert result.exit_code == 1
    assert "“Yes.” in the column “Recommended” is almost an answer that counts" in result.stderr


def test_worded_ends_of_a_scale_are_labels(fixtures):
    column = "satisGen1[SQ001]. In general, how satisfied are you with: [Your current position]"
    labels = ["--label", "0 - Not at all satisfied=0", "--label", "10 - Completely satisfied=10"]
    arguments = [str(fixtures / "exports/limesurvey/RSE_2017_uk_public_data.csv"), "--column", column, "--kind", "nps"]
    assert CliRunner().invoke(inspect, arguments).exit_code == 1
    found = json.loads(CliRunner().invoke(inspect, [*arguments, *labels, "--json"]).stdout)
    assert (found["n"], found["promoters"], found["passives"]) == (219, 31, 105)


def test_complete_answers_alone_can_be_kept(fixtures):
    arguments = ["--column", "How often do you use Jupyter Notebook?", "--kind", "share", "--top", "Daily", "--json"]
    found = json.loads(
        CliRunner().invoke(inspect, [str(fixtures / JUPYTER), *arguments, "--only", "Status=Complete"]).stdout
    )
    assert (found["rows"], found["kept"], found["dropped"]) == (1706, 779, 927)
