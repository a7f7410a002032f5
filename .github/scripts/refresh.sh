#!/usr/bin/env bash
# Counts a month's answers and proposes the new snapshot, with a draft of the edition where there is none yet.
#
# MONTH    such as 2026-10; empty: the month before this one
# SOURCES  lines of NAME=value: the variables that metrics/sources.yml names; see propose.sh for the rest
#
# Ends as `chefetage refresh` does: 3 if a source failed, even if others could be read and are proposed.
set -euo pipefail

# shellcheck source=/dev/null
source .github/scripts/secrets.sh
export_lines "${SOURCES:-}"
unset SOURCES

first="$(date --utc --date="@${SOURCE_DATE_EPOCH:-$(date +%s)}" +%Y-%m-01)"
month="${MONTH:-$(date --utc --date="$first -1 day" +%Y-%m)}"
report="$(mktemp)"
trap 'rm -f "$report"' EXIT

code=0
chefetage refresh --month "$month" > "$report" 2>&1 || code=$?
if [ "$code" -ne 0 ]; then tell_output report "$report"; fi
tell_output month <(echo "$month")
if git diff --quiet && [ -z "$(git ls-files --others --exclude-standard)" ]; then
  cat "$report"
  exit "$code"
fi
if [ ! -e "briefings/editions/$month.md" ]; then
  echo >> "$report"
  chefetage new edition "$month" >> "$report" 2>&1 || code=$?
fi
TITLE="Zahlen für $month · Numbers for $month" TOPIC="refresh-$month" bash .github/scripts/propose.sh cat "$report"
exit "$code"
