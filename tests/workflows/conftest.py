"""A desk on GitHub without GitHub: this repository cloned, a `gh` that takes notes, steps run for real."""

from __future__ import annotations

import json
import os
import re
import shutil
import ssl
import subprocess
import sys
import threading
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
import trustme
import yaml

ROOT = Path(__file__).parent.parent.parent
FOLDER = ROOT / ".github"
WORKFLOWS = FOLDER / "workflows"
REPOSITORY = "lindenried/chefetage"
TOKEN = "ghs_geheim4711"
TODAY = "1795219200"  # 2026-11-21
EXPRESSION = re.compile(r"\$\{\{\s*(.*?)\s*\}\}")

GH = f"""#!{sys.executable}
import json, os, sys
from pathlib import Path
words = sys.argv[1:]
told = {{"words": words, "token": os.environ.get("GH_TOKEN", "")}}
for flag in ("--body-file",):
    if flag in words:
        told["body"] = Path(words[words.index(flag) + 1]).read_text("utf-8")
with Path(os.environ["FAKE_GH"]).open("a", encoding="utf-8") as file:
    file.write(json.dumps(told) + "\\n")
answers = json.loads(os.environ.get("FAKE_GH_ANSWERS", "{{}}"))
answer = answers.get(" ".join(words[:2]), "https://github.com/lindenried/chefetage/pull/7")
if answer is None:
    sys.exit("GitHub Actions is not permitted to create or approve pull requests")
print(answer)
"""


def git(folder: Path, *arguments: str) -> str:
    identity = ("-c", "user.name=Jana", "-c", "user.email=jana@example.org", "-c", "commit.gpgsign=false")
    done = subprocess.run(["git", *identity, *arguments], cwd=folder, check=True, capture_output=True, text=True)
    return done.stdout.strip()


def workflow(name: str) -> dict[str, Any]:
    return yaml.safe_load((WORKFLOWS / f"{name}.yml").read_text("utf-8"))


def steps(name: str) -> dict[tuple[str, str], dict[str, Any]]:
    """The steps of a workflow that run a script: job and name of the step → step."""
    jobs = workflow(name)["jobs"]
    return {(job, step.get("name", "")): step for job in jobs for step in jobs[job]["steps"] if "run" in step}


@dataclass
class Done:
    """What a step came to."""

    code: int
    log: str
    summary: str
    output: str


@dataclass
class Desk:
    """A checkout on a runner."""

    folder: Path
    origin: Path
    around: dict[str, str]
    answers: dict[str, str | None] = field(default_factory=dict)
    """What `gh` answers to its first two words; `None` for a failure."""

    def run(self, name: str, step_name: str, job: str | None = None, **known: str) -> Done:
        """Run a step of a workflow as GitHub does.

        Args:
            name: the workflow.
            step_name: the German half of the step's name.
            job: needed where a step's name stands in several.
            known: what expressions stand for, dots written as `__`: `inputs__month="2026-10"`.
        """
        found = {
            key: step for key, step in steps(name).items() if key[1].startswith(step_name) and job in {None, key[0]}
        }
        (step,) = found.values()
        context = {"github.token": TOKEN, **{key.replace("__", "."): value for key, value in known.items()}}
        env = {key: fill(str(value), context) for key, value in step.get("env", {}).items()}
        return self.shell(step["run"], env)

    def shell(self, script: str, env: dict[str, str] | None = None) -> Done:
        temp = self.folder.parent / "temp"
        temp.mkdir(exist_ok=True)
        for name in ("summary", "output", "script"):
            (temp / name).write_text("", "utf-8")
        (temp / "script").write_text(script, "utf-8")
        around = {
            **self.around, **(env or {}), "GITHUB_STEP_SUMMARY": str(temp / "summary"),
            "GITHUB_OUTPUT": str(temp / "output"), "FAKE_GH_ANSWERS": json.dumps(self.answers),
        }  # fmt: skip
        done = subprocess.run(
            ["bash", "-e", str(temp / "script")], cwd=self.folder, env=around, check=False, text=True,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )  # fmt: skip
        return Done(
            done.returncode, done.stdout, (temp / "summary").read_text("utf-8"), (temp / "output").read_text("utf-8")
        )

    @property
    def told(self) -> list[dict[str, Any]]:
        """What `gh` was told."""
        file = Path(self.around["FAKE_GH"])
        return [json.loads(line) for line in file.read_text("utf-8").splitlines()] if file.exists() else []

    @property
    def branches(self) -> list[str]:
        """The branches at GitHub."""
        return git(self.origin, "branch", "--format=%(refname:short)").splitlines()

    def changed_on(self, branch: str) -> list[str]:
        """The files that a branch at GitHub changes."""
        return git(self.origin, "diff", "--name-only", f"main...{branch}").splitlines()

    def commit(self, message: str = "Stand") -> None:
        """Commit all, here and at GitHub."""
        git(self.folder, "add", "-A")
        git(self.folder, "commit", "-m", message)
        git(self.folder, "push", "origin", "HEAD:main")


def fill(text: str, context: dict[str, str]) -> str:
    """Replace the expressions of a step's `env`; one that a test has not named is an error, as is an unused one."""

    def value(found: re.Match[str]) -> str:
        names = [name.strip() for name in found[1].split("||")]
        assert any(name in context for name in names), f"the test does not say what {found[0]} is"
        return next((context[name] for name in names if context.get(name)), "")

    return EXPRESSION.sub(value, text)


@pytest.fixture(scope="session")
def original(tmp_path_factory) -> Path:
    """This repository as a repository of one commit, whatever lies about uncommitted included."""
    folder = tmp_path_factory.mktemp("original") / "main"
    names = git(ROOT, "ls-files", "-z", "--cached", "--others", "--exclude-standard").split("\0")
    for name in filter(None, names):
        if (ROOT / name).is_file() and not name.startswith((".venv", "tests/")):
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, folder / name)
    git(folder, "init", "--initial-branch", "main")
    git(folder, "add", "-A")
    git(folder, "commit", "-m", "Stand")
    return folder


@pytest.fixture
def desk(original, tmp_path) -> Desk:
    """A clone that tests may change, with a place to push to."""
    origin, folder, programs = tmp_path / "origin.git", tmp_path / "checkout", tmp_path / "bin"
    git(tmp_path, "clone", "--quiet", "--bare", str(original), str(origin))
    git(tmp_path, "clone", "--quiet", str(origin), str(folder))
    programs.mkdir()
    (programs / "gh").write_text(GH, "utf-8")
    (programs / "gh").chmod(0o755)
    venv = Path(sys.executable).parent
    around = {
        "PATH": f"{programs}:{venv}:{os.environ['PATH']}", "HOME": str(tmp_path), "LANG": "C.UTF-8",
        "PYTHONPATH": str(ROOT / "hooks"), "SOURCE_DATE_EPOCH": TODAY, "FAKE_GH": str(tmp_path / "gh.jsonl"),
        "GITHUB_ACTIONS": "true", "GITHUB_REPOSITORY": REPOSITORY, "GITHUB_SERVER_URL": "https://github.com",
        "GITHUB_REF_NAME": "main", "GITHUB_RUN_ID": "4711", "GITHUB_RUN_ATTEMPT": "1",
    }  # fmt: skip
    return Desk(folder, origin, around)


class _Pages(BaseHTTPRequestHandler):
    def do_GET(self):
        body = json.dumps(self.server.site if self.path.endswith("/pages") else {"visibility": "private"}).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


@pytest.fixture
def github(desk, tmp_path):
    """GitHub's programming interface, on this machine; `site` is what it says of the Pages site."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Pages)
    authority, context = trustme.CA(), ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("localhost").configure_cert(context)
    authority.cert_pem.write_to_path(tmp_path / "authority.pem")
    server.socket = context.wrap_socket(server.socket, server_side=True)
    server.site = {"public": False}
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    desk.around |= {
        "SSL_CERT_FILE": str(tmp_path / "authority.pem"),
        "GITHUB_API_URL": f"https://localhost:{server.server_port}",
    }
    yield server
    server.shutdown()
    server.server_close()
