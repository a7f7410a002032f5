"""Compute once for a project, and forget with it.

Pages ask for the same figures again and again. A project never changes, so a result holds as long as the project lives.
As its mappings give it no hash, it is known by its identity.
"""

from __future__ import annotations

import functools
import weakref
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from chefetage.model.project import Project

P = ParamSpec("P")
R = TypeVar("R")


def per_project(compute: Callable[Concatenate[Project, P], R]) -> Callable[Concatenate[Project, P], R]:
    """Remember the results of a function of a project and further hashable arguments.

    The results must not refer to the project, else it would live for ever.
    """
    memories: dict[int, dict[Hashable, R]] = {}

    @functools.wraps(compute)
    def remembered(project: Project, /, *args: P.args, **kwargs: P.kwargs) -> R:
        memory = memories.get(id(project))
        if memory is None:
            memory = memories[id(project)] = {}
            # Another project may later stand at the same address.
            weakref.finalize(project, memories.pop, id(project), None).atexit = False
        key = (args, *kwargs.items())
        try:
            return memory[key]
        except KeyError:
            result = memory[key] = compute(project, *args, **kwargs)
            return result

    return remembered
