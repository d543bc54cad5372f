"""Write docs/cli.md and the outputs in README.md from the program itself."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from rscheck.cli.app import cli

ROOT = Path(__file__).parent.parent
FILE, README = ROOT / "docs" / "cli.md", ROOT / "README.md"
_DEMO = re.compile(r"(^\$ make demo\n).*?(^```$)", re.DOTALL | re.MULTILINE)
_PYTHON = re.compile(
    r"(```python\n(.*?)```\n\nprints\n\n```\n).*?(^```$)", re.DOTALL | re.MULTILINE
)
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


def printed(*command: str) -> str:
    """What a command prints to standard output."""
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return done.stdout.rstrip() + "\n"


def readme(text: str) -> str:
    """The README with what the demo and the Python example print now."""
    beside = str(Path(sys.executable).parent)
    demo = printed("bash", "scripts/demo.sh", beside, "2026-11-23")
    text = _DEMO.sub(lambda found: found[1] + demo + found[2], text)
    return _PYTHON.sub(
        lambda found: found[1] + printed(sys.executable, "-c", found[2]) + found[3], text
    )


def main() -> int:
    """Write both."""
    FILE.write_text(page(), encoding="utf-8")
    README.write_text(readme(README.read_text(encoding="utf-8")), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
