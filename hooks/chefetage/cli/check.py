"""`chefetage check`: everything that is wrong or could be better, at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from chefetage.build import assemble
from chefetage.cli.options import CLEAN, FINDINGS, day_of, lang_option, locale_of, root_option, today_option
from chefetage.content import read_settings
from chefetage.locales.report import report
from chefetage.model.problem import Severity, in_order

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
    day = day_of(today, settings)
    # What readers will see, and what is still being written: a link to a draft is a mistake in one of them only.
    found = [problem for shown in {False, drafts} for problem in assemble(root, day, drafts=shown).problems]
    problems = in_order(found)
    for line in report(problems, locale.language) or [locale.say("findings.none")]:
        click.echo(line)
    has_errors = any(problem.severity is Severity.ERROR for problem in problems)
    context.exit(FINDINGS if has_errors else CLEAN)
