"""Whether a pack may be used: complete rules, real names, strict types, nothing that reaches out.

Every refusal is a PolicyError whose lines begin with file and line; all of one stage are reported
at once.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path, PurePosixPath
from typing import Any

from rscheck.engine import program
from rscheck.engine.program import Complaint, ProgramError
from rscheck.errors import PolicyError
from rscheck.policy.capabilities import restricted
from rscheck.policy.files import PackFile
from rscheck.policy.manifest import RuleMeta, rule_meta
from rscheck.policy.names import unknown_names
from rscheck.policy.syntax import Module, module

_RULES = ("rscheck", "rules")
_REQUIRED = ("subjects", "compliant", "violations")
_HINT = "docs/policies.md says what a rule consists of"


def structure(files: Sequence[PackFile], base: Path) -> None:
    """The folders: a folder a rule, with its test beside it; and at least one rule."""
    names = {file.name for file in files}
    faults: list[str] = []
    rules = [file for file in files if file.name.startswith("rules/") and file.is_module]
    if not rules:
        raise PolicyError(
            "E656", f"{base}: the pack holds no rule", "rules lie in rules/<category>/<rule>/"
        )
    for file in rules:
        path = PurePosixPath(file.name)
        if len(path.parts) != 4 or path.parts[2] != path.stem:
            faults.append(f"{file.path}:1: a rule lies in rules/<category>/<rule>/<rule>.rego")
        elif f"{path.with_suffix('')}_test.rego" not in names:
            faults.append(f"{file.path}:1: no {path.stem}_test.rego beside it")
    _refuse("E656", faults)


def check(
    files: Sequence[PackFile],
    lists: Mapping[str, Any],
    folder: Path,
    opa: Path,
    schema: Path | None,
) -> list[RuleMeta]:
    """The metadata of every rule of the policies in `folder`; `file` is the name in the pack."""
    shown = {file.name: str(file.path) for file in files if file.is_module}
    modules = _parse(sorted(shown), folder, opa, shown)
    _refuse("E657", _packages(modules, shown))
    _refuse("E658", [
        f"{shown[found.name]}:{found.line}: the rule does not define {name}"
        for found in modules if found.package[:2] == _RULES
        for name in _REQUIRED if name not in found.defines
    ])  # fmt: skip
    metas, faults = _metadata(modules, folder, opa, shown)
    _refuse("E659", faults)
    _refuse("E660", unknown_names(modules, lists, shown))
    _strict(folder, opa, schema, shown)
    return metas


def _refuse(code: str, faults: Iterable[str]) -> None:
    found = list(faults)
    if found:
        raise PolicyError(code, "\n".join(found), _HINT)


def _parse(names: Sequence[str], folder: Path, opa: Path, shown: Mapping[str, str]) -> list[Module]:
    def one(name: str) -> Module | list[Complaint]:
        try:
            return module(name, program.parse(folder, name, opa))
        except ProgramError as error:
            return error.complaints

    with ThreadPoolExecutor() as pool:
        found = list(pool.map(one, names))
    _complain([item for item in found if isinstance(item, list)], shown)
    return [item for item in found if isinstance(item, Module)]


def _complain(found: Iterable[list[Complaint]], shown: Mapping[str, str]) -> None:
    lines: list[str] = []
    for complaint in (item for group in found for item in group):
        name = complaint.file.removeprefix("./")
        lines.append(str(Complaint(complaint.code, complaint.message,
                                   shown.get(name, name), complaint.line)))  # fmt: skip
    _refuse("E661", dict.fromkeys(lines))


def _packages(modules: Iterable[Module], shown: Mapping[str, str]) -> list[str]:
    faults: list[str] = []
    homes: dict[tuple[str, ...], str] = {}
    for found in modules:
        place = f"{shown[found.name]}:{found.line}"
        stated = ".".join(found.package)
        path = PurePosixPath(found.name)
        if path.parts[0] == "rules":
            expected = (*_RULES, path.parts[1], path.stem)
            if found.package != expected:
                wanted = ".".join(expected)
                faults.append(f"{place}: the package is {stated}; its folder asks for {wanted}")
        elif found.package[:2] == _RULES:
            faults.append(f"{place}: {stated} belongs into the folder rules/")
        elif found.package != ("rscheck",) and found.package[:2] != ("rscheck", "lib"):
            faults.append(f"{place}: {stated} is neither a rule nor a library (rscheck.lib.…)")
        elif found.package in homes and path.parts[0] == "lib":
            faults.append(f"{place}: {homes[found.package]} is the library {stated} already")
        homes.setdefault(found.package, shown[found.name])
    return faults


def _metadata(
    modules: Sequence[Module], folder: Path, opa: Path, shown: Mapping[str, str]
) -> tuple[list[RuleMeta], list[str]]:
    try:
        inspected = program.inspect(folder, opa)
    except ProgramError as error:
        raise PolicyError("E661", str(error), _HINT) from error
    notes = dict(_package_notes(inspected))
    metas: list[RuleMeta] = []
    faults: list[str] = []
    for found in modules:
        if found.package[:2] != _RULES:
            continue
        if found.package not in notes:
            faults.append(f"{shown[found.name]}:{found.line}: the rule has no metadata")
            continue
        meta, wrong = rule_meta(notes[found.package], found.package, found.name, found.line)
        faults += [shown[found.name] + line.removeprefix(found.name) for line in wrong]
        if meta:
            metas.append(meta)
    return metas, faults + _twice(metas, shown)


def _package_notes(inspected: dict[str, Any]) -> Iterable[tuple[tuple[str, ...], dict[str, Any]]]:
    for entry in inspected.get("annotations") or []:
        notes = entry["annotations"]
        if notes.get("scope") == "package":
            yield tuple(str(term["value"]) for term in entry["path"])[1:], notes


def _twice(metas: Iterable[RuleMeta], shown: Mapping[str, str]) -> list[str]:
    seen: dict[str, RuleMeta] = {}
    faults: list[str] = []
    for meta in metas:
        if meta.id in seen:
            other = seen[meta.id]
            faults.append(f"{shown[meta.file]}:{meta.line}: {meta.id} is the id of "
                          f"{shown[other.file]}:{other.line} already")  # fmt: skip
        seen.setdefault(meta.id, meta)
    return faults


def _strict(folder: Path, opa: Path, schema: Path | None, shown: Mapping[str, str]) -> None:
    with tempfile.TemporaryDirectory(prefix="rscheck-check-") as name:
        capabilities = Path(name) / "capabilities.json"
        capabilities.write_text(json.dumps(restricted(opa)), encoding="utf-8")
        try:
            program.check(folder, opa, schema=schema, capabilities=capabilities)
        except ProgramError as error:
            _complain([error.complaints], shown)
