"""The program: its commands, loaded when asked for, and what every failure looks like."""

from __future__ import annotations

import signal
import sys
import traceback
from collections.abc import Sequence
from importlib import import_module
from types import FrameType
from typing import Any, NoReturn

import click

from rscheck.cli.shared import complain
from rscheck.errors import ExitCode, OperatorError, RscheckError

COMMANDS = ("check", "facts", "rules", "explain", "doctor", "policy", "completion")


class Commands(click.Group):
    """Knows the names of its commands and imports one when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """In the order in which a user meets them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name; the module has it under `command`."""
        if cmd_name not in COMMANDS:
            return None
        found: click.Command = import_module(f"rscheck.cli.{cmd_name}").command
        return found


@click.command(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="rscheck", prog_name="rscheck")
@click.option("--debug", is_flag=True, help="Show the inner state of an unexpected failure.")
@click.pass_context
def cli(ctx: click.Context, debug: bool) -> None:
    """Checks grant and consortium agreements for research security.

    Start with:  rscheck check AGREEMENT.md --call CALL.yaml
    """
    ctx.obj = {"debug": debug}


class Stopped(BaseException):
    """Somebody asked the process to end; OPA and temporary files are cleared away on the way."""


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Runs a command; the process ends with one of the exit codes."""
    signal.signal(signal.SIGTERM, _stop)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    given = list(sys.argv[1:] if arguments is None else arguments)
    sys.exit(_run(given))


def _run(given: list[str]) -> int:
    try:
        result: Any = cli.main(given, prog_name="rscheck", standalone_mode=False)
        return int(result or 0)
    except click.exceptions.Exit as end:
        return end.exit_code
    except click.ClickException as error:
        error.show()
        return int(ExitCode.USAGE)
    except RscheckError as error:
        complain(error)
        return int(error.exit_code)
    except (KeyboardInterrupt, click.Abort):
        click.echo("rscheck: interrupted", err=True)
        return 130
    except Stopped:
        click.echo("rscheck: stopped", err=True)
        return 128 + signal.SIGTERM
    except BrokenPipeError:
        sys.stderr.close()
        return 128 + 13
    except Exception as error:
        return _unforeseen(error, "--debug" in given)


def _unforeseen(error: Exception, debug: bool) -> int:
    if debug:
        traceback.print_exception(error)
    complain(
        OperatorError(
            "X001",
            f"rscheck failed in itself: {type(error).__name__}: {error}",
            "please report it to the maintainers of rscheck with the output of --debug",
        )
    )
    return int(ExitCode.ENGINE)


def _stop(number: int, frame: FrameType | None) -> None:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    raise Stopped
