#!/usr/bin/env bash
# Runs a command, commits what it has changed on a branch of its own, and opens a pull request.
#
#   TITLE=… TOPIC=new bash .github/scripts/propose.sh chefetage new quote
#
# TITLE     the title of commit and pull request
# TOPIC     the beginning of the branch's name; the run's number makes it unique, so nobody's edits are overwritten
# GH_TOKEN  may write contents and pull requests
# NOTE      a line to put on top of the pull request, or nothing
#
# Everything that people have typed comes in variables and arguments; nothing of it is ever read as a command.
set -euo pipefail
export GIT_TERMINAL_PROMPT=0
: "${TITLE:?}" "${TOPIC:?}" "${GH_TOKEN:?}"

branch="chefetage/${TOPIC}-${GITHUB_RUN_ID}-${GITHUB_RUN_ATTEMPT}"
title="${TITLE//[[:cntrl:]]/ }"
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT

# Indented by four, so that GitHub shows the lines as they are.
quoted() { head -c 25000 "$1" | sed 's/^/    /'; }
summary() { cat >> "${GITHUB_STEP_SUMMARY:-/dev/stdout}"; }

code=0
"$@" > "$folder/told" 2>&1 || code=$?
cat "$folder/told"
if [ "$code" -ne 0 ]; then
  { echo '### Nicht geklappt, nichts geändert · That did not work, nothing has changed'; echo; quoted "$folder/told"; } | summary
  exit "$code"
fi

git add --all
if git diff --cached --quiet; then
  { echo '### Nichts zu ändern · Nothing to change'; echo; quoted "$folder/told"; } | summary
  exit 0
fi

# For a pull request that a workflow opens, GitHub starts no other before somebody approves; so the check runs here.
chefetage check > "$folder/found" 2>&1 || true
{
  if [ -n "${NOTE:-}" ]; then printf '%s\n\n' "$NOTE"; fi
  quoted "$folder/told"
  printf '\n### Prüfung · Check\n\n'
  quoted "$folder/found"
  cat <<'TEXT'

So geht es weiter: Öffnen Sie unter Files changed eine Datei (⋯ → Edit file), schreiben Sie, und speichern Sie auf diesem
Zweig. Bei einem Vorschlag, den GitHub selbst angelegt hat, beginnen Prüfung und Vorschau erst, wenn jemand mit
Schreibrecht sie unten freigibt (Approve workflows to run).

What comes next: under Files changed, open a file (⋯ → Edit file), write, and save on this branch. For a proposal that
GitHub itself has opened, check and preview begin when somebody who may write approves them below (Approve workflows to
run).
TEXT
} > "$folder/body.md"

git switch --quiet --create "$branch"
git -c user.name='github-actions[bot]' -c user.email='41898282+github-actions[bot]@users.noreply.github.com' \
  commit --quiet --message "$title"
# The token is handed to git for this one command and stands in no file.
# shellcheck disable=SC2016 # git expands it, not this shell
git -c credential.helper= -c credential.helper='!f() { echo username=x-access-token; echo "password=$GH_TOKEN"; }; f' \
  push --quiet origin "HEAD:refs/heads/$branch"

if gh pr create --base "$GITHUB_REF_NAME" --head "$branch" --title "$title" --body-file "$folder/body.md" > "$folder/url"; then
  { printf '### %s\n\n' 'Vorschlag angelegt · Proposal opened'; cat "$folder/url"; } | summary
else
  address="$GITHUB_SERVER_URL/$GITHUB_REPOSITORY/compare/$GITHUB_REF_NAME...$branch?expand=1"
  cat <<TEXT | summary
### Der Zweig steht bereit, der Vorschlag noch nicht · The branch is there, the proposal is not

Legen Sie ihn hier an: $address
Damit das künftig von selbst geht, erlauben Sie unter Settings → Actions → General den Punkt: Allow GitHub Actions to create and approve pull requests.

Open it here: $address
To have that done for you, tick this under Settings → Actions → General: Allow GitHub Actions to create and approve pull requests.
TEXT
  echo "::error::Der Vorschlag ließ sich nicht anlegen, siehe Zusammenfassung · The proposal could not be opened, see the summary"
  exit 1
fi
