"""Whatever a file holds: a code, a place, a remedy; never a traceback."""

from __future__ import annotations

from pathlib import Path

import pytest

from rscheck.cli import app

GRANT = "# GRANT AGREEMENT\n\n"
DEEP = "### ARTICLE 1\n\n1.1 The parties must:\n" + "".join(
    f"{'  ' * n}(a) x\n" for n in range(300)
)


@pytest.mark.parametrize(
    ("content", "code", "told"),
    [
        (b"", 3, "nothing checked"),
        (b"A letter to a friend.\n", 3, "nothing checked"),
        ((GRANT + "x").encode("utf-16"), 2, "[A003]"),
        ((GRANT + "é").encode("latin-1"), 2, "[A004]"),
        (b"# GRANT\x00AGREEMENT", 2, "[A005]"),
        (GRANT.encode() + b"x " * 9_000_000, 2, "[A002]"),
        ((GRANT + DEEP).encode(), 1, "findings"),
    ],
    ids=["empty", "no agreement", "UTF-16", "Latin-1", "binary", "too large", "deep"],
)
def test_bad_input(
    content: bytes, code: int, told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "a.md"
    file.write_bytes(content)
    assert app._run(["check", str(file), "--as-of", "2026-11-23"]) == code
    shown = capsys.readouterr()
    assert told in shown.out
    assert "Traceback" not in shown.out + shown.err
