"""What the rest of rscheck knows about the policy engine, and nothing more."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Protocol, Self


@dataclass(frozen=True, slots=True)
class RulePlace:
    """Where a rule is written, for an error that its author has to mend."""

    package: str
    file: str
    line: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"


@dataclass(frozen=True, slots=True)
class Timeouts:
    """Seconds: to start a private OPA, to connect to one, and to wait for an answer."""

    start: float = 20.0
    connect: float = 5.0
    read: float = 60.0


class Served(Protocol):
    """A checked pack as an engine needs it."""

    @property
    def digest(self) -> str:
        """SHA-256 of the pack."""

    @property
    def modules(self) -> Mapping[str, str]:
        """The text of each policy by its path in the pack; no tests."""

    @property
    def places(self) -> Mapping[str, RulePlace]:
        """Where each rule is written, by rule id: the census counts against these ids."""

    def data(self) -> dict[str, Any]:
        """All data as one document: lists, manifest and the pack's digest."""


class Engine(Protocol):
    """Answers for every rule of a pack, or an error."""

    opa_version: str
    opa_path: Path | None

    def decide(self, data: dict[str, Any]) -> dict[str, Any]:
        """The answers by rule id, after the census."""

    def close(self) -> None:
        """Let go of everything; a second call does nothing."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None: ...
