"""The small sound site, to spoil and to inspect as the desk does."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from chefetage import parallel
from chefetage.build import inspect_content

if TYPE_CHECKING:
    from mistakes.mistake import Mistake

    from chefetage.model.problem import Problem

SOUND = Path(__file__).parent.parent / "content" / "sound"
TODAY = date(2026, 11, 21)


def place(problem: Problem) -> str:
    """Return a finding as the catalogue writes it."""
    return f"{problem.location} {'hint ' if problem.severity == 'hint' else ''}{problem.id}"


@dataclass(frozen=True)
class Site:
    """A site in a folder of its own."""

    root: Path

    def make(self, mistake: Mistake) -> None:
        """Spoil the site."""
        for path, old, new in mistake.changes:
            target = self.root / path
            if new is None:
                target.unlink()
                continue
            content = new if isinstance(new, bytes) else new.encode()
            if old is not None:
                before = target.read_bytes()
                assert old.encode() in before, f"{old!r} is not in {path}"
                content = before.replace(old.encode(), content, 1)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)

    def findings(self) -> list[Problem]:
        """Return all that the desk is told, errors and hints."""
        return list(inspect_content(self.root, TODAY).problems)


@pytest.fixture(autouse=True)
def _one_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """Do everything here: for so small a site a second process takes longer to start than to work."""
    monkeypatch.setattr(parallel, "_workers", lambda: 1)


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """A small site without a mistake."""
    root = tmp_path / "site"
    shutil.copytree(SOUND, root)
    return Site(root)


@pytest.fixture
def settings_only(tmp_path: Path) -> Site:
    """A site that has its settings and nothing else."""
    for name in ("mkdocs.yml", "brand.yml"):
        shutil.copy(SOUND / name, tmp_path / name)
    return Site(tmp_path)
