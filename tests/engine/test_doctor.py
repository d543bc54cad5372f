"""The doctor finds what is wrong, and goes on."""

from __future__ import annotations

from pathlib import Path

from rscheck.engine.doctor import examine


def test_a_sound_installation() -> None:
    assert [check for check in examine() if not check.ok] == []


def test_an_opa_that_is_missing(tmp_path: Path) -> None:
    [wrong] = [check for check in examine(tmp_path / "opa") if not check.ok]
    assert wrong.name == "OPA"
    assert "--opa" in wrong.hint
