"""`chefetage export DIR`: the finished pages, for any engine."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from chefetage import build
from chefetage.cli.options import FINDINGS, day_of, lang_option, locale_of, root_option, today_option
from chefetage.content import read_settings
from chefetage.denied import denied_names
from chefetage.locales import speak
from chefetage.locales.report import report

if TYPE_CHECKING:
    from datetime import date


@click.command()
@click.argument("target", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@root_option
@today_option
@lang_option
@click.pass_context
def export(context: click.Context, target: Path, root: Path, today: date | None, lang: str | None) -> None:
    """Write the finished pages as plain Markdown trees into DIR.

    One tree per language, each with a mkdocs.yml of its own that MkDocs, ProperDocs or Zensical builds without hooks.
    Each writes into its folder "site"; to publish them, copy what is in these folders to one place. DIR must be empty,
    or hold an earlier export, which is replaced.
    """
    settings, _ = read_settings(root)
    locale = locale_of(lang, settings)
    if not build.may_export_to(target):
        raise click.UsageError(locale.say("commands.export.not-empty", target=target))
    assembled = build.assemble(root, day_of(today, settings), denied=denied_names())
    if assembled.errors:
        for line in report(assembled.problems, locale.language):
            click.echo(line, err=True)
        context.exit(FINDINGS)
    try:
        trees = build.export(assembled, root, target)
    except OSError as error:
        raise click.UsageError(
            locale.say("commands.export.not-writable", target=target, reason=error.strerror)
        ) from error
    for language, tree in trees.items():
        name = speak(language).say("values.language")
        click.echo(locale.say("commands.export.written", name=name, tree=tree, configuration=tree / "mkdocs.yml"))
