"""`chefetage refresh`: what customers answered, from its sources to the snapshots."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from chefetage.cli.options import (
    FINDINGS,
    SOURCE_FAILED,
    day_of,
    lang_option,
    locale_of,
    root_option,
    to_months,
    today_option,
)  # fmt: skip
from chefetage.cli.refresh_run import METRICS, recovered, run
from chefetage.content import read_settings
from chefetage.model.month import Month
from chefetage.sources.journal import is_unfinished
from chefetage.sources.lock import BusyError, only_one
from chefetage.sources.snapshots import FOLDER

if TYPE_CHECKING:
    from datetime import date

    from chefetage.locales import Locale


@click.command()
@click.option(
    "--month", "months", metavar="MONTH", multiple=True, callback=to_months,
    help="The month in which customers answered, as 2026-10, or a range, as 2026-08..2026-10; may be repeated.",
)  # fmt: skip
@click.option("--from", "first", metavar="MONTH", help="The first month of a range.")
@click.option("--to", "last", metavar="MONTH", help="The last month of the range. [default: the last that is over]")
@root_option
@today_option
@click.option("--dry-run", is_flag=True, help="Show what would change and write nothing.")
@lang_option
@click.pass_context
def refresh(  # noqa: PLR0913 – one parameter an option
    context: click.Context,
    *,
    months: tuple[Month, ...],
    first: str | None,
    last: str | None,
    root: Path,
    today: date | None,
    lang: str | None,
    dry_run: bool,
) -> None:
    """Count what customers answered and write the counts to metrics/snapshots/.

    Each source is asked once for all months. Only counts are written, never a respondent; groups that are too small are
    left out. All months are written or none: if a source fails nothing is, unless metrics/sources.yml calls it
    optional. Ends with 3 if a source failed.
    """
    settings, _ = read_settings(root)
    locale = locale_of(lang, settings)
    day = day_of(today, settings)
    wanted = _wanted(context, months, first, last, day)
    if dry_run:
        context.exit(run(root, wanted, day, locale, dry_run=True))
    context.exit(_run_alone(root, wanted, day, locale))


def _wanted(
    context: click.Context, months: tuple[Month, ...], first: str | None, last: str | None, day: date
) -> tuple[Month, ...]:
    """Return the months asked for, however they were, oldest first.

    Raises:
        click.UsageError: none is asked for, or something is no month.
    """
    if last is not None and first is None:
        raise click.UsageError("--to needs --from")
    parameter = context.command.params[0]
    if first is not None:
        months += to_months(context, parameter, (f"{first}..{last or Month.of(day) - 1}",))
    if not months:
        raise click.UsageError("say which month: --month 2026-10, or --from 2026-08 --to 2026-10")
    return tuple(sorted(set(months)))


def _run_alone(root: Path, months: tuple[Month, ...], day: date, locale: Locale) -> int:
    """Refresh while nobody else does, and return the exit code: whoever waited reads what the other one wrote."""
    try:
        with only_one(root, lambda: click.echo(locale.say("commands.refresh.waiting"), err=True)):
            return run(root, months, day, locale) if recovered(root, locale) else FINDINGS
    except BusyError:
        click.echo(locale.say("commands.refresh.busy"), err=True)
    except BrokenPipeError:
        raise  # nobody reads on; what was to be written is written
    except OSError as error:
        kept = "unfinished" if is_unfinished(root / METRICS / FOLDER) else "kept"
        click.echo(
            locale.say(
                "commands.refresh.not-writable", file=_shown(error.filename, root), reason=error.strerror,
                kept=locale.say(f"commands.refresh.{kept}"),
            ),
            err=True,
        )  # fmt: skip
    return SOURCE_FAILED


def _shown(file: object, root: Path) -> str:
    """Return a file as messages name it: from the project's root, the drafts of a snapshot as their folder."""
    path = Path(str(file or ""))
    if file is None or path.parent == root / METRICS / FOLDER:
        return f"{METRICS}/{FOLDER}"
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()
