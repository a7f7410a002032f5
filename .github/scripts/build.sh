#!/usr/bin/env bash
# Builds the site into site/. MkDocs and Material announce their successors at every start; nobody here needs that.
set -euo pipefail

export NO_MKDOCS_2_WARNING=1 DISABLE_MKDOCS_2_WARNING=true
mkdocs build --strict --site-dir site
