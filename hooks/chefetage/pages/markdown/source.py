"""What stands where in a Markdown text, before it is rendered: fences, blocks and tokens with their places.

Python-Markdown forgets lines, so everything that may have to be reported is found here and marked with characters of
the private use area, which the reader does not let into content. A fence follows CommonMark: three or more
backticks or tildes, closed by at least as many of the same.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from chefetage.model.location import Location
from chefetage.pages.markdown.hidden import without_comments
from chefetage.pages.markdown.token import CLOSE, MARK, OPEN

TOKEN_START, TOKEN_END = "\ue000", "\ue001"
BLOCK_START, BLOCK_END = "\ue002", "\ue003"
TEXT_START, TEXT_END = "\ue004", "\ue005"
ATTRIBUTE_START, ATTRIBUTE_END = "\ue006", "\ue007"

TOKEN_MARKER = re.compile(f"{TOKEN_START}(\\d+){TOKEN_END}")
"""A token as it came in; one that is still there after rendering stood in raw HTML."""
TEXT_MARKER = re.compile(f"{TEXT_START}(\\d+){TEXT_END}")
"""A token in text, to be filled in."""
ATTRIBUTE_MARKER = re.compile(f"{ATTRIBUTE_START}(\\d+){ATTRIBUTE_END}")
"""A token in an alt text or a title, to be filled in without markup."""
BLOCK_MARKER = re.compile(f"(?:<p>)?{BLOCK_START}(\\d+){BLOCK_END}(?:</p>)?")

_FENCE = re.compile(r"(?P<indent>[ \t]*)(?P<fence>`{3,}|~{3,})[ \t]*(?P<info>[^`\n]*)")
_HEADING = re.compile(r" {0,3}#{1,6}(?:[ \t]|$)")


@dataclass(frozen=True, slots=True)
class FoundToken:
    """A token as written."""

    raw: str
    inside: str | None
    """What stands between the braces; `None` when they do not pair up on one line."""
    location: Location


@dataclass(frozen=True, slots=True)
class FoundBlock:
    """A fenced block of ours, as written."""

    kind: str
    content: str
    location: Location


@dataclass(slots=True)
class MarkedSource:
    """A text with markers in place of its tokens and blocks."""

    text: str
    tokens: list[FoundToken] = field(default_factory=list)
    blocks: list[FoundBlock] = field(default_factory=list)
    others: list[FoundBlock] = field(default_factory=list)
    """Fences with an info string that is none of ours; they are code."""


def mark_source(text: str, start: Location, kinds: frozenset[str]) -> MarkedSource:
    """Replace tokens and the blocks of the given kinds by markers; leave out comments, and code fences alone."""
    marked = MarkedSource("")
    lines: list[str] = []
    source = without_comments(text).split("\n")
    at = 0
    while at < len(source):
        line = source[at]
        opening = _FENCE.fullmatch(line)
        if opening is None:
            lines.append(_mark_tokens(line, Location(start.path, start.line + at, _column(start, at)), marked))
            at += 1
            continue
        end = _closing_line(source, at, opening["fence"])
        kind = opening["info"].strip()
        if kind in kinds:
            content = "\n".join(source[at + 1 : end])
            lines += ["", f"{opening['indent']}{BLOCK_START}{len(marked.blocks)}{BLOCK_END}", ""]
            marked.blocks.append(FoundBlock(kind, content, Location(start.path, start.line + at)))
        else:
            marked.others.append(FoundBlock(kind, "", Location(start.path, start.line + at)))
            lines += source[at : end + 1]
        at = end + 1
    marked.text = "\n".join(lines)
    return marked


def mark_line(text: str, start: Location) -> MarkedSource:
    """Replace the tokens of a short text by markers; where in its file a character of it stands is not known."""
    marked = mark_source(text, start, frozenset())
    marked.tokens = [replace(token, location=start) for token in marked.tokens]
    return marked


def split_at_first_heading(text: str) -> tuple[str, str, int]:
    """Return what stands before the first heading, the rest, and how many lines come before the rest."""
    source = text.split("\n")
    at = 0
    while at < len(source):
        opening = _FENCE.fullmatch(source[at])
        if opening is not None:
            at = _closing_line(source, at, opening["fence"])
        elif _HEADING.match(source[at]):
            return "\n".join(source[:at]), "\n".join(source[at:]), at
        at += 1
    return text, "", len(source)


def _closing_line(source: list[str], opening: int, fence: str) -> int:
    for at in range(opening + 1, len(source)):
        stripped = source[at].strip()
        if len(stripped) >= len(fence) and set(stripped) == {fence[0]}:
            return at
    return len(source)


def _column(start: Location, line: int) -> int:
    return start.column if line == 0 else 1


def _mark_tokens(line: str, start: Location, marked: MarkedSource) -> str:
    if OPEN not in line and CLOSE not in line:
        return line
    pieces: list[str] = []
    at = unpaired = 0
    while at < len(line):
        opening = line.find(OPEN, at)
        closing = line.find(CLOSE, at, opening if opening >= 0 else len(line))
        begin = opening if closing < 0 else closing
        if begin < 0:
            break
        found = MARK.match(line, begin)
        end = found.end() if found else begin + len(OPEN)
        pieces.append(line[at:begin])
        if found is None and closing >= 0 and unpaired:
            unpaired -= 1  # the braces that open it are reported already
            pieces.append(CLOSE)
        else:
            unpaired += found is None and closing < 0
            pieces.append(f"{TOKEN_START}{len(marked.tokens)}{TOKEN_END}")
            location = Location(start.path, start.line, start.column + begin)
            marked.tokens.append(FoundToken(line[begin:end], found["inside"] if found else None, location))
        at = end
    return "".join(pieces) + line[at:]
