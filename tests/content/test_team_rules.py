"""What a team agrees on in `checks.yml`."""

from __future__ import annotations

from chefetage.model.rules import Rules

FILE = "checks.yml"


def test_a_site_without_the_file_has_the_usual_rules(site):
    assert site.errors() == []
    assert site.read().rules == Rules()
    assert (site.read().rules.calendar.cut_off_days, site.read().rules.calendar.due_day) == (14, 15)


def test_every_part_can_be_left_out(site):
    site.write(FILE, "calendar: {due_day: 20}\nnames: {deny: [Erika Beispiel]}\n")
    assert site.errors() == []
    rules = site.read().rules
    assert (rules.calendar.cut_off_days, rules.calendar.due_day) == (14, 20)
    assert (rules.names.deny, rules.hints.off) == (("Erika Beispiel",), {})


def test_a_slip_is_reported_at_its_place_with_the_nearest_name_and_the_rest_holds(site):
    site.write(FILE, "calendar:\n  due_day: 31\nhint: {off: {}}\nnames: {deny: [Erika Beispiel]}\n")
    assert site.errors() == [f"{FILE}:2:3 too-high", f"{FILE}:3:1 unknown-key"]
    assert next(each for each in site.problems() if each.id == "unknown-key").params["nearest"] == "hints"
    assert (site.read().rules.calendar.due_day, site.read().rules.names.deny) == (15, ("Erika Beispiel",))


def test_a_hint_is_switched_off_with_a_reason_or_not_at_all(site):
    site.write(FILE, "hints:\n  off:\n    long-message:\n")
    assert site.errors() == [f"{FILE}:3:5 empty-value"]


def test_a_file_that_is_no_table_is_reported(site):
    site.write(FILE, "- calendar\n")
    assert [each.split()[-1] for each in site.errors()] == ["no-fields"]
    assert site.read().rules == Rules()


def test_what_moved_says_where_it_belongs_and_does_not_spoil_the_other_settings(site):
    site.replace("mkdocs.yml", "    k: 5", "    cut_off_days: 3\n    due_day: 20\n    k: 7")
    assert site.errors() == ["mkdocs.yml:11:5 moved-setting", "mkdocs.yml:12:5 moved-setting"]
    assert site.problems()[0].params == {"field": "cut_off_days", "part": "calendar", "found": "3", "file": FILE}
    assert site.read().settings.k == 7
