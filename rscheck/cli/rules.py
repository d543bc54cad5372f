"""`rscheck rules`: what is required, and where it comes from."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from rscheck.cli.shared import FOUND, OPA, OWN, debug_option
from rscheck.errors import UsageError


@click.group("rules", invoke_without_command=True)
@click.option("--policies", multiple=True, type=FOUND, metavar="DIR", help=OWN)
@click.option("--opa", type=FOUND, help=OPA)
@debug_option
@click.pass_context
def command(ctx: click.Context, policies: tuple[Path, ...], opa: Path | None) -> None:
    """List the rules; `rscheck rules show ID` says all about one."""
    ctx.meta["pack"] = (policies, opa)
    if ctx.invoked_subcommand is None:
        for rule_id, meta in sorted(_manifest(ctx).items()):
            click.echo(f"{rule_id:<7} {meta.severity:<9} {meta.bindingness:<12} {meta.title}")


@command.command("show")
@click.argument("rule_id", metavar="ID")
@click.pass_context
def show(ctx: click.Context, rule_id: str) -> None:
    """Show one rule: what it asks, of which agreements, by what law, and how to mend it."""
    meta = find(_manifest(ctx), rule_id)
    for line in _sheet(meta):
        click.echo(line)


def find(manifest: Any, rule_id: str) -> Any:
    """The rule of an id, in any case; else an error that names the nearest ones."""
    by_id = {name.upper(): meta for name, meta in manifest.items()}
    if rule_id.upper() in by_id:
        return by_id[rule_id.upper()]
    from difflib import get_close_matches

    near = get_close_matches(rule_id.upper(), list(by_id), n=3, cutoff=0.5)
    hint = f"did you mean {' or '.join(near)}?" if near else "rscheck rules lists them"
    raise UsageError("U010", f"no rule is called {rule_id}", hint)


def _manifest(ctx: click.Context) -> Any:
    from rscheck.opening import Server, open_pack

    policies, opa = ctx.meta["pack"]
    return open_pack(policies, Server(opa=opa)).manifest


def _sheet(meta: Any) -> Iterator[str]:
    from rscheck.review.build import sources

    yield f"{meta.id}  {meta.title}"
    yield ""
    yield from textwrap.wrap(" ".join(str(meta.description).split()), 88)
    yield ""
    yield f"severity     {meta.severity}"
    yield f"bindingness  {meta.bindingness}"
    for name in ("threats", "profiles", "documents"):
        yield f"{name:<12} {', '.join(getattr(meta, name))}"
    since, until = meta.effective_from, getattr(meta, "effective_until", None)
    yield f"in force     from {since}" + (f" until {until}" if until else "")
    for source in sources(meta):
        yield f"source       {source.description or source.ref}"
        if source.description:
            yield f"             {source.ref}"
    lines = textwrap.wrap(" ".join(str(meta.remedy).split()), 75)
    for number, line in enumerate(lines):
        yield f"{'mend' if number == 0 else '':<12} {line}"
