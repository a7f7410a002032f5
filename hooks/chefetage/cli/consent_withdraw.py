"""What `chefetage consent withdraw` does, and what it says is left to do."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from chefetage.build import assemble
from chefetage.checks.copies import copies_of
from chefetage.checks.recalls import holding
from chefetage.content.files import read_bytes
from chefetage.content.findings import Findings
from chefetage.content.kinds import QUOTE
from chefetage.content.names import markdown_name
from chefetage.content.stub import NotEditableError, stub
from chefetage.content.writing import write_files

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date
    from pathlib import Path

    from chefetage.build import Assembled
    from chefetage.checks.recalls import Recall
    from chefetage.locales import Locale
    from chefetage.model.location import Location

_SAY = "commands.consent.withdraw"


@dataclass(slots=True)
class QuoteFiles:
    """The files of one quote, from the project's root."""

    id: str
    original: str
    translations: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """What became of a quote, and what else holds its words."""

    files: QuoteFiles
    day: date
    is_news: bool
    """Whether anything had to be changed."""
    pages: tuple[str, ...]
    """Addresses, in the site's first language."""
    recalls: tuple[Recall, ...]
    copies: tuple[Location, ...]
    recording: str | None
    """The key of its recording in the private store."""


def quote_files(root: Path) -> Mapping[str, QuoteFiles]:
    """Return the files of every quote by its id, those that cannot be read included."""
    found: dict[str, QuoteFiles] = {}
    names = [(path, markdown_name(path.name)) for path in sorted((root / QUOTE.folder).glob("*.md"))]
    for path, name in names:
        if name is not None and name.language is None:
            found[name.item_id] = QuoteFiles(name.item_id, f"{QUOTE.folder}/{path.name}")
    for path, name in names:
        if name is not None and name.language is not None and name.item_id in found:
            found[name.item_id].translations.append(f"{QUOTE.folder}/{path.name}")
    return found


def withdraw_quote(root: Path, files: QuoteFiles, day: date, today: date) -> Withdrawal:
    """Write the day of the withdrawal, delete the words in every language, and find what else holds them.

    Raises:
        NoConsentError: the quote is anonymised, so there is nothing to withdraw.
        NotEditableError: the file is written in a way that is left to a human.
        OSError: a file cannot be written; nothing has been changed.
    """
    root = root.resolve()
    data = read_bytes(root / files.original, root, Findings())
    if data is None:
        raise NotEditableError
    try:
        left = stub(data.decode("utf-8"), day).encode("utf-8")
    except UnicodeDecodeError as error:
        raise NotEditableError from error
    before = assemble(root, today)
    is_news = left != data or bool(files.translations)
    if is_news:
        # The original first: from then on no build shows the words, whatever happens to the rest.
        changes: dict[Path, bytes | None] = {(root / files.original).resolve(): left}
        changes.update(dict.fromkeys((root / path for path in files.translations), None))
        write_files(changes)
    quote = before.project.quotes.get(files.id)
    return Withdrawal(
        files=files,
        day=day,
        is_news=is_news,
        pages=_changed(before, assemble(root, today)) if is_news else (),
        recalls=tuple(holding(before.project, {files.id: day})),
        copies=() if quote is None else tuple(dict.fromkeys(copies_of(quote, before.project))),
        recording=quote.media.key if quote is not None and quote.media is not None else None,
    )


def _changed(before: Assembled, after: Assembled) -> tuple[str, ...]:
    """Return the pages that are different now; of the languages, which differ alike, the first."""
    language = before.project.settings.languages[0]
    html = {page.address: page.html for page in before.site.pages}
    return tuple(
        page.address for page in after.site.pages if page.language == language and html.get(page.address) != page.html
    )


def withdrawal_lines(withdrawal: Withdrawal, locale: Locale) -> Iterator[str]:
    """Yield what was changed, then what is left to do, the most pressing first."""
    if withdrawal.is_news:
        day = locale.day(withdrawal.day)
        yield locale.say(f"{_SAY}.done", file=withdrawal.files.original, day=day)
        for path in withdrawal.files.translations:
            yield locale.say(f"{_SAY}.removed", file=path)
    else:
        yield locale.say(f"{_SAY}.already", file=withdrawal.files.original)
    yield from _pages(withdrawal, locale)
    yield from _sent(withdrawal, locale)
    if withdrawal.copies:
        yield ""
        yield locale.say(f"{_SAY}.copies")
        yield from (f"  {place}" for place in withdrawal.copies)
    if withdrawal.recording is not None:
        yield ""
        yield locale.say(f"{_SAY}.recording", name=withdrawal.recording)
    yield ""
    yield locale.say(f"{_SAY}.history")


def _pages(withdrawal: Withdrawal, locale: Locale) -> Iterator[str]:
    if withdrawal.pages:
        yield ""
        yield locale.say(f"{_SAY}.pages")
        yield from (f"  {address}" for address in withdrawal.pages)


def _sent(withdrawal: Withdrawal, locale: Locale) -> Iterator[str]:
    yield ""
    if not withdrawal.recalls:
        yield locale.say(f"{_SAY}.nothing-sent")
        return
    yield locale.say(f"{_SAY}.recall")
    for recall in withdrawal.recalls:
        day = locale.day(recall.sent.on)
        yield "  " + locale.say(f"{_SAY}.sent", file=recall.sent.file, day=day, to=recall.sent.to, place=recall.place)
