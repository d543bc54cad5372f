"""Put OPA 1.22.2 into a folder: the one on PATH where its version fits, else `go install`."""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

VERSION = "1.22.2"
MODULE = f"github.com/open-policy-agent/opa@v{VERSION}"
MEND = f"""\
To mend it, do one of these and run `make setup` again:
  - install Go 1.24 or later (https://go.dev/doc/install) and see that `go` is on PATH; behind a
    proxy, set GOPROXY to a Go module proxy that you can reach;
  - put an `opa` of version {VERSION} on PATH, or copy it to the place named above."""


def version(opa: Path) -> str | None:
    """The version that a program states, None where it states none."""
    try:
        done = subprocess.run(
            [str(opa), "version"], capture_output=True, text=True, timeout=30, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    match = re.search(r"^Version:\s*v?(\S+)", done.stdout, re.MULTILINE)
    return match[1] if match else None


def from_path(target: Path, tried: list[str]) -> bool:
    """Copy the OPA on PATH, where it is the pinned one."""
    found = shutil.which("opa")
    if not found:
        tried.append("PATH: no opa there")
        return False
    stated = version(Path(found))
    if stated != VERSION:
        tried.append(f"PATH: {found} is {stated or 'no OPA that answers'}, not {VERSION}")
        return False
    if Path(found).resolve() != target.resolve():
        new = target.with_name(f"{target.name}.new")
        shutil.copy2(found, new)
        new.replace(target)
    return True


def from_go(target: Path, tried: list[str]) -> bool:
    """Build it with `go install`; the first time takes a minute or two and 1 GB of Go's caches."""
    go = shutil.which("go")
    if not go:
        tried.append(f"go install {MODULE}: no go on PATH")
        return False
    print(f"building OPA {VERSION} with `go install`, about two minutes ...", file=sys.stderr)
    setting = {**os.environ, "GOBIN": str(target.parent.resolve()), "CGO_ENABLED": "0"}
    setting.pop("GOFLAGS", None)
    try:
        done = subprocess.run(
            [go, "install", MODULE],
            env=setting, capture_output=True, text=True, timeout=1800, check=False,
        )  # fmt: skip
    except (OSError, subprocess.TimeoutExpired) as error:
        tried.append(f"go install {MODULE}: {error}")
        return False
    if done.returncode:
        tried.append(f"go install {MODULE}:\n      " + done.stderr.strip()[-1500:])
        return False
    stated = version(target)
    if stated != VERSION:
        tried.append(f"go install {MODULE}: {target} then states the version {stated}")
        return False
    return True


def main(arguments: list[str] | None = None) -> int:
    """0 when the pinned OPA is in place."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--into", type=Path, default=Path(".venv/bin"), help="folder for opa")
    into: Path = parser.parse_args(arguments).into
    target = into / ("opa.exe" if os.name == "nt" else "opa")
    if version(target) == VERSION:
        return 0
    into.mkdir(parents=True, exist_ok=True)
    tried: list[str] = []
    if from_path(target, tried) or from_go(target, tried):
        print(f"OPA {VERSION} is in {target}", file=sys.stderr)
        return 0
    print(f"OPA {VERSION} could not be put into {target}. Tried:", file=sys.stderr)
    print("\n".join(f"  - {line}" for line in tried), file=sys.stderr)
    print(MEND, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
