"""The workflows' steps, run for real on this repository: everything but GitHub itself."""

from __future__ import annotations

import re
import sys

import pytest
from tests.workflows.conftest import REPOSITORY, TOKEN, git

pytestmark = [pytest.mark.rehearsal]


STORY = "briefings/stories/emden.md"
TRANSLATION = "briefings/stories/emden.en.md"
EVIL = [
    "$(touch pwned)",
    "`touch pwned`",
    "x; touch pwned",
    'x" && touch pwned && "',
    "--root=/",
    "../../pwned",
    "a\nb",
]
"""What somebody types into a form who wants more than a file."""

DECEMBER = "1796277600"  # 2026-12-03 06:00 UTC


def reword(desk, path=STORY):
    """Change a text, so that its translation is behind."""
    file = desk.folder / path
    file.write_text(file.read_text("utf-8").rstrip() + "\n\nNoch ein Satz.\n", "utf-8")
    desk.commit("Ein Satz mehr")


def created(desk):
    """The one pull request that was opened."""
    (told,) = desk.told
    assert told["words"][:2] == ["pr", "create"]
    assert told["token"] == TOKEN
    words = told["words"][2::2], told["words"][3::2]
    return dict(zip(*words, strict=True)), told["body"]


def untouched(desk):
    """Whether nothing left the runner and nothing was run that a form brought along."""
    return desk.told == [] and desk.branches == ["main"] and not list(desk.folder.parent.rglob("pwned*"))


# A proposal is checked


@pytest.fixture
def proposal(desk):
    """A proposal as GitHub checks it out: merged into what it is for, and two commits deep."""
    git(desk.folder, "switch", "-c", "jana")
    file = desk.folder / STORY
    file.write_text(file.read_text("utf-8").rstrip() + "\n\nNoch ein Satz.\n", "utf-8")
    git(desk.folder, "commit", "-am", "Ein Satz mehr")
    git(desk.folder, "switch", "main")
    git(desk.folder, "merge", "--no-ff", "-m", "Probe", "jana")
    return desk


def test_a_sound_proposal_passes_and_its_pages_are_named_and_laid_out_with_the_drafts(proposal):
    checked = proposal.run("check", "Prüfen")
    assert checked.code == 0, checked.log
    changed = proposal.run("check", "Was sich ändert")
    assert changed.code == 0, changed.log
    assert "`de/stories" in changed.summary
    built = proposal.run("check", "Vorschau bauen")
    assert built.code == 0, built.log
    assert (proposal.folder / "site" / "DRAFTS.txt").is_file()
    assert "ce-watermark" in (proposal.folder / "site/de/editions/2026-11.html").read_text("utf-8")
    assert git(proposal.folder, "status", "--porcelain") == ""


def test_what_is_wrong_stands_beside_its_line_and_in_the_summary_and_the_pages_are_still_named(proposal):
    edition = proposal.folder / "briefings/editions/2026-11.md"
    edition.write_text(edition.read_text("utf-8").replace("asks: [", "asks: [gibt-es-nicht, ", 1), "utf-8")
    checked = proposal.run("check", "Prüfen")
    assert checked.code == 1
    assert re.search(r"^::error file=briefings/editions/2026-11\.md,line=\d+,", checked.log, re.MULTILINE)
    assert "unknown-reference" in checked.summary
    assert proposal.run("check", "Was sich ändert").code == 0


# The site goes out


def test_a_site_goes_out_when_only_the_repository_s_readers_see_it(desk, github):
    built = desk.run("publish", "Bauen")
    assert built.code == 0, built.log
    assert not (desk.folder / "site" / "DRAFTS.txt").exists()
    assert not (desk.folder / "site" / "de" / "editions" / "2026-11.html").exists()
    allowed = desk.run("publish", "Wer darf lesen?")
    assert allowed.code == 0, allowed.log
    github.site = {"public": True}
    refused = desk.run("publish", "Wer darf lesen?")
    assert refused.code == 1
    assert "Settings → Pages" in refused.log


def test_a_store_that_nobody_named_keeps_no_withdrawal_from_going_out(desk):
    fetched = desk.run(
        "publish", "Aufnahmen holen", secrets__CHEFETAGE_MEDIA_STORE="", secrets__CHEFETAGE_MEDIA_TOKEN=""
    )
    assert fetched.code == 0, fetched.log
    assert "::warning title=Aufnahmen" in fetched.log


def test_a_store_within_reach_gives_its_recordings_without_a_warning(desk):
    fetched = desk.run(
        "publish", "Aufnahmen holen", secrets__CHEFETAGE_MEDIA_STORE="recordings", secrets__CHEFETAGE_MEDIA_TOKEN=""
    )
    assert fetched.code == 0, fetched.log
    assert "::warning" not in fetched.log
    assert (desk.folder / "docs" / "media" / "vierter-anruf.m4a").is_file()


def test_a_build_with_drafts_never_goes_out(desk, github):  # noqa: ARG001 – the guard asks it
    desk.around["CHEFETAGE_DRAFTS"] = "1"
    assert desk.run("publish", "Bauen").code == 0
    refused = desk.run("publish", "Wer darf lesen?")
    assert refused.code == 1
    assert "Entwürfen gebaut" in refused.log


def test_a_site_with_an_error_is_not_built(desk):
    edition = desk.folder / "briefings/editions/2026-10.md"
    edition.write_text(edition.read_text("utf-8").replace("asks: [", "asks: [gibt-es-nicht, ", 1), "utf-8")
    assert desk.run("publish", "Bauen").code != 0


# Buttons


def test_a_button_opens_a_proposal_with_what_was_done_and_what_the_check_says(desk):
    reword(desk)
    done = desk.run("translated", "Vorschlagen", inputs__file=TRANSLATION)
    assert done.code == 0, done.log
    words, body = created(desk)
    branch = "chefetage/translated-4711-1"
    assert words["--base"] == "main"
    assert words["--head"] == branch
    assert words["--title"] == f"Übersetzung durchgesehen: {TRANSLATION} · Translation gone through"
    assert f"    {TRANSLATION}: Die Übersetzung passt zum Original; vermerkt." in body
    assert "### Prüfung · Check" in body
    assert desk.branches == [branch, "main"]
    assert desk.changed_on(branch) == [TRANSLATION]
    assert git(desk.origin, "log", "-1", "--format=%an %s", branch).startswith("github-actions[bot] Übersetzung")
    assert "pull/7" in done.summary


def test_where_nothing_is_to_be_done_nothing_is_proposed(desk):
    desk.shell(f"chefetage translated {TRANSLATION}")
    desk.commit()
    done = desk.run("translated", "Vorschlagen", inputs__file=TRANSLATION)
    assert done.code == 0, done.log
    assert untouched(desk)
    assert "### Nichts zu ändern" in done.summary
    assert "war schon vermerkt" in done.summary


def test_what_goes_wrong_is_said_and_nothing_is_proposed(desk):
    done = desk.run("translated", "Vorschlagen", inputs__file="briefings/stories/gibt-es-nicht.en.md")
    assert done.code == 1
    assert untouched(desk)
    assert "### Nicht geklappt, nichts geändert" in done.summary
    assert "gibt-es-nicht.en.md ist keine Übersetzung" in done.summary


def test_if_github_lets_no_workflow_propose_the_branch_is_there_and_it_says_how_to_go_on(desk):
    reword(desk)
    desk.answers["pr create"] = None
    done = desk.run("translated", "Vorschlagen", inputs__file=TRANSLATION)
    assert done.code == 1
    branch = "chefetage/translated-4711-1"
    assert branch in desk.branches
    assert f"https://github.com/{REPOSITORY}/compare/main...{branch}?expand=1" in done.summary
    assert "Allow GitHub Actions to create and approve pull requests" in done.summary


def test_a_second_run_overwrites_nobody_s_edits(desk):
    reword(desk)
    desk.run("translated", "Vorschlagen", inputs__file=TRANSLATION)
    git(desk.folder, "switch", "main")
    desk.around["GITHUB_RUN_ID"] = "4712"
    assert desk.run("translated", "Vorschlagen", inputs__file=TRANSLATION).code == 0
    assert desk.branches == ["chefetage/translated-4711-1", "chefetage/translated-4712-1", "main"]


def test_the_token_stands_in_no_file_and_in_no_log(desk):
    reword(desk)
    done = desk.run("translated", "Vorschlagen", inputs__file=TRANSLATION)
    assert TOKEN not in done.log + done.summary
    assert all(TOKEN.encode() not in path.read_bytes() for path in desk.folder.rglob("*") if path.is_file())


def test_a_withdrawal_is_proposed_with_the_words_gone(desk):
    done = desk.run("withdraw", "Vorschlagen", inputs__quote="campingkocher", inputs__day="2026-11-20")
    assert done.code == 0, done.log
    branch = "chefetage/withdraw-4711-1"
    changed = desk.changed_on(branch)
    assert "briefings/quotes/campingkocher.md" in changed
    text = git(desk.origin, "show", f"{branch}:briefings/quotes/campingkocher.md")
    assert "withdrawn: 2026-11-20" in text
    assert "Campingkocher, weil" not in text
    assert created(desk)[0]["--title"] == "Widerruf: campingkocher · Withdrawal"


def test_a_withdrawal_without_a_day_is_one_of_today(desk):
    assert desk.run("withdraw", "Vorschlagen", inputs__quote="campingkocher", inputs__day="").code == 0
    text = git(desk.origin, "show", "chefetage/withdraw-4711-1:briefings/quotes/campingkocher.md")
    assert "withdrawn: 2026-11-21" in text


@pytest.mark.parametrize(("kind", "name", "short", "path"), [
    ("quote", "vierter-kocher", "false", "briefings/quotes/vierter-kocher.md"),
    ("edition", "2026-12", "false", "briefings/editions/2026-12.md"),
    ("edition", "2026-12", "true", "briefings/editions/2026-12.md"),
])  # fmt: skip
def test_a_new_file_is_proposed(desk, kind, name, short, path):
    done = desk.run("new", "Vorschlagen", inputs__kind=kind, inputs__id=name, inputs__short=short)
    assert done.code == 0, done.log
    assert path in desk.changed_on("chefetage/new-4711-1")
    assert created(desk)[0]["--title"] == f"Neu: {kind} {name}"


def test_praise_from_an_issue_closes_it_and_holds_none_of_its_words(desk):
    done = desk.run("praise", "Vorschlagen", github__event__issue__number="12")
    assert done.code == 0, done.log
    words, body = created(desk)
    assert "briefings/praise/lob-12.md" in desk.changed_on("chefetage/praise-12-4711-1")
    assert words["--title"] == "Lob aus #12 · Praise from #12"
    assert body.startswith("Closes #12.")


def test_an_edition_is_proposed_for_publication(december):
    assert december.shell("chefetage refresh --month 2026-11").code == 0
    december.commit("Zahlen")
    done = december.run("publish-edition", "Vorschlagen", inputs__month="2026-11")
    assert done.code == 0, done.log
    branch = "chefetage/publish-4711-1"
    assert "status: published" in git(december.origin, "show", f"{branch}:briefings/editions/2026-11.md")


def test_an_edition_is_proposed_for_closing(desk):
    done = desk.run("close", "Vorschlagen", inputs__month="2026-09")
    assert done.code == 0, done.log
    assert "briefings/editions/2026-09.sealed.json" in desk.changed_on("chefetage/close-4711-1")


@pytest.mark.parametrize("evil", EVIL)
def test_what_is_typed_as_a_new_file_s_name_is_never_run(desk, evil):
    done = desk.run("new", "Vorschlagen", inputs__kind="quote", inputs__id=evil, inputs__short="false")
    assert done.code != 0, done.log
    assert untouched(desk)


@pytest.mark.parametrize("evil", EVIL)
def test_what_is_typed_into_a_form_is_never_run(desk, evil):
    for name, known in [
        ("translated", {"inputs__file": evil}),
        ("withdraw", {"inputs__quote": evil, "inputs__day": evil}),
    ]:
        done = desk.run(name, "Vorschlagen", **known)
        assert done.code != 0, done.log
    assert untouched(desk)


# Numbers


@pytest.fixture
def december(desk):
    """The third of December, with November's answers where the source expects them."""
    desk.around["SOURCE_DATE_EPOCH"] = DECEMBER
    assert desk.shell("chefetage demo --until 2026-11").code == 0
    return desk


def refresh(desk, month="", sources=""):
    return desk.run("refresh", "Zählen", inputs__month=month, secrets__CHEFETAGE_SOURCES=sources)


def test_last_month_s_numbers_are_proposed_with_the_difference_in_words(december):
    done = refresh(december)
    assert done.code == 0, done.log
    words, body = created(december)
    assert words["--title"] == "Zahlen für 2026-11 · Numbers for 2026-11"
    branch = "chefetage/refresh-2026-11-4711-1"
    assert december.changed_on(branch) == ["metrics/snapshots/2026-11.json"]
    assert "    November 2026" in body
    assert "neu, " in body
    assert "month<<" in done.output


def test_where_the_edition_is_missing_a_draft_comes_with_the_numbers(december):
    git(december.folder, "rm", "-q", "briefings/editions/2026-11.md", "briefings/editions/2026-11.en.md")
    december.commit("Keine Ausgabe")
    done = refresh(december)
    assert done.code == 0, done.log
    changed = december.changed_on("chefetage/refresh-2026-11-4711-1")
    assert {"metrics/snapshots/2026-11.json", "briefings/editions/2026-11.md"} <= set(changed)


def test_numbers_that_are_known_already_are_proposed_by_nobody(december):
    refresh(december)
    git(december.origin, "branch", "-f", "main", "chefetage/refresh-2026-11-4711-1")
    git(december.folder, "switch", "main")
    git(december.folder, "pull")
    done = refresh(december, month="2026-11")
    assert done.code == 0, done.log
    assert len(december.told) == 1
    assert "nichts Neues" in done.log


def test_a_source_that_fails_is_handed_on_to_the_issue_that_says_what_to_do(desk):
    desk.around["SOURCE_DATE_EPOCH"] = DECEMBER
    desk.answers["issue list"] = ""
    done = refresh(desk)
    assert done.code == 3
    assert untouched(desk)
    end, report = re.search(r"report<<(\w{32})\n(.*?)\n\1\n", done.output, re.DOTALL).groups()
    assert end
    assert "gibt es nicht" in report
    said = desk.run(
        "refresh", "Sagen", needs__refresh__outputs__month="2026-11", inputs__month="",
        needs__refresh__outputs__report=report,
    )  # fmt: skip
    assert said.code == 0, said.log
    listed, opened = desk.told
    assert listed["words"][:2] == ["issue", "list"]
    assert opened["words"][:2] == ["issue", "create"]
    assert "Die Zahlen für 2026-11 fehlen" in opened["words"][3]
    assert report.splitlines()[0] in opened["body"]
    assert "chefetage refresh --month 2026-11" in opened["body"]
    assert "actions/runs/4711" in opened["body"]


def test_a_second_failure_is_added_to_the_open_issue(desk):
    desk.answers["issue list"] = "12"
    said = desk.run(
        "refresh", "Sagen", needs__refresh__outputs__month="", inputs__month="$(touch pwned)",
        needs__refresh__outputs__report="",
    )  # fmt: skip
    assert said.code == 0, said.log
    assert desk.told[1]["words"][:3] == ["issue", "comment", "12"]
    assert "pwned" not in str(desk.told)
    assert not list(desk.folder.parent.rglob("pwned*"))


def test_secrets_reach_the_sources_under_their_names_and_stay_out_of_the_log(desk):
    lines = "# Zugang\nTICKETS_URL=https://localhost:1/x?a=b\r\n\nTICKETS_TOKEN=$(touch pwned)\n"
    done = desk.shell(
        f'source .github/scripts/secrets.sh; export_lines "$SOURCES"; {sys.executable} -c '
        "'import os; print(repr((os.environ[\"TICKETS_URL\"], os.environ[\"TICKETS_TOKEN\"])))'",
        {"SOURCES": lines},
    )  # fmt: skip
    assert done.code == 0, done.log
    assert done.log.splitlines() == [
        "::add-mask::https://localhost:1/x?a=b", "::add-mask::$(touch pwned)",
        "('https://localhost:1/x?a=b', '$(touch pwned)')",
    ]  # fmt: skip
    assert not list(desk.folder.parent.rglob("pwned*"))


@pytest.mark.parametrize("line", ["geheim", "name=x", "A B=x", "=x", "export A=x", "A;touch pwned=x"])
def test_a_line_that_is_no_secret_stops_without_being_repeated(december, line):
    done = refresh(december, sources=f"GOOD=1\n{line}\n")
    assert done.code == 2
    assert "Jede Zeile heißt NAME=Wert" in done.log
    assert "geheim" not in done.log
    assert untouched(december)


# Setting up


@pytest.mark.parametrize(("removed", "expected"), [
    ([], ["--require-hashes --requirement requirements.lock", "--no-deps --no-build-isolation --editable ."]),
    (["requirements.lock", "hooks"], ["--requirement requirements.txt"]),
])  # fmt: skip
def test_the_package_is_installed_here_from_beside_the_content_and_in_sites_as_pinned(desk, removed, expected):
    for name in removed:
        git(desk.folder, "rm", "-rq", name)
    python = desk.folder.parent / "bin" / "python"
    python.write_text('#!/bin/sh\necho "$*"\n')
    python.chmod(0o755)
    done = desk.shell("bash .github/scripts/install.sh")
    assert done.code == 0, done.log
    assert done.log.splitlines() == [f"-m pip install --quiet {words}" for words in expected]
