"""`chefetage check`: everything that is wrong or could be better, at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from chefetage.build import inspect_content
from chefetage.checks.budget import Told, within_budget
from chefetage.cli.check_formats import as_annotations, as_json, as_summary
from chefetage.cli.options import CLEAN, FINDINGS, day_of, lang_option, locale_of, root_option, today_option
from chefetage.cli.summary import add_to_summary
from chefetage.content import read_settings
from chefetage.denied import denied_names
from chefetage.locales.report import report
from chefetage.model.problem import Severity

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from chefetage.locales import Locale


@click.command()
@root_option
@today_option
@lang_option
@click.option("--drafts/--no-drafts", default=True, show_default=True, help="Check drafts too.")
@click.option(
    "--format", "style", type=click.Choice(["text", "json", "github"]), default="text", show_default=True,
    help="For people, for programs, or for the page of a pull request.",
)  # fmt: skip
@click.option("--all", "show_all", is_flag=True, help="Show all hints, not only the three that matter most.")
@click.pass_context
def check(  # noqa: PLR0913 – one parameter an option
    context: click.Context,
    root: Path,
    today: date | None,
    lang: str | None,
    *,
    drafts: bool,
    style: str,
    show_all: bool,
) -> None:
    """Check words, numbers, rights and links.

    Prints every finding as path:line:column: severity: message [check]. Ends with 1 if there is an error; hints alone
    do not count, and an edition gets at most three of them. For GitHub the first ten stand beside their lines, and all
    of them in the summary of the job.
    """
    settings, _ = read_settings(root)
    locale = locale_of(lang, settings)
    day = day_of(today, settings)
    denied = denied_names()
    found = inspect_content(root, day, drafts=drafts, denied=denied)
    told = Told(list(found.problems)) if show_all else within_budget(found.problems, found.project)
    if style == "json":
        click.echo(as_json(told, locale))
    elif style == "github":
        _tell_github(told, locale)
    else:
        _print(told, locale)
    has_errors = any(problem.severity is Severity.ERROR for problem in found.problems)
    context.exit(FINDINGS if has_errors else CLEAN)


def _print(told: Told, locale: Locale) -> None:
    for line in report(told.problems, locale.language, told.held_back) or [locale.say("findings.none")]:
        click.echo(line)


def _tell_github(told: Told, locale: Locale) -> None:
    """Annotate, and write all findings into the summary; where there is none, print them."""
    for line in as_annotations(told.problems, locale):
        click.echo(line)
    if not add_to_summary(as_summary(told, locale)):
        _print(told, locale)
