"""The head of a Markdown file, changed in place: everything else in the file stays as it is, line ends included."""

from __future__ import annotations

import re

_HEAD = re.compile(r"\A(\ufeff?---[ \t]*\r?\n)(.*?)(^(?:---|\.\.\.)[ \t]*\r?$)", re.DOTALL | re.MULTILINE)


def with_field(text: str, name: str, value: str) -> str | None:
    """Return a file's text with `name: value` in its head, in place of what the field said, else at the end.

    Args:
        text: a Markdown file.
        name: a field whose value stands on its own line.
        value: as YAML has it. A remark behind the old value stays.

    Returns:
        The text; `None` if it has no head to write into.
    """
    head = _HEAD.match(text)
    if head is None:
        return None
    begin, fields, end = head[1], head[2], head[3]
    found = re.search(rf"^{re.escape(name)}:[^\r\n#]*?(?P<remark>[ \t]+#[^\r\n]*)?(?=\r?$)", fields, re.MULTILINE)
    if found is not None:
        fields = f"{fields[: found.start()]}{name}: {value}{found['remark'] or ''}{fields[found.end() :]}"
    else:
        fields += f"{name}: {value}" + ("\r\n" if begin.endswith("\r\n") else "\n")
    return begin + fields + end + text[head.end() :]
