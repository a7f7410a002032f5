"""What the team's Markdown needs to know of the page it stands on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping

    from markupsafe import Markup

    from chefetage.locales import Locale
    from chefetage.model.base import Language
    from chefetage.model.estimate import Change, Figure
    from chefetage.model.month import Month
    from chefetage.model.project import Project
    from chefetage.pages.findings import Findings


class View(Protocol):
    """A page's point of view, as far as texts go; `pages.context.Context` is one."""

    @property
    def address(self) -> str:
        """The page's own, from the site's root."""
        ...

    @property
    def locale(self) -> Locale:
        """How the page says things."""
        ...

    @property
    def language(self) -> Language:
        """The page's language."""
        ...

    @property
    def project(self) -> Project:
        """The content and the numbers."""
        ...

    @property
    def findings(self) -> Findings:
        """Takes what is wrong."""
        ...

    @property
    def open_blocks(self) -> list[tuple[str, str]]:
        """Kind and id of the blocks that are being rendered, outermost first."""
        ...

    @property
    def core(self) -> tuple[str, ...]:
        """The metrics that every edition of the page's year shows."""
        ...

    @property
    def sources(self) -> Mapping[str, str]:
        """File → address below a language's root, of all that may be linked to."""
        ...

    @property
    def assets(self) -> frozenset[str]:
        """Files that are no pages, from the project's root."""
        ...

    def omits(self, metric: str) -> bool:
        """Return whether the page's edition leaves a metric out on purpose."""
        ...

    def figure(self, metric: str, group: str, month: Month | None) -> Figure | None:
        """Return a metric's figure."""
        ...

    def change(self, metric: str, group: str, month: Month | None) -> Change | None:
        """Return how a metric has changed."""
        ...

    def meaning(self, figure: Figure) -> Markup:
        """Return what a figure means."""
        ...

    def render(self, template: str, **values: object) -> Markup:
        """Return a template filled in."""
        ...
