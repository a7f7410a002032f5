# shellcheck shell=bash
# Functions for other scripts.

# Exports lines of NAME=value, and keeps the values out of the log. A name is one of capitals, digits and underscores.
export_lines() {
  local line name value
  while IFS= read -r line || [ -n "$line" ]; do
    line="${line%$'\r'}"
    case "$line" in '' | '#'*) continue ;; esac
    name="${line%%=*}" value="${line#*=}"
    if [[ "$line" != *=* || ! "$name" =~ ^[A-Z][A-Z0-9_]*$ ]]; then
      echo '::error::CHEFETAGE_SOURCES: Jede Zeile heißt NAME=Wert, der Name in Großbuchstaben · Each line is NAME=value, the name in capitals' >&2
      return 2
    fi
    if [ -n "$value" ]; then echo "::add-mask::$value"; fi
    export "$name=$value"
  done <<< "$1"
}

# Hands a file on to later jobs, under a name. What ends the text cannot stand in it by chance or by intent.
tell_output() {
  local end
  end="$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')"
  { echo "$1<<$end"; head -c 20000 "$2"; echo; echo "$end"; } >> "${GITHUB_OUTPUT:-/dev/null}"
}
