"""Everything that can go wrong, as one tree: a leaf for each party who can mend it."""

from __future__ import annotations

from enum import IntEnum


class ExitCode(IntEnum):
    """What the process answers; the one place where the numbers stand."""

    COMPLIANT = 0
    FINDING = 1
    USAGE = 2
    NOTHING_CHECKED = 3
    DATA_ERROR = 4
    UNDETERMINED = 5
    ENGINE = 6


#: Where several hold, the first of these is the answer.
PRECEDENCE = (
    ExitCode.ENGINE,
    ExitCode.USAGE,
    ExitCode.DATA_ERROR,
    ExitCode.FINDING,
    ExitCode.UNDETERMINED,
    ExitCode.NOTHING_CHECKED,
    ExitCode.COMPLIANT,
)


def worst(codes: list[ExitCode]) -> ExitCode:
    """The exit code of a whole run: the first by precedence; nothing at all is NOTHING_CHECKED."""
    return min(codes, key=PRECEDENCE.index, default=ExitCode.NOTHING_CHECKED)


class RscheckError(Exception):
    """Root of all errors: `code`, `message`, `hint` (how to mend it) and `exit_code`."""

    exit_code = ExitCode.ENGINE

    def __init__(self, code: str, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.code, self.message, self.hint = code, message, hint


class AgreementError(RscheckError):
    """The author of the agreement can mend it: the file cannot be read at all."""

    exit_code = ExitCode.USAGE


class UsageError(RscheckError):
    """Whoever called rscheck can mend it: an option, a call's file, a path."""

    exit_code = ExitCode.USAGE


class PolicyError(RscheckError):
    """The author of the policy can mend it; `message` begins with file and line where known."""

    exit_code = ExitCode.ENGINE


class OperatorError(RscheckError):
    """The operator can mend it: OPA is missing, does not answer or does not fit."""

    exit_code = ExitCode.ENGINE
