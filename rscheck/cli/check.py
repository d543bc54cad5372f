"""`rscheck check`: the verdict on agreements."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from rscheck.cli.shared import (
    FOUND,
    debugging,
    engine_options,
    judging_options,
    server,
    today,
    write,
)

_FORMATS = ("text", "json", "sarif")
_SEVERITIES = ("critical", "high", "medium", "low")


@click.command("check")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@judging_options
@click.option("--format", "form", type=click.Choice(_FORMATS), default="text", show_default=True)
@click.option("--output", type=FOUND, help="Write the result to this file.")
@click.option(
    "--fail-on",
    type=click.Choice(_SEVERITIES),
    default="low",
    show_default=True,
    help="Milder findings and open points are shown but do not change the exit code.",
)
@click.option("--quiet", is_flag=True, help="Show errors and findings only.")
@click.option("-v", "--verbose", is_flag=True, help="Show the words that prove each pass.")
@engine_options
@click.pass_context
def command(ctx: click.Context, /, paths: tuple[str, ...], **given: Any) -> int:
    """Check agreements: each PATH is a file, a folder, or - for standard input.

    Each rule passes, fails, stays undetermined (the words do not settle it), or does not apply.
    A rule passes only where words of the agreement prove it.

    \b
    Exit codes (where several hold, the first of 6, 2, 4, 1, 5, 3):
      0  compliant
      1  a finding: a rule is violated
      2  an option, a path or a call is wrong, or a file cannot be read
      3  nothing was checked: no agreement, or no rule applies
      4  the data of an agreement has errors
      5  undetermined: something could not be decided
      6  the policy engine or a policy failed
    """
    from rscheck.pipeline import check
    from rscheck.render import RENDERERS, Style

    output: Path | None = given.pop("output")
    form, unfold, quiet = given.pop("form"), given.pop("verbose"), given.pop("quiet")
    given["as_of"] = given["as_of"] or today()
    given["server"] = server(given)
    progress = _Progress(quiet)
    report = check(paths, **given, debug=debugging(ctx), progress=progress)
    progress.done()
    style = Style(colour=output is None and sys.stdout.isatty(), unfold=unfold, quiet=quiet)
    render: Callable[..., str] = RENDERERS[form]
    write(render(report, style), output)
    return report.exit_code


class _Progress:
    """A count on standard error, where a person watches and the work is long."""

    def __init__(self, quiet: bool) -> None:
        self._on = sys.stderr.isatty() and not quiet
        self._count = 0

    def __call__(self, file: str) -> None:
        self._count += 1
        if self._on and self._count % 25 == 0:
            sys.stderr.write(f"\r{self._count} agreements checked")
            sys.stderr.flush()

    def done(self) -> None:
        """Clears the count away."""
        if self._on and self._count >= 25:
            sys.stderr.write("\r\x1b[K")
