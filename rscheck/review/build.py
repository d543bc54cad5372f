"""Answers of the engine to the report of one agreement."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from rscheck.errors import ExitCode, RscheckError
from rscheck.review.evidence import Witness, region
from rscheck.review.model import (
    SEVERITIES,
    Agreement,
    Evidence,
    Finding,
    Note,
    Outcome,
    Problem,
    Proof,
    Rule,
    Severity,
    Source,
    Subject,
    Verdict,
)
from rscheck.source.diagnostic import Diagnostic
from rscheck.source.text import SourceText

Answer = Mapping[str, Any]


class Meta(Protocol):
    """What the manifest says of a rule, as far as a report needs it."""

    @property
    def id(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def severity(self) -> Any: ...
    @property
    def bindingness(self) -> Any: ...
    @property
    def sources(self) -> Sequence[Any]: ...
    @property
    def remedy(self) -> str: ...


@dataclass(frozen=True)
class Judged:
    """The rules of one agreement with what violates them and what stays open."""

    rules: tuple[Rule, ...]
    violations: tuple[Finding, ...]
    open: tuple[Finding, ...]


def judge(manifest: Mapping[str, Meta], answers: Mapping[str, Answer], at: Witness) -> Judged:
    """One entry every rule of the manifest, in the order of their ids."""
    rules: list[Rule] = []
    violations: list[Finding] = []
    open_points: list[Finding] = []
    for rule_id in sorted(manifest):
        meta, answer = manifest[rule_id], answers[rule_id]
        rules.append(_rule(meta, answer, at))
        violations.extend(_violations(meta, answer, at))
        open_points.extend(_open(meta, answer, at))
    return Judged(tuple(rules), _ordered(violations), _ordered(open_points))


def note(diagnostic: Diagnostic, text: SourceText) -> Note:
    """A diagnostic with its place and its line."""
    return Note(
        code=diagnostic.code,
        message=diagnostic.message,
        severity=diagnostic.severity,
        span=region(diagnostic.span),
        expected=diagnostic.expected,
        within=diagnostic.within,
        line=text.line(diagnostic.span.start.line),
    )


def failed(file: str, error: RscheckError) -> Agreement:
    """The entry of a file that could not be judged at all."""
    return Agreement(
        file=file,
        verdict=Verdict.ERROR,
        exit_code=int(ExitCode(error.exit_code)),
        error=Problem(code=error.code, message=error.message, hint=error.hint),
    )


def sources(meta: Meta) -> tuple[Source, ...]:
    """Where a rule comes from."""
    return tuple(
        Source(ref=str(_get(item, "ref")), description=str(_get(item, "description")))
        for item in meta.sources
    )


def _get(item: Any, key: str) -> Any:
    found = item.get(key) if isinstance(item, Mapping) else getattr(item, key, None)
    return found or ""


_NOT_PROVEN = "nothing in the agreement proves it"


def _rule(meta: Meta, answer: Answer, at: Witness) -> Rule:
    return Rule(
        id=meta.id,
        title=meta.title,
        severity=meta.severity,
        bindingness=str(meta.bindingness),
        outcome=answer["outcome"],
        reason=answer.get("reason", ""),
        missing=tuple(sorted(answer.get("missing", ()))),
        subjects=tuple(_subject(ref, found, at) for ref, found in _by_place(answer)),
    )


def _subject(ref: str, found: Answer, at: Witness) -> Subject:
    outcome: Outcome = found["outcome"]
    return Subject(
        ref=ref,
        name=at.name(ref),
        outcome=outcome,
        proofs=_proofs(found.get("proofs", ()), at),
        exempt=_proofs(found.get("exempt", ()), at),
        unproven=tuple(sorted(found.get("unproven", ()))),
    )


def _proofs(items: Sequence[Answer], at: Witness) -> tuple[Proof, ...]:
    made = (Proof(part=item.get("part"), evidence=at.of(item["at"])) for item in items)
    return tuple(sorted(made, key=lambda proof: (proof.part or "", _first(proof.evidence))))


def _violations(meta: Meta, answer: Answer, at: Witness) -> Iterator[Finding]:
    for ref, found in _by_place(answer):
        for item in found.get("violations", ()):
            absent = item.get("absent")
            evidence = at.missing(absent) if absent else at.of(item.get("at", ()))
            message = item.get("message") or f"nothing says it: {_words(absent)} is missing"
            yield _finding(meta, "fail", ref, message, evidence, at, item.get("severity"))


def _open(meta: Meta, answer: Answer, at: Witness) -> Iterator[Finding]:
    """Doubts and unproven parts of every subject, and needs that are absent."""
    missing = sorted(answer.get("missing", ()))
    if answer["outcome"] == "undetermined" and missing:
        # What is missing settles every subject alike: it is told once, where it belongs.
        yield _finding(
            meta, "undetermined", "/document", _lacking(missing), _wanted(missing[0], at), at, None
        )
        return
    told = False
    for ref, found in _by_place(answer):
        for message, refs in _reasons(found):
            told = True
            yield _finding(meta, "undetermined", ref, message, at.of(refs or [ref]), at, None)
    if answer["outcome"] == "undetermined" and not told:
        place = at.of(["/document"])
        yield _finding(meta, "undetermined", "/document", _NOT_PROVEN, place, at, None)


def _wanted(pointer: str, at: Witness) -> tuple[Evidence, ...]:
    """Where the reader looks first: the words that name the call, or the missing section."""
    return at.of(["/project/call"]) if pointer.startswith("/call") else at.missing(pointer)


def _reasons(found: Answer) -> Iterator[tuple[str, Sequence[str]]]:
    if found["outcome"] == "not_applicable":
        return
    for doubt in found.get("doubts", ()):
        yield doubt.get("message") or "a reason to leave it open", doubt.get("at", ())
    shown = [ref for proof in found.get("proofs", ()) for ref in proof["at"]]
    for part in sorted(found.get("unproven", ())):
        yield f"nothing proves the part '{_words(part)}'" if part else _NOT_PROVEN, shown
    if found["outcome"] == "undetermined" and not (found.get("doubts") or found.get("unproven")):
        yield _NOT_PROVEN, shown


def _lacking(missing: Sequence[str]) -> str:
    if all(pointer == "/call" or pointer.startswith("/call/") for pointer in missing):
        return f"the conditions of the call are needed: {', '.join(missing)}"
    return f"the agreement does not state what is needed: {', '.join(missing)}"


def _finding(
    meta: Meta,
    outcome: Any,
    ref: str,
    message: str,
    evidence: tuple[Evidence, ...],
    at: Witness,
    severity: Severity | None,
) -> Finding:
    return Finding(
        rule=meta.id,
        title=meta.title,
        severity=severity or meta.severity,
        bindingness=str(meta.bindingness),
        outcome=outcome,
        subject=ref,
        name=at.name(ref),
        message=message,
        evidence=evidence,
        sources=sources(meta),
        remedy=" ".join(meta.remedy.split()),
    )


def _by_place(answer: Answer) -> list[tuple[str, Answer]]:
    """Subjects in the order of the facts: the tenth party after the second."""
    items: Mapping[str, Answer] = answer.get("subjects", {})
    return sorted(items.items(), key=lambda item: _natural(item[0]))


def _natural(ref: str) -> list[tuple[int, str]]:
    return [(int(step) if step.isdigit() else -1, step) for step in ref.split("/")]


def _words(name: str | None) -> str:
    return (name or "").replace("_", " ")


def _first(evidence: Sequence[Evidence]) -> tuple[str, int]:
    span = evidence[0].span if evidence else None
    return (span.file, span.start.offset) if span else ("", 0)


def _ordered(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """The worst first, then as the text goes; each once."""
    return tuple(
        sorted(
            dict.fromkeys(findings),
            key=lambda f: (SEVERITIES.index(f.severity), f.rule, _first(f.evidence), f.message),
        )
    )
