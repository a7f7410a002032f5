"""What was copied into the site, and by which version: the pin, the hook, workflows and their neighbours."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from chefetage import __version__
from chefetage.sites.doctor.ailment import Ailment, some
from chefetage.sites.drift import BESIDE, Drift, drifted, waiting
from chefetage.sites.pin import FILE, is_newer, pinned

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from chefetage.model.base import Language

HOOK = "from chefetage.mkdocs_events import *"


def ailing_files(root: Path, languages: tuple[Language, ...]) -> Iterator[Ailment]:
    """Yield what is out of step in the files that came with a version."""
    yield from _pin(root)
    yield from _hook(root)
    yield from _copies(root, languages)


def _pin(root: Path) -> Iterator[Ailment]:
    version = pinned(root)
    params = {"file": FILE, "running": __version__, "found": version}
    if version is None:
        yield Ailment("no-pin", params)
    elif version != __version__:
        yield Ailment("newer-pin" if is_newer(version) else "older-pin", params)


def _hook(root: Path) -> Iterator[Ailment]:
    try:
        settings = (root / "mkdocs.yml").read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return  # told by the reader
    named = re.findall(r"^\s*-\s*[\"']?([\w./-]+\.py)[\"']?\s*$", settings, re.MULTILINE)
    if not any(_has_line(root / name) for name in named):
        yield Ailment("no-hook", {"line": HOOK})


def _has_line(path: Path) -> bool:
    try:
        return HOOK in path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return False


def _copies(root: Path, languages: tuple[Language, ...]) -> Iterator[Ailment]:
    found = drifted(root, languages)
    stale = [each.path for each in found if each.drift in {Drift.MISSING, Drift.OLD, Drift.OBSOLETE}]
    if stale:
        yield Ailment("stale-copies", {"count": len(stale), "files": some(stale)})
    beside = waiting(root, found)
    if beside:
        yield Ailment("waiting-copies", {"files": some(beside)})
    diverged = [each.path for each in found if each.drift is Drift.DIVERGED and each.path + BESIDE not in beside]
    if diverged:
        yield Ailment("diverged-copies", {"files": some(diverged)})
