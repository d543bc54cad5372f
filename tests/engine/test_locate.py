"""Which OPA is used, and which is refused."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from rscheck.engine import locate as module
from rscheck.engine.locate import locate
from rscheck.errors import OperatorError


def fake(path: Path, version: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\necho 'Version: {version}'\n")
    path.chmod(0o755)
    return path


@pytest.fixture
def bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine with no OPA at all."""
    monkeypatch.setattr(sys, "executable", str(tmp_path / "venv" / "python"))
    monkeypatch.setenv("PATH", str(tmp_path / "path"))
    monkeypatch.delenv("RSCHECK_OPA", raising=False)
    return tmp_path


def test_the_order(bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(OperatorError, match="no OPA found") as caught:
        locate()
    assert caught.value.exit_code == 6
    assert caught.value.hint
    on_path = fake(bare / "path" / "opa", "1.22.0")
    assert (locate().path, locate().origin) == (on_path, "PATH")
    beside = fake(bare / "venv" / "opa", "1.22.1")
    assert (locate().path, locate().origin) == (beside, "beside the interpreter")
    named = fake(bare / "named", "1.22.2")
    monkeypatch.setenv("RSCHECK_OPA", str(named))
    assert (locate().path, locate().origin) == (named, "RSCHECK_OPA")
    explicit = fake(bare / "explicit", "1.22.3")
    assert (locate(explicit).path, locate(explicit).version) == (explicit, "1.22.3")


@pytest.mark.parametrize("version", ["1.21.9", "1.23.0", "0.70.0", "1.220.1"])
def test_another_series_is_refused(bare: Path, version: str) -> None:
    opa = fake(bare / "opa", version)
    with pytest.raises(OperatorError, match=rf"OPA {version}; rscheck works with") as caught:
        locate(opa)
    assert caught.value.code == "E602"
    assert caught.value.exit_code == 6


def test_what_was_named_is_never_replaced(bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake(bare / "path" / "opa", "1.22.2")
    with pytest.raises(OperatorError, match="--opa names"):
        locate(bare / "nowhere")
    monkeypatch.setenv("RSCHECK_OPA", str(bare / "nowhere"))
    with pytest.raises(OperatorError, match="RSCHECK_OPA names"):
        locate()


def test_a_program_that_is_no_opa_is_refused(bare: Path) -> None:
    opa = bare / "opa"
    opa.write_text("#!/bin/sh\necho hello\n")
    opa.chmod(0o755)
    with pytest.raises(OperatorError, match="does not say which version"):
        locate(opa)
    opa.write_bytes(os.urandom(64))
    with pytest.raises(OperatorError, match="cannot be run"):
        locate(opa)


def test_a_replaced_program_is_asked_again(bare: Path) -> None:
    opa = fake(bare / "opa", "1.22.2")
    assert module.version(opa) == "1.22.2"
    fake(bare / "opa", "1.9.0")
    assert module.version(opa) == "1.9.0"
