"""`rscheck explain`: how one rule came to its outcome in one agreement."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import click

from rscheck.cli.shared import debugging, engine_options, judging_options, server, today


@click.command("explain")
@click.argument("rule", metavar="RULE")
@click.argument("file", metavar="FILE")
@judging_options
@engine_options
@click.pass_context
def command(ctx: click.Context, /, rule: str, file: str, **given: Any) -> int:
    """Explain one RULE for one FILE: each subject, what proved it, and what was missing."""
    from rscheck.cli.rules import find
    from rscheck.cli.shared import complain
    from rscheck.errors import RscheckError
    from rscheck.opening import open_pack
    from rscheck.pipeline import check

    given["as_of"] = given["as_of"] or today()
    given["server"] = server(given)
    meta = find(open_pack(given["policies"], given["server"]).manifest, rule)
    report = check([file], **given, debug=debugging(ctx))
    agreement = report.agreements[0]
    if agreement.error:
        complain(RscheckError(agreement.error.code, agreement.error.message, agreement.error.hint))
        return agreement.exit_code
    found = next((entry for entry in agreement.rules if entry.id == meta.id), None)
    if found is None:
        click.echo(f"rscheck: {file}: nothing was checked", err=True)
        return agreement.exit_code
    for line in _explained(found, agreement):
        click.echo(line)
    return 0


def _explained(rule: Any, agreement: Any) -> Iterator[str]:
    from rscheck.render.safe import visible

    outcome = rule.outcome.replace("_", " ")
    yield f"{rule.id}  {rule.title}: {outcome}" + (f" ({rule.reason})" if rule.reason else "")
    for pointer in rule.missing:
        yield f"   needed, and not there: {visible(pointer)}"
    findings = [item for item in (*agreement.violations, *agreement.open) if item.rule == rule.id]
    for subject in rule.subjects:
        yield ""
        yield f"{visible(subject.name)}: {subject.outcome.replace('_', ' ')}"
        yield from _subject(subject, findings, agreement)


def _subject(subject: Any, findings: list[Any], agreement: Any) -> Iterator[str]:
    from rscheck.render.safe import one_line
    from rscheck.render.text import proofs, quotes

    if subject.proofs:
        yield "   proved by"
        yield from (f"   {line}" for line in proofs(subject.proofs, "", agreement))
    if subject.exempt:
        yield "   not concerned, because of"
        yield from (f"   {line}" for line in proofs(subject.exempt, "", agreement))
    for finding in findings:
        if finding.subject == subject.ref:
            word = "violated" if finding.outcome == "fail" else "open"
            yield f"   {word} ({finding.severity}): {one_line(finding.message)}"
            yield from (f"   {line}" for line in quotes(finding.evidence, agreement))
