"""A small sound site, in `sound/`, to spoil."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from chefetage.content import read_project
from chefetage.locales import available, speak
from chefetage.model.problem import Severity

if TYPE_CHECKING:
    from chefetage.model.problem import Problem
    from chefetage.model.project import Project

SOUND = Path(__file__).parent / "sound"
TODAY = date(2026, 11, 21)


def said(problems: list[Problem]) -> list[Problem]:
    """Return the findings after saying each in every language: a text or a part of it that is missing fails."""
    for problem in problems:
        for language in available():
            assert speak(language).problem(problem).strip()
    return problems


@dataclass(frozen=True)
class Site:
    """A site in a folder of its own."""

    root: Path

    def write(self, path: str, content: str | bytes) -> Path:
        """Write a file, with the folders it needs."""
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content if isinstance(content, bytes) else content.encode())
        return target

    def replace(self, path: str, old: str, new: str) -> None:
        """Spoil a file, once."""
        text = (self.root / path).read_text(encoding="utf-8")
        assert old in text, f"{old!r} is not in {path}"
        self.write(path, text.replace(old, new, 1))

    def run(self) -> tuple[Project, list[Problem]]:
        """Read the site."""
        return read_project(self.root, TODAY)

    def read(self) -> Project:
        """Read the site, whatever is wrong with it."""
        return self.run()[0]

    def problems(self) -> list[Problem]:
        """Return what is wrong."""
        return said(self.run()[1])

    def errors(self) -> list[str]:
        """Return the errors as `path:line:col id`."""
        return [f"{p.location} {p.id}" for p in self.problems() if p.severity is Severity.ERROR]

    def hints(self) -> list[str]:
        """Return the hints as `path:line:col id`, without those about the many missing translations."""
        problems = [p for p in self.problems() if p.id != "missing-translation"]
        return [f"{p.location} {p.id}" for p in problems if p.severity is Severity.HINT]


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """A small site without a mistake."""
    root = tmp_path / "site"
    shutil.copytree(SOUND, root)
    return Site(root)
