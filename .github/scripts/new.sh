#!/usr/bin/env bash
# Proposes a new item: KIND, ID (may be empty), SHORT (true for a short edition); see propose.sh for the rest.
set -euo pipefail

options=()
if [ "${SHORT:-false}" = true ]; then options+=(--short); fi
words=("$KIND")
if [ -n "${ID:-}" ]; then words+=("$ID"); fi
exec bash .github/scripts/propose.sh chefetage new "${options[@]}" -- "${words[@]}"
