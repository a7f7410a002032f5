"""`chefetage upgrade`: the files that came with an older version, as they are now."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from chefetage import __version__
from chefetage.cli.options import CLEAN, FINDINGS, lang_option, locale_of, root_option
from chefetage.content import read_settings
from chefetage.sites.drift import BESIDE, Drift, bring_up_to_date, drifted, is_origin
from chefetage.sites.pin import FILE, is_newer, pin, pinned

if TYPE_CHECKING:
    from pathlib import Path

    from chefetage.locales import Locale
    from chefetage.sites.drift import Copied

_TOLD = (Drift.MISSING, Drift.OLD, Drift.OBSOLETE, Drift.DIVERGED)


@click.command()
@root_option
@lang_option
@click.pass_context
def upgrade(context: click.Context, root: Path, lang: str | None) -> None:
    """Bring workflows, forms, schemas and general pages of a site up to date, and pin this version.

    Files that the site has changed stay as they are; what they would be now stands beside them, with .new at the end.
    Ends with 1 if there are such files to look at.
    """
    settings, _ = read_settings(root)
    locale = locale_of(lang, settings)
    if is_origin(root):
        click.echo(locale.say("commands.upgrade.origin"))
        context.exit(CLEAN)
    newer = pinned(root)
    if newer is not None and is_newer(newer):
        click.echo(locale.say("commands.upgrade.older", version=__version__, newer=newer, file=FILE), err=True)
        context.exit(FINDINGS)
    found = drifted(root, settings.languages)
    try:
        bring_up_to_date(root, found)
        changed = pin(root)
    except OSError as error:
        params = {"file": error.filename, "reason": error.strerror or error}
        click.echo(locale.say("commands.init.not-writable", **params), err=True)
        context.exit(FINDINGS)
    if changed:
        click.echo(locale.say("commands.upgrade.pinned", version=__version__, file=FILE))
    _tell(found, locale)
    diverged = any(copied.drift is Drift.DIVERGED for copied in found)
    if not changed and not any(copied.drift in _TOLD for copied in found):
        click.echo(locale.say("commands.upgrade.current", version=__version__))
    context.exit(FINDINGS if diverged else CLEAN)


def _tell(found: tuple[Copied, ...], locale: Locale) -> None:
    for drift in _TOLD:
        for copied in found:
            if copied.drift is drift:
                click.echo(locale.say(f"commands.upgrade.{drift}", file=copied.path, beside=copied.path + BESIDE))
