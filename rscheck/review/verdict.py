"""From findings to a verdict and an exit code."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rscheck.errors import PRECEDENCE, ExitCode, worst
from rscheck.review.model import SEVERITIES, Agreement, Finding, Note, Rule, Severity, Verdict

_VERDICT = {
    ExitCode.COMPLIANT: Verdict.COMPLIANT,
    ExitCode.FINDING: Verdict.FINDINGS,
    ExitCode.UNDETERMINED: Verdict.UNDETERMINED,
    ExitCode.DATA_ERROR: Verdict.DATA_ERRORS,
    ExitCode.NOTHING_CHECKED: Verdict.NOTHING_CHECKED,
    ExitCode.USAGE: Verdict.ERROR,
    ExitCode.ENGINE: Verdict.ERROR,
}
_CODE = {
    verdict: next(code for code in PRECEDENCE if _VERDICT[code] is verdict) for verdict in Verdict
}


def counts(severity: Severity, fail_on: Severity) -> bool:
    """Whether a finding of this severity reaches the threshold."""
    return SEVERITIES.index(severity) <= SEVERITIES.index(fail_on)


def exit_code(
    notes: Iterable[Note],
    rules: Sequence[Rule],
    violations: Iterable[Finding],
    open_points: Iterable[Finding],
    fail_on: Severity,
) -> ExitCode:
    """The exit code of one agreement that was judged."""
    codes = [ExitCode.COMPLIANT]
    if any(note.severity == "error" for note in notes):
        codes.append(ExitCode.DATA_ERROR)
    if any(counts(finding.severity, fail_on) for finding in violations):
        codes.append(ExitCode.FINDING)
    if any(counts(finding.severity, fail_on) for finding in open_points):
        codes.append(ExitCode.UNDETERMINED)
    if all(rule.outcome == "not_applicable" for rule in rules):
        codes.append(ExitCode.NOTHING_CHECKED)
    return worst(codes)


def verdict(code: ExitCode) -> Verdict:
    """The verdict that goes with an exit code."""
    return _VERDICT[code]


def whole(agreements: Sequence[Agreement]) -> tuple[Verdict, ExitCode]:
    """Verdict and exit code of a run: the first by precedence, each on its own."""
    code = worst([ExitCode(agreement.exit_code) for agreement in agreements])
    found = worst([_CODE[agreement.verdict] for agreement in agreements])
    return _VERDICT[found], code
