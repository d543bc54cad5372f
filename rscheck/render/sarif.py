"""The report as SARIF 2.1.0, for code hosts and editors."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from rscheck.render.interface import Style, renderer
from rscheck.render.safe import json_safe
from rscheck.review.model import Agreement, Evidence, Finding, Note, Region, Report

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVEL = {"critical": "error", "high": "error", "medium": "warning", "low": "note"}
_SCORE = {"critical": "9.5", "high": "8.0", "medium": "5.5", "low": "2.0"}


@renderer("sarif")
def render(report: Report, style: Style) -> str:
    """One run; one SARIF rule for each rule of the pack and each kind of diagnostic."""
    rules = _rules(report)
    index = {rule["id"]: place for place, rule in enumerate(rules)}
    results = [
        {**result, "ruleIndex": index[result["ruleId"]]}
        for agreement in report.agreements
        for result in _results(agreement)
    ]
    run = {
        "tool": {"driver": _driver(report, rules)},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(report)],
        "results": results,
    }
    data = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json_safe(json.dumps(data, ensure_ascii=False, indent=2)) + "\n"


def _driver(report: Report, rules: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "name": "rscheck",
        "semanticVersion": report.versions.rscheck,
        "rules": rules,
        "properties": {"opa": report.versions.opa, "pack": report.pack, "as_of": report.as_of},
    }


def _invocation(report: Report) -> dict[str, Any]:
    errors = [agreement for agreement in report.agreements if agreement.error]
    return {
        "executionSuccessful": not errors,
        "exitCode": report.exit_code,
        "toolExecutionNotifications": [
            {
                "level": "error",
                "descriptor": {"id": agreement.error.code},
                "message": {"text": agreement.error.message},
                "locations": [{"physicalLocation": {"artifactLocation": _file(agreement.file)}}],
            }
            for agreement in errors
            if agreement.error
        ],
    }


def _rules(report: Report) -> list[dict[str, Any]]:
    """Each id once: the rules of the pack as they were judged, then the diagnostics seen."""
    found: dict[str, dict[str, Any]] = {}
    for agreement in report.agreements:
        for rule in agreement.rules:
            found.setdefault(
                rule.id,
                {
                    "id": rule.id,
                    "shortDescription": {"text": rule.title},
                    "defaultConfiguration": {"level": _LEVEL[rule.severity]},
                    "properties": {
                        "security-severity": _SCORE[rule.severity],
                        "bindingness": rule.bindingness,
                    },
                },
            )
        for finding in (*agreement.violations, *agreement.open):
            if finding.remedy:
                found[finding.rule]["help"] = {"text": finding.remedy}
        for note in agreement.diagnostics:
            found.setdefault(note.code, {"id": note.code, "shortDescription": {"text": note.code}})
    return sorted(found.values(), key=lambda rule: str(rule["id"]))


def _results(agreement: Agreement) -> Iterable[dict[str, Any]]:
    for note in agreement.diagnostics:
        yield _diagnostic(note)
    for finding in (*agreement.violations, *agreement.open):
        yield _result(finding, agreement.file)


def _result(finding: Finding, file: str) -> dict[str, Any]:
    fails = finding.outcome == "fail"
    spans = [item for item in finding.evidence if item.span]
    inside = [item for item in spans if item.span and item.span.file == file]
    locations = [_location(item) for item in inside] or [
        {"physicalLocation": {"artifactLocation": _file(file)}}
    ]
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "kind": "fail" if fails else "open",
        "level": _LEVEL[finding.severity] if fails else "none",
        "message": {"text": f"{finding.title}: {finding.message}"},
        "locations": locations[:1],
        "properties": {"severity": finding.severity, "subject": finding.name},
    }
    others = locations[1:] + [_location(item) for item in spans if item not in inside]
    if others:
        result["relatedLocations"] = [{"id": n, **place} for n, place in enumerate(others)]
    return result


def _diagnostic(note: Note) -> dict[str, Any]:
    message = f"{note.message}; expected {note.expected}" if note.expected else note.message
    result: dict[str, Any] = {
        "ruleId": note.code,
        "kind": "fail",
        "level": "error" if note.severity == "error" else "warning",
        "message": {"text": message},
    }
    if note.span:
        result["locations"] = [{"physicalLocation": _physical(note.span)}]
    return result


def _location(item: Evidence) -> dict[str, Any]:
    assert item.span is not None
    place: dict[str, Any] = {"physicalLocation": _physical(item.span, item.quote)}
    if item.where:
        place["message"] = {"text": item.where}
    return place


def _physical(span: Region, words: str = "") -> dict[str, Any]:
    area: dict[str, Any] = {
        "startLine": span.start.line,
        "startColumn": span.start.column,
        "endLine": span.end.line,
        "endColumn": span.end.column,
    }
    if words:
        area["snippet"] = {"text": words}
    return {"artifactLocation": _file(span.file), "region": area}


def _file(name: str) -> dict[str, str]:
    """A reference as a URI; an absolute path as a file URI."""
    path = quote(name.replace("\\", "/"))
    return {"uri": f"file://{path}" if path.startswith("/") else path}
