"""What would be wrong with the installation."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from importlib import metadata
from pathlib import Path
from typing import Any

from rscheck import resources
from rscheck.engine.interface import RulePlace, Timeouts
from rscheck.engine.locate import SERIES, Opa, locate
from rscheck.errors import RscheckError

_NEEDED = ("lark", "opa-python-client", "requests", "pydantic", "click", "rich", "ruamel.yaml")


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at."""

    name: str
    ok: bool
    detail: str
    hint: str = ""


@dataclass(frozen=True)
class _Probe:
    """The smallest pack: an OPA that answers for it is an OPA that works."""

    digest: str = "doctor"
    modules: dict[str, str] = field(
        default_factory=lambda: {"main.rego": "package rscheck\n\nreport := {}\n"}
    )
    places: dict[str, RulePlace] = field(default_factory=dict)

    def data(self) -> dict[str, Any]:
        """Its digest alone."""
        return {"rscheck": {"pack": {"digest": self.digest}}}


def examine(explicit: Path | None = None) -> list[Check]:
    """Every check, also after one that failed."""
    checks = [_python(), *(_package(name) for name in _NEEDED)]
    names = ("grammar", "policies")
    checks += [_tried(f"folder {name}", partial(_folder, name)) for name in names]
    checks.append(_tried("cache", _cache))
    found: list[Opa] = []
    checks.append(_tried("OPA", lambda: _located(explicit, found)))
    if found:
        checks.append(_tried("OPA answers", lambda: _answers(found[0])))
    return checks


def _tried(name: str, look: Callable[[], str]) -> Check:
    try:
        return Check(name, True, look())
    except RscheckError as error:
        return Check(name, False, f"{error.code}: {error.message}", error.hint)
    except OSError as error:
        return Check(name, False, str(error), "see the rights of the folder, or install again")


def _python() -> Check:
    stated = ".".join(str(part) for part in sys.version_info[:3])
    ok = sys.version_info >= (3, 11)
    return Check("Python", ok, f"{stated} ({sys.executable})", "" if ok else "use 3.11 or later")


def _package(name: str) -> Check:
    try:
        return Check(name, True, metadata.version(name))
    except metadata.PackageNotFoundError:
        return Check(name, False, "not installed", "install rscheck again with pip")


def _folder(name: str) -> str:
    return str(resources.folder(name))


def _cache() -> str:
    folder = resources.cache_folder()
    probe = folder / "doctor.txt"
    probe.write_text("ok", encoding="utf-8")
    probe.unlink()
    return str(folder)


def _located(explicit: Path | None, found: list[Opa]) -> str:
    opa = locate(explicit)
    found.append(opa)
    return f"{opa.version} at {opa.path} ({opa.origin}); {SERIES}.x fits"


def _answers(opa: Opa) -> str:
    from rscheck.engine.private import PrivateOpa

    with PrivateOpa(_Probe(), opa.path, Timeouts(start=10, read=10)) as engine:
        engine.decide({})
    return "started on the loopback interface, let us in, answered and stopped"
