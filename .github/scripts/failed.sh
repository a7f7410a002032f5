#!/usr/bin/env bash
# Opens an issue that says what to do, or adds to the one that is open for the month already.
#
# MONTH     the month that was to be refreshed; may be empty
# REPORT    what `chefetage refresh` said; may be empty
# GH_TOKEN  may write issues
set -euo pipefail

# Whoever started the run may have typed anything.
if [[ ! "${MONTH:-}" =~ ^[0-9]{4}-[0-9]{2}$ ]]; then MONTH=""; fi

title="Die Zahlen für ${MONTH:-den Vormonat} fehlen · The numbers for ${MONTH:-last month} are missing"
run="$GITHUB_SERVER_URL/$GITHUB_REPOSITORY/actions/runs/$GITHUB_RUN_ID"
body="$(mktemp)"
trap 'rm -f "$body"' EXIT

{
  if [ -n "${REPORT:-}" ]; then printf '%s\n' "$REPORT" | head -c 25000 | sed 's/^/    /'; echo; fi
  cat <<TEXT
**Was jetzt zu tun ist.** Oben steht je Quelle, woran es lag und was hilft; steht dort nichts, sehen Sie [im Protokoll]($run) nach.

1. Stammen die Antworten aus einem Export, führt jemand mit dem Export auf dem eigenen Rechner \`chefetage refresh --month ${MONTH:-JJJJ-MM}\` aus und schlägt die neue Datei in \`metrics/snapshots\` vor.
2. Stammen sie aus einer Datenbank oder von einer Adresse, prüfen Sie unter Settings → Secrets and variables → Actions das Geheimnis \`CHEFETAGE_SOURCES\`: je Zeile \`NAME=Wert\`, mit den Namen aus \`metrics/sources.yml\`.
3. Starten Sie unter Actions → Zahlen holen den Ablauf noch einmal, mit dem Monat. Dann schließen Sie diesen Eintrag.

Bis dahin bleibt die Website, wie sie ist.

**What to do now.** Above stands, source by source, what went wrong and what helps; if nothing does, look [into the log]($run).

1. If the answers come from an export, somebody who has it runs \`chefetage refresh --month ${MONTH:-YYYY-MM}\` on their own machine and proposes the new file in \`metrics/snapshots\`.
2. If they come from a database or an address, check the secret \`CHEFETAGE_SOURCES\` under Settings → Secrets and variables → Actions: a line each of \`NAME=value\`, with the names from \`metrics/sources.yml\`.
3. Under Actions → Refresh, start again, with the month. Then close this issue.

Until then the site stays as it is.
TEXT
} > "$body"

open="$(TITLE="$title" gh issue list --state open --search "\"$title\" in:title" --json number,title --jq \
  '.[] | select(.title == env.TITLE) | .number' | head -n 1)"
if [ -n "$open" ]; then
  gh issue comment "$open" --body-file "$body"
else
  gh issue create --title "$title" --body-file "$body"
fi
