#!/usr/bin/env bash
# The whole suite; pytest comes last, so that its closing line ends the output.
set -euo pipefail
cd "$(dirname "$0")/.."
bin=$1

step() { echo "== $*"; }

step ruff
"$bin/ruff" check .
"$bin/ruff" format --check .
step mypy
"$bin/mypy"
step opa fmt
unformatted=$("$bin/opa" fmt --list policies)
if [ -n "$unformatted" ]; then
  echo "not formatted (opa fmt --write): $unformatted" >&2
  exit 1
fi
step opa check
# The schema is given beside the policies and is never loaded as data.
loaded=()
for part in policies/*; do
  [ "$part" = policies/schema ] || loaded+=("$part")
done
"$bin/opa" check --strict --schema policies/schema "${loaded[@]}"
step opa test
"$bin/opa" test --coverage --threshold 100 --format json "${loaded[@]}" > .opa-coverage.json || {
  "$bin/opa" test "${loaded[@]}" || true
  "$bin/python" - <<'PY'
import json
try:
    found = json.load(open(".opa-coverage.json", encoding="utf-8"))
    for name, file in sorted(found.get("files", {}).items()):
        for gap in file.get("not_covered", []):
            print(f"{name}:{gap['start']['row']}: not covered")
    print(f"coverage {found.get('coverage')} %")
except ValueError:
    pass
PY
  exit 1
}
rm -f .opa-coverage.json
"$bin/opa" test "${loaded[@]}" | tail -n 1
step pytest
"$bin/pytest" -q
