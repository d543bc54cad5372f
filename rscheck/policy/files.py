"""The files of a pack: collected, merged and laid out for OPA."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from rscheck.errors import PolicyError, UsageError

_DATA = (".json", ".yaml", ".yml")


@dataclass(frozen=True)
class PackFile:
    """One file: `name` is its path in the pack, `path` where it lies."""

    name: str
    path: Path
    content: bytes

    @property
    def is_module(self) -> bool:
        """Whether it is a policy that is loaded."""
        return self.name.endswith(".rego") and not self.is_test

    @property
    def is_test(self) -> bool:
        """Whether it is a test of a policy."""
        return self.name.endswith("_test.rego")

    @property
    def is_data(self) -> bool:
        """Whether it is a list."""
        return self.name.endswith(_DATA)

    @cached_property
    def text(self) -> str:
        """Its text."""
        try:
            return self.content.decode("utf-8")
        except UnicodeDecodeError as error:
            raise PolicyError("E651", f"{self.path}:1: not UTF-8: {error.reason}") from error


def collect(folder: Path, parts: Iterable[str] = ("",)) -> list[PackFile]:
    """Policies, tests and data below a folder; hidden files and the schema are no part of it."""
    if not folder.is_dir():
        raise UsageError("E222", f"{folder} is no folder of policies")
    found: list[PackFile] = []
    for part in parts:
        base = folder / part
        candidates = [base] if base.is_file() else sorted(base.rglob("*"))
        for path in candidates:
            name = path.relative_to(folder)
            hidden = any(piece.startswith(".") for piece in name.parts)
            if hidden or name.parts[0] == "schema" or not path.is_file():
                continue
            if path.suffix == ".rego" or (path.suffix in _DATA and name.parts[0] == "data"):
                found.append(PackFile(name.as_posix(), path, path.read_bytes()))
    return found


def digest(files: Iterable[PackFile]) -> str:
    """SHA-256 over path and content of every policy and list; tests decide nothing."""
    total = hashlib.sha256()
    for file in sorted(files, key=lambda file: file.name):
        if not file.is_test:
            total.update(f"{file.name}\0{len(file.content)}\0".encode())
            total.update(file.content)
    return total.hexdigest()


def lists(files: Iterable[PackFile]) -> tuple[dict[str, Any], dict[str, PackFile]]:
    """All lists by name, and the file that each comes from; a name has one file."""
    merged: dict[str, Any] = {}
    homes: dict[str, PackFile] = {}
    for file in files:
        if not file.is_data:
            continue
        for name, value in _read(file).items():
            if name in homes:
                raise PolicyError("E652", f"{file.path}:1: {homes[name].path} holds {name} already")
            lacking = [key for key in ("source", "as_of") if key not in value]
            if lacking:
                raise PolicyError("E652", f"{file.path}:1: list {name} lacks {', '.join(lacking)}")
            merged[name], homes[name] = value, file
    return merged, homes


def _read(file: PackFile) -> dict[str, dict[str, Any]]:
    try:
        if file.name.endswith(".json"):
            found = json.loads(file.text)
        else:
            # JSON knows no dates: whatever YAML reads as one goes on as its ISO form.
            found = json.loads(json.dumps(YAML(typ="safe", pure=True).load(file.text), default=str))
    except json.JSONDecodeError as error:
        raise PolicyError("E651", f"{file.path}:{error.lineno}: {error.msg}") from error
    except YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        problem = getattr(error, "problem", None) or str(error)
        raise PolicyError("E651", f"{file.path}:{line}: {problem}") from error
    inner = found.get("rscheck") if isinstance(found, dict) and len(found) == 1 else None
    named = inner.get("lists") if isinstance(inner, dict) and len(inner) == 1 else None
    if not isinstance(named, dict) or not all(isinstance(v, dict) for v in named.values()):
        shape = '{"rscheck": {"lists": {"<name>": {…}}}} and nothing else'
        raise PolicyError("E652", f"{file.path}:1: a data file has the shape {shape}")
    return named


def lay_out(files: Iterable[PackFile], folder: Path, data: dict[str, Any] | None) -> None:
    """Write the policies, and all data as one file, the way OPA loads a bundle."""
    for file in files:
        if file.is_module:
            target = folder / file.name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(file.content)
    if data is not None:
        text = json.dumps(data, ensure_ascii=False, sort_keys=True)
        (folder / "data.json").write_text(text, encoding="utf-8")
