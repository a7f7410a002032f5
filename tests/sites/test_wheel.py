"""What is installed is whole: a site is begun from the wheel alone."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile

import pytest

from chefetage.locales import available
from chefetage.sites.packed import given_once, kept_current

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def unpacked(root, tmp_path_factory):
    """The wheel, built without the network and unpacked."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "-w", folder, root],
        check=True,
    )
    (wheel,) = folder.glob("chefetage-*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "unpacked")
    return folder / "unpacked"


def alone(unpacked, cwd, *command):
    """Run Python with the package from the wheel and nothing of it from here."""
    return subprocess.run(
        [sys.executable, *map(str, command)], cwd=cwd, capture_output=True, text=True, check=False,
        env={**os.environ, "PYTHONPATH": str(unpacked), "NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"},
    )  # fmt: skip


def test_the_wheel_holds_every_file_of_the_package(root, unpacked):
    here = {
        path.relative_to(root / "hooks") for path in (root / "hooks/chefetage").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }  # fmt: skip
    there = {path.relative_to(unpacked) for path in unpacked.rglob("*") if path.is_file()}
    assert here - there == set()


@pytest.mark.parametrize("languages", [available(), ("en",)], ids="-".join)
def test_what_sites_get_is_the_same_from_the_wheel_as_from_here(unpacked, tmp_path, languages):
    program = (
        f"import json; from chefetage.sites import packed; languages = {languages!r}; "
        "print(json.dumps([packed.root().name, packed.kept_current(languages), packed.given_once(languages, 'x')]))"
    )
    told = alone(unpacked, tmp_path, "-c", program)
    assert told.returncode == 0, told.stderr
    name, current, given = json.loads(told.stdout)
    assert name == "originals"
    assert current == dict(kept_current(languages))
    assert given == dict(given_once(languages, "x"))


def test_a_site_begun_from_the_wheel_is_checked_and_built_by_it(unpacked, tmp_path):
    site = tmp_path / "site"
    made = alone(
        unpacked, tmp_path, "-m", "chefetage", "init", site, "--company", "Beispiel AG", "--yes", "--lang", "de"
    )
    assert made.returncode == 0, made.stderr
    checked = alone(unpacked, site, "-m", "chefetage", "check")
    assert checked.returncode == 0, checked.stdout
    built = alone(unpacked, site, "-m", "mkdocs", "build", "--strict", "--quiet")
    assert built.returncode == 0, built.stderr
    assert (site / "site/de/index.html").exists()
