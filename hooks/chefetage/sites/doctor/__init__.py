"""What is missing or out of step in a site, each with what to do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chefetage.content import read_project
from chefetage.model.problem import Severity
from chefetage.sites.doctor.ailment import Ailment
from chefetage.sites.doctor.content import ailing_content
from chefetage.sites.doctor.files import ailing_files
from chefetage.sites.doctor.repository import ailing_repository
from chefetage.sites.drift import is_origin

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from pathlib import Path

__all__ = ["Ailment", "examine"]


def examine(root: Path, today: date, environment: Mapping[str, str]) -> tuple[Ailment, ...]:
    """Return everything that is missing or out of step, what is serious first.

    Args:
        root: The site's folder.
        today: The day to read it on.
        environment: Holds the secrets that sources name, if they are there.
    """
    if not (root / "mkdocs.yml").exists():
        return (Ailment("no-site", {"folder": root.resolve()}),)
    project, problems = read_project(root, today, drafts=True)
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    found = [Ailment("errors", {"count": errors})] if errors else []
    if not is_origin(root):
        found += ailing_files(root, project.settings.languages)
    found += [*ailing_repository(root), *ailing_content(project, environment)]
    return tuple(sorted(found, key=lambda ailment: not ailment.is_serious))
