"""The report of a run (`rscheck.report/1`), as the JSON output shows it."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

Severity = Literal["critical", "high", "medium", "low"]
Outcome = Literal["pass", "fail", "undetermined", "not_applicable"]

#: From the worst to the mildest; an index is a rank.
SEVERITIES: tuple[Severity, ...] = ("critical", "high", "medium", "low")


class Verdict(StrEnum):
    """What was found, whatever `--fail-on` says; the exit code takes that into account."""

    COMPLIANT = "compliant"
    FINDINGS = "findings"
    UNDETERMINED = "undetermined"
    DATA_ERRORS = "data_errors"
    NOTHING_CHECKED = "nothing_checked"
    ERROR = "error"


class Part(BaseModel):
    """Base of all parts of the report: frozen and closed."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Point(Part):
    """Line and column count from 1, offset from 0, in Unicode code points."""

    line: int
    column: int
    offset: int


class Region(Part):
    """A piece of one file; `end` is exclusive."""

    file: str
    start: Point
    end: Point


class Evidence(Part):
    """The words that a ref stands for, or the place where what is missing belongs."""

    ref: str
    role: Literal["words", "belongs"] = "words"
    quote: str = Field("", description="exactly the text at the span")
    span: Region | None = None
    where: str = Field("", description="the clause (13.2) or words (after Article 19)")


class Note(Part):
    """A diagnostic: what is wrong with the data of the agreement, or an error about the file."""

    code: str
    message: str
    severity: str = "error"
    span: Region | None = None
    expected: str = ""
    within: str = ""
    line: str = Field("", description="the whole line, for display")


class Proof(Part):
    """What proves a subject, or one part of it."""

    part: str | None = None
    evidence: tuple[Evidence, ...]


class Subject(Part):
    """One candidate of a rule and how it came out."""

    ref: str
    name: str
    outcome: Outcome
    proofs: tuple[Proof, ...] = ()
    exempt: tuple[Proof, ...] = ()
    unproven: tuple[str, ...] = ()


class Source(Part):
    """Where in the law, or in guidance, a rule comes from."""

    ref: str
    description: str = ""


class Rule(Part):
    """How one rule came out; every rule of the pack has its entry, an excluded one too."""

    id: str
    title: str
    severity: Severity
    bindingness: str
    outcome: Outcome
    reason: str = ""
    missing: tuple[str, ...] = ()
    subjects: tuple[Subject, ...] = ()


class Finding(Part):
    """A violation, or a point that stays open; it says what the law is and how to mend it."""

    rule: str
    title: str
    severity: Severity
    bindingness: str
    outcome: Literal["fail", "undetermined"]
    subject: str
    name: str
    message: str
    evidence: tuple[Evidence, ...] = ()
    sources: tuple[Source, ...] = ()
    remedy: str = ""


class Problem(Part):
    """Why a file could not be judged: `code`, `message` and how to mend it."""

    code: str
    message: str
    hint: str = ""


class Digests(Part):
    """SHA-256 of what an outcome rests on."""

    text: str | None = None
    facts: str | None = None
    call: str | None = None


class Agreement(Part):
    """What was found in one file."""

    file: str
    kind: str | None = None
    verdict: Verdict
    exit_code: int
    call: str | None = None
    digests: Digests = Digests()
    error: Problem | None = None
    diagnostics: tuple[Note, ...] = ()
    rules: tuple[Rule, ...] = ()
    violations: tuple[Finding, ...] = ()
    open: tuple[Finding, ...] = ()


class Versions(Part):
    """The programs that judged."""

    rscheck: str
    opa: str


class Report(Part):
    """The whole run; the same inputs give the same bytes."""

    schema_version: Literal["rscheck.report/1"] = "rscheck.report/1"
    verdict: Verdict
    exit_code: int
    as_of: str
    fail_on: Severity
    profiles: tuple[str, ...] = ()
    versions: Versions
    pack: str = Field(description="digest of the policies with their lists")
    agreements: tuple[Agreement, ...]
