"""`rscheck completion`: the Tab key."""

from __future__ import annotations

import click


@click.command("completion")
@click.argument("shell", type=click.Choice(("bash", "zsh", "fish")))
def command(shell: str) -> None:
    """Print the completion script of a shell.

    \b
    bash:  eval "$(rscheck completion bash)"
    zsh:   eval "$(rscheck completion zsh)"
    fish:  rscheck completion fish | source
    """
    from click.shell_completion import get_completion_class

    from rscheck.cli.app import cli

    found = get_completion_class(shell)
    assert found is not None
    click.echo(found(cli, {}, "rscheck", "_RSCHECK_COMPLETE").source())
