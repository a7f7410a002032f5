"""The handbook names nothing that does not exist, leaves out no field and no button, and has two languages alike."""

from __future__ import annotations

import re
import subprocess
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

import click
import pytest
import yaml

from chefetage.checks import switched_off
from chefetage.checks.ranking import RANKING, RIGHTS
from chefetage.cli import main
from chefetage.content import kinds, read_project
from chefetage.denied import VARIABLE as DENIED
from chefetage.locales import speak
from chefetage.locales.catalogue import catalogue
from chefetage.model.edition import Correction, Edition, Omission
from chefetage.model.rules import Calendar
from chefetage.model.sent import Sent
from chefetage.outputs.drafts import MARK
from chefetage.outputs.setup import site_setup
from chefetage.pages.markdown.blocks import KINDS as BLOCKS
from chefetage.pages.markdown.token import parse_token
from chefetage.schemas.catalogue import schemas
from chefetage.sites.packed import kept_current

ROOT = Path(__file__).parent.parent.parent
LANGUAGES = "de", "en"
NAMES = sorted(path.stem for path in (ROOT / "docs").glob("handbook*.md") if "." not in path.stem)
CHAPTERS = [name for name in NAMES if name != "handbook"]
WRITTEN = [
    kinds.EDITION, kinds.QUOTE, kinds.STORY, kinds.ASK, kinds.MEASURE, kinds.PRAISE, kinds.VISIT, kinds.STUDY,
    kinds.ARGUMENT,
]  # fmt: skip
OF_THE_READER = {"language", "was"}
"""Fields that every kind has; they are explained once."""
ELSEWHERE = {
    "git filter-repo", "robocopy", "/MIR", "noindex", "groups", "302", "200", "mkdocs serve", "openssl rand -hex 16",
    "pip install --upgrade chefetage", "main", "#", "`", ">-", "---", "index.html", "chefetage", "project",
}  # fmt: skip
"""What is written like code and is not Chefetage's, or is a name that somebody gives."""
ON_THE_SERVER = (
    "/srv/chefetage", "/etc/", "/usr/local/bin/chefetage-build", "/de/search/search_index.json",
    "briefing.corp.example", "login.corp.example", "https://briefing.corp.example/", "curl -sI https://briefing.corp",
)  # fmt: skip
FENCE = re.compile(r"^( *)(`{3,})(\w*)\n(.*?)^\1\2$", re.MULTILINE | re.DOTALL)
CODE = re.compile(r"(`+) ?(.+?) ?\1(?!`)", re.DOTALL)
BUTTON = re.compile(r"\*\*Actions → ([^*]+)\*\*")
SECTION = re.compile(r"^## ", re.MULTILINE)


@dataclass(frozen=True)
class Chapter:
    """One page of the handbook."""

    head: dict[str, object]
    text: str
    """Without fenced blocks."""
    blocks: tuple[tuple[str, str], ...]
    """Language and content of the fenced blocks."""

    @property
    def code(self) -> list[str]:
        return [" ".join(found[2].split()) for found in CODE.finditer(self.text)]

    @property
    def commands(self) -> set[str]:
        return {word for word in self.code if word.startswith("chefetage ")}

    @property
    def headings(self) -> list[int]:
        return [len(found) for found in re.findall(r"^(#+) ", self.text, re.MULTILINE)]

    @property
    def sections(self) -> list[str]:
        return SECTION.split(self.text)[1:]


@cache
def chapter(name: str, language: str) -> Chapter:
    path = ROOT / "docs" / (f"{name}.md" if language == "de" else f"{name}.{language}.md")
    _, head, body = path.read_text("utf-8").split("---\n", 2)
    blocks = tuple(
        (found[3], re.sub(f"^{found[1]}", "", found[4], flags=re.MULTILINE)) for found in FENCE.finditer(body)
    )
    return Chapter(yaml.safe_load(head), FENCE.sub("", body), blocks)


@cache
def words_of_files() -> frozenset[str]:
    """Every field, and every value that a field can only have among others."""
    found: set[str] = set()

    def collect(node: object) -> None:
        if isinstance(node, dict):
            if isinstance(node.get("properties"), dict):
                found.update(node["properties"])
            found.update(word for word in node.get("enum", ()) if isinstance(word, str))
            for value in node.values():
                collect(value)
        elif isinstance(node, list):
            for value in node:
                collect(value)

    for schema in schemas(LANGUAGES).values():
        collect(schema)
    return frozenset(found) | {"off", "deny", "visibility", "k", "of", "low", "high", "true", "false"}


@cache
def machinery() -> str:
    """Everything that runs on GitHub."""
    return "\n".join(path.read_text("utf-8") for path in sorted((ROOT / ".github").rglob("*")) if path.is_file())


def is_command(word: str) -> bool:
    """Whether a command can be called like that."""
    name, *words = word.split()
    command: click.Command = main
    while words and isinstance(command, click.Group):
        found = command.get_command(click.Context(command), words.pop(0))
        if found is None:
            return False
        command = found
    wanted = {each for each in words if each.startswith("--")}
    return name == "chefetage" and not isinstance(command, click.Group) and wanted <= options(command)


def is_option(word: str) -> bool:
    """Whether one of the commands has that option."""
    context = click.Context(main)
    return any(word in options(main.get_command(context, name)) for name in main.list_commands(context))


def options(command: click.Command) -> set[str]:
    return {option for each in command.params for option in (*each.opts, *each.secondary_opts)} | {"--help"}


def is_token(word: str) -> bool:
    return word.startswith("{{") and parse_token(word.strip("{} ")) is not None


def is_word_of_a_file(word: str) -> bool:
    """Whether it is a field, a field with a value, a value, a kind, a block, or what a block says."""
    field, colon, _ = word.partition(": ")
    known = words_of_files() | BLOCKS | {kind.name for kind in WRITTEN}
    return word in known or (bool(colon) and field in words_of_files() | {"metric", "months", "segment"})


def is_value(word: str) -> bool:
    """Whether it is written like a day, a month, a list, a range, or names a group or a quote."""
    like = r"\d{4}-\d\d(-\d\d)?|\[.*\]|\{low: 0, high: 0\}|NAME=(Wert|value)|nps, csat"
    dimension, _, group = word.partition(".")
    groups = yaml.safe_load((ROOT / "metrics/segments.yml").read_text("utf-8")).get(dimension, {}).get("values", {})
    return re.fullmatch(like, word) is not None or group in groups or (ROOT / f"briefings/quotes/{word}.md").is_file()


def is_file(word: str) -> bool:
    """Whether a file or folder of that name is there, or can come about."""
    an_edition_s = r"(briefings/editions/)?\d{4}-\d\d(\.en\.md|\.md|\.sealed\.json|\.sent\.yml)"
    return (
        re.fullmatch(an_edition_s, word) is not None
        or word in {".md", ".en", ".de", ".new", "../../docs/", "metrics/exports", MARK}
        or any((ROOT / folder / word).exists() for folder in ("", "hooks/chefetage", "hooks/chefetage/locales/de"))
    )


def is_part_of_the_machinery(word: str) -> bool:
    """Whether it is a variable, a label or the like that workflows, or the package, know."""
    return re.fullmatch(r"CHEFETAGE_[A-Z_]+|[a-z]+-[a-z]+|check", word) is not None and (
        re.search(rf"(?<![\w-]){word}(?![\w-])", machinery()) is not None or word == DENIED
    )


def is_known(word: str) -> bool:
    """Whether what the handbook writes like code is something that exists."""
    if word in ELSEWHERE or word.startswith(ON_THE_SERVER):
        return True
    return any(
        knows(word)
        for knows in (
            is_token, is_command, is_option, is_word_of_a_file, is_value, is_file, is_part_of_the_machinery,
            lambda each: f"problems.{each}" in catalogue("de"),
        )
    )  # fmt: skip


def dispatched() -> dict[str, dict[str, str]]:
    """Language → name of a button → file, for all workflows that somebody can start."""
    found: dict[str, dict[str, str]] = {language: {} for language in LANGUAGES}
    for path in sorted((ROOT / ".github/workflows").glob("*.yml")):
        content = yaml.safe_load(path.read_text("utf-8"))
        if "workflow_dispatch" in content[True]:
            for language, name in zip(LANGUAGES, content["name"].split(" · "), strict=True):
                found[language][name] = path.name
    return found


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_everything_written_like_code_exists(name, language):
    assert [word for word in chapter(name, language).code if not is_known(word)] == []


def test_a_word_that_does_not_exist_is_noticed():
    wrong = [
        "chefetage chek", "chefetage close 2026-10 --provisory", "chefetage consent", "headlines", "statuz: draft",
        "{{ nps.changes.x.y }}", "unknown-referenze", "CHEFETAGE_SOURCE", "briefings/quote", "--al",
        "praise-approve", "vierter-anrufe",
    ]  # fmt: skip
    assert [word for word in wrong if is_known(word)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_button_is_explained_and_none_is_invented(language):
    named = {button for name in NAMES for button in BUTTON.findall(chapter(name, language).text)}
    assert named == set(dispatched()[language])
    table = {line for line in chapter("handbook", language).text.splitlines() if line.startswith("| **Actions")}
    assert {BUTTON.search(line)[1] for line in table} == named


@pytest.mark.parametrize("name", NAMES)
def test_both_languages_have_the_same_build_and_name_the_same_things(name):
    german, english = (chapter(name, language) for language in LANGUAGES)
    assert german.headings == english.headings
    assert german.commands == english.commands
    translated = {"NAME=Wert": "NAME=value"}
    assert sorted(translated.get(word, word) for word in german.code) == sorted(english.code)
    buttons = [
        [dispatched()[language][each] for each in BUTTON.findall(chapter(name, language).text)]
        for language in LANGUAGES
    ]
    assert buttons[0] == buttons[1]
    links = [re.findall(r"\]\(([^)]+)\)", each.text) for each in (german, english)]
    assert links[0] == links[1]
    assert [kind for kind, _ in german.blocks] == [kind for kind, _ in english.blocks]
    assert [text for kind, text in german.blocks if kind != "yaml"] == [
        text for kind, text in english.blocks if kind != "yaml"
    ]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", WRITTEN, ids=lambda kind: kind.name)
def test_every_field_of_every_kind_is_explained_and_what_is_required_says_so(kind, language):
    (section,) = (each for each in chapter("handbook-writing", language).sections if f"`{kind.folder}`" in each)
    explained, required = fields_in(section)
    schema = schemas(LANGUAGES)[kind.name]
    assert explained == set(schema["properties"]) - OF_THE_READER
    # Whether `who` is required depends on the day; a schema cannot say that.
    assert required - {"who"} == set(schema["required"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_field_of_what_is_measured_is_explained_and_what_is_required_says_so(language):
    sections = chapter("handbook-metrics", language).sections[1:]
    for section, name in zip(sections, ("metric", "events", "glossary", "journey"), strict=True):
        explained, required = fields_in(section)
        schema = schemas(LANGUAGES)[name]
        schema = schema if "properties" in schema else schema["additionalProperties"]
        assert explained == set(schema["properties"]) - OF_THE_READER, name
        assert required == set(schema["required"]), name


def fields_in(section: str) -> tuple[set[str], set[str]]:
    """The fields that a section's table explains, and those of them that it says are required."""
    rows = [line for line in section.splitlines() if line.startswith("| `")]
    named = [
        (set(re.findall(r"`([^`]+)`", row.split("|")[1])), "**Pflicht" in row or "**Required" in row) for row in rows
    ]
    return set().union(*(fields for fields, _ in named)), set().union(*(fields for fields, must in named if must))


@pytest.mark.parametrize("language", LANGUAGES)
def test_ten_errors_and_ten_hints_are_what_they_are_called(language):
    sections = chapter("handbook-check", language).sections
    lists = [re.findall(r"^[^\n:>|].*`([a-z-]+)`\n:", each, re.MULTILINE) for each in sections]
    errors, hints = (found for found in lists if found)
    assert len(errors) == len(hints) == 10
    assert set(hints) <= {*RANKING, *RIGHTS}
    assert not set(errors) & {*RANKING, *RIGHTS}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_finding_to_read_is_one_that_the_check_prints(language):
    locale = speak(language)
    said = locale.say(
        "problems.unknown-reference", kind=locale.say("problems.kinds.quote"), found="gibtesnicht"
    )  # fmt: skip
    line = f"> briefings/editions/2026-10.md:10:10: {locale.say('findings.error')}: {said} [unknown-reference]"
    assert line.casefold() in chapter("handbook-check", language).text.casefold()


@pytest.mark.parametrize("language", LANGUAGES)
def test_examples_for_files_are_what_their_reader_takes(tmp_path, language):
    blocks = chapter("handbook-check", language).blocks
    (tmp_path / "mkdocs.yml").write_text("site_name: x\n", "utf-8")
    (tmp_path / "checks.yml").write_text("".join(text for _, text in blocks), "utf-8")
    project, problems = read_project(tmp_path, date(2026, 11, 21))
    assert [each.id for each in problems if each.location.path == "checks.yml"] == []
    assert project.rules.calendar == Calendar()
    assert set(project.rules.hints.off) == {"long-sentence"}
    assert [each.id for each in switched_off.check(project)] == []
    ((_, sent),) = chapter("handbook-rights", language).blocks
    assert [Sent.model_validate(entry) for entry in yaml.load(sent, yaml.BaseLoader)]
    for name in ("handbook-numbers", "handbook-closing"):
        for _, text in chapter(name, language).blocks:
            ((field, value),) = yaml.load(text, yaml.BaseLoader).items()
            assert field in Edition.model_fields
            model, entries = (Omission, value.values()) if field == "omitted" else (Correction, value)
            assert [model.model_validate(entry) for entry in entries]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_examples_stand_between_the_steps_of_a_list_as_pages_show_none_inside(name, language):
    assert "```" not in CODE.sub("", chapter(name, language).text)
    path = ROOT / "docs" / (f"{name}.md" if language == "de" else f"{name}.{language}.md")
    assert [found[0] for found in FENCE.finditer(path.read_text("utf-8")) if found[1]] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_plan_of_a_month_takes_the_six_hours_that_it_promises(language):
    rows = [line for line in chapter("handbook-month", language).text.splitlines() if re.search(r"\| \d+ \|$", line)]
    assert sum(int(row.split("|")[-2]) for row in rows) == 6 * 60


def test_scripts_can_be_read_by_the_shell():
    scripts = [text for name in NAMES for kind, text in chapter(name, "de").blocks if kind == "bash"]
    assert len(scripts) == 3
    for script in scripts:
        done = subprocess.run(["bash", "-n"], input=script, text=True, capture_output=True, check=False)
        assert done.returncode == 0, done.stderr


def test_nobody_gets_past_the_sign_on():
    (settings,) = (text for kind, text in chapter("handbook-publishing", "de").blocks if kind == "nginx")
    server = settings[settings.index("listen 443") :]
    places = re.split(r"\n    location ", server)
    assert "\n    auth_request /oauth2/auth;" in places[0]  # for all of it
    exempt = {place.split(" {")[0]: place for place in places[1:] if "auth_request off" in place}
    assert set(exempt) == {"/oauth2/", "= /oauth2/auth", "@signin"}
    assert not any("root" in place or "try_files" in place for place in exempt.values())
    assert settings.count("{") == settings.count("}")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_handbook_leads_to_every_chapter_and_every_chapter_back(language):
    contents = chapter("handbook", language).sections[0]
    assert set(re.findall(r"\((handbook-[\w-]+)\.md\)", contents)) == set(CHAPTERS)
    assert {chapter(name, "de").head["under"] for name in CHAPTERS} == {"handbook"}


def test_every_site_gets_the_whole_handbook_and_the_package_brings_it():
    current = kept_current(LANGUAGES)
    files = {path.relative_to(ROOT).as_posix() for path in (ROOT / "docs").glob("handbook*.md")}
    assert len(files) == 2 * len(NAMES)
    assert files <= set(current)
    packed = (ROOT / "pyproject.toml").read_text("utf-8")
    assert [file for file in files if f'"{file}" = "chefetage/sites/originals/{file}"' not in packed] == []


def test_a_page_under_another_stays_out_of_the_foot_and_leads_back(small):
    items = [small.standing("handbook"), small.standing("month", under="handbook"), small.edition()]
    rendered = small.render(*items)
    assert [each["href"] for each in site_setup(small.project(*items), rendered.site)["de"]["pages"]] == [
        "handbook.html"
    ]
    assert "handbook.html" in rendered["de/month.html"].links
    assert "month.html" not in rendered["de/handbook.html"].links


def test_pages_of_the_handbook_are_under_no_entry_of_the_navigation(small):
    rendered = small.render(small.standing("handbook"), small.standing("month", under="handbook"), small.edition())
    addresses = {entry.address for entries in rendered.site.navigation.values() for entry in entries}
    assert not any("handbook" in address or "month" in address for address in addresses)
