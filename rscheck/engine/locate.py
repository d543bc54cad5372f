"""Which OPA is used: --opa, RSCHECK_OPA, beside the interpreter, PATH; and whether it fits."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from rscheck.engine import cache, program
from rscheck.errors import OperatorError

#: Policies are tested with this series; another one may decide differently.
SERIES = "1.22"
VARIABLE = "RSCHECK_OPA"
_MEND = f"run `make setup`, or name an OPA {SERIES}.x with --opa or {VARIABLE}"
_VERSION = re.compile(r"^Version:\s*v?(\d+\.\d+\.\d+\S*)\s*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Opa:
    """One OPA program; `origin` says in words why it was taken."""

    path: Path
    version: str
    origin: str


def locate(explicit: Path | None = None) -> Opa:
    """The OPA of this run. An OPA that somebody named is never replaced by another one."""
    path, origin = _choose(explicit)
    found = version(path)
    if not fits(found):
        message = f"{path} ({origin}) is OPA {found}; rscheck works with {SERIES}.x"
        raise OperatorError("E602", message, _MEND)
    return Opa(path, found, origin)


def fits(version: str) -> bool:
    """Whether policies may be decided by this version."""
    return version.startswith(f"{SERIES}.")


def _choose(explicit: Path | None) -> tuple[Path, str]:
    named = os.environ.get(VARIABLE)
    for value, origin in ((explicit, "--opa"), (named, VARIABLE)):
        if value:
            path = Path(value).absolute()
            if not path.is_file() or not os.access(path, os.X_OK):
                raise OperatorError("E601", f"{origin} names {path}, which is no program", _MEND)
            return path, origin
    name = "opa.exe" if os.name == "nt" else "opa"
    beside = Path(sys.executable).parent / name
    if beside.is_file() and os.access(beside, os.X_OK):
        return beside, "beside the interpreter"
    on_path = shutil.which("opa")
    if on_path:
        return Path(on_path).absolute(), "PATH"
    message = f"no OPA found: not named, not beside {sys.executable}, not on PATH"
    raise OperatorError("E601", message, _MEND)


def version(path: Path) -> str:
    """The version that the program states; remembered until the file changes."""
    name = _memory(path)
    remembered = cache.read(name)
    if remembered:
        return remembered
    done = program.run(path, ["version"], timeout=20)
    match = _VERSION.search(done.stdout)
    if done.returncode or not match:
        raise OperatorError("E603", f"{path} does not say which version of OPA it is", _MEND)
    cache.write(name, match[1])
    return match[1]


def _memory(path: Path) -> str:
    try:
        real = path.resolve(strict=True)
        state = real.stat()
    except OSError as error:
        raise OperatorError("E601", f"{path} cannot be read: {error.strerror}", _MEND) from error
    key = f"{real}\0{state.st_ino}\0{state.st_size}\0{state.st_mtime_ns}\0{state.st_ctime_ns}"
    return f"opa-{hashlib.sha256(key.encode()).hexdigest()[:32]}.txt"
