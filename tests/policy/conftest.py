"""A small pack to work on, and a cache folder that belongs to the test."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

PACKS = Path(__file__).resolve().parents[2] / "fixtures" / "packs"


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


@pytest.fixture
def opa() -> Path:
    from rscheck.engine.locate import locate

    return locate().path


@pytest.fixture
def minimal(tmp_path: Path) -> Path:
    """A copy of the valid pack."""
    return Path(shutil.copytree(PACKS / "minimal", tmp_path / "pack"))
