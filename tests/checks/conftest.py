"""The small sound site of the readers' tests, to spoil and to check."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from chefetage.checks import check_project
from chefetage.content import read_project
from chefetage.locales import available, speak

if TYPE_CHECKING:
    from chefetage.model.problem import Problem
    from chefetage.model.project import Project

SOUND = Path(__file__).parent.parent / "content" / "sound"
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

    def write(self, path: str, content: str) -> None:
        """Write a file."""
        (self.root / path).write_text(content, encoding="utf-8")

    def replace(self, path: str, old: str, new: str) -> None:
        """Spoil a file, once."""
        text = (self.root / path).read_text(encoding="utf-8")
        assert old in text, f"{old!r} is not in {path}"
        self.write(path, text.replace(old, new, 1))

    def read(self, *, today: date = TODAY, with_mistakes: bool = False) -> Project:
        """Read the site, which must read well unless the mistakes are meant."""
        project, problems = read_project(self.root, today)
        assert with_mistakes or not [str(p) for p in problems if p.severity == "error"]
        return project

    def problems(self, *, today: date = TODAY, with_mistakes: bool = False) -> list[Problem]:
        """Return what the checks find."""
        return said(check_project(self.read(today=today, with_mistakes=with_mistakes)))

    def found(self, *, today: date = TODAY, with_mistakes: bool = False) -> list[str]:
        """Return what the checks find, as `path:line:col severity id`."""
        problems = self.problems(today=today, with_mistakes=with_mistakes)
        return [f"{p.location} {p.severity} {p.id}" for p in problems]


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """A small site in which the checks find nothing."""
    root = tmp_path / "site"
    shutil.copytree(SOUND, root)
    return Site(root)
