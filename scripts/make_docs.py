"""Write docs/cli.md from the program's own help, so that it cannot tell anything else."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from rscheck.cli.app import cli

FILE = Path(__file__).parent.parent / "docs" / "cli.md"
HEAD = """# The command line

Made by `make docs` from `--help`; a test holds it against the program.
"""


def commands(command: click.Command, context: click.Context) -> Iterator[str]:
    """The help of a command and of those below it."""
    name = context.command_path
    text = command.get_help(context).rstrip()
    yield f"\n## {name}\n\n```\n{text}\n```\n"
    if isinstance(command, click.Group):
        for below in command.list_commands(context):
            found = command.get_command(context, below)
            if found is not None:
                yield from commands(found, child(found, below, context))


def child(command: click.Command, name: str, parent: click.Context | None) -> click.Context:
    """A context in which help has the same width on every terminal."""
    return click.Context(
        command,
        info_name=name,
        parent=parent,
        terminal_width=88,
        max_content_width=88,
        help_option_names=["-h", "--help"],
    )


def page() -> str:
    """The whole page."""
    return HEAD + "".join(commands(cli, child(cli, "rscheck", None)))


def main() -> int:
    """Write the page."""
    FILE.write_text(page(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
