"""`chefetage new KIND [ID]`: a file to fill in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from chefetage.cli.options import CLEAN, FINDINGS, day_of, lang_option, locale_of, root_option, today_option
from chefetage.content import read_project, read_settings
from chefetage.desk.new import KINDS, good_id, month_to_write, new_item

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path


@click.command()
@click.argument("kind", metavar="KIND", type=click.Choice(list(KINDS)))
@click.argument("item_id", metavar="[ID]", required=False)
@click.option("--short", is_flag=True, help="For an edition: only what makes one, for a month with little time.")
@root_option
@today_option
@lang_option
@click.pass_context
def new(  # noqa: PLR0913, PLR0917 – one parameter an option
    context: click.Context,
    kind: str,
    item_id: str | None,
    root: Path,
    today: date | None,
    lang: str | None,
    *,
    short: bool,
) -> None:
    """Write a new file of KIND with guidance in it.

    KIND is edition, quote, story, ask, measure, praise, visit, study or argument. ID becomes the name of the file, such
    as late-delivery; for an edition it is the month, by default the next one to be written. An edition lists what is
    new: proven changes, quotes that nobody has read yet, asks that have been answered.
    """
    settings, _ = read_settings(root)
    locale = locale_of(lang, settings)
    day = day_of(today, settings)
    if short and kind != "edition":
        raise click.UsageError(locale.say("commands.new.short-of-what"))
    if item_id is None:
        if kind != "edition":
            raise click.UsageError(locale.say("commands.new.no-id", kind=kind))
        item_id = str(month_to_write(read_project(root, day, drafts=True)[0]))
    better = good_id(kind, item_id)
    if better is not None:
        what = "month" if kind == "edition" else "id"
        raise click.UsageError(locale.say(f"commands.new.bad-{what}", found=item_id[:60], better=better))
    try:
        made = new_item(root, kind, item_id, locale, day, short=short)
    except OSError as error:
        raise click.ClickException(locale.say("commands.not-written", reason=error.strerror)) from error
    file = made.path.relative_to(root)
    click.echo(locale.say("commands.new.exists" if made.exists else "commands.written", file=file), err=made.exists)
    if not made.exists:
        click.echo(locale.say("commands.new.next"))
    context.exit(FINDINGS if made.exists else CLEAN)
