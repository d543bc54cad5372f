"""A report made of the samples of the review."""

from __future__ import annotations

from rscheck.review.build import note
from rscheck.review.model import Agreement, Report, Verdict, Versions
from rscheck.source.diagnostic import Diagnostic
from rscheck.source.reader import from_string
from tests.review.samples import answer, judged, span_of, subject

LATE = {
    "at": ["/norms/0", "/call/thresholds/incident_first_notice_hours"],
    "message": "the first notice is due within 10 days; this call asks for 24 hours at most",
}
GONE = {"absent": "ownership_change", "message": "no duty", "severity": "medium"}


def report(data_error: bool = False) -> Report:
    """One agreement: a violation, an absence, an open point, a pass and an excluded rule."""
    found = judged(
        SG_24=answer("fail", {"/document": subject("fail", violations=[LATE, GONE])}),
        EL_01=answer("undetermined", missing=["/call/restrictions"]),
        TR_05=answer(
            "pass", {"/document": subject("pass", proofs=[{"at": ["/norms/0"], "part": "notice"}])}
        ),
        TR_01=answer("not_applicable", reason="document kind"),
    )
    text = from_string("a.md", "- Amount: 1.48 million\n")
    wrong = Diagnostic(
        "D104", "not an amount of money", span_of(text, "1.48 million"), "EUR 1 480 500.00", "Data"
    )
    agreement = Agreement(
        file="a.md",
        kind="grant_agreement",
        verdict=Verdict.DATA_ERRORS if data_error else Verdict.FINDINGS,
        exit_code=4 if data_error else 1,
        diagnostics=(note(wrong, text),) if data_error else (),
        rules=found.rules,
        violations=found.violations,
        open=found.open,
    )
    return Report(
        verdict=agreement.verdict,
        exit_code=agreement.exit_code,
        as_of="2026-11-23",
        fail_on="low",
        versions=Versions(rscheck="0.1.0", opa="1.22.2"),
        pack="abc",
        agreements=(agreement,),
    )
