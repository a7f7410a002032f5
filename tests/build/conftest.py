"""Whole processes on copies of the demo, with the clock fixed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

QUIET = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
TODAY = {"SOURCE_DATE_EPOCH": "1795219200"}  # 2026-11-21


def run(*command: object, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run a Python module as users do: a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", *map(str, command)], cwd=cwd, env={**os.environ, **QUIET, **TODAY},
        capture_output=True, text=True, check=False,
    )  # fmt: skip


@pytest.fixture(scope="session")
def process():
    """The function that runs a module in a process of its own."""
    return run


@pytest.fixture
def demo(root: Path, tmp_path: Path) -> Path:
    """A copy of the demo that a test may spoil; its hook imports the installed package."""
    target = tmp_path / "demo"
    for name in ("briefings", "metrics", "docs"):
        shutil.copytree(root / name, target / name, ignore=shutil.ignore_patterns("exports", "decisions"))
    for name in ("mkdocs.yml", "brand.yml", "hooks/mkdocs_hooks.py"):
        (target / name).parent.mkdir(exist_ok=True)
        shutil.copy(root / name, target / name)
    return target


@pytest.fixture(scope="session")
def site(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo, built by MkDocs."""
    target = tmp_path_factory.mktemp("built") / "site"
    built = run("mkdocs", "build", "--strict", "--site-dir", target, cwd=root)
    assert built.returncode == 0, built.stderr
    return target
