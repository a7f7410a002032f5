"""Lighthouse for phones, on the demo served as GitHub Pages does: compressed, cached. Run by `make audit`.

Prints a table, and ends with 1 if a page falls short of what we promise. Speed is measured on the machine at hand,
under Lighthouse's own throttling, so it is no test; run it on a quiet machine.
"""

from __future__ import annotations

import gzip
import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
LIGHTHOUSE = Path(__file__).parent / "node_modules" / "lighthouse" / "cli" / "index.js"
PAGES = ("index.html", "metrics/nps.html", "quotes/index.html", "studies/index.html")
NEEDED = {"performance": 98, "accessibility": 100, "best-practices": 100}
FLAGS = (
    "--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
)
COMPRESSED = {".html", ".css", ".js", ".json", ".svg", ".xml"}


class Pages(SimpleHTTPRequestHandler):
    """Serves a folder as GitHub Pages does: text compressed, everything cached for ten minutes."""

    protocol_version = "HTTP/1.1"

    def log_message(self, *_args: object) -> None:
        """Keep the table readable."""

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        if path.is_dir():
            path /= "index.html"
        found = path.is_file()
        body = path.read_bytes() if found else b""
        packed = found and path.suffix in COMPRESSED and "gzip" in self.headers.get("Accept-Encoding", "")
        if packed:
            body = gzip.compress(body, 6)
        self.send_response(200 if found else 404)
        self.send_header("Content-Type", self.guess_type(str(path)) + ("; charset=utf-8" if packed else ""))
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=600")
        if packed:
            self.send_header("Content-Encoding", "gzip")
            self.send_header("Vary", "Accept-Encoding")
        self.end_headers()
        self.wfile.write(body)


def audit(address: str) -> tuple[dict[str, int], list[str]]:
    """Return the scores of a page from 0 to 100, and the titles of what cost points."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        command = [
            "node", LIGHTHOUSE, address, "--quiet", "--output=json", f"--output-path={report}",
            f"--only-categories={','.join(NEEDED)}", f"--chrome-flags={FLAGS} --user-data-dir={folder}/profile",
        ]  # fmt: skip
        environment = {**os.environ, "CHROME_PATH": shutil.which("chromium") or ""}
        subprocess.run(command, check=True, env=environment, capture_output=True)
        found = json.loads(report.read_text(encoding="utf-8"))
    scores = {name: round(100 * found["categories"][name]["score"]) for name in NEEDED}
    costs = [
        f"{audit['title']} {audit.get('displayValue', '')}".strip()
        for name in NEEDED
        for ref in found["categories"][name]["auditRefs"]
        if ref["weight"] and (audit := found["audits"][ref["id"]])["score"] not in {None, 1}
    ]
    return scores, costs


def main() -> None:
    """Print the table; end with 1 where a page falls short."""
    if not LIGHTHOUSE.is_file():
        sys.exit("Lighthouse is not installed: `npm ci` in tests/browser brings it.")
    falls_short = False
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "briefings"
        environment = {**os.environ, "SOURCE_DATE_EPOCH": "1795219200", "NO_MKDOCS_2_WARNING": "1"}
        command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", site]
        subprocess.run(command, cwd=ROOT, check=True, env=environment, capture_output=True)
        with ThreadingHTTPServer(("127.0.0.1", 0), partial(Pages, directory=folder)) as http:
            threading.Thread(target=http.serve_forever, daemon=True).start()
            for language in ("de", "en"):
                for name in PAGES:
                    scores, costs = audit(f"http://127.0.0.1:{http.server_port}/briefings/{language}/{name}")
                    falls_short |= any(scores[each] < needed for each, needed in NEEDED.items())
                    told = "  ".join(f"{each} {score:>3}" for each, score in scores.items())
                    print(f"{language}/{name:<20} {told}  {'; '.join(costs)}", flush=True)
            http.shutdown()
    sys.exit(falls_short)


if __name__ == "__main__":
    main()
