"""One refresh from beginning to end: finish what was interrupted, read, ask, tell, write."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import click

from chefetage.cli.options import CLEAN, FINDINGS, SOURCE_FAILED
from chefetage.cli.refresh_failures import failure_lines
from chefetage.cli.refresh_report import lines
from chefetage.content import read_project
from chefetage.locales.report import report
from chefetage.model.base import pick
from chefetage.model.problem import Severity
from chefetage.model.snapshot import JOURNAL
from chefetage.sources.fetchers import Surroundings
from chefetage.sources.journal import Recovery, recover
from chefetage.sources.refresh import refresh
from chefetage.sources.snapshots import FOLDER, write_snapshots
from chefetage.sources.words import finding_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date
    from pathlib import Path

    from chefetage.locales import Locale
    from chefetage.model.month import Month
    from chefetage.model.problem import Problem
    from chefetage.model.source import Source
    from chefetage.sources.refresh import Refreshed

METRICS = "metrics"
_NEEDED = (f"{METRICS}/", "mkdocs.yml")
"""Mistakes in these files would be counted; a mistake in a briefing is no reason to wait for numbers."""


def recovered(root: Path, locale: Locale) -> bool:
    """Finish or undo a refresh that was interrupted, and say so; return whether all is in order now.

    Raises:
        OSError: a file cannot be read, renamed or removed.
    """
    recovery = recover(root / METRICS / FOLDER)
    if recovery is not Recovery.NOTHING:
        journal = f"{METRICS}/{FOLDER}/{JOURNAL}"
        _say([locale.say(f"commands.refresh.recovery.{recovery}", folder=f"{METRICS}/{FOLDER}/", journal=journal)])
    return recovery is not Recovery.DAMAGED


def run(root: Path, months: Sequence[Month], day: date, locale: Locale, *, dry_run: bool = False) -> int:
    """Refresh the months, print what is new, and return the exit code.

    Raises:
        OSError: a snapshot cannot be written.
    """
    project, problems = read_project(root, day)
    broken = [problem for problem in problems if _stops(problem)]
    if broken:
        _say(report(broken, locale.language))
        return FINDINGS
    around = Surroundings(root / METRICS, day, os.environ)
    refreshed = refresh(project, months, around, lambda source: _tell_progress(source, locale))
    _say(finding_lines([*refreshed.errors, *refreshed.hints], locale))
    _say(failure_lines(refreshed, day, locale))
    if not refreshed.months:
        _say([locale.say("commands.refresh.failed")])
        return SOURCE_FAILED
    # Written first, so that whoever reads only the beginning of what is told does not stop it.
    written = () if dry_run else _written(refreshed, root)
    for news in refreshed.months:
        for line in lines(news, project, locale):
            click.echo(line)
    if dry_run:
        click.echo(locale.say("commands.refresh.dry-run"))
    for path in written:
        click.echo(locale.say("commands.refresh.written", file=path.relative_to(root).as_posix()))
    return SOURCE_FAILED if refreshed.failures else CLEAN


def _written(refreshed: Refreshed, root: Path) -> Sequence[Path]:
    snapshots = [news.snapshot for news in refreshed.months if news.snapshot is not None]
    return tuple(write_snapshots(root / METRICS, snapshots))


def _tell_progress(source: Source, locale: Locale) -> None:
    """Say which source is being asked, if somebody is looking on."""
    if sys.stderr.isatty():
        name = pick(source.name, locale.language)
        _say([locale.say("commands.refresh.asking", source=name.value if name else source.id)])


def _say(found: Iterable[str]) -> None:
    for line in dict.fromkeys(found):
        click.echo(line, err=True)


def _stops(problem: Problem) -> bool:
    return problem.severity is Severity.ERROR and problem.location.path.startswith(_NEEDED)
