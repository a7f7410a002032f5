"""`chefetage refresh`: survey exports to snapshots."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from chefetage.cli.options import (
    CLEAN,
    FINDINGS,
    SOURCE_FAILED,
    day_of,
    lang_option,
    locale_of,
    root_option,
    to_months,
    today_option,
)  # fmt: skip
from chefetage.cli.refresh_report import lines
from chefetage.content import read_project, read_settings
from chefetage.locales.report import report
from chefetage.model.problem import Severity
from chefetage.sources.refresh import refresh as refresh_month
from chefetage.sources.snapshots import snapshot_path, write_snapshot
from chefetage.sources.words import finding_lines

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from pathlib import Path

    from chefetage.model.month import Month
    from chefetage.model.problem import Problem
    from chefetage.sources.refresh import Refreshed

METRICS = "metrics"
_NEEDED = (f"{METRICS}/", "mkdocs.yml")
"""Mistakes in these files would be counted; a mistake in a briefing is no reason to wait for numbers."""


@click.command()
@click.option(
    "--month", "months", metavar="MONTH", multiple=True, required=True, callback=to_months,
    help="The month in which customers answered, as 2026-10; may be repeated.",
)  # fmt: skip
@root_option
@today_option
@click.option("--dry-run", is_flag=True, help="Show what would change and write nothing.")
@lang_option
@click.pass_context
def refresh(  # noqa: PLR0913 – one parameter an option
    context: click.Context,
    months: tuple[Month, ...],
    root: Path,
    today: date | None,
    lang: str | None,
    *,
    dry_run: bool,
) -> None:
    """Count the answers in survey exports and write them to metrics/snapshots/.

    Only counts are written, never a respondent; groups that are too small are left out. If one source fails, nothing is
    written at all.
    """
    settings, _ = read_settings(root)
    locale = locale_of(lang, settings)
    day = day_of(today, settings)
    project, problems = read_project(root, day)
    broken = [problem for problem in problems if _stops(problem)]
    if broken:
        _say(report(broken, locale.language))
        context.exit(FINDINGS)
    refreshed = [refresh_month(project, month, root / METRICS, day) for month in months]
    found = finding_lines([problem for one in refreshed for problem in (*one.errors, *one.hints)], locale)
    _say(dict.fromkeys(found))  # months share what is wrong with a definition
    if any(one.errors for one in refreshed):
        _say([locale.say("commands.refresh.failed")])
        context.exit(SOURCE_FAILED)
    for one in refreshed:
        for line in lines(one, project, locale):
            click.echo(line)
    if dry_run:
        click.echo(locale.say("commands.refresh.dry-run"))
        context.exit(CLEAN)
    try:
        written = [path for one in refreshed if (path := _write(one, root / METRICS)) is not None]
    except OSError as error:
        _say([locale.say("commands.refresh.not-writable", file=error.filename, reason=error.strerror)])
        context.exit(SOURCE_FAILED)
    for path in written:
        click.echo(locale.say("commands.refresh.written", file=path.relative_to(root).as_posix()))
    context.exit(CLEAN)


def _say(found: Iterable[str]) -> None:
    for line in found:
        click.echo(line, err=True)


def _write(refreshed: Refreshed, metrics_folder: Path) -> Path | None:
    """Write the month's snapshot; return its path if that changed anything."""
    path = snapshot_path(metrics_folder, refreshed.month)
    changed = refreshed.snapshot is not None and write_snapshot(path, refreshed.snapshot)
    return path if changed else None


def _stops(problem: Problem) -> bool:
    return problem.severity is Severity.ERROR and problem.location.path.startswith(_NEEDED)
