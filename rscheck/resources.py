"""Where grammar and policies lie: beside the package in a checkout, inside it in a wheel."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import platformdirs

_HERE = Path(__file__).resolve().parent


@cache
def folder(name: str) -> Path:
    """The folder `grammar` or `policies` as installed.

    Raises FileNotFoundError where an installation lacks it.
    """
    for root in (_HERE / "_data", _HERE.parent):
        if (root / name).is_dir():
            return root / name
    raise FileNotFoundError(f"{name} is missing from the installation of rscheck in {_HERE}")


def cache_folder() -> Path:
    """The user's own cache folder, made when missing; never a folder that others can write to."""
    path = Path(platformdirs.user_cache_dir("rscheck"))
    path.mkdir(parents=True, exist_ok=True, mode=0o700)
    return path
