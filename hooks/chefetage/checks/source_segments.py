"""A source's columns for groups must belong to dimensions of `segments.yml`.

Passes: `segments: {occasion: Anlass}`, with `occasion` in `metrics/segments.yml`.
Fails: `segments: {ocasion: Anlass}`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from chefetage.model.nearest import nearest
from chefetage.model.problem import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from chefetage.model.project import Project

ID = "unknown-reference"


def check(project: Project) -> Iterator[Problem]:
    """Yield one problem per dimension that a source names and nobody defines."""
    for source in project.sources.values():
        for name in source.segments:
            if name not in project.dimensions and not project.is_left_out("dimension", name):
                params = {"kind": "dimension", "found": name, "nearest": nearest(name, project.dimensions)}
                yield Problem(source.at("segments", name), Severity.ERROR, ID, params)
