"""`chefetage translated FILE`: say that a translation has been gone through."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from chefetage.cli.options import CLEAN, FINDINGS, lang_option, locale_of, root_option
from chefetage.content import read_settings
from chefetage.content.translation import Confirmed, confirm_translation

if TYPE_CHECKING:
    from collections.abc import Sequence


@click.command()
@click.argument("files", metavar="FILE…", nargs=-1, required=True, type=click.Path(path_type=Path))
@root_option
@lang_option
@click.pass_context
def translated(context: click.Context, files: Sequence[Path], root: Path, lang: str | None) -> None:
    """Confirm translations such as briefings/stories/drawer.en.md.

    Writes into each FILE which words of the original it was made from. When the original changes later, the
    translation counts as stale until it is confirmed again.
    """
    settings, _ = read_settings(root)
    locale = locale_of(lang, settings)
    missed = 0
    for file in files:
        outcome = confirm_translation(root, file)
        missed += outcome is Confirmed.NO_TRANSLATION
        click.echo(locale.say(f"commands.translated.{outcome}", file=file))
    context.exit(FINDINGS if missed else CLEAN)
