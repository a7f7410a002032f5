"""One build's drawings: each drawn once, and only if no earlier build has."""

from __future__ import annotations

from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING, Self

from chefetage.charts.vega.plotter import NotInstalledError, NotPlottedError
from chefetage.drawing.cache import Cache
from chefetage.drawing.process import Process

if TYPE_CHECKING:
    from pathlib import Path

    from chefetage.charts.vega.plotter import Task

FOLDER = ".cache/chefetage/charts"
PACKAGE = "vl-convert-python"
GENERATION = 1
"""Counts on when the same task would be drawn in another way by us."""


class Drawings:
    """Draws charts for the pages of a project; to be closed, as a context."""

    def __init__(self, root: Path) -> None:
        self._cache = Cache(root / FOLDER)
        self._process = Process()
        self._known: dict[str, str | NotPlottedError] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.close()

    def plot(self, task: Task) -> str:
        """Return a task as SVG.

        Raises:
            NotInstalledError: there is nothing to draw with.
            NotPlottedError: the task cannot be drawn.
        """
        text = task.text()
        key = sha256(f"{GENERATION} {_renderer()} {text}".encode()).hexdigest()
        known = self._known.get(key) or self._cache.read(key)
        if known is None:
            try:
                known = self._process.draw(text)
                self._cache.write(key, known)
            except NotPlottedError as error:
                known = error
        self._known[key] = known
        if isinstance(known, NotPlottedError):
            raise known
        return known


def _renderer() -> str:
    try:
        return version(PACKAGE)
    except PackageNotFoundError as error:
        raise NotInstalledError from error
