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


LIMESURVEY = "exports/limesurvey/RSE_2017_uk_public_data.csv"
WORDED = ("--label", "0 - Not at all satisfied=0", "--label", "10 - Completely satisfied=10")
SUPPORT = (
    "Are you satisfied with the overall support your project receives from CNCF "
    "(e.g., marketing, budget, scholarships, events etc)"
)
MAINTAINERS = "exports/cncf/CNCF Maintainers Survey 2023 H1.csv"
QUICK = "Did you feel that the CNCF staff responded quickly to your requests?"
MEANS = [
    ("exports/cncf/results-h2-2017.csv", "1", (), 13, 4.0, 80.0),
    ("exports/cncf/results-h1.csv", "1", (), 56, 4.1786, 83.57),
    ("exports/cncf/results-h1.csv", "4", (), 56, 4.2679, 85.36),
    (MAINTAINERS, SUPPORT, ("--missing", "N/A"), 137, 8.4234, 84.23),
    (MAINTAINERS, QUICK, ("--missing", "N/A"), 132, 8.7879, 87.88),
    (LIMESURVEY, "satisGen1[SQ001]", WORDED, 219, 6.4886, 64.89),
    ("exports/qualtrics/qualtRics_sample.csv", "Q1", (), 1, 2.0, 40.0),
    ("exports/qualtrics/qualtRics_sample_legacy.csv", "Q1", (), 1, 2.0, 40.0),
]  # fmt: skip


def inspected(path, *arguments):
    return json.loads(CliRunner().invoke(inspect, [str(path), *arguments, "--json"]).stdout)


@pytest.mark.parametrize(("file", "column", "options", "n", "mean", "of_maximum"), MEANS)
def test_means_are_the_published_ones(fixtures, file, column, options, n, mean, of_maximum):
    found = inspected(fixtures / file, "--column", column, "--kind", "mean", *options)
    assert found["n"] == n
    assert found["mean"] == found["value"] == pytest.approx(mean, abs=5e-5)
    assert found["of_maximum"] == pytest.approx(of_maximum, abs=5e-3)


def test_the_distribution_of_the_research_engineers_is_the_published_one(fixtures):
    found = inspected(
        fixtures / LIMESURVEY, "--column", "satisGen1[SQ001]", "--kind", "mean", "--scale", "0-10", *WORDED
    )
    published = (fixtures / "exports/limesurvey/RSE_2017_uk_published_satisGen1.csv").read_text("utf-8")
    assert all(str(found[f"answer-{answer}"]) in published for answer in range(11))


def test_an_average_below_the_answers_is_pointed_out(fixtures):
    found = inspected(fixtures / "exports/cncf/results-h2-2017.csv", "--column", "1", "--kind", "mean")
    (place,) = [(p["row"], p["column"]) for p in found["problems"] if p["id"] == "row-detached"]
    assert (place, found["rows"], found["dropped_because"]["blank"]) == ((16, 3), 15, 2)


def test_the_airports_weights_are_reckoned_with(fixtures):
    found = inspected(
        fixtures / AIRPORT.format(2017), "--column", "NETPRO", "--kind", "nps", "--missing", "11", "--weight", "WEIGHT"
    )
    assert found["value"] == pytest.approx(40.398, abs=5e-4)
    assert (found["n"], found["promoters"], found["passives"], found["detractors"]) == (2746, 1436, 968, 342)


@pytest.mark.parametrize(("form", "rows"), [("csv", 345), ("xlsx", 245)])
def test_blank_rows_are_counted_as_rows_and_dropped(fixtures, form, rows):
    found = inspected(fixtures / f"exports/google_forms/spack-user-survey-2025-responses.{form}")
    assert (found["rows"], found["kept"], found["dropped"]) == (rows, 245, rows - 245)


@pytest.mark.parametrize(
    ("file", "vendor", "rows"),
    [
        ("surveymonkey/sm_api_responses_bulk.ip-masked.json", "surveymonkey", 2),
        ("surveymonkey/k8s_contribex-survey-2018.csv", "surveymonkey", 160),
        ("google_forms/spack-user-survey-2022-responses.csv", "google-forms", 182),
        ("surveygizmo/20160115235816-SurveyExport.csv.gz", "alchemer", 1706),
        ("touchpoints/sample_cx_responses_upload_with_bom.csv", "touchpoints", 4),
        ("../open_data/cfpb/complaints-subset.csv", "plain", 280),
        ("../open_data/cfpb/from_s3.json", "plain", 10),
    ],
)
def test_tools_are_recognised_and_their_rows_counted(fixtures, file, vendor, rows):
    found = inspected(fixtures / "exports" / file)
    assert (found["vendor"], found["rows"]) == (vendor, rows)


def test_a_tools_own_evaluation_is_refused(fixtures):
    result = CliRunner().invoke(
        inspect, [str(fixtures / "exports/cncf/Cloud_Native_Survey_2021-Part_2.xlsx"), "--json"]
    )
    assert result.exit_code == 3
    assert [problem["id"] for problem in json.loads(result.stdout)["problems"]] == ["summary-file"]
