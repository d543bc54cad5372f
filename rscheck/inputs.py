"""What a run is given: the files behind the paths, and the call that each agreement is under."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from rscheck.errors import UsageError
from rscheck.policy.call import Call, load_call

SUFFIXES = (".md", ".markdown", ".txt")


def files(paths: Iterable[str | Path]) -> Iterator[str]:
    """The files behind the paths, each once: a folder stands for the agreements below it."""
    seen: set[str] = set()
    for path in paths:
        for name in _behind(path):
            if name not in seen:
                seen.add(name)
                yield name


def _behind(path: str | Path) -> Iterator[str]:
    folder = Path(path)
    if str(path) == "-" or not folder.is_dir():
        yield str(path)
        return
    for found in sorted(folder.rglob("*")):
        hidden = any(part.startswith(".") for part in found.relative_to(folder).parts)
        if found.suffix.lower() in SUFFIXES and found.is_file() and not hidden:
            yield str(found)


@dataclass(frozen=True)
class Calls:
    """The calls of a run: none, the one that was given, or those of a folder by their id."""

    given: Call | None = None
    folder: Path | None = None
    by_id: tuple[tuple[str, Call], ...] = ()

    def for_agreement(self, file: str, named: str | None) -> Call | None:
        """The call that an agreement is under.

        Raises UsageError where it names another one than is given, or one that is not there.
        """
        if self.folder is not None:
            return self._found(file, named)
        if self.given and named and named != identity(self.given):
            raise UsageError(
                "U003",
                f"{file}: names the call {named}, but the call given is {identity(self.given)}",
                "give the call of this agreement with --call, or a folder of calls",
            )
        return self.given

    def _found(self, file: str, named: str | None) -> Call | None:
        if named is None:
            return None
        calls = dict(self.by_id)
        if named not in calls:
            raise UsageError(
                "U004",
                f"{file}: names the call {named}, which {self.folder} does not hold",
                f"the calls there are {', '.join(sorted(calls))}",
            )
        return calls[named]


def load_calls(path: str | Path | None) -> Calls:
    """The call of a file, or all calls of a folder."""
    if path is None:
        return Calls()
    if not Path(path).is_dir():
        return Calls(given=load_call(Path(path)))
    found = sorted([*Path(path).glob("*.yaml"), *Path(path).glob("*.yml")])
    calls: dict[str, Call] = {}
    for name in found:
        call = load_call(name)
        if identity(call) in calls:
            raise UsageError("U005", f"{name}: the call {identity(call)} is there twice")
        calls[identity(call)] = call
    if not calls:
        raise UsageError("U006", f"{path}: holds no call", "a call is a file that ends in .yaml")
    return Calls(folder=Path(path), by_id=tuple(calls.items()))


def identity(call: Call) -> str:
    """The id of a call."""
    return str(call.data["call"])


def digest(data: Any) -> str:
    """SHA-256 of a text, or of the canonical JSON of anything else."""
    text = data if isinstance(data, str) else json.dumps(data, sort_keys=True, ensure_ascii=False)
    return f"sha256:{sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()}"
