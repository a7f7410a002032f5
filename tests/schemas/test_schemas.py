"""Schemas say what the reader says: editors may trust them."""

from __future__ import annotations

import json
from copy import deepcopy

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from chefetage.cli import main
from chefetage.content.assemble import assemble
from chefetage.content.findings import Findings
from chefetage.content.languages import Languages
from chefetage.content.shape import KEPT_BY_READER, shape_of, word_fields
from chefetage.content.tree import Tree
from chefetage.content.words import in_language
from chefetage.locales import available, speak
from chefetage.locales.catalogue import catalogue
from chefetage.model.base import Item, Prose
from chefetage.model.location import Location
from chefetage.schemas.catalogue import MARKDOWN, YAML, Layout, schemas
from chefetage.schemas.docstrings import field_docs
from chefetage.schemas.form import kebab

from .conftest import ROOT, committed, validator, written

DEMO = written()
SITE = ("de", "en")
SCHEMAS = schemas(SITE)
MODELS = {kind.name: kind.model for kind in MARKDOWN}
PLAIN = {file.name: file.model for file in YAML if file.layout is Layout.ONE}
ORIGINALS = [each for each in DEMO if each.schema in MODELS or each.schema in PLAIN]


def ids(files):
    return [each.path for each in files]


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_schema_is_one_and_stands_in_the_repository_as_it_is_made(name):
    Draft202012Validator.check_schema(SCHEMAS[name])
    stamped = committed(name)
    assert stamped.pop("$comment").startswith("chefetage ")
    assert stamped == SCHEMAS[name]


@pytest.mark.parametrize("file", DEMO, ids=ids(DEMO))
def test_every_file_of_the_demo_is_as_its_schema_says(file):
    found = [
        f"{'.'.join(map(str, e.path))}: {e.message}" for e in validator(SCHEMAS[file.schema]).iter_errors(file.value)
    ]
    assert found == []


def test_every_sort_of_file_is_tried():
    assert {each.schema for each in DEMO} == set(SCHEMAS) - {"sent"}  # the demo has sent nothing


def test_what_was_sent_is_a_list_with_all_that_a_recall_needs():
    sent = validator(SCHEMAS["sent"])
    entry = {"on": "2026-11-06", "language": "de", "file": "2026-10.de.pdf", "to": "Leitung", "sha256": "0" * 64}
    assert sent.is_valid([entry, {**entry, "quotes": ["a"], "recalled": "2026-12-01"}])
    for field in entry:
        assert not sent.is_valid([{**entry, field: None}])


def findings_of(file, value):
    """Return what the reader minds about values in place of a file's own."""
    findings, start = Findings(), Location(file.path)
    tree = Tree(value, start, {(): start})
    if file.schema in PLAIN:
        model, languages, kept = PLAIN[file.schema], Languages(SITE), {}
    else:
        model, languages = MODELS[file.schema], Languages(SITE, one_a_file=True)
        fields = [name for name in word_fields(model) if name not in KEPT_BY_READER]
        tree = in_language(Tree(value, start, {(name,): start for name in value}), fields, "de", is_original=True)
        kept = {"body": {"de": Prose("x")}} if "body" in model.model_fields else {}
    if issubclass(model, Item):
        kept = {"id": "x", "language": "de", **kept}
    assemble(model, tree, languages, findings, kept)
    return findings.problems


WRONG = st.sampled_from([
    None, True, 7, -7, 1.5, 1e16, "x", "Ein Satz.", "2026-13-01", "14.10.2026", "2026-10", "on",
    [], ["x"], [1], [[]], {}, {"x": 1}, {"de": "x"}, {"fr": "x"}, {"low": "x"}, {"unbekannt": {}},
])  # fmt: skip


@st.composite
def mistakes(draw):
    """A file of the demo with one of its values replaced, at any depth, or one field more or fewer."""
    file = draw(st.sampled_from(ORIGINALS))
    value = deepcopy(file.value)
    place = value
    while True:
        keys = list(place) if isinstance(place, dict) else list(range(len(place)))
        key = draw(st.sampled_from(keys))
        if not isinstance(place[key], dict | list) or not place[key] or draw(st.booleans()):
            break
        place = place[key]
    how = draw(st.sampled_from(["replace", "replace", "remove", "add"]))
    if how == "replace":
        place[key] = draw(WRONG)
    elif how == "remove":
        del place[key]
    elif isinstance(place, dict):
        place["unbekannt"] = draw(WRONG)
    return file, value


TIED = {"one-basis", "one-period", "one-place", "some-weights", "range-order", "more-lost", "unfit-statistic"}
"""Rules that tie fields together: only the reader knows them."""
NEEDED_SOMETIMES = {
    "who", "question", "scale", "top", "window_days", "exposure", "clock", "confirmed_by", "benefit.confirmed_by",
}  # fmt: skip
LENGTHS = {"one-character"}


def is_by_type(problem):
    """Whether a finding is about one value alone, so that a schema can know it."""
    needed = problem.id == "missing-field" and problem.params["field"] in NEEDED_SOMETIMES
    return not needed and problem.id not in TIED | LENGTHS


@settings(max_examples=300)
@given(mistakes())
def test_what_the_schema_refuses_the_reader_refuses_too(mistake):
    file, value = mistake
    if not validator(SCHEMAS[file.schema]).is_valid(value):
        assert findings_of(file, value)


@settings(max_examples=300)
@given(mistakes())
def test_what_the_reader_refuses_by_its_type_the_schema_refuses_too(mistake):
    file, value = mistake
    if any(map(is_by_type, findings_of(file, value))):
        assert not validator(SCHEMAS[file.schema]).is_valid(value)


def test_words_stand_by_themselves_in_markdown_and_by_language_in_yaml():
    headline = SCHEMAS["edition"]["properties"]["headline"]
    name = SCHEMAS["metric"]["properties"]["name"]
    assert headline["type"] == "string"
    assert set(name["properties"]) == {"de", "en"}


def test_a_translation_takes_words_and_its_mark_only():
    quote = validator(SCHEMAS["quote.translation"])
    assert quote.is_valid({"who": "A customer", "of": "904adf1c2890"})
    assert quote.is_valid({})
    assert not quote.is_valid({"mood": "joy"})


def test_a_line_of_the_form_that_was_not_filled_in_is_no_mistake():
    assert validator(SCHEMAS["ask"]).is_valid({
        "to": "Leitung", "what": "Sagen Sie zu.", "due": "2026-12-01", "status": "open", "cost": None, "outcome": None,
    })  # fmt: skip


def test_a_site_in_one_language_knows_no_other():
    alone = schemas(("en",))
    assert set(alone["metric"]["properties"]["name"]["properties"]) == {"en"}
    assert alone["edition"]["title"] == speak("en").say("schemas.titles.edition")


@pytest.mark.parametrize("language", available())
def test_every_text_on_a_field_belongs_to_a_field(language):
    models = {kebab(cls.__name__): cls for name in SCHEMAS if "." not in name for cls in parts(model_of(name))}
    keys = [key.split(".")[1:] for key in catalogue(language) if key.startswith("schemas.")]
    unknown = [
        key for key in keys if len(key) == 2 and key[0] != "titles" and not has_field(models.get(key[0]), key[1])
    ]
    assert unknown == []


def model_of(name):
    return MODELS.get(name) or next(file.model for file in YAML if file.name == name)


def parts(model):
    """Return a model, what it inherits from, and the models of its fields."""
    found = list(model.__mro__)
    todo = [shape_of(model)]
    while todo:
        shape = todo.pop()
        if getattr(shape, "model", None) is not None:
            found.append(shape.model)
        todo += [slot.shape for slot in getattr(shape, "slots", {}).values()]
        todo += [shape.of] if hasattr(shape, "of") else []
    return found


def has_field(model, name):
    return model is not None and any(name in {field, info.alias} for field, info in model.model_fields.items())


def test_what_no_locale_says_of_a_field_its_docstring_says():
    described = SCHEMAS["sources"]["additionalProperties"]["properties"]["header_rows"]["description"]
    assert described == field_docs(model_of("sources"))["header_rows"]
    assert described.startswith("Rows before the first respondent")


def test_the_editor_knows_which_schema_is_for_which_file():
    settings = json.loads((ROOT / ".vscode/settings.json").read_text("utf-8"))["yaml.schemas"]
    told = {name: (files,) if isinstance(files, str) else tuple(files) for name, files in settings.items()}
    assert told == {f"./schemas/{file.name}.schema.json": file.files for file in YAML}


def run(*arguments):
    return CliRunner().invoke(main, ["schemas", *map(str, arguments)])


@pytest.fixture
def site(tmp_path):
    (tmp_path / "mkdocs.yml").write_text("site_name: x\nextra: {chefetage: {languages: [en]}}\n")
    return tmp_path


def test_the_command_writes_schemas_in_the_languages_of_the_site_and_removes_what_is_no_schema_any_more(site):
    (site / "schemas").mkdir()
    (site / "schemas/newsletter.schema.json").write_text("{}\n")
    assert run("--root", site).exit_code == 0
    assert not (site / "schemas/newsletter.schema.json").exists()
    written = json.loads((site / "schemas/edition.schema.json").read_text("utf-8"))
    assert written["title"] == "Edition"
    assert run("--root", site, "--check").exit_code == 0


def test_a_changed_schema_is_found_and_named_and_left_alone(site):
    run("--root", site)
    path = site / "schemas/brand.schema.json"
    path.write_text("{}\n")
    checked = run("--root", site, "--check")
    assert checked.exit_code == 1
    assert "schemas/brand.schema.json" in checked.output
    assert path.read_text() == "{}\n"


def test_line_ends_that_git_has_changed_do_not_matter(site):
    run("--root", site)
    path = site / "schemas/brand.schema.json"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert run("--root", site, "--check").exit_code == 0
