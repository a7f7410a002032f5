"""`chefetage consent`: who agreed to what, and what to do when somebody no longer does."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import click

from chefetage.cli.consent_list import as_json, lines, rights
from chefetage.cli.options import day_of, lang_option, locale_of, root_option, today_option
from chefetage.content import read_project, read_settings

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

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
