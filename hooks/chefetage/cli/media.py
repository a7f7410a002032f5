"""`chefetage media`: recordings, which git does not keep."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

from chefetage.cli.options import CLEAN, SOURCE_FAILED, day_of, lang_option, locale_of, root_option, today_option
from chefetage.content import read_project, read_settings
from chefetage.sources.media.recordings import FOLDER, fetch_recordings
from chefetage.sources.media.store import STORE, TOKEN, store_from

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from chefetage.locales import Locale
    from chefetage.sources.media.recordings import Brought

_SAY = "commands.media"


@click.group()
def media() -> None:
    """Look after the recordings of customers."""


@media.command()
@root_option
@today_option
@lang_option
@click.pass_context
def fetch(context: click.Context, *, root: Path, today: date | None, lang: str | None) -> None:
    """Bring recordings from the private store into docs/media/, before a build.

    CHEFETAGE_MEDIA_STORE names the store: an https address, to which each recording's key is added, or a folder.
    CHEFETAGE_MEDIA_TOKEN, if set, is sent along. Each recording is checked against the digest in its quote; those
    whose consent has ended are removed. Ends with 3 if one could not be brought.
    """
    settings, _ = read_settings(root)
    locale = locale_of(lang, settings)
    project, _ = read_project(root, day_of(today, settings))
    brought = fetch_recordings(project, root, lambda: store_from(os.environ, root))
    for line in _lines(brought, locale):
        click.echo(line)
    for line in _failures(brought, locale):
        click.echo(line, err=True)
    if project.left_out.get("quote"):
        click.echo(locale.say("commands.consent.left-out"), err=True)
    context.exit(SOURCE_FAILED if brought.failures else CLEAN)


def _lines(brought: Brought, locale: Locale) -> Iterator[str]:
    for name in ("fetched", "removed"):
        for key in getattr(brought, name):
            yield locale.say(f"{_SAY}.{name}", file=f"{FOLDER}/{key}")
    if brought.kept:
        yield locale.say(f"{_SAY}.kept.{'one' if len(brought.kept) == 1 else 'many'}", count=len(brought.kept))
    elif not brought.fetched and not brought.removed and not brought.failures:
        yield locale.say(f"{_SAY}.nothing")


def _failures(brought: Brought, locale: Locale) -> Iterator[str]:
    for failure in brought.failures:
        trouble = failure.trouble
        message = locale.say(f"{_SAY}.trouble.{trouble.id}", store=STORE, token=TOKEN, **trouble.params)
        yield f"{failure.key}: {message}" if failure.key else message
