"""A pack: rscheck's own policies, the user's beside them or in place of its rules."""

from __future__ import annotations

import hashlib
import json
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from rscheck import resources
from rscheck.engine import cache
from rscheck.engine.interface import RulePlace
from rscheck.engine.locate import version
from rscheck.errors import PolicyError
from rscheck.policy import files as pack_files
from rscheck.policy.check import check, structure
from rscheck.policy.files import PackFile
from rscheck.policy.manifest import RuleMeta, as_data
from rscheck.policy.places import Places, spans
from rscheck.source.text import SourceText

#: Raised whenever the check itself changes, so that no older result is believed.
_CHECK = 1
_METAS = TypeAdapter(list[RuleMeta])


@dataclass(frozen=True)
class Pack:
    """A pack that was checked; `files` hold its tests too, which no engine loads."""

    manifest: Mapping[str, RuleMeta]
    digest: str
    files: Sequence[PackFile]
    lists: Mapping[str, Any] = field(repr=False)
    homes: Mapping[str, PackFile] = field(repr=False)

    @cached_property
    def modules(self) -> dict[str, str]:
        """The text of each policy by its path in the pack."""
        return {file.name: file.text for file in self.files if file.is_module}

    @cached_property
    def places(self) -> dict[str, RulePlace]:
        """Where each rule is written."""
        return {
            rule: RulePlace(meta.package, meta.file, meta.line)
            for rule, meta in self.manifest.items()
        }

    def manifest_data(self) -> dict[str, Any]:
        """What policies read at data.rscheck.manifest."""
        return as_data(dict(self.manifest))

    def data(self) -> dict[str, Any]:
        """All data as one document."""
        own = {"manifest": self.manifest_data(), "pack": {"digest": self.digest}}
        return {"rscheck": {**own, "lists": dict(self.lists)}}

    def sheet(self, name: str) -> tuple[SourceText, Places]:
        """The text of a list and its places, by pointers from the root of that list."""
        home = self.homes[name]
        plain = home.text.removeprefix("\ufeff").replace("\r\n", "\n")
        text = SourceText(str(home.path), plain, plain)
        root = f"/rscheck/lists/{name}"
        found = {
            pointer.removeprefix(root): span
            for pointer, span in spans(text).items()
            if pointer == root or pointer.startswith(f"{root}/")
        }
        return text, found


def load_pack(
    extra: Sequence[Path] = (), *, opa: Path, only_extra: bool = False, own: Path | None = None
) -> Pack:
    """The pack of this run, checked; `only_extra` leaves our rules out and keeps the rest.

    The entrypoint, the libraries and the lists are always ours: they are what makes a pass proven.
    Raises PolicyError with file and line.
    """
    base = own or resources.folder("policies")
    files = pack_files.collect(base)
    if only_extra:
        files = [file for file in files if not file.name.startswith("rules/")]
    for folder in extra:
        files += _added(files, pack_files.collect(folder))
    structure(files, base)
    lists, homes = pack_files.lists(files)
    digest = pack_files.digest(files)
    schema = base / "schema"
    has_schema = schema.is_dir() and any(schema.glob("*.json"))
    metas = _checked(files, lists, digest, opa, schema if has_schema else None)
    return Pack({meta.id: meta for meta in metas}, digest, tuple(files), lists, homes)


def _added(files: Sequence[PackFile], more: list[PackFile]) -> list[PackFile]:
    there = {file.name: file for file in files}
    for file in more:
        if file.name in there:
            message = f"{file.path}:1: {file.name} is in {there[file.name].path} already"
            raise PolicyError("E653", message, "give the file another name; nothing is replaced")
    return more


def _checked(
    files: Sequence[PackFile], lists: Mapping[str, Any], digest: str, opa: Path, schema: Path | None
) -> list[RuleMeta]:
    name = _cache_name(digest, opa, schema)
    remembered = cache.read(name)
    shown = {file.name: str(file.path) for file in files}
    if remembered:
        try:
            found = _METAS.validate_json(remembered)
            return [meta.model_copy(update={"file": shown[meta.file]}) for meta in found]
        except (ValidationError, KeyError):
            pass
    with tempfile.TemporaryDirectory(prefix="rscheck-pack-") as folder:
        pack_files.lay_out(files, Path(folder), None)
        metas = check(files, lists, Path(folder), opa, schema)
    cache.write(name, json.dumps([meta.model_dump(mode="json") for meta in metas]))
    return [meta.model_copy(update={"file": shown[meta.file]}) for meta in metas]


def _cache_name(digest: str, opa: Path, schema: Path | None) -> str:
    key = hashlib.sha256(f"{_CHECK}\0{digest}\0{version(opa)}".encode())
    for file in sorted(schema.glob("*.json")) if schema else ():
        key.update(file.read_bytes())
    return f"pack-{key.hexdigest()[:40]}.json"
