"""Each file in cases/ is prose, commands, and all that they print; adding a file adds a test.

RSCHECK_UPDATE_GOLDEN=1 writes what the commands print now.
"""

from __future__ import annotations

import os
import re
import shlex
from pathlib import Path

import pytest

from rscheck.cli.app import _run

ROOT = Path(__file__).parent.parent.parent
CASES = sorted((Path(__file__).parent / "cases").glob("*.md"))
_RUN = re.compile(r"^```\n\$ rscheck (?P<command>[^\n]*)\n(?P<output>.*?)^```$", re.M | re.S)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_case(
    case: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    text = case.read_text(encoding="utf-8")

    def play(found: re.Match[str]) -> str:
        code = _run(shlex.split(found["command"]))
        shown = capsys.readouterr()
        told = "".join(f"! {line}\n" for line in shown.err.splitlines())
        return f"```\n$ rscheck {found['command']}\n{shown.out}{told}[exit {code}]\n```"

    now, runs = _RUN.subn(play, text)
    assert runs, "a case holds at least one command"
    if os.environ.get("RSCHECK_UPDATE_GOLDEN"):
        case.write_text(now, encoding="utf-8")
    assert now == text
