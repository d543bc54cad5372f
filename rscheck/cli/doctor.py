"""`rscheck doctor`: whether this installation can judge."""

from __future__ import annotations

from pathlib import Path

import click

from rscheck.cli.shared import FOUND, OPA, debug_option
from rscheck.errors import ExitCode


@click.command("doctor")
@click.option("--opa", type=FOUND, help=OPA)
@debug_option
def command(opa: Path | None) -> int:
    """Say which OPA is used, its version, whether it answers, and what is wrong."""
    from rscheck.engine.doctor import examine

    checks = examine(opa)
    for check in checks:
        click.echo(f"{'ok   ' if check.ok else 'wrong'} {check.name:<14} {check.detail}")
        if check.hint and not check.ok:
            click.echo(f"      mend           {check.hint}")
    return int(ExitCode.COMPLIANT if all(check.ok for check in checks) else ExitCode.ENGINE)
