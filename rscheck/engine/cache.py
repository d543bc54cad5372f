"""Entries of the user's cache folder; a cache that fails only costs time."""

from __future__ import annotations

import os
from pathlib import Path

from rscheck import resources


def read(name: str) -> str | None:
    """An entry, or None."""
    try:
        return (resources.cache_folder() / name).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return None


def write(name: str, text: str) -> None:
    """Write an entry in one step, so that another run never reads half of it."""
    new: Path | None = None
    try:
        path = resources.cache_folder() / name
        new = path.with_name(f"{name}.{os.getpid()}.new")
        new.write_text(text, encoding="utf-8")
        new.replace(path)
    except OSError:
        if new:
            new.unlink(missing_ok=True)
