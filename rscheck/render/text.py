"""The report for a reader at a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from textwrap import wrap

from rscheck.render.interface import Style, renderer, tally
from rscheck.render.paint import Paint
from rscheck.render.safe import one_line, shorten, visible
from rscheck.review.model import (
    Agreement,
    Evidence,
    Finding,
    Note,
    Problem,
    Proof,
    Region,
    Report,
    Rule,
)

_SHOWN = 4  # quotes of one finding that are shown; all are in the JSON report
_LINE = 100


@renderer("text")
def render(report: Report, style: Style) -> str:
    """Errors and findings of each file, then one line that says the verdict."""
    paint = Paint(style.colour)
    lines: list[str] = []
    for agreement in report.agreements:
        lines.extend(_agreement(agreement, report.as_of, style, paint))
    if len(report.agreements) != 1 and not style.quiet:
        lines.append(_closing(report, paint))
    return "".join(f"{line}\n" for line in lines)


def _agreement(agreement: Agreement, as_of: str, style: Style, paint: Paint) -> Iterator[str]:
    for note in agreement.diagnostics:
        yield from diagnostic(note, paint)
        yield ""
    for together in _grouped((*agreement.violations, *agreement.open)):
        yield from _findings(together, agreement, paint)
        yield ""
    if style.unfold:
        for rule in agreement.rules:
            if rule.outcome in ("pass", "not_applicable"):
                yield from _folded(rule, agreement, paint)
        yield ""
    if agreement.error:
        yield from _error(agreement.file, agreement.error, paint)
    elif not style.quiet:
        yield _summary(agreement, as_of, paint)


def _error(file: str, error: Problem, paint: Paint) -> Iterator[str]:
    place = "" if error.message.startswith(file) else f"{visible(file)}: "
    yield f"{place}{paint.bad('error')}[{error.code}] {one_line(error.message)}"
    if error.hint:
        yield from _labelled("mend", error.hint)


def diagnostic(note: Note, paint: Paint) -> Iterator[str]:
    """An error in the data: its line, underlined, and what was expected there."""
    head = paint.bad(note.severity) if note.severity == "error" else paint.mild(note.severity)
    place = _place(note.span) if note.span else ""
    yield f"{place}{head}[{note.code}] {visible(note.message)}"
    if note.span and note.line.strip():
        yield from _underlined(note, note.span, paint)
    if note.within:
        yield f"      in {visible(note.within)}"
    if note.expected:
        yield f"      expected {visible(note.expected)}"


def _underlined(note: Note, span: Region, paint: Paint) -> Iterator[str]:
    """The line, or a window of a long one, with its fault underlined."""
    start = span.start.column - 1
    same = span.end.line == span.start.line
    end = max(span.end.column - 1 if same else len(note.line), start + 1)
    left = max(0, min(start - 20, len(note.line) - _LINE)) if len(note.line) > _LINE else 0
    right = left + _LINE
    before, fault = note.line[left:start], note.line[start : min(end, right)]
    shown = visible(before) + visible(fault) + visible(note.line[min(end, right) : right])
    lead, trail = "…" * (left > 0), "…" * (right < len(note.line))
    number = f"{span.start.line:>5}"
    yield f"{number} | {lead}{shown}{trail}"
    marks = "^" * max(1, len(visible(fault)))
    yield f"      | {' ' * (len(lead) + len(visible(before)))}{paint.bad(marks)}"


def _grouped(findings: Iterable[Finding]) -> list[list[Finding]]:
    """Findings of one rule about one subject, which share their law and their remedy."""
    groups: dict[tuple[str, ...], list[Finding]] = {}
    for item in findings:
        groups.setdefault((item.rule, item.outcome, item.severity, item.subject), []).append(item)
    return list(groups.values())


def _findings(together: list[Finding], agreement: Agreement, paint: Paint) -> Iterator[str]:
    first = together[0]
    evidence = tuple(dict.fromkeys(item for found in together for item in found.evidence))
    spans = [item.span for item in evidence if item.span]
    place = _place(spans[0]).rstrip(" :") if spans else visible(agreement.file)
    outcome = paint.bad("fail  ") if first.outcome == "fail" else paint.mild("undetermined")
    head = f"{place}  {paint.strong(first.rule)} {first.severity:<8}"
    yield f"{head} {outcome} {visible(first.title)}"
    yield from quotes(evidence, agreement)
    for found in together:
        alone = found.subject == "/document" or found.name in found.message
        yield from _labelled("why", found.message if alone else f"{found.name}: {found.message}")
    for source in first.sources:
        words = source.description or source.ref
        yield from _labelled("source", f"{words} ({first.bindingness})")
    if first.remedy:
        yield from _labelled("mend", first.remedy)


def _labelled(label: str, words: str) -> Iterator[str]:
    """A label and its words, in lines that a terminal holds."""
    for number, line in enumerate(wrap(one_line(words), _LINE - 11, break_long_words=False)):
        yield f"   {label if number == 0 else '':<7} {line}"


def quotes(evidence: tuple[Evidence, ...], agreement: Agreement) -> Iterator[str]:
    """The words of a finding, or where they belong."""
    for item in evidence[:_SHOWN]:
        if item.role == "belongs":
            yield f"   missing; belongs {one_line(item.where)}"
        elif item.span:
            yield f'   "{shorten(item.quote)}"{_where(item, agreement)}'
    if len(evidence) > _SHOWN:
        yield f"   and {len(evidence) - _SHOWN} more places"


def _where(item: Evidence, agreement: Agreement) -> str:
    """The clause as its kind of agreement calls it, or the other file that is quoted."""
    if item.span and item.span.file != agreement.file:
        return f"  {_place(item.span).rstrip(' :')}"
    if not item.where:
        return f"  line {item.span.start.line}" if item.span else ""
    if not item.where[0].isdigit():
        return f"  {one_line(item.where)}"
    return f"  {'Art.' if agreement.kind == 'grant_agreement' else 'Section'} {item.where}"


def _folded(rule: Rule, agreement: Agreement, paint: Paint) -> Iterator[str]:
    """A pass with the words that prove it, or why the rule is not concerned."""
    outcome = "pass" if rule.outcome == "pass" else "not applicable"
    reason = f" ({visible(rule.reason)})" if rule.reason else ""
    yield f"{visible(agreement.file)}  {paint.strong(rule.id)} {rule.severity:<8} " + (
        f"{paint.good(outcome)}{reason}   {visible(rule.title)}"
    )
    for subject in rule.subjects:
        alone = len(rule.subjects) == 1 and subject.ref == "/document"
        whose = "" if alone else f"{one_line(subject.name)}: "
        yield from proofs(subject.proofs, whose, agreement)
        yield from proofs(subject.exempt, f"{whose}not concerned: ", agreement)


def proofs(items: Iterable[Proof], whose: str, agreement: Agreement) -> Iterator[str]:
    """Each proof: the part that it proves and its words."""
    for proof in items:
        part = f"{visible(proof.part.replace('_', ' '))}: " if proof.part else ""
        for item in proof.evidence:
            if item.span:
                words = f'"{shorten(item.quote)}"{_where(item, agreement)}'
                yield f"   {whose}{part}{words}"
            else:
                yield f"   {whose}{part}{visible(item.ref)}"


def _summary(agreement: Agreement, as_of: str, paint: Paint) -> str:
    counts = tally(agreement.rules)
    parts = [f"{number} {name.replace('_', ' ')}" for name, number in counts.items() if number]
    verdict = agreement.verdict.value.replace("_", " ")
    colour = paint.good if verdict == "compliant" else paint.bad
    line = f"{visible(agreement.file)}: {colour(verdict)}"
    if not agreement.rules:
        return line
    call = f"under {one_line(agreement.call)}" if agreement.call else "without a call"
    return f"{line} at {as_of} {call} ({len(agreement.rules)} rules: {', '.join(parts)})"


def _closing(report: Report, paint: Paint) -> str:
    number = len(report.agreements)
    verdict = report.verdict.value.replace("_", " ")
    colour = paint.good if verdict == "compliant" else paint.bad
    return f"{number} agreements: {colour(verdict)}, exit {report.exit_code}"


def _place(span: Region) -> str:
    return f"{visible(span.file)}:{span.start.line}:{span.start.column}: "
