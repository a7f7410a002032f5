#!/usr/bin/env bash
# Brings recordings from the private store. If that fails, the site goes out without them: its pages are complete, as what
# was said stands there to read, and a consent that has ended must not stay online because a store is out of reach.
#
# CHEFETAGE_MEDIA_STORE, CHEFETAGE_MEDIA_TOKEN   see `chefetage media fetch --help`; may be empty
set -euo pipefail

if ! chefetage media fetch; then
  echo "::warning title=Aufnahmen · Recordings::Nicht alle Aufnahmen sind da; woran es lag, steht im Protokoll. · Not all recordings are there; the log says why."
fi
