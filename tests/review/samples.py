"""A small agreement with its facts, and answers as the engine gives them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from rscheck.review.build import Judged, judge
from rscheck.review.evidence import Sheet, Witness
from rscheck.source.reader import from_string
from rscheck.source.text import SourceText, Span

TEXT = """# GRANT AGREEMENT

### ARTICLE 13 — SECURITY

13.2 Each beneficiary must report any incident
within 10 days.

### ARTICLE 19 — INFORMATION
"""
CALL = "call: X-1\nthresholds:\n  incident_first_notice_hours: 24\n"


@dataclass(frozen=True)
class FakeMeta:
    """Metadata of a rule."""

    id: str
    title: str = "Incidents are reported"
    severity: str = "high"
    bindingness: str = "guidance"
    remedy: str = "give a first notice\nwithin 24 hours"
    profiles: tuple[str, ...] = ("horizon-europe",)
    sources: tuple[dict[str, str], ...] = (
        {"ref": "https://example.org/nis2", "description": "NIS2 Directive, Art. 23(4)"},
    )


@dataclass(frozen=True)
class FakeLoaded:
    """What is read from the text."""

    text: SourceText
    places: dict[str, tuple[Span, ...]] = field(default_factory=dict)

    def belongs(self, name: str) -> tuple[Span, str]:
        """After the last article."""
        start = self.text.text.index("### ARTICLE 19")
        return self.text.span(
            start, start + len("### ARTICLE 19 — INFORMATION")
        ), "after Article 19"


FACTS: dict[str, Any] = {
    "document": {"ref": "/document", "title": "GRANT AGREEMENT"},
    "parties": [{"ref": "/parties/0", "short_name": "NORTHSEA-U"}],
    "clauses": [{"ref": "/clauses/0", "number": "13.2"}],
    "norms": [{"ref": "/norms/0", "clause": "/clauses/0"}],
}


def span_of(text: SourceText, words: str) -> Span:
    """The place of words that were marked by hand."""
    start = text.text.index(words)
    return text.span(start, start + len(words))


def witness() -> Witness:
    """The sample with a call."""
    text, call = from_string("a.md", TEXT), from_string("call.yaml", CALL)
    norm = "Each beneficiary must report any incident\nwithin 10 days"
    places = {"/norms/0": (span_of(text, norm),), "/document": (span_of(text, "GRANT AGREEMENT"),)}
    hours = {"/thresholds/incident_first_notice_hours": (span_of(call, "24"),)}
    return Witness(text, FakeLoaded(text, places), FACTS, Sheet(call, hours))


def answer(outcome: str, subjects: dict[str, Any] | None = None, **more: Any) -> dict[str, Any]:
    """An answer for one rule."""
    base = {"outcome": outcome, "reason": "", "missing": [], "errors": []}
    return {**base, "subjects": subjects or {}, **more}


def subject(outcome: str, **more: Any) -> dict[str, Any]:
    """How one subject came out."""
    lists = ("proofs", "unproven", "doubts", "violations", "exempt")
    return {"outcome": outcome, **{name: [] for name in lists}, **more}


def judged(**answers: dict[str, Any]) -> Judged:
    """The rules of some answers; an id is written SG_24."""
    named = {name.replace("_", "-"): found for name, found in answers.items()}
    return judge({name: FakeMeta(name) for name in named}, named, witness())
