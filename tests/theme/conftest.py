"""A site of two pages, as an export writes it, built by each engine without any hook."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from markupsafe import escape

from chefetage.locales import speak
from chefetage.outputs.bundle import join

THEME = Path(__file__).parents[2] / "hooks" / "chefetage" / "theme"
SECTIONS = ("home", "asks", "metrics", "quotes", "stories", "value", "why", "method", "archive")
NASTY = 'Wie wir "messen" </title><script>alert(1)</script>'


@pytest.fixture(scope="session")
def theme() -> Path:
    return THEME


def site_data(language: str) -> dict[str, Any]:
    return {
        "company": "Lindenried & Söhne <GmbH>", "product": "Chefetage", "logo": "",
        "words": speak(language).texts("theme"),
        "nav": [{"title": f"{name} <{language}>", "section": name, "href": f"{name}/index.html"} for name in SECTIONS],
        "pages": [{"title": "Schutz & Daten", "href": "privacy.html"}],
        "notice": "Alles <erfunden>", "contact": "Durchwahl 318", "contact_mail": "team@example.org",
    }  # fmt: skip


def front_matter(**changes: Any) -> dict[str, Any]:
    return {
        "title": str(escape(NASTY)), "description": 'Ein "Satz" & mehr', "lang": "de", "section": "metrics",
        "edit": "https://example.org/edit/docs/method.md", "home": "../index.html",
        "alternates": [
            {"lang": "de", "name": "Deutsch", "href": "nps.html"},
            {"lang": "en", "name": "English", "href": "../../en/metrics/nps.html"},
        ],
    } | changes  # fmt: skip


def _write(folder: Path) -> None:
    pages = {
        "index.md": front_matter(title="Start", section="home", home="index.html", edit="", draft=True),
        "metrics/nps.md": front_matter(),
        "metrics/english.md": front_matter(lang="en", title="Figures"),
    }
    for name, meta in pages.items():
        file = folder / "docs" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        text = yaml.safe_dump(meta, allow_unicode=True)
        file.write_text(f'---\n{text}---\n\n<article class="ce"><h1>Kopf</h1><p>Inhalt</p></article>\n', "utf-8")
    config = {
        "site_name": "Chefetage", "site_url": "", "use_directory_urls": False, "plugins": ["search"],
        "theme": {"name": "material", "custom_dir": "theme", "language": "de", "font": False},
        "extra": {
            "chefetage_site": {
                "policy": "default-src 'self'",
                "lost": {"script": "", "policy": "default-src 'none'"},
                "colours": {"light": "#1f4fa8", "dark": "#9db8f2"}, "de": site_data("de"), "en": site_data("en"),
            }
        },
    }  # fmt: skip
    shutil.copytree(THEME, folder / "theme")
    join(folder / "theme")
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(config, allow_unicode=True), "utf-8")


@pytest.fixture(scope="session", params=["mkdocs", "properdocs", "zensical"])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built folder."""
    folder = tmp_path_factory.mktemp(request.param)
    _write(folder)
    command = [sys.executable, "-m", request.param, "build", "-f", "mkdocs.yml"]
    quiet = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
    done = subprocess.run(command, cwd=folder, check=False, capture_output=True, text=True, env=quiet)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "site"
