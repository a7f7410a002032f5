"""`chefetage publish MONTH` and `chefetage close MONTH`: an edition's way."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from chefetage.cli.options import CLEAN, FINDINGS, day_of, lang_option, locale_of, root_option, to_month, today_option
from chefetage.content import read_settings
from chefetage.denied import denied_names
from chefetage.desk.months import Outcome, close_edition, publish_edition
from chefetage.locales.report import report
from chefetage.model.base import pick

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from chefetage.desk.months import Step
    from chefetage.locales import Locale
    from chefetage.model.month import Month

_month = click.argument("month", metavar="MONTH", callback=to_month)


@click.command()
@_month
@root_option
@today_option
@lang_option
@click.pass_context
def publish(context: click.Context, month: Month, root: Path, today: date | None, lang: str | None) -> None:
    """Publish the edition of MONTH, such as 2026-10.

    Makes the draft an edition: readers see it from the next build on. Refuses as long as there are errors, or texts
    that wait to be filled in.
    """
    settings, _ = read_settings(root)
    locale = locale_of(lang, settings)
    try:
        step = publish_edition(root, str(month), day_of(today, settings), denied_names())
    except OSError as error:
        raise click.ClickException(locale.say("commands.not-written", reason=error.strerror)) from error
    context.exit(_told(step, "publish", month, root, locale))


@click.command()
@_month
@root_option
@today_option
@lang_option
@click.option("--provisional", is_flag=True, help="Keep values too that are not final yet.")
@click.pass_context
def close(  # noqa: PLR0913 – one parameter an option
    context: click.Context, month: Month, root: Path, today: date | None, lang: str | None, *, provisional: bool
) -> None:
    """Close the edition of MONTH, such as 2026-10.

    From then on it shows what is known today, whatever happens later: numbers, definitions and words are kept in a file
    beside it. What turns out wrong is told as a correction. Quotes can still be withdrawn.
    """
    settings, _ = read_settings(root)
    locale = locale_of(lang, settings)
    try:
        step = close_edition(root, str(month), day_of(today, settings), denied_names(), provisional=provisional)
    except OSError as error:
        raise click.ClickException(locale.say("commands.not-written", reason=error.strerror)) from error
    context.exit(_told(step, "close", month, root, locale))


def _told(step: Step, command: str, month: Month, root: Path, locale: Locale) -> int:
    """Say what was done, or why it was not; return the exit code."""
    for line in report(step.problems, locale.language):
        click.echo(line, err=True)
    names = [heard.value if (heard := pick(each.name, locale.language)) else each.id for each in step.provisional]
    text = locale.say(f"commands.{command}.{step.outcome}", month=locale.month(month), id=month, names=", ".join(names))
    if step.nearest:
        text += locale.say("problems.did-you-mean", nearest=step.nearest)
    is_fine = step.outcome in {Outcome.DONE, Outcome.ALREADY}
    click.echo(text, err=not is_fine)
    for path in step.written:
        click.echo(locale.say("commands.written", file=path.relative_to(root) if root in path.parents else path))
    return CLEAN if is_fine else FINDINGS
