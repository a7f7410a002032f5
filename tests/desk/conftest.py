"""A copy of the demo to publish and to close in, and a way to type commands."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from chefetage.build import assemble
from chefetage.cli import main

ROOT = Path(__file__).parent.parent.parent
TODAY = date(2026, 11, 25)


@dataclass(frozen=True)
class Desk:
    """A site in a folder of its own."""

    root: Path

    def run(self, *arguments: str, today: date = TODAY, lang: str = "en") -> Result:
        """Type a command."""
        options = ["--root", str(self.root), "--lang", lang]
        if arguments[0] != "translated":
            options += ["--today", today.isoformat()]
        return CliRunner().invoke(main, [*arguments, *options], catch_exceptions=False)

    def text(self, path: str) -> str:
        return (self.root / path).read_text("utf-8")

    def replace(self, path: str, *changes: tuple[str, str]) -> None:
        text = self.text(path)
        for old, new in changes:
            assert old in text, f"{old!r} is not in {path}"
            text = text.replace(old, new, 1)
        (self.root / path).write_text(text, "utf-8")

    def articles(self, today: date = TODAY) -> dict[str, str]:
        """Return address → article; there must be no error."""
        assembled = assemble(self.root, today)
        assert not assembled.errors, assembled.errors[:3]
        return {page.address: page.html for page in assembled.site.pages}

    def errors(self, today: date = TODAY) -> list[str]:
        """Return the errors as `path:line:column id`."""
        return [f"{each.location} {each.id}" for each in assemble(self.root, today).errors]


DRAFT = """---
month: 2026-11
status: draft
owner: Anna Beispiel
headline: Der Rückruf fehlt.
messages: [Ein Rückruf fehlt.]
asks: []
---
Der Entwurf.
"""


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A small site with one edition and a draft."""
    shutil.copytree(ROOT / "tests/content/sound", tmp_path / "site")
    (tmp_path / "site/briefings/editions/2026-11.md").write_text(DRAFT, "utf-8")
    return Desk(tmp_path / "site")


@pytest.fixture
def demo(tmp_path: Path) -> Desk:
    """A copy of the demo."""
    for name in ("briefings", "metrics", "docs"):
        shutil.copytree(ROOT / name, tmp_path / name)
    for path in ROOT.glob("*.yml"):
        shutil.copy(path, tmp_path / path.name)
    return Desk(tmp_path)
