"""What is said of each rule: its metadata, as `opa inspect` reads it, validated."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationError,
    model_validator,
)

Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Names = Annotated[list[Words], Field(min_length=1)]
_STATED = ("id", "severity", "bindingness", "threats", "profiles", "documents", "remedy",
           "effective_from", "effective_until", "parts")  # fmt: skip


class Source(BaseModel):
    """Where a requirement comes from: the law, or what it is modelled on."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    ref: Words
    description: Words


class RuleMeta(BaseModel):
    """One rule of a pack; `file` and `line` lead its author to the package."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: Annotated[str, StringConstraints(pattern=r"^[A-Z][A-Z0-9]*-[0-9]{2,}$")]
    title: Words
    description: Words
    category: Words
    rule: Words
    package: Words
    severity: Literal["critical", "high", "medium", "low"]
    bindingness: Literal["binding", "contractual", "guidance"]
    threats: Annotated[
        list[Literal["knowledge_transfer", "malign_influence", "ethics_integrity"]],
        Field(min_length=1),
    ]
    profiles: Names
    documents: Annotated[
        list[Literal["grant_agreement", "consortium_agreement"]], Field(min_length=1)
    ]
    remedy: Words
    effective_from: date
    effective_until: date | None = None
    parts: Names | None = None
    sources: Annotated[list[Source], Field(min_length=1)]
    file: str
    line: int

    @model_validator(mode="after")
    def _consistent(self) -> RuleMeta:
        if self.bindingness == "guidance" and self.severity == "critical":
            raise ValueError("guidance is never critical")
        if self.effective_until and self.effective_until < self.effective_from:
            raise ValueError("effective_until lies before effective_from")
        return self

    @property
    def place(self) -> str:
        """`file:line`."""
        return f"{self.file}:{self.line}"


def rule_meta(
    annotations: dict[str, Any], path: Sequence[str], file: str, line: int
) -> tuple[RuleMeta | None, list[str]]:
    """The metadata of the package `path`, or what is wrong with it, each with its place."""
    custom = dict(annotations.get("custom") or {})
    given: dict[str, Any] = {
        "title": annotations.get("title"),
        "description": annotations.get("description"),
        "sources": annotations.get("related_resources"),
        **{name: custom.pop(name, None) for name in _STATED},
    }
    stated = {name: value for name, value in given.items() if value is not None}
    stated |= {"category": path[-2], "rule": path[-1], "package": ".".join(path)}
    faults = [f"{file}:{line}: unknown metadata custom.{name}" for name in sorted(custom)]
    try:
        meta = RuleMeta(**stated, file=file, line=line)
    except ValidationError as error:
        faults += [f"{file}:{line}: {_words(item)}" for item in error.errors()]
        return None, faults
    return (None if faults else meta), faults


def _words(error: Any) -> str:
    where = ".".join(str(part) for part in error["loc"])
    if not where:
        return str(error["msg"]).removeprefix("Value error, ")
    where = where.replace("sources", "related_resources", 1)
    if error["type"] == "missing":
        return f"metadata lacks {where}"
    return f"metadata {where}: {error['msg']}, found {error['input']!r}"


def as_data(manifest: dict[str, RuleMeta]) -> dict[str, Any]:
    """What main.rego reads at data.rscheck.manifest: no words, no places."""
    names = {"category", "rule", "severity", "bindingness", "documents", "profiles",
             "effective_from", "effective_until", "parts", "threats"}  # fmt: skip
    return {
        rule: meta.model_dump(mode="json", include=names, exclude_none=True)
        for rule, meta in sorted(manifest.items())
    }
