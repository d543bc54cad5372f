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


@pytest.fixture
def pack(minimal: Path, opa: Path):  # type: ignore[no-untyped-def]
    """The valid pack, checked."""
    from rscheck.policy.pack import load_pack

    return load_pack(opa=opa, own=minimal)


@pytest.fixture
def facts() -> dict[str, object]:
    """An input that the rule of the valid pack passes."""
    return {"facts": {"document": {"title": "Grant Agreement"}}, "as_of": "2026-11-23"}
