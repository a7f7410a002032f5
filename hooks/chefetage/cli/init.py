"""`chefetage init DIR`: a new site for another company."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from chefetage.cli.options import CLEAN, FINDINGS, lang_option, today_option
from chefetage.clock import today_at
from chefetage.locales import available, speak
from chefetage.sites.colour import on_paper
from chefetage.sites.create import create, in_the_way
from chefetage.sites.starter import example_id
from chefetage.sites.wishes import COLOUR, TIMEZONE, Wishes, misfits

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from chefetage.locales import Locale

_DEFAULTS = {
    "company": "", "short": "", "languages": "de,en", "colour": COLOUR, "mail": "", "repository": "",
    "timezone": TIMEZONE,
}  # fmt: skip
"""What is asked, in this order → what an empty answer means."""


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--company", help="Its name, as it stands at the top of every page.")
@click.option("--short", help="Its name in short. [default: the name]")
@click.option("--languages", metavar="CODES", help="Such as de,en; the first is the site's own. [default: de,en]")
@click.option("--colour", help=f"Such as #1e4fa3. [default: {COLOUR}]")
@click.option("--mail", help="Whom readers write to. [default: nobody]")
@click.option("--repository", metavar="OWNER/NAME", help="Where the site is kept on GitHub. [default: nowhere yet]")
@click.option("--timezone", help=f"Whose midnight ends a month. [default: {TIMEZONE}]")
@click.option("--yes", is_flag=True, help="Ask nothing; take defaults for what is not given.")
@today_option
@lang_option
@click.pass_context
def init(
    context: click.Context, /, folder: Path, *, yes: bool, today: date | None, lang: str | None, **given: str | None
) -> None:
    """Make a new site in DIR, for another company.

    Asks for what is not given as an option, unless nobody is there to answer. The site builds at once; everything in it
    is an example, and says so.
    """
    locale = speak(lang or _language(given["languages"]))
    obstacles = in_the_way(folder)
    if obstacles:
        click.echo(locale.say("commands.init.in-the-way", folder=folder, files=", ".join(obstacles)), err=True)
        context.exit(FINDINGS)
    wishes = _wishes(given, locale, asking=not yes and _somebody_is_there())
    try:
        kept = create(folder, wishes, today or today_at(wishes.timezone))
    except OSError as error:
        params = {"file": error.filename or folder, "reason": error.strerror or error}
        click.echo(locale.say("commands.init.not-writable", **params), err=True)
        context.exit(FINDINGS)
    _tell(folder, wishes, kept, speak(lang or wishes.languages[0]))
    context.exit(CLEAN)


def _language(languages: str | None) -> str:
    """Return the language to ask in: the site's first if that is known already, else the machine's."""
    wanted = [*(languages or "").split(","), *(os.environ.get(name, "")[:2] for name in ("LC_ALL", "LANG"))]
    return next((each.strip() for each in wanted if each.strip() in available()), available()[0])


def _somebody_is_there() -> bool:
    return sys.stdin.isatty() and sys.stdout.isatty()


def _wishes(given: Mapping[str, str | None], locale: Locale, *, asking: bool) -> Wishes:
    """Return what is wished for.

    Raises:
        click.UsageError: a name is missing, or an answer cannot be taken.
    """
    answers: dict[str, str] = {}
    for name, default in _DEFAULTS.items():
        answer = given[name]
        usual = answers["company"] if name == "short" else default
        while answer is None and asking:
            question = locale.say(f"commands.init.ask.{name}")
            answer = str(click.prompt(question, default=usual, show_default=bool(usual), prompt_suffix=" "))
            if told := _misfits({**_DEFAULTS, "company": "–", **answers, name: answer}, locale):
                click.echo(told)
                answer = None
        answers[name] = usual if answer is None else answer
    if told := _misfits(answers, locale):
        raise click.UsageError(told)
    return _as_wishes(answers)


def _misfits(answers: Mapping[str, str], locale: Locale) -> str:
    lines = []
    for misfit in misfits(_as_wishes(answers)):
        line = locale.say(f"commands.init.misfit.{misfit.field}", found=misfit.found, known=", ".join(available()))
        near = locale.say("problems.did-you-mean", nearest=misfit.nearest) if misfit.nearest else ""
        lines.append(line + near)
    return "\n".join(lines)


def _as_wishes(answers: Mapping[str, str]) -> Wishes:
    languages = tuple(code.strip() for code in answers["languages"].split(",") if code.strip())
    company = answers["company"].strip()
    return Wishes(
        company, answers["short"].strip() or company, languages, answers["colour"].strip().lower(),
        answers["mail"].strip(), answers["repository"].strip(), answers["timezone"].strip(),
    )  # fmt: skip


def _tell(folder: Path, wishes: Wishes, kept: tuple[str, ...], locale: Locale) -> None:
    click.echo(locale.say("commands.init.done", folder=folder))
    if kept:
        click.echo(locale.say("commands.init.kept", files=", ".join(kept)))
    used = on_paper(wishes.colour)
    if used != wishes.colour:
        click.echo(locale.say("commands.init.darker", found=wishes.colour, used=used))
    click.echo(locale.say("commands.init.next", folder=folder, id=example_id(wishes.languages[0])))
