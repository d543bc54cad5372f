#!/usr/bin/env bash
# Checks two agreements that comply and one that does not, and says what each exit code was.
set -euo pipefail
cd "$(dirname "$0")/.."
bin=$1 as_of=$2

# run WANTED FILE…: runs a check and fails where the exit code is not the wanted one.
run() {
  local wanted=$1 code=0
  shift
  echo "\$ rscheck check $* --call fixtures/calls/tide-2026.yaml --as-of $as_of"
  "$bin/rscheck" check "$@" --call fixtures/calls/tide-2026.yaml --as-of "$as_of" || code=$?
  echo "exit code $code"
  echo
  if [ "$code" != "$wanted" ]; then
    echo "demo: exit code $wanted was expected" >&2
    exit 1
  fi
}

run 0 fixtures/agreements/grant-agreement.md fixtures/agreements/consortium-agreement.md
run 1 fixtures/agreements/failing.md
