"""The files that a new site begins with: templates beside this module, words in the locales."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import yaml
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from chefetage import __version__
from chefetage.locales import speak
from chefetage.model.month import Month
from chefetage.sites.colour import on_paper, on_screen

if TYPE_CHECKING:
    from chefetage.model.base import Language
    from chefetage.sites.wishes import Wishes

_SINGLE = {
    "mkdocs.yml": "mkdocs.yml",
    "brand.yml": "brand.yml",
    "checks.yml": "checks.yml",
    "mkdocs_hooks.py": "hooks/mkdocs_hooks.py",
    "requirements.txt": "requirements.txt",
    "gitignore": ".gitignore",
    "README.md": "README.md",
    "metrics/nps.yml": "metrics/nps.yml",
    "metrics/csat.yml": "metrics/csat.yml",
    "metrics/core.yml": "metrics/core.yml",
    "metrics/sources.yml": "metrics/sources.yml",
}
"""Template → file."""
_SPOKEN = {
    "briefings/edition.md": "briefings/editions/{month}",
    "briefings/quote.md": "briefings/quotes/{id}",
    "briefings/quote-2.md": "briefings/quotes/{id}-2",
    "briefings/story.md": "briefings/stories/{id}",
    "briefings/ask.md": "briefings/asks/{id}",
    "briefings/measure.md": "briefings/measures/{id}",
    "briefings/praise.md": "briefings/praise/{id}",
    "briefings/visit.md": "briefings/visits/{id}",
    "briefings/argument.md": "briefings/why/{id}",
    "docs/method.md": "docs/method",
    "docs/value.md": "docs/value",
}
"""Template → item: a file for the original, and one for each translation."""

_TUESDAY = 1


@dataclass(frozen=True, slots=True)
class _Words:
    """What templates ask for."""

    wishes: Wishes
    today: date
    language: Language
    """Of the file."""

    def say(self, key: str) -> str:
        return speak(self.language).say(f"starter.{key}")

    def guide(self, key: str) -> str:
        """Return guidance as comments, in the language of those who edit."""
        return _commented(speak(self.wishes.languages[0]).say(f"starter.guides.{key}"))

    def words(self, key: str, indent: int = 2, **params: str) -> str:
        """Return a line per language: `  de: Weiterempfehlung`."""
        said = {each: speak(each).say(f"starter.{key}", **params) for each in self.wishes.languages}
        return "\n".join(f"{' ' * indent}{language}: {quoted(text)}" for language, text in said.items())

    def lists(self, key: str) -> str:
        """Return a list per language."""
        said = {each: speak(each).texts(f"starter.{key}") for each in self.wishes.languages}
        return "\n".join(
            "\n".join([f"  {language}:", *(f"    - {quoted(text)}" for text in texts.values())])
            for language, texts in said.items()
        )

    def day(self, offset: int) -> str:
        return (self.today + timedelta(days=offset)).isoformat()

    def workday(self, offset: int) -> str:
        """Return the first Tuesday from that day on."""
        day = self.today + timedelta(days=offset)
        return (day + timedelta(days=(_TUESDAY - day.weekday()) % 7)).isoformat()


def starter_files(wishes: Wishes, today: date) -> dict[str, str]:
    """Return path → text of everything that belongs to a new site alone."""
    first, *others = wishes.languages
    names = {"month": str(Month.of(today) - 1), "id": example_id(first)}
    files = {path: _rendered(template, wishes, today, first) for template, path in _SINGLE.items()}
    for template, path in _SPOKEN.items():
        item = path.format(**names)
        files[f"{item}.md"] = _rendered(template, wishes, today, first)
        files |= {f"{item}.{other}.md": _rendered(template, wishes, today, other) for other in others}
    return files


def example_id(language: Language) -> str:
    """Return what examples are called in a site whose first language this is."""
    return speak(language).say("starter.id")


def with_guidance(text: str, key: str, language: Language) -> str:
    """Return a Markdown file's text with guidance below its first dashes."""
    guide = _commented(speak(language).say(f"starter.guides.{key}"))
    return text.replace("---\n", f"---\n{guide}\n", 1)


def quoted(text: str) -> str:
    """Return text as it stands in YAML: with quotes where it needs them, in one line."""
    dumped: str = yaml.safe_dump(text, allow_unicode=True, width=float("inf"))
    return dumped.removesuffix("\n").removesuffix("\n...")


def _commented(text: str) -> str:
    return textwrap.indent(text, "# ")


def _rendered(template: str, wishes: Wishes, today: date, language: Language) -> str:
    words, first = _Words(wishes, today, language), wishes.languages[0]
    readme = speak(first).say(
        "starter.readme", company=wishes.company, version=__version__, id=example_id(first)
    )  # fmt: skip
    return _environment().get_template(f"{template}.j2").render(
        say=words.say, guide=words.guide, words=words.words, lists=words.lists, day=words.day, workday=words.workday,
        original=language == first, first=first, languages=wishes.languages, wishes=wishes,
        id=example_id(first), month=Month.of(today) - 1, version=__version__, readme=readme,
        colour=on_paper(wishes.colour), colour_dark=on_screen(wishes.colour),
    )  # fmt: skip


@cache
def _environment() -> Environment:
    environment = Environment(  # noqa: S701 – no HTML: Markdown and YAML
        loader=FileSystemLoader(Path(__file__).parent / "starter"), undefined=StrictUndefined,
        keep_trailing_newline=True, trim_blocks=True, lstrip_blocks=True,
        block_start_string="[%", block_end_string="%]",
        variable_start_string="[[", variable_end_string="]]", comment_start_string="[#", comment_end_string="#]",
    )  # fmt: skip
    environment.filters["q"] = quoted
    return environment
