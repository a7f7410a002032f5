"""Options that several commands share, and their exit codes."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from chefetage.clock import today_at
from chefetage.locales import Locale, available, speak
from chefetage.model.month import Month

if TYPE_CHECKING:
    from chefetage.model.settings import Settings

CLEAN, FINDINGS, USAGE, SOURCE_FAILED = 0, 1, 2, 3


def to_month(_ctx: click.Context, _param: click.Parameter, value: str) -> Month:
    """Turn an option's `2026-10` into a month.

    Raises:
        click.BadParameter: it is none.
    """
    try:
        return Month.parse(value)
    except ValueError as error:
        raise click.BadParameter(f"{error}; months are written 2026-10") from error


def to_months(ctx: click.Context, param: click.Parameter, values: tuple[str, ...]) -> tuple[Month, ...]:
    """Turn a repeated option of months and ranges such as `2026-08..2026-10` into months, each once, oldest first.

    Raises:
        click.BadParameter: something is no month, or a range runs backwards.
    """
    months: set[Month] = set()
    for value in values:
        first, dots, last = value.partition("..")
        begin = to_month(ctx, param, first)
        end = to_month(ctx, param, last) if dots else begin
        if end < begin:
            raise click.BadParameter(f"{value!r} runs backwards; ranges are written 2026-08..2026-10")
        months.update(begin.until(end))
    return tuple(sorted(months))


def to_day(_ctx: click.Context, _param: click.Parameter, value: str | None) -> date | None:
    """Turn an option's `2026-11-05` into a day.

    Raises:
        click.BadParameter: it is none.
    """
    try:
        return None if value is None else date.fromisoformat(value)
    except ValueError as error:
        raise click.BadParameter(f"not a day: {value!r}; days are written 2026-11-05") from error


root_option = click.option(
    "--root", type=click.Path(exists=True, file_okay=False, path_type=Path), default=Path(), show_default="here",
    help="The folder that holds mkdocs.yml.",
)  # fmt: skip
today_option = click.option(
    "--today", metavar="DAY", callback=to_day,
    help="The day to go by, as 2026-11-05. [default: SOURCE_DATE_EPOCH, else the clock]",
)  # fmt: skip
lang_option = click.option(
    "--lang", type=click.Choice(available()), help="The language of what is printed. [default: the site's first]"
)


def day_of(today: date | None, settings: Settings) -> date:
    """Return the day given, else the one that `SOURCE_DATE_EPOCH` or the clock says, in the site's time zone.

    Raises:
        click.UsageError: `SOURCE_DATE_EPOCH` says nothing.
    """
    try:
        return today or today_at(settings.timezone)
    except ValueError as error:
        raise click.UsageError(str(error)) from error


def locale_of(language: str | None, settings: Settings) -> Locale:
    """Return the locale asked for, else that of the site's first language, else the first there is."""
    known = available()
    wanted = language or settings.languages[0]
    return speak(wanted if wanted in known else known[0])
