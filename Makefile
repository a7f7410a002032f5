# Every target sets up what it needs. `make help` lists them.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SPARK := .venv-spark
NODE := tests/browser/node_modules/.ok
INSTALL = $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
# MkDocs and Material announce their successors at every start; docs/decisions/0002 says what that means for us.
# The demonstration’s recording is a computer voice, so its store is a folder here; yours is not.
export CHEFETAGE_MEDIA_STORE ?= recordings
export NO_MKDOCS_2_WARNING := 1
export DISABLE_MKDOCS_2_WARNING := true

.DEFAULT_GOAL := help
.PHONY: help setup serve site check format test rehearse test-spark golden bench audit simulate lock demo clean

help: ## what there is
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 13

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Chefetage needs Python 3.11 or newer; say which with: make PYTHON=python3.12 …"; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.site: requirements.lock | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(INSTALL)
	@touch $@

$(VENV)/.dev: requirements-dev.lock pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	$(INSTALL)
	@touch $@ $(VENV)/.site

setup: $(VENV)/.dev ## everything for working on Chefetage itself

serve: $(VENV)/.site ## the site on http://127.0.0.1:8000, reloading as you write
	$(BIN)/chefetage media fetch
	$(BIN)/mkdocs serve --dev-addr 127.0.0.1:8000

site: $(VENV)/.site ## build the site into site/
	$(BIN)/chefetage media fetch
	$(BIN)/mkdocs build --strict

check: $(VENV)/.dev ## lint, types, layers and content
	$(BIN)/ruff format --check hooks tests
	$(BIN)/ruff check hooks tests
	$(BIN)/mypy
	$(BIN)/pyright
	$(BIN)/lint-imports
	$(BIN)/codespell
	$(BIN)/chefetage schemas --check
	$(BIN)/check-jsonschema --builtin-schema vendor.github-workflows .github/workflows/*.yml
	$(BIN)/check-jsonschema --builtin-schema vendor.github-actions .github/actions/*/action.yml
	$(BIN)/check-jsonschema --builtin-schema vendor.dependabot .github/dependabot.yml
	$(BIN)/check-jsonschema --builtin-schema vendor.github-issue-forms .github/ISSUE_TEMPLATE/praise.yml
	$(BIN)/zizmor --offline --quiet .github
	$(BIN)/shellcheck --external-sources .github/scripts/*.sh
	$(BIN)/chefetage check

format: $(VENV)/.dev ## put code into shape
	$(BIN)/ruff check --fix-only --quiet hooks tests
	$(BIN)/ruff format hooks tests

$(NODE): tests/browser/package-lock.json
	@if command -v npm >/dev/null; then cd tests/browser && npm ci --silent && touch node_modules/.ok; else echo "No npm here: axe and Lighthouse are left out."; fi

test: $(VENV)/.dev $(NODE) ## all but the rehearsal, real browser included (skipped with a reason where there is none)
	$(BIN)/pytest -m "not rehearsal" --numprocesses auto --dist loadgroup

rehearse: $(VENV)/.dev ## a year at the desk, and every step of the workflows, run for real
	$(BIN)/pytest -m rehearsal --numprocesses auto

$(SPARK)/.spark: requirements-spark.lock
	$(PYTHON) -m venv $(SPARK)
	$(SPARK)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-spark.lock
	@touch $@

test-spark: $(SPARK)/.spark ## the same counts out of Spark, in local mode (needs Java 17 or newer)
	PYTHONPATH=hooks $(SPARK)/bin/python -m pytest tests/sources/database -m spark -W ignore::DeprecationWarning -W ignore::ResourceWarning -W ignore::pytest.PytestUnraisableExceptionWarning

golden: $(VENV)/.dev ## rewrite the expected pages after an intended change
	$(BIN)/pytest tests/golden --golden-write

bench: $(VENV)/.dev ## measure: build time against plain MkDocs, ten million answers against bare DuckDB, a check, a change under serve
	$(BIN)/python tests/bench/bench.py
	$(BIN)/python tests/bench/bench_database.py
	$(BIN)/python tests/bench/bench_desk.py

audit: $(VENV)/.dev $(NODE) ## axe in every look of every page, and Lighthouse for phones; needs chromium and npm
	CHEFETAGE_EVERY_LOOK=1 $(BIN)/pytest tests/browser/test_accessibility.py --numprocesses auto --dist loadgroup
	$(BIN)/python tests/browser/lighthouse.py

simulate: $(VENV)/.dev ## try how often intervals and verdicts are right; rewrites the tables of docs/simulation.md
	$(BIN)/python tests/bench/simulate.py --write

demo: $(VENV)/.dev ## write the demo's survey exports again (they are not in git)
	$(BIN)/chefetage demo

lock: $(VENV)/.dev ## pin dependencies anew
	$(BIN)/uv pip compile --quiet --universal --no-header --no-annotate --generate-hashes --upgrade --extra install pyproject.toml -o requirements.lock
	$(BIN)/uv pip compile --quiet --universal --no-header --no-annotate --generate-hashes --upgrade --extra install --extra dev pyproject.toml -o requirements-dev.lock
	$(BIN)/uv pip compile --quiet --universal --no-header --no-annotate --generate-hashes --upgrade --extra install --extra dev-spark pyproject.toml -o requirements-spark.lock

clean: ## remove what was built
	rm -rf site export dist .cache
