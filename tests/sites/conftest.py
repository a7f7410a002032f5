"""New sites to look at and to spoil."""

from __future__ import annotations

import shutil
from datetime import date

import pytest
from click.testing import CliRunner

from chefetage.cli import main
from chefetage.sites.create import create
from chefetage.sites.wishes import Wishes

TODAY = date(2026, 11, 25)


def run(*arguments):
    """Run a command."""
    return CliRunner().invoke(main, [*map(str, arguments)])


def wishes(*languages, **other):
    """Return the wishes of a company whose name is awkward in YAML."""
    given = {"company": "Müller: Söhne & Co. #1", "short": "Müller", "languages": languages, **other}
    return Wishes(**{"repository": "mueller/briefings", "mail": "cx@mueller.example", **given})


@pytest.fixture(scope="session")
def fresh(tmp_path_factory):
    """A new site in German and English, to look at."""
    folder = tmp_path_factory.mktemp("fresh") / "site"
    create(folder, wishes("de", "en"), TODAY)
    return folder


@pytest.fixture
def site(fresh, tmp_path):
    """A copy of it, to spoil."""
    return shutil.copytree(fresh, tmp_path / "site")
