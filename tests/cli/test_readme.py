"""The Python example of the README runs and says what the README says."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent


def test_the_python_example_runs(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    [(code, output)] = re.findall(
        r"```python\n(.*?)```\n\nprints\n\n```\n(.*?)```", text, re.DOTALL
    )
    monkeypatch.chdir(ROOT)
    exec(compile(code, os.fspath(ROOT / "README.md"), "exec"), {})
    assert capsys.readouterr().out == output
