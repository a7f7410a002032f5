"""What `mkdocs.yml` decides: whatever stands in it, the settings can be used."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mergedeep import merge

from chefetage.content import edit_base_of, read_settings
from chefetage.content.inherit import merged
from chefetage.content.tree import Tree
from chefetage.model.location import Location

CONFIG = "mkdocs.yml"
OWN = "site_name: Lindenried\nextra:\n  chefetage:\n"


def inheriting(site, parent: str, own: str = "") -> None:
    """Let the site inherit from `base.yml`."""
    site.write("base.yml", parent)
    site.write(CONFIG, f"INHERIT: base.yml\n{own}")


@pytest.mark.parametrize("zone", ["Europe/Berln", "Europe", "../../etc/passwd", "no zone", "x" * 500])
def test_an_unknown_time_zone_is_reported_and_the_usual_one_holds(site, zone):
    site.replace(CONFIG, "timezone: Europe/Berlin", f"timezone: {zone}")
    assert site.errors() == [f"{CONFIG}:9:5 unknown-timezone"]
    assert ZoneInfo(site.read().settings.timezone) == ZoneInfo("Europe/Berlin")


def test_a_known_time_zone_is_kept(site):
    site.replace(CONFIG, "timezone: Europe/Berlin", "timezone: America/Sao_Paulo")
    assert site.errors() == []
    assert site.read().settings.timezone == "America/Sao_Paulo"


@pytest.mark.parametrize("language", ["fr", "pt-BR", "DE"])
def test_a_language_without_texts_is_reported_and_left_out(site, language):
    site.replace(CONFIG, "[de, en]", f"[{language}, de, en]")
    assert site.errors() == [f"{CONFIG}:8:17 unspoken-language"]
    assert site.read().settings.languages == ("de", "en")


def test_a_language_that_is_named_twice_is_reported(site):
    site.replace(CONFIG, "[de, en]", "[de, en, de]")
    assert site.errors() == [f"{CONFIG}:8:25 repeated-language"]
    assert site.read().settings.languages == ("de", "en")


def test_a_site_of_unknown_languages_only_gets_the_usual_ones(site):
    site.replace(CONFIG, "[de, en]", "[fr]")
    settings, problems = read_settings(site.root)
    assert [problem.id for problem in problems] == ["unspoken-language"]
    assert settings.languages == ("de", "en")


def test_settings_are_inherited(site):
    inheriting(site, "edit_uri: https://example.org/edit\nextra: {chefetage: {languages: [de, en], k: 10}}\n")
    assert site.errors() == []
    assert site.read().settings.k == 10
    assert edit_base_of(site.root) == "https://example.org/edit/"


def test_the_sites_own_settings_count_more_than_inherited_ones(site):
    parent = "extra: {chefetage: {k: 10, languages: [en, de], visibility: public}}\n"
    inheriting(site, parent, "extra: {chefetage: {k: 7, languages: [de]}}\n")
    settings = site.read().settings
    assert (settings.k, settings.languages, settings.visibility) == (7, ("de",), "public")


def test_a_mistake_in_an_inherited_setting_is_reported_where_it_is_written(site):
    inheriting(site, "# of all sites\nextra:\n  chefetage:\n    k: 0\n    timezone: Mars\n", f"{OWN}    colour: red\n")
    assert site.errors() == ["base.yml:4:5 too-low", "base.yml:5:5 unknown-timezone", f"{CONFIG}:5:5 unknown-key"]


def test_a_parent_may_inherit_too_each_from_its_own_folder(site):
    site.write("common/all.yml", "extra: {chefetage: {k: 20, visibility: public}}\n")
    site.write("common/team/base.yml", "INHERIT: ../all.yml\nextra: {chefetage: {k: 30}}\n")
    site.write(CONFIG, "INHERIT: common/team/base.yml\n")
    assert site.errors() == []
    assert (site.read().settings.k, site.read().settings.visibility) == (30, "public")


@pytest.mark.parametrize(
    ("named", "found"),
    [
        ("nowhere.yml", "missing-file"),
        ("../elsewhere.yml", "inherited-from-outside"),
        ("/etc/passwd", "inherited-from-outside"),
        ("[base.yml]", "not-a-text"),
        ("", "not-a-text"),
    ],
)
def test_a_parent_that_cannot_be_followed_is_reported_and_the_site_stands_alone(site, named, found):
    text = (site.root / CONFIG).read_text()
    site.write(CONFIG, f"INHERIT: {named}\n{text}")
    assert site.errors() == [f"{CONFIG}:1:1 {found}"]
    assert site.read().settings.k == 5


def test_a_link_to_a_parent_outside_the_project_is_not_followed(site, tmp_path):
    (tmp_path / "secret.yml").write_text("extra: {chefetage: {k: 99}}\n")
    (site.root / "base.yml").symlink_to(tmp_path / "secret.yml")
    site.write(CONFIG, "INHERIT: base.yml\n")
    assert site.errors() == [f"{CONFIG}:1:1 inherited-from-outside"]


def test_a_circle_ends(site):
    inheriting(site, f"INHERIT: {CONFIG}\nextra: {{chefetage: {{k: 8}}}}\n")
    assert [error.split()[1] for error in site.errors()] == ["inherited-in-a-circle"]
    assert site.read().settings.k == 8


def test_a_parent_that_cannot_be_read_is_reported_in_its_own_name(site):
    inheriting(site, "extra: [\n", f"{OWN}    k: 6\n")
    assert site.errors() == ["base.yml:1:8 unclosed-bracket"]
    assert site.read().settings.k == 6


def test_lists_and_values_take_the_place_of_inherited_ones_with_all_that_stood_below():
    before, after = Location("base.yml", 2), Location(CONFIG, 3)
    parent = Tree({"a": {"b": 1, "c": 2}, "d": [1, 2]}, before, {
        ("a",): before, ("a", "b"): before, ("a", "c"): before, ("d",): before, ("d", 0): before, ("d", 1): before,
    })  # fmt: skip
    child = Tree({"a": {"c": 3}, "d": [4]}, after, {("a",): after, ("a", "c"): after, ("d",): after, ("d", 0): after})
    both = merged(parent, child)
    assert both.value == {"a": {"b": 1, "c": 3}, "d": [4]}
    assert both.places == {
        ("a",): after, ("a", "b"): before, ("a", "c"): after, ("d",): after, ("d", 0): after,
    }  # fmt: skip
    assert set(both.split()) == {"a", "d"}


VALUES = st.recursive(
    st.none() | st.integers(),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from("abc"), inner, max_size=3),
    max_leaves=12,
)
TABLES = st.dictionaries(st.sampled_from("abc"), VALUES, max_size=3)


@given(TABLES, TABLES)
def test_files_are_put_together_as_mkdocs_does(parent, child):
    start = Location(CONFIG)
    assert merged(Tree(parent, start), Tree(child, start)).value == merge({}, parent, child)
