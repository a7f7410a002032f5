#!/usr/bin/env bash
# Proposes praise for what an issue reports: ISSUE, its number. Not a word of the issue reaches this script: whoever
# takes it over reads it, and decides what may stand in a file.
set -euo pipefail

case "$ISSUE" in '' | *[!0-9]*) echo "ISSUE: $ISSUE" >&2; exit 2 ;; esac
export TITLE="Lob aus #$ISSUE · Praise from #$ISSUE" TOPIC="praise-$ISSUE"
export NOTE="Closes #$ISSUE. Übernehmen Sie aus #$ISSUE, was das Team freigegeben hat: ohne Namen einzelner Menschen, ohne Worte von Kunden. · Take over from #$ISSUE what the team has agreed to: no names of people, no customers' words."
exec bash .github/scripts/propose.sh chefetage new -- praise "lob-$ISSUE"
