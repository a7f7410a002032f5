#!/usr/bin/env bash
# Installs Chefetage: what requirements.lock pins with its digests, else the version that requirements.txt pins.
set -euo pipefail

export PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_INPUT=1
if [ -f requirements.lock ]; then
  python -m pip install --quiet --require-hashes --requirement requirements.lock
else
  python -m pip install --quiet --requirement requirements.txt
fi
# In Chefetage's own repository the package stands beside the content.
if [ -f hooks/chefetage/__init__.py ]; then
  python -m pip install --quiet --no-deps --no-build-isolation --editable .
fi
