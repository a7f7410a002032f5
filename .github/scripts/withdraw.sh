#!/usr/bin/env bash
# Proposes the withdrawal of a consent: QUOTE, DAY (may be empty: today); see propose.sh for the rest.
set -euo pipefail

options=()
if [ -n "${DAY:-}" ]; then options+=(--on "$DAY"); fi
exec bash .github/scripts/propose.sh chefetage consent withdraw "${options[@]}" -- "$QUOTE"
