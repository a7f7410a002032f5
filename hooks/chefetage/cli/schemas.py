"""`chefetage schemas`: what editors need to know about the files of a site."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from chefetage.cli.options import CLEAN, FINDINGS, lang_option, locale_of, root_option
from chefetage.content import read_settings
from chefetage.content.writing import write_files
from chefetage.schemas.text import FOLDER, schema_texts
from chefetage.sites.stamp import body_of, stamped

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


@click.command()
@root_option
@lang_option
@click.option("--check", is_flag=True, help="Write nothing; end with 1 if a schema is not what it should be.")
@click.pass_context
def schemas(context: click.Context, root: Path, lang: str | None, *, check: bool) -> None:
    """Write JSON Schemas of all files to schemas/.

    Editors such as VS Code then complete fields and underline what does not belong there. Schemas are made from what
    `chefetage check` expects, for the languages of the site.
    """
    settings, _ = read_settings(root)
    locale = locale_of(lang, settings)
    wanted = schema_texts(settings.languages)
    stale = [path for path, text in wanted.items() if body_of(_text(root / path)) != text]
    obsolete = [path for path in _present(root) if path not in wanted]
    if not check:
        _write(root, {path: stamped(path, wanted[path]) for path in stale}, obsolete)
    state = "current" if not stale and not obsolete else "stale" if check else "written"
    changed = [*stale, *obsolete]
    click.echo(locale.say(f"commands.schemas.{state}", folder=FOLDER, count=len(changed), files=", ".join(changed)))
    context.exit(FINDINGS if state == "stale" else CLEAN)


def _text(path: Path) -> str:
    """Return what stands in a file, however git has changed the ends of its lines; nothing where there is none."""
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return ""


def _present(root: Path) -> list[str]:
    return sorted(f"{FOLDER}/{path.name}" for path in (root / FOLDER).glob("*.schema.json"))


def _write(root: Path, wanted: Mapping[str, str], obsolete: list[str]) -> None:
    write_files({root / path: text for path, text in wanted.items()})
    for path in obsolete:
        (root / path).unlink()
