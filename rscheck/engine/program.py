"""The `opa` program as a tool: check, inspect, parse, build, capabilities, fmt."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rscheck.errors import OperatorError

#: Seconds for one run of the program; checking a large pack takes a tenth of one.
TIMEOUT = 60.0


@dataclass(frozen=True, slots=True)
class Complaint:
    """One error that OPA reports; `file` as it was given to OPA, or empty."""

    code: str
    message: str
    file: str = ""
    line: int = 0

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}: " if self.file else ""
        return f"{place}{self.message} ({self.code})"


class ProgramError(Exception):
    """OPA ran and refused what it was given."""

    def __init__(self, complaints: list[Complaint]) -> None:
        super().__init__("; ".join(map(str, complaints)))
        self.complaints = complaints


def environment() -> dict[str, str]:
    """Ours without OPA_*, which OPA would read as options of its own."""
    return {name: value for name, value in os.environ.items() if not name.startswith("OPA_")}


def run(
    opa: Path, arguments: Sequence[str], *, cwd: Path | None = None, timeout: float = TIMEOUT
) -> subprocess.CompletedProcess[str]:
    """Run OPA to its end; its own exit code is the caller's to judge."""
    try:
        return subprocess.run(
            [str(opa.absolute()), *arguments],
            cwd=cwd,
            env=environment(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
            timeout=timeout,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        message = f"`{opa} {arguments[0]}` gave no answer within {timeout:g} s"
        raise OperatorError("E604", message, "see whether the machine is overloaded") from error
    except OSError as error:
        message = f"{opa} cannot be run: {error.strerror or error}"
        raise OperatorError("E601", message, "name a working OPA with --opa") from error


def complaints(output: str) -> list[Complaint]:
    """OPA's errors out of its JSON, or its plain words where it printed none."""
    try:
        found = json.loads(output)
        errors = found["errors"]
        return [_complaint(error) for error in errors]
    except (ValueError, KeyError, TypeError, AttributeError):
        return [Complaint("opa", output.strip()[:2000] or "no word about the cause")]


def _complaint(error: dict[str, Any]) -> Complaint:
    at = error.get("location") or {}
    return Complaint(
        str(error.get("code") or "opa"),
        str(error.get("message", "")),
        str(at.get("file", "")),
        int(at.get("row", 0)),
    )


def _demand(opa: Path, arguments: Sequence[str], cwd: Path | None = None) -> str:
    done = run(opa, arguments, cwd=cwd)
    if done.returncode:
        raise ProgramError(complaints(done.stderr.strip() or done.stdout))
    return done.stdout


def _demand_json(opa: Path, arguments: Sequence[str], cwd: Path | None = None) -> dict[str, Any]:
    text = _demand(opa, arguments, cwd)
    try:
        answer = json.loads(text)
    except ValueError:
        answer = None
    if not isinstance(answer, dict):
        message = f"`{opa} {arguments[0]}` printed something that is not a JSON object"
        raise OperatorError("E603", message, "name a genuine OPA with --opa")
    return answer


def check(folder: Path, opa: Path, *, schema: Path | None, capabilities: Path) -> None:
    """`opa check --strict` over every policy of a folder; raises ProgramError."""
    options = ["--strict", "--format", "json", "--capabilities", str(capabilities)]
    if schema:
        options += ["--schema", str(schema)]
    _demand(opa, ["check", *options, "."], folder)


def inspect(folder: Path, opa: Path) -> dict[str, Any]:
    """`opa inspect -a` over a folder, as it prints it."""
    return _demand_json(opa, ["inspect", "-a", "--format", "json", "."], folder)


def parse(folder: Path, name: str, opa: Path) -> dict[str, Any]:
    """The syntax tree of one policy, with places."""
    options = ["--format", "json", "--json-include", "locations,-comments"]
    return _demand_json(opa, ["parse", *options, name], folder)


def capabilities(opa: Path) -> dict[str, Any]:
    """Everything that this OPA can do."""
    return _demand_json(opa, ["capabilities", "--current"])


def build(folder: Path, opa: Path, output: Path, revision: str) -> None:
    """`opa build` of a folder that is a bundle already."""
    options = ["--bundle", ".", "--output", str(output.resolve()), "--revision", revision]
    _demand(opa, ["build", *options], folder)


def unformatted(folder: Path, opa: Path) -> list[str]:
    """The policies of a folder that `opa fmt` would write differently."""
    return _demand(opa, ["fmt", "--list", "."], folder).split()
