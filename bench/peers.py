"""The same policies over ready facts in conftest and in `opa exec`, timed in the same run."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from rscheck.policy.pack import Pack

CONFTEST = "github.com/open-policy-agent/conftest@v0.71.1"
#: One `deny` a rule: what the rule calls a violation.
_DENY = """package {package}

deny contains {{"msg": json.marshal(violation)}} if {{
	some violation in data.rscheck.rules.{category}.{rule}.violations
}}
"""


def conftest() -> str:
    """The program, built with go where it is missing."""
    beside = Path(sys.executable).parent / "conftest"
    found = str(beside) if beside.exists() else shutil.which("conftest")
    if found:
        return found
    subprocess.run(["go", "install", CONFTEST], check=True, env=_gobin(beside.parent))
    return str(beside)


def _gobin(folder: Path) -> dict[str, str]:
    return {**os.environ, "GOBIN": str(folder)}


def prepare(pack: Pack, work: Path, inputs: list[dict[str, Any]]) -> tuple[Path, Path]:
    """Writes policies with their `deny` rules, and each input as a file."""
    policies, ready = work / "policies", work / "inputs"
    for folder in (policies, ready):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
    for file in pack.files:
        if file.is_module or file.is_data:
            target = policies / file.name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(file.content)
    for meta in pack.manifest.values():
        deny = _DENY.format(package=f"bench.{meta.rule}", category=meta.category, rule=meta.rule)
        (policies / f"deny_{meta.rule}.rego").write_text(deny, encoding="utf-8")
    manifest = {"rscheck": {"manifest": pack.manifest_data()}}
    (policies / "data" / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    for number, data in enumerate(inputs):
        (ready / f"{number:05}.json").write_text(json.dumps(data), encoding="utf-8")
    return policies, ready


def timed(command: list[str]) -> float:
    """Seconds of a command; a finding is no failure, an error is."""
    start = time.perf_counter()
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    seconds = time.perf_counter() - start
    if done.returncode not in (0, 1) or "error" in done.stderr.lower():
        raise SystemExit(f"{command[0]}: {done.stderr[:500] or done.stdout[:500]}")
    return seconds
