"""`chefetage serve`: the site in a browser, written anew after every change."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import click

from chefetage.cli.options import day_of, lang_option, locale_of, root_option, to_month
from chefetage.content import read_project, read_settings
from chefetage.model.nearest import nearest

if TYPE_CHECKING:
    from pathlib import Path

    from chefetage.model.month import Month

_EDITION = "CHEFETAGE_EDITION"  # what `mkdocs_events` listens to


@click.command()
@root_option
@lang_option
@click.option(
    "--edition", metavar="MONTH", callback=lambda c, p, v: None if v is None else to_month(c, p, v),
    help="Write only this edition, such as 2026-10, and the standing pages, soon after each change.",
)  # fmt: skip
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="Where to listen.")
@click.pass_context
def serve(context: click.Context, root: Path, lang: str | None, edition: Month | None, port: int) -> None:
    """Show the site in a browser on this computer, drafts included.

    Every change to a file is there a moment later, without reloading; what is wrong is shown in its place. Ends with
    Ctrl+C.
    """
    settings, _ = read_settings(root)
    locale = locale_of(lang, settings)
    path = ""
    if edition is not None:
        project, _ = read_project(root, day_of(None, settings), drafts=True)
        known = [*project.editions, *project.left_out.get("edition", ())]
        if str(edition) not in known:
            text = locale.say("commands.serve.unknown", month=locale.month(edition), id=edition)
            near = nearest(str(edition), project.editions)
            raise click.UsageError(text + (locale.say("problems.did-you-mean", nearest=near) if near else ""))
        path = f"{settings.languages[0]}/editions/{edition}.html"
    click.echo(locale.say("commands.serve.address", address=f"http://127.0.0.1:{port}/{path}"))
    environment = {**os.environ, _EDITION: str(edition or "")}
    command = [sys.executable, "-m", "mkdocs", "serve", "--quiet", "--dev-addr", f"127.0.0.1:{port}"]
    try:
        context.exit(subprocess.run(command, cwd=root, env=environment, check=False).returncode)  # noqa: S603 – ours
    except KeyboardInterrupt:
        context.exit(0)
