"""What the commands share: options, output, and how an error is told."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from rscheck.errors import RscheckError, UsageError

Command = TypeVar("Command", bound=Callable[..., Any])
FOUND = click.Path(path_type=Path)
OPA = "The OPA program to use; else RSCHECK_OPA says which."
OWN = "Add policies of your own."


def complain(error: RscheckError) -> None:
    """An error, to standard error, with what can be done about it."""
    from rscheck.render.safe import visible

    lines = [visible(line) for line in error.message.split("\n")]
    click.echo(f"rscheck: error[{error.code}] " + "\n   ".join(lines), err=True)
    if error.hint:
        click.echo(f"   mend    {visible(error.hint)}", err=True)


def write(text: str, output: Path | None) -> None:
    """To standard output, or to a file that is replaced as a whole."""
    if output is None:
        _print(text)
        return
    try:
        with tempfile.NamedTemporaryFile(
            "w", encoding="utf-8", newline="\n", dir=output.parent, delete=False
        ) as file:
            file.write(text)
        os.chmod(file.name, 0o644)
        os.replace(file.name, output)
    except OSError as error:
        raise UsageError("U009", f"{output}: cannot be written: {error.strerror}") from error


def _print(text: str) -> None:
    """A reader that has seen enough (`| head`) does not change the verdict."""
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def debugging(ctx: click.Context) -> bool:
    """Whether the user asked for the inner state of failures."""
    return bool((ctx.find_root().obj or {}).get("debug"))


def _remember(ctx: click.Context, _: click.Parameter, value: bool) -> None:
    root = ctx.find_root()
    root.obj = {**(root.obj or {}), "debug": value or debugging(ctx)}


def debug_option(command: Command) -> Command:
    """`--debug` after the command as well as before it."""
    return click.option(
        "--debug",
        is_flag=True,
        expose_value=False,
        callback=_remember,
        help="Show the inner state of an unexpected failure.",
    )(command)


_JUDGING = (
    click.option("--call", type=FOUND, help="Conditions of the call: a file, or a folder of them."),
    click.option("--as-of", metavar="DATE", help="Judge as things stand at this date. [today]"),
    click.option(
        "--profile", "profiles", multiple=True, metavar="NAME", help="Judge by this set of rules."
    ),
)
_ENGINE = (
    click.option("--policies", multiple=True, type=FOUND, metavar="DIR", help=OWN),
    click.option("--opa", type=FOUND, help=OPA),
    click.option(
        "--opa-url", envvar="RSCHECK_OPA_URL", help="Use an OPA server that runs already."
    ),
    click.option("--opa-token", envvar="RSCHECK_OPA_TOKEN", help="Token of that server."),
    click.option(
        "--opa-ca",
        type=FOUND,
        envvar="RSCHECK_OPA_CA",
        help="Certificate authority of that server.",
    ),
    click.option(
        "--opa-upload", is_flag=True, help="Put the policies there, and remove them after."
    ),
)


def judging_options(command: Command) -> Command:
    """What an outcome rests on besides the agreement."""
    return _with(command, _JUDGING)


def engine_options(command: Command) -> Command:
    """Which policies, and which OPA judges by them."""
    return debug_option(_with(command, _ENGINE))


def _with(command: Command, options: tuple[Callable[[Any], Any], ...]) -> Command:
    for option in reversed(options):
        command = option(command)
    return command


def server(given: dict[str, Any]) -> Any:
    """The engine options of a command as the pipeline takes them; they leave `given`."""
    from rscheck.opening import Server

    return Server(
        opa=given.pop("opa"),
        url=given.pop("opa_url"),
        token=given.pop("opa_token"),
        ca=given.pop("opa_ca"),
        upload=given.pop("opa_upload"),
    )


def today() -> str:
    """The only place where the clock is read."""
    from datetime import date

    return date.today().isoformat()
