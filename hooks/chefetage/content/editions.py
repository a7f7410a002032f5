"""What only editions ask of their files."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from chefetage.content.findings import Findings
    from chefetage.model.edition import Edition


def named_after_its_month(edition: Edition, findings: Findings) -> None:
    """An edition's address is its month, so `2026-10.md` is the edition of October 2026, and there is only one."""
    if edition.id != str(edition.month):
        findings.error(edition.at("month"), "month-and-name", month=str(edition.month), found=edition.id)
