"""A copied file says which version it came with, in the comments of its own kind."""

from __future__ import annotations

import json

import pytest

from chefetage.sites.stamp import body_of, digest_of, stamp_of, stamped

FILES = {
    ".github/workflows/check.yml": "name: Check\non: push\n",
    ".github/scripts/build.sh": "#!/usr/bin/env bash\nset -e\n",
    ".github/pull_request_template.md": "**Was ist neu?**\n",
    "docs/methods.md": "---\ntitle: Die Rechenwege\n---\nText.\n",
    "schemas/brand.schema.json": '{\n  "title": "Ihre Firma"\n}\n',
    ".vscode/settings.json": '{\n  "yaml.schemas": {}\n}\n',
}


@pytest.mark.parametrize("path", FILES)
def test_a_stamped_file_gives_its_version_its_digest_and_its_body_back(path):
    text = stamped(path, FILES[path], "1.2.3")
    assert stamp_of(text).version == "1.2.3"
    assert stamp_of(text).digest == digest_of(FILES[path])
    assert body_of(text) == FILES[path]


@pytest.mark.parametrize(
    ("path", "line", "start"),
    [
        (".github/workflows/check.yml", 0, "# chefetage 1.2.3 · sha256:"),
        (".github/scripts/build.sh", 1, "# chefetage 1.2.3 · sha256:"),
        (".github/pull_request_template.md", 0, "<!-- chefetage 1.2.3 · sha256:"),
        ("docs/methods.md", 1, "# chefetage 1.2.3 · sha256:"),
        (".vscode/settings.json", 0, "// chefetage 1.2.3 · sha256:"),
    ],
)
def test_the_line_stands_where_nothing_else_has_to_come_first(path, line, start):
    assert stamped(path, FILES[path], "1.2.3").splitlines()[line].startswith(start)


def test_a_stamped_schema_stays_json():
    path = "schemas/brand.schema.json"
    assert json.loads(stamped(path, FILES[path], "1.2.3")) == {
        "$comment": f"chefetage 1.2.3 · sha256:{digest_of(FILES[path])}", "title": "Ihre Firma",
    }  # fmt: skip


def test_line_ends_make_no_difference_and_words_do():
    assert digest_of("a\r\nb\r\n") == digest_of("a\nb\n")
    assert digest_of("a\nb\n") != digest_of("a\nc\n")


def test_a_file_without_the_line_is_somebody_elses():
    assert stamp_of("name: Check\n") is None
    assert body_of("name: Check\n") == "name: Check\n"


def test_the_line_counts_at_the_top_only():
    text = "a\n" * 9 + stamped("x.yml", "b\n", "1.2.3")
    assert stamp_of(text) is None
