"""`rscheck policy`: the policies as a thing to carry elsewhere."""

from __future__ import annotations

from pathlib import Path

import click

from rscheck.cli.shared import FOUND, OPA, OWN, debug_option


@click.group("policy")
def command() -> None:
    """Work with the policies themselves."""


@command.command("bundle")
@click.argument("output", type=FOUND)
@click.option("--policies", multiple=True, type=FOUND, metavar="DIR", help=OWN)
@click.option("--opa", type=FOUND, help=OPA)
@debug_option
def bundle(output: Path, policies: tuple[Path, ...], opa: Path | None) -> None:
    """Build a bundle that an OPA server can serve, for `--opa-url`."""
    from rscheck.engine.locate import locate
    from rscheck.opening import Server, open_pack
    from rscheck.policy.bundle import build_bundle

    pack = open_pack(policies, Server(opa=opa))
    build_bundle(pack, locate(opa).path, output)
    click.echo(f"{output}: {pack.digest}")
