"""A customer's words, or the gap they left."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote as url_quote

from markupsafe import Markup

from chefetage.locales import speak
from chefetage.model.page import relative

if TYPE_CHECKING:
    from chefetage.model.base import Heard, Prose
    from chefetage.model.quote import Quote
    from chefetage.pages.context import Context

_MEDIA = "media"
_VTT = "data:text/vtt;charset=utf-8,"
_QUOTED_ALREADY = re.compile(r"<p>\s*[„“\"«»‚‘']")


@dataclass(frozen=True, slots=True)
class Captions:
    """What is said, to read while it plays."""

    language: str
    address: str
    """A data address: a page from a folder may not read a file."""
    is_default: bool


@dataclass(frozen=True, slots=True)
class VoiceView:
    """One quote; where `gap` has words, nothing else of the quote may be told."""

    quote: Quote
    gap: str = ""
    words: Markup | str = ""
    language: str = ""
    """Empty if it is the page's."""
    note: str = ""
    """Where and when it was said."""
    recording: str = ""
    """The link to the recording, if there is one on the site."""
    captions: tuple[Captions, ...] = ()


def view_voice(c: Context, quote: Quote) -> VoiceView:
    """Return a quote as it may be shown today."""
    if not c.may_show(quote):
        return VoiceView(quote, gap=_gap(c, quote))
    heard = c.heard(quote, "body")
    language = heard.language if heard else c.language
    return VoiceView(
        quote,
        words=_quoted(c, quote, heard) if heard else "",
        language="" if language == c.language else language,
        note=c.say("voice.note", channel=c.say(f"channel.{quote.channel}"), day=c.locale.day(quote.said_on)),
        recording=_recording(c, quote),
        captions=_captions(c, quote),
    )


def _gap(c: Context, quote: Quote) -> str:
    consent = quote.basis.consent
    today = c.project.today
    if consent is None or (consent.withdrawn is not None and (consent.withdrawn <= today or not quote.body)):
        return c.locale.say("values.quote.withdrawn")
    if consent.ended_on(today) is not None:
        return c.locale.say("values.quote.expired")
    return c.say("voice.elsewhere")


def _quoted(c: Context, quote: Quote, heard: Heard[Prose]) -> Markup:
    """Put the words in the marks of their own language; a paraphrase is no quotation and gets none."""
    html = c.studio.writer.verbatim(heard.value.text)
    if quote.paraphrased:
        # The style sheet lets the opening mark hang outside; words without one keep to their column.
        return Markup("<div>{}</div>").format(html)
    if "<p>" not in html or _QUOTED_ALREADY.search(html):
        return html
    opening, _, closing = speak(heard.language).say("values.quotes").partition("…")
    head, _, tail = str(html).replace("<p>", f"<p>{opening}", 1).rpartition("</p>")
    return Markup(f"{head}{closing}</p>{tail}")  # noqa: S704 – sanitised before, and two marks


def _recording(c: Context, quote: Quote) -> str:
    if quote.media is None:
        return ""
    path = f"docs/{_MEDIA}/{quote.media.key}"
    return relative(f"{c.language}/{_MEDIA}/{quote.media.key}", c.address) if path in c.studio.assets else ""


def _captions(c: Context, quote: Quote) -> tuple[Captions, ...]:
    """Return the captions of every language, those of the page shown at once."""
    return tuple(
        Captions(language, _VTT + url_quote(f"WEBVTT\n\n{text.strip()}\n"), language == c.language)
        for language, text in quote.captions.items()
    )
