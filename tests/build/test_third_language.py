"""A third language is a folder of texts: no code knows how many there are."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

QUIET = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true", "SOURCE_DATE_EPOCH": "1795219200"}


def test_a_folder_of_texts_makes_a_third_tree_of_pages(root, tmp_path):
    package, site = tmp_path / "lib/chefetage", tmp_path / "site"
    shutil.copytree(root / "hooks/chefetage", package, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(package / "locales/en", package / "locales/fr")
    for file, english, french in (
        ("values", "territory: GB", "territory: FR"),
        ("theme", "language: en", "language: fr"),
    ):
        texts = package / f"locales/fr/{file}.yml"
        texts.write_text(texts.read_text("utf-8").replace(english, french), "utf-8")
    shutil.copytree(root / "tests/content/sound", site)
    (site / "hooks").mkdir()
    shutil.copy(root / "hooks/mkdocs_hooks.py", site / "hooks")
    (site / "mkdocs.yml").write_text(
        "site_name: Lindenried\nsite_url: ''\nuse_directory_urls: false\ntheme: {name: material, font: false}\n"
        "plugins: [search]\nhooks: [hooks/mkdocs_hooks.py]\nextra: {chefetage: {languages: [de, en, fr]}}\n", "utf-8",
    )  # fmt: skip
    (site / "briefings/editions/2026-10.fr.md").write_text(
        "---\nheadline: Il manque la dernière pièce.\nmessages: [Il manque une pièce., Un dépôt aiderait.]\n---\n",
        "utf-8",
    )
    environment = {**os.environ, **QUIET, "PYTHONPATH": str(tmp_path / "lib")}

    def run(*command):
        return subprocess.run(
            [sys.executable, "-m", *command], cwd=site, env=environment, capture_output=True, text=True, check=False
        )

    built = run("mkdocs", "build", "--quiet")
    assert built.returncode == 0, built.stdout + built.stderr
    trees = {
        language: {path.relative_to(site / "site" / language) for path in (site / "site" / language).rglob("*.html")}
        for language in ("de", "en", "fr")
    }
    assert trees["de"] == trees["en"] == trees["fr"]
    french = (site / "site/fr/editions/2026-10.html").read_text("utf-8")
    assert "Il manque la dernière pièce." in french
    assert '<html lang="fr"' in french
    assert "Octobre 2026" in french or "octobre 2026" in french
    assert 'hreflang="fr"' in (site / "site/de/index.html").read_text("utf-8")
    checked = run("chefetage", "check", "--lang", "fr")
    assert checked.returncode == 0, checked.stdout + checked.stderr
