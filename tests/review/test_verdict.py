"""Exit codes by precedence, with a threshold."""

from __future__ import annotations

from typing import Any

import pytest

from rscheck.errors import ExitCode
from rscheck.review.model import Agreement, Finding, Note, Rule, Verdict
from rscheck.review.verdict import exit_code, verdict, whole


def finding(severity: Any, outcome: Any = "fail") -> Finding:
    return Finding(
        rule="A-01", title="t", severity=severity, bindingness="binding", outcome=outcome,
        subject="/document", name="/document", message="m",
    )  # fmt: skip


def rule(outcome: Any) -> Rule:
    return Rule(id="A-01", title="t", severity="high", bindingness="binding", outcome=outcome)


ERROR, WARNING = Note(code="D1", message="m"), Note(code="D2", message="m", severity="warning")
BAD, OPEN = finding("medium"), finding("medium", "undetermined")


@pytest.mark.parametrize(
    ("notes", "outcome", "violations", "points", "fail_on", "wanted"),
    [
        ([], "pass", [], [], "low", ExitCode.COMPLIANT),
        ([WARNING], "pass", [], [], "low", ExitCode.COMPLIANT),
        ([], "fail", [BAD], [], "low", ExitCode.FINDING),
        ([], "fail", [BAD], [], "high", ExitCode.COMPLIANT),
        ([], "fail", [BAD], [], "medium", ExitCode.FINDING),
        ([], "undetermined", [], [OPEN], "low", ExitCode.UNDETERMINED),
        ([], "undetermined", [], [OPEN], "critical", ExitCode.COMPLIANT),
        ([], "fail", [BAD], [OPEN], "low", ExitCode.FINDING),
        ([ERROR], "fail", [BAD], [OPEN], "low", ExitCode.DATA_ERROR),
        ([], "not_applicable", [], [], "low", ExitCode.NOTHING_CHECKED),
    ],
)
def test_exit_codes(
    notes: Any, outcome: Any, violations: Any, points: Any, fail_on: Any, wanted: ExitCode
) -> None:
    assert exit_code(notes, [rule(outcome)], violations, points, fail_on) is wanted


def agreement(code: ExitCode) -> Agreement:
    return Agreement(file="a", verdict=verdict(code), exit_code=int(code))


@pytest.mark.parametrize(
    ("codes", "wanted"),
    [
        ([], ExitCode.NOTHING_CHECKED),
        ([ExitCode.COMPLIANT, ExitCode.NOTHING_CHECKED], ExitCode.NOTHING_CHECKED),
        ([ExitCode.NOTHING_CHECKED, ExitCode.UNDETERMINED], ExitCode.UNDETERMINED),
        ([ExitCode.UNDETERMINED, ExitCode.FINDING], ExitCode.FINDING),
        ([ExitCode.FINDING, ExitCode.DATA_ERROR], ExitCode.DATA_ERROR),
        ([ExitCode.DATA_ERROR, ExitCode.USAGE], ExitCode.USAGE),
        ([ExitCode.USAGE, ExitCode.ENGINE], ExitCode.ENGINE),
    ],
)
def test_precedence(codes: list[ExitCode], wanted: ExitCode) -> None:
    assert whole([agreement(code) for code in codes]) == (verdict(wanted), wanted)


def test_the_verdict_tells_findings_below_the_threshold() -> None:
    mild = Agreement(file="a", verdict=Verdict.FINDINGS, exit_code=0)
    assert whole([mild]) == (Verdict.FINDINGS, ExitCode.COMPLIANT)
