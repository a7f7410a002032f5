"""`chefetage doctor`: what is missing in a site, in words."""

from __future__ import annotations

import os
import platform
from typing import TYPE_CHECKING

import click

from chefetage import __version__
from chefetage.cli.options import CLEAN, FINDINGS, day_of, lang_option, locale_of, root_option, today_option
from chefetage.content import read_settings
from chefetage.locales import speak
from chefetage.sites.doctor import examine

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path


@click.command()
@root_option
@today_option
@lang_option
@click.pass_context
def doctor(context: click.Context, root: Path, today: date | None, lang: str | None) -> None:
    """Say what is missing or out of step, and what to do about it.

    Looks at the version, the files that came with it, git, languages and secrets. Ends with 1 if something must be
    done; reminders alone do not count.
    """
    settings, _ = read_settings(root)
    locale = locale_of(lang, settings)
    found = examine(root, day_of(today, settings), os.environ)
    click.echo(locale.say("commands.doctor.running", version=__version__, python=platform.python_version()))
    for ailment in found:
        params = {name: _said(name, value) for name, value in ailment.params.items()}
        mark = locale.say(f"commands.doctor.{'must' if ailment.is_serious else 'may'}")
        click.echo(f"{mark}: {locale.say(f'commands.doctor.ailments.{ailment.id}', **params)}")
    if not found:
        click.echo(locale.say("commands.doctor.well"))
    context.exit(FINDINGS if any(ailment.is_serious for ailment in found) else CLEAN)


def _said(name: str, value: object) -> object:
    """Return what stands in a message: a language by the name that it gives itself."""
    return speak(str(value)).say("values.language") if name == "language" else value
