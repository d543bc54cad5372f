"""Answers become findings at the words that caused them."""

from __future__ import annotations

from rscheck.errors import UsageError
from rscheck.review.build import failed, note
from rscheck.source.diagnostic import Diagnostic
from rscheck.source.reader import from_string
from tests.review.samples import answer, judged, span_of, subject

LATE = {"at": ["/norms/0", "/call/thresholds/incident_first_notice_hours"], "message": "too late"}


def test_a_violation_quotes_the_agreement_and_the_call() -> None:
    found = judged(SG_24=answer("fail", {"/document": subject("fail", violations=[LATE])}))
    [finding] = found.violations
    words = [(item.quote, item.where, item.span and item.span.file) for item in finding.evidence]
    assert words == [
        ("Each beneficiary must report any incident\nwithin 10 days", "13.2", "a.md"),
        ("24", "", "call.yaml"),
    ]
    assert finding.remedy == "give a first notice within 24 hours"
    assert finding.sources[0].description == "NIS2 Directive, Art. 23(4)"


def test_what_is_absent_is_placed_where_it_belongs() -> None:
    gone = {"absent": "incident_reporting", "severity": "medium"}
    found = judged(SG_24=answer("fail", {"/document": subject("fail", violations=[gone])}))
    [finding] = found.violations
    assert finding.severity == "medium"
    assert finding.message == "nothing says it: incident reporting is missing"
    [place] = finding.evidence
    assert (place.role, place.where) == ("belongs", "after Article 19")
    assert place.quote == "### ARTICLE 19 — INFORMATION"


def test_a_violation_does_not_hide_an_open_part() -> None:
    mixed = subject("fail", violations=[LATE], unproven=["details"])
    found = judged(SG_24=answer("fail", {"/document": mixed}))
    assert [item.message for item in found.violations] == ["too late"]
    assert [item.message for item in found.open] == ["nothing proves the part 'details'"]


def test_an_absent_need_is_an_open_point() -> None:
    found = judged(SG_24=answer("undetermined", missing=["/call/thresholds/x"]))
    [point] = found.open
    assert point.message == "the conditions of the call are needed: /call/thresholds/x"
    assert found.rules[0].missing == ("/call/thresholds/x",)


def test_every_rule_has_its_entry_an_excluded_one_too() -> None:
    found = judged(B_02=answer("not_applicable", reason="profile"), A_01=answer("undetermined"))
    assert [(rule.id, rule.outcome, rule.reason) for rule in found.rules] == [
        ("A-01", "undetermined", ""),
        ("B-02", "not_applicable", "profile"),
    ]
    assert [item.rule for item in found.open] == ["A-01"]


def test_a_pass_keeps_the_words_that_prove_it() -> None:
    proof = {"at": ["/norms/0/deadline"], "part": "notice"}
    found = judged(SG_24=answer("pass", {"/parties/0": subject("pass", proofs=[proof])}))
    [passed] = found.rules[0].subjects
    assert passed.name == "NORTHSEA-U"
    assert passed.proofs[0].part == "notice"
    assert passed.proofs[0].evidence[0].quote.startswith("Each beneficiary must report")


def test_a_diagnostic_keeps_its_line() -> None:
    text = from_string("a.md", "one\n- Amount: many\n")
    made = note(Diagnostic("D104", "not an amount", span_of(text, "many")), text)
    assert (made.line, made.span and made.span.start.column) == ("- Amount: many", 11)


def test_a_file_that_failed_has_an_entry() -> None:
    made = failed("a.md", UsageError("U003", "another call", "give its call"))
    assert (made.verdict, made.exit_code, made.error and made.error.hint) == (
        "error",
        2,
        "give its call",
    )
