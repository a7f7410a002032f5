"""`chefetage changed`: which pages a proposal changes."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click

from chefetage.build import assemble
from chefetage.cli.options import day_of, lang_option, locale_of, root_option, today_option
from chefetage.cli.summary import ROWS, add_to_summary, as_code, as_words
from chefetage.content import read_settings
from chefetage.content.history import NoSuchStateError, write_state
from chefetage.outputs.changes import changed_pages

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from chefetage.locales import Locale
    from chefetage.model.page import Site
    from chefetage.outputs.changes import Change


@click.command()
@click.option(
    "--base", metavar="COMMIT", required=True, help="What to compare with: a branch, a tag, a digest, HEAD^1."
)
@root_option
@today_option
@lang_option
@click.option(
    "--format", "style", type=click.Choice(["text", "github"]), default="text", show_default=True,
    help="For people, or for the page of a pull request.",
)  # fmt: skip
def changed(*, base: str, root: Path, today: date | None, lang: str | None, style: str) -> None:
    """Name the pages that differ from those of an earlier commit, drafts included.

    Both states are put together with the same version of Chefetage and for the same day, so that only what was written
    counts. For GitHub the list goes into the summary of the job.
    """
    settings, _ = read_settings(root)
    locale = locale_of(lang, settings)
    day = day_of(today, settings)
    try:
        before = _site_at(base, root, day)
    except NoSuchStateError as error:
        raise click.UsageError(locale.say("commands.changed.no-commit", found=base)) from error
    changes = changed_pages(before, assemble(root, day, drafts=True).site)
    text = "\n".join([*_lines(changes, locale), ""])
    if style != "github" or not add_to_summary(text):
        click.echo(text, nl=False)


def _site_at(commit: str, root: Path, day: date) -> Site:
    with TemporaryDirectory(prefix="chefetage-") as folder:
        write_state(root.resolve(), commit, Path(folder))
        return assemble(Path(folder), day, drafts=True).site


def _lines(changes: Sequence[Change], locale: Locale) -> Iterator[str]:
    """Yield a list in Markdown that reads well on a terminal too."""
    if not changes:
        yield locale.say("commands.changed.none")
        return
    yield locale.say(f"commands.changed.{'one' if len(changes) == 1 else 'many'}", count=len(changes))
    yield ""
    for change in changes[:ROWS]:
        kind = locale.say(f"commands.changed.kinds.{change.kind}")
        draft = locale.say("commands.changed.draft") if change.page.draft else ""
        yield f"- {kind}: {as_words(change.page.title)}{draft}, `{as_code(change.page.address)}`"
    if len(changes) > ROWS:
        yield locale.say("commands.changed.more", count=len(changes) - ROWS)
