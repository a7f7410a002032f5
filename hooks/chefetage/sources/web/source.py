"""A source behind an https address: its answer is downloaded, read like an export, and deleted."""

from __future__ import annotations

import re
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from chefetage.sources.web.answer import Wanted
from chefetage.sources.web.proxy import proxy_for
from chefetage.sources.web.records import write_records

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from chefetage.model.month import Month
    from chefetage.model.source import Source
    from chefetage.sources.fetching import FetchedMonth, Fetcher
    from chefetage.sources.findings import Findings
    from chefetage.sources.web.download import Downloader

_TABLES = frozenset(
    {
        "text/csv", "application/csv", "text/tab-separated-values", "text/plain", "application/vnd.ms-excel",
        "application/octet-stream", "binary/octet-stream", "application/gzip", "application/x-gzip",
    }
)  # fmt: skip
"""How servers call a CSV file, packed or not."""
_TOKEN = re.compile(r"[\x21-\x7e]+")
_MONTH = "{month}"
_ACCEPT = {"csv": "text/csv", "json": "application/json"}


@dataclass(frozen=True, slots=True)
class WebSource:
    """A survey tool's own interface, or anything else that answers with CSV or JSON."""

    source: Source
    environ: Mapping[str, str] = field(repr=False)
    read_file: Callable[[Source, Path], Fetcher]
    """Reads a file that was downloaded: a source with `file`, and the folder that it lies in."""
    downloader: Downloader

    def fetch(self, months: Sequence[Month], findings: Findings) -> Mapping[Month, FetchedMonth]:
        """Return the counts of the months; see `Fetcher`. One request, or one a month if the address names it."""
        address = self._address(findings)
        token = self._token(findings)
        if self.source.period is not None and len(months) > 1 and _MONTH not in address and not findings.failed:
            params = {"month": months[1], "other": months[0], "placeholder": _MONTH}
            self._error(findings, "counted-elsewhere", **params)
        if findings.failed:
            return {}
        with tempfile.TemporaryDirectory(prefix="chefetage-") as temporary:
            # Messages name the folder, so it bears the source's name.
            folder = Path(temporary) / self.source.id
            folder.mkdir()
            name = f"{_MONTH}.csv" if _MONTH in address else "answers.csv"
            try:
                for part in months if _MONTH in address else months[:1]:
                    wanted = Wanted(
                        address.replace(_MONTH, str(part)), token, _ACCEPT[self._format], self._suits,
                        proxy_for(address, self.environ),
                    )  # fmt: skip
                    if not self._download(wanted, folder / name.replace(_MONTH, str(part)), findings):
                        return {}
            except OSError as error:
                self._error(findings, "web-not-kept", reason=error.strerror)
                return {}
            fetched = {"file": name, "address": None, "token": None, "format": None, "records": None}
            return self.read_file(self.source.model_copy(update=fetched), folder).fetch(months, findings)

    def _download(self, wanted: Wanted, target: Path, findings: Findings) -> bool:
        answer = target.with_suffix(".json") if self._format == "json" else target
        trouble = self.downloader.fetch(wanted, answer)
        if trouble is None and self._format == "json":
            trouble = write_records(answer, self.source.records, target)
        if trouble is not None:
            self._error(findings, trouble.id, **trouble.params)
        return trouble is None

    @property
    def _format(self) -> str:
        return self.source.format or ("json" if self.source.records else "csv")

    def _suits(self, content_type: str) -> bool:
        if self._format == "json":
            return content_type.endswith(("/json", "+json"))
        return content_type in _TABLES

    def _address(self, findings: Findings) -> str:
        """Return the address, or an empty one with an error in `findings`."""
        name = self.source.address or ""
        address = self.environ.get(name, "").strip()
        if not address:
            self._error(findings, "web-variable-missing", variable=name)
            return ""
        try:
            parts = urlsplit(address)
            sound = bool(parts.hostname) and parts.port != 0 and not any(character.isspace() for character in address)
        except ValueError:
            parts, sound = urlsplit(""), False
        if not sound:
            self._error(findings, "web-address-bad", variable=name)
        elif parts.scheme != "https":
            self._error(findings, "web-not-https", variable=name)
        elif parts.username is not None or parts.password is not None:
            self._error(findings, "web-password", variable=name)
        return address

    def _token(self, findings: Findings) -> str | None:
        """Return the token, if one is to be sent; one that is missing or cannot be sent is an error in `findings`."""
        name = self.source.token
        if name is None:
            return None
        token = self.environ.get(name, "").strip()
        if not token:
            self._error(findings, "web-variable-missing", variable=name)
        elif not _TOKEN.fullmatch(token):
            self._error(findings, "web-token-bad", variable=name)
        return token

    def _error(self, findings: Findings, problem_id: str, **params: object) -> None:
        place = self.source.at("address")
        known = {"source": self.source.id, "variable": self.source.address}
        findings.error(problem_id, place.line, place.column, **(known | params))
