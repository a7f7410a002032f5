"""Words in a chart: one text, or a text a language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from chefetage.charts.vega.reading import Json, Path


def in_language(value: Json, languages: Sequence[str], language: str) -> Json:
    """Return a chart or a part of it, with `{de: …, en: …}` replaced by the text in a language, else by the first."""
    if isinstance(value, list):
        return [in_language(each, languages, language) for each in value]
    if not isinstance(value, dict):
        return value
    if value and value.keys() <= set(languages) and all(isinstance(text, str) for text in value.values()):
        return value[language] if language in value else next(iter(value.values()))
    return {key: in_language(each, languages, language) for key, each in value.items()}


def fields_of(spec: object, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Yield every field that is drawn, with its path; a path through `transform` shows that there are others."""
    if isinstance(spec, dict):
        for key, value in spec.items():
            inner = (*path, key)
            if key == "transform" and value:
                yield inner, ""
            elif key == "field" and isinstance(value, str):
                yield inner, value
            elif key != "data":
                yield from fields_of(value, inner)
    elif isinstance(spec, list):
        for index, value in enumerate(spec):
            yield from fields_of(value, (*path, index))


def titles_of(spec: object) -> dict[str, str]:
    """Return field → what an axis or a legend calls it."""
    titles: dict[str, str] = {}
    if isinstance(spec, dict):
        field, title = spec.get("field"), _title(spec)
        if isinstance(field, str) and title:
            titles[field] = title
        for key, value in spec.items():
            if key != "data":
                titles = titles_of(value) | titles
    elif isinstance(spec, list):
        for value in spec:
            titles = titles_of(value) | titles
    return titles


def _title(channel: dict[str, Any]) -> str:
    for holder in (channel, channel.get("axis"), channel.get("legend")):
        if isinstance(holder, dict) and isinstance(holder.get("title"), str):
            return str(holder["title"])
    return ""
