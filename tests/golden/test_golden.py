"""Each folder in `cases/` is a small project; what it becomes stands beside it and is read in review.

`make golden` rewrites what is expected; without it nothing is ever written.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from chefetage.build import assemble
from chefetage.locales.report import report

CASES = Path(__file__).parent / "cases"
ELSEWHERE = {"whole-site": Path(__file__).parent.parent / "content" / "sound"}
"""Cases whose project stands somewhere else, because others use it too."""
TODAY = date(2026, 11, 21)


def rendered(project: Path) -> dict[str, str]:
    """Return file → content: one file per page, and what was found in each language."""
    assembled = assemble(project, TODAY)
    files = {
        f"findings.{language}.txt": "\n".join(report(assembled.problems, language)) + "\n" for language in ("de", "en")
    }
    for page in () if assembled.errors else assembled.site.pages:
        files[page.address] = f"<title>{page.title}</title>\n{page.html}\n"
    return files


@pytest.mark.parametrize("case", sorted({path.name for path in CASES.iterdir()} | set(ELSEWHERE)))
def test_a_project_becomes_what_stands_beside_it(case, request):
    expected = CASES / case / "expected"
    found = rendered(ELSEWHERE.get(case, CASES / case / "project"))
    if request.config.getoption("--golden-write"):
        for old in sorted(expected.rglob("*.*")):
            old.unlink()
        for name, content in found.items():
            path = expected / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content, encoding="utf-8")
    on_disk = {
        path.relative_to(expected).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(expected.rglob("*.*"))
        if path.is_file()
    }
    assert sorted(on_disk) == sorted(found)
    for name in sorted(found):
        assert found[name] == on_disk[name], name


def test_reading_twice_gives_the_same():
    project = CASES / "first-edition" / "project"
    assert rendered(project) == rendered(project)
