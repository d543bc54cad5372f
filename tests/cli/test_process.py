"""The program as a process: how it ends."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from rscheck.cli import app

ROOT = Path(__file__).parent.parent.parent
GRANT = "fixtures/agreements/grant-agreement.md"
CALL = ("--call", "fixtures/calls/tide-2026.yaml", "--as-of", "2026-11-23")


def start(*arguments: str, **more: object) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-c", "from rscheck.cli import main; main()", *arguments]
    return subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )


def test_standard_input() -> None:
    text = (ROOT / GRANT).read_bytes()
    process = start("check", "-", *CALL)
    output, _ = process.communicate(text, timeout=60)
    assert process.returncode == 0
    assert output.startswith(b"-: compliant at 2026-11-23")


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGINT, 130)])
def test_a_signal_ends_in_an_orderly_way(number: signal.Signals, code: int) -> None:
    process = start("check", "-", *CALL)  # it waits for standard input
    time.sleep(3)
    process.send_signal(number)
    _, told = process.communicate(timeout=30)
    assert process.returncode == code
    assert b"Traceback" not in told
    assert told.strip().startswith(b"rscheck: ")


def test_output_replaces_a_file(tmp_path: Path) -> None:
    target = tmp_path / "report.json"
    target.write_text("old")
    process = start("check", GRANT, *CALL, "--format", "json", "--output", str(target))
    output, _ = process.communicate(timeout=60)
    assert (process.returncode, output) == (0, b"")
    assert target.read_text(encoding="utf-8").startswith(
        '{\n  "schema_version": "rscheck.report/1"'
    )
    assert list(tmp_path.iterdir()) == [target]


def test_output_that_cannot_be_written(capsys: pytest.CaptureFixture[str]) -> None:
    code = app._run(["facts", "--schema", "--output", "/no/such/folder/x.json"])
    assert code == 2
    assert "cannot be written" in capsys.readouterr().err


def test_no_traceback_reaches_the_user(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def bug(*_: object, **__: object) -> None:
        raise ZeroDivisionError("a bug")

    monkeypatch.setattr("rscheck.pipeline.check", bug)
    assert app._run(["check", "x.md"]) == 6
    told = capsys.readouterr().err
    assert "Traceback" not in told
    assert "rscheck failed in itself: ZeroDivisionError: a bug" in told
    assert app._run(["check", "x.md", "--debug"]) == 6
    assert "Traceback" in capsys.readouterr().err


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert app._run(["completion", shell]) == 0
    assert "_RSCHECK_COMPLETE" in capsys.readouterr().out


@pytest.mark.parametrize("arguments", [["nonsense"], ["check"], ["check", "x", "--fail-on", "x"]])
def test_a_wrong_command_is_exit_2(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert app._run(arguments) == 2
    assert "Usage: rscheck" in capsys.readouterr().err
