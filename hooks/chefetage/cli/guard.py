"""`chefetage guard`: nothing internal goes where everybody can read it."""

from __future__ import annotations

import os
import ssl
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import click
from urllib3 import Timeout
from urllib3.exceptions import HTTPError

from chefetage.checks import public_rights
from chefetage.cli.options import CLEAN, FINDINGS, day_of, lang_option, locale_of, root_option, today_option
from chefetage.content import read_project, read_settings
from chefetage.hosting.github import REPOSITORY, GitHub, Unknown
from chefetage.locales.report import report
from chefetage.model.problem import Severity, in_order
from chefetage.outputs.drafts import MARK, has_drafts
from chefetage.sources.web.proxy import pool_for, proxy_for

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from chefetage.hosting.github import Visibility
    from chefetage.locales import Locale

API, TOKEN = "GITHUB_API_URL", "GITHUB_TOKEN"
GITHUB = "https://api.github.com"
_CONNECT, _SILENCE = 10.0, 30.0


def to_repository(_ctx: click.Context, _param: click.Parameter, value: str) -> str:
    """Let through what can be a repository.

    Raises:
        click.BadParameter: it cannot.
    """
    if REPOSITORY.fullmatch(value) is None:
        raise click.BadParameter(f"not a repository: {value!r}; write it as owner/name")
    return value


@click.command()
@click.option(
    "--repository", metavar="OWNER/NAME", required=True, callback=to_repository,
    help="The repository on GitHub that publishes the site.",
)  # fmt: skip
@click.option(
    "--site", type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="The built site; refused if it holds drafts.",
)  # fmt: skip
@root_option
@today_option
@lang_option
@click.pass_context
def guard(  # noqa: PLR0913 – one parameter an option
    context: click.Context,
    *,
    repository: str,
    site: Path | None,
    root: Path,
    today: date | None,
    lang: str | None,
) -> None:
    """Ask GitHub who can read the site, and refuse to publish what is not for everybody.

    Ends with 1, and says what to do, if the Pages site or the repository is public, or if GitHub does not answer;
    unless mkdocs.yml declares "visibility: public" and every consent covers that. The token stands in GITHUB_TOKEN.
    """
    settings, _ = read_settings(root)
    locale = locale_of(lang, settings)
    lines = list(_site_lines(site, locale))
    seen = _look(repository)
    if isinstance(seen, Unknown):
        lines += [locale.say(f"commands.guard.unknown.{seen.id}", repository=repository, token=TOKEN, **seen.params)]
        lines += [locale.say("commands.guard.refused")]
    elif seen.repository or seen.site:
        lines += _public_lines(root, seen, day_of(today, settings), locale)
    for line in lines:
        click.echo(line, err=True)
    if lines:
        context.exit(FINDINGS)
    everybody = not isinstance(seen, Unknown) and seen.site
    click.echo(locale.say(f"commands.guard.{'public' if everybody else 'internal'}", repository=repository))
    context.exit(CLEAN)


def _look(repository: str) -> Visibility | Unknown:
    """Ask GitHub."""
    api, token = os.environ.get(API) or GITHUB, os.environ.get(TOKEN, "")
    if not token:
        return Unknown("no-token")
    if urlsplit(api).scheme != "https":
        return Unknown("bad-address")
    try:
        pool = pool_for(
            proxy_for(api, os.environ), ssl.create_default_context(), Timeout(connect=_CONNECT, read=_SILENCE)
        )
    except (HTTPError, ValueError):
        return Unknown("bad-proxy")
    with pool:
        return GitHub(pool, api, token).visibility(repository)


def _site_lines(site: Path | None, locale: Locale) -> Iterator[str]:
    if site is not None and has_drafts(site):
        yield locale.say("commands.guard.drafts", file=site / MARK)


def _public_lines(root: Path, seen: Visibility, day: date, locale: Locale) -> Iterator[str]:
    """Yield why a site that everybody can read is not published; nothing if that was meant and everything allows it."""
    project, problems = read_project(root, day)
    if project.settings.visibility != "public":
        for what, is_public in (("site", seen.site), ("repository", seen.repository)):
            if is_public:
                yield locale.say(f"commands.guard.open.{what}")
        yield locale.say("commands.guard.refused")
        return
    # What cannot be read cannot be known to be for everybody.
    errors = [problem for problem in problems if problem.severity is Severity.ERROR]
    found = in_order([*errors, *public_rights.check(project)])
    yield from report(found, locale.language)
    if found:
        yield locale.say("commands.guard.refused")
