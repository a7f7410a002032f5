"""`chefetage check`: everything that is wrong or could be better, at once."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from chefetage.build import assemble
from chefetage.cli.check_formats import as_annotations, as_json, as_summary
from chefetage.cli.options import CLEAN, FINDINGS, day_of, lang_option, locale_of, root_option, today_option
from chefetage.content import read_settings
from chefetage.denied import denied_names
from chefetage.locales.report import report
from chefetage.model.problem import Severity, in_order

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from chefetage.locales import Locale
    from chefetage.model.problem import Problem


@click.command()
@root_option
@today_option
@lang_option
@click.option("--drafts/--no-drafts", default=True, show_default=True, help="Check drafts too.")
@click.option(
    "--format", "style", type=click.Choice(["text", "json", "github"]), default="text", show_default=True,
    help="For people, for programs, or for the page of a pull request.",
)  # fmt: skip
@click.pass_context
def check(  # noqa: PLR0913 – one parameter an option
    context: click.Context, root: Path, today: date | None, lang: str | None, *, drafts: bool, style: str
) -> None:
    """Check words, numbers, rights and links.

    Prints every finding as path:line:column: severity: message [check]. Ends with 1 if there is an error; hints alone
    do not count. For GitHub the first ten stand beside their lines, and all of them in the summary of the job.
    """
    settings, _ = read_settings(root)
    locale = locale_of(lang, settings)
    day = day_of(today, settings)
    denied = denied_names()
    # What readers will see, and what is still being written: a link to a draft is a mistake in one of them only.
    found = [
        problem for shown in {False, drafts} for problem in assemble(root, day, drafts=shown, denied=denied).problems
    ]
    problems = in_order(found)
    if style == "json":
        click.echo(as_json(problems, locale))
    elif style == "github":
        _tell_github(problems, locale)
    else:
        _print(problems, locale)
    has_errors = any(problem.severity is Severity.ERROR for problem in problems)
    context.exit(FINDINGS if has_errors else CLEAN)


def _print(problems: Sequence[Problem], locale: Locale) -> None:
    for line in report(problems, locale.language) or [locale.say("findings.none")]:
        click.echo(line)


def _tell_github(problems: Sequence[Problem], locale: Locale) -> None:
    """Annotate, and write all findings into the summary; where there is none, print them."""
    for line in as_annotations(problems, locale):
        click.echo(line)
    summary = os.environ.get("GITHUB_STEP_SUMMARY")
    if summary:
        with Path(summary).open("a", encoding="utf-8") as file:
            file.write(as_summary(problems, locale))
    else:
        _print(problems, locale)
