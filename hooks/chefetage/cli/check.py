"""`chefetage check`: everything that is wrong or could be better, at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from chefetage.build import assemble
from chefetage.cli.options import CLEAN, FINDINGS, day_of, lang_option, locale_of, root_option, today_option
from chefetage.content import read_settings
from chefetage.locales.report import report

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path


@click.command()
@root_option
@today_option
@lang_option
@click.option("--drafts/--no-drafts", default=True, show_default=True, help="Check drafts too.")
@click.pass_context
def check(context: click.Context, root: Path, today: date | None, lang: str | None, *, drafts: bool) -> None:
    """Check words, numbers, rights and links.

    Prints every finding as path:line:column: severity: message [check]. Ends with 1 if there is an error; hints alone
    do not count.
    """
    settings, _ = read_settings(root)
    locale = locale_of(lang, settings)
    assembled = assemble(root, day_of(today, settings), drafts=drafts)
    for line in report(assembled.problems, locale.language) or [locale.say("findings.none")]:
        click.echo(line)
    context.exit(FINDINGS if assembled.errors else CLEAN)
