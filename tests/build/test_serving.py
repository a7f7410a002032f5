"""`chefetage serve --edition`: one edition and the standing pages, there at once after each change."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from datetime import date
from urllib.error import URLError

import pytest
from click.testing import CliRunner

from chefetage.build import assemble
from chefetage.cli import main
from chefetage.content import memory, read_project

TODAY = date(2026, 11, 21)
EDITION = "briefings/editions/2026-10.md"


@pytest.fixture
def site(root, tmp_path):
    target = tmp_path / "site"
    shutil.copytree(root / "tests/content/sound", target)
    (target / "hooks").mkdir()
    shutil.copy(root / "hooks/mkdocs_hooks.py", target / "hooks")
    text = (target / "mkdocs.yml").read_text("utf-8").partition("markdown_extensions")[0]
    (target / "mkdocs.yml").write_text(
        text + "site_url: ''\nuse_directory_urls: false\ntheme: {name: material, font: false}\nplugins: [search]\n"
        "hooks: [hooks/mkdocs_hooks.py]\nextra: {chefetage: {languages: [de, en]}}\n"
    )
    return target


@pytest.fixture
def remembering():
    memory.remember()
    yield
    memory.forget()


def test_only_that_edition_and_the_standing_pages_are_written(root):
    pages = {page.address: page.html for page in assemble(root, TODAY, focus="2026-10").site.pages}
    whole = {page.address: page.html for page in assemble(root, TODAY).site.pages}
    assert {"de/editions/2026-10.html", "en/editions/2026-10.html", "de/privacy.html"} <= pages.keys()
    assert not [address for address in pages if "/index.html" in address or "/metrics/" in address]
    assert all(whole[address] == html for address, html in pages.items())


def test_an_error_in_the_edition_or_in_what_it_embeds_is_found(site):
    def replace(path, old, new):
        (site / path).write_text((site / path).read_text("utf-8").replace(old, new, 1), "utf-8")

    replace(EDITION, "Der Vorspann.", "Der Vorspann {{ npss }}.")
    replace("briefings/stories/tap.md", "---\n", "---\nquotes: [fiter]\n")
    assert {each.id for each in assemble(site, TODAY, focus="2026-10").errors} >= {"unknown-in-token"}


@pytest.mark.usefixtures("remembering")
def test_what_is_remembered_is_what_would_be_read(site):
    for text in ("headline: Neu.", "headline: [1]", "headline: Neu.", "headlin: x", "headline: Wieder."):
        path = site / EDITION
        lines = [text if line.startswith("headlin") else line for line in path.read_text("utf-8").split("\n")]
        path.write_text("\n".join(lines), "utf-8")
        remembered = read_project(site, TODAY)
        memory.forget()
        fresh = read_project(site, TODAY)
        memory.remember()
        assert remembered[1] == fresh[1]
        assert remembered[0].editions == fresh[0].editions
        assert remembered[0].snapshots == fresh[0].snapshots


def test_a_month_without_an_edition_is_told_in_words():
    result = CliRunner().invoke(main, ["serve", "--edition", "2024-01", "--lang", "en"])
    assert result.exit_code == 2
    assert "chefetage new edition 2024-01" in result.output


def test_a_change_is_served_and_so_is_what_is_wrong_with_it(site):
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port = listener.getsockname()[1]
    command = [sys.executable, "-m", "chefetage", "serve", "--edition", "2026-10", "--port", str(port)]
    process = subprocess.Popen(
        command, cwd=site, env={**os.environ, "SOURCE_DATE_EPOCH": "1795219200"}, stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL, start_new_session=True,
    )  # fmt: skip

    def wait_for(words):
        for _ in range(600):
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{port}/de/editions/2026-10.html") as answer:
                    if words in answer.read().decode():
                        return True
            except (URLError, ConnectionError):
                pass
            time.sleep(0.1)
        return False

    try:
        assert wait_for("Der Vorspann.")
        path = site / EDITION
        path.write_text(path.read_text("utf-8").replace("Der Vorspann.", "Der neue Vorspann."), "utf-8")
        assert wait_for("Der neue Vorspann.")
        path.write_text(path.read_text("utf-8").replace("Der neue Vorspann.", "{{ npss }}"), "utf-8")
        assert wait_for("npss")
        path.write_text(path.read_text("utf-8").replace("{{ npss }}", "Wieder gut."), "utf-8")
        assert wait_for("Wieder gut.")
    finally:
        os.killpg(process.pid, 15)
        process.wait()
