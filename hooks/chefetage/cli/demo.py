"""`chefetage demo`: survey exports of a company that does not exist."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from chefetage.cli.options import (
    CLEAN,
    FINDINGS,
    lang_option,
    locale_of,
    root_option,
    to_day,
    to_month,
)  # fmt: skip
from chefetage.content import read_project, read_settings
from chefetage.model.month import YEARS
from chefetage.sources.demo_exports import MONTHS, SEED, foreign_exports, write_demo_exports
from chefetage.sources.demo_history import live_through
from chefetage.sources.journal import recover
from chefetage.sources.lock import only_one
from chefetage.sources.snapshots import FOLDER, write_snapshots
from chefetage.sources.words import finding_lines

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from chefetage.locales import Locale
    from chefetage.model.month import Month

UNTIL = "2026-10"


@click.command()
@root_option
@click.option("--seed", type=int, default=SEED, show_default=True, help="Another seed makes other customers.")
@click.option("--months", type=click.IntRange(1), default=MONTHS, show_default=True, help="How many months.")
@click.option("--until", metavar="MONTH", default=UNTIL, show_default=True, callback=to_month, help="The last month.")
@click.option("--as-of", metavar="DAY", callback=to_day, help="Leave out answers that had not arrived by that day.")
@click.option("--snapshots", is_flag=True, help="Also refresh each month, as on the 3rd and 20th of the month after.")
@lang_option
@click.pass_context
def demo(  # noqa: PLR0913 – one parameter an option
    context: click.Context,
    *,
    root: Path,
    seed: int,
    months: int,
    until: Month,
    as_of: date | None,
    lang: str | None,
    snapshots: bool,
) -> None:
    """Write the demo company's survey exports to metrics/exports/.

    The same seed always gives the same bytes. With --snapshots the demo's snapshots are made anew from them and replace
    those that are there.
    """
    if (until - (months - 1)).year not in YEARS:
        raise click.BadParameter(f"--months {months} would begin before {YEARS.start}")
    settings, _ = read_settings(root)
    locale = locale_of(lang, settings)
    metrics = root / "metrics"
    foreign = foreign_exports(metrics / "exports", until, months)
    if foreign:
        files = ", ".join(path.relative_to(root).as_posix() for path in foreign)
        click.echo(locale.say("commands.demo.foreign", files=files), err=True)
        context.exit(FINDINGS)
    if snapshots and not _remade(root, until, months, seed, locale):
        context.exit(FINDINGS)
    write_demo_exports(metrics / "exports", until, months, seed, as_of)
    first, last = locale.month(until - (months - 1)), locale.month(until)
    click.echo(locale.say("commands.demo.written", count=months, first=first, last=last))
    context.exit(CLEAN)


def _remade(root: Path, until: Month, months: int, seed: int, locale: Locale) -> bool:
    """Make the snapshots anew; return whether that worked."""
    metrics = root / "metrics"
    project, _ = read_project(root, until.last_day)
    history, errors = live_through(project, metrics, until, months, seed)
    for line in finding_lines(errors, locale):
        click.echo(line, err=True)
    if errors:
        return False
    with only_one(root, lambda: click.echo(locale.say("commands.refresh.waiting"), err=True)):
        recover(metrics / FOLDER)
        changed = len(write_snapshots(metrics, history.values()))
    click.echo(locale.say("commands.demo.snapshots", count=len(history), changed=changed))
    return True
