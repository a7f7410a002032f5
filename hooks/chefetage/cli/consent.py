"""`chefetage consent`: who agreed to what, and what to do when somebody no longer does."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from chefetage.cli.consent_list import as_json, lines, rights
from chefetage.cli.consent_withdraw import quote_files, withdraw_quote, withdrawal_lines
from chefetage.cli.options import (
    FINDINGS,
    day_of,
    lang_option,
    locale_of,
    root_option,
    to_day,
    today_option,
)  # fmt: skip
from chefetage.content import read_project, read_settings
from chefetage.content.stub import NoConsentError, NotEditableError
from chefetage.model.nearest import nearest

if TYPE_CHECKING:
    from datetime import date

_SPAN = re.compile(r"(\d{1,4})([dwm])")
_DAYS = {"d": 1, "w": 7, "m": 30}


def to_days(_ctx: click.Context, _param: click.Parameter, value: str | None) -> int | None:
    """Turn `30d`, `4w` or `3m` into days; a month counts as 30.

    Raises:
        click.BadParameter: it is none of them.
    """
    if value is None:
        return None
    found = _SPAN.fullmatch(value)
    if found is None:
        raise click.BadParameter(f"not a span of time: {value!r}; write 30d, 4w or 3m")
    return int(found[1]) * _DAYS[found[2]]


@click.group()
def consent() -> None:
    """Look after the right to use customers' words."""


@consent.command(name="list")
@click.option(
    "--expiring", "within", metavar="SPAN", callback=to_days,
    help="Only consent that ends within 30d, 4w or 3m, or has ended while the words are still there.",
)  # fmt: skip
@root_option
@today_option
@lang_option
@click.option(
    "--format", "style", type=click.Choice(["text", "json"]), default="text", show_default=True,
    help="For people or for programs.",
)  # fmt: skip
def list_(*, within: int | None, root: Path, today: date | None, lang: str | None, style: str) -> None:
    """List the right to use each quote: scope, days, and where it is shown."""
    settings, _ = read_settings(root)
    locale = locale_of(lang, settings)
    project, _ = read_project(root, day_of(today, settings))
    found = rights(project, within)
    if style == "json":
        click.echo(as_json(found))
        return
    if not found:
        key = "none" if within is None else "none-expiring"
        click.echo(locale.say(f"commands.consent.{key}", days=within))
    for line in lines(found, locale) if found else ():
        click.echo(line)
    left_out = len(project.left_out.get("quote", ()))
    if left_out:
        click.echo(locale.say("commands.consent.left-out"), err=True)


@consent.command()
@click.argument("quote")
@click.option(
    "--on", "day", metavar="DAY", callback=to_day, help="When consent was withdrawn, as 2026-11-02. [default: today]"
)
@root_option
@today_option
@lang_option
@click.pass_context
def withdraw(  # noqa: PLR0913 – one parameter an option
    context: click.Context, *, quote: str, day: date | None, root: Path, today: date | None, lang: str | None
) -> None:
    """Take back the right to use a quote's words.

    Writes the day into the file of QUOTE, such as broken-drawer, and deletes the customer's words there and in all
    translations, or changes nothing. Names the pages that change, the sent files to recall, and what is left to do.
    """
    settings, _ = read_settings(root)
    locale = locale_of(lang, settings)
    now = day_of(today, settings)
    withdrawn = day or now
    if withdrawn > now:
        raise click.UsageError(locale.say("commands.consent.withdraw.future", day=locale.day(withdrawn)))
    known = quote_files(root)
    name = Path(quote).name.removesuffix(".md")
    if name not in known:
        near = nearest(name, known)
        said = locale.say("commands.consent.withdraw.unknown", found=name)
        raise click.UsageError(said + (locale.say("problems.did-you-mean", nearest=near) if near else ""))
    try:
        withdrawal = withdraw_quote(root, known[name], withdrawn, now)
    except NoConsentError:
        _refuse(context, locale.say("commands.consent.withdraw.no-consent", file=known[name].original))
    except NotEditableError:
        day_in_file = withdrawn.isoformat()
        _refuse(context, locale.say("commands.consent.withdraw.by-hand", file=known[name].original, day=day_in_file))
    except OSError as error:
        reason = error.strerror or type(error).__name__
        _refuse(context, locale.say("commands.consent.withdraw.not-writable", file=error.filename, reason=reason))
    else:
        for line in withdrawal_lines(withdrawal, locale):
            click.echo(line)


def _refuse(context: click.Context, message: str) -> NoReturn:
    click.echo(message, err=True)
    context.exit(FINDINGS)
