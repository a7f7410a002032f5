"""What a newcomer does first: the wheel in an empty directory, and the documentation's promises."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import venv
from pathlib import Path

import pytest

pytestmark = [pytest.mark.slow]

EDITION = """---
month: 2026-10
status: published
owner: Jana Brandt
headline: Niemand weiß, wann die Küche kommt.
messages: [Ein Termin ist ein Versprechen.]
asks: []
---
Die erste Ausgabe.
"""


def test_the_wheel_with_the_one_line_hook_builds_a_site_in_an_empty_directory(root, tmp_path):
    wheels = tmp_path / "wheels"
    subprocess.run(
        [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "-w", wheels, root],
        check=True,
    )
    # The dependencies are those of this environment; the package itself comes from the wheel alone.
    venv.create(tmp_path / "venv", with_pip=False)
    python = tmp_path / "venv" / "bin" / "python"
    (wheel,) = wheels.glob("chefetage-*.whl")
    (packages,) = (tmp_path / "venv" / "lib").glob("python*/site-packages")
    shutil.unpack_archive(wheel, packages, "zip")
    dependencies = next(path for path in sys.path if path.endswith("site-packages"))
    (packages / "dependencies.pth").write_text(dependencies + "\n", encoding="utf-8")
    site = tmp_path / "empty"
    (site / "hooks").mkdir(parents=True)
    (site / "docs").mkdir()
    (site / "briefings" / "editions").mkdir(parents=True)
    (site / "briefings/editions/2026-10.md").write_text(EDITION, encoding="utf-8")
    (site / "brand.yml").write_text("company: Beispiel GmbH\n", encoding="utf-8")
    shutil.copy(root / "hooks" / "mkdocs_hooks.py", site / "hooks")
    shutil.copy(root / "mkdocs.yml", site)
    built = subprocess.run(
        [python, "-m", "mkdocs", "build", "--strict"], cwd=site, capture_output=True, text=True, check=False,
        env={key: value for key, value in os.environ.items() if key != "PYTHONPATH"},
    )  # fmt: skip
    assert built.returncode == 0, built.stdout + built.stderr
    home = (site / "site" / "de" / "index.html").read_text(encoding="utf-8")
    assert "Niemand weiß, wann die Küche kommt." in home
    assert (site / "site" / "assets" / "chefetage").is_dir()


def test_every_command_has_help_and_stands_in_the_readme(root, process):
    listed = process("chefetage", "--help", cwd=root).stdout
    commands = re.findall(r"^  ([a-z]+) ", listed.partition("Commands:")[2], flags=re.MULTILINE)
    readme = (root / "README.md").read_text(encoding="utf-8")
    assert len(commands) >= 6
    for command in commands:
        assert f"`chefetage {command}" in readme
        assert process("chefetage", command, "--help", cwd=root).returncode == 0


def test_every_target_that_the_documents_name_exists(root):
    targets = set(re.findall(r"^([a-z]+):", (root / "Makefile").read_text(encoding="utf-8"), flags=re.MULTILINE))
    for name in ("README.md", "CONTRIBUTING.md"):
        named = set(re.findall(r"(?:^|`)make ([a-z]+)", (root / name).read_text(encoding="utf-8"), flags=re.MULTILINE))
        assert named <= targets


def test_locked_dependencies_have_hashes_and_name_no_registry(root: Path):
    for name in ("requirements.lock", "requirements-dev.lock"):
        text = (root / name).read_text(encoding="utf-8")
        assert "://" not in text
        assert "index" not in text.replace("# ", "")
        assert text.count("==") <= text.count("--hash=sha256:")
